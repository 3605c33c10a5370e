from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest

from bot import callbacks
from bot.callbacks import Answer, Back, ChangeAnswer, ShowPlan, TrainNow, decode, encode
from bot.outgoing.markup import markup_of
from bot.views.interview.onboarding import (
    bell_view,
    folded,
    group_view,
    left_view,
    outcome_view,
    question_view,
    toast_of,
    unknown_athlete_view,
)
from bot.views.view import Button, View
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance
from core.model.onboarding import (
    Ailment,
    Asked,
    Complete,
    Left,
    Note,
    Outcome,
    Profile,
    Question,
    Refused,
    Step,
    ToldLift,
)
from core.units import Load, Unit

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
TOLD = (
    ToldLift("Back squat", OneRepMax("back_squat", Load.kg(140), Provenance.STATED, NOW)),
    ToldLift(
        "Bench press",
        OneRepMax("bench_press", Load.kg("116.67"), Provenance.ESTIMATED, NOW),
        Load.kg(105),
        Load.kg("128.34"),
    ),
)
ATHLETES = [
    Athlete(1, 1),
    Athlete(1, 1, Goal.HYPERTROPHY, Level.BEGINNER, Unit.KG, Gear.BANDS, 2, Health.CLEAR, True),
    Athlete(1, 1, Goal.POWER, Level.BEGINNER, Unit.LB, Gear.FULL_GYM, 1, Health.FOUNDATION_ONLY, False),
    Athlete(1, 1, Goal.STRENGTH, Level.EXPERIENCED, Unit.LB, Gear.BARBELL, 4, Health.CLEAR),
]


def question(step: Step, athlete: Athlete = ATHLETES[0], changing: bool = False) -> Question:
    return Question(step, 3, 7, athlete, changing=changing, told=TOLD)


def presses(view: View) -> list[object]:
    return [button.press for row in view.rows for button in row]


def outcomes() -> list[Outcome]:
    found: list[Outcome] = []
    for athlete, step in itertools.product(ATHLETES, Step):
        asked = question(step, athlete)
        found.append(Asked(asked, answered=step))
        found += [Refused(asked, note, Load.lb(300), 5, "a<b") for note in Note]
        found += [Asked(asked, note=note, offending="a<b") for note in Note]
    for athlete in ATHLETES[1:]:
        found.append(Complete(athlete, TOLD, frozenset(Step), answered=Step.HEALTH))
        found.append(Complete(athlete, (), changed=Step.UNIT, answered=Step.UNIT))
        found.append(Profile(athlete, TOLD, frozenset(), Note.OLD_BUTTON))
    return found


def test_every_message_is_short_and_every_button_travels() -> None:
    for outcome in outcomes():
        view = outcome_view(outcome)
        assert 0 < len(view.text) <= 900
        assert "a<b" not in view.text
        assert markup_of(view.rows) is not None
        for press in presses(view):
            assert press is not None
            assert decode(encode(press)) == press  # type: ignore[arg-type]
        assert all(0 < len(button.label) <= 36 for row in view.rows for button in row)
        assert len(toast_of(outcome).text) <= 200
        fold = folded(outcome)
        assert fold is None or fold.rows == ()


@pytest.mark.parametrize("step", list(Step))
def test_a_question_shows_its_place_and_the_ways_on(step: Step) -> None:
    view = question_view(question(step))
    assert view.text.startswith("<b>3/7</b> · ")
    assert Back(step.value) in presses(view)
    at_health = step in (Step.HEALTH, Step.AILMENTS, Step.DOCTOR, Step.SQUATS)
    assert (TrainNow() in presses(view)) is not at_health
    assert Answer(step.value, "skip") in presses(view)


@pytest.mark.parametrize("step", list(Step))
def test_a_single_change_shows_neither_place_nor_train_now(step: Step) -> None:
    view = question_view(question(step, changing=True))
    assert "3/7" not in view.text
    assert TrainNow() not in presses(view)
    assert Button("Keep as it is", Back(step.value)) in view.rows[-1]


def test_the_unit_question_word_for_word() -> None:
    assert question_view(question(Step.UNIT)) == View(
        "<b>3/7</b> · Kilograms or pounds?\n"  # type: ignore[arg-type]
        "I show weights and plates in it. Both are understood when you type.",
        (
            (Button("kg", Answer("unit", "kg")), Button("lb", Answer("unit", "lb"))),
            (
                Button("‹ Back", Back("unit")),
                Button("Skip", Answer("unit", "skip")),
                Button("Train now", TrainNow()),
            ),
        ),
    )


def test_only_the_first_message_introduces_spotter() -> None:
    first = Question(Step.GOAL, 1, 7, ATHLETES[0], goes_back=False, greets=True)
    assert "I'm <b>Spotter</b>" in question_view(first).text
    assert "I'm <b>Spotter</b>" not in question_view(question(Step.GOAL)).text


def test_not_sure_is_explained_in_five_lines_and_recommends() -> None:
    view = outcome_view(Refused(question(Step.GOAL), Note.GOAL_HELP))
    assert len(view.text.splitlines()) == 6
    assert Button("Size (recommended)", Answer("goal", "hypertrophy")) in view.rows[0]


@pytest.mark.parametrize("goal", [Goal.STRENGTH, Goal.ENDURANCE, Goal.POWER])
def test_only_size_may_be_insisted_on(goal: Goal) -> None:
    size, other = (
        question_view(question(Step.FOUNDATION, Athlete(1, 1, wish, Level.BEGINNER)))
        for wish in (Goal.HYPERTROPHY, goal)
    )
    assert Answer("foundation", "insist") in presses(size)
    assert Answer("foundation", "insist") not in presses(other)
    for view in (size, other):
        assert "<b>4</b> weeks and <b>8</b> workouts" in view.text


def test_an_estimate_is_shown_with_its_error() -> None:
    text = question_view(question(Step.FRESHNESS)).text
    assert "Back squat <b>140 kg</b>" in text
    assert "Bench press ≈ <b>117 kg</b> (± 10 %: 105–128), estimated from your set" in text


def test_ticks_are_toggled_by_their_own_button() -> None:
    ticked = frozenset({Ailment.JOINT})
    view = outcome_view(Refused(question(Step.AILMENTS), Note.TICKING, ailments=ticked))
    labels = {button.label: button.press for row in view.rows for button in row}
    assert labels["☑ Joint injury"] == Answer("ailments", "t0")
    assert labels["☐ Pregnant"] == Answer("ailments", "t24")
    assert labels["Done"] == Answer("ailments", "d8")


def test_a_lone_weight_is_offered_to_five_lifts() -> None:
    view = outcome_view(Refused(question(Step.MAXES), Note.WHICH_LIFT, Load.kg(100), 5))
    assert view.text == "<b>100 kg × 5</b>: of which lift?"
    assert view.rows[0][1] == Button("Bench press", Answer("maxes", "bench_press=100000k5"))


def test_the_summary_plans_rings_and_says_what_was_guessed() -> None:
    view = outcome_view(Complete(ATHLETES[1], (), frozenset({Step.GEAR})))
    assert presses(view) == [ShowPlan(), callbacks.TestBell(), ChangeAnswer("any")]
    assert "Equipment: <b>Bands</b> (my guess)" in view.text
    assert "Days a week: <b>2</b>\n" in view.text
    assert "unmute this chat" in view.text


@pytest.mark.parametrize(
    ("athlete", "words"),
    [
        (ATHLETES[1], "Foundation comes first; size opens after 4 weeks"),
        (ATHLETES[2], "light foundation training"),
        (ATHLETES[2], "American Heart Association"),
    ],
)
def test_the_summary_tells_what_is_really_trained(athlete: Athlete, words: str) -> None:
    assert words in outcome_view(Complete(athlete)).text


def test_a_profile_has_a_button_for_each_answer() -> None:
    beginner, experienced = (presses(outcome_view(Profile(athlete))) for athlete in ATHLETES[1:4:2])
    assert ChangeAnswer("squats") in beginner
    assert ChangeAnswer("maxes") not in beginner
    assert ChangeAnswer("maxes") in experienced
    for step in ("goal", "level", "unit", "gear", "days", "health"):
        assert ChangeAnswer(step) in beginner
        assert ChangeAnswer(step) in experienced


def test_leaving_says_how_to_come_back() -> None:
    for left in (Left(False), Left(True), Left(True, changing=True)):
        assert "/start" in left_view(left).text


def test_a_group_gets_a_link_and_no_question() -> None:
    view = group_view("some_bot")
    assert [button.url for row in view.rows for button in row] == ["https://t.me/some_bot?start=hello"]
    assert presses(view) == [None]


def test_the_bell_is_heard() -> None:
    assert not bell_view().silent
    assert "Unmute" in bell_view().text
    assert "/start" in unknown_athlete_view().text
