"""The rest between two sets: one bell, with sound, at the right second; moved, skipped, silenced, by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.terminal.ledger import Call
from core.model.athlete import Goal
from core.store import timers
from core.store.timers import Accounts
from tests.dialogs.stage import START, Stage, intermediate

SET_ONE = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]")


async def test_the_bell_rings_once_with_sound_and_on_the_second(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    assert "🔔" not in await stage.hears("+59s")
    assert bells(stage) == []
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+1s")
    (bell,) = bells(stage)
    assert bell.at == START + timedelta(seconds=60)
    assert not bell.params.get("disable_notification")
    assert "🔔" not in await stage.hears("+50m")
    stage.is_clean()


async def test_half_a_minute_more_or_less(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ [✅ 80 kg × 10]
   3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min
…
▸ [+30 s]
   3  (edited) ✓ 80 kg × 10 · rest 90 s, next set in 1 min 30 s
…
▸ +80s
▸ [+30 s]
   3  (edited) ✓ 80 kg × 10 · rest 2 min, next set in 40 s
…
▸ [−30 s]
   3  (edited) ✓ 80 kg × 10 · rest 90 s, next set in 10 s
…
▸ +9s
▸ +1s
   5 🔔 Bench press · set 2 of 4 · 80 kg × 10
…
""")


async def test_thirty_seconds_off_the_last_ten_is_the_end(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+50s")
    assert "5· Bench press · set 2 of 4" in await stage.hears("[−30 s]")
    assert "🔔" not in await stage.hears("+10m")
    stage.is_clean()


async def test_skip_brings_the_card_silently_and_no_bell(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+10s")
    assert "5· Bench press · set 2 of 4" in await stage.hears("[Skip rest]")
    assert "🔔" not in await stage.hears("+10m")
    await stage.plays("""
▸ #3.1
      ! there is no button 1 on message 3: it has none
""")


@pytest.mark.parametrize(
    ("silencing", "brings"),
    [
        ("75x8", "👍 on 5"),
        ("/finish", "Done · "),
        ("/undo", "6· Bench press") ,
        ("skip", "Bench press · set 3 of 4"),
        ("chest pain", "Stop now"),
    ],
)  # fmt: skip
async def test_what_silences_a_rest(stage: Stage, silencing: str, brings: str) -> None:
    await stage.hears(*SET_ONE, "+30s")
    heard = await stage.hears(silencing)
    assert brings in heard
    quiet = await stage.hears("+31s")
    assert "🔔" not in quiet
    assert len(bells(stage)) == 0
    stage.is_clean()


async def test_logging_early_starts_a_new_rest(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+40s", "8")
    assert "🔔" not in await stage.hears("+89s")
    assert "🔔 Bench press · set 3 of 4" in await stage.hears("+1s")
    assert len(bells(stage)) == 1


async def test_buttons_of_a_rest_that_is_over_say_so(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    skip = stage.telegram.button(stage.message(3), "Skip rest")["callback_data"]
    await stage.hears("+60s")
    sent = len(stage.bot_messages)
    for _ in range(2):
        stage.telegram.user_presses(stage.athlete, 3, skip)
        await stage.settle()
    assert "(toast: That rest is over.)" in await stage.hears("+1s")
    assert len(stage.bot_messages) == sent
    stage.is_clean()


async def test_by_hand(stage: Stage) -> None:
    await stage.plays("""
▸ /rest 90
   2· ⏱ Rest. The bell rings in 1 min 30 s.
▸ +30s
▸ /rest
   4· ⏱ Rest. The bell rings in 1 min.
▸ +60s
   5 🔔 Rest is over.
▸ /rest
   7  Send /rest 90 for 90 seconds (5 s to 60 min), …
      For one exercise, from now on: /rest 120 bench (15 s to 10 min).
▸ /rest 10
   9· ⏱ Rest. The bell rings in 10 s.
▸ /rest off
      👍 on 10
▸ +20s
▸ /rest off
  12  No rest is running.
""")


@pytest.mark.parametrize(
    ("words", "told"),
    [("2 min", "2 min"), ("2:30", "2 min 30 s"), ("90 s", "1 min 30 s"), ("15min", "15 min"), ("5", "5 s")],
)
async def test_by_hand_in_minutes(stage: Stage, words: str, told: str) -> None:
    assert f"The bell rings in {told}." in await stage.hears(f"/rest {words}")


@pytest.mark.parametrize("words", ["0x10", "-5", "4", "3601", "NaN", "1e9", "10^12", "soon", "90 90", "١e"])
async def test_by_hand_within_bounds(stage: Stage, words: str) -> None:
    assert "5 s to 60 min" in await stage.hears(f"/rest {words}")
    assert "🔔" not in await stage.hears("+2h")
    stage.is_clean()


async def test_one_exercise_rests_its_own_time(stage: Stage) -> None:
    await stage.plays("""
▸ /rest 120 bench
   2  Bench press rests 2 min between sets.
      ⚠ For size the rules say 60 s to 90 s. I keep to yours.
      After a missed set it may grow. Back: /rest Bench press off.
▸ /rest ohp 75
   4  Overhead press rests 75 s between sets.
      After a missed set it may grow. Back: /rest Overhead press off.
▸ /rest Bench press
   6  Bench press rests 2 min between sets.
      ⚠ For size the rules say 60 s to 90 s. I keep to yours.
      After a missed set it may grow. Back: /rest Bench press off.
▸ /plan
…
▸ [▶ Start]
…
▸ [✅ 80 kg × 10]
   9  (edited) ✓ 80 kg × 10 · rest 2 min, next set in 2 min
…
""")
    assert "🔔" not in await stage.hears("+119s")
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+1s")
    stage.is_clean()


async def test_one_exercise_told_between_sets_counts_from_the_next(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "/rest 2:30 bench", "+60s")
    assert "rest 2:30 min" in await stage.hears("[✅ 80 kg × 10]")
    assert "rests as your goal asks" in await stage.hears("/rest bench off")
    stage.is_clean()


@pytest.mark.parametrize("words", ["bench 9999", "bench soon", "bench -90", "bench nan"])
async def test_no_rest_of_an_exercise_is_told_how(stage: Stage, words: str) -> None:
    told = await stage.hears(f"/rest {words}")
    assert "/rest 120 bench" in told
    assert "between sets" not in told


async def test_by_hand_in_a_workout_brings_the_next_card(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "/rest 120")
    assert "🔔" not in await stage.hears("+119s")
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+1s")
    assert len(bells(stage)) == 1
    stage.is_clean()


async def test_the_bell_can_be_tested(stage: Stage) -> None:
    await stage.plays("""
▸ /start
…
▸ [🔔 Test the bell]
      (alert: It rings in 5 seconds.…
▸ +4s
▸ +1s
   3 🔔 …
""")


@pytest.mark.parametrize("silencing", ["[Skip rest]", "75x8", "/undo", "/finish", "[+30 s]"])
async def test_timers_add_up(stage: Stage, silencing: str) -> None:
    await stage.hears(*SET_ONE, "+30s", silencing, "+5h", "+1d")
    found = await stage.read(timers.accounts)
    assert isinstance(found, Accounts)
    assert found.standing == 0
    assert found.armed == found.rung + sum(found.cancelled.values())


def bells(stage: Stage) -> list[Call]:
    """Cards that came with sound and unasked."""
    return [
        call
        for call in stage.telegram.ledger.calls("sendMessage")
        if not call.params.get("disable_notification") and "of 4" in call.text
    ]


async def test_by_hand_in_a_workout_counts_on_the_card(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    sent = len(stage.bot_messages)
    heard = await stage.hears("/rest 120")
    assert "👍 on 4" in heard
    assert "3  (edited) ✓ 80 kg × 10 · rest 2 min, next set in 2 min" in heard
    assert len(stage.bot_messages) == sent
    heard = await stage.hears("+10s", "/rest off")
    assert "Bench press · set 2 of 4" in heard
    assert "🔔" not in await stage.hears("+5m")
    stage.is_clean()


@pytest.mark.parametrize("going_on", [("/start",), ("/plan", "[▶ Go on with your workout]")])
async def test_going_on_while_resting_shows_the_countdown_and_leaves_the_bell(
    stage: Stage, going_on: tuple[str, ...]
) -> None:
    heard = await stage.hears(*SET_ONE, "+10s", *going_on)
    assert "✓ 80 kg × 10 · rest 60 s, next set in 50 s" in heard
    assert stage.newest.startswith("✓ 80 kg × 10 · rest 60 s")
    assert stage.labels()[0] == "Skip rest"
    assert str(stage.message(3)["text"]) == "Bench press set 1 ↓"
    assert "🔔" not in await stage.hears("+49s")
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+1s")
    assert len(bells(stage)) == 1
    stage.is_clean()


async def test_going_on_while_resting_after_a_warm_up_shows_its_card(stage: Stage) -> None:
    heard = await stage.hears("/plan lower", "[▶ Start]", "[Warm-up done]", "+10s", "/start")
    assert "⏱ Rest. The bell rings in" in heard
    assert "⏱ Rest. The bell rings" in stage.newest
    stage.is_clean()


async def test_a_typed_warm_up_rests_as_short_as_a_tapped_one(stage: Stage) -> None:
    await stage.knows(intermediate(wish=Goal.STRENGTH))
    heard = await stage.hears("/plan", "[▶ Start]", "41x3 w")
    assert "rest 60 s" in heard
    assert "🔔" in await stage.hears("+60s")
    stage.is_clean()


@pytest.mark.parametrize("before", [(), ("80x10", "skip exercise")])
async def test_by_hand_after_a_warm_up_counts_on_the_card_that_rests(
    stage: Stage, before: tuple[str, ...]
) -> None:
    await stage.hears("/plan", "[▶ Start]", *before, "[Warm-up done]")
    card, sent = stage.bot_messages[-1].id, len(stage.bot_messages)
    heard = await stage.hears("/rest 90")
    assert f"{card}  (edited) " in heard
    assert "⏱ Rest. The bell rings in 1 min 30 s." in heard
    assert len(stage.bot_messages) == sent
    assert "🔔" not in await stage.hears("+89s")
    assert "🔔" in await stage.hears("+1s")
    stage.is_clean()


@pytest.mark.parametrize("words", ["/rest 90", "rest 90 s"])
async def test_by_hand_before_a_set_counts_on_its_card(stage: Stage, words: str) -> None:
    """No message says for ever when a bell rang: the card counts, and gives way to the one that rings."""
    await stage.hears(*SET_ONE, "+60s", "+30s")
    sent = len(stage.bot_messages)
    heard = await stage.hears(words)
    assert "5  (edited) Bench press · set 2 of 4 · 80 kg × 10" in heard
    assert "⏱ Rest. The bell rings in 1 min 30 s." in heard
    assert len(stage.bot_messages) == sent
    assert "🔔" not in await stage.hears("+89s")
    heard = await stage.hears("+1s")
    assert "🔔 Bench press · set 2 of 4" in heard
    assert "(5 deleted)" in heard
    assert len(stage.bot_messages) == sent
    stage.is_clean()


@pytest.mark.parametrize(
    "words",
    [
        "less rest between sets",
        "shorter rests please",
        "longer rest today",
        "more rest from now on",
        "my rests are too long",
        "change rest time",
        "kürzere Pausen",
    ],
)
async def test_other_rests_from_now_on_are_chosen_in_their_menu(stage: Stage, words: str) -> None:
    heard = await stage.hears(*SET_ONE, "+10s", words)
    assert "Rest between sets for size: as the goal asks" in heard
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+50s")  # the one that runs stays as it is
    stage.is_clean()


async def test_rests_chosen_in_a_workout_count_from_its_next_set(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "shorter rests please", "[90 s]", "+60s")
    assert "· rest 90 s" in await stage.hears("80x10")
    await stage.hears("+90s", "less rest between sets")
    assert "Rest between sets for size: 50 s" in await stage.hears("50")
    assert "· rest 50 s" in await stage.hears("80x10")
    stage.is_clean()


async def test_an_exercise_with_a_rest_of_its_own_keeps_it(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+60s", "/rest 2 min bench", "longer rests", "[90 s]", "80x10")
    assert "· rest 2 min" in str(stage.message(5)["text"])
    stage.is_clean()


async def test_wait_and_a_number_is_a_set_or_a_rest_and_says_so(stage: Stage) -> None:
    heard = await stage.hears(*SET_ONE, "+10s", "wait 8")
    assert "Reps or a rest? no, 8 puts the last set right, rest 8 min starts a timer." in heard
    assert await stage.sets() == ["80×10"]
    await stage.hears("no, 8")
    assert await stage.sets() == ["80×8"]
    assert "The bell rings in 8 min." in await stage.hears("rest 8 min", "how long rest?")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "left"), [("wait 2 min", "2 min"), ("wait 90", "1 min 30 s"), ("wait for 3 minutes", "3 min")]
)
async def test_wait_so_long_is_a_rest(stage: Stage, words: str, left: str) -> None:
    await stage.hears(*SET_ONE, "+10s", words)
    assert f"The bell rings in {left}." in await stage.hears("how long rest?")
    assert await stage.sets() == ["80×10"]
    stage.is_clean()
