"""Every button and every command that is shown leads somewhere."""

from __future__ import annotations

from telegram.ext import CommandHandler, MessageHandler

from bot import callbacks
from bot.routes import BUTTONS, COMMANDS, conversation, table
from bot.views.words.help import COMMANDS as SHOWN

# The onboarding's conversation answers these itself.
ASKED = {callbacks.Answer, callbacks.Back, callbacks.TrainNow, callbacks.ChangeAnswer}


def test_every_kind_of_button_has_one_handler() -> None:
    assert set(BUTTONS) | ASKED == set(callbacks.kinds())
    assert set(BUTTONS) & ASKED == set()


def test_every_command_that_is_shown_is_taken() -> None:
    asking = conversation()
    taken = set(COMMANDS)
    for handler in [*asking.entry_points, *asking.fallbacks]:
        if isinstance(handler, CommandHandler):
            taken |= handler.commands
    assert {name for name, _ in SHOWN} <= taken


def test_commands_are_asked_before_the_conversation_and_words_last() -> None:
    """A command in the middle of a question is a command; whatever is left over gets its one line."""
    asking = conversation()
    handlers = table(asking)
    place = handlers.index(asking)
    *commands, a_file = handlers[:place]
    assert all(isinstance(handler, CommandHandler) for handler in commands)
    assert isinstance(a_file, MessageHandler)
    assert {name for handler in commands for name in handler.commands} == {*COMMANDS, "start"}  # type: ignore[attr-defined]
    assert len(handlers) > place + 3
