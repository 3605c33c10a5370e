"""The time zone: by the time it is, by a city, by a shared place; never by a guess."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

MENU = ("/settings", "[Time zone]")


async def test_a_place_tells_the_zone_and_is_not_kept(stage: Stage) -> None:
    await stage.plays("""
▸ /remind daily 19:30
   2  Reminders: every day 19:30
      What time is it for you now? Send it, like 18:12, or a large city near you, like Berlin.
      [1 📍 Find it by my place]
…
▸ [📍 Find it by my place]
   3  Tap the button below your keyboard. I look up the time zone there and keep no place.
      ⌨ [📍 Share my place]
▸ @27.7172,85.324
   5  Asia/Kathmandu: it is 23:45 there.
      Reminders: every day 19:30
▸ +20h
   6 🔔 Time to train: Upper body A is next.
…
""")
    assert b"27.7172" not in stage.path.read_bytes()


async def test_a_place_nobody_asked_for_is_not_looked_at(stage: Stage) -> None:
    await stage.hears("@52.5,13.4")
    assert stage.newest.startswith("Nice, but I only read text and buttons.")
    assert not (await stage.profile()).zone_told


async def test_words_in_place_of_the_place(stage: Stage) -> None:
    await stage.hears(*MENU, "[📍 Find it by my place]", "New York")
    assert stage.newest == "America/New_York: it is 13:00 there."
    assert (await stage.profile()).zone == "America/New_York"


async def test_the_high_seas_and_no_place_on_earth(stage: Stage) -> None:
    await stage.hears(*MENU, "[📍 Find it by my place]", "@-45.5,-130.5")
    assert stage.newest.startswith("I can't tell the time zone there.")
    await stage.hears("@95.5,200.5")
    assert stage.newest.startswith("I can't tell the time zone there.")
    assert not (await stage.profile()).zone_told


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        ("Los Angeles", "America/Los_Angeles"),
        ("san francisco", "America/Los_Angeles"),
        ("Lord Howe", "Australia/Lord_Howe"),
        ("mumbai", "Asia/Kolkata"),
        ("UTC", "UTC"),
        ("23:45", "Asia/Kathmandu"),
        ("11.45pm", "Asia/Kathmandu"),
    ],
)
async def test_what_can_be_typed(stage: Stage, typed: str, zone: str) -> None:
    await stage.hears(*MENU, typed)
    assert (await stage.profile()).zone == zone
    assert (await stage.profile()).zone_told


@pytest.mark.parametrize("typed", ["banana", "25:00", "../../etc/passwd", "Etc/GMT+3", "%s", "x" * 3000])
async def test_what_is_none_is_asked_again(stage: Stage, typed: str) -> None:
    await stage.hears(*MENU, typed)
    assert "Berlin" in stage.newest
    assert not (await stage.profile()).zone_told
    await stage.hears("Berlin")
    assert (await stage.profile()).zone == "Europe/Berlin"


async def test_in_a_group_nothing_is_asked(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym")
    stage.telegram.user_joins(stage.athlete, group)
    stage.telegram.user_sends(stage.athlete, "/remind daily 7:30", chat=group)
    await stage.settle()
    assert "private chat" in str(list(group.messages.values())[-1].body["text"])
    assert (await stage.profile()).reminders.times == ()
