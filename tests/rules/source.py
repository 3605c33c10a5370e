"""The project's own source files, read once and parsed, for the rules of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name, its place relative to the root, its text and its tree."""

    name: str
    place: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        return f"{self.place}:{getattr(node, 'lineno', 1)}"

    def imports(self) -> Iterator[tuple[ast.AST, str]]:
        """Every imported module, wherever in the file, as a full dotted name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                # `from core import units` imports core.units, `from core.units import kg` core.units.
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    yield node, whole if is_module(whole) else node.module
            elif isinstance(node, ast.ImportFrom):
                yield node, "relative import"


@cache
def is_module(dotted: str) -> bool:
    path = ROOT.joinpath(*dotted.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


@cache
def modules(*tops: str) -> tuple[Module, ...]:
    """Every module below the named folders of the root, in the order of their places."""
    return tuple(_parsed(path) for top in tops for path in sorted((ROOT / top).rglob("*.py")))


def _parsed(path: Path) -> Module:
    place = path.relative_to(ROOT)
    parts = place.with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Module(name, place.as_posix(), text, ast.parse(text, filename=str(place)))
