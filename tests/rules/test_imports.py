"""Who may import whom: the table of rooms, held as a list of what is allowed.

The contracts in pyproject.toml, run at the end, forbid the same ways around a corner: through a third module.
"""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.rules.source import ROOT, Module, modules

# A room, and all it may import besides the standard library and itself. The longest name wins.
VALUES = {"core.units", "core.model"}
SHARED = VALUES | {"bot.clock", "bot.context", "bot.figures", "bot.settings", "bot.texts", "telegram"}
ROOMS: dict[str, set[str]] = {
    "core.units": set(),
    "core.model": {"core.units"},
    "core.training": VALUES,
    "core.imports": VALUES,
    # The command that shows the rules without a chat: it needs exercises to show them on.
    "core.training.__main__": VALUES | {"core.training", "core.catalogue"},
    "core.catalogue": VALUES | {"rapidfuzz"},
    # pydantic turns frozen values into the JSON they are kept as, and back.
    "core.store": VALUES | {"aiosql", "aiosqlite", "psycopg", "pydantic"},
    "core.coach": {"core"},
    # Whoever is forgotten is known before any handler is asked.
    "bot.ahead": SHARED
    | {"core.coach", "core.store.port", "bot.intake", "bot.languages", "bot.outgoing", "bot.reaching"}
    | {"bot.views"},
    "bot.apologies": SHARED | {"bot.languages", "bot.outgoing", "bot.views.addressed", "bot.views.view"},
    "bot.backing_up": {"bot.ahead", "bot.clock", "bot.settings", "core.store"},
    "bot.callbacks": VALUES | {"telegram"},
    # Values travel to the drawing process as JSON; only that process imports matplotlib and the map of zones.
    "bot.charts": VALUES | {"matplotlib", "pydantic", "tzfpy"},
    "bot.catching_up": SHARED
    | {"core.coach", "core.store.port", "bot.intake", "bot.languages", "bot.outgoing", "bot.views"},
    "bot.clock": {"core.store"},  # a fast clock's anchor is kept in the database
    # What is committed is noted for the try it happens in.
    "bot.context": SHARED
    | {"core.store", "bot.charts.studio", "bot.importing", "bot.intake.attempts", "bot.outgoing"}
    | {"bot.views", "bot.callbacks"},
    "bot.doctor": {"bot.backing_up", "bot.outgoing", "bot.settings", "core.store", "telegram"},
    "bot.handlers": SHARED
    | {
        "core.coach",
        "core.store.port",
        "bot.charts",
        "bot.importing",
        "bot.languages",
        "bot.views",
        "bot.callbacks",
        "bot.outgoing",
    },
    "bot.handlers.importing": SHARED
    | {"core.coach", "core.imports", "bot.importing", "bot.views", "bot.callbacks"},
    "bot.handlers.operating": SHARED | {"core.coach", "bot.handlers", "bot.logs", "bot.views"},
    # How a token is refused and how waiting is paced is known where things leave.
    "bot.serving": {"aiohttp"},
    # A stranger's file is read in a process of its own.
    "bot.importing": VALUES
    | {
        "core.catalogue",
        "core.coach.data.reading_exports",
        "core.coach.data.summarising",
        "core.imports",
        "pydantic",
    },
    "bot.intake": SHARED
    | {"aiohttp", "bot.serving", "core.store", "core.coach.interview.onboarding", "bot.outgoing"},
    "bot.introducing": SHARED | {"bot.views"},
    # What somebody chose is asked for ahead of any handler, and where none runs.
    "bot.languages": {"core.coach.settings.language", "core.store.port", "telegram"},
    "bot.logs": {"telegram", "core.store.port"},
    # A view becomes a message here, and its buttons a keyboard.
    "bot.outgoing": SHARED | {"aiohttp", "bot.callbacks", "bot.views.view", "yarl"},
    "bot.reaching": SHARED | {"core.coach", "core.store"},
    "bot.routes": SHARED | {"bot.handlers", "bot.callbacks"},
    "bot.settings": {"dotenv", "pydantic", "pydantic_settings"},
    "bot.terminal": SHARED | {"bot.app"},
    "bot.texts": VALUES | {"babel"},
    "bot.running": {"core.store", "bot"},
    # A call without a network fails as one with it.
    "bot.terminal.request": SHARED | {"bot.terminal", "bot.outgoing.errors"},
    "bot.terminal.chat": SHARED | {"bot.app", "bot.terminal", "core.store.sqlite"},
    # The ringer claims its rows itself: who rings must be sure nobody else does.
    # A bell comes in the topic of a forum in which its athlete trains.
    "bot.timers": SHARED
    | {"core.coach", "core.store.group_topics", "core.store.port", "core.store.timers"}
    | {"bot.charts.studio", "bot.views", "bot.outgoing", "procrastinate"},
    "bot.tokens": VALUES,
    "bot.upkeep": {"bot.clock", "core.coach", "core.store"},
    "bot.views": VALUES | {"bot.texts", "bot.callbacks", "bot.charts.pictures"},
    # A reason holds the id of an exercise; its name is the catalogue's.
    "bot.views.reasons": VALUES | {"bot.texts", "bot.views", "core.catalogue"},
    # The composition root: the one place that creates and joins things.
    "bot.app": {"core", "bot", "telegram", "aiohttp"},
    "bot.figures": set(),
    "bot.memory": set(),
    "bot.health": {"core.store", "bot.clock", "bot.metrics", "aiohttp"},
    "bot.metrics": {"bot.figures", "prometheus_client"},
    "bot.__main__": {"core", "bot"},
}
PURE = ("core.units", "core.model", "core.training", "core.imports")

# core is given the moment and draws nothing: none of these, whatever they would be used for.
CLOCKS_AND_DICE = {"time", "random", "secrets", "uuid", "asyncio", "threading", "socket", "os.environ"}
NOW = {"now", "utcnow", "today"}


def within(dotted: str, room: str) -> bool:
    return dotted == room or dotted.startswith(f"{room}.")


def room_of(name: str) -> str | None:
    return max((room for room in ROOMS if within(name, room)), key=len, default=None)


def strays(module: Module) -> list[str]:
    """The imports of a module that its room does not allow."""
    room = room_of(module.name)
    if room is None:
        return [] if module.name in ("core", "bot") else [f"{module.place}: a room that is not in the table"]
    allowed = ROOMS[room] | {room}
    return [
        f"{module.at(node)}: {room} may not import {imported}"
        for node, imported in module.imports()
        if imported.split(".")[0] not in sys.stdlib_module_names
        and not any(within(imported, name) for name in allowed)
    ]


def test_every_room_imports_only_what_the_table_allows() -> None:
    assert [stray for module in modules("core", "bot") for stray in strays(module)] == []


def test_the_table_sees_a_stray_import() -> None:
    tree = ast.parse("from core import units\nimport rapidfuzz\nfrom core.store.port import Tx\n")
    module = Module("core.training.session.planner", "core/training/session/planner.py", "", tree)
    assert strays(module) == [
        "core/training/session/planner.py:2: core.training may not import rapidfuzz",
        "core/training/session/planner.py:3: core.training may not import core.store.port",
    ]


def test_the_pure_rooms_import_the_standard_library_and_each_other_only() -> None:
    foreign = [
        f"{module.at(node)}: {imported}"
        for module in modules("core")
        if any(within(module.name, room) for room in PURE) and module.name != "core.training.__main__"
        for node, imported in module.imports()
        if imported.split(".")[0] not in sys.stdlib_module_names
        and not any(within(imported, room) for room in PURE)
    ]
    assert foreign == []


def clocks_and_dice(module: Module) -> list[str]:
    found = []
    engine = within(module.name, "core.store")
    for node, imported in module.imports():
        # The store's engine is the one awaitable thing in core: it waits for its thread.
        if any(within(imported, name) for name in CLOCKS_AND_DICE) and not (engine and imported == "asyncio"):
            found.append(f"{module.at(node)}: imports {imported}")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in NOW and "date" in ast.unparse(node.value):
            found.append(f"{module.at(node)}: {ast.unparse(node)}")
    return found


def test_core_reads_no_clock_and_draws_no_numbers() -> None:
    assert [found for module in modules("core") for found in clocks_and_dice(module)] == []


@pytest.mark.parametrize(
    "line", ["import random", "from time import time", "x = datetime.now(UTC)", "x = dt.date.today()"]
)
def test_a_clock_in_core_is_seen(line: str) -> None:
    assert clocks_and_dice(Module("core.coach.workout", "core/coach/workout/lifting.py", "", ast.parse(line)))


def test_the_import_contracts_are_kept() -> None:
    check = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
