"""What a bot finds for words typed behind its name in another chat: answerInlineQuery, with articles only.

People type and choose in `player.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.terminal.keyboards import checked_markup
from bot.terminal.play_gestures import ANSWERABLE_FOR
from bot.terminal.play_messages import Play, text_content
from bot.terminal.wire import Json, bad_request
from bot.terminal.world import World

MOST_RESULTS = 50
LONGEST_ID_BYTES = 64
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")


def _answer_inline_query(world: World, params: Json) -> bool:
    asked = world.asks.get(params["inline_query_id"])
    if asked is None or asked.answered or world.now() - asked.at > ANSWERABLE_FOR:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    found = params["results"]
    if len(found) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in found}) < len(found):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(params.get("next_offset", "").encode()) > LONGEST_ID_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    results = tuple(_result(result) for result in found)
    button = _button(params.get("button"))
    asked.results, asked.button, asked.answered = results, button, True
    return True


def _result(result: Json) -> Json:
    """A result with the message that choosing it sends as `content`, checked as any message is."""
    if not 1 <= len(result["id"].encode()) <= LONGEST_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] != "article" or "message_text" not in result["input_message_content"]:
        raise bad_request("results other than articles with a text are not played by this phone")
    if not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    words = result["input_message_content"]
    content = text_content({**words, "text": words["message_text"]})
    markup = checked_markup(result.get("reply_markup"), private=False, inline_only=True)
    shown = {"id": result["id"], "title": result["title"], "description": result.get("description", "")}
    return {**shown, "content": content, **({"reply_markup": markup} if markup else {})}


def _button(button: Json | None) -> Json | None:
    if button is None:
        return None
    if not button["text"].strip() or ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("BUTTON_INVALID")
    if "start_parameter" in button and not _PARAMETER.match(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")
    return button


PLAYED: Mapping[str, Play] = {"answerInlineQuery": _answer_inline_query}
