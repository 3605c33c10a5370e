"""Is this call one that the Bot API knows? Names, required parameters, types, down to the last nested object.

Stricter than Telegram in one respect: a parameter or field that Telegram would silently ignore is refused by
name, because in a test it is always a mistake. Rules about *values* (lengths, buttons, HTML) are not here
but in `formatting.py`, `html.py` and `keyboards.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.terminal.spec import Field, Method, bot_api
from bot.terminal.wire import Json, Refused, Upload, bad_request

_WHOLE = re.compile(r"[+-]?\d{1,19}\Z")
_LIST = "Array of "
_WRITTEN_PLAIN = frozenset({"String", "InputFile", "Integer", "Float", "Boolean"})
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}
# Telegram has words of its own where these are missing.
_MISSING = {"chat_id": "chat_id is empty", "text": "message text is empty"}


class _Mismatch(Exception):
    """`where` is the path inside the parameter, `depth` how far the value fitted before it did not."""

    def __init__(self, why: str, depth: int) -> None:
        super().__init__(why)
        self.depth = depth


def check_call(
    name: str, given: Mapping[str, object], uploads: Mapping[str, Upload] | None = None
) -> tuple[Method, Json]:
    """The method and its parameters, decoded to their types.

    `given` holds texts as a form brings them (objects and lists as JSON) or native values from a JSON body.
    Raises `Refused`: 404 for an unknown method, 400 for anything that doesn't fit.
    """
    method = bot_api().method(name)
    if method is None:
        raise Refused(404, "Not Found")
    present: dict[str, object] = {key: given[key] for key in given if given[key] is not None}
    for part, upload in (uploads or {}).items():
        if part in method.takes:
            present[part] = upload
    unknown = sorted(set(present) - set(method.takes))
    if unknown:
        raise bad_request(f'{method.name} has no parameter "{unknown[0]}"')
    return method, {
        key: _parameter(field, present[key])
        for key, field in method.takes.items()
        if _is_there(field, present)
    }


def _is_there(field: Field, present: Mapping[str, object]) -> bool:
    """An empty form value means "not given", except where it is a text."""
    there = field.name in present and (present[field.name] != "" or field.types == ("String",))
    if field.required and not there:
        raise bad_request(_MISSING.get(field.name, f'parameter "{field.name}" is required'))
    return there


def _parameter(field: Field, value: object) -> object:
    if isinstance(value, Upload):
        if "InputFile" not in field.types:
            raise bad_request(f'parameter "{field.name}" can\'t be a file')
        return value
    try:
        return _fit(_from_form(field, value), field.types, field.name, 0)
    except _Mismatch as mismatch:
        raise bad_request(f"can't parse {field.name}: {mismatch}") from None


def _from_form(field: Field, value: object) -> object:
    """A form brings only texts: read numbers, flags, objects and lists out of them as the types demand."""
    if not isinstance(value, str):
        return value
    for kind in field.types:
        if kind == "Integer" and _WHOLE.match(value):
            return int(value)
        if kind == "Boolean" and value.lower() in _BOOLEANS:
            return _BOOLEANS[value.lower()]
        if kind == "Float":
            return _number(value)
    if _WRITTEN_PLAIN & set(field.types):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise _Mismatch(f"{field.types[0]} expected", 0) from None


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _fit(value: object, types: Sequence[str], path: str, depth: int) -> object:
    """The value if it fits one of the types; otherwise the complaint of the type that it fitted furthest."""
    best: _Mismatch | None = None
    for kind in types:
        try:
            return _fit_one(value, kind, path, depth)
        except _Mismatch as mismatch:
            if best is None or mismatch.depth > best.depth:
                best = mismatch
    assert best is not None, f"{path} has no type"
    raise best


def _fit_one(value: object, kind: str, path: str, depth: int) -> object:
    spec = bot_api()
    if kind.startswith(_LIST):
        return _fit_list(value, kind.removeprefix(_LIST), path, depth)
    if kind in spec.kinds:
        return _fit(value, spec.kinds[kind], path, depth)
    if kind in spec.types and kind != "InputFile":
        return _fit_object(value, kind, path, depth)
    if not _is_plain(value, kind):
        raise _Mismatch(f"{path} must be of type {kind}", depth)
    return value


def _is_plain(value: object, kind: str) -> bool:
    match kind:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case _:
            return isinstance(value, str)


def _fit_list(value: object, kind: str, path: str, depth: int) -> list[object]:
    if not isinstance(value, list):
        raise _Mismatch(f"{path} must be an array of {kind}", depth)
    return [_fit_one(item, kind, f"{path}[{place}]", depth + 1) for place, item in enumerate(value)]


def _fit_object(value: object, kind: str, path: str, depth: int) -> Json:
    if not isinstance(value, dict):
        raise _Mismatch(f"{path} must be a {kind}", depth)
    fields = bot_api().types[kind]
    for field in fields.values():
        if field.fixed is not None and value.get(field.name, field.fixed) != field.fixed:
            raise _Mismatch(f'{path}.{field.name} of {kind} must be "{field.fixed}"', depth)
    # Sharing a field with this kind means that it was probably meant: its complaint is the useful one.
    near = depth + (1 if set(value) & set(fields) else 0)
    unknown = sorted(set(value) - set(fields))
    if unknown:
        raise _Mismatch(f'{kind} has no field "{unknown[0]}"', near)
    missing = [field.name for field in fields.values() if field.required and field.name not in value]
    if missing:
        raise _Mismatch(f'{kind} must have a field "{missing[0]}"', near)
    return {key: _fit(item, fields[key].types, f"{path}.{key}", near + 1) for key, item in value.items()}


def misfit(kind: str, value: Any) -> str | None:
    """Why `value` is not a `kind` (`Message`, `Update` ...) of the Bot API; None if it is one. For tests."""
    try:
        _fit_one(value, kind, kind, 0)
    except _Mismatch as mismatch:
        return str(mismatch)
    return None
