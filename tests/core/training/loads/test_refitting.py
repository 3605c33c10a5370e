"""A session that has begun, put on other equipment."""

from __future__ import annotations

from dataclasses import replace

from core.catalogue import catalogue
from core.model.athlete import Gear, Goal, Rack
from core.model.gym import Bar, Gym
from core.model.history import History
from core.training.loads.loading import load_steps
from core.training.loads.refitting import refitted
from core.training.past.learning import informed
from core.training.prescription.prescribing import next_prescription
from core.units import Load, Unit
from tests.core.training.lifters import TODAY
from tests.dialogs.stage import intermediate

HOME = Rack(Load.kg(20), ((2000, 1), (500, 1)), told=True)
ATHLETE = intermediate()


def asked_of(exercise_id: str, athlete=ATHLETE):  # type: ignore[no-untyped-def]
    known = catalogue()
    knowing = informed(athlete, History(), known)
    return next_prescription(known[exercise_id], knowing, Goal.HYPERTROPHY, History(), known, TODAY)


def test_a_load_the_new_plates_cannot_make_becomes_the_next_lighter_one() -> None:
    asked, bench = asked_of("bench_press"), catalogue()["bench_press"]
    home = replace(ATHLETE, rack=HOME)
    fitted = refitted(asked, bench, home)
    assert (asked.load, fitted.load) == (Load.kg(80), Load.kg(70))
    assert fitted.share == 0.7
    assert all(warm.load in load_steps(bench, home) for warm in fitted.warm_ups if warm.load)
    assert (fitted.sets, fitted.reps, fitted.rest_s) == (asked.sets, asked.reps, asked.rest_s)


def test_what_can_be_loaded_stays_as_it_was() -> None:
    for name in ("bench_press", "lat_pulldown", "plank", "incline_dumbbell_press"):
        asked = asked_of(name)
        assert refitted(asked, catalogue()[name], ATHLETE) == asked


def test_a_chosen_load_and_loads_on_offer_follow_too() -> None:
    dumbbells = replace(ATHLETE, gym=Gym(dumbbells=(Load.kg(10), Load.kg(20))))
    press = catalogue()["incline_dumbbell_press"]
    chosen = replace(asked_of(press.id), chosen_load=Load.kg(24))
    assert refitted(chosen, press, dumbbells).chosen_load == Load.kg(20)
    curl = catalogue()["dumbbell_curl"]
    unknown = asked_of(curl.id, replace(ATHLETE, one_rep_maxes=()))
    assert unknown.load is None
    assert refitted(unknown, curl, dumbbells).loads_offered == (Load.kg(10), Load.kg(20))


def test_lighter_than_the_lightest_is_the_lightest() -> None:
    heavy = replace(ATHLETE, gym=Gym(dumbbells=(Load.kg(40),)))
    press = catalogue()["incline_dumbbell_press"]
    assert refitted(asked_of(press.id), press, heavy).load == Load.kg(40)


def test_a_bar_of_ones_own_weight_starts_its_loads() -> None:
    curl = catalogue()["preacher_curl"]
    told = replace(ATHLETE, gym=Gym(bars=((Bar.EZ, Load.kg("7.5")),)))
    assert load_steps(curl, ATHLETE)[0] == Load.kg(10)
    assert tuple(load_steps(curl, told))[:2] == (Load.kg("7.5"), Load.kg(10))


def test_a_lb_stack_stands_beside_a_kg_bar() -> None:
    told = replace(ATHLETE, gear=Gear.FULL_GYM, gym=Gym(stack_step=Load.lb(10)))
    assert tuple(load_steps(catalogue()["lat_pulldown"], told))[:2] == (Load.lb(10), Load.lb(20))
    assert load_steps(catalogue()["bench_press"], told).unit is Unit.KG
