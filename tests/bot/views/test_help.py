from __future__ import annotations

from datetime import timedelta

import pytest

from bot.callbacks import ShowPlan
from bot.views.view import Button, View
from bot.views.words.help import COMMANDS, OBVIOUS, hello, help_card, not_text, unknown_command
from bot.views.workout.rest import how_to_rest, resting
from core.model.outcomes import Unlogged
from core.training.notation.set_reading import Sets
from core.training.set_notation import read_set
from core.units import Unit
from tests.bot.views.builders import KG80, NOW, assert_fits_a_phone, card, plain, read_against

COMMAND_LETTERS, DESCRIPTION_LETTERS = 32, 256


def test_help_is_one_screen_with_every_command():
    view = help_card()
    assert_fits_a_phone(view)
    listed = plain(view).split("Commands\n")[1].split("\n")[:-1]
    named = [word for line in listed for word in line.split() if word.startswith("/")]
    assert sorted(named) == sorted(f"/{name}" for name, _ in COMMANDS if name not in OBVIOUS)


@pytest.mark.parametrize("typed", ["8", "80 x 8", "80 kg x 8", "8 8 7", "8 @8"])
def test_what_help_promises_is_read(typed: str):
    assert f"<code>{typed}</code>" in help_card().text
    assert isinstance(read_set(typed, read_against("bench_press", KG80, 8), Unit.KG), Sets)


def test_commands_are_what_telegram_takes():
    names = [name for name, _ in COMMANDS]
    assert len(set(names)) == len(names)
    for name, what in COMMANDS:
        assert name.isascii()
        assert name.islower()
        assert 0 < len(name) <= COMMAND_LETTERS
        assert 0 < len(what.partition(":")[0]) <= DESCRIPTION_LETTERS


def test_a_greeting_is_answered_with_the_next_step():
    plan = ((Button("Plan my session", ShowPlan()),),)
    assert hello(Unlogged.of("no_workout")) == View("Hi! /plan shows your next session.", plan)
    assert hello(Unlogged.of("stranger")).rows[0][0].label == "Let's start"
    assert hello(card(set_number=2)) == View("Hi! You're at Bench press 2/4: 80 kg × 10.")
    assert hello(card(load=None, reps=15)).text == "Hi! You're at Bench press 1/4: 15 reps."


def test_what_is_no_text_gets_a_friendly_line():
    assert not_text(None) == View("Nice, but I only read text and buttons. /plan shows your next session.")
    lifting = not_text(card("plank", load=None, reps=45)).text
    assert lifting == "Nice, but I only read text and buttons. You're at Plank 1/4: 45 s."


def test_an_unknown_command_is_told_where_the_known_ones_are():
    assert unknown_command().text == "I don't know that command. /plan plans, /help lists all of them."


@pytest.mark.parametrize(("seconds", "told"), [(90, "90 s"), (180, "3 min"), (0, "0 s"), (-5, "0 s")])
def test_a_rest_by_hand_counts_down_on_the_phone_and_comes_without_a_sound(seconds: int, told: str):
    until = NOW + timedelta(seconds=seconds)
    rings_at = until + timedelta(hours=1)
    unix = int(rings_at.timestamp())
    assert resting(rings_at, until, NOW) == View(
        f'⏱ Rest. The bell rings <tg-time unix="{unix}" format="r">in {told}</tg-time>.', silent=True
    )


def test_what_rest_takes():
    assert plain(how_to_rest()).splitlines() == [
        "Send /rest 90 for 90 seconds (5 s to 60 min), /rest off to stop it.",
        "For one exercise, from now on: /rest 120 bench (15 s to 10 min).",
    ]
