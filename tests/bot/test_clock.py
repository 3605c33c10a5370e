from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import Anchor, Clock, StepClock, WallClock, anchored

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Hands:
    """A wall and a monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.wall, self.beat = NOON, 1000.0

    def pass_s(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.beat += seconds

    def clock(self, anchor: Anchor | None = None) -> WallClock:
        return WallClock(anchor, wall=lambda: self.wall, monotonic=lambda: self.beat)


def test_at_speed_one_it_is_the_wall() -> None:
    hands = Hands()
    clock: Clock = hands.clock()
    hands.pass_s(90)
    assert clock.now() == NOON + 90 * SECOND
    assert clock.real_time(NOON) == NOON
    assert clock.real_seconds_until(NOON + 100 * SECOND) == pytest.approx(10)
    assert clock.real_seconds_until(NOON) == 0


def test_at_speed_sixty_a_minute_passes_in_a_second() -> None:
    hands = Hands()
    clock = hands.clock(anchored(None, 60, NOON))
    hands.pass_s(1)
    assert clock.now() == NOON + 60 * SECOND
    assert clock.real_seconds_until(NOON + 120 * SECOND) == pytest.approx(1)
    assert clock.real_time(NOON + 120 * SECOND) == NOON + 2 * SECOND


def test_a_restart_loses_no_time_of_a_fast_clock() -> None:
    hands = Hands()
    first = anchored(None, 60, hands.wall)
    hands.pass_s(10)
    again = hands.clock(anchored(first.text(), 60, hands.wall))
    assert again.now() == NOON + 600 * SECOND


def test_another_speed_goes_on_from_where_the_coach_was() -> None:
    first = anchored(None, 60, NOON)
    slower = anchored(first.text(), 2, NOON + 10 * SECOND)
    assert slower.coach(NOON + 10 * SECOND) == NOON + 600 * SECOND
    assert slower.coach(NOON + 11 * SECOND) == NOON + 602 * SECOND


@given(
    speed=st.floats(0.01, 100_000),
    real_s=st.floats(0, 1e6),
)
def test_real_undoes_coach(speed: float, real_s: float) -> None:
    anchor = Anchor.of(Anchor(NOON, NOON + SECOND, speed).text())
    real = NOON + timedelta(seconds=real_s)
    assert abs(anchor.real(anchor.coach(real)) - real) < timedelta(milliseconds=1)


@pytest.mark.parametrize("jump", [3600, -3600])
def test_a_wall_set_forward_or_back_neither_shortens_nor_stretches_a_rest(jump: float) -> None:
    hands = Hands()
    clock = hands.clock()
    due = NOON + 60 * SECOND
    hands.pass_s(20)
    hands.wall += timedelta(seconds=jump)
    assert clock.real_seconds_until(due) == pytest.approx(40)
    assert clock.real_time(due) == hands.wall + 40 * SECOND
    hands.pass_s(40)
    assert clock.now() == due


def test_an_hour_after_a_jump_the_wall_is_believed_again() -> None:
    hands = Hands()
    clock = hands.clock()
    hands.wall += 7200 * SECOND
    assert clock.now() == NOON
    hands.pass_s(3601)
    assert clock.now() == hands.wall
    assert clock.real_time(NOON) == NOON


def test_small_corrections_of_the_wall_are_followed() -> None:
    hands = Hands()
    clock = hands.clock()
    hands.wall += SECOND
    assert clock.now() == hands.wall


def test_a_step_clock_stands_until_it_is_moved() -> None:
    clock = StepClock(NOON)
    steps: list[datetime] = []
    clock.on_step(lambda: steps.append(clock.now()))
    assert clock.real_seconds_until(NOON + SECOND) == math.inf
    clock.advance(90 * SECOND)
    assert clock.now() == NOON + 90 * SECOND == steps[0]
    assert clock.real_seconds_until(NOON + SECOND) == 0
    with pytest.raises(ValueError, match="never turned back"):
        clock.advance(-SECOND)


def test_a_ticking_step_clock_also_flows() -> None:
    beat = [5.0]
    clock = StepClock(NOON, ticking=lambda: beat[0])
    beat[0] = 15.0
    assert clock.now() == NOON + 10 * SECOND
    clock.advance(90 * SECOND)
    assert clock.now() == NOON + 100 * SECOND
    assert clock.real_seconds_until(NOON + 101 * SECOND) == pytest.approx(1)
