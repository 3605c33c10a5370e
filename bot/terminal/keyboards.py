"""What Telegram demands of the buttons under a message, beyond the types that `validation.py` checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.terminal.formatting import utf16_length
from bot.terminal.wire import Json, bad_request

MOST_BUTTONS = 100
LONGEST_CALLBACK_BYTES = 64
LONGEST_PLACEHOLDER = 64
# Telegram's servers cut off further buttons of a row without a word; here one hears of it.
MOST_IN_A_ROW = 8

_ACTION_WORDS = (
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay"
)
_ACTIONS = frozenset(_ACTION_WORDS.split())
_STYLES = frozenset({"danger", "success", "primary"})
_URL = re.compile(r"(?:https?|tg|ton)://\S+\Z|[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?\Z", re.IGNORECASE)


def checked_markup(markup: Json | None, *, private: bool = True, inline_only: bool = False) -> Json | None:
    """The reply markup, or None where an empty inline keyboard says "no buttons". Raises `Refused`."""
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        return _checked_inline(markup, private)
    if utf16_length(markup.get("input_field_placeholder", "x")) not in range(1, LONGEST_PLACEHOLDER + 1):
        raise bad_request("REPLY_MARKUP_PLACEHOLDER_INVALID")
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        _check_count(markup["keyboard"])
        if not any(markup["keyboard"]):
            raise bad_request("REPLY_MARKUP_INVALID")
        _check_keys(markup["keyboard"], private)
    return markup


def _checked_inline(markup: Json, private: bool) -> Json | None:
    rows = [row for row in markup["inline_keyboard"] if row]
    _check_count(rows)
    for row in rows:
        for button in row:
            _check_button(button, private)
    return {"inline_keyboard": rows} if rows else None


def _check_keys(rows: list[list[Json | str]], private: bool) -> None:
    """Keys that share something of a person are for private chats only."""
    shares = "request_location request_contact request_poll request_users request_chat web_app".split()
    keys = [key for row in rows for key in row if isinstance(key, dict)]
    if not all((key if isinstance(key, str) else key["text"]).strip() for row in rows for key in row):
        raise bad_request("keyboard button text must be non-empty")
    if not private and any(key.get(share) for key in keys for share in shares):
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_count(rows: list[list[Json]]) -> None:
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request(f"a row of more than {MOST_IN_A_ROW} buttons would be cut off")


def _check_button(button: Json, private: bool) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Text is empty")
    actions = [key for key in button if key in _ACTIONS]
    if len(actions) != 1:
        why = "Text buttons are unallowed in the inline keyboard" if not actions else "more than one action"
        raise bad_request(f"can't parse inline keyboard button: {why}")
    if button.get("style", "primary") not in _STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= LONGEST_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not _URL.match(button["url"]):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if "web_app" in button and not private:
        raise bad_request("BUTTON_TYPE_INVALID")
    if utf16_length(button.get("copy_text", {}).get("text", "x")) not in range(1, 257):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def buttons(body: Json) -> Iterator[Json]:
    """The inline buttons under a message, row by row."""
    for row in body.get("reply_markup", {}).get("inline_keyboard", ()):
        yield from row
