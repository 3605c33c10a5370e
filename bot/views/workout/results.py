"""What a set card becomes: its result with the rest that runs, then one folded line.

The card itself is `set_card.py`, the end of the workout `recap.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.callbacks import (
    AddLate,
    ChangeRest,
    Feel,
    FixSet,
    LogSet,
    RestChange,
    SayFeel,
)
from bot.texts import Html, counting, duration, join, say, word
from bot.views.reasons import reason_line
from bot.views.sets import (
    comfort_words,
    done_words,
    nth_words,
    one_warm_up,
    set_words,
    short_sets,
    side_words,
)
from bot.views.view import Button, Rows, View
from bot.views.workout.new_record import record_line
from core.model.exercise import Exercise
from core.model.old_card import OldCard
from core.model.outcomes import SetCard, SetLogged
from core.model.starting import SaidLate
from core.model.workout import LoggedSet, SetKind


def result(logged: SetLogged, rest_over_at: datetime | None, clock: str) -> View:
    """What a card becomes once its set is logged: the result, the rest that runs, and what is next.

    `rest_over_at` is on the wall clock (what the phone counts down to), `clock` the same as text.
    """
    in_pair = logged.pair_goes_on
    told = _news(logged)
    if logged.exercise_over and rest_over_at is None and not in_pair:
        folded = folded_exercise(logged.exercise, logged.done)
        asked = _comfort_question(logged.sets[-1]) if logged.comfort_asked else ()
        lines = [folded, _record(logged), told, say("How was the last set?") if asked else Html("")]
        return View(join(lines), asked)
    last = logged.sets[-1]
    lines = [_result_line(logged, rest_over_at, clock), _record(logged), told]
    if logged.next_card is not None:
        lines.append(_next_line(logged, logged.next_card))
    place = (last.workout_id, last.exercise_index, last.set_number)
    rows: list[tuple[Button, ...]] = []
    if logged.feel_asked:
        lines.append(say("How was the weight?"))
        rows.append(_feel_row(logged))
    if logged.comfort_asked and not in_pair:
        lines.append(say("How was the last set?"))
        rows.extend(_comfort_question(last))
    fix = () if last.kind is SetKind.WARM_UP else (Button(word("Fix"), FixSet(*place)),)
    rows.append((*(_rest_buttons(place) if rest_over_at is not None else ()), *fix))
    return View(join(lines), tuple(rows))


def _news(logged: SetLogged) -> Html:
    """What the sets change in those to come; that fewer is no failure needs to be said once a workout."""
    measure, again = logged.prescription.measure, logged.eased_before
    return join((reason_line(reason, measure, again=again) for reason in logged.reasons), " ")


def _record(logged: SetLogged) -> Html:
    return record_line(logged.record, logged.exercise) if logged.record else Html("")


def _rest_buttons(place: tuple[int, int, int]) -> tuple[Button, ...]:
    labels = {RestChange.SKIP: word("Skip rest"), RestChange.MORE: "+30 s", RestChange.LESS: "−30 s"}
    return tuple(Button(label, ChangeRest(*place, change)) for change, label in labels.items())


def _result_line(logged: SetLogged, rest_over_at: datetime | None, clock: str) -> Html:
    name = say("<b>{name}</b> ", name=word(logged.exercise.name)) if _stands_alone(logged) else Html("")
    sets = join((say("✓ <b>{set}</b>", set=done_words(logged.exercise, one)) for one in logged.sets), " · ")
    done = join([name, sets], "")
    if rest_over_at is None or logged.rest is None:
        return done
    seconds = round((logged.rest.until - logged.sets[-1].logged_at).total_seconds())
    counted = counting(rest_over_at, say("at {time}", time=clock))
    return say("{done} · rest {rest}, next set {counted}", done=done, rest=duration(seconds), counted=counted)


def _stands_alone(logged: SetLogged) -> bool:
    """Whether nothing else says which exercise it was: in free training, and where another one comes next."""
    unseen = logged.card is None and not logged.corrected
    card, index = logged.next_card, logged.sets[-1].exercise_index
    between = card is not None and card.exercise_index != index
    return unseen or between or logged.prescription.sets == 1 or logged.workout.session.is_free


def _next_line(logged: SetLogged, card: SetCard) -> Html:
    """`Next: 75 kg × 8, same plates`; another exercise by its name, a load to be found without one."""
    shown = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
    if card.exercise_index != logged.sets[-1].exercise_index:
        return say("Next: {name}, <b>{set}</b>", name=word(card.exercise.name), set=shown)
    if card.warm_ups:
        first = card.warm_ups[:1]
        return say("Next: warm-up, <b>{set}</b>", set=one_warm_up(replace(card, warm_ups=first), *first))
    if card.loads_offered:
        return say("Next: {nth}", nth=nth_words(card))
    return join([say("Next: <b>{set}</b>", set=shown), side_words(card)], ", ")


def _feel_row(logged: SetLogged) -> tuple[Button, ...]:
    last = logged.sets[-1]
    place = (last.workout_id, last.exercise_index, last.set_number)
    labels = {
        Feel.TOO_LIGHT: word("Too light"),
        Feel.RIGHT: word("Right"),
        Feel.TOO_HEAVY: word("Too heavy"),
    }
    return tuple(Button(label, SayFeel(*place, feel)) for feel, label in labels.items())


def _comfort_question(last: LoggedSet) -> Rows:
    """A typed last set didn't say how it felt: one tap tells, none is needed."""
    place = (last.workout_id, last.exercise_index, last.set_number, last.load, last.reps)
    labels = comfort_words(last.measure)
    return (tuple(Button(label, LogSet(*place, comfort)) for comfort, label in labels.items()),)


def ended_before(exercise: Exercise, press: LogSet) -> View:
    """A card whose tap came after the workout had ended: nothing is logged, one more tap adds it."""
    shown = set_words(exercise, press.load, press.reps, exercise.measure)
    late = AddLate(
        press.workout_id, press.exercise_index, press.set_number, press.load, press.reps, press.comfort
    )
    told = say(
        "<b>{name}</b> set {number}: the workout had ended before your tap came, so it isn't logged.",
        name=word(exercise.name),
        number=press.set_number,
    )
    return View(told, ((Button(word("Add {set}", set=shown), late),),))


def said_late(late: SaidLate) -> View:
    """A set was typed after its workout had ended: one tap adds it."""
    shown = set_words(late.exercise, late.entry.load, late.entry.reps, late.measure)
    press = AddLate(late.workout_id, *late.slot, late.entry.load, late.entry.reps)
    told = say(
        "No workout is running. Is this one more set of the last one, <b>{name}</b>?",
        name=word(late.exercise.name),
    )
    return View(told, ((Button(word("Add {set}", set=shown), press),),)).offering()


def folded(old: OldCard, coming: SetCard | None) -> Html:
    """What a card above the new one becomes: one line, with what became of its set."""
    if old.swapped and coming is not None and old.logged is None:  # a late reply logs what was swapped, too
        return swapped_for(coming.exercise)
    if old.over:
        return folded_exercise(old.exercise, old.done)
    if old.below:
        return moved_down(old.exercise, old.set_number)
    if old.logged is not None:
        news = join((reason_line(reason, old.logged.measure) for reason in old.news), " ")
        return join([_folded_sets(old, old.logged), news])
    if old.skipped:
        return skipped_set(old.exercise, old.set_number)
    if old.later:
        return say("{name}: later", name=word(old.exercise.name))
    return moved_down(old.exercise, old.set_number)


def still_asking(old: OldCard) -> View:
    """A folded card told anew; what it asked of the last set it asks on, until that is told."""
    if not old.asks_comfort:
        return View(folded(old, None))
    text = join([folded(old, None), say("How was the last set?")])
    return View(text, _comfort_question(old.done[-1]))


def _folded_sets(old: OldCard, logged: LoggedSet) -> Html:
    """A card in one line; of several sets at once, or early, it tells them all: `2–4/4 ✓ 80 kg × 8, 8, 7`."""
    if len(old.told) < 2:
        return folded_set(old.exercise, logged, old.sets)
    if old.sets is None:
        return folded_exercise(old.exercise, old.told)
    return say(
        "<b>{name}</b> {numbers}/{sets} ✓ {told}",
        name=word(old.exercise.name),
        numbers=_numbers(old.told),
        sets=old.sets,
        told=short_sets(old.exercise, old.told),
    )


def _numbers(told: tuple[LoggedSet, ...]) -> str:
    """`2–4`; `1, 3` where one between was passed over."""
    numbers = [one.set_number for one in told]
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def folded_set(exercise: Exercise, done: LoggedSet, sets: int | None) -> Html:
    """A card in one line, once the next one has come; `sets` None where nobody planned how many."""
    if sets is None:
        return say("<b>{name}</b> ✓ {set}", name=word(exercise.name), set=done_words(exercise, done))
    return say(
        "<b>{name}</b> {number}/{sets} ✓ {set}",
        name=word(exercise.name),
        number=done.set_number,
        sets=sets,
        set=done_words(exercise, done),
    )


def folded_exercise(exercise: Exercise, done: tuple[LoggedSet, ...]) -> Html:
    """An exercise in one line, once it is over; skipped when nothing was done."""
    if not done:
        return say("{name}: skipped", name=word(exercise.name))
    return say("<b>{name}</b> ✓ {sets}", name=word(exercise.name), sets=short_sets(exercise, done))


def skipped_set(exercise: Exercise, number: int) -> Html:
    """A card whose set was skipped."""
    return say("{name} set {number} skipped", name=word(exercise.name), number=number)


def swapped_for(exercise: Exercise) -> Html:
    """A card whose exercise gave way to another one."""
    return say("⇄ {name} it is.", name=word(exercise.name))


def moved_down(exercise: Exercise, number: int) -> Html:
    """A card whose set is still to do, once a newer card of it stands below."""
    return say("{name} set {number} ↓", name=word(exercise.name), number=number)
