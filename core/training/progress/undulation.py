"""The experienced lifter's week: a medium, a heavy and a light day, all inside one goal's band.

The ladder under it, and what a failed session means, stand in `core/training/ladder.py` and `progression.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from core.model.athlete import Goal
from core.model.exercise import LoadMode
from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.ladder import rung_of
from core.training.past.bodyweight import body_share_g
from core.training.past.outcomes import Outcome, reserve_reckoned
from core.training.progress.aims import Aim, Case, Scheme, again
from core.training.progress.progression import start, twice_comfortable, two_for_two
from core.training.progress.raising import LOWER, biggest_jump, increment, lowered, raised, with_reason
from core.training.progress.setbacks import after_failure, misses_in_a_row, repeat_after_miss, stepped_down
from core.training.progress.wave_order import above_medium, towards_map, under_medium
from core.units import Load, Unit

FLAT_FROM_RUNG = 3  # lower rungs are near the floor of the band already, so every day is the rung's own
LIGHTER_AFTER = 0.975
EASY_TWICE = 2
EASY_LEFT = 3


class Day(StrEnum):
    """The days of the wave, in the order a week takes them: it begins with the medium one (5.3)."""

    MEDIUM = "medium"
    HEAVY = "heavy"
    LIGHT = "light"


_CODES = {
    Day.MEDIUM: codes.UNDULATION_MEDIUM,
    Day.HEAVY: codes.UNDULATION_HEAVY,
    Day.LIGHT: codes.UNDULATION_LIGHT,
}


@dataclass(frozen=True, slots=True)
class _Wave:
    """Heavy and light days of a goal as (reps, share), the heavy day's floor, and the reps that tell them."""

    heavy: tuple[int, float]
    light: tuple[int, float]
    heavy_floor: float


# Source: training.md 5.3 [CALDAS16, HARRIES15]; size's heavy 6-8 is taken at 8, the map's 81.5 %.
_WAVES = {
    Goal.STRENGTH: _Wave((2, 0.94), (3, 0.85), 0.875),
    Goal.HYPERTROPHY: _Wave((8, 0.815), (12, 0.75), 0.75),
}


def undulates(case: Case) -> bool:
    """Whether this lifter's loads go in waves: experienced, size or strength, not low on the ladder."""
    return (
        case.scheme is Scheme.WAVE
        and case.goal in _WAVES
        and case.maximum is not None
        and _rung(case) < FLAT_FROM_RUNG
        and case.exercise.load_mode is not LoadMode.ASSIST
    )


def _rung(case: Case) -> int:
    return case.rung if case.outcomes else start(case).rung


def day_of(case: Case) -> Day:
    """Which day of the wave today is."""
    return tuple(Day)[case.week_day % 3]


def _day_done(case: Case, outcome: Outcome) -> Day:
    wave, reps = _WAVES[case.goal], outcome.line.asked_reps
    if outcome.line.rung >= FLAT_FROM_RUNG:
        return Day.MEDIUM
    if reps == wave.light[0]:
        return Day.LIGHT
    return Day.HEAVY if reps <= wave.heavy[0] else Day.MEDIUM


def wave_aim(case: Case) -> Aim:
    """The aim of today's day of the wave. Source: training.md 5.3."""
    newest = case.newest
    if newest is None:
        return _fresh(case, start(case).rung, day_of(case))
    if newest.failed:
        return after_failure(case)
    if newest.missed and (day_of(case) is not Day.LIGHT or _day_done(case, newest) is Day.LIGHT):
        postponed = day_of(case) is Day.HEAVY
        aim = _lighter_day(case, newest) or repeat_after_miss(case, newest)
        return with_reason(aim, Reason.of(codes.HEAVY_DAY_POSTPONED)) if postponed else aim
    return _of_day(case, newest, day_of(case))


def _lighter_day(case: Case, newest: Outcome) -> Aim | None:
    """The day missed twice running: 2.5 % less, or the ladder where the band has no room (5.3, S14)."""
    if misses_in_a_row(case.outcomes) < 2:
        return None
    lighter = lowered(case, newest, LIGHTER_AFTER)
    floor_g = case.rules.share[0] * (case.maximum.g if case.maximum else 0)
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    if lighter is None or newest.load is None or lighter.g + body < floor_g:
        return stepped_down(case, newest, failed=2)
    by = Load(newest.load.g - lighter.g, case.steps.unit)
    aim = again(case, Reason.of(codes.LOWERED_BY_RESERVE, by=by), load=lighter)
    return replace(aim, rest_s=case.rules.rest_s[1], ceiling=newest.load)


def _of_day(case: Case, newest: Outcome, day: Day) -> Aim:
    rung = case.rung
    if rung > 0 and not newest.missed and twice_comfortable(case):
        rung -= 1
    days = {one: _of(case, one) for one in Day}
    same, fresh = days[day], _fresh(case, rung, day)
    if rung < case.rung:
        told = Reason.of(codes.STEP_UP, reps=fresh.reps, rest_s=fresh.rest_s, rung=rung)
        fresh = replace(fresh, reasons=(told, *fresh.reasons))
    if day is Day.LIGHT and days[Day.MEDIUM]:
        aim = under_medium(case, fresh, days[Day.MEDIUM][-1])
    elif not same:
        aim = fresh
    elif rung < case.rung:
        last = same[-1].load
        aim = replace(fresh, at_least=last, load=last)
        aim = aim if last is None else replace(aim, ceiling=biggest_jump(case, last))
    else:
        aim = _progressed(case, same, fresh)
    if day is Day.HEAVY and days[Day.MEDIUM]:
        aim = above_medium(case, aim, days[Day.MEDIUM][-1])
    return replace(aim, ceiling=newest.load) if newest.missed else aim


def _of(case: Case, day: Day) -> tuple[Outcome, ...]:
    return tuple(outcome for outcome in case.outcomes if _day_done(case, outcome) is day)


def _fresh(case: Case, rung: int, day: Day) -> Aim:
    """The day's reps and share at a rung, not looking at any earlier day."""
    step, wave = rung_of(case.rules, rung), _WAVES[case.goal]
    reps, share, rest_s = step.reps, step.share, step.rest_s
    if rung < FLAT_FROM_RUNG and day is Day.HEAVY:
        down = rung_of(case.rules, 0).share - step.share
        reps, share, rest_s = wave.heavy[0], max(wave.heavy_floor, wave.heavy[1] - down), case.rules.rest_s[1]
    elif rung < FLAT_FROM_RUNG and day is Day.LIGHT:
        reps, share = wave.light
    told: tuple[Reason, ...] = (Reason.of(_CODES[day], reps=reps),)
    if not case.outcomes and day is Day.MEDIUM:
        told = (*start(case).reasons, *told)
    return Aim(reps=reps, sets=step.sets, rest_s=rest_s, rung=rung, share=share, reasons=told)


def _progressed(case: Case, same: tuple[Outcome, ...], fresh: Aim) -> Aim:
    """The same day's last load (`same` are that day's sessions) moved by the reserve it left."""
    left = _wave_left(case, same[-1])
    only = replace(case, outcomes=same)
    if left >= 1:
        aim = raised(
            only,
            same[-1],
            codes.RAISED_BY_WAVE,
            by=towards_map(case, same[-1], fresh, easy=left >= EASY_LEFT),
            reps=fresh.reps,
        )
    else:
        aim = _moved(only, same[-1], fresh.reps)
    return replace(
        aim, reps=fresh.reps, sets=fresh.sets, rest_s=fresh.rest_s, reasons=(*aim.reasons, *fresh.reasons)
    )


def _wave_left(case: Case, before: Outcome) -> float:
    """The least reserve of a whole wave done since this day came last; 0 when it was not."""
    outcomes, days = case.outcomes, len(Day)
    whole = len(outcomes) >= days and outcomes[-days] is before
    if not whole or not all(past.done for past in outcomes[-days:]):
        return 0
    reserves = (reserve_reckoned(outcomes[: len(outcomes) - back], beginner=False) for back in range(days))
    return min(left or 0 for left in reserves)


def _moved(case: Case, newest: Outcome, reps: int) -> Aim:
    """The day's last load by its own reserve; `reps` are the day's, more than a step's cut left."""
    low, high = case.rules.rir[case.level]
    reserve = reserve_reckoned(case.outcomes, beginner=False)
    if newest.missed:
        return replace(again(case), ceiling=newest.load)
    if _reserves_at_least(case, low + EASY_TWICE, 2):
        return raised(
            case, newest, codes.RAISED_BY_RESERVE, by=_rise(case, newest), reps=newest.line.asked_reps
        )
    if _reserves_at_least(case, 1, 3):
        return raised(case, newest, codes.RAISED_BY_RESERVE, reps=newest.line.asked_reps)
    if reserve is not None and reserve <= (low + high) / 2 - 2:
        lighter = lowered(case, newest, LIGHTER_AFTER)
        if lighter is not None and newest.load is not None:
            by = Load(newest.load.g - lighter.g, case.steps.unit)
            return again(case, Reason.of(codes.LOWERED_BY_RESERVE, by=by), load=lighter)
    told = codes.REP_ADDED if reps > newest.line.asked_reps else codes.WAVE_STAYS
    return two_for_two(case, case.outcomes) or again(case, Reason.of(told, reps=reps))


def _reserves_at_least(case: Case, least: float, sessions: int) -> bool:
    """Whether the last so many sessions of this day, at one load, all left `least` reps in reserve."""
    last = case.outcomes[-sessions:]
    if len(last) < sessions or len({outcome.load.g if outcome.load else None for outcome in last}) > 1:
        return False
    reckoned = [
        reserve_reckoned(case.outcomes[: len(case.outcomes) - back], beginner=False)
        for back in range(sessions)
    ]
    return all(outcome.done for outcome in last) and all(
        reserve is not None and reserve >= least for reserve in reckoned
    )


def _rise(case: Case, newest: Outcome) -> Load:
    """2.5 % of the load, for strength's lower lifts 5 kg / 10 lb, at least the lift's own step (5.3)."""
    if case.goal is Goal.STRENGTH and case.exercise.pattern in LOWER and case.exercise.compound:
        return Load.kg(5) if case.steps.unit is Unit.KG else Load.lb(10)
    part = round(0.025 * (newest.load.g if newest.load else 0))
    return max(increment(case), Load(part, case.steps.unit))
