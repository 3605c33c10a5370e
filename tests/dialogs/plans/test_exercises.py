"""Exercises of one's own, looked up, favoured, left out and asked about after a pain: whole conversations."""

from __future__ import annotations

import pytest

from core.store.own_exercises import own_exercises
from core.store.plans import plan_of
from core.store.workouts import aches
from tests.dialogs.stage import Stage

ADDED = ("/log jefferson curl 30x10", "[➕ Add it]", "[Hinge: hips, hamstrings]", "[Barbell]")


async def planned(stage: Stage) -> list[str]:
    """Ids of what the plan that stands holds."""
    plan = await stage.read(plan_of, stage.athlete.id)
    assert plan is not None
    return [asked.exercise_id for asked in plan.session.prescriptions]


async def test_a_name_nobody_knows_becomes_ones_own_and_its_set_is_logged(stage: Stage) -> None:
    await stage.plays("""
▸ /log jefferson curl 30x10
   2  I know no exercise called “Jefferson curl”. Is it one of these?
      [1 Preacher curl]
      [2 ➕ Add it]
▸ [➕ Add it]
   2  (edited) Jefferson curl: what does it train?
      I plan it in place of others that train the same.
      [1 Squat: thighs, hips] [2 Lunge: one leg]
      [3 Hinge: hips, hamstrings] [4 Carry: grip, trunk]
…
      [20 Leave it]
▸ [Hinge: hips, hamstrings]
   2  (edited) Jefferson curl (Hinge: hips, hamstrings): done with what?
      [1 Barbell] [2 Machine or cable]
      [3 Dumbbell in each hand] [4 One dumbbell]
      [5 Kettlebell] [6 Band]
      [7 Bodyweight, reps] [8 Bodyweight, held]
      [9 ‹ Back]
▸ [Barbell]
   2  (edited) ➕ Jefferson curl is yours now. Log it by name, like jefferson curl 20x10; plans can hold it.
      [1 Show it]
      👍 on 1
   3· Jefferson curl ✓ 30 kg × 10 · rest 90 s, next set in 1 min 30 s
      Next: 30 kg × 10, same plates
      How was the weight?
      [1 Too light] [2 Right] [3 Too heavy]
      [4 Skip rest] [5 +30 s] [6 −30 s] [7 Fix]
▸ jeffersn curl 35x8
      👍 on 4
   3  (edited) Jefferson curl ✓ 35 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ /exercises jefferson curl
   6  Jefferson curl
      Trains: hamstrings, glutes; helped by lower back
      With: barbell
      An exercise of your own.
      Last time: 30 kg × 10 · 35 kg × 8
      [1 ⭐ Favourite] [2 🚫 Never plan it]
      [3 Add to my plan]
      [4 Records] [5 ‹ My exercises]
▸ /finish
      👍 on 7
   8· Done · 1 min · 2 sets · 580 kg lifted
      Jefferson curl: 30 kg × 10 · 35 kg × 8
…
""")
    assert await stage.sets() == ["30×10", "35×8"]


async def test_a_near_exercise_was_meant(stage: Stage) -> None:
    await stage.hears("zercher carry 50x10")
    assert stage.labels() == ["Overhead carry", "Farmer's carry", "Zercher squat", "➕ Add it"]
    await stage.hears("[Zercher squat]", "#2.1")
    workout = await stage.workout()
    assert [done.exercise_id for done in workout.sets] == ["zercher_squat"]
    assert await stage.sets() == ["50×10"]
    stage.is_clean()


async def test_it_is_asked_once_and_still_known_after_a_restart(stage: Stage) -> None:
    await stage.hears(*ADDED[:-1])
    question = stage.bot_messages[-1].id
    await stage.taps("Barbell", question)
    rows = stage.telegram.chats[stage.athlete.id].messages[question].body["reply_markup"]
    assert "Barbell" not in str(rows)
    await stage.restart()
    await stage.hears("jefferson curl 30x8", "Jefferson Curls 30x7")
    assert len(await stage.read(own_exercises, stage.athlete.id)) == 1
    assert await stage.sets() == ["30×10", "30×8", "30×7"]
    stage.is_clean()


async def test_a_set_that_cannot_be_leaves_the_workout_as_it_was(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10")
    before = await stage.workout()
    await stage.hears("band twist 20x10", "[➕ Add it]", "[Abs, trunk]")
    heard = await stage.hears("[Band]")
    assert "Band twist is yours now" in heard
    assert "Up to ten sets fit" in heard
    assert (await stage.workout()).session == before.session
    await stage.hears("band twist 12 reps")
    assert await stage.sets() == ["80×10", "12"]
    stage.is_clean()


async def test_sets_typed_long_ago_are_not_logged_now(stage: Stage) -> None:
    await stage.hears(*ADDED[:-1], "+2h")
    heard = await stage.hears("[Barbell]")
    assert "Jefferson curl is yours now" in heard
    assert "✓" not in heard


async def test_an_older_name_is_not_taken_for_a_newer_one(stage: Stage) -> None:
    await stage.hears("/log jefferson curl 30x10", "/log zercher carry 50x10")
    heard = await stage.hears("#2.2")
    assert "(toast: That was about another name." in heard
    assert await stage.read(own_exercises, stage.athlete.id) == ()


@pytest.mark.parametrize(
    "name", ["<b>x</b> & {y} lift", "{a} hurl", "% s curl", "a" * 60, "кульгавий присід", "ＡＢＣ lift"]
)
async def test_any_name_is_shown_as_it_is(stage: Stage, name: str) -> None:
    await stage.hears(f"/exercises {name}", "[➕ Add it]", "[Biceps]", "[One dumbbell]", "[Show it]")
    (own,) = await stage.read(own_exercises, stage.athlete.id)
    assert own.name in stage.newest
    await stage.hears("[Add to my plan]", f"/exercises {own.name}", "/exercises", f"{own.name} 10 kg x 8")
    assert await stage.sets() == ["10×8"]
    stage.is_clean()


@pytest.mark.parametrize("name", ["💪", "x", "5x5", "a" * 61, "...", "\u200b\u200b"])
async def test_what_is_no_name_cannot_be_added(stage: Stage, name: str) -> None:
    await stage.hears(f"/exercises {name}")
    assert "➕ Add it" not in stage.labels()
    stage.is_clean()


async def test_looking_up(stage: Stage) -> None:
    await stage.plays("""
▸ /exercises
   2  No favourites yet, none of your own, and none left out.
      Look one up: /exercises bench, or a muscle: /exercises calves.
▸ /exercises bench
   4  Which one?
      [1 Bench press]
      [2 Incline bench press]
…
▸ [Bench press]
   4  (edited) Bench press
      Trains: chest; helped by triceps, front shoulders
      With: barbell
      • Squeeze shoulder blades together, feet planted
      • Lower to mid-chest, elbows about 60 degrees out
      Common mistake: Flaring the elbows and bouncing off the chest
      You haven't logged it yet.
      One-rep max: 100 kg, as you told me (± 4 %, so 96 to 104 kg)
      [1 ⭐ Favourite] [2 🚫 Never plan it]
      [3 Add to my plan]
      [4 ‹ My exercises]
▸ /exercises barbell row
   6  Barbell row
…
      One-rep max: 81 kg, worked out from another lift (± 10 %, so 73 to 89 kg)
…
""")


async def test_never_planned_again_until_it_may(stage: Stage) -> None:
    await stage.hears("/plan", "/exercises bench press", "[🚫 Never plan it]")
    assert "Never planned, as you wish" in stage.newest
    await stage.hears("/plan")
    assert "bench_press" not in await planned(stage)
    await stage.hears("[Swap]")
    await stage.taps(stage.labels()[0])
    assert not any(label.startswith("Bench press") for label in stage.labels())
    await stage.hears("/exercises")
    assert stage.newest.startswith("🚫 Never planned: Bench press")
    await stage.hears("[Bench press]", "[Plan it again]", "/plan")
    assert "bench_press" in await planned(stage)
    stage.is_clean()


async def test_a_favourite_fills_its_slot_and_leads_the_swaps(stage: Stage) -> None:
    await stage.hears("/exercises floor press", "[⭐ Favourite]", "/plan")
    assert (await planned(stage))[0] == "floor_press"
    await stage.hears("/exercises floor press", "[⭐ No favourite any more]", "/plan")
    assert (await planned(stage))[0] == "bench_press"
    for name in ("smith machine bench press", "machine chest press", "floor press"):
        await stage.hears(f"/exercises {name}", "[⭐ Favourite]", "+1m")
    await stage.hears("/plan")
    assert (await planned(stage))[0] == "floor_press", "the newest wish leads"
    await stage.hears("[Swap]", "[Floor press]")
    assert stage.labels()[0].startswith("Smith machine bench press")
    stage.is_clean()


async def test_an_own_exercise_is_put_into_the_plan_and_done(stage: Stage) -> None:
    await stage.hears(*ADDED, "/finish", "+1d", "/plan upper")
    await stage.hears("/exercises jefferson curl", "[Add to my plan]")
    assert "Jefferson curl\n4 × 10 @ 30 kg" in stage.newest
    (own,) = await stage.read(own_exercises, stage.athlete.id)
    assert (await planned(stage))[-1] == own.id
    await stage.hears("[▶ Start]", "jefferson curl 30x8", "/finish")
    assert "Jefferson curl: 30 kg × 8" in stage.newest
    assert "Jefferson curl stays at" in stage.newest
    stage.is_clean()


async def test_an_own_exercise_that_suits_the_day_is_offered_first(stage: Stage) -> None:
    await stage.hears(*ADDED, "/finish", "+1d", "/plan lower", "[Add exercise]")
    assert stage.labels()[0].startswith("Jefferson curl")
    await stage.hears("/plan upper", "[Add exercise]")
    assert not any(label.startswith("Jefferson curl") for label in stage.labels())


async def test_what_one_cannot_do_is_not_put_into_the_plan(first_timer: Stage) -> None:
    heard = await first_timer.hears("/exercises deadlift", "[Add to my plan]")
    assert "(toast: That one comes later" in heard
    first_timer.is_clean()


async def test_what_hurt_is_told_and_asked_about(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "it hurts", "[Joint, or sharp pain]", "[No, go on with the rest]")
    await stage.hears("60x8", "/finish", "+1d")
    await stage.hears("/plan upper a")
    assert "Left out, because it hurt: Bench press." in stage.newest
    assert "bench_press" not in await planned(stage)
    await stage.hears("[Does it still hurt?]")
    assert stage.newest == "Bench press: does it still hurt?"
    await stage.hears("[Yes, leave it out]")
    assert "Left out, because it hurt: Bench press." in stage.newest
    await stage.hears("[Does it still hurt?]", "[No, plan it again]")
    assert "Left out" not in stage.newest
    assert (await planned(stage))[0] == "bench_press"
    assert await stage.read(aches, stage.athlete.id) == frozenset()
    stage.is_clean()


async def test_what_hurt_is_healed_on_its_card(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "it hurts", "[Joint, or sharp pain]", "[Finish]")
    await stage.hears("/exercises bench press")
    assert "It hurt, so it's left out for now." in stage.newest
    assert "Add to my plan" not in stage.labels()
    await stage.hears("[It no longer hurts]")
    assert "It hurt" not in stage.newest
    assert await stage.read(aches, stage.athlete.id) == frozenset()
    stage.is_clean()


async def test_the_same_swap_twice_asks_whether_always(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Swap]", "[Dumbbell bench press]", "30x10")
    assert "Always?" not in "".join(str(message.body["text"]) for message in stage.bot_messages)
    await stage.hears("/finish", "+1d", "/plan upper a", "[▶ Start]", "[Swap]", "[Dumbbell bench press]")
    asked = next(one for one in stage.bot_messages if str(one.body["text"]).endswith("again. Always?"))
    await stage.taps("Always", asked.id)
    await stage.hears("30x10", "/finish", "+1d", "/plan upper a")
    assert (await planned(stage))[0] == "dumbbell_bench_press"
    await stage.hears("/exercises")
    assert "⭐ Favourites: Dumbbell bench press" in stage.newest
    assert "🚫 Never planned: Bench press" in stage.newest
    stage.is_clean()


async def test_another_swap_is_not_asked_about(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Swap]", "[Dumbbell bench press]", "30x10", "/finish", "+1d")
    await stage.hears("/plan upper a", "[Swap]", "[Bench press]", "[Machine chest press]")
    assert not stage.newest.endswith("Always?")
    stage.is_clean()


async def test_a_strangers_search_is_answered(newcomer: Stage) -> None:
    await newcomer.hears("/exercises bench")
    assert newcomer.newest == "We haven't met yet: /start takes a minute."


async def test_a_stranger_who_only_says_hi_is_asked_the_first_question(newcomer: Stage) -> None:
    await newcomer.hears("hi")
    assert newcomer.newest.startswith("I'm Spotter")
    assert "1/7" in newcomer.newest
    await newcomer.hears("bench 80x8")
    assert "Kept until I know kg or lb: bench 80x8" in newcomer.newest
    newcomer.is_clean()


async def test_the_records_of_an_exercise_are_one_tap_from_its_page(stage: Stage) -> None:
    assert "Records" not in await stage.hears("/exercises back squat")
    await stage.hears("squat 3x5x100", "/finish", "/exercises back squat")
    heard = await stage.hears("[Records]")
    assert "100 kg × 5 · 2 Mar 2026" in heard
