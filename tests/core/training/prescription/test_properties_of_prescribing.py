"""What must hold for every goal, level, gear, maximum and past (golden case G40)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.athlete import Gear, Goal, Level, Provenance, Rack
from core.model.session import Measure
from core.model.workout import Comfort
from core.training.goals import rules_for
from core.training.loads.loading import Ruler, load_steps
from core.training.loads.plates import plates_per_side
from core.training.past.outcomes import judge
from core.training.prescription.in_session import next_target
from core.training.reason_codes import CODES
from core.units import Load, Unit
from tests.core.training.lifters import EXERCISES, asked_of, done_set, lifter, line, share_of

LIFTS = ("bench_press", "back_squat", "one_arm_dumbbell_row", "dumbbell_curl", "leg_press", "lat_pulldown")
OWN_RACK = Rack(Load.kg(15), ((2000, 1), (1000, 2), (500, 2), (125, 1)))
racks = st.sampled_from([Rack.standard(Unit.KG), Rack.standard(Unit.LB), OWN_RACK, None])
units = st.sampled_from(Unit)
goals = st.sampled_from(Goal)
levels = st.sampled_from(Level)


@st.composite
def maxima(draw):
    unit = draw(units)
    hundredths = draw(st.integers(100, 40_000 if unit is Unit.KG else 90_000))
    return Load.of_hundredths(hundredths, unit)


@st.composite
def athletes(draw, lift, level=levels):
    best = draw(maxima())
    rack = draw(racks)
    gear = draw(st.sampled_from([None, *Gear]))
    provenance = draw(st.sampled_from(Provenance))
    return lifter(draw(level), unit=draw(units), rack=rack, gear=gear, provenance=provenance, **{lift: best})


@st.composite
def pasts(draw, lift, goal, athlete):
    """Up to four sessions under the goal, at loads and reps from hopeless to easy, newest last."""
    rules = rules_for(goal, athlete)
    steps = load_steps(EXERCISES[lift], athlete)
    best = athlete.one_rep_maxes[0].load
    past = []
    for ago in sorted(draw(st.sets(st.integers(1, 120), max_size=4)), reverse=True):
        asked = draw(st.integers(*rules.reps))
        load = steps.nearest(Load(round(best.g * draw(st.floats(0.3, 1.1))), best.unit))
        reps = draw(st.lists(st.integers(max(0, asked - 4), asked + 2), min_size=1, max_size=6))
        comfort = draw(st.sampled_from([*Comfort, None]))
        rung = draw(st.integers(0, 5))
        past.append(line(lift, goal, reps, load, asked=asked, days_ago=ago, comfort=comfort, rung=rung))
    return tuple(past)


@st.composite
def cases(draw):
    lift, goal = draw(st.sampled_from(LIFTS)), draw(goals)
    athlete = draw(athletes(lift))
    return lift, goal, athlete, draw(pasts(lift, goal, athlete)), draw(st.integers(0, 2))


@given(cases())
@settings(max_examples=250, deadline=None)
def test_every_prescription_can_be_loaded_stays_in_band_and_says_why(case):
    lift, goal, athlete, past, day = case
    rules = rules_for(goal, athlete)
    asked = asked_of(lift, athlete, goal, *past, week_day=day)
    assert asked == asked_of(lift, athlete, goal, *past, week_day=day)
    assert rules.sets[0] <= asked.sets <= rules.sets[1]
    assert rules.rest_s[0] <= asked.rest_s <= rules.rest_s[1]
    assert rules.reps[0] <= asked.reps <= rules.reps[1]
    assert asked.tempo == rules.tempo
    assert asked.measure is Measure.REPS
    for reason in asked.reasons:
        assert tuple(name for name, _ in reason.values) == CODES[reason.code]
    if asked.load is None:
        assert asked.out_of_band
        return
    assert asked.load in load_steps(EXERCISES[lift], athlete)
    assert asked.load <= asked.one_rep_max
    if not asked.out_of_band:
        share = share_of(asked.load, asked.one_rep_max)
        assert rules.share[0] - 1e-5 <= share <= rules.nominal_top + 1e-5
    if athlete.rack is not None and EXERCISES[lift].uses_bar:
        side = plates_per_side(asked.load, athlete.rack)
        assert side is not None
        assert athlete.rack.bar.hundredths + 2 * sum(side) == asked.load.hundredths


@given(cases())
@settings(max_examples=200, deadline=None)
def test_no_load_rises_after_a_miss(case):
    lift, goal, athlete, past, day = case
    asked = asked_of(lift, athlete, goal, *past, week_day=day)
    newest = judge(past[-1], rules_for(goal, athlete)) if past else None
    if newest is None or not newest.missed or asked.load is None:
        return
    steps = load_steps(EXERCISES[lift], athlete)
    assert asked.load <= max(newest.load, steps[0])


@given(st.sampled_from(LIFTS), st.data())
@settings(max_examples=200, deadline=None)
def test_strength_is_heavier_with_fewer_reps_and_longer_rest(lift, data):
    athlete = data.draw(athletes(lift, st.sampled_from([Level.INTERMEDIATE, Level.EXPERIENCED])))
    size, strength = (asked_of(lift, athlete, goal) for goal in (Goal.HYPERTROPHY, Goal.STRENGTH))
    assert strength.reps < size.reps
    assert strength.rest_s > size.rest_s
    if not size.out_of_band and not strength.out_of_band:
        assert strength.load > size.load


@given(cases(), st.lists(st.integers(0, 25), max_size=8))
@settings(max_examples=200, deadline=None)
def test_inside_a_session_nothing_gets_harder(case, reps):
    lift, goal, athlete, past, day = case
    asked = asked_of(lift, athlete, goal, *past, week_day=day)
    if asked.load is None:
        return
    exercise = EXERCISES[lift]
    rules = rules_for(goal, athlete)
    done = []
    before = next_target(asked, exercise, athlete, ()).target
    for number, count in enumerate(reps, 1):
        done.append(replace(done_set(number, count, before.load), target=before))
        coming = next_target(asked, exercise, athlete, done)
        for reason in coming.reasons:
            assert tuple(name for name, _ in reason.values) == CODES[reason.code]
        if coming.target is None:
            assert number >= asked.sets or sum(one < rules.reps[0] for one in reps[:number]) >= 2
            return
        after = coming.target
        assert (after.load.g, after.reps) <= (before.load.g, before.reps) or after.load < before.load
        assert after.reps <= before.reps
        assert rules.rest_s[0] <= after.rest_s <= rules.rest_s[1]
        if count < before.reps:
            assert after.rest_s == rules.rest_s[1]
        if not asked.out_of_band:
            assert Ruler.of(exercise, athlete, asked.one_rep_max).fits(after.load, rules.share[0] - 1e-5, 1.0)
        before = after


@given(st.integers(1, 90_000), units)
def test_kg_to_lb_and_back_is_stable(hundredths, unit):
    load = Load.of_hundredths(hundredths, unit)
    other = Unit.LB if unit is Unit.KG else Unit.KG
    assert load.to(other).to(unit) == load
    assert load.hundredths == hundredths
