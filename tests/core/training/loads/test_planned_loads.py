"""The first examples of `benchmarks/planned_loads.py`, and that what it holds would be told."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.planned_loads import FEW_KG, FEW_LB, Drawn, pass_over, wrongs
from core.model.athlete import Goal, Level
from core.training.loads import loading
from core.training.loads.loading import load_steps
from core.training.loads.steps import LoadSteps
from core.units import Load, Unit
from tests.core.training.plan_cases import C, an_athlete, one_rep_max


def test_every_load_of_any_gear_can_be_put_on_and_keeps_the_band() -> None:
    pass_over(40, the_same=True)


def squatting(rack: object) -> Drawn:
    athlete = replace(an_athlete(Level.EXPERIENCED, maxes={"back_squat": 140}), rack=rack)
    return Drawn("back_squat", Goal.STRENGTH, athlete, (), (3, 3))


def test_two_pairs_of_plates_are_all_a_plan_is_made_of() -> None:
    assert wrongs(squatting(FEW_KG)) == []
    best = one_rep_max("back_squat", 300, Unit.LB)
    pounds = replace(squatting(FEW_LB).athlete, unit=Unit.LB, one_rep_maxes=(best,))
    assert wrongs(replace(squatting(FEW_LB), athlete=pounds)) == []
    loads = tuple(load_steps(C["back_squat"], pounds))
    assert loads == tuple(Load.lb(number) for number in (45, 65, 135, 155))


def test_a_load_nobody_can_hang_would_be_told(monkeypatch) -> None:
    every = LoadSteps.of(Unit.KG, range(100, 40_000, 100))
    monkeypatch.setattr(loading.Ruler, "of", classmethod(lambda cls, _, __, best, ___=None: cls(
        every, best, every.hundredths, best.hundredths, 0
    )))
    assert any("cannot be" in told for told in wrongs(squatting(FEW_KG)))
