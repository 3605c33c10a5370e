"""How tests run on any machine; fixtures are not here (tests/conftest.py)."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

# As bot/outgoing sets it: otherwise spans would be seconds or timedeltas by which tests run together.
os.environ["PTB_TIMEDELTA"] = "1"

# Conversations are compared in it, from several folders: a difference is shown line by line.
pytest.register_assert_rewrite("tests.dialogs.stage")

# A slow or busy machine is no failure of a rule, so an example may take its time.
settings.register_profile("spotter", deadline=None, print_blob=True)
settings.load_profile("spotter")


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
    """Pass every report on in a form that can be sent from a worker.

    Spotter is tested with half surrogate pairs, since Telegram's JSON may hold them; one in a captured log
    would end the whole run.
    """
    return sendable((yield))


UNMEASURED = ("tests/faults", "tests/walks", "tests/rules", "tests/transcripts")
"""What runs outside of coverage: it drives processes of its own, or looks at the source.

So does what hypothesis makes up: the same lines a hundred times, and which of them is chance.
"""


def pytest_configure(config: pytest.Config) -> None:
    """Know the mark of what is long."""
    config.addinivalue_line("markers", "faults: long; left out unless tests/faults is named")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is long, but for `make faults`, and measure only what coverage is for."""
    for item in items:
        made_up = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if config.pluginmanager.hasplugin("_cov") and (made_up or item.nodeid.startswith(UNMEASURED)):
            item.add_marker("no_cover")
    if any("faults" in str(argument) for argument in config.invocation_params.args):
        return
    long = [item for item in items if item.get_closest_marker("faults")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
