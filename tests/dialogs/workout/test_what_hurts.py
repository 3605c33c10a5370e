"""A part of the body that hurts is spared: in the workout that runs, in swaps and plans, until it is fine."""

from __future__ import annotations

import pytest

from core.catalogue import catalogue
from core.model.soreness import BodyPart
from core.store.plans import plan_of
from core.store.soreness import sore_parts
from core.training.exercises.sore_parts import loads
from tests.dialogs.stage import Stage

LEGS = ("/plan lower", "[▶ Start]")


async def planned(stage: Stage) -> list[str]:
    plan = await stage.read(plan_of, stage.athlete.id)
    return [one.exercise_id for one in plan.session.prescriptions] if plan else []


def spared(names: list[str], part: BodyPart) -> bool:
    return bool(names) and not any(loads(part, catalogue()[one]) for one in names)


async def test_a_knee_that_hurts_is_spared_in_the_workout_and_in_its_swaps(stage: Stage) -> None:
    await stage.hears(*LEGS)
    before = [one.exercise_id for one in (await stage.workout()).session.prescriptions]
    assert before[2] == "reverse_lunge"
    await stage.hears("my left knee hurts")
    assert stage.newest == "Stop the set. Your left knee: what does it feel like?"
    await stage.hears("[Joint, or sharp pain]")
    assert "Stopped Back squat. Every set so far is kept." in stage.newest
    assert "I spare your left knee from now on, until you tell me it's fine." in stage.newest
    assert "So today without Reverse lunge, too." in stage.newest
    offered = [label for label in stage.labels() if not label.startswith(("No,", "Finish"))]
    names = [one for one in catalogue().values() if any(label.startswith(one.name) for label in offered)]
    assert offered
    assert not any(loads(BodyPart.KNEE, one) for one in names)
    heard = await stage.hears("[No, go on with the rest]")
    assert "Romanian deadlift · set 1" in heard
    stage.is_clean()


@pytest.mark.parametrize(
    ("day", "words", "part", "told"),
    [
        ("lower", "my knee hurts", BodyPart.KNEE, "To spare your knee, without Back squat, "),
        ("upper", "my right shoulder hurts", BodyPart.SHOULDER, "To spare your right shoulder, without "),
        ("lower", "sharp pain in my lower back", BodyPart.BACK, "To spare your back, without Back squat, "),
        ("upper", "mein linker Ellenbogen tut weh", BodyPart.ELBOW, "To spare your left elbow, without "),
    ],
)
async def test_plans_spare_what_hurts_and_ask_until_it_is_fine(
    stage: Stage, day: str, words: str, part: BodyPart, told: str
) -> None:
    await stage.hears(f"/plan {day}", "[▶ Start]", words, "[Joint, or sharp pain]", "[Finish]", "+2d")
    for name in ("upper", "lower", "push", "pull", "legs", "full"):
        await stage.hears(f"/plan {name}")
        assert spared(await planned(stage), part), name
    await stage.hears(f"/plan {day}")
    assert told in stage.newest
    question = next(label for label in stage.labels() if label.endswith("still hurt?"))
    await stage.hears(f"[{question}]")
    assert stage.newest == question
    await stage.hears("[Yes, spare it]")
    assert told in stage.newest
    await stage.hears(f"[{question}]", "[No, it's fine]")
    assert "spare" not in stage.newest
    assert not spared(await planned(stage), part)
    assert await stage.read(sore_parts, stage.athlete.id) == ()
    stage.is_clean()


async def test_pain_between_two_workouts_is_spared_too(stage: Stage) -> None:
    await stage.hears("my shoulder is bothering me")
    assert stage.newest.startswith("Your shoulder: what is it?")
    await stage.hears("[Joint, or sharp pain]")
    assert stage.newest.startswith("Noted. My plans spare your shoulder until you tell me it's fine")
    await stage.hears("/plan upper")
    assert spared(await planned(stage), BodyPart.SHOULDER)
    await stage.hears("/exercises")
    assert "I'm sparing your shoulder." in stage.newest
    await stage.hears("[Does your shoulder still hurt?]", "[No, it's fine]")
    assert "sparing" not in stage.newest
    await stage.hears("/plan upper")
    assert "bench_press" in await planned(stage)
    stage.is_clean()


async def test_two_parts_are_spared_at_once_and_a_day_without_them_comes(stage: Stage) -> None:
    await stage.hears(*LEGS, "my knee and my back hurt")
    assert stage.newest == "Stop the set. Your knee and back: what does it feel like?"
    await stage.hears(
        "[Joint, or sharp pain]", "[Finish]", "/plan upper", "[▶ Start]", "[Warm-up done]", "20x10"
    )
    await stage.hears("/finish", "+1d", "/plan")
    names = await planned(stage)
    assert "Upper body B" in stage.newest
    assert spared(names, BodyPart.KNEE)
    assert spared(names, BodyPart.BACK)
    questions = {one for one in stage.labels() if one.endswith("hurt?")}
    assert questions == {"Does your back still hurt?", "Does your knee still hurt?"}


async def test_sore_muscles_spare_nothing(stage: Stage) -> None:
    await stage.hears("my back is sore", "[Only sore from training]", "/plan lower")
    assert (await planned(stage))[0] == "back_squat"


async def test_a_saved_routine_spares_it_too(stage: Stage) -> None:
    await stage.hears(*LEGS, "95x8", "/finish", "[Save as routine]", "Leg day")
    await stage.hears("my knee hurts", "[Joint, or sharp pain]", "+1d", "/plan leg day")
    assert "To spare your knee, without Back squat" in stage.newest
    assert "back_squat" not in await planned(stage)


@pytest.mark.parametrize(
    "typed", ["my knee is fine", "my knee doesn't hurt anymore", "Das Knie tut nicht mehr weh"]
)
async def test_a_part_that_is_said_to_be_fine_is_asked_about(stage: Stage, typed: str) -> None:
    await stage.hears("my knee hurts", "[Joint, or sharp pain]", typed)
    assert stage.newest == "Does your knee still hurt?"
    await stage.hears("[No, it's fine]")
    assert await stage.read(sore_parts, stage.athlete.id) == ()
    stage.is_clean()


STOPPED = ("/plan upper", "[▶ Start]", "80x10", "+2m", "my shoulder hurts", "[Joint, or sharp pain]")


@pytest.mark.parametrize("words", ["ok", "done", "👍", "same", "skip", "next", "weiter", "go on"])
async def test_after_it_a_nod_goes_on_and_logs_nothing(stage: Stage, words: str) -> None:
    """No card asks for a set: the next exercise was not even shown."""
    await stage.hears(*STOPPED)
    heard = await stage.hears(words)
    assert "👍 on" in heard
    assert "· Barbell row · set 1 of 4" in heard
    assert await stage.sets() == ["80×10"]
    assert (await stage.workout()).skipped[-1].set_number == 0  # the exercises that hurt, and no set more
    stage.is_clean()


@pytest.mark.parametrize("words", ["8", "62.5x8", "3x8", "@8", "+2.5", "60", "300x8"])
async def test_after_it_numbers_are_told_that_none_was_asked(stage: Stage, words: str) -> None:
    await stage.hears(*STOPPED)
    heard = await stage.hears(words)
    assert "No set was asked for, so I logged nothing." in heard
    assert "· Barbell row · set 1 of 4 · 62.5 kg × 10" in heard
    assert await stage.sets() == ["80×10"]
    await stage.hears("row 62.5x8")
    assert await stage.sets() == ["80×10", "62.5×8"]
    stage.is_clean()


async def test_after_it_little_time_brings_the_next_card_below(stage: Stage) -> None:
    await stage.hears(*STOPPED)
    heard = await stage.hears("15 minutes left")
    card = stage.bot_messages[-1]
    assert str(card.body["text"]).startswith("Barbell row · set 1 of ")
    assert f"{card.id}· Barbell row" in heard
    stage.is_clean()


async def test_after_it_another_exercise_by_name_is_logged(stage: Stage) -> None:
    await stage.hears(*STOPPED, "triceps pushdown 30x10")
    assert await stage.sets() == ["80×10", "30×10"]
    stage.is_clean()


@pytest.mark.parametrize("answer", ["", "[Muscle burn]"])
@pytest.mark.parametrize("words", ["ok", "Okay.", "👍"])
async def test_a_nod_to_what_is_asked_or_answered_is_no_set(stage: Stage, answer: str, words: str) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "my shoulder hurts", *([answer] if answer else []))
    heard = await stage.hears(words)
    assert stage.newest.startswith("Bench press · set 1 of 4 · 80 kg × 10")
    assert "👍 on" not in heard
    assert await stage.sets() == []
    await stage.hears("ok")  # now it is said to the card
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize("menu", [("[More]", "[Something hurts]"), ("[Why?]",), ("[Swap]",), ("[More]",)])
async def test_a_nod_to_a_menu_in_the_card_is_no_set(stage: Stage, menu: tuple[str, ...]) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "80x10", "+60s", *menu)
    heard = await stage.hears("ok")
    assert "6  (edited) Bench press · set 2 of 4 · 80 kg × 10" in heard
    assert await stage.sets() == ["80×10"]
    await stage.hears("ok")
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_a_nod_to_a_menu_is_no_set_though_the_card_could_not_be_shown_at_once(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "[More]")
    stage.telegram.faults.fail("editMessageText", status=502, times=7)  # five a try
    await stage.hears("ok")
    assert await stage.sets() == []
    stage.warned = {"an update is tried again"}


@pytest.mark.parametrize("late", ["-2.5", "+2.5", "/rest 90", "note: seat 4", "15 minutes left"])
async def test_a_card_that_changed_takes_a_nod_as_its_own(stage: Stage, late: str) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "80x10", "+60s", late, "+90s", "ok", "ok")
    assert len(await stage.sets()) == 2
    stage.is_clean()


async def test_help_in_an_old_menu_leaves_the_result_of_its_card(stage: Stage) -> None:
    """The phone still shows the menu when the set was logged by typing, and the tap comes behind it."""
    await stage.hears("/log squat 100x5", "+2m")
    card = stage.bot_messages[-1].id
    await stage.hears("[More]", "[Something hurts]")
    chest = stage.telegram.button(stage.message(card), "Chest pain, or dizzy")["callback_data"]
    await stage.hears("100x5")
    stage.telegram.user_presses(stage.athlete, card, chest)
    await stage.settle()
    assert stage.message(card)["text"] == "Back squat ✓ 100 kg × 5, 5"
    assert stage.newest.startswith("Stop now and sit down.")
    stage.is_clean()
