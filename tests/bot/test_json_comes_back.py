"""Whatever was logged, the JSON of `/export` brings it back: an empty log it is sent to exports the same."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.importing.__main__ import answer
from bot.importing.wire import Ask, verdict_of
from core.coach.data import importing
from core.coach.data.exporting import Belongings, Page, export_head, export_page
from core.coach.history.whole_workouts import clean_note
from core.coach.own_names import clean_name
from core.imports import Told
from core.imports.rows import clean
from core.model.athlete import Athlete, Goal
from core.model.importing import Import, Shown, Summary
from core.model.onboarding import Draft
from core.model.own_exercise import Kit, Trains
from core.model.session import Measure, Prescription, Session, SetTarget
from core.model.workout import Comfort, LoggedSet, SetKind
from core.store.athletes import save_draft
from core.store.logged_sets import add_sets
from core.store.migrating import known_migrations
from core.store.own_exercises import add_own_exercise
from core.store.past import keep_note
from core.store.queries import SqlTx, load_queries
from core.store.workouts import add_past_workout
from core.units import Load, Unit

ME, NOW = 7, datetime(2026, 3, 2, 18, tzinfo=UTC)
NAMES = st.text(min_size=2, max_size=30).map(clean_name).filter(bool)
TITLES = st.text(max_size=40).map(clean)
NOTES = st.none() | st.text(max_size=80).map(clean_note).filter(bool)
LOADS = st.none() | st.builds(
    lambda hundredths, unit: Load.of(Decimal(hundredths) / 100, unit),
    st.integers(-10_000, 60_000),
    st.sampled_from(Unit),
)
# Exercise (0 to 2 are own ones), kind, load, reps, measure, reserve, comfort, the other side more, target.
SETS = st.tuples(
    st.integers(0, 4),
    st.sampled_from(SetKind),
    LOADS,
    st.integers(1, 999),
    st.sampled_from(Measure),
    st.none() | st.integers(0, 20).map(lambda halves: halves / 2),
    st.none() | st.sampled_from(Comfort),
    st.none() | st.integers(0, 20),
    st.none() | st.builds(SetTarget, LOADS, st.integers(1, 99), st.integers(0, 600)),
)
WORKOUTS = st.tuples(TITLES, NOTES, st.lists(SETS, min_size=1, max_size=6), st.none() | st.integers(0, 9))


@cache
def empty() -> bytes:
    """A file with nothing in it, made once."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for migration in known_migrations():
            connection.executescript(migration.sql)
        return connection.serialize()


@contextmanager
def a_log() -> Iterator[SqlTx]:
    """An empty log of one athlete."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(empty())
        connection.row_factory = sqlite3.Row
        tx = SqlTx(connection, load_queries("sqlite3", "engine_sqlite.sql"))
        save_draft(tx, Draft(Athlete(ME, ME), asking=False, finished_at=NOW), NOW)
        yield tx


def fill(tx: SqlTx, names: list[str], workouts: list[Any]) -> None:
    """Log it all, one workout a day."""
    own = [add_own_exercise(tx, ME, name, Trains.PUSH, Kit.BARBELL, NOW) for name in names]
    ids = [*(one.id for one in own), "back_squat", "plank"]
    for ago, (title, note, sets, pair) in enumerate(workouts, 1):
        begun = NOW - timedelta(days=ago)
        asked = tuple(
            Prescription(ids[one[0]], Goal.STRENGTH, 3, 5, 120, load=one[2], superset=pair) for one in sets
        )
        session = Session(Goal.STRENGTH, "free", asked, 0, title=title)
        workout = add_past_workout(tx, ME, ME, session, begun.date(), begun, NOW)
        keep_note(tx, ME, workout.id, note)
        add_sets(tx, ME, [logged(workout.id, place, one, ids, begun) for place, one in enumerate(sets)])


def logged(workout_id: int, place: int, told: Any, ids: list[str], begun: datetime) -> LoggedSet:
    exercise, kind, load, reps, measure, rir, comfort, more, target = told
    sides = None if more is None else (reps + more, reps)
    at, number = begun + timedelta(seconds=place), 0 if kind is SetKind.WARM_UP else 1
    return LoggedSet(
        0, workout_id, ids[exercise], place, number, kind, load, reps, at, rir, comfort, target, measure,
        sides=sides,
    )  # fmt: skip


def exported(tx: SqlTx) -> bytes:
    head, page = export_head(tx, ME, NOW), export_page(tx, ME, None)
    assert isinstance(head, Belongings)
    assert isinstance(page, Page)
    whole = head.head | {"workouts": [json.loads(one) for one in page.workouts]}
    return json.dumps(whole, ensure_ascii=False).encode()


def send_back(tx: SqlTx, content: bytes) -> Shown:
    """All that the handlers do with a file and a yes."""
    first, *lines = b"".join(answer(Ask(Told(), NOW.date()), content)).split(b"\n")
    told = verdict_of(first)
    assert isinstance(told, Summary), told
    begun = importing.begin(tx, ME, "file", told, NOW)
    assert isinstance(begun, Import)
    importing.keep_read(tx, ME, begun.id, 0, [line.decode() for line in lines])
    importing.begin_staging(tx, ME, begun.id, NOW)
    place: int | None = 0
    while place is not None:
        place = importing.stage_some(tx, ME, begun.id, place)
    shown = importing.show(tx, ME, begun.id, NOW)
    assert isinstance(shown, Shown)
    return shown


def comparable(content: bytes) -> Any:
    """The workouts, own exercises by their names, whose ids may change."""
    whole = json.loads(content)
    text = json.dumps(whole["workouts"])
    for own in whole["own_exercises"]:
        text = text.replace(f'"{own["exercise_id"]}"', json.dumps("own " + own["name"]))
    return sorted(own["name"] for own in whole["own_exercises"]), json.loads(text)


@settings(max_examples=40)
@given(st.lists(NAMES, min_size=3, max_size=3, unique_by=str.casefold), st.lists(WORKOUTS, max_size=4))
def test_any_history_comes_back_from_its_json(names: list[str], workouts: list[Any]) -> None:
    with a_log() as before, a_log() as after:
        fill(before, names, workouts)
        content = exported(before)
        shown = send_back(after, content)
        assert (shown.workouts, shown.sets) == (len(workouts), sum(len(one[2]) for one in workouts))
        assert comparable(exported(after)) == comparable(content)
        assert send_back(after, content).workouts == 0
