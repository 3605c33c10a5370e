from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.terminal.distil import distil, main, written
from bot.terminal.spec import bot_api

API = {
    "version": "Bot API 99.0",
    "methods": {
        "sendThing": {
            "returns": ["Message"],
            "fields": [
                {"name": "chat_id", "types": ["Integer", "String"], "required": True, "description": "Chat"},
                {"name": "text", "types": ["String"], "required": False, "description": "Text"},
            ],
        },
        "getThing": {"returns": ["Boolean"]},
    },
    "types": {
        "Thing": {"subtypes": ["ThingA"]},
        "ThingA": {
            "fields": [
                {"name": "type", "types": ["String"], "required": True, "description": 'Always "a".'},
            ]
        },
        "ThingB": {
            "fields": [
                {
                    "name": "type",
                    "types": ["String"],
                    "required": True,
                    "description": "Type of the thing, must be photo",
                },
            ]
        },
        "Nothing": {},
    },
}


def test_only_names_types_and_fixed_words_are_kept() -> None:
    assert distil(API) == {
        "version": "Bot API 99.0",
        "methods": {
            "sendThing": {"returns": ["Message"], "takes": {"chat_id": "Integer|String!", "text": "String"}},
            "getThing": {"returns": ["Boolean"], "takes": {}},
        },
        "types": {
            "Thing": ["ThingA"],
            "ThingA": {"type": "String!"},
            "ThingB": {"type": "String=photo!"},
            "Nothing": {},
        },
    }


def test_the_written_form_is_json_again() -> None:
    assert json.loads(written(distil(API))) == distil(API)


def test_the_command_reads_a_file_and_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "api.json"
    file.write_text(json.dumps(API))
    assert main([str(file)]) == 0
    assert json.loads(capsys.readouterr().out) == distil(API)
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_stored_specification_is_the_whole_bot_api() -> None:
    spec = bot_api()
    assert spec.version == "Bot API 10.1"
    assert len(spec.methods) == 180
    assert len(spec.types) + len(spec.kinds) == 359
    send = spec.method("SENDMESSAGE")
    assert send is not None
    assert send.name == "sendMessage"
    assert send.takes["text"].required
    assert spec.types["ReactionTypeEmoji"]["type"].fixed == "emoji"
