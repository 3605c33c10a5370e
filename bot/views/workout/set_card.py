"""The set card: what the coming set asks, and all that helps to do it.

Its buttons are `card_buttons.py`'s, what it becomes `results.py`'s, the words of single sets
`bot/views/sets.py`'s.
"""

from __future__ import annotations

from dataclasses import replace

from bot.callbacks import FillCard
from bot.texts import Html, join, say, word
from bot.views.reasons import reason_line
from bot.views.sets import (
    big_set,
    done_words,
    meaning_words,
    nth_words,
    offered_words,
    short_sets,
    side_words,
    to_find,
    typed_example,
    warm_up_words,
)
from bot.views.view import Button, View
from bot.views.workout.card_buttons import TOO_HEAVY, card_rows, last_row
from bot.views.workout.finding import feel_of_load
from core.model.outcomes import SetCard
from core.model.session import Measure, Reason

_OF_BANDS = frozenset({"band_reps", "same_band", "heavier_band", "lighter_band"})


def set_card(card: SetCard) -> View:
    """The card of the set to do next; without a known load it asks for one.

    Its first line is what a notification shows: exercise, set, load and reps.
    """
    if card.loads_offered:
        return _load_to_find(card)
    first = join([_heading(card), big_set(card)], " · ")
    lines = [first, _detail_line(card), _gear_line(card), _warm_up_line(card), *_help_lines(card)]
    return View(join(lines), card_rows(card))


def _heading(card: SetCard) -> Html:
    return say("<b>{name}</b> · {nth}", name=word(card.exercise.name), nth=nth_words(card))


def _detail_line(card: SetCard) -> Html:
    """Plates, and on a first set what the number means and how far the workout is."""
    parts = [side_words(card)]
    if card.set_number == 1:
        if not to_find(card.exercise, card.target.load):
            parts.append(meaning_words(card.exercise, card.target.load))
        elif _told(card, TOO_HEAVY) is None:
            parts.append(word("without weight"))
        if card.exercises > 1:
            parts.append(word("exercise {place} of {all}", place=card.place, all=card.exercises))
    return join(parts, " · ")


def _told(card: SetCard, codes: frozenset[str]) -> Reason | None:
    return next((told for told in card.prescription.reasons if told.code in codes), None)


def _gear_line(card: SetCard) -> Html:
    """Which band; or that even the lightest load is too heavy, with what to do about it."""
    told = _told(card, _OF_BANDS if card.exercise.by_band else TOO_HEAVY) if card.set_number == 1 else None
    return reason_line(told) if told is not None and card.target.load is None else Html("")


def _warm_up_line(card: SetCard) -> Html:
    return say("Warm-up first: {sets}", sets=warm_up_words(card)) if card.warm_ups else Html("")


def _help_lines(card: SetCard) -> list[Html]:
    lines: list[Html] = [say("📝 {note}", note=card.note)] if card.note else []
    if card.last_time and card.set_number == 1:
        lines.append(say("Last time: {sets}", sets=short_sets(card.exercise, card.last_time)))
    elif len(card.last_time) >= card.set_number:
        before = card.last_time[card.set_number - 1]
        lines.append(say("Last time: {set}", set=done_words(card.exercise, before)))
    if card.alone:
        lines.append(say("Alone? Set the safety pins."))
    if card.asks_comfort and not card.loads_offered:
        lines.append(_comfort_line(card))
    if card.set_number == 1:
        lines.extend(_how(card))
    return lines


def _comfort_line(card: SetCard) -> Html:
    """What the three green buttons ask."""
    if not card.is_last:
        return say("Tap how it felt.")
    if card.prescription.measure is Measure.REPS:
        return say("Last set: tap how many more you could have done.")
    return say("Last set: tap how it felt.")


def _how(card: SetCard) -> list[Html]:
    """Tempo where it is a matter of reps; two cues and the mistake while new, later one cue."""
    tempo = _tempo_words(card.prescription.tempo) if card.prescription.measure is Measure.REPS else ""
    lines = [say("<i>{tempo}</i>", tempo=tempo)] if tempo else []
    cues = [word(cue) for cue in card.exercise.cues if cue]
    if card.is_new and cues:
        told = [say("• {cue}", cue=cue) for cue in cues]
        if card.exercise.mistake:
            told.append(say("Common mistake: {mistake}", mistake=word(card.exercise.mistake)))
        lines.append(say("<blockquote expandable><b>How?</b>\n{told}</blockquote>", told=join(told)))
    elif cues:
        lines.append(say("<i>{cue}.</i>", cue=cues[0]))
    return lines


def _tempo_words(tempo: str) -> str:
    """`Down 4 s, hold 2 s, up 1 s.` where it is slow on purpose, `Fast up` where it is explosive (S10)."""
    if tempo.startswith("X"):
        return word("Fast up, good form. Stop one clean rep early.")
    down, hold, up = tempo.split("/")
    if hold == "0":
        return ""
    return word("Slowly: down {down} s, hold {hold} s, up {up} s.", down=down, hold=hold, up=up)


def _load_to_find(card: SetCard) -> View:
    """No load is known: five to choose from, and how heavy it should feel. Never a number before the tap."""
    lines = [_heading(card), _detail_of_search(card), feel_of_load(card)]
    place = (card.workout_id, card.exercise_index, card.set_number)
    loads = tuple(
        Button(offered_words(card.exercise, one), FillCard(*place, one, card.target.reps))
        for one in card.loads_offered
    )
    if not card.exercise.moves_body:
        example = typed_example(card)
        lines.append(say("Another one? Just send it, like <code>{example}</code>.", example=example))
    lines.extend(_help_lines(card))
    rows = (loads[:3], loads[3:], last_row(card))
    return View(join(lines), tuple(row for row in rows if row))


def _detail_of_search(card: SetCard) -> Html:
    several = card.set_number == 1 and card.exercises > 1
    return say("Exercise {place} of {all}", place=card.place, all=card.exercises) if several else Html("")


def with_reps(card: SetCard, reps: int) -> SetCard:
    """The same card asking for other reps, as a press of `9` or `+1` on a last set shows it."""
    return replace(card, target=replace(card.target, reps=reps))
