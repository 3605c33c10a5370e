"""`KEEP=1`: the chat itself, laid down in a file beside the database, so that old cards can be replied to.

Kept are one private chat's messages, the clock (it may have been moved on by `+3d`) and the next update id.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from bot.terminal.people import Message
from bot.terminal.server import Telegram


def keep_chat(telegram: Telegram, chat_id: int, path: Path) -> None:
    """Write the chat down, whole or not at all."""
    chat = telegram.chat(chat_id)
    kept = {
        "at": telegram.now().isoformat(),
        "next_update_id": telegram.updates.next_id,
        "last_message_id": telegram.last_private_id,
        "pinned": chat.pinned,
        "messages": [
            {"body": message.body, "silent": message.silent, "reactions": list(message.reactions.items())}
            for message in chat.messages.values()
        ],
    }
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(kept), encoding="utf-8")
    beside.replace(path)


def kept_at(path: Path) -> datetime | None:
    """When a kept chat was left, by its own clock; None when there is none."""
    if not path.exists():
        return None
    return datetime.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["at"])


def take_up_chat(telegram: Telegram, chat_id: int, path: Path) -> None:
    """Put a kept chat back; nothing where none was kept."""
    if not path.exists():
        return
    kept = json.loads(path.read_text(encoding="utf-8"))
    chat = telegram.chat(chat_id)
    for each in kept["messages"]:
        message = Message(each["body"], each["silent"], reactions=dict(each["reactions"]))
        chat.messages[message.id] = message
    telegram.last_private_id = kept["last_message_id"]
    chat.pinned.extend(kept["pinned"])
    telegram.updates.jump(kept["next_update_id"])
