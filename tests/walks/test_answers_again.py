"""A kill between a commit and its answer: the next process answers again, from what stands by then."""

from __future__ import annotations

from tests.dialogs.group.test_group import newest_toast
from tests.walks.agreement import Agreement
from tests.walks.lifter import Gym


async def test_a_set_logged_on_an_old_card_is_told_again_on_the_newest(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    start = gym.newest_buttons()[0]
    await gym.presses(who, start)
    old = gym.newest_buttons()
    await gym.presses(who, start)
    newest = gym.newest_number
    log = next(one for one in old if one.data.startswith("1.ls.1.0.1.80000k.10"))
    await gym.presses(who, log)
    await gym.answers_again()
    assert gym.place.messages[log.message_id].body["text"] == "Bench press set 1 ↓"  # it was brought below
    assert str(gym.place.messages[newest].body["text"]).startswith("✓ 80 kg × 10 · rest")
    assert await Agreement(gym).wrong(who) == []


async def test_a_start_told_again_leaves_the_whole_workout_in_its_overview(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    start = gym.newest_buttons()[0]
    for _ in range(2):  # the first one's pin is news of its own, and would be told again in its stead
        await gym.presses(who, start)
        await gym.waits(15)
    told = gym.place.messages[start.message_id].body["text"]
    assert "Bench press" in told
    await gym.answers_again()
    await gym.waits(15)
    assert gym.place.messages[start.message_id].body["text"] == told
    assert await Agreement(gym).wrong(who) == []


async def test_a_set_that_a_reply_made_a_warm_up_is_logged_no_second_time(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/log squat 100x5")
    await gym.sends(who, "80x8 w", gym.newest_number)
    await gym.answers_again()
    workout = await gym.stage.workout()
    assert [(one.load.g, one.reps) for one in workout.sets if one.load] == [(80_000, 8)]
    assert await Agreement(gym).wrong(who) == []


async def test_a_nod_while_resting_logs_no_set_when_it_is_told_again_later(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    await gym.sends(who, "80x10")
    await gym.sends(who, "ok")
    assert "Resting." in gym.stage.newest
    nod = gym.newest_update
    await gym.waits(1800)
    gym.newest_update = nod
    await gym.answers_again()
    assert await gym.stage.sets() == ["80×10"]
    assert any("That logged nothing" in str(one.body["text"]) for one in gym.stage.bot_messages)


async def test_how_a_set_felt_is_said_of_no_later_one_when_it_is_told_again(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    await gym.sends(who, "80x10")
    await gym.sends(who, "@8")
    felt = gym.newest_update
    await gym.sends(who, "80x9")
    gym.newest_update = felt
    await gym.answers_again()
    assert [one.rir for one in (await gym.stage.workout()).sets] == [2, None]


async def test_a_reply_told_again_leaves_what_was_corrected_since(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    card = gym.newest_number
    await gym.sends(who, "80x10")
    await gym.sends(who, "80x9", card)
    first = gym.newest_update
    await gym.sends(who, "80x8", card)
    gym.newest_update = first
    await gym.answers_again()
    assert await gym.stage.sets() == ["80×8"]
    assert await Agreement(gym).wrong(who) == []


async def test_an_edit_told_again_leaves_what_was_corrected_since(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    card = gym.newest_number
    await gym.sends(who, "80x10")
    await gym.edits(who, gym.own_messages(who)[-1], "80x9")
    first = gym.newest_update
    await gym.sends(who, "80x8", card)
    gym.newest_update = first
    await gym.answers_again()
    assert await gym.stage.sets() == ["80×8"]
    assert await Agreement(gym).wrong(who) == []


async def test_a_set_put_back_is_told_again_as_standing(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    for said in ("80x10", "80x9", "undo", "redo"):
        await gym.sends(who, said)
    await gym.answers_again()
    assert await gym.stage.sets() == ["80×10", "80×9"]
    assert not any("Nothing was taken back" in str(one.body["text"]) for one in gym.stage.bot_messages)
    assert await Agreement(gym).wrong(who) == []


async def test_a_set_skipped_that_comes_after_all_is_told_again(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    for said in ("skip", "redo"):
        await gym.sends(who, said)
    await gym.answers_again()
    assert not any("Nothing was taken back" in str(one.body["text"]) for one in gym.stage.bot_messages)
    assert await Agreement(gym).wrong(who) == []


async def test_a_tap_that_put_a_set_back_is_told_again(gym: Gym) -> None:
    (who,) = gym.people
    await gym.sends(who, "/plan")
    await gym.presses(who, gym.newest_buttons()[0])
    for said in ("80x10", "undo"):
        await gym.sends(who, said)
    back = next(one for one in reversed(gym.shown) if one.data.startswith("1.pk"))
    await gym.presses(who, back)
    await gym.answers_again()
    assert newest_toast(gym.stage) == ""
    assert await gym.stage.sets() == ["80×10"]
    assert await Agreement(gym).wrong(who) == []


async def test_a_day_put_back_is_put_back_no_second_time(gym: Gym) -> None:
    (who,) = gym.people
    for words in ("yesterday: squat 5x5x100", "undo", "redo"):
        await gym.sends(who, words)
    put_back = gym.newest_update
    await gym.sends(who, "undo")
    gym.newest_update = put_back
    await gym.answers_again()
    assert await gym.stage.sets() == []
    assert await Agreement(gym).wrong(who) == []
