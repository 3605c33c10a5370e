"""`superset bench and row`: the two are done in turn, where the goal allows it, or a line says why not."""

from __future__ import annotations

import pytest

from core.coach.workout.pairing import pair_said
from core.model.athlete import Goal
from tests.dialogs.stage import Stage, intermediate


async def test_two_are_done_in_turn_with_a_rest_after_both(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    told = await stage.hears("superset bench and row")
    assert "⇄ Bench press and Barbell row in turn now, with a rest after both." in told
    assert "Barbell row · set 1" in await stage.hears("80x10")
    assert "Next: Bench press, 80 kg × 10" in await stage.hears("10")
    assert "🔔 Bench press · set 2" in await stage.hears("+90s")


async def test_said_in_the_rest_the_other_one_comes_at_once(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10")
    assert "Barbell row · set 1" in await stage.hears("superset with rows")
    assert await stage.hears("+3m") == "▸ +3m"  # the rest after the bench press rings no more
    assert "rest 90 s" in await stage.hears("10")
    assert await stage.sets() == ["80×10", "62.5×10"]


async def test_two_that_come_later_leave_the_card_alone(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    told = await stage.hears("can I superset pulldowns and curls?")
    assert "⇄ Lat pulldown and Dumbbell curl in turn now" in told
    assert "Bench press · set 2" in await stage.hears("80x10", "+90s")


async def test_the_short_name_means_what_stands_in_the_plan(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "rack is taken", "[Dumbbell bench press 30 kg]")
    assert "⇄ Dumbbell bench press and Barbell row in turn" in await stage.hears("superset bench and row")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("superset bench and deadlift", "No set of “deadlift” is left today."),
        ("superset bench and xyz", "No set of “xyz” is left today."),
        ("superset bench and bench press", "That's one exercise twice."),
    ],
)
async def test_what_cannot_be_paired_is_said_in_a_line(stage: Stage, said: str, why: str) -> None:
    await stage.hears("/plan", "[▶ Start]")
    assert why in await stage.hears(said)
    assert all(one.superset is None for one in (await stage.workout()).session.prescriptions)


async def test_strength_keeps_its_whole_rests(newcomer: Stage) -> None:
    await newcomer.knows(intermediate(wish=Goal.STRENGTH))
    await newcomer.hears("/plan", "[▶ Start]")
    first, second = (one.exercise_id for one in (await newcomer.workout()).session.prescriptions[:2])
    told = await newcomer.hears(f"superset {first.replace('_', ' ')} and {second.replace('_', ' ')}")
    assert "Your goal needs the whole rest before each set" in told


async def test_without_an_order_or_a_workout_a_line_says_so(stage: Stage) -> None:
    assert "No workout is running." in await stage.hears("superset bench and row")
    assert "Free training has no order" in await stage.hears("/log bench 80x8", "superset bench and row")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Superset bench + row", ("bench", "row")),
        ("bench and row as a superset", ("bench", "row")),
        ("pair bench with row", ("bench", "row")),
        ("Supersatz Bankdrücken und Rudern bitte", ("bankdrücken", "rudern")),
        ("superset with curls", ("", "curls")),
        ("pair of dumbbells", None),
        ("superset 80x8", None),
        ("bench 80x8 and row 60x8", None),
        ("what is a superset", None),
        ("superset", None),
    ],
)
def test_how_it_is_said(words: str, names: tuple[str, str] | None) -> None:
    assert pair_said(words) == names


async def test_later_takes_the_second_one_out_of_its_pair(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "superset bench and row", "80x10")
    told = await stage.hears("[Later]")
    assert "Barbell row: later" in told
    assert "Bench press · set 2 of 4" in told
    await stage.hears("10 10 10")
    assert stage.newest.startswith("Incline dumbbell press · set 1")


async def test_later_leaves_the_first_one_in_its_pair(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "superset bench and row", "80x10", "10", "+90s")
    assert "Barbell row · set 2 of 4" in await stage.hears("[Later]")
    await stage.hears("10")
    assert stage.newest.startswith("Bench press · set 2 of 4")


async def test_later_with_only_the_pair_left_goes_on_with_the_other(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "25 minutes left", "80x10")
    assert stage.newest.startswith("Barbell row · set 1")
    assert "Bench press · set 2" in await stage.hears("[Later]")
