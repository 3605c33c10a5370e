"""What walks found: an edit told twice, a warm-up that was a set, another's button in a group."""

from __future__ import annotations

from tests.walks.agreement import Agreement
from tests.walks.lifter import Gym


async def test_an_edit_that_said_how_a_set_felt_logs_none_when_told_again(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/log squat 100x5")
    await gym.sends(who, "8", 1)
    await gym.edits(who, gym.own_messages(who)[-1], "2 rir")
    await gym.waits(3700)
    await gym.answers_again()
    assert await gym.stage.sets() == ["100×8"]


async def test_a_warm_up_becomes_no_set_where_another_stands(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/log squat 100x5")
    await gym.edits(who, 1, "80x5 w")
    await gym.waits(61)  # the rest that runs is counted on behind the warm-up
    log = next(one for one in gym.newest_buttons() if one.data.startswith("1.ls."))
    await gym.presses(who, log)
    await gym.edits(who, 1, "80x12")
    assert "Another set has taken that place" in gym.stage.newest
    assert len(await gym.stage.sets()) == 1


async def test_anothers_tap_leaves_the_recap_in_a_group(group: Gym) -> None:
    alex, robin = group.people
    await group.sends(alex, "/log squat 100x5")
    await group.sends(alex, "/finish")
    following = next(one for one in group.newest_buttons() if one.data.startswith("1.pl"))
    told = group.place.messages[following.message_id].body["text"]
    await group.presses(robin, following)
    assert group.place.messages[following.message_id].body["text"] == told


async def test_an_exercise_that_is_asked_back_stands_in_the_overview(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    await gym.waits(15)
    await gym.sends(who, "cable crunch 24x10")
    assert "Which one do you mean?" in gym.stage.newest
    await gym.waits(15)
    assert await Agreement(gym).wrong(who) == []
