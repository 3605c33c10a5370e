from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.athlete import Gear, Goal, Health, Level, Provenance
from core.model.exercise import Pattern
from core.model.history import History
from core.model.workout import Comfort
from core.training import plan_reason_codes as codes
from core.training.reason_codes import HARDER_VARIANT
from core.training.session.planner import additions, day_named, longer, shorter
from core.training.session.timing import minutes_of
from core.training.week.programme import PULL, split
from core.training.week.volume import band
from core.units import Load
from tests.core.training.plan_cases import (
    TODAY,
    C,
    a_plan,
    an_athlete,
    done,
    exercises,
    names,
    novice,
    one_rep_max,
    patterns,
    planned_sets,
    trained,
)

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
MID, OLD = Level.INTERMEDIATE, Level.EXPERIENCED


def told(session: object) -> dict[str, dict[str, object]]:
    return {notice.code: dict(notice.values) for notice in session.notices}  # type: ignore[attr-defined]


# the golden cases of training.md, section 9, that concern a whole plan


def test_g3_g4_a_plan_asks_the_worked_loads_of_its_main_lifts() -> None:
    strength = a_plan(an_athlete(OLD, maxes={"back_squat": 180}), S, day="full_a").prescriptions[0]
    assert (strength.exercise_id, strength.sets, strength.reps, strength.rest_s) == ("back_squat", 5, 5, 180)
    assert strength.load == Load.kg(162.5)
    size = a_plan(an_athlete(MID, maxes={"bench_press": 100}), H, day="upper_a").prescriptions[0]
    assert (size.exercise_id, size.sets, size.reps, size.rest_s) == ("bench_press", 4, 10, 60)
    assert size.load == Load.kg(80)


@pytest.mark.parametrize(
    ("lift", "kg", "low", "high"), [("bench_press", 60, 30, 42), ("back_squat", 80, 40, 56)]
)
def test_g14_g15_a_beginners_given_lift_is_trained_in_the_foundation_band(
    lift: str, kg: int, low: int, high: int
) -> None:
    session = a_plan(novice(**{lift: kg}), F, day="full_a")
    asked = next(one for one in session.prescriptions if one.exercise_id == lift)
    assert asked.load is not None
    assert Load.kg(low) <= asked.load <= Load.kg(high)
    assert 12 <= asked.reps <= 20
    assert asked.sets <= 3
    assert asked.rest_s <= 90
    assert asked.tempo == "4/2/1"


def test_g16_without_any_maximum_no_load_is_invented() -> None:
    session = a_plan(novice(), F)
    assert all(one.load is None for one in session.prescriptions)
    assert all(one.rir_target == (3, 4) for one in session.prescriptions)


@pytest.mark.parametrize("gear", list(Gear))
@pytest.mark.parametrize("day", ["full_a", "full_b"])
def test_g19_who_cannot_squat_ten_times_gets_no_loaded_squat(gear: Gear, day: str) -> None:
    athlete = replace(novice(gear, back_squat=80), can_squat=False)
    knees = [one for one in exercises(a_plan(athlete, F, day=day)) if one.pattern in ("squat", "lunge")]
    assert [one.id for one in knees] == ["bodyweight_squat"]


def test_g21_a_leg_day_with_only_a_bench_maximum_calibrates_the_squat() -> None:
    session = a_plan(an_athlete(OLD, days=4, maxes={"bench_press": 100}), S, day="lower_a")
    squat = session.prescriptions[0]
    assert C[squat.exercise_id].pattern is Pattern.SQUAT
    assert squat.exercise_id == "back_squat"
    assert (squat.load, squat.one_rep_max) == (None, None)
    assert len(squat.loads_offered) == 5


@pytest.mark.parametrize("goal", list(Goal))
@pytest.mark.parametrize("level", list(Level))
def test_g38_seven_days_are_six_and_a_rest_day(goal: Goal, level: Level) -> None:
    session = a_plan(an_athlete(level, days=7), goal)
    base = level is Level.BEGINNER or goal is F
    code, days = (codes.BEGINNER_DAYS, 3) if base else (codes.REST_DAY_STAYS, 6)
    assert told(session)[code] == {"asked": 7, "days": days}
    assert session.prescriptions


def test_g40_with_a_doctor_to_be_asked_first_nothing_is_planned() -> None:
    session = a_plan(an_athlete(health=Health.DOCTOR_FIRST), H)
    assert session.prescriptions == ()
    assert set(told(session)) == {"doctor_first"}


# what a session holds


@pytest.mark.parametrize(
    ("goal", "fewest", "most"),
    [(F, 5, 6), (H, 4, 6), (S, 2, 4), (Goal.ENDURANCE, 4, 6), (Goal.POWER, 2, 4)],
)
@pytest.mark.parametrize("days", [2, 3, 4, 5, 6])
def test_a_session_holds_as_many_exercises_as_its_goal_allows(
    goal: Goal, fewest: int, most: int, days: int
) -> None:
    athlete = an_athlete(OLD, days=days)
    for day in split(days, OLD, goal):
        assert fewest <= len(a_plan(athlete, goal, day=day).prescriptions) <= most


def test_a_beginners_first_workout_is_four_exercises_of_two_sets() -> None:
    session = a_plan(novice(), F)
    assert len(session.prescriptions) == 4
    assert all(one.sets <= 2 for one in session.prescriptions)
    assert told(session)[codes.FIRST_WORKOUT] == {"exercises": 4, "sets": 2}
    later = a_plan(novice(), F, trained(novice(), F, [3]))
    assert len(later.prescriptions) >= 5
    assert codes.FIRST_WORKOUT not in told(later)


def test_foundation_exercises_come_first_and_bars_only_with_a_maximum() -> None:
    chosen = [one for day in ("full_a", "full_b") for one in exercises(a_plan(novice(), F, day=day))]
    assert all("foundation" in one.tags for one in chosen if one.pattern is not Pattern.VERTICAL_PUSH)
    assert not any(one.uses_bar for one in chosen)
    assert "deadlift" in names(a_plan(novice(deadlift=100), F, day="full_b"))


def test_in_foundation_no_bar_is_planned_even_where_little_else_is_left() -> None:
    suited = frozenset(one.id for one in C.exercises if "foundation" in one.tags)
    kinds = {kind for one in exercises(a_plan(novice(), F, excluded=suited)) for kind in one.equipment}
    assert kinds
    assert not kinds & {"barbell", "trap bar", "ez bar", "t-bar", "specialty bar"}


def test_a_load_taken_over_by_ratio_is_no_maximum_that_was_given() -> None:
    guessed = replace(novice(), one_rep_maxes=(one_rep_max("deadlift", 100, provenance=Provenance.RATIO),))
    assert "deadlift" not in names(a_plan(guessed, F, day="full_b"))


def test_past_the_gate_a_beginner_trains_the_main_bar_lifts() -> None:
    assert names(a_plan(novice(), H, day="full_a"))[:3] == ["back_squat", "bench_press", "barbell_row"]


def test_a_known_lift_is_preferred_among_main_lifts() -> None:
    athlete = an_athlete(maxes={"front_squat": 100})
    assert names(a_plan(athlete, S, day="full_a"))[0] == "front_squat"
    assert names(a_plan(an_athlete(maxes={}), S, day="full_a"))[0] == "back_squat"


def test_heavy_deadlift_and_heavy_squat_are_parted_but_for_the_experienced() -> None:
    orders = [
        names(a_plan(an_athlete(level, Gear.BARBELL, 4), H, day="lower_b", hurting=frozenset({"lunge"})))
        for level in (MID, OLD)
    ]
    assert [order[:3] for order in orders] == [
        ["deadlift", "romanian_deadlift", "front_squat"],
        ["deadlift", "front_squat", "romanian_deadlift"],
    ]


def test_where_only_one_pull_is_left_no_second_push_is_planned() -> None:
    pulls = [one.id for one in C.exercises if one.pattern in PULL and one.id != "inverted_row"]
    plan = a_plan(an_athlete(OLD, Gear.BODYWEIGHT), H, day="upper_a", excluded=frozenset(pulls)).prescriptions
    pushes = [one.sets for one in plan if "push" in C[one.exercise_id].pattern]
    pulled = [one.sets for one in plan if "pull" in C[one.exercise_id].pattern]
    assert len(pulled) == 1
    assert sum(pulled) >= sum(pushes) > 0


def test_power_opens_with_a_fast_lift_and_pairs_it_with_one_heavy_one() -> None:
    session = a_plan(an_athlete(OLD), Goal.POWER, day="full_a")
    assert "power" in exercises(session)[0].tags
    assert [one.goal for one in session.prescriptions].count(S) == 1
    assert not any("power" in one.tags for one in exercises(a_plan(an_athlete(OLD), S)))


@pytest.mark.parametrize("gear", [Gear.FULL_GYM, Gear.BARBELL, Gear.DUMBBELLS, Gear.MACHINES])
@pytest.mark.parametrize("goal", [H, S])
@pytest.mark.parametrize("days", [2, 3, 4, 5, 6])
def test_a_round_of_the_split_pulls_at_least_as_much_as_it_pushes(gear: Gear, goal: Goal, days: int) -> None:
    athlete = an_athlete(OLD, gear, days)
    plan = [one for day in split(days, OLD, goal) for one in a_plan(athlete, goal, day=day).prescriptions]
    pushes = sum(one.sets for one in plan if "push" in C[one.exercise_id].pattern)
    pulls = sum(one.sets for one in plan if "pull" in C[one.exercise_id].pattern)
    assert pulls >= pushes > 0


# gear


@pytest.mark.parametrize(
    ("gear", "absent"),
    [
        (Gear.DUMBBELLS, {"barbell", "machine", "cable"}),
        (Gear.MACHINES, {"barbell", "dumbbell"}),
        (Gear.BARBELL, {"dumbbell", "machine", "cable"}),
        (Gear.BODYWEIGHT, {"barbell", "dumbbell", "machine", "cable", "pull-up bar"}),
        (Gear.BANDS, {"barbell", "dumbbell", "cable", "pull-up bar"}),
    ],
)
def test_only_what_the_gear_allows_is_planned(gear: Gear, absent: set[str]) -> None:
    athlete = an_athlete(MID, gear)
    for goal in Goal:
        for day in ("full_a", "full_b", "full_c"):
            for exercise in exercises(a_plan(athlete, goal, day=day)):
                assert set(exercise.equipment) - absent, exercise.id


# over weeks


def test_main_lifts_stay_and_accessories_change_by_the_block() -> None:
    athlete = an_athlete()
    history = trained(athlete, H, [7])
    weeks = [a_plan(athlete, H, history, today=TODAY + timedelta(weeks=w), day="full_a") for w in range(12)]
    assert {tuple(names(week)[:3]) for week in weeks} == {("back_squat", "bench_press", "barbell_row")}
    accessories = [names(week)[3] for week in weeks]
    assert len(set(accessories)) == 3
    assert all(accessories[at] == accessories[at + 1] for at in range(11) if (at + 2) % 4), (
        "four weeks with the same accessory, so that it can be compared"
    )


def test_another_plan_is_another_plan() -> None:
    first, second = a_plan(an_athlete(), H), a_plan(an_athlete(), H, change=1)
    assert names(first) != names(second)
    assert patterns(first) == patterns(second)


def test_the_split_goes_on_from_the_last_planned_workout() -> None:
    athlete = an_athlete(days=4)
    assert [a_plan(athlete, H, trained(athlete, H, [2] * n)).day for n in range(5)] == [
        "upper_a", "lower_a", "upper_b", "lower_b", "upper_a",
    ]  # fmt: skip


def test_the_week_is_never_planned_far_beyond_its_cap() -> None:
    athlete = an_athlete(MID, days=2)
    daily = trained(athlete, H, [1] * 6)
    session = a_plan(athlete, H, daily, day="full_a")
    assert all(one.sets == 3 for one in session.prescriptions)
    assert codes.VOLUME_AT_CAP in told(session)
    rested = a_plan(athlete, H, trained(athlete, H, [7]), day="full_a")
    assert codes.VOLUME_AT_CAP not in told(rested)


@pytest.mark.parametrize(("level", "days"), [(MID, 3), (MID, 4), (OLD, 4), (OLD, 6)])
def test_a_week_of_size_training_stays_under_the_cap_of_each_prime_mover(level: Level, days: int) -> None:
    athlete = an_athlete(level, days=days)
    plan = [one for day in split(days, level, H) for one in a_plan(athlete, H, day=day).prescriptions]
    prime: dict[str, int] = {}
    for one in plan:
        muscle = C[one.exercise_id].primary[0]
        prime[muscle] = prime.get(muscle, 0) + one.sets
    assert max(prime.values()) <= band(H, level).cap
    assert planned_sets(plan, C)["quads"] >= 8


def test_in_foundation_a_lagging_pull_never_holds_a_push_back() -> None:
    athlete, history = novice(), History()
    for visit in range(4):
        on = TODAY + timedelta(days=3 * visit)
        session = a_plan(athlete, F, history, today=on, day="full_a")
        workout = done(session, on, comfort=Comfort.EASY)
        hard = [
            replace(past, sets=tuple(replace(one, comfort=Comfort.ALL_OUT) for one in past.sets))
            if "row" in past.exercise_id
            else past
            for past in workout.exercises
        ]
        history = History.of([*history.workouts, replace(workout, exercises=tuple(hard))])
    press = next(one for one in session.prescriptions if one.exercise_id == "machine_chest_press")
    assert press.sets == 3


def test_without_a_load_the_next_variant_follows_when_the_first_is_mastered() -> None:
    athlete = novice(Gear.BODYWEIGHT)
    history = History()
    for week in range(12):
        on = TODAY + timedelta(days=3 * week)
        session = a_plan(athlete, F, history, today=on, day="full_a")
        history = History.of([*history.workouts, done(session, on, comfort=Comfort.EASY)])
        pushes = [one for one in exercises(session) if one.pattern is Pattern.HORIZONTAL_PUSH]
        if pushes[0].id != "incline_push_up":
            break
    assert pushes[0].id == "push_up"
    asked = next(one for one in session.prescriptions if one.exercise_id == "push_up")
    assert HARDER_VARIANT not in {reason.code for reason in asked.reasons}
    for _ in range(5):
        on += timedelta(days=3)
        session = a_plan(athlete, F, history, today=on, day="full_a")
        history = History.of([*history.workouts, done(session, on)])
        assert "push_up" in names(session), "and stays, though the first is long past"


# wishes


def test_excluded_exercises_are_replaced() -> None:
    session = a_plan(an_athlete(), H, day="full_a", excluded=frozenset({"back_squat", "bench_press"}))
    assert not {"back_squat", "bench_press"} & set(names(session))
    assert patterns(session)[:2] == patterns(a_plan(an_athlete(), H, day="full_a"))[:2]


@pytest.mark.parametrize("hurting", ["bench_press", "chest", "horizontal_push"])
def test_what_hurts_is_spared_by_exercise_muscle_or_pattern(hurting: str) -> None:
    session = a_plan(an_athlete(), H, day="full_a", hurting=frozenset({hurting}))
    assert "bench_press" not in names(session)
    if hurting != "bench_press":
        assert not any("chest" in one.primary for one in exercises(session))


def test_a_favourite_fills_its_slot() -> None:
    session = a_plan(an_athlete(), H, day="full_a", favourites=["dumbbell_bench_press", "stiff_leg_deadlift"])
    assert names(session)[1] == "dumbbell_bench_press"
    assert "stiff_leg_deadlift" in names(session)


def test_with_every_compound_excluded_nothing_is_planned() -> None:
    compounds = frozenset(one.id for one in C.exercises if one.compound)
    session = a_plan(an_athlete(), H, excluded=compounds)
    assert (session.prescriptions, session.minutes) == ((), 0)
    assert set(told(session)) == {codes.NOTHING_LEFT}


def test_days_go_by_short_names_and_unknown_ones_are_refused() -> None:
    assert a_plan(an_athlete(), H, day="push").day == "push_a"
    assert day_named("pull_b") == "pull_b"
    with pytest.raises(ValueError, match="no such day: arms"):
        a_plan(an_athlete(), H, day="arms")


# time


def test_time_is_kept_by_the_rule_in_its_order() -> None:
    athlete = an_athlete(OLD, days=6)
    whole = a_plan(athlete, H, day="push_a", minutes=120)
    assert len(whole.prescriptions) >= 5
    seen = [
        (
            sum(C[one.exercise_id].pattern is Pattern.ISOLATION for one in session.prescriptions),
            min(one.sets for one in session.prescriptions) > 3,
            any(one.superset is not None for one in session.prescriptions),
            len(session.prescriptions),
        )
        for session in (a_plan(athlete, H, day="push_a", minutes=m) for m in range(70, 20, -1))
    ]
    for isolations, full_sets, paired, count in seen:
        if not full_sets:
            assert isolations == 0
        if paired:
            assert not full_sets
        if count == 1:
            assert not isolations
    assert [step[3] for step in seen] == sorted((step[3] for step in seen), reverse=True)


@pytest.mark.parametrize("minutes", [25, 30, 45, 60, 90])
@pytest.mark.parametrize("goal", list(Goal))
def test_a_limit_is_kept_or_said_to_be_too_short(goal: Goal, minutes: int) -> None:
    session = a_plan(an_athlete(OLD), goal, minutes=minutes)
    assert session.minutes == minutes_of(session.prescriptions, C)
    if session.minutes > minutes:
        assert told(session)[codes.TIME_SHORT] == {"minutes": minutes, "needed": session.minutes}
        assert len(session.prescriptions) == 1
    assert not (goal in (S, Goal.POWER) and any(one.superset is not None for one in session.prescriptions))


def test_half_an_hour_of_upper_body_still_pushes_and_pulls() -> None:
    session = a_plan(an_athlete(days=4), H, day="upper_a", minutes=30)
    assert session.minutes <= 30
    assert {Pattern.HORIZONTAL_PUSH, Pattern.HORIZONTAL_PULL} <= set(patterns(session))
    assert codes.TIME_CUT in told(session)


def test_short_strength_sessions_take_turns_so_that_nothing_is_forgotten() -> None:
    athlete, history, met = an_athlete(), History(), set[str]()
    for number in range(6):
        on = TODAY + timedelta(days=3 * number)
        session = a_plan(athlete, S, history, today=on, minutes=45)
        met |= {"push" if "push" in p else "pull" if "pull" in p else str(p) for p in patterns(session)}
        history = History.of([*history.workouts, done(session, on)])
    assert {"push", "pull", "squat", "hinge"} <= met


def test_shorter_and_longer() -> None:
    athlete = an_athlete()
    session = a_plan(athlete, H, day="full_a")
    cut = shorter(session, athlete, C)
    assert cut.minutes <= session.minutes - 10
    assert names(cut)[0] == names(session)[0]
    grown = longer(session, athlete, H, History(), C, TODAY)
    assert len(grown.prescriptions) == len(session.prescriptions) + 1
    assert set(names(session)) < set(names(grown))
    assert grown.minutes == minutes_of(grown.prescriptions, C)


def test_shorter_keeps_what_was_said_about_the_week() -> None:
    session = a_plan(an_athlete(days=1), H)
    cut = shorter(shorter(session, an_athlete(), C), an_athlete(), C)
    assert [notice.code for notice in cut.notices].count(codes.AHA_TWO_DAYS) == 1
    assert [notice.code for notice in cut.notices].count(codes.TIME_CUT) == 1


def test_a_deload_week_halves_sets_and_lightens_loads_on_the_same_exercises() -> None:
    usual, light = a_plan(an_athlete(), H), a_plan(an_athlete(), H, deload=True)
    assert names(light) == names(usual)
    assert all(one.deload and one.sets == 2 for one in light.prescriptions)
    pairs = zip(light.prescriptions, usual.prescriptions, strict=True)
    assert all(one.load < two.load for one, two in pairs if one.load is not None and two.load is not None)


def test_longer_ends_at_eight_exercises_and_shorter_at_one() -> None:
    athlete = an_athlete()
    session = a_plan(athlete, H, day="full_a")
    for _ in range(10):
        session = longer(session, athlete, H, History(), C, TODAY)
    assert len(session.prescriptions) == 8
    assert longer(session, athlete, H, History(), C, TODAY) is session
    for _ in range(12):
        session = shorter(session, athlete, C)
    assert len(session.prescriptions) == 1
    assert shorter(session, athlete, C) is session


def test_additions_offer_what_the_session_lacks() -> None:
    athlete = an_athlete()
    session = a_plan(athlete, H, day="full_a")
    offered = additions(session, athlete, H, History(), C, TODAY, excluded=frozenset({"plank"}))
    assert len(offered) == 3
    assert not set(names(offered)) & {*names(session), "plank"}
    assert C[offered[0].exercise_id].pattern not in patterns(session)


def test_in_foundation_a_push_up_out_of_reach_gives_way_to_a_load() -> None:
    athlete = novice(Gear.DUMBBELLS)
    first = a_plan(athlete, F, day="full_a")
    assert "incline_push_up" in names(first)
    tried = [done(first, TODAY - timedelta(days=ago), misses=9, comfort=Comfort.ALL_OUT) for ago in (6, 3)]
    planned = exercises(a_plan(athlete, F, History.of(tried), day="full_a"))
    assert [one.takes_load for one in planned if one.pattern is Pattern.HORIZONTAL_PUSH] == [True]
    bare = a_plan(novice(Gear.BODYWEIGHT), F, History.of(tried), day="full_a")
    assert "incline_push_up" in names(bare)


def test_for_size_both_upper_days_press_flat() -> None:
    athlete = an_athlete(MID, days=4)
    flat = [
        sum(one.pattern is Pattern.HORIZONTAL_PUSH for one in exercises(a_plan(athlete, goal, day=day)))
        for goal, day in ((H, "upper_a"), (H, "upper_b"), (S, "upper_a"))
    ]
    assert flat[:2] == [2, 1]
    assert flat[2] == 1
