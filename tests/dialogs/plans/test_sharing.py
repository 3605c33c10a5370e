"""A session given away: its link, who may follow it, what it gives, and when it ends."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.terminal.people import User
from core.coach.plans.sharing import MOST_SHARES, hashed, share
from core.model.athlete import Gear, Goal, OneRepMax, Provenance
from core.model.routine import RoutineExercise
from core.model.sharing import Shared, SharedSession
from core.store.plans import Plan, plan_of
from core.store.sharing import shares_of
from core.units import Load
from tests.dialogs.group.test_group import bot_messages, newest_toast, says, taps
from tests.dialogs.stage import START, Stage, intermediate

LINK = re.compile(r"\?start=(s_[A-Za-z0-9_-]+)")


async def shared_plan(stage: Stage) -> str:
    """Alex plans and shares it; what stands behind /start for whoever follows the link."""
    heard = await stage.hears("/plan size", "[🔗 Share]")
    found = LINK.search(heard)
    assert found is not None, heard
    return found[1]


async def robin_trains(stage: Stage, **changes: object) -> User:
    """Robin has answered everything, and lifts half of what Alex does."""
    robin = stage.telegram.add_user("Robin")
    maxes = tuple(
        OneRepMax(name, Load.kg(load), Provenance.STATED, START)
        for name, load in {"back_squat": 70, "bench_press": 50, "deadlift": 90}.items()
    )
    await stage.introduces(robin, intermediate(one_rep_maxes=maxes, **changes))
    return robin


async def plan_standing(stage: Stage, user: User) -> Plan:
    found = await stage.read(plan_of, user.id)
    assert found is not None
    return found


async def test_a_friend_gets_the_same_session_with_their_own_loads(stage: Stage) -> None:
    robin = await robin_trains(stage)
    start = await shared_plan(stage)
    heard = await stage.hears("=robin", f"/start {start}")
    assert "Size · Shared session" in heard
    assert "4 × 10 @ 40 kg (80 %)" in heard  # 80 kg is Alex's
    given, taken = await plan_standing(stage, stage.athlete), await plan_standing(stage, robin)
    alike = [(one.exercise_id, one.sets, one.reps) for one in given.session.prescriptions]
    assert [(one.exercise_id, one.sets, one.reps) for one in taken.session.prescriptions][:3] == alike[:3]
    assert [one.exercise_id for one in taken.session.prescriptions] == [name for name, _, _ in alike]


async def test_what_is_kept_of_a_link_holds_no_load_no_name_and_not_the_link(stage: Stage) -> None:
    start = await shared_plan(stage)
    (kept,) = await stage.read(shares_of, stage.athlete.id)
    assert len(start.removeprefix("s_")) == 22  # 128 bits
    assert kept.token_hash == hashed(start.removeprefix("s_"))
    assert {"load", "name"}.isdisjoint(re.findall(r"\w+", repr(kept.session)))
    assert "80" not in repr(kept.session)


async def test_sharing_the_same_session_again_gives_the_same_link(stage: Stage) -> None:
    first = await shared_plan(stage)
    assert await shared_plan(stage) == first
    assert len(await stage.read(shares_of, stage.athlete.id)) == 1


async def test_somebody_new_is_asked_what_is_missing_and_lands_on_the_session(stage: Stage) -> None:
    start = await shared_plan(stage)
    heard = await stage.hears("=robin", f"/start {start}")
    assert "1/7 · What do you train for?" in heard
    robin = next(user for user in stage.telegram.users.values() if user.first_name == "Robin")
    heard = await stage.hears("train now", "none of these")
    assert "Shared session" in heard
    assert (await plan_standing(stage, robin)).session.day == "shared"


async def test_what_a_friend_cannot_do_is_swapped_and_said(stage: Stage) -> None:
    await robin_trains(stage, gear=Gear.DUMBBELLS)
    start = await shared_plan(stage)
    heard = await stage.hears("=robin", f"/start {start}")
    assert "Instead of bench press you do dumbbell bench press: it suits what you have" in heard
    assert "\n      Bench press\n" not in heard


async def test_wrong_own_and_ended_links_get_one_line(stage: Stage) -> None:
    start = await shared_plan(stage)
    assert "That link has ended or is not whole." in await stage.hears("/start s_DMvLN9eiP0geTD5ohpA51g")
    assert "That's your own link" in await stage.hears(f"/start {start}")
    assert "That link has ended: it opens nothing any more." in await stage.hears("[End this link]")
    await robin_trains(stage)
    assert "That link has ended or is not whole" in await stage.hears("=robin", f"/start {start}")


async def test_nobody_else_ends_a_link(stage: Stage) -> None:
    robin = await robin_trains(stage)
    group = stage.telegram.add_group("Gym", stage.athlete, robin)
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "🔗 Share")
    link = bot_messages(stage, group)[-1]
    await taps(stage, robin, group, link, "End this link")
    assert "That one is for Alex." in newest_toast(stage)
    assert len(await stage.read(shares_of, stage.athlete.id)) == 1
    await taps(stage, stage.athlete, group, link, "End this link")
    assert await stage.read(shares_of, stage.athlete.id) == ()


async def test_a_link_lives_thirty_days(stage: Stage) -> None:
    await robin_trains(stage)
    start = await shared_plan(stage)
    await stage.advance(timedelta(days=29, hours=23))
    assert "Shared session" in await stage.hears("=robin", f"/start {start}")
    await stage.advance(timedelta(hours=1))
    assert "That link has ended" in await stage.hears(f"/start {start}")


async def test_forgetting_ends_every_link(stage: Stage) -> None:
    await robin_trains(stage)
    start = await shared_plan(stage)
    await stage.hears("/forget", "[Erase everything]")
    assert "That link has ended" in await stage.hears("=robin", f"/start {start}")
    assert await stage.read(shares_of, stage.athlete.id) == ()


async def test_in_a_workout_the_link_waits(stage: Stage) -> None:
    await robin_trains(stage)
    start = await shared_plan(stage)
    heard = await stage.hears("=robin", "/plan", "#1", f"/start {start}")
    assert "One workout at a time: finish yours, then open the link again." in heard


async def test_a_workout_done_is_shared_as_it_was_done(stage: Stage) -> None:
    await stage.hears("squat 3x5x100", "/finish")
    heard = await stage.hears("[🔗 Share]")
    assert LINK.search(heard)
    (kept,) = await stage.read(shares_of, stage.athlete.id)
    assert [(one.exercise_id, one.sets, one.reps) for one in kept.session.exercises] == [("back_squat", 3, 5)]


async def test_exercises_of_ones_own_stay_out(stage: Stage) -> None:
    await stage.hears("/log jefferson curl 30x10", "[➕ Add it]", "[Hinge: hips, hamstrings]", "[Barbell]")
    await stage.hears("squat 100x5", "/finish")
    heard = await stage.hears("[🔗 Share]")
    assert "Left out: 1 exercise of your own, which only you have." in heard
    (kept,) = await stage.read(shares_of, stage.athlete.id)
    assert [one.exercise_id for one in kept.session.exercises] == ["back_squat"]


async def test_the_shared_session_gives_way_to_ones_own_plan(stage: Stage) -> None:
    robin = await robin_trains(stage)
    start = await shared_plan(stage)
    card = await stage.hears("=robin", f"/start {start}")
    number = re.search(r"\[(\d+) Your own plan instead\]", card)
    assert number is not None
    await stage.hears(f"#{number[1]}")
    assert (await plan_standing(stage, robin)).session.day != "shared"


async def test_of_many_links_the_oldest_ends_first_those_in_use_last(stage: Stage) -> None:
    mint, athlete_id = stage.room.mint, stage.athlete.id
    made = []
    for sets in range(1, 23):
        session = SharedSession(Goal.HYPERTROPHY, (RoutineExercise("bench_press", sets),))
        at = START + timedelta(minutes=sets)
        made.append(await stage.room.store.run(share, athlete_id, session, mint, at, given=sets == 1))
    standing = {one.id for one in await stage.read(shares_of, athlete_id)}
    assert len(standing) == MOST_SHARES
    gone = [place for place, one in enumerate(made) if isinstance(one, Shared) and one.id not in standing]
    assert gone == [1, 2]
