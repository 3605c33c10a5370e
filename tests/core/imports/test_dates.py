"""Dates of two numbers: which of them is the month is told by the whole file, or by its owner."""

from __future__ import annotations

from datetime import date

import pytest

from core.imports import Told, read_log
from core.model.imported import FileFault, ImportedLog, NotRead, RowFault, RowTrouble

LAST_DAY = date(2026, 6, 1)
HEADING = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"


def read(*days: str, month_first: bool | None = None) -> list[str] | NotRead:
    rows = [f"{day},Deadlift,Back,140,kgs,5,,,," for day in days]
    log = read_log("\n".join((HEADING, *rows)).encode(), Told(None, month_first), LAST_DAY)
    if not isinstance(log, ImportedLog):
        return log
    return [f"{workout.started_at:%Y-%m-%d %H:%M}" for workout in log.workouts]


def test_one_day_above_twelve_tells_for_the_whole_file() -> None:
    many = ["03/04/2025"] * 3_000
    assert read(*many, "13/04/2025") == ["2025-04-03 12:00", "2025-04-13 12:00"]
    assert read(*many, "04/13/2025") == ["2025-03-04 12:00", "2025-04-13 12:00"]


def test_what_nothing_tells_is_asked() -> None:
    asked = NotRead(FileFault.NO_ORDER, (RowTrouble(3, RowFault.DATE, "03/04/2025"),))
    assert read("05/05/2025", "03/04/2025") == asked
    assert read("03/04/2025", month_first=False) == ["2025-04-03 12:00"]
    assert read("03/04/2025", month_first=True) == ["2025-03-04 12:00"]


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (["05/05/2025"], ["2025-05-05 12:00"]),
        (["03.04.2025"], ["2025-04-03 12:00"]),
        (["2025-04-03"], ["2025-04-03 12:00"]),
        (["05/07/2026"], ["2026-05-07 12:00"]),  # in July it would not have been yet
        (["13/04/2025 6:05 PM"], ["2025-04-13 18:05"]),
        (["12-31-2025 12:00 am"], ["2025-12-31 00:00"]),
    ],
)
def test_what_is_plain_is_not_asked(days: list[str], dates: list[str]) -> None:
    assert read(*days) == dates


def test_an_owners_word_does_not_change_what_the_file_tells() -> None:
    assert read("13/04/2025", "03/04/2025", month_first=True) == ["2025-04-03 12:00", "2025-04-13 12:00"]


def test_a_slip_among_dates_is_told_with_its_line() -> None:
    refused = read("04/13/2025", "04/14/2025", "45/04/2025")
    assert refused == NotRead(FileFault.BAD_ROWS, (RowTrouble(4, RowFault.DATE, "45/04/2025"),), 1)
