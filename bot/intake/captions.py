"""What is written beneath a photo or a video is that message's text, wherever it is read.

Telegram names the two differently, their entities too. A document's caption stays one: it tells of the file.
"""

from __future__ import annotations

from typing import Any


def worded(raw: Any) -> Any:
    """A raw update, changed in place so that captions are texts, also of the message a tapped one answers."""
    if isinstance(raw, dict):
        tapped = raw.get("callback_query")
        asked = tapped.get("message") if isinstance(tapped, dict) else None
        about = asked.get("reply_to_message") if isinstance(asked, dict) else None
        for message in (raw.get("message"), raw.get("edited_message"), about):
            _word(message)
    return raw


def _word(message: Any) -> None:
    if not isinstance(message, dict) or "text" in message or "caption" not in message:
        return
    if "document" in message and "animation" not in message:  # a GIF has both
        return
    message["text"] = message["caption"]
    if "caption_entities" in message:
        message["entities"] = message["caption_entities"]
