"""A beginner who never said how an exercise went is asked at the next start, once, about one exercise."""

from __future__ import annotations

import pytest

from bot.callbacks import SayFelt, encode
from core.coach.workout import starting
from core.model.athlete import Goal, Level
from core.model.feeling import Begun
from core.model.workout import Comfort
from core.store.athletes import load_athlete
from core.store.plans import plan_of
from core.store.port import Source
from core.store.workouts import closed_workouts, newest_workout
from tests.dialogs.stage import Stage, beginner

UNSAID = ("/plan", "[▶ Start]", "30 x 15", "+2m", "30 x 15")
AGAIN = ("/finish", "+3d", "/plan full a")


async def felt_of_the_first(stage: Stage) -> list[Comfort | None]:
    """How the sets of the first workout felt, as stored."""
    workouts = [*await stage.read(closed_workouts, stage.athlete.id), await stage.workout()]
    return [done.comfort for done in min(workouts, key=lambda one: one.opened_at).sets]


def asked(stage: Stage) -> list[int]:
    """The messages that were such a question, answered or not."""
    return [one.id for one in stage.bot_messages if ", last time:" in str(one.body.get("text"))]


async def test_it_is_asked_at_the_next_start_and_counts_from_the_next_plan_on(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, *AGAIN)
    await first_timer.plays("""
▸ [▶ Start]
  12  (edited) ▶ Foundation · Full body A
  13· Leg press, last time: 30 kg × 15. How was the last set?
      It tells me when to ask for more.
      [1 easy (3+ left)] [2 1–2 left] [3 all I had]
      [4 Skip]
  14· Leg press · set 1 of 2 · 30 kg × 15
…
▸ [easy (3+ left)]
  13  (edited) Leg press, last time: easy (3+ left). It counts from the next plan on.
""")
    assert await felt_of_the_first(first_timer) == [None, Comfort.EASY]
    # The workout that runs is as it was shown; with nothing done in it the answer alone decides the next one.
    assert "Leg press\n3 × 15 @ 30 kg" in await _planned_again(first_timer)
    await first_timer.hears("[▶ Start]")
    assert asked(first_timer) == [13]


async def test_unanswered_or_skipped_nothing_rises_and_it_is_never_asked_again(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, *AGAIN, "[▶ Start]")
    heard = await first_timer.hears("#13.4")
    assert "13  (edited) Leg press, last time: not said." in heard
    assert "Leg press\n2 × 15 @ 30 kg" in await _planned_again(first_timer)
    await first_timer.hears("[▶ Start]")
    assert asked(first_timer) == [13]
    assert await felt_of_the_first(first_timer) == [None, None]


async def _planned_again(stage: Stage) -> str:
    await stage.hears(*AGAIN)
    return "\n".join(str(one.body.get("text")) for one in stage.bot_messages[-1:])


@pytest.mark.parametrize(
    "last",
    ["30 x 15 @7", "30 x 14", "[✅ 15 · 1–2 left]", "fail 15"],
    ids=["told with it", "a rep short", "tapped", "to failure"],
)
async def test_what_was_told_or_not_done_in_full_is_not_asked(first_timer: Stage, last: str) -> None:
    await first_timer.hears(*UNSAID[:-1], last, *AGAIN, "[▶ Start]")
    assert asked(first_timer) == []


async def test_several_exercises_are_one_question_and_the_others_are_not_asked_late(
    first_timer: Stage,
) -> None:
    await first_timer.hears(*UNSAID, "15 x 15", "+2m", "15 x 15", *AGAIN, "[▶ Start]")
    assert asked(first_timer) == [17]


async def test_nobody_remembers_what_was_a_month_ago(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, "/finish", "+30d", "/plan full a", "[▶ Start]")
    assert asked(first_timer) == []


async def test_from_intermediate_up_nobody_is_asked(newcomer: Stage) -> None:
    await newcomer.knows(beginner(level=Level.INTERMEDIATE, wish=Goal.FOUNDATION))
    await newcomer.hears(*UNSAID, *AGAIN, "[▶ Start]")
    assert asked(newcomer) == []


async def test_the_same_start_twice_asks_about_the_same_set_and_an_answer_stands(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, *AGAIN)
    athlete = await first_timer.read(load_athlete, first_timer.athlete.id)
    assert athlete is not None
    store, me = first_timer.room.store, first_timer.athlete.id
    plan_id = (await first_timer.read(plan_of, me)).id  # type: ignore[union-attr]
    source, now = Source(900_001, me), first_timer.clock.now()
    first = await store.apply(source, starting.start_session, me, me, plan_id, now)
    again = await store.apply(source, starting.start_session, me, me, plan_id, now)
    assert isinstance(first, Begun)
    assert first.asked is not None
    assert again == first
    other_press = await store.apply(Source(900_002, me), starting.start_session, me, me, plan_id, now)
    assert isinstance(other_press, Begun)
    assert other_press.asked is None


async def test_an_old_button_is_answered_and_changes_nothing(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, *AGAIN, "[▶ Start]", "[all I had]")
    set_id = (await first_timer.read(closed_workouts, first_timer.athlete.id))[0].sets[-1].id
    phone = first_timer.telegram
    phone.user_presses(first_timer.athlete, 13, encode(SayFelt(set_id, Comfort.EASY)))
    await first_timer.settle()
    assert await felt_of_the_first(first_timer) == [None, Comfort.ALL_OUT]
    assert "all I had" in str(first_timer.message(13)["text"])
    robin = phone.add_user("Robin")
    phone.user_presses(robin, 13, encode(SayFelt(set_id, Comfort.EASY)))
    phone.user_presses(first_timer.athlete, 13, encode(SayFelt(10**12, Comfort.EASY)))
    await first_timer.settle()
    assert await felt_of_the_first(first_timer) == [None, Comfort.ALL_OUT]
    assert await first_timer.read(newest_workout, robin.id) is None


async def test_a_workout_with_the_question_keeps_to_its_messages(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, *AGAIN)
    before = len(first_timer.bot_messages) - 1  # the plan is the workout's own
    await first_timer.hears("[▶ Start]")
    sets = 0
    while not first_timer.newest.startswith("Done"):
        assert sets < 20
        await first_timer.hears("20" if "Plank" in first_timer.newest else "20 kg x 15", "+6m")
        sets += 1
    assert len(asked(first_timer)) == 1
    assert sets == len(await first_timer.sets())
    assert len(first_timer.bot_messages) - before <= sets + 6


async def test_who_switched_the_question_off_is_not_asked_later(first_timer: Stage) -> None:
    await first_timer.hears(*UNSAID, "/settings", "[How it felt]", "[Off]", *AGAIN, "[▶ Start]")
    assert asked(first_timer) == []
