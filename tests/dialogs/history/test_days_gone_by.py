"""Sets of a day gone by: kept on their day without a rest or a card, corrected and taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.dialogs.stage import Stage


async def test_yesterdays_squats(stage: Stage) -> None:
    await stage.plays("""
▸ yesterday: squat 5x5x100
   2· ✓ Kept for Sun 1 Mar
      Back squat: 100 kg × 5, 5, 5, 5, 5
      [1 Take it back]
▸ yesterday: bench 80x8 80x7
   4· ✓ Kept for Sun 1 Mar
      Back squat: 100 kg × 5, 5, 5, 5, 5
      Bench press: 80 kg × 8, 7
      [1 Take it back]
▸ +5m
▸ /undo
      👍 on 5
   4  (edited) ↩ Taken back from Sun 1 Mar.
      What stands that day:
      Back squat: 100 kg × 5, 5, 5, 5, 5
      [1 Put it back]
▸ [Put it back]
   4  (edited) ✓ Kept for Sun 1 Mar
      Back squat: 100 kg × 5, 5, 5, 5, 5
      Bench press: 80 kg × 8, 7
      [1 Take it back]
""")
    workout = await stage.workout()
    assert (workout.state, workout.trained_on) == ("finished", date(2026, 3, 1))
    assert await stage.sets() == ["100×5"] * 5 + ["80×8", "80×7"]


async def test_an_edit_corrects_the_day(stage: Stage) -> None:
    await stage.hears("yesterday: squat 5x5x100")
    assert "105 kg × 5, 5, 5, 5" in await stage.hears("~1 yesterday: squat 4x5x105")
    assert await stage.sets() == ["105×5"] * 4
    assert "An edit corrects the numbers." in await stage.hears("~1 yesterday: bench 4x5x105")
    assert "An edit corrects the numbers." in await stage.hears("~1 2 days ago: squat 4x5x105")
    assert await stage.sets() == ["105×5"] * 4
    stage.is_clean()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("sun: squat 100x5", date(2026, 3, 1)),
        ("monday: squat 100x5", date(2026, 2, 23)),
        ("on monday: squat 100x5", date(2026, 2, 23)),
        ("2026-02-20: squat 100x5", date(2026, 2, 20)),
        ("20.2.: squat 100x5", date(2026, 2, 20)),
        ("3 days ago: squat 100x5", date(2026, 2, 27)),
        ("gestern: squat 100x5", date(2026, 3, 1)),
        ("today: squat 100x5", date(2026, 3, 2)),
        ("/log yesterday: squat 100x5", date(2026, 3, 1)),
    ],
)
async def test_every_way_to_say_a_day(stage: Stage, typed: str, day: date) -> None:
    assert "✓ Kept for" in await stage.hears(typed)
    assert (await stage.workout()).trained_on == day
    assert "🔔" not in await stage.hears("+10m")
    assert "Still training" not in await stage.hears("+2h")
    stage.is_clean()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("2026-03-03: squat 100x5", "still to come"),
        ("2025-02-20: squat 100x5", "A year back"),
        ("9999 days ago: squat 100x5", "A year back"),
        ("yesterday: 100x5", "Which exercise"),
        ("yesterday: <b>zzqx 100x5", "I know no exercise like “<b>zzqx”"),
        ("yesterday: squat 900x5", "far above your best"),
        ("yesterday: squat 12", "Like this"),
        ("yesterday: squat -5x5", "start at zero"),
    ],
)
async def test_what_cannot_be_kept_is_told_in_a_line(stage: Stage, typed: str, line: str) -> None:
    assert line in await stage.hears(typed)
    assert "No workout" in await stage.hears("/finish")
    stage.is_clean()


async def test_between_two_sets_the_open_workout_goes_on(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10")
    heard = await stage.hears("yesterday: squat 5x5x100")
    assert "Back squat: 100 kg × 5, 5, 5, 5, 5" in heard
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+60s")
    assert await stage.sets() == ["80×10"]
    await stage.hears("80x9", "/undo")
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize("typed", ["80x5 5 5", "105x5 5 5", "3x5 80kg @8", "3x5 80 @8"])
async def test_sets_of_a_day_gone_by_are_typed_like_any(stage: Stage, typed: str) -> None:
    heard = await stage.hears(f"yesterday: bench {typed}")
    assert "× 5, 5, 5" in heard
    stage.is_clean()


async def test_redo_puts_back_what_undo_took_of_that_day(stage: Stage) -> None:
    """Also below a workout that runs, of which nothing is taken back."""
    await stage.hears("squat 100x5", "+5s", "yesterday: squat 5x5x100", "+5s", "undo", "+5s")
    told = next(one.id for one in stage.bot_messages if "Taken back" in str(one.body["text"]))
    heard = await stage.hears("redo", "+5s")
    assert "nothing" not in heard.lower()
    assert str(stage.message(told)["text"]).startswith("✓ Kept for Sun 1 Mar\nBack squat: 100 kg × 5, 5")
    await stage.hears("undo", "+5s")
    assert str(stage.message(told)["text"]).startswith("↩ Taken back")
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


async def test_sets_join_the_workout_of_their_day_and_its_recap(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/finish", "+24h")
    recap = stage.bot_messages[-1].id
    heard = await stage.hears("yesterday: curl 3x12x15")
    assert "Bench press: 80 kg × 10" in heard
    assert "12, 12, 12" in heard
    assert "· 4 sets ·" in str(stage.message(recap)["text"])
    assert len(await stage.sets()) == 4
    stage.is_clean()


async def test_the_past_counts_like_any_workout(stage: Stage) -> None:
    await stage.hears("yesterday: squat 150x3", "3 days ago: squat 145x3")
    heard = await stage.hears("/progress squat")
    assert "150 kg × 3" in heard
    stage.is_clean()
