"""The rules of the house that no linter knows: sizes, names, and the habits to avoid."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.rules.source import ROOT, Module, modules

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 50

# Files that are one list by design, and would not be easier to read in two.
ONE_LIST = {"bot/routes.py"}

# What opens a database speaks to it before the queries are there.
ENGINES = {"core/store/migrating.py", "core/store/sqlite.py", "core/store/postgres.py"}

EMPTY_NAMES = {"data", "info", "manager", "managers", "helper", "helpers", "util", "utils", "misc", "common"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError|pragma: no cover)\b")

# A statement at the opening of a string. Sentences open with a capital and go on small; SQL doesn't.
SQL = re.compile(
    r"\s*(?:SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX)\s"
    r"|select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(?:table|index)\s)"
)

# A file named where words are: `bringing.py` of the same folder, else with its room, as `timers/bringing.py`
# or from the root; one with a star is no file.
NAMED_MODULE = re.compile(r"`([\w/]+\.py)`")

Rule = Callable[[Module], Iterator[str]]


def long_files(module: Module) -> Iterator[str]:
    lines = module.text.count("\n")
    if lines > MOST_LINES_OF_A_FILE and module.place not in ONE_LIST:
        yield f"{module.place}: {lines} lines, at most {MOST_LINES_OF_A_FILE}: split it by duty"


def long_functions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{module.at(node)}: {node.name} has {lines} lines, at most {MOST_LINES_OF_A_FUNCTION}"


def swallowed_exceptions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        match node:
            case ast.ExceptHandler(type=caught, body=body) if _is_broad(caught) and all(map(_is_idle, body)):
                yield f"{module.at(node)}: every exception is swallowed"
            case ast.Call(func=called, args=args) if ast.unparse(called).endswith("suppress"):
                if any(map(_is_broad, args)):
                    yield f"{module.at(node)}: every exception is suppressed"


def _is_broad(caught: ast.expr | None) -> bool:
    return caught is None or ast.unparse(caught) in ("Exception", "BaseException")


def _is_idle(step: ast.stmt) -> bool:
    constant = isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant)
    return constant or isinstance(step, ast.Pass | ast.Continue | ast.Break)


def buttons_cut_by_hand(module: Module) -> Iterator[str]:
    if module.place.startswith("bot/callbacks/") or not module.place.startswith("bot/"):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.keyword) and node.arg == "callback_data" and _is_a_string(node.value):
            yield f"{module.at(node.value)}: a button's callback_data is made in bot/callbacks only"


def _is_a_string(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str)
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Attribute) and value.func.attr in ("format", "join")
    return isinstance(value, ast.JoinedStr | ast.BinOp)


def sql_in_python(module: Module) -> Iterator[str]:
    """Statements in Python: none at all but in the engines, and there never put together from parts."""
    put_together = {
        part
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr | ast.BinOp) or _is_formatted(node)
        for part in ast.walk(node)
    }
    engine = module.place in ENGINES
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(value=str(text)) if SQL.match(text) and (not engine or node in put_together):
                yield f"{module.at(node)}: SQL stands in core/store/sql/*.sql: {text[:40]!r}"


def _is_formatted(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "format"


def unfinished(module: Module) -> Iterator[str]:
    for number, line in enumerate(module.text.splitlines(), start=1):
        if UNFINISHED.search(line):
            yield f"{module.place}:{number}: {line.strip()}"


def empty_names(module: Module) -> Iterator[str]:
    # `data` is one of the coach's features (export, import, erase), and so are its handler and view.
    last = module.name.rsplit(".", 1)[-1]
    if last in EMPTY_NAMES and module.name not in ("core.coach.data", "bot.handlers.data", "bot.views.data"):
        yield f"{module.place}: the name says nothing about the duty"


def gone_modules(module: Module) -> Iterator[str]:
    """A comment or docstring that sends its reader to a file that isn't there, or leaves its room unsaid."""
    home = (ROOT / module.place).parent
    above = [folder for folder in (home, *home.parents) if folder.is_relative_to(ROOT)]
    return _names_of_nowhere(module.place, module.text, (home,), above)


def _names_of_nowhere(
    place: str, text: str, bare: Iterable[Path], with_their_room: Iterable[Path]
) -> Iterator[str]:
    """Files named in a text that stand in none of the folders where such a name is looked for."""
    for number, line in enumerate(text.splitlines(), start=1):
        for named in NAMED_MODULE.findall(line):
            folders = with_their_room if "/" in named else bare
            if not any((folder / named).is_file() for folder in folders):
                yield f"{place}:{number}: there is no {named}"


def mocks_and_sleeps(module: Module) -> Iterator[str]:
    for node, imported in module.imports():
        if imported.startswith(("unittest.mock", "mock", "pytest_mock")):
            yield f"{module.at(node)}: imports {imported}"
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(module="time" | "asyncio" as origin, names=names):
                if any(alias.name == "sleep" for alias in names):
                    yield f"{module.at(node)}: call {origin}.sleep by its whole name"
            case ast.Call(func=called) if ast.unparse(called) in ("time.sleep", "asyncio.sleep"):
                if ast.unparse(node) != "asyncio.sleep(0)":
                    yield f"{module.at(node)}: {ast.unparse(node)}: wait for an event, not for a while"


RULES_OF_THE_SOURCE: tuple[Rule, ...] = (
    long_files,
    long_functions,
    swallowed_exceptions,
    buttons_cut_by_hand,
    sql_in_python,
    unfinished,
    empty_names,
    gone_modules,
)


@pytest.mark.parametrize("rule", RULES_OF_THE_SOURCE, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule: Rule) -> None:
    assert [broken for module in modules("core", "bot") for broken in rule(module)] == []


def test_tests_neither_mock_nor_sleep() -> None:
    assert [broken for module in modules("tests") for broken in mocks_and_sleeps(module)] == []


def test_tests_and_measurements_name_files_that_are_there() -> None:
    named = _but_this_one("tests", "tools", "benchmarks")
    assert [broken for module in named for broken in gone_modules(module)] == []


def test_pages_name_files_from_the_root() -> None:
    root = (ROOT,)
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert pages
    read = ((page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8")) for page in pages)
    assert [broken for place, text in read for broken in _names_of_nowhere(place, text, root, root)] == []


def test_tests_are_finished_too() -> None:
    assert [broken for module in _but_this_one("tests") for broken in unfinished(module)] == []


def _but_this_one(*tops: str) -> list[Module]:
    return [module for module in modules(*tops) if module.place != "tests/rules/test_house.py"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (long_files, "x = 1\n" * 301),
        (long_functions, "def f():\n" + "    x = 1\n" * 50),
        (swallowed_exceptions, "try:\n    f()\nexcept Exception:\n    pass\n"),
        (swallowed_exceptions, "try:\n    f()\nexcept:\n    ...\n"),
        (swallowed_exceptions, "with contextlib.suppress(Exception):\n    f()\n"),
        (buttons_cut_by_hand, "button('Done', callback_data=f'done:{n}')"),
        (buttons_cut_by_hand, "button('Done', callback_data='done:' + n)"),
        (sql_in_python, "tx.execute(f'SELECT id FROM {table}')"),
        (sql_in_python, "tx.execute('delete from workout where id = %s' % n)"),
        (unfinished, "# TODO later\n"),
        (gone_modules, "# bells are `bot/handlers/nowhere.py`'s\n"),
        (gone_modules, "# bells are `nowhere.py`'s\n"),
        (gone_modules, "# bells are `ringer.py`'s\n"),
        (mocks_and_sleeps, "from unittest.mock import MagicMock"),
        (mocks_and_sleeps, "await asyncio.sleep(0.1)"),
        (mocks_and_sleeps, "from time import sleep"),
    ],
)
def test_a_broken_rule_is_seen(rule: Rule, text: str) -> None:
    module = Module("bot.sample", "bot/sample.py", text, ast.parse(text))
    assert list(rule(module))


def test_an_engine_may_speak_sql_but_not_put_it_together() -> None:
    text = "tx.execute('select 1 from sqlite_master')\ntx.execute('delete from ' + table)\n"
    module = Module("core.store.sqlite", "core/store/sqlite.py", text, ast.parse(text))
    assert [broken.split(": ")[0] for broken in sql_in_python(module)] == ["core/store/sqlite.py:2"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (swallowed_exceptions, "try:\n    f()\nexcept Exception:\n    log.exception('no')\n"),
        (swallowed_exceptions, "try:\n    f()\nexcept KeyError:\n    pass\n"),
        (buttons_cut_by_hand, "button('Done', callback_data=Done(3).packed())"),
        (sql_in_python, "say('Select an exercise from the list')"),
        (sql_in_python, "say('Update your set')"),
        (gone_modules, "# bells are `routes.py`'s, `timers/ringer.py`'s and `core/units.py`'s\n"),
        (mocks_and_sleeps, "await asyncio.sleep(0)"),
    ],
)
def test_what_is_allowed_passes(rule: Rule, text: str) -> None:
    module = Module("bot.sample", "bot/sample.py", text, ast.parse(text))
    assert list(rule(module)) == []
