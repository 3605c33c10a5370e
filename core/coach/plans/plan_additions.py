"""What can be added to a plan by hand: favourites and own exercises of the day, then what rounds it off.

Putting it in is `plan_editing.py`; what rounds a session off is `core/training/session/planner.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.catalogue import Catalogue
from core.coach.exercise_preferences import Wishes, wishes_of
from core.coach.exercises import exercises_of
from core.coach.past import history_of
from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise, Pattern
from core.model.history import History
from core.model.own_exercise import is_own
from core.model.session import Prescription, Session
from core.store.port import Tx
from core.training.exercises.choosing import Choice
from core.training.exercises.slot_lists import has_gear
from core.training.prescription.prescribing import next_prescription
from core.training.session.planner import additions
from core.training.week.programme import DAYS

OWN_OFFERED = 2
_ANY_DAY = (Pattern.CORE, Pattern.CARRY)


def known_of(tx: Tx, athlete_id: int) -> tuple[History, Catalogue, Wishes]:
    """What choosing needs to know of an athlete: what they trained, which exercises they have and want."""
    return history_of(tx, athlete_id), exercises_of(tx, athlete_id), wishes_of(tx, athlete_id)


def choice_of(
    athlete: Athlete,
    goal: Goal,
    history: History,
    exercises: Catalogue,
    today: date,
    excluded: frozenset[str] = frozenset(),
    hurting: frozenset[str] = frozenset(),
) -> Choice:
    """What an athlete may do on a day for a goal, without what is `excluded` or `hurting`."""
    return Choice(athlete, goal, goal is Goal.FOUNDATION, history, exercises, today, excluded, hurting)


def additions_for(
    session: Session, choice: Choice, exercises: Catalogue, wishes: Wishes
) -> tuple[Prescription, ...]:
    """Favourites and own exercises that suit the day, then what would round it off."""
    own = (one.id for one in exercises.values() if is_own(one))
    wanted = [exercises[one] for one in dict.fromkeys((*wishes.favourites, *own)) if one in exercises]
    fitting = [one for one in wanted if choice.allows(one) and _suits_day(one, session, exercises)]
    first = tuple(asked_next(one, choice) for one in fitting[:OWN_OFFERED])
    more = additions(
        session,
        choice.athlete,
        choice.goal,
        choice.history,
        exercises,
        choice.today,
        excluded=choice.excluded | {one.exercise_id for one in first},
        hurting=choice.hurting,
    )
    return (*first, *more)


def _suits_day(exercise: Exercise, session: Session, exercises: Catalogue) -> bool:
    """Whether it is of the day: one of its movements, a muscle it trains anyway, or fit for any day. Ours."""
    if exercise.pattern is not Pattern.ISOLATION:
        return exercise.pattern in _ANY_DAY or any(
            slot.pattern is exercise.pattern for slot in DAYS.get(session.day, ())
        )
    planned = (exercises[asked.exercise_id] for asked in session.prescriptions)
    return any(exercise.primary[0] in (*one.primary, *one.secondary) for one in planned)


def asked_next(exercise: Exercise, choice: Choice) -> Prescription:
    """What an exercise asks when it is done next."""
    return next_prescription(
        exercise, choice.athlete, choice.goal, choice.history, choice.catalogue, choice.today
    )


def refused(exercise: Exercise, choice: Choice, wishes: Wishes) -> str:
    """Why an exercise cannot be put into a plan: `left_out`, `no_gear`, `not_yet`; empty when it can."""
    if exercise.id in wishes.left_out:
        return "left_out"
    if not has_gear(exercise, choice.athlete.gear):
        return "no_gear"
    # asked for by name it is wanted like a favourite, also what is planned only for those without weights
    wanted = replace(choice, favourites=(*choice.favourites, exercise.id))
    return "" if wanted.allows(exercise) else "not_yet"
