"""One athlete being asked, over the real queries in memory: what a phone does, without Telegram."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.coach.interview import onboarding, profile, typed_answers
from core.model.athlete import Athlete, Goal
from core.model.onboarding import Asked, Complete, Draft, Left, Outcome, Refused, Step
from core.store import athletes
from core.store.queries import SqlTx, load_queries

ME = 42
TABLES = sorted(Path(athletes.__file__).with_name("migrations").glob("*.sql"))


def new_tx() -> SqlTx:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    for tables in TABLES:
        connection.executescript(tables.read_text())
    return SqlTx(connection, load_queries("sqlite3", "engine_sqlite.sql"))


@dataclass
class Chat:
    """What one athlete presses and types; `last` is what the coach answered."""

    tx: SqlTx = field(default_factory=new_tx)
    now: datetime = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    last: Outcome | None = None

    def start(self, aim: Goal | None = None, language: str = "en") -> Outcome:
        self.last = onboarding.begin(self.tx, ME, ME, language, aim, self._tick())
        return self.last

    def plan(self, aim: Goal | None = None) -> Outcome:
        self.last = onboarding.ask_missing(self.tx, ME, ME, "en", aim, self._tick())
        return self.last

    def press(self, step: str, value: str) -> Outcome:
        return self._told(onboarding.answer(self.tx, ME, Step(step), value, self._tick()))

    def say(self, text: str | None) -> Outcome:
        return self._told(typed_answers.answer_text(self.tx, ME, text, self._tick()))

    def back(self) -> Outcome:
        step = self.step
        assert step is not None
        return self._told(onboarding.back(self.tx, ME, step, self._tick()))

    def train_now(self) -> Outcome:
        return self._told(onboarding.train_now(self.tx, ME, self._tick()))

    def change(self, step: str) -> Outcome:
        return self._told(profile.change_answer(self.tx, ME, Step(step), self._tick()))

    def cancel(self) -> Left:
        return onboarding.cancel(self.tx, ME, self._tick())

    def set_aside(self) -> None:
        onboarding.set_aside(self.tx, ME, self._tick())

    def say_all(self, *texts: str) -> Outcome:
        for text in texts:
            self.say(text)
        assert self.last is not None
        return self.last

    @property
    def step(self) -> Step | None:
        return onboarding.standing_of(self.tx, ME, None)[1]

    @property
    def athlete(self) -> Athlete:
        athlete = athletes.load_athlete(self.tx, ME)
        assert athlete is not None
        return athlete

    @property
    def draft(self) -> Draft:
        draft = athletes.load_draft(self.tx, ME)
        assert draft is not None
        return draft

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=10)
        return self.now

    def _told(self, outcome: Outcome | None) -> Outcome:
        assert outcome is not None
        # The question stored is the question told, after every single step.
        if isinstance(outcome, Asked | Refused):
            assert outcome.question.step is self.step
        elif isinstance(outcome, Complete):
            assert self.step is None
        self.last = outcome
        return outcome
