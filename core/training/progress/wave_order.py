"""What keeps the days of a wave apart: light under medium under heavy, as far as equipment and band allow.

The days themselves and how they progress stand in `undulation.py`.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.ladder import rung_of
from core.training.loads.loading import Ruler
from core.training.past.bodyweight import body_share_g
from core.training.past.outcomes import Outcome
from core.training.progress.aims import Aim, Case
from core.training.progress.raising import bearable, biggest_jump, increment
from core.units import Load


def under_medium(case: Case, fresh: Aim, medium: Outcome) -> Aim:
    """The light day under the medium one, by the map's shares of both: it rises with it, never by itself.

    Where the maximum has grown so far since the medium day that the band begins at its load, the light
    day is taken of the maximum that day stood for; with no step between, it is the band's lightest.
    Source: training.md 5.3, S13.
    """
    if medium.load is None or case.maximum is None:
        return fresh
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    part = (fresh.share or 0.0) / rung_of(case.rules, fresh.rung).share
    load = case.steps.nearest(Load(round((medium.load.g + body) * part) - body, medium.load.unit))
    under = case.steps.next_down(medium.load)
    if under is not None and load.g > under.g:
        load = under
    light = replace(fresh, share=None, load=load)
    lightest = _lightest(case, case.maximum)
    if lightest is None or lightest.g <= load.g:
        return light
    if lightest.g < medium.load.g:
        return replace(light, load=lightest)
    stood_for = Load(ceil((medium.load.g + body) / rung_of(case.rules, fresh.rung).share), case.maximum.unit)
    lower = _lightest(case, stood_for)
    if lower is None or under is None or under.g < lower.g:
        return replace(light, load=lightest)
    told = Reason.of(codes.LIGHT_BY_WAVE, max=stood_for)
    return replace(light, load=under, maximum=stood_for, reasons=(*fresh.reasons, told))


def _lightest(case: Case, maximum: Load) -> Load | None:
    """The band's lightest load at this maximum, None when no load is inside."""
    ruler = Ruler.of(case.exercise, case.athlete, maximum)
    inside = ruler.inside(case.rules.share[0], case.rules.nominal_top)
    return case.steps[inside.start] if inside else None


def above_medium(case: Case, aim: Aim, medium: Outcome) -> Aim:
    """The heavy day over a medium one that was done: fewer reps, more load, if a step allows (S13)."""
    if medium.load is None or not medium.done:
        return aim
    step = case.steps.next_up(medium.load)
    if step is None or step.g > biggest_jump(case, medium.load).g or not bearable(case, medium, step):
        return aim
    if aim.load is None:
        return replace(aim, at_least=step)
    return aim if aim.load.g >= step.g else replace(aim, load=step)


def towards_map(case: Case, before: Outcome, fresh: Aim, *, easy: bool) -> Load:
    """The lift's own step; up to two of them, after an easy wave one jump, towards the day's map share.

    So the days stay apart while the maximum grows: a medium day left behind would meet the light one's
    floor (S13).
    """
    step = increment(case)
    if before.load is None or case.maximum is None or fresh.share is None:
        return step
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    nominal = case.steps.nearest(Load(round(fresh.share * case.maximum.g) - body, before.load.unit))
    most = biggest_jump(case, before.load).g - before.load.g if easy else 2 * step.g
    return Load(max(step.g, min(nominal.g - before.load.g, most)), step.unit)
