from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, EndPointNotFound, InvalidToken
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.terminal.people import User
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from bot.terminal.validation import misfit
from bot.terminal.world import Seen

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Done", callback_data="d")]])


@pytest.fixture
async def bot(telegram: Telegram, lifter: User) -> AsyncIterator[Bot]:
    telegram.user_sends(lifter, "/start")
    request = InProcessRequest(telegram)
    async with Bot(telegram.token, request=request, get_updates_request=request) as bot:
        yield bot


async def test_what_a_bot_does_in_a_chat(telegram: Telegram, lifter: User, bot: Bot) -> None:
    card = await bot.send_message(
        lifter.id,
        "<b>80 kg</b> × 8 💪",
        "HTML",
        reply_markup=KEYBOARD,
        reply_parameters=ReplyParameters(1),
        disable_notification=True,
    )
    assert card.text_html == "<b>80 kg</b> × 8 💪"
    assert card.reply_to_message is not None
    assert card.reply_to_message.message_id == 1
    assert telegram.chat(lifter.id).messages[2].silent
    edited = await card.edit_text("✓ 80 × 8")
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("✓ 80 × 8", None)
    assert await bot.set_message_reaction(lifter.id, 1, "👍")
    assert await card.pin(disable_notification=True)
    assert await bot.send_chat_action(lifter.id, "typing")
    chat = await bot.get_chat(lifter.id)
    assert chat.pinned_message is not None
    assert chat.pinned_message.message_id == card.message_id
    assert (await bot.get_chat_member(lifter.id, lifter.id)).status == "member"
    assert await card.delete()
    for call in telegram.ledger:
        assert call.status == 200


async def test_files_go_up_and_come_down(telegram: Telegram, lifter: User, bot: Bot) -> None:
    sent = await bot.send_document(
        lifter.id, b"a,b", caption="<i>all</i>", parse_mode="HTML", filename="log.csv"
    )
    assert sent.document is not None
    assert (sent.caption, sent.document.file_name) == ("all", "log.csv")
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b"
    picture = await bot.send_photo(lifter.id, PNG, caption="one")
    changed = await picture.edit_media(InputMediaPhoto(PNG, caption="two"))
    assert not isinstance(changed, bool)
    assert (changed.caption, changed.photo[0].width) == ("two", 640)
    again = await bot.send_photo(lifter.id, picture.photo[-1].file_id)
    assert again.photo[0].height == 480


async def test_all_messages_given_to_the_bot_are_valid(telegram: Telegram, lifter: User, bot: Bot) -> None:
    card = await bot.send_message(lifter.id, "<u>a</u>", "HTML", reply_markup=KEYBOARD)
    await bot.send_photo(lifter.id, PNG, reply_parameters=ReplyParameters(card.message_id))
    await bot.send_document(lifter.id, b"a", filename="a.csv")
    await bot.pin_chat_message(lifter.id, card.message_id)
    for message in telegram.chat(lifter.id).messages.values():
        assert misfit("Message", message.body) is None
    for method, kind in (("getMe", "User"), ("getWebhookInfo", "WebhookInfo"), ("getChat", "ChatFullInfo")):
        answer = await telegram.call(method, {} if method != "getChat" else {"chat_id": lifter.id})
        assert misfit(kind, answer.body["result"]) is None


async def test_the_profile(telegram: Telegram, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("plan", "What to lift")], language_code="de")
    assert await bot.get_my_commands(language_code="de") == (BotCommand("plan", "What to lift"),)
    await bot.set_my_description("A coach")
    assert (await bot.get_my_description()).description == "A coach"
    assert (await bot.get_chat_menu_button()).type == "default"


async def test_refusals_arrive_as_the_errors_of_python_telegram_bot(lifter: User, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(lifter.id, " ")
    with pytest.raises(BadRequest, match='has no parameter "colour"'):
        await bot.send_message(lifter.id, "a", api_kwargs={"colour": "red"})
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendNonsense")


async def test_another_token_is_nobody(telegram: Telegram) -> None:
    with pytest.raises(InvalidToken):
        await Bot("1000001:another", request=InProcessRequest(telegram)).get_me()
    request = InProcessRequest(telegram)
    assert (await request.do_request("http://127.0.0.1/nowhere", "GET"))[0] == 404
    base = f"http://127.0.0.1/file/bot{telegram.token}"
    assert (await request.do_request(f"{base}/documents/file_9.csv", "GET"))[0] == 404


async def test_an_application_polls_and_answers(telegram: Telegram, lifter: User) -> None:
    done: list[tuple[Seen, int | None]] = []

    async def start(update: Update, context: Any) -> None:
        assert update.message is not None
        await update.message.reply_html("<b>card</b>", reply_markup=KEYBOARD)

    async def tap(update: Update, context: Any) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("noted")
        await update.callback_query.edit_message_text("done")

    async def echo(update: Update, context: Any) -> None:
        assert update.message is not None
        await update.message.reply_text(f"{update.message.text}!")

    application = (
        Application.builder()
        .token(telegram.token)
        .request(InProcessRequest(telegram))
        .get_updates_request(InProcessRequest(telegram))
        .build()
    )
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(tap))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    telegram.watch(lambda event: done.append((event.seen, event.message_id)))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        telegram.user_sends(lifter, "/start")
        await telegram.until(lambda: (Seen.MESSAGE, 2) in done)
        tap_of = telegram.user_taps(lifter, 2, "Done")
        await telegram.until(lambda: (Seen.EDITED, 2) in done)
        telegram.user_sends(lifter, "80x8")
        await telegram.until(lambda: (Seen.MESSAGE, 4) in done)
        await application.updater.stop()
        await application.stop()
    assert tap_of.answered
    assert telegram.unanswered() == []
    assert [message.body["text"] for message in telegram.chat(lifter.id).messages.values()] == [
        "/start",
        "done",
        "80x8",
        "80x8!",
    ]
    assert telegram.ledger.refused() == []
