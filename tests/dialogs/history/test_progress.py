"""Between workouts: an exercise over time, the week's volume, the calendar, the body's own measures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.charts.studio import Studio
from core.units import Load
from tests.dialogs.stage import Stage, open_stage

TWO_WEEKS = (
    "/log bench 80x8",
    "/finish",
    "+7d",
    "/log bench 85x5",
    "/finish",
    "+7d",
    "/log bench 90x5",
    "/finish",
)


@pytest.fixture
async def newcomer(tmp_path: Path) -> AsyncIterator[Stage]:
    """A phone whose bot draws pictures."""
    async with open_stage(tmp_path, pictures=True) as stage:
        yield stage
        stage.is_clean()


async def test_an_exercise_over_time_is_a_picture_and_its_words(stage: Stage) -> None:
    await stage.hears(*TWO_WEEKS, "/log row 60x10", "/finish")
    await stage.plays("""
▸ /progress
  18  [picture 1080×810]
      Bench press
      One-rep max, the most you could lift once: about 105 kg (± 10 %).
      Rising: about +8 kg a month over 2 weeks.
      Heaviest set: 90 kg × 5, 16 Mar 2026.
      🏆 1 record, the newest 105 kg on 16 Mar 2026.
      [1 Barbell row]
▸ #1
  19  [picture 1080×810]
      Barbell row
      One-rep max, the most you could lift once: about 80 kg (± 10 %).
      Three training days over two weeks show where it goes.
      Heaviest set: 60 kg × 10, 16 Mar 2026.
      [1 Bench press]
""")


async def test_old_days_are_told_as_of_then(stage: Stage) -> None:
    await stage.hears(*TWO_WEEKS, "+29d")
    await stage.plays("""
▸ /progress
  14  [picture 1080×810]
      Bench press
      Last trained on 16 Mar 2026: so it stood then.
      One-rep max, the most you could lift once: about 105 kg (± 10 %).
      Rising: about +8 kg a month over 2 weeks.
      Heaviest set: 90 kg × 5, 16 Mar 2026.
      🏆 1 record, the newest 105 kg on 16 Mar 2026.
""")


async def test_an_unchanged_picture_is_sent_again_without_being_drawn(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/finish")
    first = await stage.hears("/progress bench")
    studio = stage.room.studio
    pid = studio.pid
    assert pid is not None
    await studio.close()
    assert (await stage.hears("/progress bench")).split("\n")[2:] == first.split("\n")[2:]
    assert studio.pid is None
    await stage.hears("/log bench 82.5x8", "/finish", "/progress bench")
    assert studio.pid is not None
    stage.is_clean()


async def test_without_a_picture_the_words_come_alone(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/finish")
    studio: Studio = stage.room.studio
    studio._draw_within_s = 0  # the process that draws never answers in time
    assert "[picture" not in await stage.hears("/volume")
    assert stage.newest.startswith("Sets this week")
    stage.unavoidable.clear()


async def test_questions_about_nothing_get_one_line(stage: Stage) -> None:
    await stage.plays("""
▸ /progress
   2  No set is logged yet. /plan shows your first session.
▸ /progress squat
   4  You haven't logged Back squat yet, so there's nothing to show.
▸ /progress zottman
   6  I know no exercise like “zottman”. /exercises searches them.
▸ /progress <xqz>&
   8  I know no exercise like “<xqz>&”. /exercises searches them.
▸ /weight
  10  I don't know your weight yet. Send it like /weight 80.
▸ /measure
  12  Nothing measured yet. Send it like /measure waist 84.
▸ /measure waist
  14  Nothing measured yet. Send it like /measure waist 84.
▸ /measure waist 9000
  16  A place and a number, please, like /measure waist 84.
""")


async def test_an_exercise_never_done_is_no_other_that_is_called_a_little_like_it(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/log front squat 80x5", "/finish")
    for command in ("/progress plank", "/records plank"):
        assert "You haven't logged Plank yet" in await stage.hears(command)
    for command in ("/progress squat", "/records squat"):
        assert "Front squat" in await stage.hears(command)
    for command in ("/progress chest", "/records chest"):
        assert "Bench press" in await stage.hears(command)


async def test_a_stranger_is_asked_to_start(newcomer: Stage) -> None:
    for command in ("/progress", "/volume", "/calendar", "/measure waist 84"):
        assert "We haven't met yet: /start takes a minute." in await newcomer.hears(command)


async def test_the_week_is_counted_by_muscle(stage: Stage) -> None:
    await stage.hears("/log bench 4x8x80", "/log curl 3x10x30", "/finish")
    heard = await stage.hears("/volume")
    assert "Sets this week · 1 of 4 workouts" in heard
    assert "8 to 14 sets a muscle: one for the main one of a set, half for helpers." in heard
    assert "Room for more: chest 4, biceps 3, front shoulders 2, triceps 2, forearms 1.5" in heard
    assert "Not yet: thighs, hamstrings, glutes, wide back muscles, mid back" in heard
    await stage.hears("+7d")
    assert "0 of 4 workouts" in await stage.hears("/volume")
    stage.is_clean()


async def test_the_calendar_turns_back_and_forth(stage: Stage) -> None:
    await stage.hears(*TWO_WEEKS, "+14d")
    heard = await stage.hears("/calendar")
    assert "March 2026: 3 training days, 3 sets." in heard
    assert stage.labels() == []
    await stage.hears("+3d")
    heard = await stage.hears("/calendar", "[‹ Earlier]")
    assert "April 2026: no training." in heard
    assert "(edited) [picture 1080×998: March 2026: 3 training days, 3 sets." in heard
    assert stage.labels() == ["Later ›"]
    stage.is_clean()


async def test_the_body_over_time(stage: Stage) -> None:
    await stage.plays("""
▸ /weight 82.4
   2  Bodyweight: 82.4 kg, kept.
      Pull-ups and dips are reckoned with it.
▸ /measure waist 84,5
   4  Waist: 84.5 cm, kept.
      [1 Bodyweight 82.4 kg]
▸ +14d
▸ /measure weight 180 lb
   6  [picture 1080×810]
      Bodyweight: 180 lb, kept.
      −1.7 lb since 2 Mar 2026.
      Pull-ups and dips are reckoned with it.
      [1 Waist 84.5 cm]
▸ #1
   7  Waist: 84.5 cm, 2 Mar 2026.
      [1 Bodyweight 180 lb]
""")
    await stage.restart()
    assert "180 lb, 16 Mar 2026" in await stage.hears("/weight")


async def test_the_progress_of_the_body_is_its_measures(stage: Stage) -> None:
    await stage.hears("/weight 82", "/measure waist 84")
    assert "Bodyweight: 82 kg, 2 Mar 2026." in await stage.hears("/progress weight")
    assert "Waist: 84 cm, 2 Mar 2026." in await stage.hears("my progress waist")


async def test_several_measures_are_kept_at_once(stage: Stage) -> None:
    await stage.plays("""
▸ /measure waist 84 arm 36
   2  Waist: 84 cm, kept.
      Arm: 36 cm, kept.
      [1 Arm 36 cm] [2 Waist 84 cm]
▸ weight 12 st 4, waist 85
   4  Bodyweight: 172 lb, kept.
      Waist: 85 cm, kept.
      [1 Arm 36 cm] [2 Waist 85 cm]
      [3 Bodyweight 172 lb]
▸ weighed 82.4 this morning
   6  Bodyweight: 82.4 kg, kept.
      Pull-ups and dips are reckoned with it.
      [1 Arm 36 cm] [2 Waist 85 cm]
▸ my waist is 84
   8  Waist: 84 cm, kept.
      [1 Arm 36 cm] [2 Bodyweight 82.4 kg]
▸ /measure waist 84 arm 3600
  10  A place and a number, please, like /measure waist 84.
▸ /weight 12 stone
  12  Bodyweight: 168 lb, kept.
      Pull-ups and dips are reckoned with it.
      [1 Arm 36 cm] [2 Waist 84 cm]
""")
    assert (await stage.profile()).bodyweight_g == Load.lb(168).g


async def test_a_later_weight_of_the_day_takes_the_place_of_the_first(stage: Stage) -> None:
    await stage.hears("/weight 82", "/weight 81")
    assert "[picture" not in await stage.hears("/weight")
    stage.is_clean()


async def test_a_recap_becomes_a_picture_with_the_same_words(stage: Stage) -> None:
    heard = await stage.hears("/log bench 80x8", "bench 82.5x8", "/finish")
    assert "[picture 1080×810]" in heard
    assert heard.count("Done · 1 min · 2 sets") == 1
    recap = stage.bot_messages[-1]
    assert recap.body["caption"].startswith("Done · 1 min")
    # Its buttons work on: what they open comes below, and the recap stays.
    await stage.hears("[Next session]")
    assert stage.newest.startswith("Done for today. Next, tomorrow:")
    assert recap.body["caption"].startswith("Done · 1 min")
    assert stage.labels(recap.id) == []
    stage.is_clean()


async def test_a_correction_after_the_recap_was_drawn_is_drawn_too(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/finish")
    recap = stage.bot_messages[-1]
    first = recap.body["photo"]
    heard = await stage.hears("~1 /log bench 80x7")
    assert "560 kg lifted" in str(recap.body["caption"])
    assert recap.body["photo"] != first
    assert heard.count("(edited) [picture") == 1
    stage.is_clean()


async def test_an_unchanged_recap_keeps_its_picture_and_a_new_one_takes_it_along(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/finish")
    recap = stage.bot_messages[-1]
    photo = recap.body["photo"]
    await stage.room.studio.close()
    await stage.hears("~1 /log bench 80x8 @8")  # in the words nothing of it, nor in the picture
    assert stage.room.studio.pid is None
    assert recap.body["photo"] == photo
    await stage.hears("/undo", "[Put it back]", "/finish")
    again = stage.bot_messages[-1]
    assert again.id != recap.id
    assert again.body["photo"] == photo
    assert stage.room.studio.pid is None
    await stage.hears("~1 /log bench 80x7")
    assert stage.room.studio.pid is not None
    assert again.body["photo"] != photo


async def test_after_a_restart_it_is_still_known_to_be_a_picture(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/finish")
    recap = stage.bot_messages[-1]
    await stage.restart()
    await stage.hears("~1 /log bench 80x7")
    assert "560 kg lifted" in str(recap.body["caption"])
    assert stage.telegram.ledger.calls("editMessageText")[-1].params["message_id"] != recap.id
    stage.is_clean()


async def test_the_next_recap_of_a_workout_that_went_on_is_words_at_first(stage: Stage) -> None:
    await stage.hears("/log bench 80x8", "/finish", "/undo")
    stage.pictures = False
    await stage.restart()
    await stage.hears("[Put it back]", "/finish", "~1 /log bench 80x7")
    assert "560 kg lifted" in stage.newest
    stage.is_clean()
