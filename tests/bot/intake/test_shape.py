from __future__ import annotations

import logging
from random import Random
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application

from bot.intake.attempts import kind_of
from bot.intake.keeping import Read, read
from bot.terminal.message_kinds import KINDS
from bot.terminal.spec import bot_api
from tests.bot.intake.conftest import message
from tests.bot.intake.made_up import made_up

App = Application[Any, Any, Any, Any, Any, Any]


def taken(app: App, **fields: Any) -> Read:
    raw = message(7)
    raw["message"] |= fields
    found = read(raw, app.bot)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "odd",
    [
        {"text": 7},
        {"text": ["80x8"]},
        {"text": {"a": 1}},
        {"text": True},
        {"caption": 1.5},
        {"migrate_to_chat_id": []},
        {"migrate_to_chat_id": {"id": 1}},
        {"migrate_to_chat_id": "1"},
        {"migrate_to_chat_id": True},
        {"migrate_from_chat_id": 2**63},
        {"migrate_from_chat_id": 1.0},
        {"from": {"id": 2**70, "is_bot": False, "first_name": "A"}},
        {"from": {"id": 1, "is_bot": False, "first_name": ["A"]}},
        {"from": {"id": 1, "is_bot": False, "first_name": "A", "language_code": 7}},
        {"entities": [{"type": "bold", "offset": "x", "length": 1}]},
        {"location": {"latitude": "52", "longitude": 13}},
        {"location": {"latitude": float("nan"), "longitude": 13}},
        {"reply_to_message": {**message(6)["message"], "text": 9}},
    ],
)
def test_a_field_of_another_type_is_set_aside_at_the_door(app: App, odd: dict[str, Any]) -> None:
    assert taken(app, **odd).update is None


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_message_passes(app: App, kind: str) -> None:
    assert taken(app, **KINDS[kind]()).update is not None


@pytest.mark.parametrize("options", [{"is_disabled": True}, {"url": "https://a.example"}, {}])
def test_a_link_with_its_preview_turned_off_passes(app: App, options: dict[str, Any]) -> None:
    assert taken(app, text="80x8 https://a.example", link_preview_options=options).update is not None


@pytest.mark.parametrize("fullness", [0, 0.3])
@pytest.mark.parametrize("kind", sorted(set(bot_api().types["Update"]) - {"update_id"}))
def test_every_update_the_specification_knows_passes(app: App, kind: str, fullness: float) -> None:
    chance = Random(f"{kind} {fullness}")
    for update_id in range(1, 5):
        (said,) = bot_api().types["Update"][kind].types
        raw = {"update_id": update_id, kind: made_up(said, chance, fullness=fullness)}
        found = read(raw, app.bot)
        assert found is not None, raw
        assert found.update is not None, raw


def test_what_is_set_aside_is_not_shown_in_the_log(app: App, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        taken(app, text=["Canarycurl"])
    assert "Message.text is a list" in str(caplog.records[-1].exc_info)
    assert "Canarycurl" not in caplog.text


def test_figures_name_even_what_nobody_could_read(app: App) -> None:
    raw = message(7)
    raw["message"]["text"] = 7
    assert kind_of(Update.de_json(raw, app.bot)) == "message"
