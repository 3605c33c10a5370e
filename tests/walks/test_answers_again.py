"""A kill between a commit and its answer: the next process answers again, from what stands by then."""

from __future__ import annotations

from pathlib import Path

from tests.walks.agreement import Agreement
from tests.walks.lifter import Gym


async def test_a_set_logged_on_an_old_card_is_told_again_on_the_newest(tmp_path: Path) -> None:
    gym = await Gym.open(tmp_path / "spotter.db", together=False)
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
    assert str(gym.place.messages[log.message_id].body["text"]).startswith("Bench press 1/4 ✓")
    assert str(gym.place.messages[newest].body["text"]).startswith("✓ 80 kg × 10 · rest")
    assert await Agreement(gym).wrong(who) == []
    await gym.stage.chat.close()
