"""A set far above what the maximum allows is asked about, and counts only once it is confirmed."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal, Level, OneRepMax, Provenance, Rack
from core.units import Load, Unit
from tests.dialogs.stage import START, Stage, intermediate

ASKED = "Back squat: that's far above what I know of you. Is it right?"
SQUAT_180 = OneRepMax("back_squat", Load.kg(180), Provenance.STATED, START)


async def test_a_single_above_the_maximum_is_asked_in_a_workout(stage: Stage) -> None:
    await stage.knows(
        intermediate(wish=Goal.STRENGTH, level=Level.EXPERIENCED, one_rep_maxes=(SQUAT_180,), days_per_week=3)
    )
    await stage.hears("/plan full a", "[▶ Start]", "200 x 1")
    assert stage.newest == ASKED
    assert await stage.sets() == []
    await stage.hears("[200 kg × 1]")
    assert await stage.sets() == ["200×1"]
    await stage.hears("+5m", "200x1")
    assert await stage.sets() == ["200×1", "200×1"]
    stage.is_clean()


async def test_g34_a_slip_of_a_thousand_is_asked_about_and_moves_no_maximum(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]")
    before = (await stage.profile()).one_rep_max("bench_press")
    await stage.hears("1000 kg x 5")
    assert stage.newest == ASKED.replace("Back squat", "Bench press")
    assert await stage.sets() == []
    assert (await stage.profile()).one_rep_max("bench_press") == before


@pytest.mark.parametrize("typed", ["/log squat 155x1", "squat 155x1", "squat 140x8"])
async def test_so_it_is_without_a_plan(stage: Stage, typed: str) -> None:
    await stage.hears(typed)
    assert stage.newest == ASKED
    await stage.hears("[No, I'll send it again]", "squat 150x1")
    assert await stage.sets() == ["150×1"]
    stage.is_clean()


@pytest.mark.parametrize(("typed", "told"), [("105x1", "105 kg for 1 rep (+5 kg)"), ("102.5x2", "2 reps")])
async def test_a_little_above_the_maximum_is_a_record(stage: Stage, typed: str, told: str) -> None:
    heard = await stage.hears(f"bench {typed}")
    assert len(await stage.sets()) == 1
    assert "🏆 Bench press: " in heard
    assert told in heard
    assert ASKED not in heard
    assert "🏆" not in await stage.hears("+5m", f"bench {typed}")
    assert "🏆" in await stage.hears("/finish")
    stage.is_clean()


@pytest.mark.parametrize("typed", ["100x1", "80x10", "95x1"])
async def test_up_to_the_maximum_a_first_time_is_none(stage: Stage, typed: str) -> None:
    assert "🏆" not in await stage.hears(f"bench {typed}", "/finish")


@pytest.mark.parametrize("typed", ["112.5x12", "119x12", "154x1", "fail 150x0", "100x10 @10"])
async def test_what_can_be_is_not_asked(stage: Stage, typed: str) -> None:
    await stage.hears("/plan lower", "[▶ Start]", typed)
    assert ASKED not in stage.newest


async def test_what_was_lifted_before_is_not_asked_again(stage: Stage) -> None:
    await stage.hears("squat 160x1", "[160 kg × 1]", "/finish", "+3d", "squat 160x1")
    assert ASKED not in stage.newest
    assert await stage.sets() == ["160×1"]


@pytest.mark.parametrize(
    ("first", "again", "button", "logged"),
    [
        ("bench 80x8", "375x8", "[375 kg × 8]", ["80×8", "375×8"]),
        ("bench 80x8", "375x8 375x8", "[2 sets", ["80×8", "375×8", "375×8"]),
    ],
)
async def test_sets_that_nobody_planned_can_be_confirmed(
    stage: Stage, first: str, again: str, button: str, logged: list[str]
) -> None:
    heard = await stage.hears(first, "+100s", again, f"{button}]" if button[-1] != "]" else button)
    assert "That button is from before." not in heard
    assert await stage.sets() == logged
    stage.is_clean()


async def test_one_set_more_than_planned_can_be_confirmed(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", *("80x10", "+61s") * 4, "bench 120x8", "[120 kg × 8]")
    assert await stage.sets() == [*["80×10"] * 4, "120×8"]
    stage.is_clean()


async def test_a_load_alone_without_its_point_is_asked_back(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "800")
    assert stage.newest == "800 kg is more than is safe today. Did you mean this?"
    assert stage.labels() == ["80 kg", "No, I'll send it again"]
    await stage.hears("[80 kg]")
    assert stage.newest == "80 kg it is, how many reps did you do?"
    assert await stage.sets() == []
    await stage.hears("8")
    assert await stage.sets() == ["80×8"]


async def test_where_both_loads_may_be_meant_each_has_a_button(stage: Stage) -> None:
    await stage.hears("bench 37.5x8", "+60s", "375")
    assert stage.newest == "375 kg is far above what I know of you. Which one do you mean?"
    assert stage.labels() == ["37.5 kg", "375 kg"]
    await stage.hears("[375 kg]")
    card = next(one.id for one in stage.bot_messages if "✅ 375 kg × 8" in stage.labels(one.id))
    assert str(stage.message(card)["text"]).startswith("Bench press · set 2 · 375 kg × 8")
    assert await stage.sets() == ["37.5×8"]


async def test_a_load_alone_far_above_is_asked_once(stage: Stage) -> None:
    await stage.hears("bench 60x8", "+60s", "250")
    assert stage.newest == "250 kg is far above what I know of you. Is it right?"
    assert stage.labels() == ["250 kg", "No, I'll send it again"]
    await stage.hears("[No, I'll send it again]")
    assert await stage.sets() == ["60×8"]


async def test_a_question_answered_with_no_leaves_the_chat(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    card = stage.newest
    assert "(5 deleted)" in await stage.hears("300x8", "[No, I'll send it again]")
    assert stage.newest == card
    stage.is_clean()


async def test_one_too_old_to_be_taken_away_loses_its_buttons(stage: Stage) -> None:
    await stage.hears("my back is sore", "+3d", "[Only sore from training]")
    assert stage.labels() == []
    assert stage.telegram.unanswered() == []


async def test_a_load_above_the_maximum_is_told_so_also_after_a_miss(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "+2m")
    assert "That's above your one-rep max of 100 kg." in await stage.hears("375")
    assert "You missed reps at 80 kg today, so it doesn't go up yet." in await stage.hears("82.5")


async def test_the_maximum_is_told_in_the_lifters_unit(stage: Stage) -> None:
    await stage.knows(intermediate(unit=Unit.LB, rack=Rack.standard(Unit.LB)))
    told = await stage.hears("/plan", "[▶ Start]", "375")
    assert "That's above your one-rep max of 220" in told
    assert "kg" not in told.rpartition("▸ 375")[2]


async def test_several_sets_in_doubt_are_not_asked_of_one_that_stands(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", ">3 100x12, 7")
    assert stage.newest.startswith("One set fits one card.")
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


async def test_a_first_set_without_its_point_is_asked_back(stage: Stage) -> None:
    await stage.hears("curl 375x3")  # of curls only what the bench press lets reckon is known
    assert stage.newest == "Dumbbell curl: that's far above what I know of you. Which one do you mean?"
    assert stage.labels() == ["37.5 kg × 3", "375 kg × 3"]
    await stage.hears("[37.5 kg × 3]")
    assert await stage.sets() == ["37.5×3"]
    stage.is_clean()


@pytest.mark.parametrize(("typed", "asked"), [("375x15", True), ("375", True), ("120x15", False)])
async def test_the_loads_to_try_tell_what_a_first_set_can_be(
    first_timer: Stage, typed: str, asked: bool
) -> None:
    await first_timer.hears("/plan", "[▶ Start]", typed)
    assert ("far above what I know of you" in first_timer.newest) is asked


async def test_a_question_left_open_writes_over_no_set_that_came_after_it(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "lat pulldown", "[▶ Do it now]", "375x15")
    asked = stage.bot_messages[-1].id
    await stage.hears("6", "[15 kg × 6]")
    assert await stage.sets() == ["15×6"]
    told = await stage.hears(f"#{asked}.2")
    assert "Already logged: 15 kg × 6." in told
    assert await stage.sets() == ["15×6"]
    stage.is_clean()


@pytest.mark.parametrize("corrected", ["~4 375x8", ">3 375x8"])
async def test_a_question_about_a_correction_still_corrects(stage: Stage, corrected: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", corrected, "[375 kg × 8]")
    assert await stage.sets() == ["375×8"]
    stage.is_clean()
