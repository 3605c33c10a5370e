"""A workout by nothing but words: every way to say a set, what is asked back, and what logs nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dialogs.stage import Stage


async def test_sets_in_words_alone(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ 80 kg x 8
      👍 on 4
   3  (edited) ✓ 80 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ @8
      👍 on 5
   3  (edited) ✓ 80 kg × 8 @8 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
   7 🔔 Bench press · set 2 of 4 · 75 kg × 10
…
   3  (edited) Bench press 1/4 ✓ 80 kg × 8 @8
▸ 8 @9
      👍 on 8
   7  (edited) ✓ 75 kg × 8 @9 · rest 90 s, next set in 1 min 30 s
…
▸ same
      👍 on 9
   7  (edited) ✓ 75 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ +10m
  10 🔔 Bench press · set 4 of 4 · 75 kg × 8
…
▸ fail 6
      👍 on 11
  10  (edited) Bench press ✓ 80 kg × 8 · 75 kg × 8, 8, 6 failure
  12· Barbell row · set 1 of 4 · 62.5 kg × 10
…
▸ +2.5
      👍 on 13
  12  (edited) Barbell row · set 1 of 4 · 65 kg × 10
…
▸ done
      👍 on 14
  12  (edited) ✓ 65 kg × 10 · rest 90 s, next set in 1 min 30 s
…
▸ skip
      👍 on 15
  16· Barbell row · set 3 of 4 · 65 kg × 10
…
▸ 👍
      👍 on 17
  16  (edited) ✓ 65 kg × 10 · rest 90 s, next set in 1 min 30 s
…
""")
    assert await stage.sets() == ["80×8", "75×8", "75×8", "75×6", "65×10", "65×10"]
    sets = (await stage.workout()).sets
    assert [done.rir for done in sets[:3]] == [2, 1, None]
    assert sets[3].kind == "failure"


async def test_three_sets_in_one_message(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ 3x8x80
      👍 on 4
   3  (edited) ✓ 80 kg × 8 · ✓ 80 kg × 8 · ✓ 80 kg × 8 · rest …
…
▸ +5m
   6 🔔 Bench press · set 4 of 4 · …
…
""")
    assert await stage.sets() == ["80×8"] * 3


@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("8", "80×8"),
        ("8x80", "80×8"),
        ("80x8", "80×8"),
        ("80 kg x 8", "80×8"),
        ("8 @ 80", "80×8"),
        ("8 reps", "80×8"),
        ("80,5 × 8", "80.5×8"),
        ("80х8", "80×8"),
        ("80*8", "80×8"),
        ("٨٠ × ٨", "80×8"),
        ("80x8 @8.5", "80×8"),
        ("8 rpe 9", "80×8"),
        ("8 2rir", "80×8"),
        ("176 lb x 8", "176×8"),
        ("same", "80×10"),
        ("done", "80×10"),
        ("ok", "80×10"),
        ("👍", "80×10"),
        ("✅", "80×10"),
        ("fail 6", "80×6"),
        ("80x0", "80×0"),
    ],
)
async def test_one_way_to_say_a_set(stage: Stage, typed: str, logged: str) -> None:
    await stage.hears("/plan", "[▶ Start]", typed)
    assert await stage.sets() == [logged]
    assert "👍" in {emoji for message in own_messages(stage) for emoji in message.values()}
    stage.is_clean()


@pytest.mark.parametrize("nod", ["ok", "done", "👍"])
async def test_a_nod_while_resting_logs_nothing(stage: Stage, nod: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]")
    heard = await stage.hears(nod)
    assert "Resting." in heard
    assert await stage.sets() == ["80×10"]
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+60s")
    stage.is_clean()


@pytest.mark.parametrize(("pressed", "kept"), [("Set 1 was 7", ["80×7"]), ("Set 2: 7", ["80×10", "80×7"])])
async def test_a_bare_number_right_after_a_tap_asks(stage: Stage, pressed: str, kept: list[str]) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+10s", "7")
    assert stage.labels() == ["Set 1 was 7", "Set 2: 7"]
    assert await stage.sets() == ["80×10"]
    await stage.taps(pressed)
    assert await stage.sets() == kept
    stage.is_clean()


async def test_a_bare_number_later_logs_the_next_set_early(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+21s", "7")
    assert await stage.sets() == ["80×10", "80×7"]


async def test_numbers_that_read_both_ways_are_asked_and_nothing_is_logged(stage: Stage) -> None:
    """A calf raise of 20 reps at 20 kg may well be 20 × 25 or 25 × 20."""
    await stage.hears("/plan", "[▶ Start]", "calf raise 20x25")
    before = await stage.sets()
    assert len(stage.labels()) == 2
    chosen = stage.labels()[0]
    await stage.taps(chosen)
    assert len(await stage.sets()) == len(before) + 1
    assert before == []
    stage.is_clean()


@pytest.mark.parametrize(
    ("typed", "buttons", "logged"),
    [
        ("8 8 85", ["80 kg × 8, 8, 85", "No, I'll send it again"], ["80×8", "80×8", "80×85"]),
        ("80 80 8", ["80 kg × 80, 80, 8", "80 kg × 80, 8"], ["80×80", "80×80", "80×8"]),
        ("8x8", ["8 sets: 80 kg × 8", "No, I'll send it again"], ["80×8"] * 8),
        ("375x8 375x7", ["375 kg × 8, 7", "No, I'll send it again"], ["375×8", "375×7"]),
        ("375x8/7 f", ["375 kg × 8/7 failure", "No, I'll send it again"], ["375×7"]),
    ],
)
async def test_several_sets_that_are_unclear_are_asked_too(
    stage: Stage, typed: str, buttons: list[str], logged: list[str]
) -> None:
    await stage.hears("/plan", "[▶ Start]", typed)
    assert stage.labels() == buttons
    assert await stage.sets() == []
    asked = stage.bot_messages[-1].id
    await stage.hears(f"#{asked}.1", f"#{asked}.1")
    assert await stage.sets() == logged
    stage.is_clean()


async def test_what_is_asked_back_keeps_sides_and_failure(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "375x8/7 f", "[375 kg]")
    (done,) = (await stage.workout()).sets
    assert (done.sides, done.kind) == ((8, 7), "failure")
    stage.is_clean()


async def test_a_load_said_last_holds_for_all_before_it(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8 8 80")
    assert await stage.sets() == ["80×8", "80×8"]


async def test_375_after_37_5_is_asked(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Warm-up done]", "37.5x10", "+5m", "375x10")
    assert "far above" in stage.newest
    assert await stage.sets() == ["37.5×10"]
    await stage.taps("375 kg × 10")
    assert await stage.sets() == ["37.5×10", "375×10"]
    stage.is_clean()


async def test_no_i_will_send_it_again(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Warm-up done]", "37.5x10", "+5m", "375x10")
    await stage.hears("[No, I'll send it again]", "37.5x9")
    assert await stage.sets() == ["37.5×10", "37.5×9"]
    stage.is_clean()


async def test_a_lone_load_asks_for_the_reps(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80")
    assert "how many" in stage.newest
    assert await stage.sets() == []


async def test_comfort_is_asked_after_a_typed_last_set_and_one_tap_tells(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "4x10x80")
    assert stage.labels(3) == ["easy (3+ left)", "1–2 left", "all I had"]
    assert stage.newest.startswith(("Barbell row", "Warm-up"))
    await stage.taps("all I had", 3)
    assert stage.labels(3) == []
    assert (await stage.workout()).sets[-1].comfort == "all_out"
    assert len(await stage.sets()) == 4
    stage.is_clean()


async def test_effort_that_was_said_is_not_asked(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "3x10x80", "+5m", "10 @9")
    assert stage.labels(3) == []
    assert len(await stage.sets()) == 4


async def test_words_that_mean_something(stage: Stage) -> None:
    await stage.hears("let's go")
    assert "▶ Start" in stage.labels()
    await stage.hears("[▶ Start]", "too heavy")
    assert "✅ 77.5 kg × 10" in stage.labels()
    await stage.hears("too light")
    assert "✅ 80 kg × 10" in stage.labels()
    assert "Bench press" in await stage.hears("why so heavy?")
    assert "Bench press 1/4" in await stage.hears("hi")
    assert "Log a set" in await stage.hears("\\help")
    assert "🔔" not in await stage.hears("next")
    await stage.hears("80x8", "oops", "take it back")
    assert await stage.sets() == []
    await stage.hears("80x8", "that's it")
    assert "19 sets are left" in stage.newest
    await stage.hears("[Finish]")
    assert stage.newest.startswith("Done")
    stage.is_clean()


async def test_words_that_need_a_workout_say_so(stage: Stage) -> None:
    for words in ("that's it", "too heavy", "why?", "8", "80x8", "done"):
        assert "No workout is running" in await stage.hears(words), words
    assert "get help" in (await stage.hears("I feel dizzy")).lower() or "Stop now" in stage.newest
    stage.is_clean()


async def test_a_typed_set_is_kept_at_the_moment_it_is_typed(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8")
    await stage.restart(after=timedelta(seconds=1))
    assert await stage.sets() == ["80×8"]


def own_messages(stage: Stage) -> list[dict[int, str]]:
    sent = stage.telegram.chats[stage.athlete.id].messages.values()
    return [message.reactions for message in sent if message.sender_id == stage.athlete.id]
