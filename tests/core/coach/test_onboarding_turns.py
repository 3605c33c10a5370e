"""Leaving, coming back, old buttons, repeated updates, restarts, and texts nobody expects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.coach.interview import onboarding, profile, typed_answers
from core.model.athlete import Gear, Goal, Health, Level, Rack
from core.model.onboarding import Asked, Complete, Note, Outcome, Profile, Refused, Step
from core.store import athletes
from core.units import Load, Unit
from tests.core.coach.asking import ME, Chat

THROUGH = ("size", "intermediate", "kg", "bench 100", "recent", "gym", "3", "none")
BAD = (
    "-5",
    "abc",
    "5000 kg",
    "NaN",
    "1e309",
    "💪",
    "x" * 4096,
    "<b>hi</b>",
    "",
    "\ud800",
    "9" * 400,
    "٣٣٣٣",
    ".",
)


def finished() -> Chat:
    chat = Chat()
    chat.start()
    assert isinstance(chat.say_all(*THROUGH), Complete)
    return chat


def step_of(outcome: Outcome) -> Step:
    assert isinstance(outcome, Asked | Refused)
    return outcome.question.step


@pytest.mark.parametrize("done", range(len(THROUGH)))
@pytest.mark.parametrize("bad", BAD)
def test_impossible_answers_change_nothing_at_any_question(done: int, bad: str) -> None:
    chat = Chat()
    chat.start()
    if done:
        chat.say_all(*THROUGH[:done])
    before = chat.draft
    outcome = chat.say(bad)
    assert isinstance(outcome, Refused)
    assert chat.draft == before


def test_cancel_keeps_the_answers_and_start_goes_on() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced")
    left = chat.cancel()
    assert left.begun
    assert left.question is not None
    assert chat.step is None
    assert onboarding.states(chat.tx) == {}
    assert typed_answers.answer_text(chat.tx, ME, "kg", chat.now) is None
    assert step_of(chat.start()) is Step.UNIT
    assert chat.athlete.wish is Goal.STRENGTH


def test_start_in_the_middle_asks_the_same_question_again() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced")
    assert step_of(chat.start()) is Step.UNIT


def test_everybody_is_found_at_their_question_after_a_restart() -> None:
    chat = Chat()
    chat.start()
    for text in THROUGH:
        assert onboarding.states(chat.tx) == {(ME, ME): chat.step}
        chat.say(text)
    assert onboarding.states(chat.tx) == {}


def test_a_deep_link_remembers_its_aim_and_lands_on_the_plan() -> None:
    chat = Chat()
    assert step_of(chat.start(Goal.HYPERTROPHY)) is Step.LEVEL
    done = chat.say_all("experienced", "kg", "idk", "gym", "3", "none")
    assert isinstance(done, Complete)
    assert (done.lands, done.aim) == (True, Goal.HYPERTROPHY)
    again = chat.start(Goal.STRENGTH)
    assert isinstance(again, Complete)
    assert (again.lands, again.aim, again.athlete.wish) == (True, Goal.STRENGTH, Goal.HYPERTROPHY)


def test_plan_before_the_end_asks_only_what_is_missing() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced", "kg", "idk", "gym")
    assert step_of(chat.plan()) is Step.DAYS
    done = chat.say_all("3", "none")
    assert isinstance(done, Complete)
    assert done.lands


def test_plan_after_cancel_asks_what_is_missing_too() -> None:
    chat = Chat()
    chat.start()
    chat.cancel()
    assert step_of(chat.plan(Goal.STRENGTH)) is Step.LEVEL


def test_a_change_asks_one_question_and_returns_to_the_profile() -> None:
    chat = finished()
    outcome = chat.change("unit")
    assert isinstance(outcome, Asked)
    assert outcome.question.changing
    assert not outcome.question.skippable
    done = chat.press("unit", "lb")
    assert isinstance(done, Complete)
    assert (done.changed, done.lands) == (Step.UNIT, False)
    assert chat.athlete.unit is Unit.LB
    assert chat.athlete.rack == Rack.standard(Unit.LB)


def test_a_rack_of_ones_own_outlives_a_change_of_unit() -> None:
    chat = finished()
    own = Rack(Load.kg(15), ((1000, 2), (500, 2)), told=True)
    athletes.save_athlete(chat.tx, replace(chat.athlete, rack=own), chat.now)
    chat.change("unit")
    chat.press("unit", "lb")
    assert chat.athlete.rack == own


def test_a_change_can_be_left_as_it_is() -> None:
    chat = finished()
    for leave in ("back", "cancel", "start", "set_aside"):
        chat.change("days")
        if leave == "back":
            assert isinstance(chat.back(), Profile)
        elif leave == "cancel":
            assert chat.cancel().changing
        elif leave == "start":
            assert isinstance(chat.start(), Profile)
        else:
            chat.set_aside()
        assert chat.step is None
        assert chat.athlete.days_per_week == 3
        assert onboarding.is_complete(chat.tx, ME)


def test_set_aside_leaves_a_first_onboarding_alone() -> None:
    chat = Chat()
    chat.start()
    chat.set_aside()
    assert chat.step is Step.GOAL


def test_new_maxima_are_asked_for_their_age_and_older_ones_keep_theirs() -> None:
    chat = finished()
    chat.change("maxes")
    assert step_of(chat.say("squat 140")) is Step.FRESHNESS
    done = chat.press("freshness", "older")
    assert isinstance(done, Complete)
    assert {best.exercise_id: best.freshness for best in chat.athlete.one_rep_maxes} == {
        "bench_press": "recent",
        "back_squat": "older",
    }


def test_becoming_a_beginner_asks_for_squats_and_fewer_days() -> None:
    chat = finished()
    chat.change("days")
    chat.press("days", "6")
    chat.change("level")
    assert step_of(chat.press("level", "break")) is Step.FOUNDATION
    assert step_of(chat.press("foundation", "accept")) is Step.SQUATS
    assert isinstance(chat.press("squats", "yes"), Complete)
    athlete = chat.athlete
    assert (athlete.level, athlete.days_per_week, athlete.can_squat) == (Level.BEGINNER, 3, True)


@pytest.mark.parametrize("step", ["foundation", "freshness", "ailments", "doctor"])
def test_parts_of_a_question_are_not_changed_alone(step: str) -> None:
    assert isinstance(finished().change(step), Profile)


def test_an_old_button_of_a_plain_choice_changes_it_and_keeps_the_place() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "kg")
    outcome = chat.press("goal", "strength")
    assert step_of(outcome) is Step.MAXES
    assert chat.athlete.wish is Goal.STRENGTH


def test_an_old_button_does_not_end_a_question_asked_again() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "kg")
    chat.back()
    assert step_of(chat.press("goal", "strength")) is Step.UNIT
    assert chat.athlete.wish is Goal.STRENGTH


def test_a_later_change_does_not_move_the_day_of_finishing() -> None:
    chat = finished()
    first = chat.draft.finished_at
    chat.change("days")
    chat.press("days", "4")
    assert chat.draft.finished_at == first


def test_a_second_tap_on_the_same_answer_changes_nothing() -> None:
    chat = Chat()
    chat.start()
    chat.press("goal", "strength")
    before = chat.draft
    assert step_of(chat.press("goal", "strength")) is Step.LEVEL
    assert chat.draft == before


@pytest.mark.parametrize(
    ("step", "value"),
    [("goal", "skip"), ("goal", "juggling"), ("maxes", "none"), ("health", "none"), ("doctor", "cleared")],
)
def test_other_old_buttons_only_show_where_one_is(step: str, value: str) -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "kg", "idk")
    before = chat.draft
    outcome = chat.press(step, value)
    assert isinstance(outcome, Asked)
    assert (outcome.question.step, outcome.note) == (Step.GEAR, Note.OLD_BUTTON)
    assert chat.draft == before


def test_buttons_of_a_finished_onboarding_show_the_profile_and_change_nothing() -> None:
    chat = finished()
    before = chat.draft
    for press in (("goal", "strength"), ("health", "yes"), ("maxes", "none")):
        outcome = chat.press(*press)
        assert isinstance(outcome, Profile)
    assert chat.draft == before


def test_an_update_handled_twice_is_answered_from_what_stands() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate")
    before = chat.draft
    chat.tx.repeat = True
    for outcome in (
        onboarding.answer(chat.tx, ME, Step.LEVEL, "beginner", chat.now),
        typed_answers.answer_text(chat.tx, ME, "lb", chat.now),
        onboarding.back(chat.tx, ME, Step.UNIT, chat.now),
        onboarding.train_now(chat.tx, ME, chat.now),
        onboarding.begin(chat.tx, ME, ME, "en", Goal.STRENGTH, chat.now),
        onboarding.ask_missing(chat.tx, ME, ME, "en", Goal.STRENGTH, chat.now),
        profile.change_answer(chat.tx, ME, Step.GOAL, chat.now),
    ):
        assert isinstance(outcome, Asked)
        assert outcome.question.step is Step.UNIT
    chat.cancel()
    assert chat.draft == before


def test_the_last_answer_handled_twice_completes_twice() -> None:
    chat = Chat()
    chat.start(Goal.STRENGTH)
    done = chat.say_all("experienced", "kg", "idk", "gym", "3", "none")
    before = chat.draft
    chat.tx.repeat = True
    again = onboarding.answer(chat.tx, ME, Step.HEALTH, "none", chat.now)
    assert isinstance(done, Complete)
    assert isinstance(again, Complete)
    assert (again.lands, again.aim) == (done.lands, done.aim)
    assert chat.draft == before


_VALUES = (
    *(
        "strength",
        "hypertrophy",
        "unsure",
        "beginner",
        "experienced",
        "break",
        "kg",
        "lb",
        "accept",
        "insist",
    ),
    *("none", "yes", "no", "t3", "d2", "d8", "d0", "cleared", "recent", "dumbbells", "3", "6", "skip", "?"),
)
_WORDS = ("size", "no", "kg", "squat 140", "140", "gym", "3", "none", "idk", "x", "yes", "back", "train now")
_ACTS = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(list(Step)), st.sampled_from(_VALUES)),
    st.tuples(st.just("say"), st.sampled_from(_WORDS)),
    st.tuples(st.sampled_from(["back", "train_now", "cancel", "start", "plan", "set_aside"])),
    st.tuples(st.just("change"), st.sampled_from(list(Step))),
)


def holds(chat: Chat) -> None:
    """What is true of an athlete at any moment, and what more of one who is through."""
    athlete = chat.athlete
    if athlete.level is Level.BEGINNER:
        assert (athlete.days_per_week or 0) <= 3
    if athlete.insists:
        assert (athlete.level, athlete.wish) == (Level.BEGINNER, Goal.HYPERTROPHY)
    if onboarding.is_complete(chat.tx, ME) and chat.step is None:
        told = (athlete.wish, athlete.level, athlete.unit, athlete.gear, athlete.days_per_week)
        assert None not in told
        assert athlete.health in (Health.CLEAR, Health.FOUNDATION_ONLY)
        assert (athlete.level, athlete.can_squat) != (Level.BEGINNER, None)
        assert (athlete.rack is not None) == (athlete.gear in (Gear.FULL_GYM, Gear.BARBELL))


@settings(max_examples=150, deadline=None)
@given(st.lists(_ACTS, max_size=25))
@example([("press", Step.DAYS, "6"), ("train_now",), ("say", "no")])
def test_whatever_is_pressed_or_typed_in_any_order_stays_lawful(acts: list[tuple[str, ...]]) -> None:
    chat = Chat()
    chat.start()
    for name, *given_ in acts:
        if name not in ("say", "back") or chat.step is not None:
            getattr(chat, name)(*given_)
        holds(chat)
