"""What loads a part of the body that hurts, and that something is left to train whatever hurts."""

from __future__ import annotations

import pytest

from core.model.athlete import Gear, Goal
from core.model.history import History
from core.model.soreness import MOST_TOLD, BodyPart, Side, SorePart, coded, decoded
from core.training.exercises.sore_parts import loads, spared
from core.training.exercises.substitution import alternatives
from tests.core.training.plan_cases import TODAY, C, a_plan, an_athlete, names


@pytest.mark.parametrize(
    ("part", "loading", "sparing"),
    [
        (
            BodyPart.KNEE,
            "leg_press back_squat leg_extension nordic_hamstring_curl",
            "barbell_hip_thrust plank",
        ),
        (
            BodyPart.SHOULDER,
            "overhead_press bench_press lat_pulldown lateral_raise",
            "seated_cable_row deadlift",
        ),
        (BodyPart.BACK, "smith_machine_squat deadlift barbell_row farmers_carry", "leg_press bird_dog"),
        (BodyPart.HIP, "reverse_lunge romanian_deadlift hip_abduction_machine", "leg_extension bench_press"),
        (
            BodyPart.ELBOW,
            "bench_press barbell_curl pull_up triceps_pushdown",
            "machine_chest_press leg_press",
        ),
        (BodyPart.WRIST, "bench_press push_up barbell_curl front_squat", "dumbbell_bench_press back_squat"),
        (BodyPart.ANKLE, "standing_calf_raise back_squat box_jump", "leg_extension leg_press"),
        (BodyPart.NECK, "overhead_press barbell_shrug back_squat", "leg_press bench_press"),
    ],
)
def test_an_exercise_loads_the_parts_it_moves_or_bears_on(part: BodyPart, loading: str, sparing: str) -> None:
    assert [one for one in loading.split() if not loads(part, C[one])] == []
    assert [one for one in sparing.split() if loads(part, C[one])] == []


@pytest.mark.parametrize("part", BodyPart)
@pytest.mark.parametrize("gear", Gear)
def test_whatever_hurts_a_day_is_left_to_train(part: BodyPart, gear: Gear) -> None:
    barred = spared((SorePart(part),), C.values())
    athlete = an_athlete(gear=gear)
    plans = [
        a_plan(athlete, Goal.HYPERTROPHY, day=day, excluded=barred)
        for day in ("full_a", "upper_a", "lower_a")
    ]
    assert any(plan.prescriptions for plan in plans)
    assert all(barred.isdisjoint(names(plan)) for plan in plans)


@pytest.mark.parametrize("part", BodyPart)
def test_what_is_offered_instead_spares_the_part(part: BodyPart) -> None:
    barred = spared((SorePart(part),), C.values())
    for exercise in (C[one] for one in ("back_squat", "bench_press", "deadlift", "overhead_press")):
        found = alternatives(
            exercise, an_athlete(), Goal.HYPERTROPHY, History(), C, TODAY,
            excluded=barred, after_pain=True, part_known=True,
        )  # fmt: skip
        assert found
        assert not barred & {one.exercise_id for one in found}


def test_a_sore_back_squats_in_the_leg_press_and_a_sore_knee_hinges() -> None:
    def instead(hurt: str, part: BodyPart) -> list[str]:
        barred = spared((SorePart(part),), C.values())
        found = alternatives(
            C[hurt], an_athlete(), Goal.HYPERTROPHY, History(), C, TODAY,
            excluded=barred, after_pain=True, part_known=True,
        )  # fmt: skip
        return [one.exercise_id for one in found]

    assert instead("back_squat", BodyPart.BACK)[0] == "leg_press"
    assert "cable_pull_through" in instead("leg_press", BodyPart.KNEE)


def test_parts_are_written_for_a_button_and_read_back() -> None:
    told = (SorePart(BodyPart.KNEE, Side.LEFT), SorePart(BodyPart.BACK))
    assert coded(told) == "left_knee+back"
    assert decoded(coded(told)) == told
    assert coded(()) is None
    assert decoded(None) == ()
    assert len(decoded("knee+" * MOST_TOLD + "back")) == MOST_TOLD
    with pytest.raises(ValueError, match="moon"):
        decoded("left_moon")
