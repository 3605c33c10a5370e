"""What the last sessions mean for the next: repeat, ladder, rebuild, reps and load by level."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.model.athlete import Goal, Level, OneRepMax, Provenance
from core.model.gym import Gym
from core.model.workout import Comfort, SetKind
from core.training.goals import GOALS, STRENGTH_ENDURANCE
from core.training.ladder import ladder_of, rung_after_failures, rung_of, start_rung
from core.training.past.outcomes import judge
from core.units import Load
from tests.core.training.lifters import KNOWN_AT, TODAY, asked_of, codes_of, lifter, line

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
BENCH = lifter(bench_press=Load.kg(100))
NOVICE = lifter(Level.BEGINNER, bench_press=Load.kg(100))


def bench(reps, kg=80, *, goal=H, asked=10, **others):
    return line("bench_press", goal, reps, Load.kg(kg), asked=asked, **others)


def next_bench(*past, athlete=BENCH, goal=H, **others):
    return asked_of("bench_press", athlete, goal, *past, **others)


def test_ladders_of_size_and_strength_are_the_published_ones():
    size = [(rung.reps, rung.share, rung.rest_s, rung.sets) for rung in ladder_of(GOALS[H])]
    assert size == [
        (10, 0.80, 60, 4),
        (10, 0.775, 75, 4),
        (10, 0.75, 90, 4),
        (8, 0.75, 90, 4),
        (6, 0.75, 90, 4),
        (6, 0.75, 90, 3),
    ]
    strength = [(rung.reps, rung.share, rung.rest_s, rung.sets) for rung in ladder_of(GOALS[S])]
    assert strength == [
        (5, 0.90, 180, 5),
        (5, 0.875, 240, 5),
        (4, 0.875, 300, 5),
        (3, 0.875, 300, 5),
        (3, 0.85, 300, 5),
        (2, 0.85, 300, 4),
    ]


@pytest.mark.parametrize("rules", [*GOALS.values(), STRENGTH_ENDURANCE], ids=lambda rules: rules.tempo)
def test_every_rung_lies_in_its_band_and_asks_no_more_than_the_one_above(rules):
    above = rung_of(rules, -1)
    for rung in ladder_of(rules):
        assert rules.share[0] <= rung.share <= above.share
        assert rules.reps[0] <= rung.reps <= above.reps
        assert above.rest_s <= rung.rest_s <= rules.rest_s[1]
        assert rules.sets[0] <= rung.sets <= above.sets
        above = rung
    assert rung_of(rules, 9) == above


@pytest.mark.parametrize(
    ("provenance", "known_at", "rung"),
    [
        (Provenance.TESTED, KNOWN_AT, 0),
        (Provenance.STATED, KNOWN_AT, 0),
        (Provenance.STATED, datetime(2025, 12, 1, tzinfo=UTC), 3),
        (Provenance.ESTIMATED, KNOWN_AT, 3),
        (Provenance.RATIO, KNOWN_AT, 3),
    ],
)
def test_start_rung_by_evidence(provenance, known_at, rung):
    best = OneRepMax("bench_press", Load.kg(100), provenance, known_at)
    assert start_rung(S, best, TODAY) == rung
    assert start_rung(H, best, TODAY) == min(rung, 2)
    assert start_rung(H, None, TODAY) == 2


def test_failing_goes_straight_to_the_rung_the_second_set_reached():
    assert rung_after_failures(GOALS[H], 0, 10) == 1
    assert rung_after_failures(GOALS[H], 0, 8) == 3
    assert rung_after_failures(GOALS[H], 0, 4) == 5
    assert rung_after_failures(GOALS[S], 0, 3) == 3


@pytest.mark.parametrize(
    ("goal", "reps", "asked", "failed"),
    [
        (H, (10, 8, 7, 6), 10, False),
        (H, (10, 8, 6, 5), 10, True),
        (S, (5, 4, 3, 3, 3), 5, False),
        (S, (5, 4, 3, 3, 2), 5, True),
        (S, (2, 2, 1, 0), 2, True),
        (F, (12, 12), 15, False),
        (F, (15, 11), 15, True),
    ],
)
def test_what_counts_as_a_failed_session(goal, reps, asked, failed):
    assert judge(bench(reps, goal=goal, asked=asked), GOALS[goal]).failed is failed


def test_a_slip_of_the_thumb_is_no_load_and_drop_sets_no_work():
    slip = bench((10, 10), 80)
    thumb = replace(slip, asked_load=Load.kg(8))
    assert judge(thumb, GOALS[H]).load == Load.kg(8)
    only_drops = replace(slip, sets=tuple(replace(one, kind=SetKind.DROP) for one in slip.sets))
    assert judge(only_drops, GOALS[H]) is None


def test_one_failure_repeats_with_more_rest():
    asked = next_bench(bench((8, 6, 5, 5)))
    assert (asked.load, asked.reps, asked.rest_s, asked.rung) == (Load.kg(80), 10, 90, 0)
    assert "repeat_after_miss" in codes_of(asked)


@pytest.mark.parametrize(
    ("provenance", "why"), [(Provenance.ESTIMATED, "max_taken_down"), (Provenance.STATED, "share_now")]
)
def test_a_failure_under_a_lower_max_is_no_same_again(provenance: Provenance, why: str):
    fallen = lifter(bench_press=Load.kg(90), provenance=provenance)
    asked = next_bench(bench((9, 1, 0)), athlete=fallen)
    assert asked.load < Load.kg(80)
    assert why in codes_of(asked)
    assert "repeat_after_miss" not in codes_of(asked)


def test_two_failures_step_down_and_three_rebuild():
    two = next_bench(bench((9, 8, 5, 5), days_ago=7), bench((9, 8, 5, 5)))
    assert (two.rung, two.reps, two.load) == (3, 8, Load.kg(75))
    fails = [bench((5, 4, 2), goal=S, kg=90, asked=5, days_ago=ago) for ago in (10, 7)]
    last = bench((3, 2, 0), goal=S, kg="87.5", asked=3, days_ago=3, rung=3)
    three = next_bench(*fails, last, goal=S)
    assert "reset_load" in codes_of(three)
    assert three.load <= Load.kg("78.75")
    assert three.one_rep_max < Load.kg(100)


def test_climbing_back_up_starts_the_count_anew():
    past = (bench((5, 4, 4), 75, asked=6, rung=5, days_ago=7), bench((9, 8, 5, 5), 72, rung=2))
    assert "step_down" not in codes_of(next_bench(*past))


def test_the_last_rung_restarts_from_a_max_already_taken_down():
    failed = bench((5, 4, 4), 75, asked=6, rung=5)
    updated = replace(BENCH.one_rep_maxes[0], provenance=Provenance.ESTIMATED, load=Load.kg(92))
    known = replace(updated, known_at=failed.sets[-1].logged_at)
    asked = next_bench(failed, athlete=replace(BENCH, one_rep_maxes=(known,)))
    assert asked.one_rep_max == Load.kg(92)
    assert asked.rung == 2
    assert "max_reestimated" not in codes_of(asked)


def test_two_comfortable_sessions_climb_a_rung():
    once = bench((8, 8, 8, 8), 75, asked=8, rung=3)
    assert next_bench(once).rung == 3
    twice = next_bench(replace(bench((8, 8, 8, 8), 75, asked=8, rung=3, days_ago=7)), once)
    assert (twice.rung, twice.reps, twice.load) == (2, 10, Load.kg(75))
    assert "step_up" in codes_of(twice)


def test_double_progression_adds_reps_then_load_by_the_map():
    assert next_bench(bench((10,) * 4)).reps == 11
    assert next_bench(bench((10,) * 4)).load == Load.kg(80)
    top = next_bench(bench((12,) * 4, asked=12))
    assert top.load == Load.kg("82.5")
    assert 10 <= top.reps <= 11
    assert "raised_at_top" in codes_of(top)


@pytest.mark.parametrize(("comfort", "code"), [(None, "repeat_unsaid"), (Comfort.ALL_OUT, "repeat_hard")])
def test_no_progress_without_reserve(comfort, code):
    asked = next_bench(bench((10,) * 4, comfort=comfort))
    assert (asked.load, asked.reps) == (Load.kg(80), 10)
    assert code in codes_of(asked)


def test_unsaid_twice_counts_as_one_in_reserve_but_not_for_a_beginner():
    unsaid = [bench((10,) * 4, comfort=None, days_ago=ago) for ago in (7, 3)]
    assert next_bench(*unsaid).reps == 11
    assert "repeat_unsaid" in codes_of(next_bench(*unsaid, athlete=NOVICE))


def test_an_unfinished_exercise_is_repeated():
    asked = next_bench(bench((10, 10), sets=4))
    assert (asked.load, asked.reps) == (Load.kg(80), 10)
    assert "repeat_unfinished" in codes_of(asked)


def test_linear_for_a_novice_after_foundation():
    asked = next_bench(bench((10,) * 4, comfort=Comfort.EASY), athlete=NOVICE)
    assert (asked.load, asked.reps) == (Load.kg("82.5"), 10)
    assert "raised_linear" in codes_of(asked)
    eased = next_bench(bench((8,) * 4, asked=8, comfort=Comfort.EASY), athlete=NOVICE)
    assert (eased.load, eased.reps) == (Load.kg(80), 9)


def test_two_resets_turn_linear_into_double_progression():
    past = []
    for ago in (21, 10):
        past += [
            bench((8, 5, 4), 85, asked=10, days_ago=ago),
            bench((10,) * 4, "77.5", days_ago=ago - 4, comfort=Comfort.EASY),
        ]
    linear = next_bench(*past[-2:], athlete=NOVICE)
    assert "raised_linear" in codes_of(linear)
    asked = next_bench(*past, athlete=NOVICE)
    assert (asked.load, asked.reps) == (Load.kg("77.5"), 11)
    assert "rep_added" in codes_of(asked)


def test_two_resets_turn_double_progression_into_the_wave():
    past = []
    for ago in (24, 12):
        past += [
            bench((8, 5, 4), 85, asked=10, days_ago=ago),
            bench((10,) * 4, "77.5", days_ago=ago - 4),
        ]
    assert "undulation_heavy" not in codes_of(next_bench(*past[-2:], week_day=1))
    heavy = next_bench(*past, week_day=1)
    assert heavy.reps == 8
    assert heavy.load > Load.kg("77.5")
    assert "undulation_heavy" in codes_of(heavy)


def test_foundation_grows_sets_then_reps_then_load():
    def base(reps, **others):
        past = line("bench_press", F, reps, Load.kg(60), comfort=Comfort.EASY, **others)
        asked = next_bench(past, athlete=NOVICE, goal=F)
        return asked.sets, asked.reps, asked.load

    assert base((15, 15)) == (3, 15, Load.kg(60))
    assert base((15, 15, 15)) == (3, 18, Load.kg(60))
    assert base((18, 18, 18)) == (3, 20, Load.kg(60))
    assert base((20, 20, 20)) == (3, 15, Load.kg("62.5"))


def test_one_session_over_target_is_not_two():
    asked = next_bench(bench((10,) * 4, days_ago=7), bench((10, 10, 10, 12)))
    assert (asked.load, asked.reps) == (Load.kg(80), 11)


def test_the_maps_hit_the_worked_examples_and_their_columns():
    size = [GOALS[H].share_at(reps) for reps in range(6, 13)]
    assert size == [0.825, 0.82, 0.815, 0.81, 0.80, 0.775, 0.75]
    assert [GOALS[S].share_at(reps) for reps in range(1, 6)] == [0.97, 0.94, 0.92, 0.91, 0.90]
    assert GOALS[F].share_at(17) == pytest.approx(0.56)
    assert [GOALS[H].reps_at(share) for share in (0.85, 0.82, 0.80, 0.78, 0.75)] == [6, 7, 10, 10, 12]


def test_a_big_step_is_banked_even_where_the_max_would_bear_it():
    athlete = lifter(Level.BEGINNER, dumbbell_curl=Load.kg(6))
    done = line("dumbbell_curl", H, (10,) * 4, Load.kg("4.5"), asked=10, comfort=Comfort.EASY)
    owned = replace(athlete, gym=Gym(dumbbells=tuple(map(Load.kg, ("4.5", "5.1", 6)))))
    asked = asked_of("dumbbell_curl", owned, H, done)
    assert (asked.load, asked.reps) == (Load.kg("4.5"), 11)


def test_a_step_over_ten_percent_banks_reps_first():
    athlete = lifter(dumbbell_curl=Load.kg(5))
    done = line("dumbbell_curl", H, (10,) * 4, Load.kg(4), asked=10)
    twelve = line("dumbbell_curl", H, (12,) * 4, Load.kg(4), asked=12, comfort=Comfort.EASY)
    assert asked_of("dumbbell_curl", athlete, H, done).load == Load.kg(4)
    novice = replace(athlete, level=Level.BEGINNER)
    easy = replace(done, sets=tuple(replace(one, comfort=Comfort.EASY) for one in done.sets))
    banked = asked_of("dumbbell_curl", novice, H, easy)
    assert (banked.load, banked.reps) == (Load.kg(4), 11)
    assert "reps_banked" in codes_of(banked)
    raised = asked_of("dumbbell_curl", athlete, H, twelve)
    assert raised.load == Load.kg(5)
    assert raised.reps < 10
    assert raised.one_rep_max > Load.kg(5)


@pytest.mark.parametrize(
    ("exercise_id", "level", "kg", "to"),
    [
        ("back_squat", Level.INTERMEDIATE, 100, 105),
        ("bench_press", Level.INTERMEDIATE, 100, "102.5"),
        ("lat_pulldown", Level.INTERMEDIATE, 50, "52.5"),
        ("dumbbell_bench_press", Level.INTERMEDIATE, 20, 22),
    ],
)
def test_increments(exercise_id, level, kg, to):
    athlete = lifter(level, **{exercise_id: Load.of(float(kg) * 1.3, Load.kg(1).unit)})
    past = line(exercise_id, H, (12,) * 4, Load.kg(kg), asked=12)
    assert asked_of(exercise_id, athlete, H, past).load == Load.kg(to)


def test_the_max_rises_with_what_was_done():
    done = bench((12,) * 4, 85, asked=12, comfort=Comfort.EASY)
    asked = next_bench(done)
    assert asked.load == Load.kg("87.5")
    assert asked.one_rep_max > Load.kg(100)
    assert "max_raised_by_progress" in codes_of(asked)


def test_a_miss_under_a_raised_max_takes_the_days_max_down_not_the_load_up():
    athlete = lifter(bench_press=Load.kg(130))
    asked = next_bench(bench((10, 9, 8, 8)), athlete=athlete)
    assert asked.load == Load.kg(80)
    assert asked.one_rep_max < Load.kg(130)
    assert "max_lowered_to_load" in codes_of(asked)


def test_a_max_tested_since_starts_anew():
    tested = replace(BENCH.one_rep_maxes[0], load=Load.kg(110), known_at=datetime(2026, 3, 1, tzinfo=UTC))
    asked = next_bench(bench((10,) * 4), athlete=replace(BENCH, one_rep_maxes=(tested,)))
    assert asked.load == Load.kg("87.5")
    assert "start_by_map" in codes_of(asked)


def test_pain_takes_a_tenth_off():
    asked = next_bench(bench((10, 10), sets=4, pained=True))
    assert asked.load == Load.kg(70)
    assert "after_pain" in codes_of(asked)


def test_deloads_and_other_goals_teach_nothing():
    asked = next_bench(bench((10,) * 4, days_ago=10), bench((5, 5), 60, asked=10, deload=True))
    assert (asked.load, asked.reps) == (Load.kg(80), 11)
    other = next_bench(bench((5,) * 5, 90, goal=S, asked=5))
    assert "start_by_map" in codes_of(other)


def test_without_a_max_history_alone_leads():
    known_nothing = lifter()
    up = next_bench(bench((12,) * 4, 60, asked=12), athlete=known_nothing)
    assert (up.load, up.share) == (Load.kg("62.5"), None)
    found = replace(bench((8,) * 4, 60, asked=8), asked_load=None)
    assert next_bench(found, athlete=known_nothing).load == Load.kg(60)
    down = [bench((8, 5, 5, 5), 60, days_ago=ago) for ago in (7, 3)]
    assert next_bench(*down, athlete=known_nothing).load < Load.kg(60)


@pytest.mark.parametrize(
    ("comforts", "reps", "kg"),
    [
        ((Comfort.ALL_OUT,), 15, 9),
        ((Comfort.RIGHT,), 15, 10),
        ((Comfort.RIGHT, Comfort.RIGHT), 15, 9),
        ((Comfort.ALL_OUT,), 18, 10),
    ],
)
def test_a_base_that_leaves_too_little_gets_lighter(comforts, reps, kg):
    past = [
        line("goblet_squat", F, (reps, reps), Load.kg(10), comfort=comfort, days_ago=9 - 3 * visit)
        for visit, comfort in enumerate(comforts)
    ]
    asked = asked_of("goblet_squat", lifter(Level.BEGINNER, goblet_squat=Load.kg(16)), F, *past)
    assert asked.load == Load.kg(kg)
    assert ("lowered_by_reserve" in codes_of(asked)) is (kg < 10)


def test_hard_twice_running_gets_the_longest_rest():
    hard = [bench((10,) * 4, comfort=Comfort.ALL_OUT, days_ago=ago) for ago in (7, 3)]
    once, twice = (next_bench(*past) for past in (hard[:1], hard))
    assert (once.rest_s, twice.rest_s) == (60, 90)
    assert (once.load, twice.load) == (Load.kg(80), Load.kg(80))
    assert "rest_lengthened" in codes_of(twice)


def test_a_step_the_band_asks_for_comes_with_the_maps_reps():
    athlete = lifter(dumbbell_bench_press=Load.kg("24.1"))
    done = line("dumbbell_bench_press", H, (12,) * 4, Load.kg(18), comfort=Comfort.RIGHT)
    asked = asked_of("dumbbell_bench_press", athlete, H, done)
    assert (asked.load, asked.reps) == (Load.kg(20), 6)
    assert "raised_at_top" in codes_of(asked)


@pytest.mark.parametrize(("reps", "comfort"), [(11, Comfort.ALL_OUT), (11, Comfort.RIGHT)])
def test_a_step_over_ten_percent_is_not_taken_for_the_bands_sake_before_reps_are_banked(reps, comfort):
    athlete = lifter(dumbbell_bench_press=Load.kg("24.1"))
    done = line("dumbbell_bench_press", H, (reps,) * 4, Load.kg(18), comfort=comfort)
    asked = asked_of("dumbbell_bench_press", athlete, H, done)
    assert asked.load == Load.kg(18)
    assert asked.reps == reps + (comfort is Comfort.RIGHT)


def test_a_set_far_lighter_than_asked_is_no_load_to_go_on_from():
    squatter, asked = lifter(back_squat=Load.kg(140)), Load.kg("112.5")
    usual = line("back_squat", H, (10,) * 4, asked)
    slip = replace(usual, sets=(replace(usual.sets[0], load=Load.kg(20)), *usual.sets[1:]))
    assert asked_of("back_squat", squatter, H, slip).load == asked
    light = replace(usual, sets=tuple(replace(one, load=Load.kg(20)) for one in usual.sets))
    again = asked_of("back_squat", squatter, H, light)
    assert (again.load, again.one_rep_max) == (asked, Load.kg(140))
    assert "repeat_far_lighter" in codes_of(again)


def test_a_base_taken_down_is_not_lifted_back_into_its_band():
    hard = line("goblet_squat", F, (15, 15), Load.kg(10), comfort=Comfort.ALL_OUT)
    asked = asked_of("goblet_squat", lifter(Level.BEGINNER, goblet_squat=Load.kg(20)), F, hard)
    assert asked.load == Load.kg(9)
    assert "max_lowered_to_load" in codes_of(asked)
