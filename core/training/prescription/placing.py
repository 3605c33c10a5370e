"""From what the rules want to what the bar can hold: an aim placed inside its band on this equipment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from core.model.athlete import Provenance
from core.model.session import Measure, Reason
from core.training import reason_codes as codes
from core.training.loads.loading import Fit, Ruler, fit
from core.training.loads.safety import biggest_step
from core.training.progress.aims import Aim, Case
from core.training.progress.raising import biggest_jump
from core.units import Load

_STARTS = frozenset(
    {codes.START_BY_MAP, codes.START_RUNG_ESTIMATED, codes.START_RUNG_OLD, codes.START_RUNG_RATIO}
)
# What is said of a load that stays; untrue once the band has raised it, or a fallen maximum has lowered it.
_OF_THE_SAME_LOAD = frozenset(
    {
        *(codes.REP_ADDED, codes.REPS_BANKED, codes.REPEAT_ONCE_MORE, codes.REPEAT_UNSAID, codes.WAVE_STAYS),
        *(codes.RAISED_LINEAR, codes.RAISED_AT_TOP, codes.RAISED_BY_RESERVE, codes.RAISED_TWO_FOR_TWO),
        *(codes.REPEAT_AFTER_MISS, codes.REPEAT_UNFINISHED, codes.REPEAT_FAR_LIGHTER, codes.REPEAT_HARD),
        codes.RAISED_BY_WAVE,
    }
)
_OTHER_LOAD = frozenset({codes.RAISED_INTO_BAND, codes.MAX_TAKEN_DOWN, codes.SHARE_NOW})


@dataclass(frozen=True, slots=True)
class Placed:
    """A load that can be put on, its reps, and the maximum its share is taken of."""

    load: Load | None
    share: float | None
    reps: int
    maximum: Load | None
    out_of_band: bool = False
    reasons: tuple[Reason, ...] = ()


def place(case: Case, aim: Aim) -> Placed:
    """The aim as a loadable load; without a maximum the nearest load at or under the wanted one.

    Bands are those of the current maximum. Where finished sessions went beyond it, it rises; where a
    missed one forbids what it asks, it falls: so the band holds and no load rises after a miss.
    Source: training.md 4.5, 5.6, S27.
    """
    maximum = aim.maximum or case.maximum
    if maximum is None:
        return _without_maximum(case, aim)
    ruler = Ruler.of(case.exercise, case.athlete, maximum, case.steps)
    if aim.share is None and aim.load is not None:
        return _by_load(case, aim, ruler, aim.load)
    wanted = aim.share or case.rules.default_share
    found = fit(ruler, case.rules, wanted, aim.reps)
    if found.load is not None:
        if aim.ceiling is not None and found.load.g > aim.ceiling.g:
            stays = aim.at_least is not None and aim.ceiling.g <= aim.at_least.g
            return _by_load(case, _as_many_reps(aim) if stays else aim, ruler, aim.ceiling)
        if aim.at_least is not None and found.load.g <= aim.at_least.g:
            return _by_load(case, _as_many_reps(aim), ruler, aim.at_least)
    return _placed(case, aim, found, maximum)


def _as_many_reps(aim: Aim) -> Aim:
    """A rung up whose load stays asks no fewer reps than the rung below did."""
    before = aim.before
    if before is None or before.load != aim.at_least or before.line.asked_reps <= aim.reps:
        return aim
    return replace(aim, reps=before.line.asked_reps)


def as_placed(reasons: tuple[Reason, ...], placed: Placed) -> tuple[Reason, ...]:
    """Reasons of a start with the share and reps that were really planned, not those wished for."""
    if placed.reasons and any(told.code in _OTHER_LOAD for told in placed.reasons):
        reasons = tuple(told for told in reasons if told.code not in _OF_THE_SAME_LOAD)
    if placed.share is None:
        return reasons
    share, reps = round(placed.share, 4), placed.reps
    return tuple(
        _told_as(told, share, reps) if told.code in _STARTS or told.code == codes.STEP_UP else told
        for told in reasons
    )


def _told_as(told: Reason, share: float, reps: int) -> Reason:
    values = dict(told.values)
    near = values.get("reps") == reps and abs(float(str(values.get("share", 0))) - share) <= 0.025
    if told.code == codes.STEP_UP:
        return Reason.of(told.code, **{**values, "reps": reps})
    if told.code == codes.START_BY_MAP and near:
        return told  # the map's own figure; that the load is the nearest to it is told beside
    real = {"share": share, "reps": reps}
    return Reason.of(told.code, **{name: real.get(name, value) for name, value in values.items()})


def _without_maximum(case: Case, aim: Aim) -> Placed:
    if aim.load is None:
        return Placed(None, None, aim.reps, None)
    wanted = aim.load if aim.ceiling is None else min(aim.load, aim.ceiling)
    return Placed(case.steps.at_or_below(wanted) or case.steps[0], None, aim.reps, None)


def _by_load(case: Case, aim: Aim, ruler: Ruler, wanted: Load) -> Placed:
    """A load that history gives, held against the band."""
    if aim.ceiling is not None:
        wanted = min(wanted, aim.ceiling)
    load = case.steps.at_or_below(wanted)
    if load is None:
        return _placed(case, aim, fit(ruler, case.rules, case.rules.share[0], aim.reps), ruler.maximum)
    low, high = case.rules.share[0], case.rules.nominal_top
    if ruler.fits(load, low, high):
        return Placed(load, ruler.share(load), aim.reps, ruler.maximum)
    if ruler.share(load) > high:
        return _above_band(case, aim, ruler, load)
    return _under_band(case, aim, ruler, load)


def _above_band(case: Case, aim: Aim, ruler: Ruler, load: Load) -> Placed:
    """Completed sessions proved more than the stored maximum: it becomes load / map % (5.6)."""
    newest = case.newest
    if newest is None or newest.load is None or not newest.done:
        found = fit(ruler, case.rules, case.rules.nominal_top, aim.reps)
        placed = _placed(case, aim, found, ruler.maximum)
        return replace(placed, reasons=(*_why_lower(case, placed, load), *placed.reasons))
    share = case.rules.share_at(aim.reps)
    return _with_maximum(case, aim, ruler, load, (share, codes.MAX_RAISED_BY_PROGRESS))


def _why_lower(case: Case, placed: Placed, before: Load) -> tuple[Reason, ...]:
    """Why a load is less than the last one: the maximum fell, by those sets or by the athlete's word."""
    if placed.load is None or placed.share is None or placed.maximum is None or placed.load >= before:
        return ()
    if case.best is not None and case.best.provenance is Provenance.ESTIMATED:
        return (Reason.of(codes.MAX_TAKEN_DOWN, max=placed.maximum),)
    share = round(placed.share, 4)
    return (Reason.of(codes.SHARE_NOW, load=placed.load, max=placed.maximum, share=share),)


def _under_band(case: Case, aim: Aim, ruler: Ruler, load: Load) -> Placed:
    rules = case.rules
    inside = ruler.inside(rules.share[0], rules.nominal_top)
    if not inside:
        share = ruler.share(load)
        told = Reason.of(codes.OUT_OF_BAND, load=load, floor=rules.share[0])
        return Placed(load, share, aim.reps, ruler.maximum, True, (told,))
    lightest = case.steps[inside.start]
    base = aim.ceiling or (case.newest.load if case.newest else None) or load
    if aim.ceiling is None and _may_rise(case, aim, base, lightest):
        return _raised_into_band(case, aim, ruler, lightest)
    reps = aim.reps if case.exercise.measure is Measure.REPS else rules.default_reps
    share = min(rules.share_at(reps), rules.share[0] + 0.025)
    return _with_maximum(case, aim, ruler, load, (share, codes.MAX_LOWERED_TO_LOAD))


def _may_rise(case: Case, aim: Aim, base: Load, load: Load) -> bool:
    """Whether the band may lift what was done: within 10 %, or by one step with the reps banked (5.4).

    Not after a session that left nothing: the day's maximum comes down to that instead.
    """
    if load.g > biggest_step(case.steps, base).g:
        return False
    before = aim.before
    if before is None or case.exercise.measure is not Measure.REPS:
        return True
    banked = load.g <= biggest_jump(case, base).g or before.worst >= case.rules.reps[1]
    return banked and before.done and (before.reserve is None or before.reserve >= 1)


def _raised_into_band(case: Case, aim: Aim, ruler: Ruler, load: Load) -> Placed:
    """A step the band asks for, not the athlete: no more reps with it than the map allows, nor than before.

    Load and reps never rise together: reps at one load first (5.2).
    """
    share, before = ruler.share(load), aim.before
    if case.exercise.measure is not Measure.REPS:
        return Placed(load, share, aim.reps, ruler.maximum)
    reps = min(aim.reps, case.rules.reps_at(share))
    if before is None or before.load is None or load.g <= before.load.g:
        told = () if reps == aim.reps else (Reason.of(codes.REPS_CUT_FOR_STEP, reps=reps, load=load),)
        return Placed(load, share, reps, ruler.maximum, False, told)
    reps = max(min(reps, before.line.asked_reps), case.rules.reps[0])
    by = Load(load.g - before.load.g, case.steps.unit)
    told = (Reason.of(codes.RAISED_INTO_BAND, by=by, max=ruler.maximum, reps=reps),)
    return Placed(load, share, reps, ruler.maximum, False, told)


def _with_maximum(case: Case, aim: Aim, ruler: Ruler, load: Load, found: tuple[float, str]) -> Placed:
    """The load as it is, with the maximum of which it is the wanted share."""
    share, code = found
    old = ruler.maximum
    new = ruler.maximum_of(load, share, rounded=ceil if code == codes.MAX_RAISED_BY_PROGRESS else floor)
    moved = Ruler.of(case.exercise, case.athlete, new, case.steps)
    if not moved.fits(load, case.rules.share[0], case.rules.nominal_top):
        # so light that a hundredth of the maximum leaves the band: rounded to the band's side instead
        new = ruler.maximum_of(load, share, rounded=floor if moved.share(load) < share else ceil)
        moved = Ruler.of(case.exercise, case.athlete, new, case.steps)
    told = Reason.of(code, max=new, old=old)
    return Placed(load, moved.share(load), aim.reps, new, False, (told,))


def _placed(case: Case, aim: Aim, found: Fit, maximum: Load) -> Placed:
    counted = case.exercise.measure is not Measure.REPS
    if counted:
        reasons = tuple(told for told in found.reasons if told.code != codes.REPS_CUT_FOR_STEP)
        return Placed(found.load, found.share, aim.reps, maximum, found.out_of_band, reasons)
    return Placed(found.load, found.share, found.reps, maximum, found.out_of_band, found.reasons)
