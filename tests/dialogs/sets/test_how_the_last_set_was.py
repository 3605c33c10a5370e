"""The card asks how an exercise's last set was: words answer it as well as its buttons do."""

from __future__ import annotations

import pytest

from core.model.workout import Comfort
from tests.dialogs.stage import Stage

BENCH_DONE = ("/plan", "[▶ Start]", "80x10 80x10 80x10 80x10", "+2s")


@pytest.mark.parametrize(
    ("says", "felt"),
    [
        ("easy", Comfort.EASY),
        ("that was easy", Comfort.EASY),
        ("3+ left", Comfort.EASY),
        ("I had 4 reps left", Comfort.EASY),
        ("war leicht", Comfort.EASY),
        ("1–2 left", Comfort.RIGHT),
        ("2 left", Comfort.RIGHT),
        ("one or two left in the tank", Comfort.RIGHT),
        ("noch 2 übrig", Comfort.RIGHT),
    ],
)
async def test_it_is_said_of_the_last_set_and_changes_nothing_of_the_next(
    stage: Stage, says: str, felt: Comfort
) -> None:
    heard = await stage.hears(*BENCH_DONE, says)
    assert "How was the last set?" in heard
    assert stage.newest.startswith("Barbell row · set 1 of 4 · 62.5 kg × 10")
    assert (await stage.workout()).sets[-1].comfort is felt
    told = next(str(one.body["text"]) for one in stage.bot_messages if "✓ 80 kg × 10, 10" in one.body["text"])
    assert "How was" not in told
    stage.is_clean()


async def test_said_while_resting_easy_is_about_the_weight_and_a_number_about_the_set(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+5s", "2 left")
    assert (await stage.workout()).sets[-1].comfort is Comfort.RIGHT
    assert "Next: 82.5 kg × 10" in await stage.hears("easy")
    stage.is_clean()


async def test_it_is_answered_once(stage: Stage) -> None:
    await stage.hears(*BENCH_DONE, "[easy (3+ left)]", "1-2 left")
    assert (await stage.workout()).sets[-1].comfort is Comfort.EASY


@pytest.mark.parametrize("correction", [">3 80x9", "set 1 was 9", "it was 9"])
async def test_a_correction_leaves_the_question_where_it_is(stage: Stage, correction: str) -> None:
    """A slip in another set took the question away, and with it what the next load is reckoned from."""
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "3x10", "+5s", correction, "+5s")
    card = next(one.id for one in stage.bot_messages if "How was the last set?" in str(one.body["text"]))
    await stage.taps("1–2 left", card)
    assert (await stage.workout()).sets[-1].comfort is Comfort.RIGHT
    assert "How was" not in str(stage.message(card)["text"])
    await stage.hears("set 2 was 9")
    assert "How was" not in str(stage.message(card)["text"])
    stage.is_clean()
