"""Another number of sets: the reasons name the sets that are really asked, or why they are others."""

from __future__ import annotations

from dataclasses import replace

from core.model.athlete import Goal
from core.model.history import History, PastWorkout
from core.model.session import Measure, Reason
from core.training.plain_reasons import sentence
from core.training.prescription.prescribing import next_prescription
from core.training.session.set_counts import of_sets
from core.units import Load
from tests.core.training.lifters import EXERCISES, TODAY, asked_of, lifter, line

BENCH = asked_of("bench_press", lifter(bench_press=Load.kg(100)), Goal.HYPERTROPHY)


def test_the_week_takes_a_set_and_says_so():
    fewer = of_sets(BENCH, 3)
    assert fewer.sets == 3
    assert fewer.reasons == (*BENCH.reasons, Reason.of("sets_fitted", sets=3, usual=4))
    assert of_sets(fewer, 5).reasons[-1] == Reason.of("sets_fitted", sets=5, usual=4)
    assert of_sets(of_sets(fewer, 5), 4) == BENCH
    assert of_sets(BENCH, 4) is BENCH


def test_a_reason_that_names_the_sets_names_the_new_number():
    first_week = replace(BENCH, sets=2, reasons=(Reason.of("fewest_sets_on_return", sets=2),))
    assert of_sets(first_week, 1).reasons == (Reason.of("fewest_sets_on_return", sets=1),)


def test_a_rest_other_than_usual_is_told():
    usual, guessed = (
        asked_of("bench_press", athlete, Goal.STRENGTH)
        for athlete in (lifter(bench_press=Load.kg(100)), lifter())
    )
    assert usual.rest_s == 180
    assert "rest_for_reps" not in {told.code for told in usual.reasons}
    assert guessed.rest_s == 300
    assert Reason.of("rest_for_reps", rest_s=300) in guessed.reasons
    plank = asked_of("plank", lifter(), Goal.STRENGTH)
    assert Reason.of("rest_enough", rest_s=60) in plank.reasons


def test_seconds_and_metres_are_said_as_such():
    plank = asked_of("plank", lifter(), Goal.HYPERTROPHY)
    assert plank.measure is Measure.SECONDS
    assert sentence(plank.reasons[0], plank.measure) == "The body is the load: 20 seconds."
    told = Reason.of("calibrate_no_max", could_do=22, reps=20)
    assert "steady after 20 metres" in sentence(told, Measure.METRES)


def test_the_first_week_back_names_its_sets_where_the_load_is_still_to_be_found():
    past = line("bench_press", Goal.FOUNDATION, (15, 15), Load.kg(40), days_ago=88)
    workout = PastWorkout(past.trained_on, Goal.FOUNDATION, "full_a", (past,))
    pulldown = next_prescription(
        EXERCISES["lat_pulldown"], lifter(), Goal.FOUNDATION, History.of([workout]), EXERCISES, TODAY
    )
    named = [dict(told.values)["sets"] for told in pulldown.reasons if "sets" in dict(told.values)]
    assert (pulldown.load, pulldown.sets, named) == (None, 1, [1, 1])
