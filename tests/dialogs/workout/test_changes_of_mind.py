"""The gym is as it is: a machine is taken, an exercise comes later, something hurts, time is up."""

from __future__ import annotations

import pytest

from core.model.athlete import Health
from core.store.workouts import aches
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


async def test_rack_is_taken(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ 80x10
…
▸ rack is taken
   6  Instead of Bench press, for the same muscles:
      [1 Dumbbell bench press 30 kg]
…
▸ [Dumbbell bench press]
   6  (edited) ⇄ Dumbbell bench press it is.
   7· Dumbbell bench press · set 1 of 3 · …
…
   3  (edited) Bench press ✓ 80 kg × 10
""")
    assert "🔔" not in await stage.hears("+5m")
    await stage.hears("30x10")
    workout = await stage.workout()
    assert [done.exercise_id for done in workout.sets] == ["bench_press", "dumbbell_bench_press"]


@pytest.mark.parametrize(
    ("words", "title", "first"),
    [
        ("row is taken", "Instead of Barbell row, for the same muscles:", None),
        ("das Rudern ist besetzt", "Instead of Barbell row, for the same muscles:", None),
        ("bench is taken", "Instead of Bench press, for the same muscles:", None),
        ("machine is taken", "Instead of Bench press, for the same muscles:", None),
        ("close-grip bench press instead", "Instead of Bench press, for the same muscles:", "Close-grip"),
        ("swap row for t-bar row", "Instead of Barbell row, for the same muscles:", "T-bar row"),
        ("t-bar row instead of row", "Instead of Barbell row, for the same muscles:", "T-bar row"),
    ],
)
async def test_what_is_taken_and_what_comes_instead_may_be_named(
    stage: Stage, words: str, title: str, first: str | None
) -> None:
    await stage.hears(*STARTED, words)
    assert stage.newest == title
    assert first is None or stage.labels()[0].startswith(first)


async def test_a_later_exercise_is_swapped_while_the_rest_goes_on(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "swap row for t-bar row")
    heard = await stage.hears("[T-bar row]")
    assert "⇄ T-bar row it is." in heard
    assert "set 2 of 4" not in heard
    assert "🔔" in await stage.hears("+60s")
    workout = await stage.workout()
    assert [one.exercise_id for one in workout.sets] == ["bench_press"]
    asked = [workout.session.prescriptions[one].exercise_id for one in workout.session.running_order]
    assert "t_bar_row" in asked
    assert "barbell_row" not in asked
    stage.is_clean()


async def test_a_swap_keeps_the_sets_and_the_pair_of_a_short_workout(stage: Stage) -> None:
    planned = await stage.hears("/plan full a 30min")
    assert planned.count("pair A") == 2
    assert "3 × 10" in planned
    await stage.hears("[Swap]", "[Bench press]", "[Dumbbell bench press 30 kg]")
    assert stage.newest.count("pair A") == 2
    assert "3 × " in stage.newest.split("Dumbbell bench press")[1].split("\n")[1]
    await stage.hears("[▶ Start]", "bench is taken")
    assert stage.newest == "Instead of Dumbbell bench press, for the same muscles:"
    await stage.hears("[Machine chest press 67.5 kg]", "112.5x10")
    assert "Machine chest press · set 1 of 3" in stage.newest  # the pair is done in turn
    await stage.hears("67.5x10")
    assert "Back squat" in stage.newest


async def test_swap_on_the_card_and_back(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ [Swap]
   3  (edited) Instead of Bench press, for the same muscles:
…
▸ [‹ Back]
   3  (edited) Bench press · set 1 of 4 · 80 kg × 10
…
▸ [Swap]
…
▸ [Machine chest press]
   4· Machine chest press · set 1 of 4 · …
…
   3  (edited) ⇄ Machine chest press it is.
""")


async def test_later(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "+60s", "[Later]")
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    await stage.hears("4x10x60")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    stage.is_clean()


async def test_later_tapped_twice_moves_it_behind_one(stage: Stage) -> None:
    await stage.hears(*STARTED)
    for _ in range(2):
        stage.telegram.user_taps(stage.athlete, 3, "Later")
    await stage.settle()
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    assert (await stage.workout()).session.running_order[:3] == (1, 0, 2)
    stage.is_clean()


async def test_the_last_exercise_has_no_later(stage: Stage) -> None:
    await stage.hears(*STARTED)
    for _ in range(4):
        await stage.hears("[More]", "[Skip exercise]")
    assert "Later" not in stage.labels()
    heard = await stage.hears("later")
    assert "last exercise left" in heard
    stage.is_clean()


async def test_why(stage: Stage) -> None:
    await stage.hears(*STARTED)
    heard = await stage.hears("[Why?]")
    assert "80 %" in heard
    assert "3  (edited) Bench press · set 1 of 4 · 80 kg × 10" in await stage.hears("[‹ Back]")
    stage.is_clean()


async def test_another_load_or_other_reps_log_nothing(stage: Stage) -> None:
    await stage.hears(*STARTED, "[−2.5 kg]")
    assert "✅ 77.5 kg × 10" in stage.labels()
    await stage.hears("[+2.5 kg]", "[+2.5 kg]", "+2.5")
    assert "✅ 85 kg × 10" in stage.labels()
    assert await stage.sets() == []
    await stage.hears("3x10x80", "+5m", "[+2]")
    assert "✅ 12 · easy (3+ left)" in stage.labels()
    await stage.hears("[11]", "[✅ 11 · all I had]")
    assert (await stage.sets())[-1] == "85×11"
    stage.is_clean()


async def test_muscle_burn_goes_on(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "it hurts", "[Muscle]")
    assert "That's the muscle working" in stage.newest
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+60s")
    assert await stage.read(aches, stage.athlete.id) == frozenset()


async def test_a_joint_ends_the_exercise_and_is_remembered(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "sharp pain in my shoulder", "[Joint]")
    assert "Stopped Bench press" in stage.newest
    assert "🔔" not in await stage.hears("+5m")
    await stage.hears("[No, go on with the rest]")
    assert stage.newest.startswith("Barbell row")
    assert await stage.sets() == ["80×10"]
    assert await stage.read(aches, stage.athlete.id) == {"bench_press"}
    await stage.hears("/finish", "+7d", "/plan")
    assert "Bench press" not in stage.newest
    stage.is_clean()


async def test_pain_on_the_card_swaps_with_one_tap(stage: Stage) -> None:
    await stage.hears(*STARTED, "[More]", "[Something hurts]", "[Joint]")
    other = stage.labels()[0]
    await stage.taps(other)
    assert (await stage.workout()).session.prescriptions[0].pained
    assert other.startswith(stage.newest.split(" · ")[0])
    stage.is_clean()


@pytest.mark.parametrize("typed", ["chest pain", "my chest hurts", "I'm dizzy", "can't breathe"])
async def test_chest_pain_ends_it_at_once_and_nothing_is_planned(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED, "80x10", typed)
    assert "Stop now" in stage.newest
    assert await stage.sets() == ["80×10"]
    assert (await stage.profile()).health is Health.DOCTOR_FIRST
    assert "🔔" not in await stage.hears("+1d")
    heard = await stage.hears("/plan")
    assert "doctor" in heard
    assert "▶ Start" not in stage.labels()
    stage.is_clean()


async def test_chest_pain_by_button_and_the_old_plan_is_closed(stage: Stage) -> None:
    await stage.hears("/plan", "/plan strength", "[▶ Start]", "it hurts", "[Chest]")
    assert "Stop now" in stage.newest
    sent = len(stage.bot_messages)
    await stage.hears("#2.1")
    assert len(stage.bot_messages) == sent
    assert (await stage.workout()).state == "closed"
    stage.is_clean()


async def test_finish_with_sets_left(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "[Fix]", "[It's right]", "+60s", "[More]", "[Finish workout]")
    assert stage.newest.startswith("Done · 1 min · 1 set · 800 kg lifted")
    assert "🔔" not in await stage.hears("+1d")
    stage.is_clean()


async def test_finish_twice(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "/finish")
    assert "No workout is running" in await stage.hears("/finish")
    assert "No workout is running" in await stage.hears("/done")
    stage.is_clean()


async def test_done_is_the_set_with_a_slash_and_without(stage: Stage) -> None:
    await stage.hears(*STARTED, "/done")
    assert await stage.sets() == ["80×10"]
    assert "/finish ends the workout" in await stage.hears("/done")
    await stage.hears("+60s", "done")
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_a_workout_without_a_set_is_closed_not_finished(stage: Stage) -> None:
    await stage.hears(*STARTED, "/finish")
    assert "Workout closed" in stage.newest
    assert (await stage.workout()).state == "closed"
    heard = await stage.hears("/plan")
    assert "Today is done" not in heard
    stage.is_clean()


async def test_still_training_is_asked_once_and_four_hours_close(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10")
    assert "Still training" not in await stage.hears("+59m")
    heard = await stage.hears("+1m")
    assert "Still training? 1 set is safe." in heard
    assert "Still training" not in await stage.hears("+2h", "+59m")
    heard = await stage.hears("+1m")
    assert "Four quiet hours" in heard
    assert (await stage.workout()).state == "finished"
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_go_on_after_an_hour(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "+60m", "[Go on]")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert "Four quiet hours" not in await stage.hears("+3h")
    assert "Still training? 1 set is safe." in "\n".join(
        str(message.body["text"]) for message in stage.bot_messages[-2:]
    )
    stage.is_clean()


async def test_an_empty_workout_closes_without_a_word(stage: Stage) -> None:
    await stage.hears(*STARTED, "+60m")
    sent = len(stage.bot_messages)
    await stage.hears("+1d")
    assert len(stage.bot_messages) == sent - 1  # the question leaves
    assert (await stage.workout()).state == "closed"


@pytest.mark.parametrize("typed", ["no squat rack", "no free rack"])
async def test_a_missing_rack_offers_others(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED)
    assert "Instead of Bench press" in await stage.hears(typed)
    stage.is_clean()


async def test_no_easy_week_is_offered_on_the_return_from_a_rest(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "sharp pain in my shoulder", "[Joint]", "/finish", "+3d", "/plan")
    assert "Take an easy week" in stage.labels()
    await stage.hears("+25d", "/plan")
    assert "after 28 days off" in stage.newest
    assert "Take an easy week" not in stage.labels()
    stage.is_clean()


async def test_one_more_rep_count_for_what_was_swapped_away_is_like_its_last_set(stage: Stage) -> None:
    """The plan's own load, which nobody was shown any more, was taken for it."""
    await stage.hears("/plan", "[▶ Start]", "80x8", "+90s", "77.5x7", "+90s")
    card = stage.bot_messages[-1].id
    await stage.hears("[Swap]", "[Dumbbell bench press 30 kg]", "+2s", f">{card} 9")
    assert await stage.sets() == ["80×8", "77.5×7", "77.5×9"]
    stage.is_clean()
