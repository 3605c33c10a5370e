"""An exercise that nobody planned, put in between: what was done is what was wanted, nothing was missed."""

from __future__ import annotations

from core.coach.past import past_of
from core.training.goals import GOALS
from core.training.past.outcomes import judge
from tests.dialogs.stage import Stage

PLANNED = ("/plan hypertrophy", "[▶ Start]", "80x10")


async def test_it_has_no_next_time_as_free_training_has_none(stage: Stage) -> None:
    recap = await stage.hears(*PLANNED, "squat 100x5", "+2m", "squat 100x4", "/finish")
    assert "Back squat: 100 kg × 5, 4" in recap
    assert "Bench press stays at 80 kg × 10." in recap
    assert "Back squat" not in recap.split("Next time")[1].split("edited")[0]
    stage.is_clean()


async def test_fewer_reps_than_a_plan_would_ask_are_no_miss(stage: Stage) -> None:
    await stage.hears(*PLANNED, "squat 100x5", "+2m", "squat 100x4", "/finish")
    squats = past_of(await stage.workout()).exercises[-1]
    outcome = judge(squats, GOALS[squats.goal])
    assert outcome is not None
    assert outcome.done
    assert not outcome.missed


async def test_the_rest_after_it_grows_no_longer(stage: Stage) -> None:
    heard = await stage.hears(*PLANNED, "squat 100x5", "+2m", "squat 100x2")
    assert "Longer rest" not in heard
    assert heard.count("✓ 100 kg × 2 · rest 60 s") == 1


async def test_no_longer_rest_is_told_before_another_exercise(stage: Stage) -> None:
    """The bench press's own rest grows; the one that runs now is before the row, and does not."""
    await stage.hears("/plan hypertrophy", "[▶ Start]", "row now", "62.5x10", "+2m")
    heard = await stage.hears("bench 80x5")
    assert "✓ 80 kg × 5 · rest 60 s" in heard
    assert "5 reps short, so a little lighter" in heard
    assert "Next: Barbell row" in heard
    assert "Longer rest now" not in heard
    stage.is_clean()
