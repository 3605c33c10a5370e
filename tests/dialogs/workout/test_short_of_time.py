"""Short of time: what is left is cut by priority, rests keep their length, and one line says what went."""

from __future__ import annotations

import pytest

from core.coach.workout import looking
from tests.dialogs.stage import Stage, intermediate


async def test_fifteen_minutes_are_kept(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
   2  Size · Upper body A · ≈ 58 min
…
▸ [▶ Start]
…
▸ [More]
…
▸ [Short of time]
   3  (edited) How many minutes are left? What matters least goes first; rests keep their length.
      Another number? Send 25 minutes left.
      [1 15 min] [2 25 min] [3 35 min]
      [4 ‹ Back]
▸ [25 min]
   3  (edited) ✂ 25 min: …
      Bench press · set 1 of …
…
""")
    left = await stage.read(looking.what_is_left, stage.athlete.id, stage.clock.now())
    assert isinstance(left, looking.Left)
    assert left.minutes <= 25


@pytest.mark.parametrize("minutes", [15, 25, 35])
async def test_rests_keep_their_length_and_what_is_in_hand_stays(stage: Stage, minutes: int) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s")
    before = (await stage.workout()).session.prescriptions
    await stage.hears("[More]", "[Short of time]", f"[{minutes} min]")
    after = (await stage.workout()).session.prescriptions
    assert [one.rest_s for one in after] == [one.rest_s for one in before]
    assert all(new.sets <= old.sets for new, old in zip(after, before, strict=True))
    assert stage.newest.split("\n")[1].startswith("Bench press · set 2 of")
    left = await stage.read(looking.what_is_left, stage.athlete.id, stage.clock.now())
    assert isinstance(left, looking.Left)
    assert left.minutes <= minutes
    assert left.sets < 19
    told = "\n".join(str(message.body["text"]) for message in stage.bot_messages)
    assert f"About {left.minutes} min now." in told or "That fits" in told
    stage.is_clean()


async def test_the_whole_workout_can_be_done_after_it(newcomer: Stage) -> None:
    stage = newcomer
    await stage.knows(intermediate())
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "[More]", "[Short of time]", "[15 min]")
    for _ in range(30):
        if stage.newest.startswith("Done"):
            break
        await stage.hears("20 kg x 8", "+6m")
    assert stage.newest.startswith("Done")
    stage.is_clean()
