"""Everything is loaded by its id and its owner: queries that do otherwise are listed here with the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.rules.source import ROOT

NAMED = re.compile(r"^-- name: *(\w+)[\^!]?$", re.MULTILINE)
OWNED = re.compile(r"= -?:athlete_id\b")  # what is hidden has its owner's id turned negative
IDS = re.compile(r":(?!chat_id\b|from_id\b|to_id\b)(\w*_id|id|shadow)\b")
"""Numbers that a button or a message may name. Which chat an update is from is Telegram's word."""

OF_A_LOADED_WORKOUT = "its workout was loaded by id and owner before, in the same transaction"
OF_THE_UPDATE = "Telegram's number of the update, which nobody can choose"
READS_THE_OWNER = "the caller compares the row's athlete_id"
MAY_PASS_WITHOUT_OWNER: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "card_of_exercise",
            "cards_of_exercise",
            "card_of_set",
            "cards_of_set",
            "set_in_hand",
            "set_kept_last",
            "set_newest",
            "sets_of_workout",
            "skip_add",
            "skips_of_workout",
            "workout_end",
            "workout_message_drop",
            "workout_message_of",
            "workout_message_told",
            "workout_reopen",
            "workout_set_card",
            "workout_set_session",
            "workout_touch",
        ),
        OF_A_LOADED_WORKOUT,
    ),
    **dict.fromkeys(
        (
            "inbox_apply",
            "inbox_begin",
            "inbox_fail",
            "inbox_is_applied",
            "inbox_keep",
            "inbox_same_message",
            "inbox_set_aside",
            "inbox_settle",
            "inbox_survived",
        ),
        OF_THE_UPDATE,
    ),
    "kept_maxima_drop_by_set": "drops only what is reckoned anew when it is next asked for",
    "kept_maxima_drop_by_workout": "drops only what is reckoned anew when it is next asked for",
    "athlete_settings_keep": "the id is the athlete's own",
    "card_by_message": READS_THE_OWNER,
    "cards_behind": "tells only which numbers of a chat are cards; in a group they are others', too",
    "workout_message_at": "tells only what a message is for; in a group it may be another's",
    "forgotten_by_shadow": "the hash is made of the sender's own id",
    "forgotten_keep": "the hash is made of the sender's own id",
}


def queries() -> dict[str, str]:
    """Every query by its name, without comments."""
    found = {}
    for path in sorted((ROOT / "core/store/sql").glob("*.sql")):
        _, *parts = NAMED.split(path.read_text(encoding="utf-8"))
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            found[name] = re.sub(r"--.*", "", text)
    return found


def without_owner(found: Mapping[str, str]) -> set[str]:
    """Queries that take an id and do not ask whose it is. What inserts a row writes the owner with it."""
    return {
        name
        for name, text in found.items()
        if IDS.search(text) and not OWNED.search(text) and not _writes_the_owner(text)
    }


def _writes_the_owner(text: str) -> bool:
    columns = re.match(r"\s*insert into (athlete|\w+ \([^)]*\bathlete_id\b[^)]*\))", text)
    return columns is not None and (":athlete_id" in text or "into athlete " in text)


def test_every_query_that_takes_an_id_asks_whose_it_is() -> None:
    assert without_owner(queries()) - set(MAY_PASS_WITHOUT_OWNER) == set(), (
        "a query must say `athlete_id = :athlete_id`, or stand above with the reason why it need not"
    )


@pytest.mark.parametrize(
    "text",
    [
        "select * from workout where id = :workout_id;",
        "update logged_set set reps = :reps where id = :set_id;",
        "delete from card where chat_id = :chat_id and message_id = :message_id;",
    ],
)
def test_a_query_without_owner_is_seen(text: str) -> None:
    assert without_owner({"wrong": text}) == {"wrong"}


def test_a_query_with_owner_passes() -> None:
    owned = "select * from workout where id = :workout_id and athlete_id = :athlete_id;"
    written = "insert into ache (athlete_id, since) values (:athlete_id, :since);"
    assert without_owner({"owned": owned, "written": written}) == set()
