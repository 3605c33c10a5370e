from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import (
    DoLater,
    FillCard,
    LogSet,
    MoreOnCard,
    SkipSet,
    SwapExercise,
    WarmUpDone,
    WarmUpsDone,
    WhySet,
)
from bot.views.view import Button, Style, View
from bot.views.workout.card_buttons import help_label, step_label
from bot.views.workout.set_card import set_card, with_reps
from core.catalogue import catalogue
from core.model.athlete import Goal
from core.model.outcomes import PlateStep, SetCard
from core.model.session import Measure, WarmUp
from core.model.workout import Comfort
from core.units import Load, Unit
from tests.bot.views.builders import KG80, all_done, asked, assert_fits_a_phone, card, ex, labels, plain

RAMP = (WarmUp(Load.kg(20), 8), WarmUp(Load.kg("32.5"), 5), WarmUp(Load.kg(65), 2))
FIVE = tuple(map(Load.kg, (20, 30, 40, 60, 80)))
LAST_ROW = (
    Button("Skip", SkipSet(7, 0, 1)),
    Button("Later", DoLater(7, 0)),
    Button("Swap", SwapExercise(7, 0)),
    Button("Why?", WhySet(7, 0, 1)),
    Button("More", MoreOnCard(7, 0, 1)),
)


def lines(shown: SetCard) -> list[str]:
    return plain(set_card(shown)).split("\n")


def test_the_first_card_of_a_workout():
    shown = card(
        plates=(2000, 1000), prescription=asked(warm_ups=RAMP), warm_ups=RAMP, bar=Load.kg(20),
        alone=True, exercises=2, lighter=Load.kg("77.5"), heavier=Load.kg("82.5"),
    )  # fmt: skip
    assert set_card(shown) == View(
        "<b>Bench press</b> · set 1 of 4 · <b>80 kg × 10</b>\n"
        "20+10 a side · exercise 1 of 2\n"
        "Warm-up first: bar × 8 · 32.5 × 5 · 65 × 2\n"
        "Alone? Set the safety pins.\n"
        "<i>Squeeze shoulder blades together, feet planted.</i>",
        (
            (
                Button("bar × 8", WarmUpDone(7, 0, 1)),
                Button("32.5 × 5", WarmUpDone(7, 0, 2)),
                Button("65 × 2", WarmUpDone(7, 0, 3)),
            ),
            (Button("Warm-up done", WarmUpsDone(7, 0)),),
            (Button("✅ 80 kg × 10", LogSet(7, 0, 1, KG80, 10), Style.SUCCESS),),
            (
                Button("9", LogSet(7, 0, 1, KG80, 9)),
                Button("8", LogSet(7, 0, 1, KG80, 8)),
                Button("−2.5 kg", FillCard(7, 0, 1, Load.kg("77.5"), 10)),
                Button("+2.5 kg", FillCard(7, 0, 1, Load.kg("82.5"), 10)),
            ),
            LAST_ROW,
        ),
    )


def test_from_the_second_set_on_only_what_changes_is_said():
    shown = card(
        set_number=3, plates=(2000, 500, 250), plate_step=PlateStep((1000,), (500, 250)), exercises=5,
        last_time=all_done([(KG80, 10), (KG80, 8), (Load.kg(75), 8)]),
    )  # fmt: skip
    assert lines(shown) == [
        "Bench press · set 3 of 4 · 80 kg × 10",
        "swap 10 → 5+2.5 a side",
        "Last time: 75 kg × 8",
    ]


def test_the_first_set_tells_the_whole_last_time_a_later_one_its_own_or_nothing():
    before = all_done([(KG80, 10), (KG80, 8)])
    assert "Last time: 80 kg × 10, 8" in lines(card(last_time=before))
    assert "Last time: 80 kg × 8" in lines(card(set_number=2, last_time=before))
    assert not any("Last time" in line for line in lines(card(set_number=3, last_time=before)))


def test_the_last_set_asks_how_it_felt_with_the_tap_that_logs_it():
    view = set_card(card(set_number=4, lighter=Load.kg("77.5"), plates=(2000,), plate_step=PlateStep((), ())))
    assert view.text == (
        "<b>Bench press</b> · set 4 of 4 · <b>80 kg × 10</b>\nsame plates\n"
        "Last set: tap how many more you could have done."
    )
    assert view.rows[:3] == (
        (Button("✅ 10 · easy (3+ left)", LogSet(7, 0, 4, KG80, 10, Comfort.EASY), Style.SUCCESS),),
        (Button("✅ 10 · 1–2 left", LogSet(7, 0, 4, KG80, 10, Comfort.RIGHT), Style.SUCCESS),),
        (Button("✅ 10 · all I had", LogSet(7, 0, 4, KG80, 10, Comfort.ALL_OUT), Style.SUCCESS),),
    )
    assert view.rows[3] == (
        Button("9", FillCard(7, 0, 4, KG80, 9)),
        Button("8", FillCard(7, 0, 4, KG80, 8)),
        Button("+1", FillCard(7, 0, 4, KG80, 11)),
        Button("+2", FillCard(7, 0, 4, KG80, 12)),
    )
    assert labels(view)[4:] == [["−2.5 kg"], ["Skip", "Swap", "Why?", "More"]]


def test_more_reps_are_offered_in_a_last_size_set_alone():
    strong = asked(goal=Goal.STRENGTH, reps=5, sets=1)
    assert labels(set_card(card(prescription=strong)))[3] == ["4", "3"]
    assert labels(set_card(card(reps=1, sets=2)))[1] == ["Skip", "Swap", "Why?", "More"]
    assert labels(set_card(card(reps=2, sets=2)))[1] == ["1"]


def test_other_reps_put_on_the_card_are_what_its_buttons_log():
    view = set_card(with_reps(card(set_number=4), 9))
    assert "<b>80 kg × 9</b>" in view.text
    assert view.rows[0][0].press == LogSet(7, 0, 4, KG80, 9, Comfort.EASY)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (card("push_up", load=None, reps=12),
         ["Push-up · set 1 of 4 · 12 reps", "Make one straight line from head to heels."]),
        (card("plank", 4, load=None, reps=45), ["Plank · set 4 of 4 · 45 s", "Last set: tap how it felt."]),
        (card("side_plank", 2, load=None, reps=30), ["Side plank · set 2 of 4 · 30 s each side"]),
        (card("dead_bug", 2, load=None, reps=10), ["Dead bug · set 2 of 4 · 10 reps in all, sides in turn"]),
        (card("walking_lunge", load=Load.kg(12), exercises=5, place=2),
         ["Walking lunge · set 1 of 4 · 12 kg × 10 each leg", "12 kg in each hand · exercise 2 of 5",
          "Take a long step and drop the back knee."]),
        (card("barbell_lunge", 2, load=Load.kg(40), plates=(1000,), plate_step=PlateStep((), ())),
         ["Barbell lunge · set 2 of 4 · 40 kg × 10 each leg", "same plates"]),
        (card("dumbbell_curl", 2, load=Load.kg(10)), ["Dumbbell curl · set 2 of 4 · 10 kg × 10"]),
        (card("assisted_pull_up", load=Load.kg(-20), reps=8),
         ["Assisted pull-up · set 1 of 4 · bw − 20 kg × 8", "20 kg of help",
          "Start from straight arms, pull shoulders down."]),
        (card("pull_up", load=Load.kg(0), reps=8),
         ["Pull-up · set 1 of 4 · bw × 8", "just your bodyweight",
          "Start from a full hang, shoulders pulled down."]),
        (card("back_squat", load=None, reps=10),
         ["Back squat · set 1 of 4 · 10 reps", "without weight",
          "Brace before you bend, bar over mid-foot."]),
        (card(load=Load.kg(20), plates=(), sets=3),
         ["Bench press · set 1 of 3 · 20 kg × 10", "empty bar",
          "Squeeze shoulder blades together, feet planted."]),
        (card(load=Load.lb(135), plates=(4500,), set_number=2),
         ["Bench press · set 2 of 4 · 135 lb × 10", "45 a side"]),
        (card("leg_press", load=Load.kg(100)),
         ["Leg press · set 1 of 4 · 100 kg × 10", "count the plates only",
          "Keep hips and lower back flat on the pad."]),
    ],
)  # fmt: skip
def test_every_sort_of_exercise_reads_well(shown: SetCard, told: list[str]):
    assert lines(shown) == told


def test_seconds_are_logged_and_shortened_by_five():
    view = set_card(card("plank", load=None, reps=45, sets=2))
    assert view.rows[0][0] == Button("✅ 45 s", LogSet(7, 0, 1, None, 45), Style.SUCCESS)
    assert labels(view)[1] == ["40 s", "35 s"]
    last = set_card(card("plank", 2, load=None, reps=45, sets=2))
    assert labels(last)[:4] == [
        ["✅ 45 s · easy"], ["✅ 45 s · just right"], ["✅ 45 s · all I had"], ["40 s", "35 s"],
    ]  # fmt: skip


def test_a_new_exercise_is_explained_a_known_one_gets_one_cue_and_the_next_set_none():
    new = plain(set_card(card(is_new=True)))
    assert new.endswith(
        "How?\n• Squeeze shoulder blades together, feet planted\n"
        "• Lower to mid-chest, elbows about 60 degrees out\n"
        "Common mistake: Flaring the elbows and bouncing off the chest"
    )
    assert set_card(card(is_new=True)).text.count("<blockquote expandable>") == 1
    assert lines(card(is_new=False))[-1] == "Squeeze shoulder blades together, feet planted."
    assert lines(card(is_new=True, set_number=2)) == ["Bench press · set 2 of 4 · 80 kg × 10"]


@pytest.mark.parametrize(
    ("tempo", "told"),
    [
        ("4/2/1", "Slowly: down 4 s, hold 2 s, up 1 s."),
        ("X", "Fast up, good form. Stop one clean rep early."),
        ("2/0/2", None),
    ],
)
def test_tempo_is_said_in_words_where_it_matters(tempo: str, told: str | None):
    shown = lines(card(prescription=asked(tempo=tempo)))
    assert shown[1:-1] == ([told] if told else [])
    hold = asked("plank", load=None, reps=45, tempo=tempo)
    assert told not in lines(card("plank", prescription=hold))


def test_no_known_load_is_asked_for_and_no_number_said_before_the_tap():
    first = asked(load=None, reps=15, rir_target=(3, 4), loads_offered=FIVE, goal=Goal.FOUNDATION, sets=2)
    view = set_card(card(prescription=first, loads_offered=FIVE, bar=Load.kg(20), exercises=4))
    assert view.text == (
        "<b>Bench press</b> · set 1 of 2\nExercise 1 of 4\n"
        "Pick a weight (the 20 kg bar counts) you could lift about <b>18</b> times, and do <b>15 reps</b>.\n"
        "Another one? Just send it, like <code>40 kg x 15</code>.\n"
        "<i>Squeeze shoulder blades together, feet planted.</i>"
    )
    offers = tuple(Button(str(one), FillCard(7, 0, 1, one, 15)) for one in FIVE)
    assert view.rows == (offers[:3], offers[3:], LAST_ROW)


@pytest.mark.parametrize(
    ("exercise_id", "reps", "offered", "told", "row"),
    [
        ("walking_lunge", 15, FIVE[:2],
         "Pick a weight for each hand you could lift about 16 times, and do 15 reps each leg.",
         ["20 kg", "30 kg"]),
        ("leg_press", 15, FIVE[:1],
         "Pick a weight (just the plates) you could lift about 16 times, and do 15 reps.", ["20 kg"]),
        ("farmers_carry", 20, FIVE[:1],
         "Pick a weight that still feels steady at the end, and do 20 m.", ["20 kg"]),
        ("pull_up", 8, tuple(map(Load.kg, (-40, -20, 0))),
         "Pick the help that lets you do about 9, and do 8 reps.", ["40 kg help", "20 kg help", "no help"]),
        ("bench_press", 15, tuple(map(Load.lb, (45, 65))),
         "Pick a weight you could lift about 16 times, and do 15 reps.", ["45 lb", "65 lb"]),
    ],
)  # fmt: skip
def test_a_load_is_found_for_every_sort_of_exercise(exercise_id, reps, offered, told, row):
    view = set_card(card(exercise_id, load=None, reps=reps, loads_offered=offered))
    assert told in plain(view).split("\n")
    assert labels(view) == [row, ["Skip", "Swap", "Why?", "More"]]


@pytest.mark.parametrize(
    ("now", "then", "label"),
    [
        (80, "77.5", "−2.5 kg"), (80, 85, "+5 kg"), (0, 5, "+5 kg"), (10, "7.5", "−2.5 kg"),
    ],
)  # fmt: skip
def test_a_step_says_its_sign_and_unit(now, then, label: str):
    assert step_label(Load.kg(now), Load.kg(then)) == label
    assert help_label(Load.kg(now), Load.kg(then)) == label
    assert step_label(Load.lb(135), Load.lb(140)) == "+5 lb"


@pytest.mark.parametrize(
    ("now", "then", "label"),
    [
        (-20, -25, "5 kg more help"), (-20, -15, "5 kg less help"),
        (0, -5, "5 kg more help"), (-5, 0, "5 kg less help"),
    ],
)  # fmt: skip
def test_a_step_of_help_says_what_it_does(now: int, then: int, label: str):
    assert help_label(Load.kg(now), Load.kg(then)) == label
    shown = card("assisted_pull_up", load=Load.kg(now), heavier=Load.kg(then))
    assert label in labels(set_card(shown))[1]


@st.composite
def cards(draw: st.DrawFn) -> SetCard:
    """Any exercise at any of its sets, with all that can stand on a card at once."""
    exercise = draw(st.sampled_from(list(catalogue().values())))
    unit = draw(st.sampled_from(Unit))
    number, of = sorted((draw(st.integers(1, 6)), draw(st.integers(1, 6))))
    found = draw(st.booleans()) and exercise.takes_load
    offers = tuple(Load.of(20 * step, unit) for step in range(1, 6)) if found else ()
    load = Load.of("82.5", unit) if exercise.takes_load and not found else None
    tempo = draw(st.sampled_from(["4/2/1", "2/0/2", "X"]))
    told = asked(exercise.id, load=load, reps=draw(st.integers(1, 20)), sets=of, tempo=tempo)
    usual = card(exercise.id, number, prescription=told, loads_offered=offers, exercises=6)
    last = all_done([(load, 12)] * draw(st.integers(0, 5)), exercise.id)
    steps = (Load.of(80, unit), Load.of(85, unit)) if load else (None, None)
    bar = exercise.uses_bar
    return replace(
        usual, last_time=last, lighter=steps[0], heavier=steps[1], is_new=draw(st.booleans()), alone=bar,
        warm_ups=RAMP if load and number == 1 else (), plates=(2000, 1000, 125) if bar and load else None,
    )  # fmt: skip


@given(cards())
def test_no_card_is_taller_than_a_phone_and_its_first_line_says_it_all(shown: SetCard):
    view = set_card(shown)
    assert_fits_a_phone(view)
    first = plain(view).split("\n")[0]
    assert first.startswith(f"{shown.exercise.name} · set {shown.set_number} of {shown.sets}")
    assert (str(shown.target.reps) in first) is (not shown.loads_offered) or shown.target.reps < 10
    if shown.prescription.measure is Measure.SECONDS:
        assert " s" in first
    assert ex(shown.exercise.id).cues[0] in plain(view) or shown.set_number > 1


def test_later_stands_where_another_exercise_follows():
    assert labels(set_card(card(place=1, exercises=2)))[-1] == ["Skip", "Later", "Swap", "Why?", "More"]
    assert labels(set_card(card(place=2, exercises=2)))[-1] == ["Skip", "Swap", "Why?", "More"]
