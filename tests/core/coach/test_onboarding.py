from __future__ import annotations

from core.coach.interview import onboarding, typed_answers
from core.model.athlete import Freshness, Gear, Goal, Health, Level, Provenance, Rack
from core.model.onboarding import Asked, Complete, Note, Profile, Refused, Step
from core.units import Load, Unit
from tests.core.coach.asking import ME, Chat


def asked(outcome: object) -> Step:
    assert isinstance(outcome, Asked)
    return outcome.question.step


def complete(outcome: object) -> Complete:
    assert isinstance(outcome, Complete)
    return outcome


def test_a_powerlifter_in_pounds_is_through_by_eight_answers() -> None:
    chat = Chat()
    first = chat.start()
    assert asked(first) is Step.GOAL
    assert isinstance(first, Asked)
    assert first.question.greets
    assert not first.question.goes_back
    assert (first.question.number, first.question.count) == (1, 7)
    steps = [
        asked(chat.press("goal", "strength")),
        asked(chat.press("level", "experienced")),
        asked(chat.press("unit", "lb")),
        asked(chat.say("squat 405 bench 275x3 dead 500")),
        asked(chat.press("freshness", "recent")),
        asked(chat.press("gear", "full_gym")),
        asked(chat.press("days", "4")),
    ]
    assert steps == [Step.LEVEL, Step.UNIT, Step.MAXES, Step.FRESHNESS, Step.GEAR, Step.DAYS, Step.HEALTH]
    done = complete(chat.press("health", "none"))
    assert not done.lands
    assert done.assumed == frozenset()
    athlete = chat.athlete
    assert (athlete.wish, athlete.level, athlete.unit) == (Goal.STRENGTH, Level.EXPERIENCED, Unit.LB)
    assert (athlete.gear, athlete.days_per_week, athlete.health) == (Gear.FULL_GYM, 4, Health.CLEAR)
    assert athlete.rack == Rack.standard(Unit.LB)
    squat, bench = athlete.one_rep_max("back_squat"), athlete.one_rep_max("bench_press")
    assert squat is not None
    assert bench is not None
    assert (squat.load, squat.provenance, squat.freshness) == (
        Load.lb(405),
        Provenance.STATED,
        Freshness.RECENT,
    )
    assert bench.provenance is Provenance.ESTIMATED
    assert bench.load.value == Load.lb("302.5").value
    assert onboarding.is_complete(chat.tx, ME)


def test_a_beginner_is_told_why_and_asked_for_squats_instead_of_maxima() -> None:
    chat = Chat()
    chat.start()
    assert asked(chat.say("get bigger")) is Step.LEVEL
    assert asked(chat.say("No")) is Step.FOUNDATION
    assert asked(chat.say("ok")) is Step.UNIT
    outcome = chat.say("kg")
    assert asked(outcome) is Step.GEAR
    assert isinstance(outcome, Asked)
    assert (outcome.question.number, outcome.question.count) == (4, 6)
    assert asked(chat.say("dumbbells")) is Step.DAYS
    assert asked(chat.say("three")) is Step.HEALTH
    assert asked(chat.say("none")) is Step.SQUATS
    complete(chat.say("not yet"))
    athlete = chat.athlete
    assert (athlete.can_squat, athlete.insists, athlete.rack) == (False, False, None)
    assert athlete.foundation_since == chat.now


def test_a_beginner_may_insist_on_size_but_not_on_strength() -> None:
    size, strength = Chat(), Chat()
    for chat, goal in ((size, "size"), (strength, "strength")):
        chat.start()
        assert asked(chat.say_all(goal, "beginner")) is Step.FOUNDATION
    assert asked(size.press("foundation", "insist")) is Step.UNIT
    assert size.athlete.insists
    assert isinstance(strength.press("foundation", "insist"), Refused)
    assert not strength.athlete.insists


def test_changing_the_goal_takes_the_insisting_back() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "beginner", "insist", "kg", "bands", "2", "none", "yes")
    assert chat.athlete.insists
    chat.change("goal")
    assert asked(chat.press("goal", "strength")) is Step.FOUNDATION
    assert not chat.athlete.insists


def test_train_now_leaves_only_the_health_card_and_lands_on_the_plan() -> None:
    chat = Chat()
    chat.start()
    assert asked(chat.train_now()) is Step.HEALTH
    done = complete(chat.press("health", "none"))
    assert done.lands
    athlete = chat.athlete
    assert (athlete.level, athlete.wish, athlete.days_per_week) == (Level.BEGINNER, Goal.FOUNDATION, 2)
    assert (athlete.unit, athlete.gear, athlete.can_squat) == (Unit.KG, Gear.FULL_GYM, False)
    assert Step.HEALTH not in done.assumed
    assert {Step.GOAL, Step.LEVEL, Step.UNIT, Step.GEAR, Step.DAYS} <= done.assumed


def test_train_now_keeps_what_was_said_before_and_back_leaves_it() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced", "squat")
    chat.say("train now")
    assert chat.step is Step.HEALTH
    assert asked(chat.back()) is Step.UNIT
    chat.say("train now")
    assert complete(chat.say("none")).lands
    assert (chat.athlete.wish, chat.athlete.level) == (Goal.STRENGTH, Level.EXPERIENCED)


def test_everything_skipped_is_planned_with_careful_guesses() -> None:
    chat = Chat()
    chat.start(language="en-US")
    while not isinstance(outcome := chat.say("skip"), Complete):
        assert isinstance(outcome, Asked)
    athlete = chat.athlete
    assert athlete.health is Health.FOUNDATION_ONLY
    assert (athlete.level, athlete.unit) == (Level.BEGINNER, Unit.LB)
    assert Step.HEALTH in outcome.assumed


def test_skip_is_the_button_and_the_word() -> None:
    chat = Chat()
    chat.start()
    assert asked(onboarding.skip(chat.tx, ME, Step.GOAL, chat.now)) is Step.LEVEL
    assert asked(chat.say("skip")) is Step.UNIT
    assert chat.draft.passed == {Step.GOAL, Step.LEVEL}


def test_back_asks_again_and_returns_to_the_first_open_question() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "kg")
    assert asked(chat.back()) is Step.UNIT
    assert asked(chat.back()) is Step.LEVEL
    assert asked(chat.press("level", "experienced")) is Step.MAXES
    assert chat.athlete.level is Level.EXPERIENCED
    assert chat.athlete.unit is Unit.KG


def test_skip_after_back_keeps_the_answer_that_stood() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "lb")
    chat.back()
    assert asked(chat.press("unit", "skip")) is Step.MAXES
    assert chat.athlete.unit is Unit.LB
    assert Step.UNIT not in chat.draft.passed


def test_one_lift_at_a_time_adds_up_and_a_correction_replaces() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced", "kg", "squat 140")
    assert asked(chat.say("bench 100")) is Step.FRESHNESS
    assert asked(chat.say("squat 145")) is Step.FRESHNESS
    chat.say("older")
    assert {best.exercise_id: str(best.load) for best in chat.athlete.one_rep_maxes} == {
        "back_squat": "145 kg",
        "bench_press": "100 kg",
    }
    assert {best.freshness for best in chat.athlete.one_rep_maxes} == {Freshness.OLDER}


def test_a_weight_without_its_lift_is_asked_back_with_buttons() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced", "kg")
    outcome = chat.say("300lb")
    assert isinstance(outcome, Refused)
    assert (outcome.note, outcome.load) == (Note.WHICH_LIFT, Load.lb(300))
    assert asked(chat.press("maxes", f"deadlift={Load.lb(300).g}l1")) is Step.FRESHNESS
    best = chat.athlete.one_rep_max("deadlift")
    assert best is not None
    assert best.load == Load.lb(300)


def test_a_stranger_among_the_lifts_is_named_and_the_rest_kept() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("strength", "experienced", "kg")
    outcome = chat.say("squat 140 xyzzyq 100")
    assert isinstance(outcome, Asked)
    assert (outcome.question.step, outcome.note) == (Step.FRESHNESS, Note.UNKNOWN_LIFT)
    assert "xyzzyq" in outcome.offending


def test_not_knowing_the_numbers_passes_the_question_and_freshness() -> None:
    chat = Chat()
    chat.start()
    assert asked(chat.say_all("size", "intermediate", "kg", "idk")) is Step.GEAR
    assert chat.athlete.one_rep_maxes == ()


def test_maxima_count_as_guesses_until_their_age_is_said() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "kg", "bench 100", "train now", "none")
    best = chat.athlete.one_rep_max("bench_press")
    assert best is not None
    assert best.freshness is Freshness.GUESS


def test_a_pull_up_waits_for_the_bodyweight() -> None:
    chat = Chat()
    chat.start()
    outcome = chat.say_all("size", "intermediate", "kg", "pull-up 20")
    assert isinstance(outcome, Refused)
    assert outcome.note is Note.BODYWEIGHT_LATER


def test_seven_days_and_a_beginners_five_are_refused_kindly() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("foundation", "beginner", "kg", "gym")
    for text, note in (("7", Note.SEVEN_DAYS), ("5 days", Note.BEGINNER_DAYS), ("0", Note.NOT_UNDERSTOOD)):
        outcome = chat.say(text)
        assert isinstance(outcome, Refused)
        assert outcome.note is note
    assert asked(chat.say("3x a week")) is Step.HEALTH


def test_endurance_is_understood_without_a_button() -> None:
    chat = Chat()
    chat.start()
    assert asked(chat.say("endurance")) is Step.LEVEL
    assert chat.athlete.wish is Goal.ENDURANCE


def test_not_sure_explains_and_asks_the_same_again() -> None:
    chat = Chat()
    chat.start()
    outcome = chat.press("goal", "unsure")
    assert isinstance(outcome, Refused)
    assert outcome.note is Note.GOAL_HELP
    assert asked(chat.press("goal", "hypertrophy")) is Step.LEVEL


def test_a_sticker_is_answered_with_the_same_question() -> None:
    chat = Chat()
    chat.start()
    outcome = chat.say(None)
    assert isinstance(outcome, Refused)
    assert (outcome.note, outcome.question.step) == (Note.NOT_TEXT, Step.GOAL)


def test_someone_never_begun_is_told_nothing() -> None:
    chat = Chat()
    assert onboarding.answer(chat.tx, ME, Step.GOAL, "strength", chat.now) is None
    assert typed_answers.answer_text(chat.tx, ME, "hi", chat.now) is None
    assert onboarding.train_now(chat.tx, ME, chat.now) is None
    assert onboarding.current(chat.tx, ME) is None
    assert not onboarding.cancel(chat.tx, ME, chat.now).begun
    assert not onboarding.is_complete(chat.tx, ME)


def test_a_profile_is_shown_once_all_is_answered() -> None:
    chat = Chat()
    chat.start()
    chat.say_all("size", "intermediate", "kg", "idk", "gym", "3", "none")
    assert isinstance(chat.start(), Profile)
    assert isinstance(onboarding.current(chat.tx, ME), Profile)
