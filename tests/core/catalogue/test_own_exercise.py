"""Whatever an athlete answers of an exercise of their own, it is one the rules can plan."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from core.catalogue import MUSCLES, catalogue, find, resolve
from core.catalogue.schema import EQUIPMENT
from core.catalogue.search import of_muscle
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.history import History
from core.model.own_exercise import UNTOLD, Kit, Trains, is_own, own_exercise
from core.training.prescription.prescribing import next_prescription
from core.training.session.planner import plan_session
from core.training.week.volume import muscle_shares, sets_per_muscle
from core.units import Load, Unit

TODAY = date(2026, 3, 2)
OWN = tuple(
    own_exercise(f"own_{number}", f"{trains} by {kit.name.replace('DUMBBELLS', 'pair')}", trains, kit)
    for number, (trains, kit) in enumerate(product(Trains, Kit))
)
KNOWN = catalogue().with_own(OWN)
ATHLETE = Athlete(
    id=1, chat_id=1, level=Level.INTERMEDIATE, unit=Unit.KG, gear=Gear.FULL_GYM, days_per_week=4,
    health=Health.CLEAR, rack=Rack.standard(Unit.KG),
)  # fmt: skip


@pytest.mark.parametrize("exercise", OWN, ids=lambda one: one.name)
def test_it_is_described_in_the_catalogues_words(exercise):
    assert set(exercise.primary) | set(exercise.secondary) <= {*MUSCLES, UNTOLD}
    assert exercise.primary
    assert set(exercise.equipment) <= EQUIPMENT
    assert is_own(exercise)
    assert resolve(exercise.name, KNOWN) is exercise


@pytest.mark.parametrize(("goal", "level"), list(product(Goal, Level)))
def test_every_one_can_be_prescribed(goal: Goal, level: Level):
    for exercise, unit in product(OWN, Unit):
        best = OneRepMax(exercise.id, Load.of(60, unit), Provenance.STATED, datetime(2026, 3, 1, tzinfo=UTC))
        athlete = replace(ATHLETE, level=level, unit=unit, rack=Rack.standard(unit))
        for known in ((), (best,)):
            knowing = replace(athlete, one_rep_maxes=known)
            asked = next_prescription(exercise, knowing, goal, History(), KNOWN, TODAY)
            assert asked.sets >= 1
            assert asked.reps >= 1
            assert (asked.load is None) or exercise.takes_load


@pytest.mark.parametrize(("goal", "gear"), list(product(Goal, Gear)))
def test_as_favourites_they_are_planned_where_they_fit(goal: Goal, gear: Gear):
    athlete = replace(ATHLETE, gear=gear)
    favourites = [one.id for one in OWN]
    for level, day in product(Level, ("full_a", "upper_a", "lower_a", "push_a", "pull_a", "legs_a")):
        session = plan_session(
            replace(athlete, level=level), goal, History(), KNOWN, TODAY, day=day, favourites=favourites
        )
        assert any(is_own(KNOWN[asked.exercise_id]) for asked in session.prescriptions)


def test_nobody_is_planned_a_strangers_exercise():
    session = plan_session(ATHLETE, Goal.HYPERTROPHY, History(), catalogue(), TODAY)
    assert not any(is_own(catalogue()[asked.exercise_id]) for asked in session.prescriptions)


def test_what_nobody_has_told_counts_for_no_muscle_and_is_planned_by_nobody():
    untold = tuple(one for one in OWN if UNTOLD in one.primary)
    assert len(untold) == len(Kit)
    assert sets_per_muscle([(one, 4) for one in untold]) == {}
    known = catalogue().with_own(untold)
    for goal, day in product(Goal, ("full_a", "upper_a", "lower_a", "push_a", "pull_a", "legs_a")):
        session = plan_session(ATHLETE, goal, History(), known, TODAY, day=day)
        assert not any(is_own(known[asked.exercise_id]) for asked in session.prescriptions)


def test_its_own_name_goes_before_a_short_form_of_another_and_behind_a_real_name():
    names = ("Curl", "Press Leg", "Machine Press Chest", "Bench-Press")
    curl, leg, chest, bench = (
        own_exercise(f"own_{at}", name, Trains.BICEPS, Kit.BARBELL) for at, name in enumerate(names)
    )
    known = catalogue().with_own((curl, leg, chest))
    assert resolve("curl") is catalogue()["dumbbell_curl"]
    assert resolve("curls", known) is curl
    assert resolve("press leg", known) is leg
    assert resolve("leg press", known) is catalogue()["leg_press"]
    assert resolve("curll", known) is curl
    assert find("machine press chest", 1, known)[0].exercise is chest
    assert resolve("bench press", catalogue().with_own([bench])) is catalogue()["bench_press"]
    assert [match.exercise for match in find("biceps", 99, known)][-1] is not curl
    assert curl in of_muscle("biceps", known)


def test_what_is_known_of_the_catalogue_is_kept_once_for_everybody():
    peoples = [catalogue().with_own([one]) for one in OWN[:10]]
    resolve("squat", KNOWN), muscle_shares(KNOWN)
    tracemalloc.start()
    assert {resolve("squat", known) for known in peoples} == {catalogue()["back_squat"]}
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken / len(peoples) < 12_000
    shares = [muscle_shares(known)["back_squat"] for known in peoples]
    assert all(one is shares[0] for one in shares)
