"""What every new plan begins with: who trains, for which goal, on which day, knowing what.

Which exercises it holds is decided after: `planning.py` for the split, `routine_planning.py` for a routine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue import Catalogue
from core.coach.exercise_preferences import Wishes, wishes_of
from core.coach.exercises import exercises_of
from core.coach.knowing import informed, learned
from core.coach.past import history_of
from core.coach.plans.gating import gate_today
from core.model.athlete import Athlete, Goal
from core.model.history import History
from core.model.outcomes import Unlogged
from core.model.routine import Routine
from core.model.session import Reason, Session
from core.store.port import Tx
from core.training.exercises.sore_parts import spared
from core.training.progress.foundation import trained_goal
from core.training.session.routines import plan_routine
from core.training.week.deload import deload_due

DEFAULT_DAYS = 2
EASY_WEEK = timedelta(days=7)
LEFT_OUT_ACHING = "left_out_aching"  # a notice: this exercise would stand in the plan, had it not hurt
SPARES_PART = "spares_part"  # a notice: this part hurts; `exercises` would stand in the plan without it


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything a plan is made from. `wish` is the goal asked for, `goal` the one trained, `why` it is that.

    `athlete` holds the maxima as the log has moved them; `told` is the same person as stored.
    """

    told: Athlete
    athlete: Athlete
    wish: Goal
    goal: Goal
    why: tuple[Reason, ...]
    history: History
    exercises: Catalogue
    wishes: Wishes
    today: date
    on: date
    easy: bool

    def session_of(self, routine: Routine, minutes: int | None, *, sparing: bool = True) -> Session:
        """A routine as it is trained on that day; `sparing` leaves out what hurts or loads a sore part."""
        return plan_routine(
            routine,
            self.athlete,
            self.goal,
            self.history,
            self.exercises,
            self.on,
            minutes=minutes,
            hurting=self.wishes.aching | self.wishes.spared if sparing else frozenset(),
            deload=self.easy,
        )

    def noticed(self, session: Session, wanted: list[str]) -> tuple[Reason, ...]:
        """All that is told above a plan: why this goal, an easy week on offer, what was left out.

        `wanted` are the exercises of the plan that would stand if nothing hurt.
        """
        offer = None
        if not self.easy and self.goal is not Goal.FOUNDATION:
            offer = deload_due(self.history, self.on, self.athlete.level, aches=self.wishes.hurts)
        return (*self.why, *(() if offer is None else (offer,)), *self._left_out(wanted), *session.notices)

    def _left_out(self, wanted: list[str]) -> Iterator[Reason]:
        """By each sore part what loads it, then what hurt without a part named."""
        told: set[str] = set()
        for sore in self.wishes.sore:
            loading = spared((sore,), (self.exercises[one] for one in wanted if one in self.exercises))
            loading |= {one for one in wanted if one == sore.exercise_id}
            told |= {*loading, *([sore.exercise_id] if sore.exercise_id else [])}
            names = "+".join(one for one in wanted if one in loading)
            yield Reason.of(SPARES_PART, part=sore.code, exercises=names)
        for one in wanted:
            if one in self.wishes.aching and one not in told:
                yield Reason.of(LEFT_OUT_ACHING, exercise=one)


def ready_for(
    tx: Tx, told: Athlete, wish: Goal | None, today: date, *, easy: bool, only_reads: bool = False
) -> Ready | Unlogged:
    """What a plan of today is made from; `doctor_first` when nothing may be trained.

    `wish` None is the athlete's own goal. `easy` asks for a deload; one begun goes on for its week.
    What the log says of the maxima is kept for the next time, unless this `only_reads`.
    """
    history, exercises = history_of(tx, told.id), exercises_of(tx, told.id)
    athlete = (informed if only_reads else learned)(tx, told, history, exercises)
    on = next_date(told, history, today)
    wish = wish or told.wish or Goal.FOUNDATION
    decided = trained_goal(told, wish, gate_today(told, history, on, exercises))
    if decided.goal is None:
        return Unlogged.of("doctor_first")
    return Ready(
        told=told,
        athlete=athlete,
        wish=wish,
        goal=decided.goal,
        why=decided.reasons,
        history=history,
        exercises=exercises,
        wishes=wishes_of(tx, told.id),
        today=today,
        on=on,
        easy=easy or in_easy_week(history, on),
    )


def in_easy_week(history: History, on: date) -> bool:
    """Whether a deload begun less than seven days ago goes on. Source: training.md 5.5 (7 days, ours)."""
    recent = [past for past in history.workouts if on - past.trained_on < EASY_WEEK]
    begun = any(exercise.deload for past in recent for exercise in past.exercises)
    older = [past for past in history.workouts if EASY_WEEK <= on - past.trained_on < 2 * EASY_WEEK]
    return begun and not any(exercise.deload for past in older for exercise in past.exercises)


def next_date(athlete: Athlete, history: History, today: date) -> date:
    """Today, or the next training day when today's workout is done: days spread evenly over the week."""
    if not history.workouts or history.workouts[-1].trained_on < today:
        return today
    days = max(athlete.days_per_week or DEFAULT_DAYS, 1)
    return today + timedelta(days=max(7 // days, 1))
