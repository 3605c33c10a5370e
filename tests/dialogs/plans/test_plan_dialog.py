"""/plan in every way it may be asked, and its buttons: the same twice, for today, shorter, swapped, why."""

from __future__ import annotations

import re

import pytest

from core.model.athlete import Gear, Goal
from core.store.plans import plan_of
from tests.dialogs.stage import Stage, beginner

TITLE = re.compile(r"(\w+) · .* · ≈ (\d+) min")


async def test_the_same_plan_twice_a_day(stage: Stage) -> None:
    await stage.hears("/plan")
    first = stage.newest
    await stage.hears("+5h", "/plan", "/plan hypertrophy")
    assert [message.body["text"] for message in stage.bot_messages] == [first] * 3
    plan = await stage.read(plan_of, stage.athlete.id)
    assert plan is not None
    await stage.restart()
    await stage.hears("/plan")
    assert await stage.read(plan_of, stage.athlete.id) == plan


async def test_after_the_days_workout_comes_the_next_session_and_its_day(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/finish", "[Next session]")
    headline, title = stage.newest.split("\n")[:2]
    assert "tomorrow" in headline or "Tuesday" in headline
    assert title.startswith("Size · Lower body A")
    await stage.hears("+1d", "/plan")
    assert stage.newest.startswith("Size · Lower body A")
    stage.is_clean()


async def test_a_logged_set_makes_an_old_plan_stale(stage: Stage) -> None:
    await stage.hears("/plan", "/plan", "[▶ Start]", "80x10", "/finish")
    heard = await stage.hears("#2.1")
    assert "That plan has changed" in heard
    assert (await stage.workout()).state == "finished"
    stage.is_clean()


async def test_another_goal_is_for_today_only_until_it_is_made_ones_own(stage: Stage) -> None:
    await stage.hears("/plan strength")
    assert stage.newest.startswith("Strength · Upper body A")
    assert stage.labels()[-1] == "Make strength my goal"
    assert (await stage.profile()).wish is Goal.HYPERTROPHY
    await stage.hears("/plan")
    assert stage.newest.startswith("Size")
    await stage.hears("/plan strength", "[Make strength my goal]")
    assert (await stage.profile()).wish is Goal.STRENGTH
    assert "Make strength my goal" not in stage.labels()
    await stage.hears("/plan")
    assert stage.newest.startswith("Strength")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("hypertrophy", "Size"),
        ("hyp", "Size"),
        ("size", "Size"),
        ("Muscle", "Size"),
        ("STRENGTH", "Strength"),
        ("str", "Strength"),
        ("foundation", "Foundation"),
    ],
)
async def test_words_for_goals(stage: Stage, words: str, goal: str) -> None:
    await stage.hears(f"/plan {words}")
    assert stage.newest.startswith(goal)


@pytest.mark.parametrize("words", ["foo", "🍌", "<b>size</b>", "-5", "NaN", "a" * 4000, "1e9min"])
async def test_an_unknown_goal_gets_the_list(stage: Stage, words: str) -> None:
    await stage.hears(f"/plan {words}")
    assert {"Size", "Strength", "Foundation"} <= set(stage.labels())
    await stage.hears("[Strength]")
    assert stage.newest.startswith("Strength")
    stage.is_clean()


async def test_half_an_hour(stage: Stage) -> None:
    await stage.hears("/plan hyp 30min")
    assert minutes(stage) <= 30
    assert stage.newest.startswith("Size")
    await stage.hears("/plan size")
    assert minutes(stage) <= 30, "asked again without minutes it stays the plan that stands"


async def test_shorter_longer(stage: Stage) -> None:
    await stage.hears("/plan")
    first = minutes(stage)
    await stage.hears("[Shorter]")
    short = minutes(stage)
    await stage.hears("[Longer]", "[Longer]")
    assert short < first
    assert minutes(stage) > short
    for _ in range(8):
        await stage.hears("[Shorter]")
    assert minutes(stage) >= 10
    await stage.hears("[▶ Start]")
    assert (await stage.workout()).state == "open"


async def test_why_is_asked_of_a_plan_in_words(stage: Stage) -> None:
    assert "No workout is running" in await stage.hears("why 80 kg?")
    await stage.hears("/plan", "why so many sets?")
    assert "One-rep max (what you can lift once): 100 kg, as you told me." in stage.newest
    assert "sets: for size, 3 to 5 of each exercise work best." in stage.newest
    stage.is_clean()


async def test_swap_add_why_and_back(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [Swap]
   2  (edited) …
      [1 Bench press]
      [2 Barbell row]
…
▸ [‹ Back]
   2  (edited) Size · Upper body A · …
…
▸ [Swap]
…
▸ [Barbell row]
   2  (edited) Instead of Barbell row, for the same muscles:
      [1 Seated cable row…
…
▸ [Seated cable row]
   2  (edited) Size · Upper body A · …
…
      Seated cable row
…
▸ [Add exercise]
…
▸ [Triceps pushdown]
   2  (edited) Size · Upper body A · …
…
      Triceps pushdown
…
▸ [Why?]
   2  (edited) …
…
      [1 ‹ Back]
▸ [‹ Back]
   2  (edited) Size · Upper body A · …
…
""")
    plan = await stage.read(plan_of, stage.athlete.id)
    assert plan is not None
    asked = [one.exercise_id for one in plan.session.prescriptions]
    assert asked[1] == "seated_cable_row"
    assert len(asked) == 6


async def test_ten_exercises_are_plenty(stage: Stage) -> None:
    await stage.hears("/plan")
    for _ in range(8):
        await stage.hears("[Add exercise]")
        if stage.labels() == ["‹ Back"]:
            break
        await stage.taps(stage.labels()[0])
        if "‹ Back" in stage.labels():
            await stage.taps("‹ Back")
    plan = await stage.read(plan_of, stage.athlete.id)
    assert plan is not None
    assert len(plan.session.prescriptions) <= 10
    stage.is_clean()


async def test_a_plan_during_a_workout_goes_on_with_it(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "/plan strength")
    assert stage.labels()[0] == "▶ Go on with your workout"
    await stage.hears("[▶ Go on with your workout]")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert (await stage.workout()).session.goal is Goal.HYPERTROPHY
    stage.is_clean()


async def test_before_the_onboarding_only_what_is_missing_is_asked(newcomer: Stage) -> None:
    heard = await newcomer.hears("/plan strength")
    assert "2/" in heard or "1/" in heard
    await newcomer.hears("experienced", "kg", "squat 180 bench 120 dead 220", "[Last 8 weeks]", "gym", "3")
    await newcomer.hears("[None of these]")
    assert newcomer.newest.startswith("Strength")
    assert "▶ Start" in newcomer.labels()
    newcomer.is_clean()


async def test_a_beginner_who_wants_size_gets_foundation_and_may_insist(first_timer: Stage) -> None:
    await first_timer.hears("/plan size")
    assert first_timer.newest.startswith("Foundation")
    labels = first_timer.labels()
    insist = next(label for label in labels if "size" in label.lower() and "goal" not in label)
    await first_timer.taps(insist)
    assert (await first_timer.profile()).insists
    assert (await first_timer.profile()).wish is Goal.HYPERTROPHY
    plan = await first_timer.read(plan_of, first_timer.athlete.id)
    assert plan is not None
    assert {asked.reps for asked in plan.session.prescriptions} == {12}
    assert all((asked.share or 0) <= 0.75 for asked in plan.session.prescriptions)
    first_timer.is_clean()


async def test_strength_stays_closed_to_a_beginner(newcomer: Stage) -> None:
    await newcomer.knows(beginner(insists=True))
    await newcomer.hears("/plan strength")
    assert not newcomer.newest.startswith("Strength")
    newcomer.is_clean()


def minutes(stage: Stage) -> int:
    found = TITLE.match(stage.newest)
    assert found, stage.newest
    return int(found[2])


async def test_a_short_set_in_a_pair_lengthens_the_rest_after_the_round(stage: Stage) -> None:
    await stage.hears("/plan hyp 30min")
    assert "pair A" in stage.newest
    await stage.hears("[▶ Start]")
    workout = await stage.workout()
    first, second = (workout.session.prescriptions[place] for place in workout.session.running_order[:2])
    assert first.superset is not None
    assert first.superset == second.superset
    assert second.load is not None
    await stage.hears(f"{first.load.value}x{first.reps}")
    heard = await stage.hears(f"{second.load.value}x{second.reps - 5}")
    assert "rest 90 s" in heard
    assert "Still 62.5 kg: lighter would be under the 75 % this goal asks for." in heard


async def test_a_short_set_at_the_head_of_a_pair_says_what_becomes_of_the_next_one(stage: Stage) -> None:
    await stage.hears("/plan hyp 30min", "[▶ Start]")
    first = (await stage.workout()).session.prescriptions[0]
    assert first.load is not None
    heard = await stage.hears(f"{first.load.value}x{first.reps - 3}")
    assert "Barbell row · set 1 of 4" in heard
    line = "      Longer rest now: 90 s. 3 reps short, so a little lighter: 75 kg. Enough for now: 9 reps."
    assert f"Bench press 1/4 ✓ 80 kg × 7\n{line}" in heard
    await stage.hears("62.5x10", "+90s")
    assert stage.newest.startswith("Bench press · set 2 of 4 · 75 kg")
    stage.is_clean()


async def test_two_sets_under_the_band_end_an_exercise_and_say_so(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x5", "+120s")
    heard = await stage.hears("70x4")
    line = "      Enough of this one: two sets stayed under 6 reps."
    assert f"Bench press ✓ 80 kg × 5 · 70 kg × 4\n{line}\n" in heard
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("leg day", "Size · Legs A"),
        ("a leg day, please", "Size · Legs A"),
        ("20 min arms", "Size · Upper body A"),
        ("for 45 minutes", "Size · Upper body A"),
        ("chest", "Size · Push A"),
        ("Beine heute", "Size · Legs A"),
        ("push a", "Size · Push A"),
        ("upper b", "Size · Upper body B"),
    ],
)
async def test_a_plan_is_asked_for_in_a_lifters_words(stage: Stage, words: str, title: str) -> None:
    await stage.hears(f"/plan {words}")
    assert stage.newest.startswith(title)
    stage.is_clean()


async def test_a_plan_with_other_equipment_asks_whether_from_now_on(stage: Stage) -> None:
    await stage.hears("/plan only machines", "[Yes, from now on]")
    assert (await stage.profile()).gear is Gear.MACHINES
    stage.is_clean()


async def test_why_names_no_exercise_without_a_reason_of_its_own(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[Why?]")
    text = str(first_timer.bot_messages[-1].body["text"])
    assert "Light and controlled: 2 sets of 15 reps" in text
    assert "Leg press" not in text
    first_timer.is_clean()
