"""What `/export` writes as a table our reader takes back exactly, whatever was logged."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.imports import Told, read_log
from core.imports.rows import clean
from core.imports.strong_form import heading_text, workout_text
from core.model.imported import ImportedLog, LogFormat
from core.model.session import Measure
from core.model.workout import Comfort, LoggedSet, SetKind
from core.units import Load, Unit

STARTED = datetime(2026, 3, 2, 18, 5, 9)  # noqa: DTZ001 - files have local times without a zone
NAMES = st.text(min_size=1, max_size=40).map(clean).filter(lambda name: name and name.isprintable())
LOADS = st.builds(
    lambda hundredths, unit: Load.of(Decimal(hundredths) / 100, unit),
    st.integers(1, 60_000),
    st.sampled_from(Unit),
)


@st.composite
def sets(draw: st.DrawFn) -> tuple[str, LoggedSet, int | None]:
    """One set of any kind, with the exercise's name and its superset."""
    measure, reps = draw(st.sampled_from(Measure)), draw(st.integers(1, 999))
    more = draw(st.integers(0, 20))
    sides = draw(st.sampled_from([None, (reps, reps + more), (reps + more, reps)]))
    done = LoggedSet(
        1, 1, "any", 0, draw(st.integers(1, 99)), draw(st.sampled_from(SetKind)),
        draw(st.none() | LOADS), reps, datetime(2026, 3, 2, 17, tzinfo=UTC),
        rir=draw(st.none() | st.integers(0, 19).map(lambda halves: halves / 2)),
        comfort=draw(st.none() | st.sampled_from(Comfort)), measure=measure, sides=sides,
    )  # fmt: skip
    return draw(NAMES), done, draw(st.none() | st.integers(0, 99))


@given(NAMES, st.lists(sets(), min_size=1, max_size=6), st.sampled_from(Unit))
def test_every_set_comes_back_from_the_table_as_it_was_logged(
    title: str, done: list[tuple[str, LoggedSet, int | None]], unit: Unit
) -> None:
    table = heading_text() + workout_text(title, STARTED, 3_600, done, unit)
    log = read_log(table.encode(), Told(), date(2026, 6, 1))
    assert isinstance(log, ImportedLog), log
    (workout,) = log.workouts
    assert (log.format, workout.name, workout.started_at) == (LogFormat.SPOTTER, title, STARTED)
    assert [
        (
            one.exercise,
            one.kind,
            one.load,
            one.reps,
            one.measure,
            one.rir,
            one.comfort,
            one.superset,
            one.sides,
        )
        for one in workout.sets
    ] == [
        (name, one.kind, one.load, one.reps, one.measure, one.rir, one.comfort, pair, one.sides)
        for name, one, pair in done
    ]
