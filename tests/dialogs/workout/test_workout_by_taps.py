"""A workout as prescribed, by nothing but taps: how many there are, what is kept, what the recap says."""

from __future__ import annotations

from bot.callbacks import LogSet, decode
from core.model.workout import LoggedSet, Workout
from tests.dialogs.stage import Stage


async def test_as_prescribed(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
   2  Size · Upper body A · …
…
▸ [▶ Start]
   2  (edited) ▶ Size · Upper body A
   3· Bench press · set 1 of 4 · 80 kg × 10
…
▸ [✅ 80 kg × 10]
   3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min
      Next: 80 kg × 10, same plates
      [1 Skip rest] [2 +30 s] [3 −30 s] [4 Fix]
▸ +60s
   5 🔔 Bench press · set 2 of 4 · 80 kg × 10
…
   3  (edited) Bench press 1/4 ✓ 80 kg × 10
▸ [8]
   5  (edited) ✓ 80 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
   6 🔔 Bench press · set 3 of 4 · 75 kg × 10
…
   5  (edited) Bench press 2/4 ✓ 80 kg × 8
▸ [✅ 75 kg × 10]
   6  (edited) ✓ 75 kg × 10 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
   7 🔔 Bench press · set 4 of 4 · 75 kg × 10
…
      [1 ✅ 10 · easy (3+ left)]
      [2 ✅ 10 · 1–2 left]
      [3 ✅ 10 · all I had]
…
   6  (edited) Bench press 3/4 ✓ 75 kg × 10
▸ [✅ 10 · 1–2 left]
   7  (edited) Bench press ✓ 80 kg × 10, 8 · 75 kg × 10, 10
   8· Barbell row · set 1 of 4 · 62.5 kg × 10
…
""")
    assert await stage.sets() == ["80×10", "80×8", "75×10", "75×10"]
    assert (await stage.workout()).sets[-1].comfort == "right"


async def test_a_whole_workout_is_sets_and_two_taps_more(stage: Stage) -> None:
    """Plan, out of the menu of commands, and Start; then one tap a set, and the recap comes by itself.

    The comfort of a last set is in its own button.
    """
    await stage.hears("/log lat pulldown 60x8", "/finish", "+3d", "/plan")
    workout = await trained_by_taps(stage)
    assert all(asked.load is not None for asked in workout.session.prescriptions)
    plan_in_the_menu = 1
    assert plan_in_the_menu + taps_of(stage) == len(workout.sets) + 2 == 22


async def test_a_load_that_has_to_be_found_costs_one_tap_more(stage: Stage) -> None:
    """Which weight, out of five; how it was is asked, and need not be told."""
    await stage.hears("/plan")
    workout = await trained_by_taps(stage)
    (found,) = [asked for asked in workout.session.prescriptions if asked.load is None]
    assert found.exercise_id == "lat_pulldown"
    plan_in_the_menu, which_weight = 1, 1
    assert plan_in_the_menu + taps_of(stage) == len(workout.sets) + 2 + which_weight == 23


async def test_the_recap_tells_the_truth(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+60s", "[8]", "+90s", "[✅ 75 kg × 10]")
    await stage.hears("+90s", "[✅ 10 · 1–2 left]", "[✅ 62.5 kg × 10]", "/finish")
    done = (await stage.workout()).sets
    lifted = sum(one.load.g * one.reps for one in done if one.load is not None) // 1000
    minutes = round((done[-1].logged_at - done[0].logged_at).total_seconds() / 60)
    assert [(one.load.value, one.reps) for one in done if one.load] == [
        (80, 10), (80, 8), (75, 10), (75, 10), (62.5, 10)
    ]  # fmt: skip
    assert (lifted, minutes) == (3565, 4)
    told = stage.newest.split("\n")
    assert told[0] == "Done · 4 min · 5 sets · 3,565 kg lifted"
    assert told[1:3] == ["Bench press: 80 kg × 10, 8 · 75 kg × 10, 10", "Barbell row: 62.5 kg × 10"]
    assert any(line.startswith("Workout 1 of 4 this week.") for line in told)


async def test_dumbbells_count_with_both_hands_and_the_body_counts_nothing(stage: Stage) -> None:
    await stage.hears("dumbbell bench press 30x10", "+1m", "push-up 12", "/finish")
    assert stage.newest.startswith("Done · 1 min · 2 sets · 600 kg lifted")


async def test_a_record_is_told_against_what_was_there_before(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "/finish")
    assert "🏆" not in stage.newest
    await stage.hears("+3d", "bench 85x10", "/finish")
    assert "🏆 Bench press" in stage.newest
    stage.is_clean()


async def trained_by_taps(stage: Stage) -> Workout:
    """The plan that stands, started and done as prescribed: every set, and each last one with its comfort."""
    await stage.hears("[▶ Start]")
    while not stage.newest.startswith("Done"):
        await taps_green(stage)
        await stage.hears("+5m")
    workout = await stage.workout()
    assert len(workout.sets) == sum(asked.sets for asked in workout.session.prescriptions)
    assert all(done.comfort == "right" for done in last_sets(workout))
    stage.is_clean()
    return workout


def taps_of(stage: Stage) -> int:
    """How many buttons were tapped by now: each is answered once."""
    return sum(call.method == "answerCallbackQuery" for call in stage.telegram.ledger)


async def taps_green(stage: Stage) -> None:
    """The tap that logs as asked; on a card that asks which weight, a weight first."""
    card = stage.bot_messages[-1]
    if not any(label.startswith("✅") for label in stage.labels()):
        await stage.taps(stage.labels()[2])
    logging = [
        (label, press)
        for label, press in zip(stage.labels(), presses(card.body), strict=True)
        if isinstance(decode(press), LogSet) and label.startswith("✅")
    ]
    label = logging[1][0] if len(logging) > 1 else logging[0][0]
    await stage.taps(label)


def presses(body: dict[str, object]) -> list[str]:
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])  # type: ignore[attr-defined]
    return [button["callback_data"] for row in rows for button in row]


def last_sets(workout: Workout) -> list[LoggedSet]:
    return [workout.sets_of(place)[-1] for place in range(len(workout.session.prescriptions))]
