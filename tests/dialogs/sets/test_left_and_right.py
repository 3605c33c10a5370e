"""`8/7`: left and right apart. Both are kept, shown and exported; what both have done is what counts."""

from __future__ import annotations

import json

from core.imports import Told, read_log
from core.model.imported import ImportedLog
from tests.dialogs.data.test_export import files
from tests.dialogs.stage import START, Stage


async def test_both_sides_are_shown_and_the_weaker_one_counts(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ 80x8/7
      👍 on 4
   3  (edited) ✓ 80 kg × 8/7 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
…
   3  (edited) Bench press 1/4 ✓ 80 kg × 8/7
▸ 9
…
▸ >3 7/8
…
▸ /finish
…
  10· Done · 2 min · 2 sets · 1,235 kg lifted
      Bench press: 80 kg × 7/8 · 75 kg × 9
…
""")
    first, second = (await stage.workout()).sets
    assert (first.reps, first.sides) == (7, (7, 8))
    assert (second.reps, second.sides) == (9, None)
    stage.is_clean()


async def test_a_correction_of_the_reps_takes_the_sides_away(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8/7", "@9")
    (done,) = (await stage.workout()).sets
    assert (done.sides, done.rir) == ((8, 7), 1)
    await stage.hears("~4 8")
    (done,) = (await stage.workout()).sets
    assert (done.reps, done.sides, done.rir) == (8, None, 1)
    stage.is_clean()


async def test_undo_and_back_keep_them(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8/7", "/undo", "[Put it back]")
    (done,) = (await stage.workout()).sets
    assert done.sides == (8, 7)
    stage.is_clean()


async def test_they_are_in_both_files_and_come_back_from_one(stage: Stage) -> None:
    await stage.hears("yesterday: lunge 40x8/7", "/export")
    found = files(stage)
    whole = json.loads(found["spotter-2026-03-02.json"])
    assert whole["workouts"][0]["sets"][0]["sides"] == [8, 7]
    log = read_log(found["spotter-2026-03-02.csv"], Told(), START.date())
    assert isinstance(log, ImportedLog)
    (done,) = log.workouts[0].sets
    assert (done.reps, done.sides) == (7, (8, 7))
