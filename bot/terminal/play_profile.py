"""How a bot presents itself: getMe, its commands, name, descriptions and the menu button.

What it published can be read back by its own methods, or in a test from `World.profile`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from bot.terminal.play_messages import Play
from bot.terminal.wire import Json, bad_request
from bot.terminal.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?\Z")
_DEFAULT_SCOPE: Json = {"type": "default"}
# The longest name, description and short description, in characters.
_LONGEST = {"name": 64, "description": 512, "short_description": 120}


def _language(params: Json) -> str:
    language = str(params.get("language_code", ""))
    if not _LANGUAGE.match(language):
        raise bad_request("invalid language code specified")
    return language


def _commands_key(params: Json) -> tuple[str, str]:
    return json.dumps(params.get("scope", _DEFAULT_SCOPE), sort_keys=True), _language(params)


def _get_me(world: World, params: Json) -> Json:
    return {
        **world.me.described(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.group_privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def _set_my_commands(world: World, params: Json) -> bool:
    commands: list[Json] = params["commands"]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.match(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_commands_key(params)] = commands
    return True


def _get_my_commands(world: World, params: Json) -> list[Json]:
    return world.profile.commands.get(_commands_key(params), [])


def _delete_my_commands(world: World, params: Json) -> bool:
    world.profile.commands.pop(_commands_key(params), None)
    return True


def _setter(name: str) -> Play:
    def set_text(world: World, params: Json) -> bool:
        text = params.get(name, "")
        if len(text) > _LONGEST[name]:
            raise bad_request(f"BOT_{name.upper()}_TOO_LONG")
        world.profile.texts[name, _language(params)] = text
        return True

    return set_text


def _getter(name: str) -> Play:
    def get_text(world: World, params: Json) -> Json:
        texts, language = world.profile.texts, _language(params)
        otherwise = world.me.first_name if name == "name" else ""
        return {name: texts.get((name, language)) or texts.get((name, "")) or otherwise}

    return get_text


def _set_menu_button(world: World, params: Json) -> bool:
    if "chat_id" in params and not world.chat_to_read(params["chat_id"]).private:
        raise bad_request("private chat not found")
    world.profile.menu_buttons[params.get("chat_id")] = params.get("menu_button", {"type": "default"})
    return True


def _get_menu_button(world: World, params: Json) -> Json:
    menu_buttons = world.profile.menu_buttons
    return menu_buttons.get(params.get("chat_id")) or menu_buttons.get(None) or {"type": "default"}


PLAYED: Mapping[str, Play] = {
    "getMe": _get_me,
    "setMyCommands": _set_my_commands,
    "getMyCommands": _get_my_commands,
    "deleteMyCommands": _delete_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": _set_menu_button,
    "getChatMenuButton": _get_menu_button,
}
