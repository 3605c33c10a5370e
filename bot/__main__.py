"""The commands: `python -m bot run` and `python -m bot chat`. A wrong setting ends in one line."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys

from bot.settings import Settings, SettingsError, load_settings


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the process's exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Spotter, a strength coach in a chat."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run on Telegram (needs BOT_TOKEN)")
    commands.add_parser("chat", help="play in this terminal: no token, no network")
    chosen = parser.parse_args(arguments)
    try:
        settings = load_settings(without_token=chosen.command == "chat")
        return _run(settings) if chosen.command == "run" else _chat(settings)
    except (SettingsError, CannotRun) as refused:
        print(refused, file=sys.stderr)  # the start's only line, before and beside any log
        return 2
    except KeyboardInterrupt:
        return 130


class CannotRun(Exception):
    """The bot cannot start or go on; the text is the one line the host is told."""


def _chat(settings: Settings) -> int:
    from bot.logs import configure
    from bot.terminal.chat import chat

    configure("ERROR")
    return asyncio.run(chat(settings))


def _run(settings: Settings) -> int:
    from bot.running import run

    return asyncio.run(run(settings))


if __name__ == "__main__":
    os.umask(0o077)  # whatever is written here is somebody's training
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
