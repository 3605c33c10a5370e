"""A line for everything that was not done: helpful, short enough for a toast, and for every code there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import core.coach
from bot.terminal.html import parse_html
from bot.views.refusals import LINES, line_of, refusal, refusal_toast
from bot.views.view import Toast, View
from core.model.outcomes import Unlogged
from core.training.notation.set_reading import Entry, Missing, Refusal
from core.units import Load
from tests.bot.views.builders import KG80, assert_fits_a_phone, card, done

TOAST_LETTERS = 200
SOURCE = "".join(path.read_text() for path in Path(core.coach.__file__).parent.rglob("*.py"))
GIVEN = {
    *re.findall(r'Unlogged\.of\(\s*"(\w+)"', SOURCE),
    *(f"missing_{part.value}" for part in Missing),
    *(why.value for why in Refusal),
}
GENERAL = "Send a set like <code>80 x 8</code>, or tap the green button."


def test_every_refusal_the_coach_gives_has_a_line_of_its_own():
    own_view = {"how_to_rest", "misread"}
    assert sorted(GIVEN - own_view - set(LINES)) == []


@pytest.mark.parametrize("code", LINES)
def test_every_line_fits_a_toast_and_a_message(code: str):
    refused = Unlogged.of(code, card(), name="x" * 40, words="80x8")
    toast, message = refusal_toast(refused), refusal(refused)
    assert 0 < len(toast.text) <= TOAST_LETTERS
    assert "<" not in toast.text
    assert "{" not in toast.text
    parse_html(message.text)
    assert_fits_a_phone(message)


def test_a_code_nobody_knows_gets_the_general_line_never_silence():
    assert line_of(Unlogged.of("no_such_code")) == f"That doesn't fit here. {GENERAL}"


def test_words_get_the_line_and_what_is_asked_now():
    refused = Unlogged.of("negative", card(set_number=2))
    assert refusal(refused) == View(
        f"Weights and reps start at zero. {GENERAL}\nNow: Bench press set 2, 80 kg × 10."
    )
    unknown = Unlogged.of("not_a_set", card(load=None, reps=15))
    assert refusal(unknown).text.endswith("\nNow: Bench press set 1, 15 reps.")


def test_a_tap_gets_plain_words():
    assert refusal_toast(Unlogged.of("not_a_set")) == Toast(
        "I didn't get that. Send a set like 80 x 8, or tap the green button."
    )


@pytest.mark.parametrize(
    ("refused", "line"),
    [
        (Unlogged.of("already", set=done(8, rir=2)),
         "Already logged: 80 kg × 8 @8. Reply to its card, or tap Fix, to change it."),
        (Unlogged.of("already", card("pull_up"), set=done(8, Load.kg(10), "pull_up")),
         "Already logged: bw + 10 kg × 8. Reply to its card, or tap Fix, to change it."),
        (Unlogged.of("already", card(), set=done(8, Load.kg(-20), "assisted_pull_up")),
         "Already logged: bw − 20 kg × 8. Reply to its card, or tap Fix, to change it."),
        (Unlogged.of("already", card("pull_up"), set=done(8, None, "pull_up")),
         "Already logged: bw × 8. Reply to its card, or tap Fix, to change it."),
        (Unlogged.of("already", card(), set=done(45, None, "plank")),
         "Already logged: 45 s. Reply to its card, or tap Fix, to change it."),
        (Unlogged.of("edit_unread", set=done(1, None, "push_up")),
         "I can't read that edit, so 1 rep stays. Send it like <code>80 x 8</code>."),
        (Unlogged.of("missing_reps", card(), entry=Entry(Load.lb(185), None)),
         "185 lb, how many times? Send both, like <code>80 x 8</code>."),
        (Unlogged.of("missing_reps", card("pull_up"), entry=Entry(Load.kg(10), None)),
         "bw + 10 kg, how many times? Send both, like <code>80 x 8</code>."),
        (Unlogged.of("missing_reps", card("pull_up"), entry=Entry(Load.kg(0), None)),
         "bodyweight, how many times? Send both, like <code>80 x 8</code>."),
        (Unlogged.of("missing_load", card(load=None), entry=Entry(None, 8)),
         "With which weight? Send both, like <code>40 x 10</code>."),
        (Unlogged.of("known_name", name="<zercher> & co"),
         "There is an exercise called “&lt;zercher&gt; &amp; co” already. /exercises finds it."),
    ],
)  # fmt: skip
def test_a_line_names_what_it_is_about(refused: Unlogged, line: str):
    assert line_of(refused) == line


def test_a_nod_while_resting_and_a_second_tap_are_told_without_the_next_set():
    for code in ("resting", "already"):
        refused = Unlogged.of(code, card(), set=done())
        assert refusal(refused) == View(line_of(refused))


def test_a_load_typed_outside_a_workout_is_said_in_its_unit():
    assert line_of(Unlogged.of("missing_reps", entry=Entry(KG80, None))).startswith("80 kg, how many")
    assert line_of(Unlogged.of("missing_reps")).startswith("The set, how many")
