from __future__ import annotations

import tracemalloc

import pytest

from bot.callbacks.plan import ShowPlan
from bot.outgoing.shown import REMEMBERED, Shown
from bot.views.view import Button, Rows
from core.model.athlete import Goal

ROWS: Rows = ((Button("📋 Plan", ShowPlan()),),)
CARD = (5, 9)


@pytest.fixture
def shown() -> Shown:
    shown = Shown()
    shown.remember(CARD, "<b>Squat</b> · set 1", ROWS)
    return shown


def test_only_the_very_same_is_shown(shown: Shown) -> None:
    assert shown.shows(CARD, "<b>Squat</b> · set 1", ROWS)
    assert not shown.shows(CARD, "<b>Squat</b> · set 2", ROWS)
    assert not shown.shows(CARD, "<b>Squat</b> · set 1", ((Button("📋 Plan", ShowPlan(Goal.STRENGTH)),),))
    assert not shown.shows(CARD, "<b>Squat</b> · set 1", ())
    assert not shown.shows((5, 10), "<b>Squat</b> · set 1", ROWS)


def test_a_stripped_message_keeps_its_text_and_is_bare(shown: Shown) -> None:
    assert not shown.is_bare(CARD)
    shown.strip(CARD)
    assert shown.is_bare(CARD)
    assert shown.shows(CARD, "<b>Squat</b> · set 1", ())


def test_nothing_is_known_of_a_message_never_seen_or_gone(shown: Shown) -> None:
    shown.strip((5, 10))
    assert not shown.is_bare((5, 10))
    shown.forget(CARD)
    assert not shown.shows(CARD, "<b>Squat</b> · set 1", ROWS)


def test_the_oldest_are_forgotten_and_long_texts_are_not_kept(shown: Shown) -> None:
    tracemalloc.start()
    for number in range(REMEMBERED):
        shown.remember((6, number), f"{number}🏋" * 500, ROWS)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not shown.shows(CARD, "<b>Squat</b> · set 1", ROWS)
    assert shown.shows((6, 0), "0🏋" * 500, ROWS)
    assert kept < 1_000_000
