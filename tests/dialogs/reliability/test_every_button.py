"""Every kind of button there is, pressed by whoever may come upon it: answered once, and nothing fails."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest

from bot.callbacks import ReadSets, encode
from bot.callbacks.spelled import spell
from bot.callbacks.wire import Press
from bot.routes import BUTTONS
from core.model.workout import Entry
from core.units import Load
from tests.dialogs.group.test_group import NO_PIN, bot_messages
from tests.dialogs.stage import Stage


def _field(kind: Any) -> Any:
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    if type(None) in kinds:
        return None
    (kind,) = kinds
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    return {int: 1, str: "bench_press", bool: True, Load: Load.kg(80)}[kind]


def made(kind: type[Press]) -> str:
    hints = get_type_hints(kind)
    values = {one.name: _field(hints[one.name]) for one in fields(kind)}  # type: ignore[arg-type]
    if kind is ReadSets:
        values["sets"] = spell((Entry(Load.kg(80), 8), Entry(Load.kg(80), 7)))
    return encode(kind(**values))


async def presses_all(stage: Stage, *, in_group: bool) -> None:
    """One press of each kind, one after the other; whatever they bring about, each is answered once."""
    group = stage.telegram.add_group("Gym", stage.athlete) if in_group else None
    for count, kind in enumerate(BUTTONS, start=1):
        stage.telegram.user_sends(stage.athlete, "/help", chat=group)
        await stage.settle()
        asked = (bot_messages(stage, group) if group else stage.bot_messages)[-1].id
        stage.telegram.user_presses(stage.athlete, asked, made(kind), group.id if group else None)
        await stage.settle()
        assert len(stage.telegram.ledger.calls("answerCallbackQuery")) == count, kind


@pytest.mark.parametrize("in_group", [True, False])
async def test_of_a_stranger(newcomer: Stage, in_group: bool) -> None:
    await presses_all(newcomer, in_group=in_group)
    newcomer.is_clean()


@pytest.mark.parametrize("in_group", [True, False])
async def test_of_one_who_trains(stage: Stage, in_group: bool) -> None:
    stage.unavoidable = {NO_PIN}
    await stage.hears("/log bench 80x8")
    await presses_all(stage, in_group=in_group)
    stage.is_clean()
