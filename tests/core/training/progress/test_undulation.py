"""The experienced lifter's medium, heavy and light days."""

from __future__ import annotations

from core.model.athlete import Goal, Level, Provenance
from core.model.workout import Comfort
from core.units import Load
from tests.core.training.lifters import asked_of, codes_of, lifter, line

H, S = Goal.HYPERTROPHY, Goal.STRENGTH
SQUAT = lifter(Level.EXPERIENCED, back_squat=Load.kg(180))
BENCH = lifter(Level.EXPERIENCED, bench_press=Load.kg(100))


def squat(reps, kg, **others):
    return line("back_squat", S, reps, Load.kg(kg), **others)


def test_a_week_begins_medium_and_keeps_to_the_band():
    week = [asked_of("back_squat", SQUAT, S, week_day=day) for day in range(3)]
    assert [(day.load, day.reps) for day in week] == [
        (Load.kg("162.5"), 5),
        (Load.kg(170), 2),
        (Load.kg(155), 3),
    ]
    size = [asked_of("bench_press", BENCH, H, week_day=day) for day in range(3)]
    assert [(day.load, day.reps) for day in size] == [
        (Load.kg(80), 10),
        (Load.kg("82.5"), 8),
        (Load.kg(75), 12),
    ]


def test_low_on_the_ladder_every_day_is_alike():
    guessed = lifter(Level.EXPERIENCED, provenance=Provenance.ESTIMATED, back_squat=Load.kg(180))
    week = {asked_of("back_squat", guessed, S, week_day=day).reps for day in range(3)}
    assert week == {3}


def test_days_progress_each_for_itself():
    past = (
        squat((5,) * 5, "162.5", comfort=Comfort.EASY, days_ago=14),
        squat((2,) * 5, 170, comfort=Comfort.RIGHT, days_ago=10),
        squat((5,) * 5, "162.5", comfort=Comfort.EASY, days_ago=7),
        squat((2,) * 5, 170, comfort=Comfort.RIGHT, days_ago=3),
    )
    medium = asked_of("back_squat", SQUAT, S, *past, week_day=0)
    assert (medium.load, medium.reps) == (Load.kg("167.5"), 5)
    assert "raised_by_reserve" in codes_of(medium)
    heavy = asked_of("back_squat", SQUAT, S, *past, week_day=1)
    assert (heavy.load, heavy.reps) == (Load.kg(170), 2)
    assert "wave_stays" in codes_of(heavy)


def test_three_finished_with_one_left_are_a_step_too():
    past = [squat((5,) * 5, "162.5", comfort=Comfort.RIGHT, days_ago=ago) for ago in (17, 10, 3)]
    assert asked_of("back_squat", SQUAT, S, *past[1:]).load == Load.kg("162.5")
    assert asked_of("back_squat", SQUAT, S, *past).load == Load.kg(165)


def test_nothing_left_takes_two_and_a_half_percent_off():
    asked = asked_of("back_squat", SQUAT, S, squat((5,) * 5, "162.5", comfort=Comfort.ALL_OUT))
    assert asked.load == Load.kg("157.5")
    assert "lowered_by_reserve" in codes_of(asked)


def test_after_a_miss_the_heavy_day_waits_and_the_light_one_does_not():
    missed = squat((5, 5, 4, 4, 4), "162.5", asked=5)
    heavy = asked_of("back_squat", SQUAT, S, missed, week_day=1)
    assert (heavy.load, heavy.reps) == (Load.kg("162.5"), 5)
    assert "heavy_day_postponed" in codes_of(heavy)
    light = asked_of("back_squat", SQUAT, S, missed, week_day=2)
    assert (light.load, light.reps) == (Load.kg(155), 3)


def test_a_day_missed_twice_gets_lighter_and_at_the_floor_steps_down():
    twice = [squat((5, 5, 4, 4, 4), "162.5", asked=5, days_ago=ago) for ago in (7, 3)]
    lighter = asked_of("back_squat", SQUAT, S, *twice)
    assert (lighter.load, lighter.reps) == (Load.kg("157.5"), 5)
    floor = [squat((5, 5, 4, 4, 4), 155, asked=5, days_ago=ago) for ago in (7, 3)]
    stepped = asked_of("back_squat", SQUAT, S, *floor)
    assert "step_down" in codes_of(stepped)
    assert stepped.load <= Load.kg(155)


def test_two_comfortable_sessions_climb_the_ladder_whatever_their_day():
    past = (
        squat((5,) * 5, "157.5", comfort=Comfort.RIGHT, rung=1, days_ago=7),
        squat((2,) * 5, "165", comfort=Comfort.RIGHT, rung=1, days_ago=3),
    )
    asked = asked_of("back_squat", SQUAT, S, *past)
    assert (asked.rung, asked.load) == (0, Load.kg("162.5"))


def test_a_failed_session_and_a_retested_max_leave_the_wave_to_the_ladder():
    fails = [squat((3, 2, 2, 2, 2), "162.5", asked=5, days_ago=ago) for ago in (7, 3)]
    asked = asked_of("back_squat", SQUAT, S, *fails)
    assert asked.rung == 5
    assert asked.load <= Load.kg(155)


def test_a_day_that_stays_names_the_reps_it_asks():
    # a heavy day cut to 6 reps for a big step comes back with the day's own 8
    past = (
        line("bench_press", H, (10,) * 4, Load.kg(80), days_ago=10),
        line("bench_press", H, (6,) * 4, Load.kg("82.5"), days_ago=7),
        line("bench_press", H, (12,) * 4, Load.kg(75), days_ago=3),
    )
    heavy = asked_of("bench_press", BENCH, H, *past, week_day=1)
    told = {reason.code: reason for reason in heavy.reasons}
    assert (heavy.load, heavy.reps) == (Load.kg("82.5"), 8)
    assert "wave_stays" not in told
    assert told["rep_added"].get("reps") == 8
