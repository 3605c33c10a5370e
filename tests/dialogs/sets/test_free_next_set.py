"""Free training has a next set, too: when the rest is over it comes as a card, like the last one done."""

from __future__ import annotations

import pytest

from core.model.athlete import OneRepMax, Provenance, Rack
from core.units import Load, Unit
from tests.dialogs.stage import START, Stage, intermediate


async def test_the_bell_is_the_next_set_like_the_last_one(stage: Stage) -> None:
    await stage.plays("""
▸ bench 80x8
      👍 on 1
   2· Bench press ✓ 80 kg × 8 · rest 60 s, next set in 1 min
      Next: 80 kg × 8, same plates
      [1 Skip rest] [2 +30 s] [3 −30 s] [4 Fix]
▸ +60s
   3 🔔 Bench press · set 2 · 80 kg × 8
      same plates
      [1 ✅ 80 kg × 8]
      [2 7] [3 6] [4 −2.5 kg] [5 +2.5 kg]
      [6 Swap] [7 Finish workout] [8 More]
   2  (edited) Bench press ✓ 80 kg × 8
▸ [✅ 80 kg × 8]
   3  (edited) Bench press ✓ 80 kg × 8 · rest 60 s, next set in 1 min
      Next: 80 kg × 8, same plates
      [1 Skip rest] [2 +30 s] [3 −30 s] [4 Fix]
▸ [Skip rest]
   4· Bench press · set 3 · 80 kg × 8
…
""")
    await stage.hears("[Finish workout]")
    assert stage.message(4)["text"] == "Bench press ✓ 80 kg × 8, 8"
    assert await stage.sets() == ["80×8", "80×8"]


async def test_twenty_sets_of_five_exercises_are_at_most_26_messages(stage: Stage) -> None:
    for name in ("squat", "bench", "row", "pull-ups", "plank"):
        count = "45s" if name == "plank" else "8" if name == "pull-ups" else "50x8"
        await stage.hears(f"{name} {count}", "+6m")
        for _ in range(3):
            await stage.taps(stage.labels()[0])
            await stage.hears("+6m")
    await stage.hears("/finish")
    assert len(await stage.sets()) == 20
    assert len(stage.bot_messages) <= 26
    logging = [one for one in stage.bot_messages if any("✅" in label for label in stage.labels(one.id))]
    assert logging == []


async def test_load_and_reps_on_the_card_are_logged_by_a_tap_a_word_or_a_number(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "[+2.5 kg]")
    assert stage.labels()[0] == "✅ 82.5 kg × 8"
    await stage.hears("done", "+60s", "+2.5")
    assert stage.newest.startswith("Bench press · set 3 · 85 kg × 8")
    await stage.hears("7", "+60s", "87.5")
    assert stage.labels(stage.bot_messages[-2].id)[0] == "✅ 87.5 kg × 7"
    await stage.hears("6", "+60s")
    assert stage.labels()[0] == "✅ 87.5 kg × 6"
    assert await stage.sets() == ["80×8", "82.5×8", "85×7", "87.5×6"]


async def test_a_correction_in_the_rest_goes_on_to_the_card(stage: Stage) -> None:
    await stage.hears("bench 80x8")
    assert "Next: 75 kg × 9" in await stage.hears(">2 75x9")
    await stage.hears("~1 bench 70x10", "+60s")
    assert stage.newest.startswith("Bench press · set 2 · 70 kg × 10")


async def test_a_set_taken_back_is_offered_again(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "row 60x8", "/undo", "+1s")
    assert stage.newest.startswith("Barbell row · set 1 · 60 kg × 8")
    await stage.hears("[✅ 60 kg × 8]", "+90s")
    assert stage.newest.startswith("Barbell row · set 2 · 60 kg × 8")
    assert await stage.sets() == ["80×8", "60×8"]


async def test_the_bell_rings_the_same_card_after_a_restart(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "[+2.5 kg]", "[✅ 82.5 kg × 8]", "+30s")
    await stage.restart()
    await stage.hears("+30s")
    assert stage.newest.startswith("Bench press · set 3 · 82.5 kg × 8")
    await stage.restart()
    await stage.taps("✅ 82.5 kg × 8")
    assert await stage.sets() == ["80×8", "82.5×8", "82.5×8"]


async def test_another_exercise_takes_the_card_that_nobody_used(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "row 60x8")
    assert stage.bot_messages[-1].id == 3
    assert stage.newest.startswith("Barbell row ✓ 60 kg × 8 · rest")
    await stage.hears("+90s")
    assert stage.newest.startswith("Barbell row · set 2 · 60 kg × 8")
    await stage.hears("bench 80x6", "+60s")
    assert stage.newest.startswith("Bench press · set 3 · 80 kg × 6")


async def test_nothing_logs_a_set_of_an_exercise_that_hurts(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "my shoulder hurts", "[Joint, or sharp pain]", "+5m")
    logging = [one for one in stage.bot_messages if any("✅" in label for label in stage.labels(one.id))]
    assert logging == []


async def test_a_swap_brings_the_other_exercise_and_stays_with_it(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "[Swap]", "[Dumbbell bench press 30 kg]", "+1s")
    assert stage.newest.startswith("Dumbbell bench press · set 1 · 30 kg × 10")
    await stage.hears("[✅ 30 kg × 10]", "+2m")
    assert stage.newest.startswith("Dumbbell bench press · set 2 · 30 kg × 10")


async def test_holds_sides_and_the_body_alone_have_their_next_set(stage: Stage) -> None:
    await stage.hears("plank 45s", "+5m")
    assert stage.labels()[:3] == ["✅ 45 s", "40 s", "35 s"]
    await stage.hears("walking lunge 20x8/7", "+5m")
    assert stage.labels()[0] == "✅ 20 kg × 7"  # what both sides did
    heard = await stage.hears("pull-ups 8", "+5m")
    assert "How was the weight?" not in heard
    assert stage.newest.startswith("Pull-up · set 2 · ")
    assert stage.labels()[0] == "✅ 8 reps"
    await stage.hears("bw+10x6", "+5m")
    assert stage.labels()[0] == "✅ bw + 10 kg × 6"


async def test_a_drop_or_a_set_without_a_clean_rep_is_no_measure(stage: Stage) -> None:
    await stage.hears("bench 80x8", "60x10 drop", "+60s")
    assert stage.labels()[0] == "✅ 80 kg × 8"
    await stage.hears("fail 0", "+60s")
    assert stage.labels()[0] == "✅ 80 kg × 8"


async def test_behind_a_warm_up_comes_what_a_plan_would_ask(stage: Stage) -> None:
    await stage.hears("bench 40x5 w", "+5m")
    assert stage.labels()[0] == "✅ 80 kg × 10"


async def test_how_a_weight_felt_moves_the_next_set(first_timer: Stage) -> None:
    await first_timer.hears("bench 30x8", "[Too light]")
    assert "Next: 32.5 kg × 8" in first_timer.newest
    await first_timer.hears("+5m")
    assert first_timer.labels()[0] == "✅ 32.5 kg × 8"


async def test_pounds_stay_pounds(newcomer: Stage) -> None:
    best = OneRepMax("bench_press", Load.lb(225), Provenance.STATED, START)
    await newcomer.knows(intermediate(unit=Unit.LB, rack=Rack.standard(Unit.LB), one_rep_maxes=(best,)))
    await newcomer.hears("bench 135x8", "+60s")
    assert newcomer.labels()[:5] == ["✅ 135 lb × 8", "7", "6", "−5 lb", "+5 lb"]
    await newcomer.hears("60kg x 8", "+60s")
    assert newcomer.labels()[:5] == ["✅ 60 kg × 8", "7", "6", "125 lb", "135 lb"]


async def test_nothing_planned_is_skipped_and_why_says_so(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+60s", "skip")
    assert stage.newest == "Your free workout is open: send the next set, or /finish."
    await stage.hears("why")
    assert "Nobody planned it: take it," in stage.newest
    assert "Finish now? What you did is kept." in await stage.hears("stop")


@pytest.mark.parametrize("words", ["@9", "done", "same"])
async def test_before_any_set_or_card_nothing_is_logged_as_asked(stage: Stage, words: str) -> None:
    await stage.hears("squat 100x5, +10x5", words)
    assert await stage.sets() == []
    assert stage.newest == "Your free workout is open: send the next set, or /finish."
    stage.is_clean()
