"""What became of a file: what stands in the log now, the way back, and titles that could be routines."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import SaveTitle, ShowRoutine, UndoImport
from bot.texts import Html, join, say, say_n, word
from bot.views.plans.plan import routine_title
from bot.views.plans.routines import label_of
from bot.views.view import Button, Rows, Style, View
from core.model.imported import LogFormat
from core.model.importing import Shown, TitleOffered
from core.model.routine import Routine


def imported(shown: Shown) -> View:
    """What stands in the log now, with the way back."""
    if not shown.sets and not shown.beside:
        return View(say("Nothing new: all of it is in your log already, or was left out."))
    if _is_of_measures(shown):
        measured = say_n("{n} measurement", "{n} measurements", shown.beside)
        text = say(
            "Imported: {measured}. /weight and /measure show them. You can take it back for 24 hours.",
            measured=measured,
        )
        return View(text, _undo(shown))
    counts = _counts(shown)
    if shown.grown:
        counts.append(say_n("{n} workout has grown", "{n} workouts have grown", shown.grown))
    if shown.beside:
        counts.append(say_n("{n} other thing", "{n} other things", shown.beside))
    counted = join(counts, ", ")
    text = say(
        "Imported: {counted}. Your plans, records and /progress know them from now on. "
        "You can take it back for 24 hours.",
        counted=counted,
    )
    return View(text, _undo(shown))


def _is_of_measures(shown: Shown) -> bool:
    """Whether it was a file of the body's measures alone, as FitNotes writes one."""
    summary = shown.imported.summary
    return summary is not None and summary.beside is not None and summary.format is LogFormat.FITNOTES


def _undo(shown: Shown) -> Rows:
    return ((Button(word("Undo the import"), UndoImport(shown.imported.id), Style.DANGER),),)


def _counts(shown: Shown) -> list[Html]:
    workouts = say_n("{n} workout", "{n} workouts", shown.workouts)
    return [*([workouts] if shown.workouts else []), say_n("{n} set", "{n} sets", shown.sets)]


def undone(shown: Shown) -> View:
    """The import is out of the log again."""
    if not shown.sets and not shown.beside:
        return View(say("That import is taken back already."))
    if _is_of_measures(shown):
        return View(say_n("Taken back: {n} measurement.", "Taken back: {n} measurements.", shown.beside))
    workouts = say_n("{n} workout", "{n} workouts", shown.workouts) if shown.workouts else _counts(shown)[0]
    if shown.beside:
        others = say_n("{n} other thing", "{n} other things", shown.beside)
        return View(
            say(
                "Taken back: {workouts}, {others}. What you changed since stays, and so do exercises of your "
                "own: /exercises.",
                workouts=workouts,
                others=others,
            )
        )
    return View(
        say(
            "Taken back: {workouts}. Your log is as it was before. Exercises and routines you made from it "
            "stay yours: /exercises, /routines.",
            workouts=workouts,
        )
    )


def titles_offered(import_id: int, titles: Sequence[TitleOffered], kept: Routine | None = None) -> View:
    """Workouts of the file that came again and again, a button each; `kept` has just become a routine."""
    lines: list[Html] = []
    rows: list[tuple[Button, ...]] = []
    if kept is not None:
        lines.append(say("💾 <b>{name}</b> is a routine now.", name=routine_title(kept.name)))
        rows.append((Button(word("Open {name}", name=label_of(kept.name)), ShowRoutine(kept.id)),))
    if titles:
        lines.append(
            say("Workouts you did again and again. Save one as a routine? Its weights follow your log.")
        )
    rows.extend(
        (Button(_title_label(one), SaveTitle(import_id, one.workout_id)),) for one in titles
    )
    return View(join(lines), tuple(rows))


def _title_label(one: TitleOffered) -> str:
    return word("{name} · {n} ×", name=label_of(one.title), n=one.times)
