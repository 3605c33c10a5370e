"""In a topic of a forum each message stands as a reply to the one that opened the topic: that is no reply."""

from __future__ import annotations

from typing import Any


def without_openers(raw: Any) -> Any:
    """A raw update, changed in place so that its message answers only what somebody chose to answer."""
    if isinstance(raw, dict):
        for message in (raw.get("message"), raw.get("edited_message")):
            about = message.get("reply_to_message") if isinstance(message, dict) else None
            if isinstance(message, dict) and isinstance(about, dict) and "forum_topic_created" in about:
                del message["reply_to_message"]
    return raw
