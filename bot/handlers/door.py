"""The door: who may come in, who can't be told apart from others, and what is none of ours.

With ALLOWED_IDS set, Spotter is a private club, and others get one polite line.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, filters

from bot.context import MESSAGE_LIMIT, Context
from bot.handlers.mentions import SLASH, is_for_the_bot, is_named, message_of
from bot.texts import say, word
from bot.views.view import Toast, View
from bot.views.words.help import COMMANDS
from core.coach.words import overhearing, wording

CLOSED = "This is a private Spotter. Whoever runs it can let you in: your id is {id}."

OURS = frozenset(name for name, _ in COMMANDS) | {"start", "cancel"}

ANOTHERS = "That one is for {name}. Send /plan or /log for your own."

UNKNOWN = "I can't tell who you are: you write as a group or a channel. Write as yourself, and we can train."


async def keep_door(update: Update, context: Context) -> None:
    """Let members pass to the routes; tell anybody else once an update, and stop there."""
    user = update.effective_user
    if user is not None and user.id == context.bot.id:
        await _tidy(update, context)
        raise ApplicationHandlerStop
    if user is None or update.effective_sender is not user:
        await _nobody(update, context)
        raise ApplicationHandlerStop
    if user.is_bot:  # never answered: two bots that answer each other have no end
        raise ApplicationHandlerStop
    if context.in_group and not await _is_ours(update, context):
        raise ApplicationHandlerStop
    if context.in_group and (owner := _another(update)) is not None:
        await context.toast(Toast(word(ANOTHERS, name=owner)))
        raise ApplicationHandlerStop
    if context.room.settings.allows(user.id):
        return
    if context.pressed:
        await context.toast(Toast(word(CLOSED, id=user.id)))
    elif update.inline_query is not None:
        await context.room.sender.answer_inline(update.inline_query.id, ())
    elif update.message is not None and not (context.in_group and _may_be_anothers(update.message)):
        await context.tell(View(say(CLOSED, id=user.id)))
    raise ApplicationHandlerStop


async def _is_ours(update: Update, context: Context) -> bool:
    """What friends say to each other is not answered: an administrator, as who may pin, reads it all.

    A whole set is heard from whoever trains there. Forwarded, or in reply to somebody, it is talk. So is
    what is said to a friend's card, unless it may be a set.
    """
    message = update.message or update.edited_message
    if message is None:
        return True
    if is_for_the_bot(message, context.bot.bot):
        replied, said = message.reply_to_message, message.text or ""
        to_friend = replied is not None and _owner(replied) not in (None, context.athlete_id)
        if not to_friend or is_named(message, context.bot.bot) or filters.COMMAND.filter(message):
            return True
        return any(sign.isdigit() for sign in said) and wording.may_say_sets(said[:MESSAGE_LIMIT])
    answers = message.reply_to_message is not None and update.edited_message is None
    if answers or message.forward_origin is not None or message.via_bot is not None:
        return False
    if message.document is not None:  # perhaps a log, which an athlete is asked for in private
        return await context.look(overhearing.is_known, context.athlete_id)
    return await context.look(overhearing.is_ones_set, context.athlete_id, message_of(update, context))


def _another(update: Update) -> str | None:
    """Whose message a button was tapped on, by the name it begins with; None for one's own and nobody's.

    Lists and pages know no owner but this: a friend's tap would turn them into the friend's.
    """
    query = update.callback_query
    message = query.message if query is not None else None
    if query is None or not isinstance(message, Message):
        return None
    mention = _mention(message)
    return mention[1] if mention is not None and mention[0] != query.from_user.id else None


def _owner(message: Message) -> int | None:
    mention = _mention(message)
    return mention[0] if mention is not None else None


def _mention(message: Message) -> tuple[int, str] | None:
    """Whom a message of ours in a group is for: their id, and the name it begins with."""
    for named, text in (message.parse_entities() | message.parse_caption_entities()).items():
        if named.offset == 0 and named.user is not None:
            return named.user.id, text
    return None


async def _tidy(update: Update, context: Context) -> None:
    """The bot's own notice that it pinned something: the pin is enough to see."""
    message = update.message
    if message is not None and message.pinned_message is not None:
        await context.room.sender.delete(message.chat_id, message.message_id)


async def _nobody(update: Update, context: Context) -> None:
    """Who writes as a group or a channel has no sets of their own: asked to write as themselves."""
    message = update.message
    if message is None or message.is_automatic_forward:
        return
    if is_for_the_bot(message, context.bot.bot) and not _may_be_anothers(message):
        await context.tell(View(say(UNKNOWN)))


def _may_be_anothers(message: Message) -> bool:
    """A command that is none of ours, without a bot's name: whom we don't know we don't answer that."""
    command = SLASH.match(message.text or "")
    return command is not None and command[2] is None and command[1].lower() not in OURS
