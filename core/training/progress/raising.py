"""How much heavier the next load is: the increment of each kind of lift, within what one jump may be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.model.athlete import Goal, Level
from core.model.exercise import LoadMode, Pattern
from core.model.session import Measure, Reason
from core.training import reason_codes as codes
from core.training.loads.safety import BIGGEST_JUMP
from core.training.past.bodyweight import body_share_g
from core.training.past.outcomes import Outcome
from core.training.progress.aims import Aim, Case, again
from core.units import Load, Unit

PROVING_REPS = 15  # enough to bound a step with; too many to call a maximum (ours)
BANKED_SESSIONS, BANKED_RESERVE = 3, 3  # at the top of the reps, before a step that nothing proves (ours)
LOWER = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE})


def increment(case: Case) -> Load:
    """The usual rise of this lift, in the equipment's unit.

    Upper compound 2.5 kg / 5 lb, lower compound 5 kg / 10 lb (experienced, and in foundation, the
    upper's), isolation and one hand's dumbbell 1 kg / 2.5 lb, that is, the next one there is.
    Source: training.md 5.1, 5.4 (NSCA, ours).
    """
    unit, exercise = case.steps.unit, case.exercise
    small = not exercise.compound or exercise.load_mode in (LoadMode.PER_HAND, LoadMode.SINGLE)
    if small:
        return Load.kg(1) if unit is Unit.KG else Load.lb("2.5")
    careful = case.level is Level.EXPERIENCED or case.goal is Goal.FOUNDATION
    if exercise.pattern in LOWER and not careful:
        return Load.kg(5) if unit is Unit.KG else Load.lb(10)
    return Load.kg("2.5") if unit is Unit.KG else Load.lb(5)


@dataclass(frozen=True, slots=True)
class Rise:
    """The next heavier load, None at the top of the equipment; `big` when it is over 10 % more."""

    load: Load | None
    big: bool

    @staticmethod
    def of(case: Case, base: Load, by: Load) -> Rise:
        """The load `by` above `base`, at least one step, at most 10 % unless a step is more. Source: 5.4."""
        body = body_share_g(case.exercise, case.athlete.bodyweight_g)
        most_g = base.g + int(BIGGEST_JUMP * max(base.g + body, 0))
        wanted = case.steps.at_or_below(Load(min(base.g + by.g, most_g), base.unit))
        if wanted is not None and wanted.g > base.g:
            return Rise(wanted, False)
        step = case.steps.next_up(base)
        return Rise(step, step is not None and step.g > most_g)


def biggest_jump(case: Case, base: Load) -> Load:
    """The heaviest load one session may rise to: 10 % more, body mass counted; else `base`. Source: 5.4."""
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    most = case.steps.at_or_below(Load(base.g + int(BIGGEST_JUMP * max(base.g + body, 0)), base.unit))
    return base if most is None or most.g < base.g else most


def has_small_step(case: Case, load: Load | None) -> bool:
    """Whether the equipment has a heavier load within one jump of 10 %. Source: training.md 5.4."""
    return load is not None and biggest_jump(case, load).g > load.g


def raised(
    case: Case, outcome: Outcome, code: str, *, by: Load | None = None, reps: int | None = None
) -> Aim:
    """One increment above what `outcome` was done with; or one rep more where the step is too big.

    `reps` None means what the map gives for the new load. Source: training.md 5.2, 5.4.
    """
    base, asked = outcome.load, outcome.line.asked_reps
    top = case.rules.reps[1]
    if base is None:
        return again(case, Reason.of(codes.REPEAT_ONCE_MORE, reps=asked))
    rise = Rise.of(case, base, by or increment(case))
    proved = rise.load is not None and (bearable(case, outcome, rise.load) or _banked(case, base))
    if rise.load is None or not proved or (rise.big and asked < top):
        return _banking(case, outcome, rise.load or base)
    gained = Load(rise.load.g - base.g, case.steps.unit)
    after = _reps_at(case, outcome, rise.load) if reps is None or rise.big else reps
    values = {} if code == codes.RAISED_LINEAR else {"reps": after}
    if code == codes.RAISED_BY_RESERVE:
        values = {"sessions": 2}
    if code == codes.RAISED_BY_WAVE:
        values = {}
    told = [Reason.of(code, by=gained, **values)]
    if reps is None or rise.big:
        told += _shown_max(case, outcome, rise.load)
    return again(case, *told, load=rise.load, reps=after)


def _banking(case: Case, outcome: Outcome, step: Load) -> Aim:
    """The load as it was, with a rep more, at the top of the reps with a set more, before a step too big."""
    line, top = outcome.line, case.rules.reps[1]
    more = min(top, line.asked_reps + 1)
    aim = again(case, Reason.of(codes.REPS_BANKED, reps=more, step=step), load=outcome.load, reps=more)
    if line.asked_reps < top:
        return aim
    return replace(aim, sets=min(max(aim.sets, line.asked_sets + 1), case.rules.sets[1]))


def _banked(case: Case, base: Load) -> bool:
    """Whether the last sessions were all easy at this load and the most reps: the step is due, proved or not.

    Light dumbbells stand a quarter or a third apart; whoever waits for proof stays there for ever.
    """
    last = case.outcomes[-BANKED_SESSIONS:]
    return len(last) == BANKED_SESSIONS and all(
        past.done
        and past.load == base
        and past.worst >= case.rules.reps[1]
        and (past.reserve or 0) >= BANKED_RESERVE
        for past in last
    )


def proved_g(case: Case, outcome: Outcome) -> int:
    """The 1RM in grams, body mass included, that the last set of a finished session shows at least."""
    if outcome.load is None:
        return 0
    moved = outcome.load.g + body_share_g(case.exercise, case.athlete.bodyweight_g)
    most = PROVING_REPS
    if case.exercise.measure is Measure.REPS:
        most = max(most, case.rules.reps[1] + BANKED_RESERVE)
    n = min(outcome.last + (outcome.reserve or 0), most)
    return round(moved * (1 + n / 30)) if n > 1 else moved


def bearable(case: Case, outcome: Outcome, load: Load) -> bool:
    """Whether the load keeps under what is known or proved. A step too far is not taken on hope (S27)."""
    if case.maximum is None:
        return True
    known = max(case.maximum.g, proved_g(case, outcome))
    lifted = load.g + body_share_g(case.exercise, case.athlete.bodyweight_g)
    return lifted <= case.rules.nominal_top * known


def _reps_at(case: Case, outcome: Outcome, load: Load) -> int:
    """The map's reps at the new load, of the maximum that the reps done just now prove.

    Ten at 80 % done with twelve prove more than the stored maximum; without one, the default reps.
    """
    low, high = case.rules.reps
    if case.maximum is None:
        return case.rules.default_reps
    body, done = body_share_g(case.exercise, case.athlete.bodyweight_g), min(outcome.worst, high)
    reps = case.rules.reps_at((load.g + body) / max(case.maximum.g, _shown_g(case, outcome)))
    return max(low, min(reps, done))


def _shown_g(case: Case, outcome: Outcome) -> float:
    """The maximum in grams, body mass included, at which the reps of every set just done are the map's."""
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    done = min(outcome.worst, case.rules.reps[1])
    return ((outcome.load.g if outcome.load else 0) + body) / case.rules.share_at(done)


def _shown_max(case: Case, outcome: Outcome, load: Load) -> list[Reason]:
    """Of which maximum the next reps are, where those just done show more than the stored one."""
    shown = _shown_g(case, outcome)
    if case.maximum is None or shown <= case.maximum.g or outcome.load is None:
        return []
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    reps, rounded = min(outcome.worst, case.rules.reps[1]), Load(round(shown / 500) * 500, case.steps.unit)
    if case.steps.unit is not Unit.KG:
        rounded = Load.lb(round(Load(round(shown), Unit.LB).value))
    share = (load.g + body) / shown
    return [Reason.of(codes.REPS_SHOW_MAX, load=outcome.load, max=rounded, reps=reps, share=share)]


def lowered(case: Case, outcome: Outcome, part: float) -> Load | None:
    """The heaviest load at or under `part` of what was done, at least a step less; None at the bottom."""
    if outcome.load is None:
        return None
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    wanted = Load(round((outcome.load.g + body) * part) - body, outcome.load.unit)
    found = case.steps.at_or_below(wanted)
    if found is not None and found.g >= outcome.load.g:
        found = case.steps.next_down(outcome.load)
    return found


def with_reason(aim: Aim, *reasons: Reason) -> Aim:
    """The aim with these reasons first."""
    return replace(aim, reasons=(*reasons, *aim.reasons))
