"""What the preview of a file tells: counts, days, which exercises it names, and weights that look wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.catalogue import Catalogue
from core.coach.data.matching import is_told, matched, own_one_of
from core.coach.data.odd_weights import odd_sets
from core.coach.own_names import clean_name, kept_name
from core.model.exported import Returned
from core.model.imported import (
    FileFault,
    ImportedLog,
    ImportedSet,
    LogFormat,
    NotRead,
    RowFault,
    RowTrouble,
)
from core.model.importing import OWN, SKIP, Beside, ImportedName, Summary
from core.model.session import Measure

MOST_NAMES = 300
MOST_ODD = 5


def summary_of(log: ImportedLog, exercises: Catalogue, maxima: Mapping[str, int]) -> Summary:
    """The preview of a log that could be read. The commonest 300 names are looked up, others left out.

    `maxima` are the athlete's 1RMs in grams by exercise, as far as they are known.
    """
    by_name: dict[str, list[ImportedSet]] = {}
    days: list[date] = []
    for workout in log.workouts:
        days.append(workout.started_at.date())
        for one in workout.sets:
            by_name.setdefault(one.exercise, []).append(one)
    common = sorted(by_name.items(), key=lambda item: -len(item[1]))
    names = [_name(name, sets, exercises) for name, sets in common[:MOST_NAMES]]
    names += [ImportedName(name, len(sets), SKIP, sure=False) for name, sets in common[MOST_NAMES:]]
    odd = odd_sets(log, names, by_name, exercises, maxima)
    return Summary(
        format=log.format,
        workouts=len(log.workouts),
        sets=sum(map(len, by_name.values())),
        first_day=min(days),
        last_day=max(days),
        names=tuple(names),
        odd=tuple(odd[:MOST_ODD]),
        more_odd=max(0, len(odd) - MOST_ODD),
        strange_kinds=log.strange_kinds,
    )


def summary_of_export(returned: Returned) -> Summary | NotRead:
    """The preview of our own JSON; refused where an own exercise has a name that could not be typed."""
    head, workouts = returned.head, returned.workouts
    for place, own in enumerate(head.own_exercises):
        if clean_name(own.name) != own.name:
            trouble = RowTrouble(0, RowFault.VALUE, f"own_exercises[{place}].name")
            return NotRead(FileFault.BAD_VALUES, (trouble,), 1)
    days = [workout.trained_on for workout in workouts]
    return Summary(
        format=LogFormat.EXPORT,
        workouts=len(workouts),
        sets=sum(len(workout.sets) for workout in workouts),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        names=(),
        beside=Beside(
            maxima=len(head.maxima),
            own_exercises=len(head.own_exercises),
            routines=len(head.routines),
            measures=len(head.measures),
            notes=len(head.notes),
            preferences=len(head.preferences),
            aches=len(head.aches),
        ),
    )


def _name(name: str, sets: list[ImportedSet], exercises: Catalogue) -> ImportedName:
    """What a name becomes: a known exercise, a likely one, else a new one; left out is what is no lifting.

    That is what counts time or ways alone and whose name tells nothing: runs, rides, swims.
    """
    found = matched(name, exercises)
    if found.exercise_id is not None:
        return ImportedName(name, len(sets), found.exercise_id, sure=True)
    loaded = any(one.load for one in sets)
    timed = all(one.measure is not Measure.REPS for one in sets)
    own = own_one_of(name, loaded=loaded, timed=timed)
    lifted = loaded or not timed or is_told(name)
    choice = found.near[0] if found.likely else OWN if lifted else SKIP
    kept = kept_name(name)
    called = kept if kept.casefold() != name.casefold() else ""
    return ImportedName(name, len(sets), choice, sure=False, near=found.near, own=own, called=called)
