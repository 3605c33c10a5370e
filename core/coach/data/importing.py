"""A file's way into the log: read and previewed, staged at a yes, visible at once, undone for a day.

Nothing that is read or staged is seen by any other use case. Which workouts stood there before is told by the
second they began in: one that was corrected since is not added again, one that has grown gets its new sets
(`growing.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.coach.data import growing, returning
from core.coach.data.growing import Retold, standing_of
from core.coach.data.imported_sessions import as_logged
from core.coach.exercises import exercises_of
from core.coach.history.whole_workouts import clean_note
from core.coach.knowing import informed
from core.coach.local_time import zone_of
from core.coach.own_names import MOST_OWN, kept_name
from core.coach.past import history_of
from core.coach.workout.resting import retell_recaps
from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.model.imported import ImportedWorkout, LogFormat
from core.model.importing import OWN, SKIP, Import, ImportedName, ImportState, Shown, Summary
from core.model.outcomes import Unlogged
from core.model.own_exercise import OWN_PREFIX, Kit, Trains, own_exercise
from core.store import imports
from core.store.athletes import load_athlete
from core.store.growing import growth_standing, show_growth, take_back_growth
from core.store.kept_maxima import forget_maxima
from core.store.own_exercises import add_own_exercise, own_descriptions, own_exercises
from core.store.own_exports import HEAD, additions_standing, take_back_additions
from core.store.plans import drop_plan
from core.store.port import Tx

UNDO_FOR = timedelta(hours=24)
# Few enough that a set logged meanwhile does not wait for them.
WORKOUTS_AT_ONCE = 10
SETS_AT_ONCE = 60
SWEPT_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class ReadingNeeds:
    """What must be known to read an athlete's file: own exercises (id, name, what and how), the last day.

    `maxima` are what is known of their 1RMs, in grams by exercise.
    """

    own: tuple[tuple[str, str, Trains, Kit], ...]
    last_day: date
    maxima: tuple[tuple[str, int], ...]


def reading_needs(tx: Tx, athlete_id: int, now: datetime) -> ReadingNeeds | Unlogged:
    """What reading a file needs; `stranger` has not begun. A day ahead is right in some time zone."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    own = tuple(own_descriptions(tx, athlete_id))
    known = informed(tx, athlete, history_of(tx, athlete_id), exercises_of(tx, athlete_id))
    maxima = tuple((best.exercise_id, best.load.g) for best in known.one_rep_maxes)
    return ReadingNeeds(own, (now + timedelta(days=1)).date(), maxima)


def begin(tx: Tx, athlete_id: int, file_id: str, summary: Summary, now: datetime) -> Import | Unlogged:
    """A file was read; `stranger` has not begun. What was chosen for a name before is chosen again."""
    before, exercises = imports.choices_before(tx, athlete_id), exercises_of(tx, athlete_id)
    names = tuple(
        replace(one, choice=before[one.name], near=tuple(dict.fromkeys((before[one.name], *one.near))))
        if not one.sure and before.get(one.name) in exercises
        else replace(one, choice=SKIP)
        if not one.sure and before.get(one.name) == SKIP
        else one
        for one in summary.names
    )
    summary = replace(summary, names=names)
    return _begun(tx, athlete_id, ImportState.READY, file_id, summary, now)


def begin_asking(
    tx: Tx, athlete_id: int, file_id: str, asks: ImportState, now: datetime
) -> Import | Unlogged:
    """A file waits for what its owner is asked, to be read then; `stranger` has not begun."""
    return _begun(tx, athlete_id, asks, file_id, None, now)


def _begun(
    tx: Tx, athlete_id: int, state: ImportState, file_id: str, summary: Summary | None, now: datetime
) -> Import | Unlogged:
    if load_athlete(tx, athlete_id) is None:
        return Unlogged.of("stranger")
    return imports.add_import(tx, athlete_id, state, file_id, summary, now)


def keep_read(tx: Tx, athlete_id: int, import_id: int, first: int, bodies: Sequence[str]) -> None:
    """Keep the next read workouts of a file, and count those that stand in the log already."""
    imported, athlete = imports.import_of(tx, athlete_id, import_id), load_athlete(tx, athlete_id)
    if imported is None or imported.summary is None or athlete is None:
        return
    imports.keep_read(tx, athlete_id, import_id, first, bodies)
    summary = imported.summary
    if not imports.any_trained(tx, athlete_id, summary.first_day, summary.last_day):
        return
    if summary.beside is not None:
        told = returning.told_in(tx, athlete_id, import_id, bodies[1 if first == HEAD else 0 :])
    else:
        read, chosen = map(imports.read_workout, bodies), _as_previewed(tx, athlete_id, summary)
        told = [one for workout in read if (one := _told(workout, chosen, athlete, summary)) is not None]
    standing = [found for one in told if (found := standing_of(tx, athlete_id, one)) is not None]
    if standing:
        grown = sum(one.growth is not None for one in standing)
        known = summary.known_already + len(standing) - grown
        summary = replace(summary, known_already=known, grown=summary.grown + grown)
        imports.keep_import(tx, athlete_id, replace(imported, summary=summary))


def _as_previewed(tx: Tx, athlete_id: int, summary: Summary) -> Mapping[str, Exercise]:
    """The exercises of a file's names as they are chosen so far; one that is not made yet as it would be."""
    exercises, chosen = exercises_of(tx, athlete_id), {}
    for one in summary.names:
        if one.choice in exercises:
            chosen[one.name] = exercises[one.choice]
        elif one.choice == OWN and one.own is not None:
            chosen[one.name] = own_exercise(f"{OWN_PREFIX}{one.name}", one.name, *one.own)
    return chosen


def _told(
    workout: ImportedWorkout, chosen: Mapping[str, Exercise], athlete: Athlete, summary: Summary
) -> Retold | None:
    """A workout of a file as it would stand in the log; None where none of its exercises is wanted."""
    opened_at = workout.started_at.replace(tzinfo=zone_of(athlete))
    elsewhere = summary.format is not LogFormat.SPOTTER
    logged = as_logged(workout, opened_at, chosen, athlete, elsewhere=elsewhere)
    if logged is None:
        return None
    session, sets = logged
    ended_at = max(opened_at + timedelta(seconds=workout.duration_s), sets[-1].logged_at)
    return Retold(opened_at, session, sets, ended_at)


def previewed(tx: Tx, athlete_id: int, import_id: int) -> Import | Unlogged:
    """An import as it stands; `no_import` for one that is gone or another's. Reads only."""
    return imports.import_of(tx, athlete_id, import_id) or Unlogged.of("no_import")


def choose(tx: Tx, athlete_id: int, import_id: int, place: int) -> Import | Unlogged:
    """Go to the next choice for one name that is not sure; a repeat leaves it."""
    imported = imports.import_of(tx, athlete_id, import_id)
    if imported is None or imported.summary is None or imported.state is not ImportState.READY:
        return Unlogged.of("no_import")
    names = imported.summary.names
    if tx.repeat or not 0 <= place < len(names) or names[place].sure:
        return imported
    options = names[place].options
    chosen = options[(options.index(names[place].choice) + 1) % len(options)]
    changed = (*names[:place], replace(names[place], choice=chosen), *names[place + 1 :])
    imported = replace(imported, summary=replace(imported.summary, names=changed))
    imports.keep_import(tx, athlete_id, imported)
    return imported


def clear(tx: Tx, athlete_id: int) -> bool:
    """Let go of some of what was staged and never shown; whether more is left. Ahead of what stages anew."""
    return imports.sweep_hidden(tx, athlete_id, SWEPT_AT_ONCE)


def begin_staging(tx: Tx, athlete_id: int, import_id: int, now: datetime) -> Import | Unlogged:
    """The owner said yes: new exercises are made, and staging begins afresh, whatever was staged before."""
    imported = imports.import_of(tx, athlete_id, import_id)
    if imported is None or imported.summary is None or imported.state is ImportState.UNDONE:
        return Unlogged.of("no_import")
    if imported.state is not ImportState.READY:
        return imported
    imports.drop_staged(tx, athlete_id)
    if imported.summary.beside is not None:
        return returning.make_own(tx, athlete_id, import_id, now) or imported
    names = tuple(_settled(tx, athlete_id, one, now) for one in imported.summary.names)
    imported = replace(imported, summary=replace(imported.summary, names=names))
    imports.keep_import(tx, athlete_id, imported)
    return imported


def _settled(tx: Tx, athlete_id: int, one: ImportedName, now: datetime) -> ImportedName:
    """A name with the exercise it is from now on; beyond fifty own ones it is left out."""
    if one.choice != OWN or one.own is None:
        return one
    mine, name = own_exercises(tx, athlete_id), kept_name(one.name)
    made = next((each for each in mine if each.name.casefold() == name.casefold()), None)
    if made is None and len(mine) >= MOST_OWN:
        return replace(one, choice=SKIP)
    exercise = made or add_own_exercise(tx, athlete_id, name, *one.own, now)
    return replace(one, choice=exercise.id, near=(exercise.id, *one.near))


def stage_some(tx: Tx, athlete_id: int, import_id: int, place: int) -> int | None:
    """Stage the next workouts from a place on; where to go on, None when all are staged."""
    imported, athlete = imports.import_of(tx, athlete_id, import_id), load_athlete(tx, athlete_id)
    if imported is None or imported.summary is None or athlete is None:
        return None
    if imported.state is not ImportState.READY:
        return None
    if imported.summary.beside is not None:
        return returning.stage_some(tx, athlete_id, import_id, place, WORKOUTS_AT_ONCE)
    exercises = exercises_of(tx, athlete_id)
    chosen = {one.name: exercises[one.choice] for one in imported.summary.names if one.choice in exercises}
    staged = 0
    while staged < SETS_AT_ONCE:
        found = imports.read_from(tx, athlete_id, import_id, place, 1)
        if not found:
            return None
        workout, place = found[0], place + 1
        staged += len(workout.sets)
        told = _told(workout, chosen, athlete, imported.summary)
        if told is None or growing.stage(tx, athlete_id, import_id, told):
            continue
        ended_at = told.ended_at or told.opened_at
        days = (told.opened_at, workout.started_at.date().isoformat(), ended_at)
        note = clean_note(workout.note) or None
        imports.stage_workout(tx, athlete_id, import_id, told.session, days, told.sets, note=note)
    return place


def show(tx: Tx, athlete_id: int, import_id: int, now: datetime) -> Shown | Unlogged:
    """Make what was staged part of the log, all at once; again it adds nothing."""
    imported, athlete = imports.import_of(tx, athlete_id, import_id), load_athlete(tx, athlete_id)
    if imported is None or athlete is None or imported.state is ImportState.UNDONE:
        return Unlogged.of("no_import")
    if imported.state is not ImportState.READY:  # pressed twice, or its answer was lost
        beside = additions_standing(tx, athlete_id, import_id)
        workouts, sets = imports.standing(tx, athlete_id, import_id)
        grown, more = growth_standing(tx, athlete_id, import_id)
        return Shown(imported, workouts, sets + more, beside, grown)
    # Before the rows go that it is read from.
    is_ours = imported.summary is not None and imported.summary.beside is not None
    beside = returning.add_beside(tx, athlete_id, import_id, now) if is_ours else 0
    grown = show_growth(tx, athlete_id, import_id)
    workouts, sets = imports.show_staged(tx, athlete_id, import_id, athlete.chat_id)
    imported = replace(imported, state=ImportState.VISIBLE, visible_at=now)
    imports.keep_import(tx, athlete_id, imported)
    _past_changed(tx, athlete, now)
    return Shown(imported, workouts, sets, beside, grown)


def sweep(tx: Tx, athlete_id: int, import_id: int) -> bool:
    """Let go of some rows that a visible import was read as or an undone one has left; whether more are.

    They are seen by nobody: what is left when a process ends goes when the next file comes.
    """
    imported = imports.import_of(tx, athlete_id, import_id)
    if imported is None or imported.state is ImportState.READY:
        return False
    hidden = imports.sweep_hidden(tx, athlete_id, SWEPT_AT_ONCE)
    return hidden or imports.sweep_read(tx, athlete_id, import_id, SWEPT_AT_ONCE)


def undo(tx: Tx, athlete_id: int, import_id: int, now: datetime) -> Shown | Unlogged:
    """Take an import out of the log again; `import_stays` after a day, `no_import` where none stands.

    What it leaves is seen by nobody, and goes by `sweep`.
    """
    imported, athlete = imports.import_of(tx, athlete_id, import_id), load_athlete(tx, athlete_id)
    if imported is None or imported.visible_at is None or athlete is None:
        return Unlogged.of("no_import")
    if imported.state is ImportState.UNDONE:
        return Shown(imported, 0, 0)
    if now - imported.visible_at > UNDO_FOR:
        return Unlogged.of("import_stays")
    more = take_back_growth(tx, athlete_id, import_id)
    workouts, sets = imports.hide(tx, athlete_id, import_id)
    beside = take_back_additions(tx, athlete_id, import_id)
    imported = replace(imported, state=ImportState.UNDONE)
    imports.keep_import(tx, athlete_id, imported)
    _past_changed(tx, athlete, now)
    return Shown(imported, workouts, sets + more, beside)


def _past_changed(tx: Tx, athlete: Athlete, now: datetime) -> None:
    """Plans, maxima and recaps that were reckoned from another past are reckoned anew."""
    drop_plan(tx, athlete.id)
    forget_maxima(tx, athlete.id)
    retell_recaps(tx, athlete, now - UNDO_FOR, now)
