"""The gate out of foundation, and which goal is really trained."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.model.athlete import Goal, Health, Level
from core.model.history import History, PastWorkout
from core.model.workout import Comfort
from core.training.goals import FOUNDATION, STRENGTH_ENDURANCE, rules_for
from core.training.progress.foundation import Gate, gate, trained_goal
from core.units import Load
from tests.core.training.lifters import EXERCISES, TODAY, lifter, line

F, H, S = Goal.FOUNDATION, Goal.HYPERTROPHY, Goal.STRENGTH
LIFTS = ("goblet_squat", "dumbbell_romanian_deadlift", "push_up", "seated_cable_row")
SINCE = TODAY - timedelta(days=30)


def session(ago, *, lifts=LIFTS, goal=F, comfort=Comfort.EASY, **others):
    done = tuple(
        line(lift, goal, (15, 15), Load.kg(10), days_ago=ago, comfort=comfort, **others) for lift in lifts
    )
    return PastWorkout(TODAY - timedelta(days=ago), goal, "full_a", done)


EIGHT = tuple(session(ago) for ago in (29, 26, 22, 19, 15, 12, 8, 4))


def now(*workouts, level=Level.BEGINNER, since=SINCE):
    return gate(level, History.of(workouts), TODAY, EXERCISES, since)


def test_open_after_all_conditions():
    assert now(*EIGHT).open
    assert now(*EIGHT, since=datetime(SINCE.year, SINCE.month, SINCE.day, tzinfo=UTC)).open
    assert now(*EIGHT, since=None).weeks == 4


@pytest.mark.parametrize(
    ("workouts", "since", "shut_by"),
    [
        (EIGHT[1:], SINCE, "sessions"),
        (EIGHT, TODAY - timedelta(days=27), "weeks"),
        ((*EIGHT[:-1], session(4, comfort=Comfort.RIGHT)), SINCE, "comfort"),
        ((*EIGHT[:-1], session(4, comfort=None)), SINCE, "comfort"),
        ((*EIGHT[:-1], session(4, pained=True)), SINCE, "pain"),
        (
            tuple(session(-one.trained_on.toordinal() + TODAY.toordinal(), lifts=LIFTS[:3]) for one in EIGHT),
            SINCE,
            "pull",
        ),
    ],
)
def test_each_condition_keeps_it_shut(workouts, since, shut_by):
    shut = now(*workouts, since=since)
    assert not shut.open
    assert {
        "sessions": shut.sessions == 7,
        "weeks": shut.weeks == 3,
        "comfort": len(shut.uncomfortable) == 4,
        "pain": shut.pained,
        "pull": shut.uncomfortable == ("pull",),
    }[shut_by]


def test_the_week_shown():
    assert (Gate(weeks=1, weeks_needed=4).week, Gate(weeks=9, weeks_needed=4).week) == (2, 4)
    assert Gate().open


def test_other_goals_and_unknown_exercises_do_not_count():
    strange = PastWorkout(
        TODAY - timedelta(days=2), F, "full_a", (line("own_exercise", F, (15, 15), None, days_ago=2),)
    )
    assert now(session(5, goal=H), strange).sessions == 1


@pytest.mark.parametrize(
    ("level", "days_off", "weeks_needed"),
    [
        (Level.INTERMEDIATE, 55, 0),
        (Level.INTERMEDIATE, 56, 2),
        (Level.EXPERIENCED, 84, 2),
        (Level.EXPERIENCED, 85, 4),
    ],
)
def test_long_time_off_sends_back(level, days_off, weeks_needed):
    shut = now(session(days_off, goal=H), level=level, since=None)
    assert shut.weeks_needed == weeks_needed
    assert shut.open is (weeks_needed == 0)
    assert trained_goal(lifter(level), H, shut).goal is (H if weeks_needed == 0 else F)


def test_the_brief_way_back_opens_after_two_weeks_and_four_sessions():
    back = [session(ago, comfort=None) for ago in (15, 11, 8, 4)]
    assert now(session(80, goal=H), *back, level=Level.INTERMEDIATE).open
    assert not now(session(80, goal=H), *back[1:], level=Level.INTERMEDIATE).open


def test_a_beginner_through_the_gate_comes_back_by_the_brief_way_and_others_go_on_counting():
    old = tuple(session(ago + 60) for ago in (29, 26, 22, 19, 15, 12, 8, 4))
    through = now(*old, session(24), since=SINCE - timedelta(days=64))
    assert (through.days_off, through.weeks_needed) == (40, 2)
    not_through = now(*old[4:], session(24), since=SINCE - timedelta(days=60))
    assert (not_through.days_off, not_through.sessions) == (0, 5)


def test_reasons_of_the_trained_goal():
    shut = now()
    assert trained_goal(lifter(Level.BEGINNER), None, shut) == trained_goal(lifter(Level.BEGINNER), F, shut)
    assert trained_goal(lifter(), None, Gate()).goal is H
    insists = lifter(Level.BEGINNER, wish=H, insists=True)
    assert trained_goal(insists, H, shut).reasons[0].code == "strength_endurance_insisted"
    assert trained_goal(insists, S, shut).reasons[0].code == "foundation_first"
    unasked = replace(insists, health=Health.UNASKED)
    assert trained_goal(unasked, H, shut).reasons[0].code == "health_unasked"
    away = now(session(100, goal=H), level=Level.EXPERIENCED)
    assert trained_goal(lifter(Level.EXPERIENCED), S, away).reasons[0].get("days") == 100
    assert trained_goal(lifter(Level.BEGINNER), H, Gate()).reasons[0].code == "gate_open"


def test_only_an_insisting_healthy_beginner_gets_phase_two():
    insists = lifter(Level.BEGINNER, wish=H, insists=True)
    assert rules_for(F, insists) is STRENGTH_ENDURANCE
    assert rules_for(F, replace(insists, health=Health.FOUNDATION_ONLY)) is FOUNDATION
    assert rules_for(F, replace(insists, wish=S)) is FOUNDATION
    assert rules_for(F, replace(insists, level=Level.INTERMEDIATE)) is FOUNDATION
    assert rules_for(H, insists).goal is H


def test_more_reps_than_the_base_show_the_reserve_that_a_hard_third_set_hides():
    def grown(ago, *reps):
        hard = tuple(
            line(lift, F, reps, Load.kg(10), asked=18, days_ago=ago, comfort=Comfort.ALL_OUT)
            for lift in LIFTS
        )
        return PastWorkout(TODAY - timedelta(days=ago), F, "full_a", hard)

    assert now(*EIGHT, grown(2, 18, 17, 14), grown(1, 18, 18, 18)).open
    assert not now(*EIGHT, grown(2, 18, 16, 14), grown(1, 18, 18, 18)).open


@pytest.mark.parametrize(("weeks", "sessions", "opens"), [(12, 24, True), (11, 24, False), (12, 23, False)])
def test_after_three_times_the_time_nothing_need_be_comfortable(weeks, sessions, opens):
    hard = [session(1 + visit, comfort=Comfort.ALL_OUT) for visit in range(sessions)]
    since = TODAY - timedelta(weeks=weeks)
    assert now(*hard, since=since).open is opens
    assert not now(*hard[1:], session(0, pained=True), since=since).open
