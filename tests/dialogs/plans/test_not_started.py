"""A plan is on show and nobody tapped Start: what is typed then begins it, and is never logged by guess."""

from __future__ import annotations

import pytest

from core.store.awaited import awaited_of
from core.store.workouts import open_workout
from tests.dialogs.stage import Stage


async def test_a_whole_set_is_offered_as_the_first_of_the_plan(stage: Stage) -> None:
    await stage.hears("/plan", "80x9")
    assert stage.newest.startswith("Your workout isn't started yet. Is this its first set, ")
    assert stage.labels() == ["▶ Start · 80 kg × 9", "▶ Start without it"]
    assert await stage.read(open_workout, stage.athlete.id) is None
    await stage.hears("[▶ Start · 80 kg × 9]")
    assert await stage.sets() == ["80×9"]
    assert "🔔" in await stage.hears("+10m")
    stage.is_clean()


async def test_two_taps_on_the_offer_log_one_set(stage: Stage) -> None:
    await stage.hears("/plan", "80x9")
    asked = stage.bot_messages[-1].id
    press = stage.message(asked)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]  # type: ignore[index]
    for _ in range(2):
        stage.telegram.user_presses(stage.athlete, asked, str(press))
    await stage.settle()
    assert await stage.sets() == ["80×9"]
    stage.is_clean()


@pytest.mark.parametrize("said", ["@8", "+2.5", "skip", "80", "8 8 7"])
async def test_what_is_no_whole_set_asks_to_start_first(stage: Stage, said: str) -> None:
    await stage.hears("/plan", said)
    assert stage.newest == "Your workout isn't started yet. Start it, then send the set."
    assert stage.labels() == ["▶ Start"]
    await stage.hears("[▶ Start]")
    assert await stage.sets() == []
    stage.is_clean()


async def test_a_set_of_an_exercise_in_the_plan_begins_it(stage: Stage) -> None:
    await stage.hears("/plan")
    first = stage.newest.split("\n")
    name = next(line for line in first if line in ("Back squat", "Bench press", "Deadlift"))
    await stage.hears(f"{name} 80x8")
    assert await stage.sets() == ["80×8"]
    await stage.hears("+10m")
    assert stage.newest.startswith(f"{name} · set 2 of ")
    stage.is_clean()


async def test_a_set_of_another_exercise_is_free_training(stage: Stage) -> None:
    await stage.hears("/plan", "preacher curl 20x8")
    assert (await stage.workout()).session.is_free
    stage.is_clean()


async def test_without_a_plan_it_is_asked_of_which_exercise_a_set_is(stage: Stage) -> None:
    await stage.hears("80x8")
    assert stage.newest == (
        "No workout is running. Which exercise is that of? Send its name, or see /plan."
    )
    await stage.hears("bench")
    assert [f"{one.exercise_id} {one.reps}" for one in (await stage.workout()).sets] == ["bench_press 8"]
    stage.is_clean()


@pytest.mark.parametrize("before", [(), ("/plan",)])
async def test_sets_behind_an_exercise_that_was_looked_up_begin_with_it(
    stage: Stage, before: tuple[str, ...]
) -> None:
    await stage.hears(*before, "bench", "+20s", "80x8")
    assert [f"{one.exercise_id} {one.reps}" for one in (await stage.workout()).sets] == ["bench_press 8"]
    stage.is_clean()


@pytest.mark.parametrize("said", ["start", "Let's go", "ok let's start the workout", "begin"])
async def test_words_begin_the_plan_on_show(stage: Stage, said: str) -> None:
    await stage.hears("/plan", said)
    assert stage.newest.startswith("Bench press · set 1 of 4")
    await stage.hears("80x10")
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_german_words_begin_it_too(stage: Stage) -> None:
    await stage.hears("%de", "/language de", "/plan", "los")
    assert "Satz 1 von 4" in stage.newest
    stage.is_clean()


async def test_words_show_a_plan_that_was_not_seen_before(stage: Stage) -> None:
    await stage.hears("start")
    assert "▶ Start" in stage.labels()
    assert await stage.read(open_workout, stage.athlete.id) is None
    stage.is_clean()


async def test_an_offer_taken_by_the_upper_of_two_is_no_choice_for_words_any_more(stage: Stage) -> None:
    await stage.hears("/plan", "80x9")
    upper = stage.bot_messages[-1].id
    await stage.hears("80x9")
    assert stage.bot_messages[-1].id != upper
    stage.telegram.user_taps(stage.athlete, upper, "▶ Start · 80 kg × 9")
    await stage.settle()
    assert await stage.sets() == ["80×9"]
    assert await stage.read(awaited_of, stage.athlete.id) is None
    stage.is_clean()
