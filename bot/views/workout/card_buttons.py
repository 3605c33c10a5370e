"""The buttons of a set card: done, a rep or a step less or more, and the row that leads on."""

from __future__ import annotations

from bot.callbacks import (
    DoLater,
    FillCard,
    FinishWorkout,
    LogSet,
    MoreOnCard,
    SkipSet,
    SwapExercise,
    WarmUpDone,
    WarmUpsDone,
    WhySet,
)
from bot.texts import load, word
from bot.views.sets import (
    amount_words,
    comfort_words,
    one_warm_up,
    set_words,
)
from bot.views.view import Button, Rows, Style
from core.model.athlete import Goal
from core.model.outcomes import SetCard
from core.model.session import Measure
from core.units import Load

TOO_HEAVY = frozenset({"lightest_too_heavy"})


def card_rows(card: SetCard) -> Rows:
    """All rows of a card whose load is known, or that takes none. Too heavy a bar is not done without it."""
    place = (card.workout_id, card.exercise_index, card.set_number)
    if card.target.load is None and any(told.code in TOO_HEAVY for told in card.prescription.reasons):
        lighter = SwapExercise(card.workout_id, card.exercise_index)
        return ((Button(word("Something lighter"), lighter, Style.SUCCESS),), last_row(card))
    rows: list[tuple[Button, ...]] = []
    if card.warm_ups:
        rows.extend(_warm_up_rows(card))
    if card.asks_comfort:
        rows.extend(_comfort_rows(card))
    else:
        shown = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
        done = LogSet(*place, card.target.load, card.target.reps)
        rows.append((Button(f"✅ {shown}", done, Style.SUCCESS),))
    reps, loads = _reps_buttons(card), _load_buttons(card)
    rows.extend((reps, loads) if card.asks_comfort or card.is_last else ((*reps, *loads),))
    rows.append(last_row(card))
    return tuple(row for row in rows if row)


def _warm_up_rows(card: SetCard) -> list[tuple[Button, ...]]:
    """One tap each, or one for all that are left."""
    index = (card.workout_id, card.exercise_index)
    behind = len(card.prescription.warm_ups) - len(card.warm_ups)
    each = tuple(
        Button(one_warm_up(card, warm), WarmUpDone(*index, number))
        for number, warm in enumerate(card.warm_ups, start=behind + 1)
    )
    done = (Button(word("Warm-up done"), WarmUpsDone(*index)),)
    return [each, done] if len(each) > 1 else [done]


def _comfort_rows(card: SetCard) -> list[tuple[Button, ...]]:
    """One tap logs the set and how it felt. Source of the three: S29, training.md 5.1."""
    amount = amount_words(card.target.reps, card.prescription.measure)
    labels = comfort_words(card.prescription.measure)
    place = (card.workout_id, card.exercise_index, card.set_number)
    return [
        (
            Button(
                word("✅ {reps} · {felt}", reps=amount, felt=felt),
                LogSet(*place, card.target.load, card.target.reps, comfort),
                Style.SUCCESS,
            ),
        )
        for comfort, felt in labels.items()
    ]


def _reps_buttons(card: SetCard) -> tuple[Button, ...]:
    """A rep or two fewer. Where comfort is asked they change the card instead of logging."""
    place = (card.workout_id, card.exercise_index, card.set_number)
    measure, load_now = card.prescription.measure, card.target.load
    step = 1 if measure is Measure.REPS else 5
    press = FillCard if card.asks_comfort else LogSet
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
    label = help_label if card.exercise.moves_body else step_label
    return tuple(
        Button(label(card.target.load, other), FillCard(*place, other, card.target.reps))
        for other in (card.lighter, card.heavier)
        if other is not None
    )


def step_label(now: Load, then: Load) -> str:
    """`−2.5 kg` or `+2.5 kg`: from one load to another; to one of another unit, that one: `22.5 kg`."""
    if now.unit is not then.unit:
        return load(then)
    change = Load(abs(then.g - now.g), then.unit)
    return f"{'+' if then > now else '−'}{load(change)}"


def help_label(now: Load, then: Load) -> str:
    """`5 kg less help`, `5 kg more help` while there is help; from bodyweight on like any step."""
    if min(now.g, then.g) >= 0:
        return step_label(now, then)
    change = load(Load(abs(then.g - now.g), then.unit))
    return word("{load} less help", load=change) if then > now else word("{load} more help", load=change)


def last_row(card: SetCard) -> tuple[Button, ...]:
    """Skip, later where another exercise follows, swap, why, more: under every card.

    In free training, where nothing waits to be done, the way out goes in their place.
    """
    place = (card.workout_id, card.exercise_index, card.set_number)
    row = [
        Button(word("Skip"), SkipSet(*place)),
        Button(word("Later"), DoLater(card.workout_id, card.exercise_index)),
        Button(word("Swap"), SwapExercise(card.workout_id, card.exercise_index)),
        Button(word("Why?"), WhySet(*place)),
        Button(word("More"), MoreOnCard(*place)),
    ]
    if card.sets is None:
        finish = Button(word("Finish workout"), FinishWorkout(card.workout_id))
        return (row[2], finish, row[4])
    if card.place == card.exercises:
        del row[1]
    return tuple(row)
