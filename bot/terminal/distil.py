"""Distils the Bot API's machine-readable description into `spec.json`: names, types, what is required.

Run as `python -m bot.terminal.distil api.json > bot/terminal/spec.json` when Telegram publishes a new
version. Prose is left out, except for the fixed words ("always photo") that tell one kind of object from
another. How the result is read and used: `spec.py`, `validation.py`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_FIXED = re.compile(r"(?:always|must be) [\"“*]?([a-z_0-9]+)[\"”*]?(?:\.|,|$| )")
_NAMES_A_KIND = frozenset({"type", "source", "status"})


def _notation(field: Mapping[str, Any]) -> str:
    """`Integer|String!`: a required number or text; `String=photo!`: a required text, always "photo"."""
    notation = "|".join(field["types"])
    if field["name"] in _NAMES_A_KIND and field["types"] == ["String"]:
        found = _FIXED.search(field["description"])
        if found and "one of" not in field["description"]:
            notation += f"={found[1]}"
    return notation + ("!" if field["required"] else "")


def _fields(fields: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    return {field["name"]: _notation(field) for field in fields}


def distil(api: Mapping[str, Any]) -> dict[str, Any]:
    """The compact specification: version, methods (`returns`, `takes`), types (fields, or kinds)."""
    methods = {
        name: {"returns": method["returns"], "takes": _fields(method.get("fields", ()))}
        for name, method in api["methods"].items()
    }
    types = {
        name: kind["subtypes"] if kind.get("subtypes") else _fields(kind.get("fields", ()))
        for name, kind in api["types"].items()
    }
    return {"version": api["version"], "methods": methods, "types": types}


def written(spec: Mapping[str, Any]) -> str:
    """The specification as JSON, one method or type a line, so that a new version reads well as a diff."""

    def block(entries: Mapping[str, Any]) -> str:
        return ",\n".join(f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in entries.items())

    return (
        f'{{"version": {json.dumps(spec["version"])},\n'
        f'"methods": {{\n{block(spec["methods"])}\n}},\n'
        f'"types": {{\n{block(spec["types"])}\n}}}}\n'
    )


def main(arguments: list[str]) -> int:
    """Reads the file named by the only argument and prints the compact specification."""
    if len(arguments) != 1:
        print("usage: python -m bot.terminal.distil api.json > spec.json", file=sys.stderr)
        return 2
    api = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    sys.stdout.write(written(distil(api)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
