"""The README's first workout, played anew by `python -m tests.transcripts.record`.

`first_workout.txt` is what is typed, `first_workout.expected.txt` the whole conversation, and the README
shows it between its two markers. That they agree is `tests/dialogs/workout/test_first_workout.py`'s business.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from bot.clock import StepClock
from bot.settings import Settings
from bot.terminal.chat import Chat

HERE = Path(__file__).parent
SCRIPT = HERE / "first_workout.txt"
EXPECTED = HERE / "first_workout.expected.txt"
README = HERE.parents[1] / "README.md"
BEGIN, END = "<!-- transcript -->\n", "<!-- /transcript -->"
START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


async def played(folder: Path) -> str:
    """The conversation as `make chat` prints it, with a clock that stands still between steps."""
    heard = StringIO()
    chat = await Chat.open(folder / "chat.db", StepClock(START), Settings(), durable=False)
    try:
        assert await chat.play(SCRIPT.read_text().splitlines(), heard) == 0
    finally:
        await chat.close()
    return without_margins(heard.getvalue())


def without_margins(heard: str) -> str:
    """No blanks at the ends of lines, which editors would take away anyway."""
    return "".join(f"{line.rstrip()}\n" for line in heard.splitlines())


def shown_in(readme: str) -> str:
    """What a README has between its markers; empty when they are missing."""
    return readme.partition(BEGIN)[2].partition(END)[0]


def code_block(conversation: str) -> str:
    """A conversation as the README shows it."""
    return f"```text\n{conversation}```\n"


def main() -> None:
    """Write the expected conversation and the README's block."""
    with tempfile.TemporaryDirectory() as folder:
        conversation = asyncio.run(played(Path(folder)))
    EXPECTED.write_text(conversation)
    readme = README.read_text()
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{README.name} has no place for the transcript")
    README.write_text(before + begin + code_block(conversation) + end + after)


if __name__ == "__main__":
    main()
