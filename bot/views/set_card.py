"""The set card, and what it becomes: its result with the rest, then one folded line.

The words of single sets are `sets.py`'s, of reasons `reasons.py`'s, of the end `recap.py`'s.
"""

from __future__ import annotations

from dataclasses import replace

from bot.callbacks import (
    FillCard,
    LogSet,
    MoreOnCard,
    SkipSet,
    SwapExercise,
    WarmUpsDone,
)
from bot.texts import Html, join, load, say, word
from bot.views.sets import amount_words, big_set, done_words, set_words, short_sets, side_words, warm_up_words
from bot.views.view import Button, Rows, Style, View
from core.model.athlete import Goal
from core.model.exercise import Laterality
from core.model.outcomes import SetCard
from core.model.session import Measure
from core.model.workout import Comfort
from core.units import Load

TEMPO_WORDS = {
    "4/2/1": "Slow: down 4 s, hold 2, up 1.",
    "X/X/X": "Fast up, good form. Stop one clean rep early.",
}


def set_card(card: SetCard) -> View:
    """The card of the set to do next; without a known load it asks for one."""
    if card.loads_offered:
        return _load_to_find(card)
    lines = [_warm_up_line(card), _heading(card), _asked_line(card), *_help_lines(card)]
    return View(join(lines), _card_rows(card))


def _heading(card: SetCard) -> Html:
    place = say("set {number} of {sets}", number=card.set_number, sets=card.sets)
    if card.set_number == 1 and card.exercises > 1:
        place = join([place, say("exercise {place} of {all}", place=card.place, all=card.exercises)], " · ")
    return say("<b>{name}</b> · {where}", name=word(card.exercise.name), where=place)


def _asked_line(card: SetCard) -> Html:
    each = say("each side") if card.exercise.laterality is Laterality.UNILATERAL else Html("")
    return join([big_set(card), side_words(card), each], " · ")


def _warm_up_line(card: SetCard) -> Html:
    return say("Warm-up: {sets}\n", sets=warm_up_words(card)) if card.warm_ups else Html("")


def _help_lines(card: SetCard) -> list[Html]:
    lines: list[Html] = []
    if card.last_time and card.set_number == 1:
        lines.append(say("Last time: {sets}", sets=short_sets(card.exercise, card.last_time)))
    elif len(card.last_time) >= card.set_number:
        before = card.last_time[card.set_number - 1]
        lines.append(say("Last time: {set}", set=done_words(card.exercise, before)))
    if card.alone:
        lines.append(say("Alone? Set the safety pins."))
    if card.set_number == 1:
        lines.extend(_how(card))
    return lines


def _how(card: SetCard) -> list[Html]:
    """Tempo always; the two cues for everybody, the common mistake while the exercise is new."""
    tempo = TEMPO_WORDS.get(card.prescription.tempo)
    lines = [say("<i>{tempo}</i>", tempo=word(tempo))] if tempo else []
    cues = ". ".join(word(cue) for cue in card.exercise.cues if cue)
    if card.is_new and cues:
        mistake = word(card.exercise.mistake) if card.exercise.mistake else ""
        inside = join([f"{cues}.", say("Common mistake: {mistake}", mistake=mistake) if mistake else ""])
        lines.append(say("<blockquote expandable><b>How?</b> {inside}</blockquote>", inside=inside))
    elif cues:
        lines.append(say("<i>{cue}</i>", cue=word(card.exercise.cues[0])))
    return lines


def _load_to_find(card: SetCard) -> View:
    """No load is known: five to choose from, and how heavy it should feel. Never a number before the tap."""
    could = card.target.reps + card.prescription.rir_target[0]
    amount = amount_words(card.target.reps, card.prescription.measure)
    ask = say(
        "Pick a weight you could lift about <b>{could}</b> times, and do <b>{reps}</b>.",
        could=could,
        reps=amount,
    )
    lines = [_warm_up_line(card), _heading(card), ask, *_help_lines(card)]
    place = (card.workout_id, card.exercise_index, card.set_number)
    loads = tuple(Button(load(one), FillCard(*place, one, card.target.reps)) for one in card.loads_offered)
    hint = say("Another one? Just send it, like <code>{example}</code>.", example=_example(card))
    return View(join([*lines, hint]), (loads[:3], loads[3:], _last_row(card)))


def _example(card: SetCard) -> str:
    some = card.loads_offered[len(card.loads_offered) // 2]
    return f"{load(some).replace(' ', '')} x {card.target.reps}"


def _card_rows(card: SetCard) -> Rows:
    place = (card.workout_id, card.exercise_index, card.set_number)
    rows: list[tuple[Button, ...]] = []
    if card.warm_ups:
        rows.append((Button(word("Warm-up done"), WarmUpsDone(card.workout_id, card.exercise_index)),))
    if card.is_last:
        rows.extend(_comfort_rows(card))
    else:
        shown = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
        done = LogSet(*place, card.target.load, card.target.reps)
        rows.append((Button(f"✅ {shown}", done, Style.SUCCESS),))
    reps, loads = _reps_buttons(card), _load_buttons(card)
    rows.extend((reps, loads) if card.is_last else ((*reps, *loads),))
    rows.append(_last_row(card))
    return tuple(row for row in rows if row)


def _comfort_rows(card: SetCard) -> list[tuple[Button, ...]]:
    """One tap logs the exercise's last set and how it felt. Source of the three: S29, training.md 5.1."""
    amount = amount_words(card.target.reps, card.prescription.measure)
    labels = {
        Comfort.EASY: word("✅ {reps} · easy (3+ left)", reps=amount),
        Comfort.RIGHT: word("✅ {reps} · 1–2 left", reps=amount),
        Comfort.ALL_OUT: word("✅ {reps} · all I had", reps=amount),
    }
    place = (card.workout_id, card.exercise_index, card.set_number)
    return [
        (Button(label, LogSet(*place, card.target.load, card.target.reps, comfort), Style.SUCCESS),)
        for comfort, label in labels.items()
    ]


def _reps_buttons(card: SetCard) -> tuple[Button, ...]:
    """A rep or two fewer. On a last set they change the card instead of logging, for comfort is asked."""
    place = (card.workout_id, card.exercise_index, card.set_number)
    measure, load_now = card.prescription.measure, card.target.load
    step = 1 if measure is Measure.REPS else 5
    press = FillCard if card.is_last else LogSet
    row = [
        Button(amount_words(reps, measure), press(*place, load_now, reps))
        for reps in (card.target.reps - step, card.target.reps - 2 * step)
        if reps > 0
    ]
    if card.is_last and card.prescription.goal is Goal.HYPERTROPHY and measure is Measure.REPS:
        row.extend(Button(f"+{more}", FillCard(*place, load_now, card.target.reps + more)) for more in (1, 2))
    return tuple(row)


def _load_buttons(card: SetCard) -> tuple[Button, ...]:
    """A step of the equipment lighter or heavier: changes the card, logs nothing."""
    place = (card.workout_id, card.exercise_index, card.set_number)
    if card.target.load is None:
        return ()
    return tuple(
        Button(step_label(card.target.load, other), FillCard(*place, other, card.target.reps))
        for other in (card.lighter, card.heavier)
        if other is not None
    )


def step_label(now: Load, then: Load) -> str:
    """`−2.5 kg` or `+2.5 kg`: from one load to another."""
    change = Load(abs(then.g - now.g), then.unit)
    return f"{'+' if then > now else '−'}{load(change)}"


def _last_row(card: SetCard) -> tuple[Button, ...]:
    place = (card.workout_id, card.exercise_index, card.set_number)
    return (
        Button(word("Skip"), SkipSet(*place)),
        Button(word("Swap"), SwapExercise(card.workout_id, card.exercise_index)),
        Button(word("More"), MoreOnCard(*place)),
    )


def with_reps(card: SetCard, reps: int) -> SetCard:
    """The same card asking for other reps, as a press of `9` or `+1` on a last set shows it."""
    return replace(card, target=replace(card.target, reps=reps))
