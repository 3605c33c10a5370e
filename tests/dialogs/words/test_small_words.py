"""What words mean is told in a line or two, and small words between two sets log nothing and cost nothing."""

from __future__ import annotations

import pytest

from bot.views.words.glossary import MEANINGS
from core.coach.hearing.nods import Nod, nod_said
from core.coach.hearing.terms import term_asked
from core.model.terms import Term
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
RESTING = (*STARTED, "10", "+25s")


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("what does rpe mean", Term.RPE),
        ("what does @8 mean?", Term.RPE),
        ("what is amrap", Term.AMRAP),
        ("what's 1rm", Term.ONE_REP_MAX),
        ("what does 80 % mean", Term.ONE_REP_MAX),
        ("what is e1rm", Term.ESTIMATED),
        ("rir?", Term.RIR),
        ("what does rir stand for", Term.RIR),
        ("what does “set 1 of 2” mean", Term.SET),
        ("what is a superset", Term.SUPERSET),
        ("what does 45+25 a side mean", Term.A_SIDE),
        ("what does swap 10 → 5+2.5 mean", Term.CHANGED),
        ("what's a deload", Term.DELOAD),
        ("what do you mean by deload", Term.DELOAD),
        ("I dont know what rpe is", Term.RPE),
        ("whats a pr", Term.RECORD),
        ("what does swap mean", Term.SWAP),
        ("Could you tell me what RPE means, please?", Term.RPE),
        ("What does the word superset mean?", Term.SUPERSET),
        ("was bedeutet RIR?", Term.RIR),
        ("was ist ein Supersatz", Term.SUPERSET),
        ("was heißt 25+5 pro Seite", Term.A_SIDE),
        ("amrap", None),
        ("what's next", None),
        ("what weight", None),
        ("what plates", None),
        ("volume?", None),
        ("what is my max", None),
        ("what about squats", None),
        ("8?", None),
    ],
)
def test_the_meaning_of_a_word_is_asked(words: str, term: Term | None) -> None:
    assert term_asked(words) is term


@pytest.mark.parametrize(
    ("words", "nod"),
    [
        ("lol", Nod.LAUGH),
        ("hahaha", Nod.LAUGH),
        ("😅", Nod.LAUGH),
        ("🔥🔥", Nod.FIRE),
        ("❤️", Nod.CHEER),
        ("nice", Nod.CHEER),
        ("wow nice!", Nod.CHEER),
        ("🍌", Nod.HERE),
        ("huh?", Nod.HUH),
        ("??", Nod.HUH),
        ("hä", Nod.HUH),
        ("yes", Nod.YES_OR_NO),
        ("test", Nod.HERE),
        (".", Nod.HERE),
        ("ok", None),
        ("👍", None),
        ("💪", None),
        ("❌", None),
        ("8", None),
        ("thanks", Nod.THANKS),
        ("Thank you very much, young man.", Nod.THANKS),
        ("thanks but my knee hurts", None),
        ("whatever hurts", None),
    ],
)
def test_a_small_word_is_none_of_a_set(words: str, nod: Nod | None) -> None:
    assert nod_said(words) is nod


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("what's 1rm", "One-rep max (1RM): the most you can lift once"),
        ("what does rpe mean", "RPE: how hard a set was, out of 10."),
        ("huh", "Done? Tap the green button, or send your reps"),
        ("test", "I'm here.\n      Next: Bench press set 2 of 4, 80 kg × 10."),
        ("yes", "If that answers a question of mine, tap its button"),
        ("how long does this take", "19 sets left"),
        ("when do i train next", "Your programme"),
        ("🔥", "🔥 on"),
        ("lol", "😁 on"),
        ("nice", "❤ on"),
    ],
)
async def test_it_is_answered_and_logs_nothing(stage: Stage, words: str, answer: str) -> None:
    await stage.hears(*RESTING)
    before = await stage.workout()
    heard = await stage.hears(words)
    assert answer in heard
    assert "I didn't get that" not in heard
    assert await stage.workout() == before
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("what is a deload?", "an easy week with fewer sets"),
        ("huh", "/plan shows your next session"),
        ("how long will it take", "≈ 58 min"),
        ("what did I do last time", "No set is logged yet."),
        ("brb", "I'm here."),
    ],
)
async def test_so_it_is_without_a_workout(stage: Stage, words: str, answer: str) -> None:
    assert answer in await stage.hears(words)
    stage.is_clean()


async def test_a_smile_costs_no_message(stage: Stage) -> None:
    await stage.hears(*RESTING)
    before = len(stage.bot_messages)
    await stage.hears("😂", "nice", "🔥")
    assert len(stage.bot_messages) == before


async def test_it_is_told_in_german(stage: Stage) -> None:
    assert "wie schwer ein Satz war, bis 10" in await stage.hears("%de", "was ist RPE")


def test_every_word_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Term)
