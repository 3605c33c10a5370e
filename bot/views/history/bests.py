"""Records and maxima in words: what was the best, what could be lifted once, and where that is known from."""

from __future__ import annotations

from datetime import date

from bot.callbacks import KeepMax, ShowProgress, ShowRecords, ShowRecordsOf, TakeBackMax
from bot.texts import Html, join, load, percent, rough, say, unit_word, whole, word
from bot.texts.dates import day_words
from bot.views.exercises import ORIGINS, name_label
from bot.views.plans.inline import record_text
from bot.views.plans.sharing import bot_link, forwarding
from bot.views.sets import body_too, done_words
from bot.views.view import Button, View
from core.model.athlete import Provenance
from core.model.bests import Bests, DatedSet, FarOff, KnownMax, RecordList
from core.units import Load

_A_ROW = 2
MOST_SETS = 12


def record_list(told: RecordList) -> View:
    """One page of records, a line an exercise, its button below."""
    title = say("<b>Your records</b>")
    if told.pages > 1:
        title = say("<b>Your records</b> · page {page} of {pages}", page=told.page + 1, pages=told.pages)
    buttons = [
        Button(name_label(one.exercise), ShowRecordsOf(one.exercise.id, told.page)) for one in told.bests
    ]
    rows = [tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW)]
    turning = []
    if told.page:
        turning.append(Button(word("‹ Back"), ShowRecords(told.page - 1)))
    if told.page + 1 < told.pages:
        turning.append(Button(word("More ›"), ShowRecords(told.page + 1)))
    return View(join([title, *(_record_line(one) for one in told.bests)]), (*rows, tuple(turning)))


def _record_line(told: Bests) -> Html:
    name = word(told.exercise.name)
    if not told.by_reps:
        return say("{name}: no set with a rep yet", name=name)
    best = told.shown_by or told.by_reps[0]
    return say("{name}: <b>{set}</b>, {day}", name=name, set=_set(told, best), day=day_words(best.trained_on))


def _set(told: Bests, one: DatedSet) -> str:
    return done_words(told.exercise, one.done)


def records_of(told: Bests, bot_username: str, page: int = 0) -> View:
    """Every record of one exercise: the best load at each number of reps, and what they say of one rep."""
    lines = [say("<b>{name}</b>", name=word(told.exercise.name))]
    if told.estimate is not None and told.error is not None and told.shown_by is not None:
        lines.append(
            say(
                "One-rep max, the most you could lift once: about <b>{max}</b>{body} (± {error}), by {set}.",
                max=rough(told.estimate),
                body=body_too(told.exercise),
                error=percent(told.error),
                set=_set(told, told.shown_by),
            )
        )
    lines.extend(
        say("<b>{set}</b> · {day}", set=_set(told, one), day=day_words(one.trained_on))
        for one in told.by_reps[:MOST_SETS]
    )
    share = forwarding(bot_link(bot_username), record_text(told))
    rows = (
        (
            Button(word("Over time"), ShowProgress(told.exercise.id)),
            *((Button(word("🔗 Share"), url=share),) if told.by_reps else ()),
        ),
        (Button(word("‹ All records"), ShowRecords(page)),),
    )
    return View(join(lines), rows)


def maxima(known: tuple[KnownMax, ...], today: date) -> View:
    """Every 1RM with its error, where it is known from and since when."""
    how = say("Tell me one: <code>/max squat 150</code>, or a recent set: <code>/max squat 100x5</code>.")
    if any(one.exercise.moves_body for one in known):
        how = say("{how}\nPull-ups and dips: what you add, like <code>/max pull-up bw+20</code>.", how=how)
    if not known:
        return View(join([say("I know none of your maxima yet."), how]))
    title = say("<b>One-rep maxes</b>, the most you can lift once. Your weights come from them.")
    rows = tuple(
        (Button(word("✕ Forget {name}", name=name_label(one.exercise)), TakeBackMax(one.exercise.id)),)
        for one in known
        if one.told is not None
    )
    return View(join([title, *(_max_line(one, today) for one in known), how]), rows)


def _max_line(one: KnownMax, today: date) -> Html:
    low, high = one.between
    return say(
        "{name}: <b>{max}</b>{body} ({low}–{high} {unit}), {origin}, {day}",
        name=word(one.exercise.name),
        body=body_too(one.exercise),
        max=load(one.best.load)
        if one.best.provenance in (Provenance.TESTED, Provenance.STATED) and not one.exercise.moves_body
        else rough(one.best.load),
        low=whole(low.value),
        high=whole(high.value),
        unit=unit_word(one.best.load.unit),
        origin=word(ORIGINS[one.best.provenance]),
        day=day_words(one.best.known_at.date(), today),
    )


def far_off(asked: FarOff) -> View:
    """A maximum that would move all weights by a third is asked about first."""
    name, told = word(asked.exercise.name), asked.told
    text = say(
        "{name} {told}{body}? Up to now it was about {known}. Your weights would change with it.",
        name=name,
        body=body_too(asked.exercise),
        told=rough(told.load),
        known=rough(asked.known.load),
    )
    keep = KeepMax(asked.exercise.id, told.load, told.provenance)
    yes = Button(word("Yes, {max}", max=rough(told.load)), keep)
    no = Button(word("No, a slip"), KeepMax(asked.exercise.id, None))
    return View(text, ((yes, no),))


def kept_as_it_was(known: Load | None) -> View:
    """The question was a slip: nothing changed."""
    if known is None:
        return View(say("Nothing changed."))
    return View(say("Nothing changed: {max} it stays.", max=rough(known)))
