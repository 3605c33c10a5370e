"""Routines: a workout saved, planned by name, edited, renamed, deleted and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.model.routine import RoutineExercise
from core.store.plans import plan_of
from core.store.routines import add_routine, routines_of
from tests.dialogs.stage import Stage, beginner, intermediate

TRAINED = ("/plan upper a", "[▶ Start]", "80x10", "barbell row 60x10", "/finish")
PUSH = ("bench_press", "lateral_raise", "triceps_pushdown")


async def has(stage: Stage, *named: tuple[str, tuple[str, ...]]) -> None:
    """The athlete has saved these routines before."""
    for name, exercises in named:
        held = tuple(map(RoutineExercise, exercises))
        await stage.room.store.run(add_routine, stage.athlete.id, name, held, stage.clock.now())


async def kept(stage: Stage, name: str) -> list[tuple[str, int | None, int | None, int | None]]:
    """What a routine holds: exercise, sets, reps, pair."""
    found = next(one for one in await stage.read(routines_of, stage.athlete.id) if one.name == name)
    return [(one.exercise_id, one.sets, one.reps, one.pair) for one in found.exercises]


async def planned(stage: Stage) -> list[str]:
    """Ids of what the plan that stands holds."""
    plan = await stage.read(plan_of, stage.athlete.id)
    assert plan is not None
    return [asked.exercise_id for asked in plan.session.prescriptions]


async def test_a_workout_is_saved_planned_by_name_and_progresses(stage: Stage) -> None:
    await stage.hears(*TRAINED)
    await stage.plays("""
▸ [Save as routine]
   9  How shall this routine be called? Tap, or send a name.
      [1 Save as Upper body A]
      [2 ‹ My routines]
▸ Push A
      👍 on 10
   9  (edited) 💾 Saved.
      Push A
      1. Bench press
      2. Barbell row
      Weights come from your log and your goal, like in any plan.
      [1 ▶ Plan it] [2 🔗 Share]
      [3 Edit] [4 Rename] [5 Delete]
      [6 ‹ My routines]
▸ +1d
…
▸ /plan push a
  12  Size · Push A · ≈ 31 min
      Same again: 1 of 4 sets done last time.

      Bench press
      4 × 10 @ 80 kg (80 %) · rest 60 s
      last time 80 kg × 10

      Barbell row
      4 × 10 @ 60 kg (78 %) · rest 90 s
      last time 60 kg × 10
…
      [8 Your plan instead of the routine]
▸ /plan
  14  Size · Push A · ≈ 31 min
…
      [8 Your plan instead of the routine]
▸ [Your plan instead of the routine]
  14  (edited) Size · Lower body A · ≈ 45 min
…
""")


async def test_the_offered_name_is_taken_by_a_tap_and_numbered_when_it_is_taken(stage: Stage) -> None:
    await stage.hears(*TRAINED, "[Save as routine]", "[Save as Upper body A]")
    assert stage.newest.startswith("💾 Saved.\nUpper body A\n")
    recap = stage.bot_messages[-2].id
    await stage.taps("Save as routine", recap)
    assert stage.labels()[0] == "Save as Upper body A 2"


@pytest.mark.parametrize("label", ["Save as routine", "🔗 Share"])
async def test_a_second_tap_has_the_answer_that_stands(stage: Stage, label: str) -> None:
    await stage.hears(*TRAINED)
    recap = stage.bot_messages[-1].id
    for _ in range(2):
        stage.telegram.user_taps(stage.athlete, recap, label)
    await stage.settle()
    assert len([one for one in stage.bot_messages if one.id > recap]) == 1
    stage.is_clean()


async def test_a_routine_in_a_workout_carries_its_name_and_is_not_saved_again(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH))
    await stage.hears("/plan push a", "[▶ Start]", "80x10", "/finish")
    assert "Save as routine" not in stage.labels()
    shown = [str(message.body["text"]) for message in stage.bot_messages]
    assert "▶ Size · Push A" in shown
    await stage.hears("+1d", "/plan")
    assert "Upper body A" in stage.newest  # the split goes on where it was
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("push a", "Push A"),
        ("PUSH  A", "Push A"),
        ("pusha", "Push A"),
        ("psh a", "Push A"),
        ("strength a", "Strength A"),
        ("legs", "Legs"),
        ("push a 30min", "Push A"),
    ],
)
async def test_a_routine_is_found_by_its_name(stage: Stage, words: str, meant: str) -> None:
    await has(stage, ("Push A", PUSH), ("Strength A", PUSH), ("Legs", ("back_squat",)))
    await stage.hears(f"/plan {words}")
    assert f"· {meant} · ≈" in stage.newest


async def test_a_goals_own_word_stays_the_goal(stage: Stage) -> None:
    await has(stage, ("Strength", PUSH), ("Size matters", PUSH))
    await stage.hears("/plan strength")
    assert stage.newest.startswith("Strength · Upper body A")
    await stage.hears("/plan size 30min")
    assert stage.newest.startswith("Size · Upper body A")


async def test_words_that_could_mean_several_are_asked_back(stage: Stage) -> None:
    await has(stage, ("Push one", PUSH), ("Push two", PUSH))
    await stage.hears("/plan push")
    assert (stage.newest, stage.labels()) == ("Which one?", ["Push one", "Push two", "Push A, my own plan"])
    await stage.hears("[Push A, my own plan]")
    assert "Size · Push A ·" in stage.newest
    await stage.hears("/plan push", "[Push two]")
    assert "Size · Push two ·" in stage.newest
    await stage.hears("/plan yoga")
    assert stage.newest.startswith("I know no goal, day or routine “yoga”")


async def test_editing_moves_pairs_counts_removes_and_adds(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH))
    await stage.hears("/routines", "[Push A]", "[Edit]", "[Lateral raise]", "[↑]", "[Sets +]", "[Sets +]")
    await stage.hears("[Reps +]", "[Reps −]", "[Superset with Bench press]")
    assert stage.newest.split("\n")[1:4] == [
        "1. Lateral raise · 4 sets · 9 reps · superset A",
        "2. Bench press · superset A",
        "3. Triceps pushdown",
    ]
    await stage.hears("[‹ Back]", "[Triceps pushdown]", "[Remove]", "[➕ Add exercise]", "overhead press")
    await stage.hears("[Overhead press]")
    assert await kept(stage, "Push A") == [
        ("lateral_raise", 4, 9, 1), ("bench_press", None, None, 1), ("overhead_press", None, None, None),
    ]  # fmt: skip
    await stage.hears("[‹ Back]", "[▶ Plan it]")
    assert "Lateral raise\n4 × 9" in stage.newest
    assert stage.newest.count("pair A") == 2
    await stage.hears("/routines", "[Push A]", "[Edit]", "[Bench press]", "[↓]")
    assert [pair for *_, pair in await kept(stage, "Push A")] == [None, None, None]
    stage.is_clean()


async def test_an_old_button_moves_nothing_else(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH))
    await stage.hears(
        "/routines", "[Push A]", "[Edit]", "/routines", "[Push A]", "[Edit]", "[Bench press]", "[↓]"
    )
    heard = await stage.hears("#2.1")
    assert "(toast: That routine has changed since." in heard
    assert [name for name, *_ in await kept(stage, "Push A")] == ["lateral_raise", "bench_press", PUSH[2]]


async def test_the_last_exercise_stays(stage: Stage) -> None:
    await has(stage, ("Push A", ("bench_press",)))
    await stage.hears("/routines", "[Push A]", "[Edit]", "[Bench press]")
    assert "Remove" not in stage.labels()


async def test_renaming_deleting_and_taking_it_back(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH), ("Pull A", PUSH))
    await stage.hears("/routines", "[Push A]", "[Rename]", "pull a")
    assert stage.newest == "You have a routine called “pull a”. Send another name."
    await stage.hears("Press day")
    heard = await stage.hears("/routines", "[Press day]", "[Delete]")
    assert "(toast: Deleted. Undo brings it back.)" in heard
    assert stage.newest == "Press day is deleted."
    assert [one.name for one in await stage.read(routines_of, stage.athlete.id)] == ["Pull A"]
    await stage.hears("[↩ Undo]")
    assert stage.newest.startswith("Press day\n1. Bench press")
    await stage.hears("[Delete]", "/routines", "[Pull A]", "[Delete]")
    first = next(one for one in stage.bot_messages if "Press day is deleted." in str(one.body["text"]))
    heard = await stage.hears(f"#{first.id}.1")
    assert "(toast: That routine is gone." in heard
    stage.is_clean()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("<b>Push</b> & {pull} %s", "<b>Push</b> & {pull} %s"),
        ("💪" * 300, "💪" * 40),
        ("تمرين الدفع", "تمرين الدفع"),
        ("\u202eevil\u202c  push", "evil push"),
        ("5x5", "5x5"),
        ("line\nbreak", "line break"),
    ],
)
async def test_hostile_names_are_kept_bounded_and_shown_as_they_are(
    stage: Stage, typed: str, name: str
) -> None:
    await stage.hears(*TRAINED, "[Save as routine]")
    stage.telegram.user_sends(stage.athlete, typed)
    await stage.settle()
    assert [one.name for one in await stage.read(routines_of, stage.athlete.id)] == [name]
    assert name in stage.newest
    await stage.hears("/routines", f"[{stage.labels()[0]}]")
    stage.is_clean()


async def test_a_name_with_nothing_to_see_is_asked_again(stage: Stage) -> None:
    await stage.hears(*TRAINED, "[Save as routine]")
    stage.telegram.user_sends(stage.athlete, "\u200e\u00ad\u200e")
    await stage.settle()
    assert stage.newest == "A name needs something to see, in up to 40 characters."
    await stage.hears("Push A")
    assert [one.name for one in await stage.read(routines_of, stage.athlete.id)] == ["Push A"]


async def test_thirty_are_the_most(stage: Stage) -> None:
    await has(stage, *((f"Day {number}", PUSH) for number in range(30)))
    await stage.hears(*TRAINED, "[Save as routine]", "One more")
    assert stage.newest == "Thirty routines are the most I keep. Delete one first: /routines."
    await stage.hears("/routines")
    assert len(stage.labels()) == 30
    stage.is_clean()


async def test_own_exercises_are_saved_and_planned(stage: Stage) -> None:
    await stage.hears(
        "/log jefferson curl 30x10", "[➕ Add it]", "[Hinge: hips, hamstrings]", "[Barbell]", "/finish"
    )
    await stage.hears("[Save as routine]", "Curls", "+1d", "/plan curls")
    assert "Jefferson curl\n4 × 10 @ 30 kg" in stage.newest
    stage.is_clean()


async def test_what_hurts_is_left_out_and_asked_about(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH))
    await stage.hears(
        "/plan push a", "[▶ Start]", "it hurts", "[Joint, or sharp pain]", "[Finish]", "/plan push a"
    )
    assert "Left out, because it hurt: Bench press." in stage.newest
    await stage.hears("[Does it still hurt?]", "[No, plan it again]")
    assert "· Push A · ≈" in stage.newest
    assert await planned(stage) == list(PUSH)
    stage.is_clean()


async def test_a_beginners_routine_follows_foundation(newcomer: Stage) -> None:
    await newcomer.knows(beginner())
    await has(newcomer, ("Mine", ("machine_chest_press", "machine_row")))
    await newcomer.hears("/plan mine")
    assert newcomer.newest.startswith("Foundation · Mine · ≈")


async def test_a_deleted_or_foreign_routine_is_gone(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH))
    await stage.hears("/routines", "[Push A]", "/routines", "[Push A]", "[Delete]")
    heard = await stage.hears("#2.1")
    assert "(toast: That routine is gone." in heard


async def test_others_buttons_change_nothing(stage: Stage) -> None:
    await has(stage, ("Push A", PUSH))
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    stage.telegram.user_sends(stage.athlete, "/routines", chat=group)
    await stage.settle()
    listed = max(stage.telegram.chats[group.id].messages)
    for label in ("Push A", "Delete"):
        stage.telegram.user_taps(stage.athlete if label == "Push A" else robin, listed, label, group)
        await stage.settle()
    assert [one.name for one in await stage.read(routines_of, stage.athlete.id)] == ["Push A"]
    assert "Delete" in str(stage.telegram.chats[group.id].messages[listed].body["reply_markup"])
    stage.is_clean()


async def test_it_is_there_after_a_restart_and_a_name_is_still_awaited(stage: Stage) -> None:
    await stage.hears(*TRAINED, "[Save as routine]")
    await stage.restart(after=timedelta(minutes=1))
    await stage.hears("Push A", "/routines", "[Push A]")
    assert stage.newest.startswith("Push A\n1. Bench press\n2. Barbell row")


async def test_without_any_it_says_how_one_comes_about(stage: Stage) -> None:
    await stage.hears("/routines")
    assert stage.newest.startswith("No routines yet. After a workout, tap Save as routine")


async def test_a_routines_name_alone_plans_it(stage: Stage) -> None:
    await stage.hears("/log bench 4x8x80", "/finish", "[Save as routine]", "Push A", "+1d")
    assert "Size · Push A" in await stage.hears("push a")
    await stage.hears("[▶ Start]")
    assert "Size · Push A" not in await stage.hears("push a")
    await stage.hears("/finish", "/routines", "[Push A]", "[Rename]", "Chest pain", "+1d")
    assert "Size · Chest pain" not in await stage.hears("chest pain")
