"""Words that answer a menu: which typed message is one, and which is a set, a name or a phrase as ever.

What the words mean is the menu's own use case; that it waits for them is `core/coach/menus.py`'s. It does so
for ten minutes, and no longer than until the athlete goes on lifting.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.coach.hearing.afterthoughts import afterthought
from core.coach.hearing.phrases import Phrase, phrase_of
from core.coach.words.talk import Message
from core.model.awaited import About, Awaited
from core.store.awaited import awaited_of
from core.store.port import Tx
from core.store.workouts import last_touch
from core.training.notation.set_reading import Named, NotASet
from core.training.set_notation import read_set
from core.units import Unit

WAITS = timedelta(minutes=10)


def awaited(tx: Tx, athlete_id: int, message: Message, now: datetime) -> tuple[Awaited, bool] | None:
    """What a typed message answers, and whether it surely does; None: it is no answer. Reads only.

    It surely does when it replies to the menu, when it is neither a set nor a phrase of the gym, or when
    nothing is being lifted and it names no exercise: then words that make no sense are asked again.
    """
    waiting = still_asked(tx, athlete_id, message, now)
    if waiting is None or waiting.about is About.CHOICE:
        return None
    if waiting.about is About.PAST_SET and _second_thought(message.words):
        return None  # `undo` is no set, and means the one that was logged last, as ever
    if message.reply_to is not None:
        return waiting, True
    touched = last_touch(tx, athlete_id)
    reading = read_set(message.words, None, Unit.KG)
    if touched is None:
        return waiting, not isinstance(reading, Named)
    return waiting, isinstance(reading, NotASet) and phrase_of(message.words) is None


def _second_thought(words: str) -> bool:
    """Whether words take the last set back, or put it back."""
    return {phrase_of(words), afterthought(words)} & {Phrase.UNDO, Phrase.PUT_BACK} != set()


def still_asked(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Awaited | None:
    """The menu or list that a message may answer: it replies to it, or comes soon and before the next set."""
    waiting = awaited_of(tx, athlete_id)
    if waiting is None or waiting.chat_id != message.chat_id:
        return None
    if message.reply_to is not None:
        return waiting if message.reply_to == waiting.message_id else None
    if now - waiting.asked_at > WAITS:
        return None
    touched = last_touch(tx, athlete_id)
    return None if touched is not None and touched > waiting.asked_at else waiting


def labels_asked(tx: Tx, athlete_id: int, message: Message, now: datetime) -> tuple[str, ...]:
    """The answers of a question that stands, unanswered and with nothing done since. Reads only."""
    waiting = still_asked(tx, athlete_id, replace(message, reply_to=None), now)
    return tuple(one.label for one in waiting.choices) if waiting is not None else ()
