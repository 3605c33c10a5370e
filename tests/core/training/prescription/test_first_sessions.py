"""First sessions of an exercise: guessed maxima, time off before them, squats not there yet, trunk work."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.athlete import Athlete, Goal, Level, Provenance
from core.model.history import History
from core.model.session import Measure, Prescription
from core.training.exercises.substitution import alternatives
from core.training.goals import rules_for
from core.training.loads.loading import Ruler
from core.training.prescription.in_session import next_target
from core.training.prescription.prescribing import next_prescription
from core.units import Load, Unit
from tests.core.training.lifters import asked_of, codes_of, done_set, lifter, line
from tests.core.training.plan_cases import TODAY, C, a_plan, an_athlete, done, novice

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
TOLD_KG = {"back_squat": 140, "bench_press": 100, "deadlift": 180, "overhead_press": 60}


# maxima reckoned by ratio


@pytest.mark.parametrize("goal", [H, S])
@pytest.mark.parametrize("unit", list(Unit))
def test_a_guessed_start_is_the_nearest_of_its_band_and_says_what_is_planned(goal: Goal, unit: Unit) -> None:
    lifts = {name: round(kg * (1 if unit is Unit.KG else 2.2)) for name, kg in TOLD_KG.items()}
    athlete = an_athlete(Level.INTERMEDIATE, maxes=lifts, unit=unit)
    met = 0
    for exercise in C.exercises:
        asked = next_prescription(exercise, athlete, goal, History(), C, TODAY)
        for reason in asked.reasons:
            if reason.code != "start_rung_ratio" or asked.share is None:
                continue
            met += 1
            assert_nearest(asked, athlete, {H: 0.75, S: 0.875}[goal])
            assert reason.get("share") == pytest.approx(asked.share, abs=1e-3)
            assert reason.get("reps") == asked.reps
    assert met > 20


def assert_nearest(asked: Prescription, athlete: Athlete, wanted: float) -> None:
    """No load of the band is nearer to what was wanted; it is flagged only where the band holds none."""
    rules = rules_for(asked.goal, athlete)
    assert asked.one_rep_max is not None
    assert asked.share is not None
    ruler = Ruler.of(C[asked.exercise_id], athlete, asked.one_rep_max)
    inside = [ruler.share(ruler.steps[at]) for at in ruler.inside(rules.share[0], rules.nominal_top)]
    assert asked.out_of_band is not bool(inside), asked.exercise_id
    if inside:
        assert abs(asked.share - wanted) <= min(abs(share - wanted) for share in inside) + 1e-6
    if asked.measure is Measure.REPS and asked.share > wanted + 0.025 + 1e-6:
        assert asked.reps <= rules.reps_at(asked.share)


@pytest.mark.parametrize(
    ("name", "load"), [("dumbbell_curl", "14"), ("triceps_pushdown", "35"), ("incline_dumbbell_press", "26")]
)
def test_a_guess_takes_the_load_in_the_band_before_one_under_it(name: str, load: str) -> None:
    asked = next_prescription(C[name], an_athlete(maxes=TOLD_KG), H, History(), C, TODAY)
    assert (asked.load, asked.out_of_band) == (Load.kg(load), False)


def test_dumbbells_too_coarse_for_a_guess_take_the_reps_of_the_load_they_have() -> None:
    athlete = an_athlete(Level.INTERMEDIATE, maxes={"overhead_press": 165}, unit=Unit.LB)
    asked = next_prescription(C["seated_dumbbell_shoulder_press"], athlete, S, History(), C, TODAY)
    assert (asked.load, asked.reps, asked.out_of_band) == (Load.of(55, Unit.LB), 2, False)


# time off


def after_time_off(days: int, goal: Goal = H) -> tuple[Prescription, Prescription]:
    """Deadlift and a lift guessed from it, neither trained yet, after one session long ago."""
    athlete = an_athlete(maxes=TOLD_KG)
    told = tuple(
        replace(best, provenance=Provenance.STATED, known_at=best.known_at - timedelta(days=days))
        for best in athlete.one_rep_maxes
    )
    athlete, on = replace(athlete, one_rep_maxes=told), TODAY - timedelta(days=days)
    past = History.of([done(a_plan(athlete, H, day="full_a", today=on), on)])
    own, derived = (
        next_prescription(C[name], athlete, goal, past, C, TODAY)
        for name in ("deadlift", "trap_bar_deadlift")
    )
    return own, derived


@pytest.mark.parametrize(("days", "left"), [(5, 1.0), (25, 0.9), (60, 0.8), (100, 0.7)])
def test_time_off_counts_for_lifts_that_were_never_trained(days: int, left: float) -> None:
    own, derived = after_time_off(days)
    assert own.one_rep_max == Load.kg(180 * left)
    assert derived.one_rep_max is not None
    assert derived.one_rep_max.g == pytest.approx(180_000 * 1.06 * 0.9 * left, rel=1e-3)
    assert ("return_after_layoff" in codes_of(own)) is (left < 1)
    assert own.sets == 3 if left < 1 else own.sets >= 4
    base = after_time_off(days, F)[0].load
    assert base is not None
    assert base <= Load.kg(180 * left * 0.62)


def test_a_swap_is_cut_after_time_off_as_the_plan_is() -> None:
    athlete = an_athlete(maxes={"back_squat": 140, "bench_press": 100})
    on = TODAY - timedelta(days=60)
    past = History.of([done(a_plan(athlete, H, day="full_a", today=on), on)])
    swapped = alternatives(C["back_squat"], athlete, H, past, C, TODAY)
    assert all("return_after_layoff" in codes_of(one) for one in swapped if one.load is not None)
    assert any(one.load is not None for one in swapped)


# squats that are not there yet


def test_who_has_not_ten_squats_begins_with_few_and_grows() -> None:
    athlete = replace(novice(), can_squat=False)
    squat = next(one for one in a_plan(athlete, F).prescriptions if one.exercise_id == "bodyweight_squat")
    assert (squat.sets, squat.reps, squat.load) == (2, 6, None)
    assert "squat_not_ready" in codes_of(squat)
    weak = lifter(Level.BEGINNER, can_squat=False)
    more = asked_of("bodyweight_squat", weak, F, line("bodyweight_squat", F, (6, 6), None))
    assert (more.sets, more.reps) == (2, 7)
    assert asked_of("bodyweight_squat", lifter(Level.BEGINNER, can_squat=True), F).reps == 12


# trunk work and carries


@pytest.mark.parametrize("goal", [H, S, Goal.POWER])
@pytest.mark.parametrize("name", ["plank", "farmers_carry", "hanging_knee_raise"])
def test_trunk_work_keeps_its_own_sets_and_rest(goal: Goal, name: str) -> None:
    asked = next_prescription(C[name], an_athlete(), goal, History(), C, TODAY)
    assert asked.sets == 3
    assert asked.rest_s <= (90 if goal is H else 60)
    short = next_target(asked, C[name], an_athlete(), (done_set(1, max(asked.reps - 2, 1), None),))
    assert short.rest_s <= 90
