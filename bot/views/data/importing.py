"""What is said about a file: the preview, what became of it, and which lines are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from bot.callbacks import (
    Dismiss,
    ImportLog,
    ReadInOrder,
    ReadInUnit,
)
from bot.texts import Html, join, say, say_n, unit_word, word
from bot.texts.dates import day_words
from bot.views.data.imported_names import names_lines, names_rows
from bot.views.view import Button, Rows, Style, View
from core.model.exercise import Exercise
from core.model.imported import FileFault, LogFormat, NotRead, RowFault
from core.model.importing import Beside, Import, Summary
from core.units import Unit

APPS: Mapping[LogFormat, str] = MappingProxyType(
    {
        LogFormat.STRONG: "Strong",
        LogFormat.HEVY: "Hevy",
        LogFormat.FITNOTES: "FitNotes",
        LogFormat.SPOTTER: "Spotter",
        LogFormat.EXPORT: "Spotter",
    }
)
FAULTS: Mapping[FileFault, str] = MappingProxyType(
    {
        FileFault.EMPTY: "That file is empty.",
        FileFault.TOO_LARGE: "That file is too large: 10 MB are the most I read.",
        FileFault.NOT_TEXT: "That is no CSV, whatever its name: send the CSV itself, no zip or spreadsheet.",
        FileFault.BAD_ENCODING: "That file's letters are broken: I can't be sure of names. Export it again.",
        FileFault.UNKNOWN_FORMAT: "I don't know that file. I read Strong, Hevy, FitNotes and what I export.",
        FileFault.TOO_MANY_COLUMNS: "That file has too many columns for a training log.",
        FileFault.TOO_MANY_ROWS: "50,000 rows are the most I read at once: send the file in parts.",
        FileFault.TOO_MANY_NAMES: (
            "That file names more than 2,000 exercises, too many to ask you about: I took nothing."
        ),
        FileFault.NO_SETS: "There is no set in that file.",
        FileFault.UNKNOWN_VERSION: "That file is from another version of me, which I can't read.",
        FileFault.BAD_VALUES: "Something in that file can't be, so I took nothing:",
        FileFault.BAD_ROWS: "Some lines can't be right, so I took nothing:",
    }
)
ROW_FAULTS: Mapping[RowFault, str] = MappingProxyType(
    {
        RowFault.DATE: "no date that can be",
        RowFault.NAME: "no name of an exercise",
        RowFault.WEIGHT: "no weight that can be",
        RowFault.REPS: "no number of reps",
        RowFault.TIME: "no time",
        RowFault.DISTANCE: "no distance",
        RowFault.RPE: "no RPE from 1 to 10",
        RowFault.SET_ORDER: "no kind of set I know",
        RowFault.COLUMNS: "not as many columns as the heading",
        RowFault.FIELD_TOO_LONG: "a cell longer than 8,000 characters",
        RowFault.BAD_CHARACTER: "broken letters",
        RowFault.MEASURE: "nothing a body measures",
        RowFault.VALUE: "nothing I could have written",
    }
)


def refused(why: NotRead) -> View:
    """Why nothing came of a file, with the first lines that are wrong."""
    lines = [say(FAULTS[why.fault])]
    for one in why.troubles:
        if why.fault is FileFault.BAD_VALUES:
            at = one.cell or "JSON"
            lines.append(say("• {place}: {fault}", place=at, fault=word(ROW_FAULTS[one.fault])))
            continue
        told = say("• line {line}: {fault}", line=one.line, fault=word(ROW_FAULTS[one.fault]))
        lines.append(say("{told} ({cell})", told=told, cell=one.cell) if one.cell else told)
    more = why.wrong_rows - len(why.troubles)
    if more > 0:
        lines.append(say_n("… and {n} more.", "… and {n} more.", more))
    if why.fault is FileFault.BAD_ROWS:
        lines.append(say("Mend or delete them, then send the file again."))
    return View(join(lines))


def only_in_private() -> View:
    """A file in a group."""
    return View(say("Training logs are between us: send me that file in our private chat."))


def not_fetched() -> View:
    """Telegram did not hand the file over, or it could not be read just now."""
    return View(say("I couldn't read that file just now. Please send it again."))


def one_at_a_time() -> View:
    """Another file came before the one above was answered."""
    return View(say("I take one file at a time: this is the newest, the one before is not imported."))


def ask_unit(import_id: int) -> View:
    """The file has weights without a unit."""
    return View(
        say("Your file doesn't say whether its weights are kilograms or pounds. Which are they?"),
        (tuple(Button(unit_word(unit), ReadInUnit(import_id, unit)) for unit in Unit),),
    )


def ask_order(import_id: int, unit: Unit | None, example: str, ways: tuple[date, date]) -> View:
    """The file has dates like `3/4/2025`, and nothing in it tells which of the two is the month.

    `ways` are that date with its day first and with its month first.
    """
    labels = (
        word("Day first: {day}", day=day_words(ways[0])),
        word("Month first: {day}", day=day_words(ways[1])),
    )
    return View(
        say("Your file has dates like <b>{date}</b>. What comes first in them?", date=example),
        tuple(
            (Button(label, ReadInOrder(import_id, month_first, unit)),)
            for label, month_first in zip(labels, (False, True), strict=True)
        ),
    )


def preview(imported: Import, exercises: Mapping[str, Exercise], page: int = 0, beyond: int = 0) -> View:
    """What was found, and what will be done with it; `page` of the names that nobody is sure of.

    `beyond` is how many of them find no room as exercises of one's own.
    """
    summary = imported.summary
    assert summary is not None
    names = names_lines(summary, exercises, page, beyond)
    told = names if summary.beside is None else _beside(summary, summary.beside)
    lines = [*_found(summary), *told, *_strange_kinds(summary), *_odd(summary)]
    rows: Rows = (
        *names_rows(imported.id, summary, exercises, page),
        (
            Button(word("Import"), ImportLog(imported.id), Style.SUCCESS),
            Button(word("Don't"), Dismiss()),
        ),
    )
    return View(join(lines), rows)


def _found(summary: Summary) -> list[Html]:
    lines = [say("<b>Your {app} log</b>", app=APPS[summary.format])]
    if summary.workouts:
        counted = [
            say_n("{n} workout", "{n} workouts", summary.workouts),
            say_n("{n} set", "{n} sets", summary.sets),
        ]
        lines.append(say("{counted}", counted=join(counted, ", ")))
    first, last = summary.first_day, summary.last_day
    if first is not None and last is not None:
        lines.append(say("{first} to {last}", first=first.isoformat(), last=last.isoformat()))
    if summary.known_already:
        known = say_n("{n} of them is", "{n} of them are", summary.known_already)
        lines.append(say("{known} in your log already and will not be added twice.", known=known))
    if summary.grown:
        lines.append(
            say_n(
                "{n} in your log already has grown since: only its new sets come in.",
                "{n} in your log already have grown since: only their new sets come in.",
                summary.grown,
            )
        )
    return lines


def _beside(summary: Summary, beside: Beside) -> list[Html]:
    """What a file has besides workouts; what it leaves out is said as plainly."""
    counted = [
        (beside.maxima, say_n("{n} one-rep max", "{n} one-rep maxes", beside.maxima)),
        (
            beside.own_exercises,
            say_n("{n} exercise of your own", "{n} exercises of your own", beside.own_exercises),
        ),
        (beside.routines, say_n("{n} routine", "{n} routines", beside.routines)),
        (beside.measures, say_n("{n} measurement", "{n} measurements", beside.measures)),
        (beside.notes, say_n("{n} note", "{n} notes", beside.notes)),
        (
            beside.preferences,
            say_n("{n} wish about an exercise", "{n} wishes about exercises", beside.preferences),
        ),
        (beside.aches, say_n("{n} exercise that hurt", "{n} exercises that hurt", beside.aches)),
    ]
    found = [words for many, words in counted if many]
    if summary.format is not LogFormat.EXPORT:
        lines = [say("{found}", found=join(found, ", ")), say("What you have here already stays.")]
        if summary.unmeasured:
            left = [say("{name} ({n})", name=name, n=count) for name, count in summary.unmeasured]
            lines.append(say("Left out, for I keep no such measure: {names}", names=join(left, ", ")))
        return lines
    lines = [say("And {found}", found=join(found, ", "))] if found else []
    return [*lines, say("What you have here already stays. Your answers and settings are not taken from it.")]


def _strange_kinds(summary: Summary) -> list[Html]:
    if not summary.strange_kinds:
        return []
    named = [
        say("{kind} ({sets})", kind=kind, sets=say_n("{n} set", "{n} sets", count))
        for kind, count in summary.strange_kinds
    ]
    told = say("\nKinds of sets I don't know: {kinds}. I take them as working sets.", kinds=join(named, ", "))
    return [told]


def _odd(summary: Summary) -> list[Html]:
    if not summary.odd:
        return []
    told = [
        say(
            "• line {line}: {day} {name}, {load} × {reps}",
            line=one.line,
            day=one.day.isoformat(),
            name=one.name,
            load=str(one.load),
            reps=one.reps,
        )
        for one in summary.odd
    ]
    if summary.more_odd:
        told.append(say_n("… and {n} more.", "… and {n} more.", summary.more_odd))
    head = say("\nSuspicious: far heavier than the others, than your best, or than anybody lifts:")
    return [head, *told, say("They come in as they are. A slip? Mend the file and send it again.")]
