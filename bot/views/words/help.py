"""What can be said and tapped, on one screen; and a line for everything nobody understood."""

from __future__ import annotations

from bot.callbacks import ShowPlan
from bot.texts import join, say, word
from bot.views.sets import nth_words, set_words
from bot.views.view import Button, Style, View
from core.model.outcomes import SetCard, Unlogged

COMMANDS = (
    ("start", "Your profile, or where you left off"),
    ("plan", "Your next session: /plan, /plan strength, /plan size 30min, /plan push a"),
    ("undo", "Take back what you did last"),
    ("rest", "A rest timer by hand: /rest 90"),
    ("log", "Log sets without a plan: /log squat 100x5"),
    ("exercises", "Search, favourites, your own"),
    ("progress", "An exercise over time: /progress bench"),
    ("records", "Your best sets: /records bench"),
    ("max", "The most you can lift once: /max squat 150"),
    ("volume", "This week's sets per muscle"),
    ("calendar", "Your training days"),
    ("history", "Past workouts: look, correct, repeat"),
    ("weight", "Your own weight over time: /weight 80"),
    ("measure", "Other measures: /measure waist 84"),
    ("programme", "Your weeks: split, days ahead, sets so far"),
    ("routines", "Workouts you saved: plan, edit, rename"),
    ("remind", "Days and times to be reminded: /remind mon wed fri 18:00"),
    ("settings", "Language, unit, bar and plates, rest, time"),
    ("finish", "End the workout and see the recap"),
    ("help", "How to log sets, and all commands"),
    ("export", "Take everything with you: a table and JSON"),
    ("privacy", "What I keep about you, and how long"),
    ("forget", "Erase everything I keep about you"),
    ("cancel", "Leave the questions; answers are kept"),
)


OBVIOUS = ("help", "cancel")
NO_LONGER_VALID = "That button is no longer valid. /start shows where you are."
# The commands as /help lists them; what no group names stands in the last one.
GROUPS = (
    ("Train", ("plan", "programme", "routines", "undo", "rest", "log", "finish")),
    ("Look up", ("exercises", "progress", "records", "volume", "calendar", "history")),
    ("Yours", ("start", "settings", "remind", "max", "weight", "measure", "export", "privacy", "forget")),
)


def _grouped() -> list[tuple[str, list[str]]]:
    listed = [name for name, _ in COMMANDS if name not in OBVIOUS]
    grouped = {name: label for label, names in GROUPS for name in names}
    return [
        (label, [name for name in listed if grouped.get(name, GROUPS[-1][0]) == label]) for label, _ in GROUPS
    ]


def help_card() -> View:
    """How sets are logged, and the commands."""
    lines = [
        say("<b>Log a set</b> with the green button, or send what you did:"),
        say("<code>8</code> – eight reps with the weight on the card"),
        say("<code>80 x 8</code> or <code>80 kg x 8</code> – another weight"),
        say("<code>8 8 7</code> – three sets at once"),
        say("<code>8 @8</code> – how hard, from 1 to 10: at 8 you had two reps left"),
        say("<code>same</code>, <code>skip</code>, <code>+2.5</code>, “rack is taken”, “it hurts” work too."),
        say("To correct a set, reply to its card or edit your message."),
        say("\n<b>Commands</b>"),
        *(
            say("{group}: {names}", group=word(label), names=" ".join(f"/{name}" for name in names))
            for label, names in _grouped()
        ),
        say("Or say it whole: <code>/plan size 30min</code>, <code>/log squat 100x5</code>."),
    ]
    return View(join(lines))


def how_to_log() -> View:
    """What /log takes."""
    return View(
        say("Name the exercise and the set: <code>/log squat 100x5</code>, or just <code>squat 100x5</code>.")
    )


def hello(card: SetCard | Unlogged) -> View:
    """A greeting back, and the next step."""
    if isinstance(card, Unlogged) and card.code == "stranger":
        return View(
            say("Hi! I'm Spotter, a strength coach. A minute of questions, and you have a plan."),
            ((Button(word("Let's start"), ShowPlan(), Style.SUCCESS),),),
        )
    if isinstance(card, Unlogged):
        return View(
            say("Hi! /plan shows your next session."), ((Button(word("Plan my session"), ShowPlan()),),)
        )
    return View(say("Hi! You're at {where}.", where=_where(card)))


def unknown_command() -> View:
    """An unknown command."""
    return View(say("I don't know that command. /plan plans, /help lists all of them."))


def not_text(card: SetCard | None) -> View:
    """Something that is no text."""
    if card is None:
        return View(say("Nice, but I only read text and buttons. /plan shows your next session."))
    return View(say("Nice, but I only read text and buttons. You're at {where}.", where=_where(card)))


def _where(card: SetCard) -> str:
    asked = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
    nth = f" {card.set_number}/{card.sets}" if card.sets else f", {nth_words(card)}"
    return f"{word(card.exercise.name)}{nth}: {asked}"
