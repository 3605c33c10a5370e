"""How test reports travel between pytest's workers; fixtures are not here (tests/conftest.py).

Spotter is tested with half surrogate pairs, since Telegram's JSON may hold them; a report that carries one
in its captured log could not be sent from a worker and would end the whole run.
"""

from __future__ import annotations

from collections.abc import Generator

import pytest


def sendable(part: object) -> object:
    """The same report part, with whatever UTF-8 can't hold spelled out as an escape."""
    match part:
        case str():
            return part.encode("utf-8", "backslashreplace").decode("utf-8")
        case dict():
            return {key: sendable(value) for key, value in part.items()}
        case list() | tuple():
            return type(part)(sendable(value) for value in part)
    return part


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, object, object]:
    """Pass every report on in a form that can be sent."""
    return sendable((yield))
