"""/remind: asked for in words or by taps, rung by the athlete's own clock, silent when it should be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.callbacks import ChooseQuiet, ChooseZone, PutOff, RemindAt, SnoozeReminder, encode
from core.model.athlete import Health
from core.model.reminding import Quiet, Reminders, Weekly
from core.store import timers
from tests.dialogs.stage import Stage, beginner, intermediate

DAILY = "/remind daily 19:30"


async def berliner(stage: Stage) -> None:
    await stage.knows(intermediate(zone="Europe/Berlin"))
    await stage.hears("/settings", "[Time zone]", "Berlin")


async def ends(stage: Stage) -> Mapping[str, int]:
    return (await stage.read(timers.accounts)).cancelled


def reminders(stage: Stage) -> int:
    """How many came, put off since or not."""
    shown = ("Time to train", "I'll remind you again")
    return sum(str(one.body.get("text", "")).startswith(shown) for one in stage.bot_messages)


async def test_three_days_a_week_by_ones_own_clock(stage: Stage) -> None:
    await stage.plays("""
▸ /remind tue thu 18:00
   2  Reminders: Tue Thu 18:00
      What time is it for you now? Send it, like 18:12, or a large city near you, like Berlin.
      [1 📍 Find it by my place]
      [2 Mon Wed Fri 18:00]
      [3 Tue Fri 18:00]
      [4 every day 18:00]
      [5 Off]
      [6 My week, Sun 18:00]
      [7 ‹ Back]
▸ 19:02
   2  (edited) Whose clock is it? Daylight saving differs. Not among them? Send a city near you.
      [1 Berlin] [2 Madrid]
      [3 Paris] [4 Rome]
      [5 Warsaw] [6 Lagos]
      [7 📍 Find it by my place]
▸ [Berlin]
      (toast: Kept.)
   2  (edited) Reminders: Tue Thu 18:00
      By your clock in Europe/Berlin. Silent on a day you have trained.
      Other times? Send them: mon wed fri 18:00, daily 7:30
      [1 Mon Wed Fri 18:00]
      [2 Tue Fri 18:00]
      [3 every day 18:00]
      [4 Off]
      [5 My week, Sun 18:00]
      [6 ‹ Back]
▸ +23h
   4 🔔 Time to train: Upper body A is next.
      [1 ▶ My session]
      [2 In an hour] [3 Tonight] [4 Turn off]
▸ [Tonight]
   4  (edited) I'll remind you again at 20:00.
      [1 ▶ My session]
▸ +2h
   5 🔔 Time to train: Upper body A is next.
      [1 ▶ My session]
      [2 In an hour] [3 Turn off]
▸ [▶ My session]
   5  (edited) Size · Upper body A · …
…
▸ +2d
   6 🔔 Time to train: Upper body A is next.
      [1 ▶ My session]
      [2 In an hour] [3 Tonight] [4 Turn off]
▸ [Turn off]
   6  (edited) Reminders are off. /remind turns them on again.
      [1 Reminders]
▸ +14d
""")


async def test_silent_after_a_workout_that_day_and_while_one_runs(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY, "/plan upper", "[▶ Start]", "10", "+1h")
    assert reminders(stage) == 0
    await stage.hears("/finish", "+22h")
    assert reminders(stage) == 0
    await stage.hears("+2h")
    assert reminders(stage) == 1
    assert (await ends(stage))["trained"] == 1


async def test_a_reminder_put_off_is_silent_after_a_workout_too(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY, "+30m", "[In an hour]", "/plan upper", "[▶ Start]", "10", "/finish", "+2h")
    assert reminders(stage) == 1
    assert (await ends(stage))["trained"] == 1


@pytest.mark.parametrize(("away", "sent"), [(timedelta(hours=2), 1), (timedelta(hours=3), 0)])
async def test_what_fell_due_while_the_bot_was_down(stage: Stage, away: timedelta, sent: int) -> None:
    await berliner(stage)
    await stage.hears(DAILY)
    await stage.restart(after=away)
    assert reminders(stage) == sent
    assert (await ends(stage)).get("late", 0) == 1 - sent
    await stage.hears("+1d")
    assert reminders(stage) == sent + 1, "the next day comes all the same"


async def test_days_away_bring_the_newest_reminder_and_not_one_for_each_day(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY)
    await stage.restart(after=timedelta(days=3, hours=1))
    assert reminders(stage) == 1
    assert (await ends(stage))["late"] == 1


async def test_in_quiet_hours_it_comes_as_they_end_or_not_at_all(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears("/settings", "[Quiet hours]", "[22:00–07:00]", "/remind daily 6:00 23:00")
    assert "⚠ every day 23:00 lies in your quiet hours (22:00–07:00): it will not come." in stage.newest
    await stage.hears("+5h")
    assert reminders(stage) == 0
    assert (await ends(stage))["quiet"] == 1
    await stage.hears("+7h")
    assert reminders(stage) == 1
    assert f"{stage.clock.now():%H:%M}" == "06:00", "07:00 in Berlin"


async def test_nothing_is_put_off_into_quiet_hours_and_rest_bells_ring_in_them(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears("/settings", "[Quiet hours]", "20-7", DAILY, "+30m")
    heard = await stage.hears("[In an hour]")
    assert "(toast: That lies in your quiet hours" in heard
    await stage.hears("+1h", "/rest 90")
    assert "🔔" in await stage.hears("+2m", "")


async def test_the_night_the_clock_jumps_and_the_one_it_goes_back(stage: Stage) -> None:
    for day in (datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC)):
        stage.clock.advance(day - stage.clock.now())
        await berliner(stage)
        before = reminders(stage)
        await stage.hears("/remind daily 2:30", "+7h")
        assert reminders(stage) == before + 1
        await stage.hears("+24h", "/remind off")
        assert reminders(stage) == before + 2


async def test_who_moves_is_reminded_by_the_new_clock_and_once_a_day(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY, "+30m")
    assert reminders(stage) == 1
    await stage.hears("/settings", "[Time zone]", "new york", "+6h")
    assert reminders(stage) == 1, "19:30 of that Monday was in Berlin"
    await stage.hears("+24h")
    assert reminders(stage) == 2
    assert (await stage.profile()).zone == "America/New_York"


async def test_history_keeps_the_day_of_the_zone_it_was_trained_in(stage: Stage) -> None:
    await stage.hears("/settings", "[Time zone]", "auckland", "/plan upper", "[▶ Start]", "10", "/finish")
    trained = (await stage.workout()).trained_on
    assert f"{trained}" == "2026-03-03"
    await stage.hears("/settings", "[Time zone]", "los angeles")
    assert (await stage.workout()).trained_on == trained


async def test_who_blocks_is_left_alone_and_reminded_again_once_back(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY)
    stage.telegram.user_blocks(stage.athlete)
    await stage.settle()
    assert (await ends(stage))["blocked"] == 1
    await stage.advance(timedelta(days=2))
    assert reminders(stage) == 0
    await stage.hears("hello", "+1d")
    assert reminders(stage) == 1


async def test_a_second_wish_replaces_the_first_and_off_ends_all(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY, "/remind sat 10:00", "+1d")
    assert reminders(stage) == 0
    await stage.hears("/remind", "[every day 10:00]", "+1d")
    assert reminders(stage) == 1
    await stage.hears("[In an hour]", "/remind off", "+3d")
    assert reminders(stage) == 1


async def test_words_for_the_menu_are_kept_and_others_refused_in_a_line(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears("/remind", "weekdays 6pm")
    assert (await stage.profile()).reminders.times == tuple(Weekly(day, 1080) for day in range(5))
    assert "Reminders: Mon–Fri 18:00" in stage.newest
    for words in ("/remind banana", "/remind mon 25:00", "/remind " + "mon " * 200, "/remind <b>mon</b>"):
        await stage.hears(words)
        assert stage.newest == "I take days and times: mon wed fri 18:00, daily 7:30."
    stage.is_clean()


async def test_a_set_is_a_set_though_a_menu_waits(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears("/remind", "/plan upper", "[▶ Start]", "10", "/remind", "80 x 8", "/remind", "8 8")
    assert await stage.sets() == ["80×10", "80×8", "75×8", "75×8"]
    assert (await stage.profile()).reminders == Reminders()


async def test_a_beginner_and_a_doctor_first(newcomer: Stage) -> None:
    await newcomer.knows(beginner(zone="Europe/Berlin"))
    await newcomer.hears("/settings", "[Time zone]", "Berlin", DAILY, "+30m")
    assert reminders(newcomer) == 1
    await newcomer.knows(replace(await newcomer.profile(), health=Health.DOCTOR_FIRST))
    await newcomer.hears("+1d")
    assert reminders(newcomer) == 1
    assert (await ends(newcomer))["doctor_first"] == 1


async def test_forged_buttons_keep_nothing_unlawful(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears("/remind")
    message = stage.bot_messages[-1].id
    forged = (
        RemindAt("0", 99_999),
        RemindAt("9x", 60),
        ChooseQuiet(-5, 10**9),
        ChooseZone("Mars/Base"),
        ChooseZone("/etc/passwd"),
        SnoozeReminder(1, PutOff.AN_HOUR),
        SnoozeReminder(10**17, PutOff.TONIGHT),
    )
    for press in forged:
        stage.telegram.user_presses(stage.athlete, message, encode(press))
        await stage.settle()
    kept = await stage.profile()
    assert (kept.reminders, kept.zone) == (Reminders(), "Europe/Berlin")
    stage.is_clean()


async def test_settings_show_all_three(stage: Stage) -> None:
    await berliner(stage)
    await stage.hears(DAILY, "/settings", "[Quiet hours]", "10pm-7am", "[‹ Back]")
    for line in ("Reminders: every day 19:30", "Quiet hours: 22:00–07:00", "Time zone: Europe/Berlin"):
        assert line in stage.newest
    assert (await stage.profile()).reminders.quiet == Quiet(1320, 420)
    await stage.restart()
    await stage.hears("+31m")
    assert reminders(stage) == 1


async def test_a_strangers_reminder(newcomer: Stage) -> None:
    await newcomer.hears(DAILY)
    assert newcomer.newest == "We haven't met yet: /start takes a minute."


async def test_the_time_asked_last_is_heard_not_the_question_above_it(stage: Stage) -> None:
    await stage.hears("/programme", "[Goal]", "/remind mon wed fri 18:00")
    heard = await stage.hears("19:00")
    assert "Whose clock is it?" in heard
    await stage.hears("/programme", "[Goal]", "size")
    assert "Changed. Your answers now:" in stage.newest
