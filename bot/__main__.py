"""The commands, `python -m bot run` and its like. A wrong setting ends in one line."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.memory import keep_in_one_piece
from bot.settings import Refused, Settings, SettingsError, load_settings

TAKE_TOKEN = ("run", "restore")  # whom /forget erased since a backup is known by a hash keyed with it


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the process's exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        if chosen.command == "doctor":
            return _doctor()
        settings = load_settings(without_token=chosen.command not in TAKE_TOKEN)
        if chosen.command == "run":
            return _run(settings)
        return _chat(settings) if chosen.command == "chat" else _keep(chosen, settings)
    except (SettingsError, CannotRun) as refused:
        print(refused, file=sys.stderr)  # the start's only line, before and beside any log
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Spotter, a strength coach in a chat."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run on Telegram (needs BOT_TOKEN)")
    commands.add_parser("chat", help="play in this terminal: no token, no network")
    copied = commands.add_parser("backup", help="copy the database to a file, also while the bot runs")
    copied.add_argument("file", type=Path, metavar="FILE")
    put_back = commands.add_parser("restore", help="put a backup in the database's place; stop the bot first")
    put_back.add_argument("file", type=Path, metavar="FILE")
    commands.add_parser("migrate", help="bring the database up to date without starting the bot")
    commands.add_parser("doctor", help="check settings, database, permissions, disk, clock and token")
    return parser


class CannotRun(Exception):
    """The bot cannot start or go on; the text is the one line the host is told."""


def _chat(settings: Settings) -> int:
    from bot.logs import configure
    from bot.terminal.chat import chat

    configure("ERROR")
    return asyncio.run(chat(settings))


def _keep(chosen: argparse.Namespace, settings: Settings) -> int:
    from bot import backing_up
    from core.store.port import StoreUnavailable

    try:
        if chosen.command == "migrate":
            print(backing_up.migrate(settings))
        else:
            do = backing_up.backup if chosen.command == "backup" else backing_up.restore
            print(do(settings, chosen.file))
    except StoreUnavailable as error:
        raise CannotRun(str(error)) from None
    return 0


def _doctor() -> int:
    from bot.doctor import doctor

    findings = doctor()
    for finding in findings:
        print(finding.line())
    return 0 if all(finding.fine for finding in findings) else 1


def _run(settings: Settings) -> int:
    # Until the bot listens for itself. The first process of a container would not hear it at all.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    from bot.running import run

    try:
        return asyncio.run(run(settings))
    except Refused as refused:
        if settings.when_refused == "end":
            raise
        print(f"{refused} Nothing runs any more; this waits to be stopped.", file=sys.stderr)
        _wait_to_be_stopped()
        return 2


def _wait_to_be_stopped() -> None:
    """Do nothing until SIGTERM or SIGINT: what starts ended programs again would do so for ever."""
    ends = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    signal.sigwait(ends)


if __name__ == "__main__":
    if "run" in sys.argv[1:2]:
        keep_in_one_piece()
    os.umask(0o077)  # whatever is written here is somebody's training
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
