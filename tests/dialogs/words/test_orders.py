"""Orders by an exercise's name, in a workout and on the plan: first, next, last, left out, more sets."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

BENCH = ("/plan upper", "[▶ Start]", "80x10", "+70s")
BENCH_DONE = ("/plan upper", "[▶ Start]", "80x10 80x10 80x10 80x10")


async def order_of(stage: Stage) -> list[str]:
    """The exercises of the workout that are still in it, in turn."""
    workout = await stage.workout()
    left_out = {one.exercise_index for one in workout.skipped if one.set_number == 0}
    asked = workout.session.prescriptions
    return [asked[one].exercise_id for one in workout.session.running_order if one not in left_out]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("move row first", "Barbell row · set 1 of 4"),
        ("start with the row", "Barbell row · set 1 of 4"),
        ("lets do row", "Barbell row · set 1 of 4"),
        ("ok let's do rows now", "Barbell row · set 1 of 4"),
        ("switch to curls", "Dumbbell curl · set 1 of 4"),
        ("can we do pulldown first please", "Lat pulldown · set 1 of 4"),
        ("the last exercise first", "Dumbbell curl · set 1 of 4"),
        ("erst Rudern", "Barbell row · set 1 of 4"),
        ("row next", "Barbell row is still to come. Now instead?"),
        ("bench next", "Next: Bench press set 2 of 4"),
        ("back to bench", "Next: Bench press set 2 of 4"),
        ("go back to squat", "Back squat? Send back squat"),
        ("bench last", "Barbell row · set 1 of 4"),
        ("curls later", "Dumbbell curl comes last today."),
        ("no more bench today", "Barbell row · set 1 of 4"),
        ("done with bench", "Barbell row · set 1 of 4"),
        ("skip curls", "✂ Dumbbell curl is left out today."),
        ("skip the curls today please", "✂ Dumbbell curl is left out today."),
        ("drop the last exercise", "✂ Dumbbell curl is left out today."),
        ("keine Curls heute", "✂ Dumbbell curl is left out today."),
        ("no curls", "No Dumbbell curl today, or for good?"),
        ("skip squats", "Back squat isn't in today's session anyway."),
        ("add 2 sets of curls", "Dumbbell curl: 6 sets today."),
        ("another set of rows", "Barbell row: 5 sets today."),
        ("can i do curls instead", "Dumbbell curl is still to come. Now instead?"),
        ("swap row for pulldown", "Lat pulldown is still to come. Now instead?"),
        ("squats instead", "Back squat trains other muscles than Bench press."),
        ("lets do dumbbell bench", "Dumbbell bench press? Send dumbbell bench press"),
    ],
)
async def test_an_order_is_done_or_offered(stage: Stage, words: str, begins: str) -> None:
    await stage.hears(*BENCH, words)
    assert stage.newest.startswith(begins)
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["one more set", "add a set", "i want one more set"])
async def test_one_more_set_leaves_all_others_to_come(stage: Stage, words: str) -> None:
    before = await stage.hears(*BENCH)
    assert "set 2 of 4" in before
    assert "set 2 of 5" in await stage.hears(words)
    assert len(await order_of(stage)) == 5
    stage.is_clean()


@pytest.mark.parametrize("words", ["one more set", "another set of bench", "2 more sets of bench"])
async def test_more_of_what_was_done_last_comes_before_the_next(stage: Stage, words: str) -> None:
    await stage.hears(*BENCH_DONE, words)
    assert stage.newest.startswith("Bench press · set 5 of")
    await stage.hears("80x8", "+3m")
    assert (await order_of(stage))[1] == "barbell_row"
    stage.is_clean()


async def test_one_more_before_any_set_is_one_of_the_exercise_in_hand(stage: Stage) -> None:
    assert "set 1 of 5" in await stage.hears("/plan upper", "[▶ Start]", "one more set")


async def test_twelve_sets_are_the_most(stage: Stage) -> None:
    await stage.hears(*BENCH, "9 more sets of bench")
    assert stage.newest.startswith("Twelve sets of one exercise are plenty")


async def test_what_is_left_out_can_be_put_back(stage: Stage) -> None:
    await stage.hears(*BENCH, "skip curls")
    assert "dumbbell_curl" not in await order_of(stage)
    assert "Dumbbell curl is back in." in await stage.hears("[Put it back]")
    assert (await order_of(stage))[-1] == "dumbbell_curl"
    stage.is_clean()


async def test_a_skipped_exercise_is_gone_back_to(stage: Stage) -> None:
    await stage.hears(*BENCH_DONE, "next exercise", "+2s")
    assert stage.newest.startswith("Incline dumbbell press")
    await stage.hears("back to the row", "+2s")
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    stage.is_clean()


async def test_what_is_left_out_while_resting_leaves_the_rest_alone(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "80x10", "skip curls")
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+60s")


async def test_only_today_by_a_tap(stage: Stage) -> None:
    await stage.hears(*BENCH, "no curls", "[Only today]")
    assert stage.newest.startswith("✂ Dumbbell curl is left out today.")
    assert "dumbbell_curl" not in await order_of(stage)
    stage.is_clean()


async def test_another_exercise_for_the_same_takes_its_place_by_a_tap(stage: Stage) -> None:
    await stage.hears(*BENCH, "lets do dumbbell bench", "[⇄ Instead of Bench press]")
    assert stage.newest.startswith("Dumbbell bench press · set 1 of")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "first", "gone"),
    [
        ("start with row", "Barbell row", ""),
        ("curls first", "Dumbbell curl", ""),
        ("skip curls", "Bench press", "Dumbbell curl"),
        ("no rows today", "Bench press", "Barbell row"),
        ("bench last", "Barbell row", ""),
    ],
)
async def test_the_plan_is_put_in_order_by_words(stage: Stage, words: str, first: str, gone: str) -> None:
    await stage.hears("/plan upper", words)
    assert stage.newest.split("\n")[2] == first
    assert not gone or gone not in stage.newest
    await stage.hears("[▶ Start]")
    assert stage.newest.startswith(f"{first} · set 1 of 4")
    stage.is_clean()


async def test_more_sets_on_the_plan(stage: Stage) -> None:
    await stage.hears("/plan upper", "2 more sets of curls")
    assert "6 × 10" in stage.newest.split("Dumbbell curl")[1]
    await stage.hears("no curls", "[Only today]")
    assert "Dumbbell curl" not in stage.newest
    stage.is_clean()
