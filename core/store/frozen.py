"""Frozen nouns as JSON: how one is laid down in a text column and taken out again.

pydantic reads the nouns' own annotations, so a field added there needs nothing here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from core.model.session import Session


@cache
def _sessions() -> TypeAdapter[Session]:
    return TypeAdapter(Session)


def write_session(session: Session) -> str:
    """The session as JSON text; `read_session` gives back an equal one."""
    return _sessions().dump_json(session).decode()


def read_session(text: str) -> Session:
    """The session that `write_session` wrote. Raises ValueError for any other text."""
    return _sessions().validate_json(text)


@cache
def _any(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def plain_of(value: object) -> Any:
    """Any frozen noun as JSON knows it: objects, lists, numbers and texts, by its own field names."""
    kind: Any = type(value)
    return _any(kind).dump_python(value, mode="json")
