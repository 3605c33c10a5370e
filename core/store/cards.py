"""Which message in a chat is the card of which set: how a reply finds the set it is about."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.workout import Slot
from core.store.port import Row, Tx


@dataclass(frozen=True, slots=True)
class Card:
    """A bot message that stands for one set of a workout."""

    chat_id: int
    message_id: int
    workout_id: int
    exercise_index: int
    set_number: int

    @property
    def place(self) -> tuple[int, int]:
        """The (chat, message)."""
        return self.chat_id, self.message_id

    @property
    def slot(self) -> Slot:
        """The set it stands for."""
        return Slot(self.exercise_index, self.set_number)


def keep_card(tx: Tx, athlete_id: int, card: Card) -> Card | None:
    """Remember which message is the card of which set; it is the newest one unless others stand below it.

    The message may have stood for another set until now: the card that is left of that, None as a rule.
    """
    before = card_of_message(tx, athlete_id, card.chat_id, card.message_id)
    tx.do(
        "card_add",
        chat_id=card.chat_id,
        message_id=card.message_id,
        athlete_id=athlete_id,
        workout_id=card.workout_id,
        exercise_index=card.exercise_index,
        set_number=card.set_number,
    )
    tx.do(
        "workout_set_card",
        workout_id=card.workout_id,
        chat_id=card.chat_id,
        message_id=card.message_id,
        exercise_index=card.exercise_index,
        set_number=card.set_number,
    )
    go_on_in(tx, athlete_id, card.workout_id, card.chat_id)
    if before is None or before == card:
        return None
    return card_of_set(tx, before.workout_id, before.exercise_index, before.set_number)


def go_on_in(tx: Tx, athlete_id: int, workout_id: int, chat_id: int) -> None:
    """The workout goes on in this chat: what it still has to bring, its bells too, comes there."""
    if tx.do("workout_go_on_in", workout_id=workout_id, athlete_id=athlete_id, chat_id=chat_id):
        tx.do("timers_go_on_in", workout_id=workout_id, athlete_id=athlete_id, chat_id=chat_id)


def drop_card(tx: Tx, athlete_id: int, chat_id: int, message_id: int) -> None:
    """The message is no card any more: it left the chat."""
    tx.do("card_drop", athlete_id=athlete_id, chat_id=chat_id, message_id=message_id)


def owe_fold(tx: Tx, athlete_id: int, place: tuple[int, int], *, owed: bool) -> None:
    """Whether a (chat, message) that is a card still has to be folded."""
    tx.do("card_to_fold", athlete_id=athlete_id, chat_id=place[0], message_id=place[1], to_fold=int(owed))


def cards_to_fold(tx: Tx, athlete_id: int) -> list[Card]:
    """The athlete's cards that still have to be folded."""
    found = tx.many("cards_to_fold", athlete_id=athlete_id)
    return [card for row in found if (card := _card(row)) is not None]


def numbers_behind(tx: Tx, chat_id: int, message_id: int) -> frozenset[int]:
    """The messages behind a number that are known as cards of a chat, whoever's."""
    rows = tx.many("cards_behind", chat_id=chat_id, message_id=message_id)
    return frozenset(row["message_id"] for row in rows)


def _card(row: Row | None) -> Card | None:
    if row is None:
        return None
    return Card(
        row["chat_id"], row["message_id"], row["workout_id"], row["exercise_index"], row["set_number"]
    )


def card_of_message(tx: Tx, athlete_id: int, chat_id: int, message_id: int) -> Card | None:
    """The set a message is the card of; None for any other message or another athlete's."""
    row = tx.one("card_by_message", chat_id=chat_id, message_id=message_id)
    return _card(row) if row is not None and row["athlete_id"] == athlete_id else None


def card_of_set(tx: Tx, workout_id: int, exercise_index: int, set_number: int) -> Card | None:
    """The newest card of a set, None when it never had one."""
    return _card(
        tx.one("card_of_set", workout_id=workout_id, exercise_index=exercise_index, set_number=set_number)
    )


def cards_of_set(tx: Tx, workout_id: int, exercise_index: int, set_number: int) -> list[Card]:
    """Every card that was ever sent for a set, oldest first."""
    place = {"workout_id": workout_id, "exercise_index": exercise_index, "set_number": set_number}
    return [card for row in tx.many("cards_of_set", **place) if (card := _card(row)) is not None]


def cards_of_exercise(tx: Tx, workout_id: int, exercise_index: int) -> list[Card]:
    """Every card that stands for a set of an exercise, oldest first."""
    found = tx.many("cards_of_exercise", workout_id=workout_id, exercise_index=exercise_index)
    return [card for row in found if (card := _card(row)) is not None]


def card_of_exercise(tx: Tx, workout_id: int, exercise_index: int) -> Card | None:
    """The newest card of an exercise: once that is over it tells all its sets. None when it never had one."""
    return _card(tx.one("card_of_exercise", workout_id=workout_id, exercise_index=exercise_index))


def telling_all(tx: Tx, workout_id: int, exercise_index: int) -> tuple[tuple[int, int], ...]:
    """The (chat, message) that tells all sets of an exercise once it is over; empty when it never had one."""
    card = card_of_exercise(tx, workout_id, exercise_index)
    return (card.place,) if card else ()


def telling(tx: Tx, workout_id: int, exercise_index: int, set_number: int) -> tuple[tuple[int, int], ...]:
    """Each (chat, message) that tells a set: its newest card, and the one that tells all sets.

    Where it has none, the card of the next set that has one tells it along.
    """
    shown = cards_of_exercise(tx, workout_id, exercise_index)
    number = min((card.set_number for card in shown if card.set_number >= set_number), default=0)
    own = card_of_set(tx, workout_id, exercise_index, number)
    places = (*((own.place,) if own else ()), *telling_all(tx, workout_id, exercise_index))
    return tuple(dict.fromkeys(places))


def newest_card(tx: Tx, athlete_id: int, workout_id: int) -> Card | None:
    """The card the athlete looks at: the one sent last in this workout."""
    row = tx.one("workout_by_id", workout_id=workout_id, athlete_id=athlete_id)
    if row is None or row["card_message_id"] is None:
        return None
    return Card(
        row["card_chat_id"],
        row["card_message_id"],
        workout_id,
        row["card_exercise_index"],
        row["card_set_number"],
    )
