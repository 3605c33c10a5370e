"""Collects every text of the bot that can be translated, by reading its sources; `texts.py` writes the files.

A text is the first argument of `say` or `word` (the first two of `say_n` and `word_n`). One that stands in a
table is followed to it: through the names of its function, then of its module. What cannot be followed is an
error, for nobody could translate it. Exercises say theirs in `core/catalogue`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from core.catalogue import catalogue

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = "core/catalogue/exercises.toml"

SPEAKERS = {"say": 1, "word": 1, "say_n": 2, "word_n": 2}
CALLABLES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
# What an exercise says of itself is read from the file of exercises.
OF_AN_EXERCISE = {"cues", "equipment", "mistake", "name"}
# A text of nothing but values, tags and signs is the same in every language.
_NO_WORDS = re.compile(r"\{\w*\}|</?[^>]*>")

Text = str | tuple[str, str]
Found = dict[Text, str]


class Unfollowed(Exception):
    """A text comes from where the collector cannot see it."""


def collected() -> Found:
    """Every text (a pair where it is counted) and the file it was found in first, in the files' order."""
    found: Found = {}
    for path in sorted((ROOT / "bot").rglob("*.py")):
        name = path.relative_to(ROOT)
        for text in texts_in(ast.parse(path.read_text(encoding="utf-8")), name):
            found.setdefault(text, str(name))
    for text in _of_exercises():
        found.setdefault(text, EXERCISES)
    counted = {text[0] for text in found if isinstance(text, tuple)}
    return {text: path for text, path in found.items() if text not in counted}


def texts_in(tree: ast.Module, path: Path) -> Iterator[Text]:
    """The texts of one module, `path` from the root. Raises Unfollowed where one cannot be found."""
    return _Source(tree, path).texts()


def _of_exercises() -> Iterator[str]:
    for exercise in catalogue().exercises:
        yield exercise.name
        yield from exercise.cues
        yield exercise.mistake
        yield from exercise.equipment
    yield from catalogue().muscles


class _Source:
    """One module: its tree, and what its names are when it is imported."""

    def __init__(self, tree: ast.Module, path: Path) -> None:
        self._path = path
        self._calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _speaker(node)]
        self._above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}

    def texts(self) -> Iterator[Text]:
        for call in self._calls:
            wanted = SPEAKERS[_speaker(call)]
            if wanted == 1:
                yield from self._followed(call.args[0], call)
            elif isinstance(call.args[0], ast.Starred):
                yield from self._pairs(call.args[0].value, call)
            else:
                ones, manies = (list(self._followed(one, call)) for one in call.args[:2])
                yield from zip(ones, manies, strict=True)

    def _followed(self, value: ast.expr, call: ast.AST) -> Iterator[str]:
        """All that an argument can be."""
        values = [*self._values(value, call, frozenset())]
        if not values:
            raise Unfollowed(f"{self._path}:{value.lineno}: {ast.unparse(value)} leads nowhere")
        found = [text for one in values for text in _strings(one)]
        yield from (text for text in found if any(sign.isalpha() for sign in _NO_WORDS.sub("", text)))

    def _pairs(self, value: ast.expr, call: ast.AST) -> Iterator[tuple[str, str]]:
        for one in self._values(value, call, frozenset()):
            yield from one.values() if isinstance(one, Mapping) else [one]

    def _values(self, value: ast.expr, at: ast.AST, seen: frozenset[int]) -> Iterator[Any]:
        """What an expression can be, as far as its words go."""
        match value:
            case ast.Constant(value=known):
                yield known
            case ast.Name():
                yield from self._named(value, at, seen)
            case ast.Call():
                yield from self._called(value, at, seen)
            case ast.Attribute():
                yield from self._attribute(value, at, seen)
            case ast.ListComp(elt=one) | ast.GeneratorExp(elt=one):
                yield from self._values(one, one, seen)
            case _:
                for part in self._parts(value):
                    yield from self._values(part, at, seen)

    def _parts(self, value: ast.expr) -> list[ast.expr]:
        """The expressions one of which, or all of which, an expression is."""
        match value:
            case ast.IfExp(body=one, orelse=other):
                return [one, other]
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
                return values
            case ast.Dict(values=values):
                return values
            case ast.Subscript(value=table):
                return [table]
            case _:
                raise Unfollowed(f"{self._path}:{value.lineno}: {ast.unparse(value)}")

    def _called(self, call: ast.Call, at: ast.AST, seen: frozenset[int]) -> Iterator[Any]:
        match call:
            case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, *otherwise]):
                # What a table does not hold is mostly said by its own name: nobody's words to translate.
                texts = [one for one in otherwise if isinstance(one, (ast.Constant, ast.Subscript))]
                yield from self._each((table, *texts), at, seen)
            case ast.Call(func=ast.Attribute(value=table, attr="items" | "values")):
                yield from self._values(table, at, seen)
            case ast.Call(func=ast.Name(id="enumerate" | "zip" | "sorted" | "reversed"), args=args):
                yield from self._each(args, at, seen)
            case ast.Call(func=ast.Name(id=name), args=[], keywords=[]):
                yield getattr(self._module, name)()
            case _:
                raise Unfollowed(f"{self._path}:{call.lineno}: {ast.unparse(call)}")

    def _attribute(self, value: ast.Attribute, at: ast.AST, seen: frozenset[int]) -> Iterator[Any]:
        holder = value.value
        if isinstance(holder, ast.Name) and isinstance(getattr(self._module, holder.id, None), ModuleType):
            yield getattr(getattr(self._module, holder.id), value.attr)
        elif value.attr in OF_AN_EXERCISE:
            yield OF_AN_EXERCISE
        else:
            for one in self._values(holder, at, seen):
                yield from (getattr(each, value.attr) for each in _objects(one))

    def _each(self, values: Iterable[ast.expr], at: ast.AST, seen: frozenset[int]) -> Iterator[Any]:
        for value in values:
            yield from self._values(value, at, seen)

    def _named(self, name: ast.Name, at: ast.AST, seen: frozenset[int]) -> Iterator[Any]:
        """What a name stands for: bound in the functions around it, else in the module."""
        for scope in self._scopes(at):
            sources = [*_bindings(scope, name.id)]
            if sources:
                for place, source in sources:
                    if id(source) not in seen:
                        yield from _at_place(self._values(source, source, seen | {id(source)}), place)
                return
            if isinstance(scope, CALLABLES) and name.id in _parameters(scope):
                yield from self._given(scope, name)
                return
        if not hasattr(self._module, name.id):
            raise Unfollowed(f"{self._path}:{name.lineno}: nothing is called {name.id}")
        yield getattr(self._module, name.id)

    def _given(self, scope: ast.AST, name: ast.Name) -> Iterator[Any]:
        """What a parameter is given by the callers in this module."""
        names = _parameters(scope)
        place = names.index(name.id) - (names[0] == "self")
        callers = [
            node
            for node in self._above
            if isinstance(node, ast.Call)
            and ast.unparse(node.func).removeprefix("self.") == getattr(scope, "name", None)
        ]
        if not callers:
            raise Unfollowed(f"{self._path}:{name.lineno}: {name.id} is given from elsewhere")
        for call in callers:
            named = [one.value for one in call.keywords if one.arg == name.id]
            yield from self._values((named or call.args[place : place + 1])[0], call, frozenset())

    def _scopes(self, node: ast.AST) -> Iterator[ast.AST]:
        while (node := self._above.get(node)) is not None:  # type: ignore[assignment]
            if isinstance(node, (*CALLABLES, *COMPREHENSIONS)):
                yield node

    @property
    def _module(self) -> ModuleType:
        return import_module(".".join(self._path.with_suffix("").parts))


def _speaker(call: ast.Call) -> str:
    called = call.func
    return called.id if isinstance(called, ast.Name) and called.id in SPEAKERS else ""


def _parameters(scope: ast.AST) -> list[str]:
    args: ast.arguments = scope.args  # type: ignore[attr-defined]
    return [one.arg for one in (*args.posonlyargs, *args.args, *args.kwonlyargs)]


def _bindings(scope: ast.AST, name: str) -> Iterator[tuple[int | None, ast.expr]]:
    """Where a function or comprehension gives a name its value, and at which place of a tuple."""
    for node in ast.walk(scope):
        target, value = _bound(node)
        if isinstance(target, ast.Name) and target.id == name and value is not None:
            yield None, value
        elif isinstance(target, ast.Tuple) and value is not None:
            rows = _written_rows(value, len(target.elts))
            for place in (at for at, one in enumerate(target.elts) if ast.unparse(one) == name):
                yield from ((None, row.elts[place]) for row in rows)
                if not rows:
                    yield place, value


def _bound(node: ast.AST) -> tuple[ast.expr | None, ast.expr | None]:
    """What a node names, and the expression it names."""
    match node:
        case ast.Assign(targets=[target], value=value):
            return target, value
        case ast.AnnAssign(target=target, value=value) | ast.NamedExpr(target=target, value=value):
            return target, value
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            return _of_each(target, value)
        case _:
            return None, None


def _written_rows(value: ast.expr, width: int) -> list[ast.Tuple]:
    """The rows of a table that is written out on the spot; empty for anything else."""
    rows = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
    whole = [row for row in rows if isinstance(row, ast.Tuple) and len(row.elts) == width]
    return whole if len(whole) == len(rows) else []


def _of_each(target: ast.expr, value: ast.expr) -> tuple[ast.expr, ast.expr]:
    """What a loop over `enumerate(…)` or `….items()` gives beside the number or the key."""
    match target, value:
        case ast.Tuple(elts=[_, second]), ast.Call(func=ast.Attribute(attr="items")):
            return second, value
        case ast.Tuple(elts=[_, second]), ast.Call(func=ast.Name(id="enumerate"), args=[inner, *_]):
            return second, inner
        case _:
            return target, value


def _at_place(values: Iterable[Any], place: int | None) -> Iterator[Any]:
    """Of tuples, whether one or many in a table, what stands at that place; else all there is."""
    for value in values:
        rows = [value] if isinstance(value, tuple) and value and type(value[0]) is str else value
        rows = rows.values() if isinstance(rows, Mapping) else rows
        if place is None or isinstance(rows, str):
            yield value
        elif isinstance(rows, Iterable) and all(isinstance(row, (tuple, list)) for row in rows):
            yield from (row[place] for row in rows if place < len(row))
        else:
            yield value


def _strings(value: Any) -> Iterator[str]:
    """The plain strings in a value: of a table its values, never its keys; no enum's."""
    if type(value) is str:
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _strings(one)


def _objects(value: Any) -> Iterator[Any]:
    if is_dataclass(value):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _objects(one)
