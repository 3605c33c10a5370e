"""What is said beside the sets is answered in a line, with a button where something can be done about it."""

from __future__ import annotations

import pytest

from core.coach.workout import looking
from core.model.athlete import Gear
from core.model.outcomes import SetCard
from core.model.repertoire import Preference
from core.store.own_exercises import exercise_preferences
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


@pytest.mark.parametrize("typed", ["10min", "10 minutes"])
async def test_minutes_alone_cut_a_workout_when_confirmed(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED, typed)
    assert stage.newest == "10 minutes left for this workout?"
    assert "✂ 10 min" in await stage.hears("[Yes, cut it to 10 min]")
    stage.is_clean()


async def test_minutes_before_a_workout_plan_for_them(stage: Stage) -> None:
    for typed in ("20min", "i only have 20 minutes"):
        await stage.hears(typed)
        assert "Shortened to fit into 20 minutes." in stage.newest


async def test_minutes_of_a_hold_are_a_set(stage: Stage) -> None:
    assert "Plank ✓ 120 s" in await stage.hears("plank 1 min", "2min")


@pytest.mark.parametrize("before", [(), STARTED])
async def test_never_is_for_good_once_confirmed(stage: Stage, before: tuple[str, ...]) -> None:
    await stage.hears(*before, "never squat")
    assert stage.newest == "Leave Back squat out of your plans for good?"
    assert await stage.read(exercise_preferences, stage.athlete.id) == {}
    await stage.hears("no more squats", "[🚫 Never plan it]")
    assert await stage.read(exercise_preferences, stage.athlete.id) == {"back_squat": Preference.NEVER}
    stage.is_clean()


@pytest.mark.parametrize("typed", ["i only have dumbbells", "only dumbbells", "ich habe nur Kurzhanteln"])
async def test_other_equipment_is_offered(stage: Stage, typed: str) -> None:
    await stage.hears("/plan", typed)
    assert stage.newest == "Plan with this from now on: Dumbbells?"
    assert (await stage.profile()).gear is Gear.FULL_GYM
    await stage.hears("[Yes, from now on]")
    assert (await stage.profile()).gear is Gear.DUMBBELLS
    await stage.hears("[Plan my next session]")
    assert "Dumbbell bench press" in stage.newest
    stage.is_clean()


@pytest.mark.parametrize("typed", ["is the bench free?", "ist die Bank frei?"])
async def test_nobody_here_sees_the_gym(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED, typed)
    assert "bench is taken" in stage.newest
    assert "Instead of Bench press" in await stage.hears("bench is taken")


@pytest.mark.parametrize(("typed", "name"), [("situps", "Crunch"), ("ham curl", "Lying leg curl")])
async def test_an_exercise_alone_is_shown_or_its_sets_are_asked_for(
    stage: Stage, typed: str, name: str
) -> None:
    await stage.hears(typed)
    assert stage.newest.startswith(f"{name}\nTrains: ")
    await stage.hears(*STARTED, typed)
    assert stage.newest.startswith(f"{name}? Send ")
    assert "✓" in await stage.hears(f"{typed} 20x10" if "curl" in typed else f"{typed} 12")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bench pres", "Bench press"),
        ("deadlfit", "Deadlift"),
        ("sqaut", "Back squat"),
        ("klimzüge", "Pull-up"),
    ],
)
async def test_a_slip_in_an_exercises_name_is_no_other_word(stage: Stage, typed: str, name: str) -> None:
    await stage.hears(typed)
    assert stage.newest.startswith(f"{name}\nTrains: ")


@pytest.mark.parametrize("typed", ["no lunges", "exclude lunges", "never plan lunges", "avoid lunges please"])
async def test_leaving_out_is_said_in_many_ways(stage: Stage, typed: str) -> None:
    await stage.hears(typed)
    assert stage.newest == "Leave Walking lunge out of your plans for good?"


@pytest.mark.parametrize(
    "typed", ["add chin-ups", "I want chin-ups", "i love chin ups", "favourite chin-ups", "ich mag Klimmzüge"]
)
async def test_an_exercise_that_is_wished_for_can_be_made_a_favourite(stage: Stage, typed: str) -> None:
    await stage.hears("/plan", typed)
    assert stage.newest.startswith(("Chin-up\nTrains: ", "Pull-up\nTrains: "))
    assert {"⭐ Favourite", "Add to my plan"} <= set(stage.labels())


@pytest.mark.parametrize("typed", ["i want strength", "i like it", "add", "can i do it"])
async def test_other_wishes_are_no_exercise(stage: Stage, typed: str) -> None:
    await stage.hears(typed)
    assert "Trains: " not in stage.newest


async def test_what_is_still_to_come_is_told_so(stage: Stage) -> None:
    await stage.hears(*STARTED, "barbell row")
    assert stage.newest == "Barbell row is still to come. Now instead?"


async def test_what_is_still_to_come_is_done_now_by_a_tap_and_the_other_after_it(stage: Stage) -> None:
    await stage.hears(*STARTED)
    in_hand = (await stage.workout()).session.prescriptions[0].exercise_id
    told = await stage.hears("barbell row", "[▶ Do it now]")
    assert "▶ Barbell row now, what you were at after it." in told
    assert "Barbell row · set 1 of 4" in told
    await stage.hears("10 10 10 10")
    assert await stage.sets() == ["62.5×10"] * 4
    card = await stage.read(looking.current_card, stage.athlete.id, stage.clock.now())
    assert isinstance(card, SetCard)
    assert card.exercise.id == in_hand
    stage.is_clean()


async def test_the_other_one_now_also_in_the_middle_of_a_rest(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "barbell row", "[▶ Do it now]")
    assert stage.newest.startswith("Barbell row · set 1")
    assert "🔔" not in await stage.hears("+3m")
    told = await stage.hears("barbell row")
    assert "Barbell row" in told
    assert "still to come" not in told
    stage.is_clean()


async def test_a_muscle_alone_finds_what_trains_it(stage: Stage) -> None:
    for before in ((), STARTED):
        await stage.hears(*before, "abs")
        assert stage.newest == "These train it:"
        assert "Plank" in stage.labels()
    await stage.hears("/exercises abs")
    assert "Plank" in stage.labels()


async def test_no_rack_for_a_squat_swaps_the_squat(stage: Stage) -> None:
    await stage.hears("/plan lower", "no squat rack")
    assert stage.newest == "Instead of Back squat, for the same muscles:"
    await stage.hears("everything is taken")
    assert stage.newest.startswith("Swap on the plan offers something else.")
    await stage.hears("[Show the plan]", "/plan lower", "[▶ Start]", "112.5x10", "no squat rack")
    assert stage.newest == "Instead of Back squat, for the same muscles:"
    stage.is_clean()


@pytest.mark.parametrize(
    "typed",
    ["banana", "only joking", "never mind", "never", "2min", "back squat is better", "tomorrow", "beach"],
)
async def test_other_words_are_none_of_these(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED, typed)
    assert not any(label.startswith(("Yes", "🚫", "How?")) for label in stage.labels())
