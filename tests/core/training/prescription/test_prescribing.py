"""The next prescription of an exercise: what plans and recaps ask alike, from the whole history."""

from __future__ import annotations

from core.model.athlete import Goal, Level
from core.model.history import History, PastWorkout
from core.training.prescription.prescribing import next_prescription
from core.training.session.planner import plan_session
from core.units import Load
from tests.core.training.lifters import EXERCISES, TODAY, codes_of, lifter, line

S = Goal.STRENGTH


def test_a_recap_names_the_day_of_the_wave_that_the_plan_will_ask():
    athlete = lifter(Level.EXPERIENCED, back_squat=Load.kg(180), days_per_week=3)
    past = line("back_squat", S, (5,) * 5, Load.kg("162.5"))
    history = History.of([PastWorkout(past.trained_on, S, "full_b", (past,))])
    told = next_prescription(EXERCISES["back_squat"], athlete, S, history, EXERCISES, TODAY)
    planned = plan_session(athlete, S, history, EXERCISES, TODAY, day="full_a").prescriptions
    assert told == next(asked for asked in planned if asked.exercise_id == "back_squat")
    assert told.reps == 2
    assert "undulation_heavy" in codes_of(told)
