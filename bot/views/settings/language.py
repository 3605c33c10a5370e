"""The setting of the language: what Telegram says, or one of those Spotter speaks, by its own name."""

from __future__ import annotations

from bot.callbacks import ChooseLanguage
from bot.texts import Html, join, language_name, languages, say, speaking, spoken, word
from bot.views.settings.gym_settings import back_row, chosen
from bot.views.view import Button, View
from core.model.athlete import Athlete


def language_line(athlete: Athlete) -> Html:
    """The language that is spoken, and whether it was chosen."""
    if athlete.chosen_language is None:
        return say("Language: <b>{language}</b>, as Telegram says", language=language_name(spoken()))
    return say("Language: <b>{language}</b>", language=language_name(athlete.chosen_language))


def language_menu(athlete: Athlete) -> View:
    """One button for what Telegram says, and one for each language."""
    with speaking(athlete.language):
        phones = language_name(spoken())
    told = athlete.chosen_language
    usual = chosen(word("As Telegram says ({language})", language=phones), is_so=told is None)
    each = tuple(
        Button(chosen(language_name(code), is_so=told == code), ChooseLanguage(code)) for code in languages()
    )
    text = join(
        [
            language_line(athlete),
            say("I talk to you in it; what you type may be in either, and exercises too."),
        ]
    )
    return View(text, ((Button(usual, ChooseLanguage()),), each, back_row()))
