"""The one-repetition maximum: estimated from sets, smoothed session by session, and never believed blindly.

A maximum taken over from another lift is not here: see `loads/missing_max.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

from core.model.athlete import Freshness, Level, OneRepMax, Provenance
from core.model.exercise import Exercise
from core.model.workout import LoggedSet, SetKind
from core.units import Load, Unit

MOST_REPS = 12  # beyond it no formula holds [REYNOLDS06]
SURE_REPS = 10
IGNORED = 0.025  # of the maximum kept: a session that near to it changes nothing, training.md 5.6
SHOWN_ERROR = {  # training.md 3.4: CV of a test 4 % [GRGIC20], SD of an estimate 10 % [MAYHEW08]
    Provenance.TESTED: 0.04,
    Provenance.STATED: 0.04,
    Provenance.ESTIMATED: 0.10,
    Provenance.RATIO: 0.10,
}


class Confidence(StrEnum):
    """How far an estimate may be trusted: up to 10 reps well, 11 and 12 little, beyond not at all."""

    SURE = "sure"
    LOW = "low"
    NONE = "none"


def confidence(reps: int, rir: float = 0) -> Confidence:
    """The trust that a set of `reps` with `rir` left deserves as an estimate. Source: training.md 3.4."""
    n = reps + rir
    if reps < 1 or rir < 0 or n > MOST_REPS:
        return Confidence.NONE
    return Confidence.SURE if n <= SURE_REPS else Confidence.LOW


def estimate(load: Load, reps: int, rir: float = 0) -> Load | None:
    """The 1RM a set shows, by Epley on reps + RIR; a single without reserve is itself.

    None above 12 reps and for an empty set. Source: Epley 1985 with the guard of training.md 3.4.
    """
    if confidence(reps, rir) is Confidence.NONE or load.g <= 0:
        return None
    return Load(_epley_g(load.g, reps + rir), load.unit)


def _epley_g(g: int, n: float) -> int:
    return g if n <= 1 else round(g * (1 + n / 30))


def shown_band(best: OneRepMax) -> tuple[Load, Load]:
    """The maximum with its error either way: 4 % when tested or stated, 10 % when estimated."""
    error = SHOWN_ERROR[best.provenance]
    return tuple(Load(round(best.load.g * edge), best.load.unit) for edge in (1 - error, 1 + error))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class SessionValue:
    """The 1RM that one session's best eligible set shows, in grams; `low` when of 11 or 12 reps.

    `fresh` when the first set was eligible too. Later sets are tired ones: they show a maximum at least.
    """

    g: int
    low: bool
    fresh: bool = True


def session_value(
    sets: Iterable[LoggedSet],
    level: Level | None = None,
    current: Load | None = None,
    body_g: int = 0,
    *,
    at_least: bool = False,
) -> SessionValue | None:
    """The best estimate among a session's eligible sets, None when none is eligible.

    Eligible: work, at 60 % of the current 1RM or more, up to 12 reps + RIR, RIR of 3 or less told; or
    failed, short of its target, or as many as possible. `body_g` is body mass lifted along. `at_least`
    takes sets without RIR too, as if none was left: the value is a lower bound then. Source: training.md 5.6.
    """
    best: SessionValue | None = None
    fresh, first = False, True
    least_g = 0.6 * current.g if current else 0.0
    for done in sets:
        if done.kind is SetKind.WARM_UP:
            continue
        n = _reps_in_all(done, level)
        if n is None and at_least and done.reserve is None and done.kind is SetKind.WORK and done.reps >= 1:
            n = float(done.reps)
        if n is not None and n <= MOST_REPS:
            moved = (done.load.g if done.load is not None else 0) + body_g
            if moved > 0 and moved >= least_g:
                fresh = fresh or first
                value = SessionValue(_epley_g(moved, n), n > SURE_REPS, fresh)
                if best is None or (not value.low, value.g) > (not best.low, best.g):
                    best = value
        first = False
    return best


def _reps_in_all(done: LoggedSet, level: Level | None) -> float | None:
    """Reps done and in reserve, or None when the set proves nothing."""
    reps, kind = done.reps, done.kind
    if reps < 1 or kind is SetKind.WARM_UP or kind is SetKind.DROP:
        return None
    reserve = done.reserve
    if kind is SetKind.FAILURE or kind is SetKind.AMRAP:
        return reps + (reserve or 0)
    if reserve is None:
        short = done.target is not None and reps < done.target.reps
        return float(reps) if short else None
    # a beginner's "easy" is no measurement: people under-call reps left [HALPERIN22]
    most = 2 if level is Level.BEGINNER and done.rir is None else 3
    return reps + reserve if reserve <= most else None


def is_outlier(value: Load | int, previous: Sequence[int]) -> bool:
    """Whether a session's 1RM (grams) is over 10 % off the median of the last five sessions'.

    Not when the newest of them already said the same: repeated is believed. False without a past.
    Source: training.md 5.6.
    """
    g = value.g if isinstance(value, Load) else value
    if not previous:
        return False
    if abs(g - previous[-1]) <= 0.05 * previous[-1]:
        return False
    middle = median(previous[-5:])
    return abs(g - middle) > 0.10 * middle


def update(
    current: OneRepMax,
    sets: Sequence[LoggedSet],
    previous: Sequence[int],
    level: Level | None,
    *,
    body_g: int = 0,
    last_rung_failed: bool = False,
    below_before: bool = False,
) -> OneRepMax:
    """The maximum after a session: moved 30 % towards what it showed, or `current` itself if nothing did.

    `previous` are earlier sessions' values in grams, oldest first; `below_before` says that the one before
    was below as well (`is_below`). Up at most 2.5 % (a beginner 5 %); down only after two sessions
    below, by half after a failed last rung.
    Changes under 2.5 % and outliers are ignored. Source: training.md 5.6.
    """
    value = session_value(sets, level, current.load, body_g)
    if value is None:
        return current
    return smoothed(
        current,
        value,
        sets,
        previous,
        level,
        last_rung_failed=last_rung_failed,
        below_before=below_before,
    )


def is_below(value: SessionValue, old_g: int) -> bool:
    """Whether a session showed less than the maximum kept, by over 2.5 %.

    Only one whose first set told something: tired sets prove a maximum of at least so much, and take
    none down. Source: training.md 5.6.
    """
    return value.fresh and value.g < (1 - IGNORED) * old_g


def smoothed(
    current: OneRepMax,
    value: SessionValue,
    sets: Sequence[LoggedSet],
    previous: Sequence[int],
    level: Level | None,
    *,
    last_rung_failed: bool = False,
    below_before: bool = False,
) -> OneRepMax:
    """What `update` makes of a session's value that is known already; `sets` tell when it was shown."""
    old = current.load.g
    if abs(value.g - old) <= IGNORED * old or is_outlier(value.g, previous[-5:]):
        return current
    if value.g > old:
        cap = 0.05 if level is Level.BEGINNER else 0.025
        new = min(old + 0.3 * (value.g - old), old * (1 + cap))
    elif last_rung_failed:
        new = old + 0.5 * (value.g - old)
    elif below_before and is_below(value, old):
        new = old + 0.3 * (value.g - old)
    else:
        return current
    return replace(
        current,
        load=Load(round(new), current.load.unit),
        provenance=Provenance.ESTIMATED,
        known_at=max(done.logged_at for done in sets),
        freshness=Freshness.RECENT,
    )


def first_max(
    exercise: Exercise, sets: Sequence[LoggedSet], level: Level | None, unit: Unit, body_g: int = 0
) -> OneRepMax | None:
    """The first maximum of an exercise that had none, from a session that shows one; else None."""
    value = session_value(sets, level, None, body_g)
    if value is None:
        return None
    told_at = max(done.logged_at for done in sets)
    return OneRepMax(exercise.id, Load(value.g, unit), Provenance.ESTIMATED, told_at)
