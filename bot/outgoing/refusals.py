"""What Telegram's refusals mean: those of every day are outcomes, any other says that a message is wrong."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum

from telegram.error import BadRequest, ChatMigrated, Forbidden

log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of something that was to be shown."""

    DONE = "done"
    UNCHANGED = "unchanged"  # it already looked like that
    GONE = "gone"  # the message was deleted, or may not be changed any more; the file is known no more
    TOO_OLD = "too_old"  # the button was pressed too long ago to be answered
    FORBIDDEN = "forbidden"  # a group lets only its administrators do that
    NO_TOPIC = "no_topic"  # the forum's topic was closed or deleted
    BLOCKED = "blocked"  # nobody is there: blocked, kicked, deactivated, chat deleted
    UNWANTED = "unwanted"  # this chat doesn't take it: no such reaction here, nothing to unpin


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup; everything goes to its new id."""

    chat_id: int


_EVERY_DAY = {
    "message is not modified": Outcome.UNCHANGED,
    "message_not_modified": Outcome.UNCHANGED,
    "message to edit not found": Outcome.GONE,
    "message can't be edited": Outcome.GONE,
    "message to delete not found": Outcome.GONE,
    "message can't be deleted": Outcome.GONE,
    "message to react not found": Outcome.GONE,
    "message to pin not found": Outcome.GONE,
    "message to unpin not found": Outcome.GONE,
    "message_id_invalid": Outcome.GONE,
    "there is no text in the message to edit": Outcome.GONE,  # a picture stands there
    "wrong file identifier": Outcome.GONE,
    "wrong remote file identifier": Outcome.GONE,
    **dict.fromkeys(("query is too old", "query id is invalid", "query_id_invalid"), Outcome.TOO_OLD),
    **dict.fromkeys(("message thread not found", "topic_closed", "topic_deleted"), Outcome.NO_TOPIC),
    **dict.fromkeys(("chat not found", "user not found", "peer_id_invalid"), Outcome.BLOCKED),
    # Words may be welcome where pictures are not: before the rights to send anything.
    **dict.fromkeys(("not enough rights to send photos", "chat_send_photos_forbidden"), Outcome.FORBIDDEN),
    **dict.fromkeys(("have no rights to send a message", "not enough rights to send"), Outcome.BLOCKED),
    **dict.fromkeys(("chat_write_forbidden", "chat_send_plain_forbidden"), Outcome.BLOCKED),
    **dict.fromkeys(("not enough rights", "chat_admin_required"), Outcome.FORBIDDEN),
}


Refusal = BadRequest | Forbidden | ChatMigrated
REFUSALS = (BadRequest, Forbidden, ChatMigrated)


def outcome_of(error: Refusal) -> Outcome | Migrated:
    """What a refusal means. Raises it again when it is none of every day: the message is wrong."""
    if isinstance(error, ChatMigrated):
        return Migrated(error.new_chat_id)
    if isinstance(error, Forbidden):
        return Outcome.BLOCKED
    said = str(error).lower()
    for words, outcome in _EVERY_DAY.items():
        if words in said:
            return outcome
    raise error


def what_matters_little(error: Refusal) -> Outcome | Migrated:
    """What refusing a reaction, a pin, a button's answer means: never that what was done has failed.

    A chat may allow no reaction but its own, and nobody words such refusals the same.
    """
    try:
        return outcome_of(error)
    except BadRequest:
        log.info("what matters little was refused: %s", error)
        return Outcome.UNWANTED
