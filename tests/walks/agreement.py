"""Whether a chat and the database agree: cards, rests, the overview, spinners, refusals, apologies.

Which sets a step may have changed is `accounts.py`.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from bot.callbacks import ChangeRest, GoOn, LogSet, Press, ShowCard, SkipSet, decode
from bot.terminal.html import parse_html
from bot.terminal.keyboards import buttons
from bot.terminal.people import Message, User
from bot.views.sets import done_words, short_sets
from bot.views.workout.overview import overview
from bot.views.workout.results import folded_exercise
from core.coach.workout.overview import overview_of
from core.coach.workout.scene import Scene
from core.coach.workout.standing import exercise_of
from core.model.exercise import Exercise
from core.model.workout import LoggedSet, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card
from core.store.port import Tx
from core.store.workouts import load_workout
from tests.walks.lifter import Gym
from tests.walks.recaps import told_lines, wrong_recap

AGAIN = ("not modified", "query is too old", "message to delete not found")
"""What Telegram refuses when an answer that was given is given again, after a kill."""
GONE = ("not found", "can't be edited", "can't be deleted", "MESSAGE_ID_INVALID")


def told_overview(tx: Tx, athlete_id: int, workout_id: int) -> str:
    """What the pinned overview of a workout has to say."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    assert athlete is not None
    assert workout is not None
    return parse_html(str(overview(overview_of(Scene(tx, athlete, workout, workout.opened_at))).text))[0]


class Agreement:
    """Looks at everything an athlete has in the chat and in the database; `wrong` says what differs."""

    def __init__(self, gym: Gym) -> None:
        self._gym = gym
        self._calls_seen = 0
        self.nods: set[int] = set()
        """The messages that got a 👍 between the last two looks."""

    async def wrong(self, who: User) -> list[str]:
        """What one athlete's chat shows that the database doesn't say, and the other way round."""
        file = self._gym.file
        newest = {row["id"]: row["card_message_id"] for row in file.rows(
            "select id, card_message_id from workout where athlete_id = ? and deleted_at is null", who.id
        )}  # fmt: skip
        cards = [Card(*row) for row in file.rows(
            "select chat_id, message_id, workout_id, exercise_index, set_number from card"
            " where athlete_id = ? order by workout_id, message_id", who.id
        ) if row["workout_id"] in newest]  # fmt: skip
        timers = {row["kind"]: row for row in file.rows(
            "select * from timer where athlete_id = ? and state in ('armed', 'ringing')", who.id
        )}  # fmt: skip
        kept = [row for row in file.rows(
            "select * from workout_message where athlete_id = ? and kind in ('overview', 'recap')", who.id
        ) if row["workout_id"] in newest]  # fmt: skip
        found: list[str] = []
        by_id = {}
        for workout_id in newest:
            workout = file.read(load_workout, who.id, workout_id)
            assert workout is not None
            by_id[workout_id] = workout
        of_set = {(card.workout_id, card.exercise_index, card.set_number): card for card in cards}
        for card in cards:
            stands = of_set[card.workout_id, card.exercise_index, card.set_number] is card
            stands &= not self._told_below(card, cards, by_id[card.workout_id])
            found += self._card(card, by_id[card.workout_id], stands)
        running = next((one for one in by_id.values() if one.state is WorkoutState.OPEN), None)
        found += self._live(who, running, newest)
        found += self._rest(running, timers.get("rest"), cards, newest)
        for row in kept:
            workout = by_id[row["workout_id"]]
            if row["kind"] == "overview":
                found += self._overview(who, workout, row, "overview" in timers)
            elif workout.state is not WorkoutState.OPEN and "recap" not in timers:
                found += await self._recap(who, workout, row)
        return found

    def _message(self, chat_id: int, message_id: int | None) -> Message | None:
        return self._gym.telegram.chats[chat_id].messages.get(message_id or 0)

    def _told_below(self, card: Card, cards: list[Card], workout: Workout) -> bool:
        """Whether a card says that its set lies below, and the card that tells all of its exercise does."""
        above = self._message(card.chat_id, card.message_id)
        place = (card.workout_id, card.exercise_index)
        below = max(one.message_id for one in cards if (one.workout_id, one.exercise_index) == place)
        message = self._message(card.chat_id, below)
        if above is None or message is None or below == card.message_id:
            return False
        exercise, done = exercise_of(workout, card.exercise_index), workout.sets_of(card.exercise_index)
        points = f"{exercise.name} set {card.set_number} ↓"
        whole = parse_html(str(folded_exercise(exercise, done)))[0]
        return str(above.body["text"]).endswith(points) and whole in str(message.body["text"])

    def _card(self, card: Card, workout: Workout, is_newest: bool) -> Iterator[str]:
        """The newest card of a set that stands shows that set; one of a set that does not shows none."""
        message = self._message(card.chat_id, card.message_id)
        if message is None or any(isinstance(press, ShowCard | GoOn) for press in presses(message)):
            return
        text = str(message.body["text"])
        for who in self._gym.people:  # in a group a card begins with whose it is
            text = text.removeprefix(f"{who.first_name}: ")
        exercise = exercise_of(workout, card.exercise_index)
        done = workout.sets_of(card.exercise_index)
        logged = next((one for one in done if one.set_number == card.set_number), None)
        if logged is None and at_slot(workout, card):
            return  # a correction made a warm-up of it
        place = f"card {card.message_id}, {exercise.id} set {card.set_number}"
        folded = parse_html(str(folded_exercise(exercise, done)))[0]
        tells = logged is not None and (done_words(exercise, logged) in text or told_so(exercise, done, text))
        if text.startswith(f"{exercise.name} ✓ "):
            if not tells and not text.startswith(folded):
                yield f"{place} is folded as {text!r}, but there are {folded!r}"
        elif is_newest and logged is not None and not tells:
            yield f"{place} shows {text!r}, but {done_words(exercise, logged)!r} is logged"
        elif logged is None and "✓" in text:
            yield f"{place} shows {text!r}, but nothing is logged"

    def _live(self, who: User, running: Workout | None, newest: dict[int, int | None]) -> Iterator[str]:
        """At most one card can be tapped: the newest one of the workout that runs."""
        live = [
            (message, press)
            for message in self._gym.place.messages.values()
            for press in presses(message)
            if self._leads_on(press, running)
            and getattr(press, "workout_id", 0) in newest
        ]
        ids = sorted({message.id for message, _ in live})
        if len(ids) > 1:
            yield f"messages {ids} can all be tapped"
        if ids and running is not None and newest[running.id] not in ids:
            yield f"message {ids} can be tapped, but the newest card is {newest[running.id]}"
        if ids and running is None:
            yield f"message {ids} has the buttons of a card, but no workout runs"

    @staticmethod
    def _leads_on(press: Press, running: Workout | None) -> bool:
        if isinstance(press, LogSet):
            done = running.sets_of(press.exercise_index) if running is not None else ()
            return press.comfort is None and press.set_number not in {one.set_number for one in done}
        return isinstance(press, SkipSet | ChangeRest)

    def _rest(
        self,
        running: Workout | None,
        timer: sqlite3.Row | None,
        cards: list[Card],
        newest: dict[int, int | None],
    ) -> Iterator[str]:
        """A rest that runs is counted down on the newest card, and nowhere is one that doesn't."""
        due = None if timer is None else math.ceil(timer["due_at"] / 1000)
        for card in cards:
            message = self._message(card.chat_id, card.message_id)
            counts = [] if message is None else [
                one["unix_time"] for one in message.body.get("entities", ()) if one["type"] == "date_time"
            ]  # fmt: skip
            if counts and due not in counts:
                yield f"card {card.message_id} counts down to {counts}, but the rest ends at {due}"
            if running is None or timer is None or timer["workout_id"] != running.id or message is None:
                continue
            place = (timer["exercise_index"], timer["set_number"])
            is_after = (card.exercise_index, card.set_number) == place
            stands = card.message_id == newest[running.id] and card.workout_id == running.id
            in_menu = any(isinstance(press, ShowCard | GoOn) for press in presses(message))
            if is_after and stands and not counts and not in_menu and self._stands(running, card):
                yield f"card {card.message_id} counts nothing, but a rest runs: {message.body['text']!r}"

    @staticmethod
    def _stands(workout: Workout, card: Card) -> bool:
        return any(one.set_number == card.set_number for one in workout.sets_of(card.exercise_index))

    def _overview(self, who: User, workout: Workout, row: sqlite3.Row, due: bool) -> list[str]:
        message = self._message(row["chat_id"], row["message_id"])
        if due or message is None:
            return []
        wanted = self._gym.file.read(told_overview, who.id, workout.id)
        told, found = str(message.body["text"]), []
        if not told.endswith(wanted.rstrip()):
            found.append(f"the overview of {workout.id} says {told!r}, but it is {wanted!r}")
        pinned = message.id in self._gym.telegram.chats[row["chat_id"]].pinned
        if self._gym.place.private and pinned != (workout.state is WorkoutState.OPEN):
            found.append(f"the overview of {workout.id}, {workout.state}: pinned {pinned}")
        return found

    async def _recap(self, who: User, workout: Workout, row: sqlite3.Row) -> list[str]:
        message, now = self._message(row["chat_id"], row["message_id"]), self._gym.stage.clock.now()
        if message is None:
            return []
        store = self._gym.stage.room.store  # maxima that are reckoned on the way are kept
        wanted = await store.run(told_lines, who.id, workout.id, now)
        return list(wrong_recap(workout.id, message, wanted))

    def misbehaved(self) -> list[str]:
        """Spinners, double answers, refused calls and apologies since the last look."""
        telegram = self._gym.telegram
        found = [f"no answer to the tap {tap.data}" for tap in telegram.unanswered()]
        calls = list(telegram.ledger)[self._calls_seen :]
        self._calls_seen += len(calls)
        self.nods = {
            int(call.params["message_id"])
            for call in calls
            if call.method == "setMessageReaction" and call.params.get("reaction")
        }
        answers = Counter(
            call.params["callback_query_id"] for call in calls if call.method == "answerCallbackQuery"
        )
        found += [f"{times} answers to one tap" for times in answers.values() if times > 1]
        for call in calls:
            if "my fault" in call.text:
                found.append(f"an apology: {call.text!r}")
            if call.status is not None and call.status >= 400 and not self._provoked(call.chat_id, call):
                found.append(f"refused: {call.method} {call.params}: {call.description}")
        return found

    def _provoked(self, chat_id: int | None, call: object) -> bool:
        params, why = call.params, str(call.description)  # type: ignore[attr-defined]
        about = (chat_id, params.get("message_id"))
        if about in self._gym.deleted and any(one in why for one in GONE):
            return True
        if "rights to manage pinned" in why:
            return not self._gym.place.private
        return self._gym.was_stopped and any(one in why for one in AGAIN)


def told_so(exercise: Exercise, done: tuple[LoggedSet, ...], text: str) -> bool:
    """Whether a folded card tells sets of its exercise as they stand: those it numbers, else a run."""
    numbered = re.match(rf"{re.escape(exercise.name)} (\d+)(?:–(\d+)|((?:, \d+)+))/\d+ ✓ (.*)", text)
    if numbered:
        first, last, others, told = numbered.groups()
        numbers = {int(one) for one in (others or "").split(", ")[1:]}
        numbers |= set(range(int(first), int(last or first) + 1))
        return told == str(short_sets(exercise, tuple(one for one in done if one.set_number in numbers)))
    runs = ((done[:last][first:]) for last in range(1, len(done) + 1) for first in range(last))
    told = text.removeprefix(f"{exercise.name} ✓ ").split("\n")[0]
    return any(told == str(short_sets(exercise, run)) for run in runs)


def at_slot(workout: Workout, card: Card) -> list[LoggedSet]:
    """Everything logged where a card stands, warm-ups included."""
    at = (card.exercise_index, card.set_number)
    return [one for one in workout.sets if (one.exercise_index, one.set_number) == at]


_meant = lru_cache(4096)(decode)
"""After each step every button of the chat is read again, and most of them stood there before."""


def presses(message: Message) -> list[Press]:
    """What the buttons of a message mean."""
    found = (_meant(one.get("callback_data", "")) for one in buttons(message.body))
    return [press for press in found if press is not None]
