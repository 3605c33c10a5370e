from __future__ import annotations

from bot.terminal.server import Telegram
from tests.bot.terminal.conftest import Ask


async def test_commands_and_texts_about_the_bot(telegram: Telegram, ask: Ask) -> None:
    plan = {"command": "plan", "description": "What to lift"}
    assert await ask("setMyCommands", commands=[plan]) == "ok"
    assert await ask("setMyCommands", commands=[plan], language_code="de", scope={"type": "chat"}) == (
        '400 Bad Request: can\'t parse scope: BotCommandScopeChat must have a field "chat_id"'
    )
    assert await ask("setMyCommands", commands=[{**plan, "command": "Plan"}]) == (
        "400 Bad Request: BOT_COMMAND_INVALID"
    )
    assert await ask("setMyCommands", commands=[{**plan, "description": ""}]) == (
        "400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"
    )
    assert (await telegram.call("getMyCommands", {})).body["result"] == [plan]
    assert await ask("deleteMyCommands") == "ok"
    assert (await telegram.call("getMyCommands", {})).body["result"] == []
    assert await ask("setMyShortDescription", short_description="x" * 121) == (
        "400 Bad Request: BOT_SHORT_DESCRIPTION_TOO_LONG"
    )
    assert await ask("setMyDescription", description="A coach", language_code="de") == "ok"
    german = await telegram.call("getMyDescription", {"language_code": "de"})
    assert german.body["result"] == {"description": "A coach"}
    assert (await telegram.call("getMyDescription", {})).body["result"] == {"description": ""}
