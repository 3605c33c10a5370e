"""A set told in pieces: an exercise and then its sets, reps and then the weight, or the other way round."""

from __future__ import annotations

import pytest

from core.model.workout import Workout
from tests.dialogs.stage import Stage


def by_exercise(workout: Workout) -> list[str]:
    """What is logged, with its exercise: the pieces must come together on the right one."""
    return [f"{done.exercise_id} {done.reps}" for done in workout.sets]


@pytest.mark.parametrize("named", ["bench", "back to bench", "let's do bench", "bench now"])
@pytest.mark.parametrize("between", ["+5s", "+4m"])
async def test_sets_behind_an_exercise_named_alone_are_of_that(
    stage: Stage, named: str, between: str
) -> None:
    """`bench`, and `80x8` then, was logged as a squat; a bell in between changes nothing about it."""
    await stage.hears("squat 100x5", "+5s", named, between, "80x8", "+5s", "80x7")
    assert by_exercise(await stage.workout()) == ["back_squat 5", "bench_press 8", "bench_press 7"]
    stage.is_clean()


@pytest.mark.parametrize(("words", "reps"), [("80 8 8", [8, 8]), ("8", [8]), ("bw+10 x 8", [8])])
async def test_however_its_sets_are_typed(stage: Stage, words: str, reps: list[int]) -> None:
    name = "pull-up" if words != "80 8 8" else "bench"
    await stage.hears("squat 100x5", "+5s", name, "+5s", words)
    assert [done.reps for done in (await stage.workout()).sets_of(1)] == reps


async def test_bare_reps_below_a_newer_card_are_of_that_card(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+5s", "pull-up", "+4m", "4")
    assert by_exercise(await stage.workout()) == ["back_squat 5", "back_squat 4"]


async def test_another_exercise_or_no_set_is_heard_as_ever(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+5s", "bench", "+5s", "row 60x10", "+5s", "60x9")
    assert by_exercise(await stage.workout()) == ["back_squat 5", "barbell_row 10", "barbell_row 9"]
    await stage.hears("+5s", "bench", "+5s", "undo")
    assert by_exercise(await stage.workout()) == ["back_squat 5", "barbell_row 10"]


async def test_what_is_still_to_come_takes_its_sets_too(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+5s", "row", "+2m", "62.5x10", "+5s", "80x9")
    assert by_exercise(await stage.workout()) == ["bench_press 10", "barbell_row 10", "bench_press 9"]
    stage.is_clean()


@pytest.mark.parametrize(("words", "rir"), [("8", None), ("8 @9", 1.0), ("8 reps", None)])
async def test_a_reply_to_how_many_is_its_answer(stage: Stage, words: str, rir: float | None) -> None:
    await stage.hears("/plan", "[▶ Start]", "77.5")
    asked = next(one.id for one in stage.bot_messages if "how many" in str(one.body["text"]))
    await stage.hears("+5s", f">{asked} {words}")
    assert await stage.sets() == ["77.5×8"]
    assert (await stage.workout()).sets[-1].rir == rir
    heard = await stage.hears("+5s", f">{asked} 7")
    assert "isn't a set card" in heard
    assert await stage.sets() == ["77.5×8"]
    stage.is_clean()


async def test_effort_told_with_the_reps_of_a_named_exercise(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+5s", "row 60", "+5s", "10 @7")
    done = (await stage.workout()).sets[-1]
    assert (done.exercise_id, done.reps, done.rir) == ("barbell_row", 10, 3)


@pytest.mark.parametrize("weight", ["80", "80 kg"])
async def test_the_weight_comes_behind_reps_and_effort(stage: Stage, weight: str) -> None:
    """Where no workout ran, the weight found none: `No workout is running`."""
    await stage.hears("bench 6 @8", "+5s", weight)
    assert await stage.sets() == ["80×6"]
    assert (await stage.workout()).sets[-1].rir == 2


@pytest.mark.parametrize("weight", ["30", "33 kg", "33"])
async def test_effort_is_kept_until_the_weight_is_told(first_timer: Stage, weight: str) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "10 @8", weight)
    assert await first_timer.sets() == [f"{weight.removesuffix(' kg')}×10"]
    assert (await first_timer.workout()).sets[-1].rir == 2
    first_timer.is_clean()


@pytest.mark.parametrize(
    ("asked", "whole", "exercise"),
    [("row 60", "65x12", "barbell_row"), ("curl 10 @9", "14 kg x 12", "dumbbell_curl")],
)
async def test_a_whole_set_answers_for_the_exercise_that_was_named(
    stage: Stage, asked: str, whole: str, exercise: str
) -> None:
    """`Send both, like 40 x 10`: who did so had it logged on the card's exercise."""
    await stage.hears("squat 100x5", "+5s", asked, "+5s", whole)
    assert by_exercise(await stage.workout()) == ["back_squat 5", f"{exercise} 12"]


@pytest.mark.parametrize("whole", ["75x8", "75 kg x 8", "75 8"])
async def test_a_whole_set_goes_before_the_weight_that_was_told(stage: Stage, whole: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "77.5", "+5s", whole)
    assert await stage.sets() == ["75×8"]
    stage.is_clean()


async def test_so_it_does_long_after_a_weight_of_help(stage: Stage) -> None:
    await stage.hears("pull-ups 8", "+5m", "bw-20", "+4m", "bw+10 x 6")
    assert await stage.sets() == ["8", "10×6"]
    stage.is_clean()


async def test_a_set_as_the_card_asks_is_of_the_card_that_came_since(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+5s", "row", "+2m", "80x9")
    assert by_exercise(await stage.workout()) == ["bench_press 10", "bench_press 9"]
    stage.is_clean()


@pytest.mark.parametrize("weight", ["14", "14 kg"])
async def test_a_small_weight_behind_a_named_exercise_is_no_reps(stage: Stage, weight: str) -> None:
    await stage.hears("squat 100x5", "+5s", "hammer curl 10", "+5s", weight)
    assert by_exercise(await stage.workout()) == ["back_squat 5", "hammer_curl 10"]
    assert await stage.sets() == ["100×5", "14×10"]
    stage.is_clean()


@pytest.mark.parametrize("several", ["bench 3x5", "bench 5 5 5"])
async def test_several_sets_wait_for_their_weight(stage: Stage, several: str) -> None:
    """The weight went to the exercise in hand, whose next load it became."""
    await stage.hears("squat 100x5", "+5s", several, "+5s", "80")
    assert by_exercise(await stage.workout()) == ["back_squat 5", *["bench_press 5"] * 3]
    stage.is_clean()
