"""Drop sets, failure, AMRAP and warm-ups are told as what they are, and what is told can be sent back."""

from __future__ import annotations

import pytest

from core.model.workout import SetKind
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


@pytest.mark.parametrize(
    ("typed", "shown", "kind"),
    [
        ("80x6 f", "80 kg × 6 failure", SetKind.FAILURE),
        ("80x8 amrap", "80 kg × 8 AMRAP", SetKind.AMRAP),
        ("60x8 d", "60 kg × 8 drop", SetKind.DROP),
    ],
)
async def test_the_kind_stands_behind_the_set_everywhere(
    stage: Stage, typed: str, shown: str, kind: SetKind
) -> None:
    await stage.hears(*STARTED)
    heard = await stage.hears(typed)
    assert f"✓ {shown}" in heard
    await stage.hears("+5m", shown)
    assert [one.kind for one in (await stage.workout()).sets] == [kind, kind]
    heard = await stage.hears("/finish", "/history", "[Mon 2 Mar · Upper body A]")
    assert shown in heard
    stage.is_clean()


async def test_the_same_in_german(stage: Stage) -> None:
    await stage.hears("%de", "/language de", *STARTED[:1], "[▶ Los]")
    assert "✓ 80 kg × 6 Versagen" in await stage.hears("80x6 f")
    await stage.hears("+5m", "60 kg × 8 Dropsatz")
    assert [one.kind for one in (await stage.workout()).sets] == [SetKind.FAILURE, SetKind.DROP]
    stage.is_clean()
