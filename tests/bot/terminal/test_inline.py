"""Inline mode as this Telegram plays it: strict about what a bot answers, and what choosing sends."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Update

from bot.terminal.people import User
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from bot.terminal.validation import misfit
from tests.bot.terminal.conftest import Ask

KINDS = ["message", "inline_query", "chosen_inline_result"]


def article(**changes: Any) -> dict[str, Any]:
    """A lawful result, but for what is changed."""
    words = {"message_text": "<b>100</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": "r1", "title": "Bench", "input_message_content": words, **changes}


def understood(telegram: Telegram) -> Update:
    """The newest update, held against the specification and read by python-telegram-bot."""
    raw = telegram.updates.pending()[-1]
    assert misfit("Update", raw) is None
    update = Update.de_json(raw, Bot(telegram.token, request=InProcessRequest(telegram)))
    assert update is not None
    return update


async def test_words_become_an_update_and_a_choice_a_message(
    telegram: Telegram, lifter: User, ask: Ask
) -> None:
    telegram.updates.allow(KINDS)
    asked = telegram.user_asks(lifter, "bench")
    query = understood(telegram).inline_query
    assert query is not None
    assert (query.query, query.from_user.id) == ("bench", lifter.id)
    assert await ask("answerInlineQuery", inline_query_id=asked.id, results=[article()]) == "ok"
    body = telegram.user_chooses(asked, 1)
    assert body["text"] == "100"
    assert body["via_bot"]["id"] == telegram.me.id
    chosen = understood(telegram).chosen_inline_result
    assert chosen is not None
    assert (chosen.result_id, chosen.query) == ("r1", "bench")
    with pytest.raises(ValueError, match="no result 2"):
        telegram.user_chooses(asked, 2)


@pytest.mark.parametrize(
    ("result", "why"),
    [
        (article(id="x" * 65), "RESULT_ID_INVALID"),
        (article(title=" "), "ARTICLE_TITLE_EMPTY"),
        (article(input_message_content={"message_text": ""}), "message text is empty"),
        (article(input_message_content={"message_text": "x" * 4097}), "message is too long"),
        (article(input_message_content={"message_text": "<", "parse_mode": "HTML"}), "can't parse"),
        (article(input_message_content={"latitude": 1.5, "longitude": 2.5}), "not played"),
        (article(surprise=1), "surprise"),
        (article(reply_markup={"inline_keyboard": [[{"text": "x"}]]}), "Text buttons are unallowed"),
    ],
)
async def test_an_unlawful_result_is_refused(
    telegram: Telegram, lifter: User, ask: Ask, result: dict[str, Any], why: str
) -> None:
    asked = telegram.user_asks(lifter, "bench")
    assert why in await ask("answerInlineQuery", inline_query_id=asked.id, results=[result])
    assert not asked.answered


async def test_an_answer_is_refused_as_a_whole(telegram: Telegram, lifter: User, ask: Ask) -> None:
    asked = telegram.user_asks(lifter, "bench")

    async def answered(**more: Any) -> str:
        return await ask("answerInlineQuery", **{"inline_query_id": asked.id, "results": [], **more})

    assert "RESULT_ID_DUPLICATE" in await answered(results=[article(), article()])
    assert "RESULTS_TOO_MUCH" in await answered(results=[article(id=str(n)) for n in range(51)])
    assert "BUTTON_INVALID" in await answered(button={"text": "Start"})
    assert "START_PARAM_INVALID" in await answered(button={"text": "Start", "start_parameter": "a b"})
    assert "query ID is invalid" in await answered(inline_query_id="1")
    assert await answered(button={"text": "Start", "start_parameter": "hello"}) == "ok"
    assert "query is too old" in await answered()


async def test_without_feedback_nobody_tells_what_was_chosen(
    telegram: Telegram, lifter: User, ask: Ask
) -> None:
    telegram.inline_feedback = False
    telegram.updates.allow(KINDS)
    asked = telegram.user_asks(lifter, "bench")
    await ask("answerInlineQuery", inline_query_id=asked.id, results=[article()])
    telegram.user_chooses(asked, 1)
    assert [set(update) - {"update_id"} for update in telegram.updates.pending()] == [
        {"inline_query"},
        {"message"},
    ]
