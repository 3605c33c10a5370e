"""The weekly look-back: offered after the third workout, sent on Sundays, and the advice given once."""

from __future__ import annotations

from datetime import timedelta

from core.store import timers
from tests.dialogs.stage import Stage, intermediate

OFFER = "My week, every Sunday"
IN_MENU = "My week, Sun 18:00"


async def trains(stage: Stage, *sets: str) -> None:
    await stage.hears("/plan upper", "[▶ Start]", *(sets or ("80x10",)), "/finish")


def texts_of(stage: Stage) -> list[str]:
    return [str(one.body.get("text", "")) for one in stage.bot_messages]


def sundays(stage: Stage) -> list[str]:
    return [text for text in texts_of(stage) if text.startswith("Your week")]


async def subscribed(stage: Stage) -> None:
    """Trained on Monday, Wednesday and Friday, and took the look-back up on Friday."""
    await stage.hears("/settings", "[Time zone]", "Berlin")
    for _ in range(2):
        await trains(stage)
        assert OFFER not in stage.labels()
        await stage.hears("+2d")
    await trains(stage)
    assert OFFER in stage.labels()
    await stage.hears(f"[{OFFER}]")


async def test_offered_after_the_third_workout_and_sent_on_sunday_without_a_sound(stage: Stage) -> None:
    await subscribed(stage)
    assert stage.newest == "Sun 18:00, every week: I send what your week came to. /remind turns it off."
    heard = await stage.hears("+46h")
    assert "Your week" not in heard
    heard = await stage.hears("+3h", "")
    (sent,) = sundays(stage)
    assert sent.startswith("Your week · 3 workouts · 3 sets · 2,400 kg lifted\n")
    assert "Sets a muscle, " in sent
    assert "Coming: " in sent
    assert "American Heart Association" not in sent
    assert "🔔" not in heard
    await trains(stage)
    assert OFFER not in stage.labels()


async def test_the_best_of_the_week_is_told(stage: Stage) -> None:
    await subscribed(stage)
    await stage.hears("+5d")
    await trains(stage, "90x10")
    await stage.hears("+5d")
    assert "🏆 Bench press: you could lift about" in sundays(stage)[-1]


async def test_two_days_a_week_are_advised_once_and_two_idle_weeks_are_left_alone(stage: Stage) -> None:
    await subscribed(stage)
    await stage.hears("+9d")
    first, second = sundays(stage)
    assert "American Heart Association" not in first
    assert second.startswith("Your week · no workout this time.")
    assert "Two days a week keep a heart strong, says the American Heart Association." in second
    await stage.hears("+21d")
    assert len(sundays(stage)) == 2
    assert (await stage.read(timers.accounts)).cancelled["no_training"] == 3
    await trains(stage)
    await stage.hears("+7d")
    assert len(sundays(stage)) == 3
    assert "American Heart Association" not in sundays(stage)[-1], "said once"


async def test_two_days_a_week_are_advised_in_one_recap_and_not_again(newcomer: Stage) -> None:
    await newcomer.knows(intermediate(days_per_week=2))
    for wait in ("+1d", "+6d", "+7d", "+1d"):
        await trains(newcomer)
        await newcomer.hears(wait)
    recaps = [text for text in texts_of(newcomer) if text.startswith("Done · ")]
    assert [("Heart Association" in text) for text in recaps] == [True, False, False, False]
    assert [text.count("Workout 1 of 2 this week.") for text in recaps] == [1, 0, 1, 1]


async def test_off_under_the_letter_and_on_again_in_the_menu(stage: Stage) -> None:
    await subscribed(stage)
    await stage.hears("+3d", "[No more look-backs]")
    assert "No more look-backs" not in stage.labels()
    await trains(stage)
    await stage.hears("+7d")
    assert len(sundays(stage)) == 1
    await stage.hears("/remind", f"[{IN_MENU}]")
    assert f"• {IN_MENU}" in stage.labels()
    await trains(stage)
    await stage.hears("+7d")
    assert len(sundays(stage)) == 2
    stage.is_clean()


async def test_without_a_time_zone_it_is_asked_for_first(newcomer: Stage) -> None:
    await newcomer.knows(intermediate())
    for _ in range(3):
        await trains(newcomer)
        await newcomer.hears("+2d")
    await newcomer.hears(f"[{OFFER}]", "+7d")
    assert sundays(newcomer) == []
    await newcomer.hears("/settings", "[Time zone]", "Berlin")
    await trains(newcomer)
    await newcomer.hears("+7d")
    assert len(sundays(newcomer)) == 1


async def test_switched_on_in_the_menu_the_time_zone_is_asked_for_there(newcomer: Stage) -> None:
    await newcomer.knows(intermediate())
    await trains(newcomer)
    await newcomer.hears("/remind", f"[{IN_MENU}]")
    assert "What time is it for you now?" in newcomer.newest
    assert "📍 Find it by my place" in newcomer.labels()
    await newcomer.hears("Berlin")
    assert "What time is it" not in newcomer.newest
    assert f"• {IN_MENU}" in newcomer.labels()
    await newcomer.hears("+7d")
    assert len(sundays(newcomer)) == 1


async def test_its_time_is_a_setting_and_on_monday_the_week_that_ended_is_told(stage: Stage) -> None:
    await stage.hears("/settings", "[My week]", "[Mon 08:00]")
    assert "What time is it for you now?" in stage.newest
    await stage.hears("Berlin", "/settings", "[My week]")
    assert "• Mon 08:00" in stage.labels()
    await trains(stage)
    await stage.hears("+6d")  # Sunday, 19:00 in Berlin
    assert sundays(stage) == []
    await stage.hears("+13h", "")
    assert sundays(stage)[0].startswith("Your week · 1 workout · 1 set · 800 kg lifted\n")
    await stage.hears("/settings", "[My week]", "banana")
    assert stage.newest == "I take one time of the week: sun 18:00, or off."
    await stage.hears("sat 9:30")
    await trains(stage)
    await stage.hears("+6d")
    assert len(sundays(stage)) == 2
    await stage.hears("/settings", "[My week]", "off", "+7d")
    assert len(sundays(stage)) == 2


async def test_a_restart_on_sunday_evening_sends_it_once(stage: Stage) -> None:
    await subscribed(stage)
    await stage.hears("+46h")
    await stage.restart(after=timedelta(hours=1))
    await stage.restart(after=timedelta(minutes=10))
    await stage.hears("+1h")
    assert len(sundays(stage)) == 1
