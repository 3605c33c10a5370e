"""How a set, a load and the plates on a bar are written, everywhere the same.

A set is written so that `core/training/set_notation.py` reads it back: sent, it means the same set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from bot.texts import Html, join, load, number, say, unit_word, whole, word, word_n
from core.model.exercise import Exercise, Laterality, LoadMode, Pattern
from core.model.outcomes import PlateStep, SetCard
from core.model.session import Measure, Prescription, WarmUp
from core.model.workout import Comfort, Entry, LoggedSet, SetKind
from core.units import Load

Sides = tuple[int, int] | None  # the left's and the right's reps, where they were told apart

_BY_LEG = (Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE)
_BY_ARM = (
    Pattern.HORIZONTAL_PUSH,
    Pattern.VERTICAL_PUSH,
    Pattern.HORIZONTAL_PULL,
    Pattern.VERTICAL_PULL,
)


def to_find(exercise: Exercise, asked: Load | None) -> bool:
    """Whether the load of an asked set is still to be found."""
    return asked is None and exercise.takes_load


def load_words(exercise: Exercise, asked: Load | None) -> str:
    """`80 kg`, `bw + 10 kg`, `bw − 20 kg`, `bodyweight`; empty where no load belongs or none is known."""
    if asked is None or not exercise.takes_load:
        return ""
    if not exercise.moves_body:
        return load(asked)
    if asked.g == 0:
        return word("bodyweight")
    return f"bw {'+' if asked.g > 0 else '−'} {load(Load(abs(asked.g), asked.unit))}"


def offered_words(exercise: Exercise, offered: Load) -> str:
    """A load to try, short enough for a button: `40 kg`; at a pull-up `20 kg help`, `no help`, `+5 kg`."""
    if not exercise.moves_body:
        return load(offered)
    if offered.g == 0:
        return word("no help")
    if offered.g < 0:
        return word("{load} help", load=load(Load(-offered.g, offered.unit)))
    return f"+{load(offered)}"


def body_too(exercise: Exercise) -> str:
    """Said behind a maximum that counts the body in."""
    return word(", your own weight included") if exercise.moves_body else ""


def amount_words(reps: int, measure: Measure, sides: Sides = None) -> str:
    """`8`, `45 s`, `20 m`: what a set counts, short; `8/7` where left and right were told apart."""
    shown = "/".join(map(str, sides)) if sides else reps
    if measure is Measure.SECONDS:
        return word("{seconds} s", seconds=shown)
    return word("{metres} m", metres=shown) if measure is Measure.METRES else str(shown)


def counted_words(reps: int, measure: Measure = Measure.REPS, sides: Sides = None) -> str:
    """`8 reps`, `1 rep`, `8/7 reps`, `45 s`, `20 m`: what a set counts, by its name."""
    if measure is not Measure.REPS:
        return amount_words(reps, measure, sides)
    if sides:
        return word("{sides} reps", sides=amount_words(reps, measure, sides))
    return word_n("{n} rep", "{n} reps", reps)


def nth_words(card: SetCard) -> str:
    """`set 2 of 4`; in free training, where nobody knows how many, `set 2`."""
    if card.sets is None:
        return word("set {number}", number=card.set_number)
    return word("set {number} of {sets}", number=card.set_number, sets=card.sets)


def set_words(
    exercise: Exercise,
    asked: Load | None,
    reps: int,
    measure: Measure = Measure.REPS,
    sides: Sides = None,
) -> str:
    """An asked set: `80 kg × 8`; `45 s` for a plank; `12 reps` where no load belongs or none is known."""
    if asked is None:
        return counted_words(reps, measure, sides)
    return plain_set(asked, reps, measure, moves_body=exercise.moves_body, sides=sides)


def done_words(exercise: Exercise, done: LoggedSet) -> str:
    """A logged set, with its effort and kind where they were said: `80 kg × 8 @8.5`, `80 kg × 6 failure`."""
    if exercise.takes_load:
        body = exercise.moves_body
        shown = plain_set(done.load, done.reps, done.measure, moves_body=body, sides=done.sides)
    else:
        shown = counted_words(done.reps, done.measure, done.sides)
    return shown + said_of(done)


def said_of(done: LoggedSet | Entry) -> str:
    """What stands behind a set's numbers: how hard it was and what kind, where they were said."""
    return effort_words(done.rir) + kind_words(done.kind)


def kind_words(kind: SetKind) -> str:
    """` failure`, ` drop`, ` AMRAP`, ` warm-up` behind a set that is no plain one; it reads back as such."""
    if kind is SetKind.WORK:
        return ""
    named = {
        SetKind.WARM_UP: word("warm-up"),
        SetKind.DROP: word("drop"),
        SetKind.FAILURE: word("failure"),
        SetKind.AMRAP: word("AMRAP"),
    }
    return f" {named[kind]}"


def effort_words(rir: float | None) -> str:
    """` @8.5` behind a set, where it was said how hard it was."""
    return "" if rir is None else f" @{number(10 - rir)}"


def plain_set(
    weight: Load | None,
    reps: int,
    measure: Measure = Measure.REPS,
    *,
    moves_body: bool = False,
    sides: Sides = None,
) -> str:
    """`80 kg × 8`, `bw × 8`, `bw + 10 kg × 8`, `45 s`; the same in every language, for it is read back."""
    amount = amount_words(reps, measure, sides)
    if weight is None and measure is not Measure.REPS:
        return amount
    if weight is None or weight.g == 0:
        return f"bw × {amount}"
    if weight.g > 0 and not moves_body:
        return f"{load(weight)} × {amount}"
    return f"bw {'+' if weight.g > 0 else '−'} {load(Load(abs(weight.g), weight.unit))} × {amount}"


def short_sets(exercise: Exercise, sets: Sequence[LoggedSet]) -> str:
    """Many sets in a line, the load said when it changes: `80 kg × 10, 8 · 75 kg × 8`, `12, 10 reps`."""
    plain = all(done.kind is SetKind.WORK and done.measure is Measure.REPS for done in sets)
    if len(sets) > 1 and not exercise.takes_load and plain:
        return word("{all} reps", all=", ".join(map(_amount, sets)))
    parts = []
    for _, alike in groupby(sets, key=lambda done: done.load if done.load and done.load.g else None):
        first, *others = alike
        parts.append(", ".join([done_words(exercise, _without_effort(first)), *map(_amount, others)]))
    return " · ".join(parts)


def entries_words(exercise: Exercise, entries: Sequence[Entry]) -> str:
    """Typed sets on a button: `80 kg × 8, 8 · 75 kg × 7`; `3 sets: 80 kg × 8` where all are alike."""
    measure, alike = exercise.measure, len(set(entries)) == 1
    parts = []
    for load_said, run in groupby(entries[:1] if alike else entries, key=lambda entry: entry.load):
        first, *others = run
        shown = set_words(exercise, load_said, first.reps, measure, first.sides) + said_of(first)
        more = (amount_words(one.reps, measure, one.sides) + said_of(one) for one in others)
        parts.append(", ".join([shown, *more]))
    told = " · ".join(parts)
    return word("{n} sets: {set}", n=len(entries), set=told) if alike and len(entries) > 1 else told


def _amount(done: LoggedSet) -> str:
    return amount_words(done.reps, done.measure, done.sides) + kind_words(done.kind)


def each_words(exercise: Exercise) -> str:
    """`each leg`, `each arm`, `each side` one side at a time; else how sides take turns."""
    if exercise.laterality is Laterality.ALTERNATING:
        return word("in all, sides in turn")
    if exercise.laterality is Laterality.BILATERAL:
        return ""
    if exercise.pattern in _BY_LEG:
        return word("each leg")
    return word("each arm") if exercise.pattern in _BY_ARM else word("each side")


def comfort_words(measure: Measure) -> dict[Comfort, str]:
    """The three answers to how a last set felt; reps left only where reps were counted."""
    if measure is not Measure.REPS:
        return {
            Comfort.EASY: word("easy"),
            Comfort.RIGHT: word("just right"),
            Comfort.ALL_OUT: word("all I had"),
        }
    return {
        Comfort.EASY: word("easy (3+ left)"),
        Comfort.RIGHT: word("1–2 left"),
        Comfort.ALL_OUT: word("all I had"),
    }


def plate_words(plates: Sequence[int]) -> str:
    """`20+10` from hundredths of the bar's unit, heaviest first."""
    return "+".join(number(Decimal(plate) / 100) for plate in sorted(plates, reverse=True))


def side_words(card: SetCard) -> str:
    """Plates of a side on a first set, from then on only what changes: `swap 10 → 5+2.5`, `same plates`."""
    if card.plates is None:
        return ""
    if not card.plates and (card.plate_step is None or not card.plate_step.off):
        return word("empty bar")
    if card.plate_step is not None:
        return step_words(card.plate_step)
    return word("{plates} a side", plates=plate_words(card.plates))


def step_words(step: PlateStep) -> str:
    """What to change on each side of the bar."""
    if not step.off and not step.on:
        return word("same plates")
    if not step.off:
        return word("add {plates} a side", plates=plate_words(step.on))
    if not step.on:
        return word("take off {plates} a side", plates=plate_words(step.off))
    return word("swap {off} → {on} a side", off=plate_words(step.off), on=plate_words(step.on))


def meaning_words(exercise: Exercise, asked: Load | None) -> str:
    """What the load's number means, where a beginner could take it wrong: `12 kg in each hand`."""
    if asked is None:
        return ""
    if exercise.load_mode is LoadMode.PER_HAND:
        return word("{load} in each hand", load=load(asked))
    if exercise.load_mode is LoadMode.PLATES:
        return word("count the plates only")
    if not exercise.moves_body:
        return ""
    if asked.g == 0:
        return word("just your bodyweight")
    extra = load(Load(abs(asked.g), asked.unit))
    return word("{load} added", load=extra) if asked.g > 0 else word("{load} of help", load=extra)


def option_label(exercise: Exercise, asked: Prescription) -> str:
    """An exercise on offer, with the load it would begin with: `Leg press 120 kg`."""
    if asked.load is None or not exercise.takes_load:
        return word(exercise.name)
    return f"{word(exercise.name)} {offered_words(exercise, asked.load)}"


def warm_up_words(card: SetCard) -> Html:
    """`bar × 8 · 32.5 × 5 · 47.5 × 3`: the unit left out, since the card says it above."""
    return join((one_warm_up(card, warm) for warm in card.warm_ups), by=" · ")


def one_warm_up(card: SetCard, warm: WarmUp) -> str:
    """`bar × 8`, `32.5 × 5`, `4 reps without weight`."""
    if warm.load is None:
        return word("{reps} without weight", reps=counted_words(warm.reps))
    if card.bar is not None and warm.load.g == card.bar.g:
        weight = word("empty bar") if len(card.warm_ups) == 1 else word("bar")
    else:
        weight = load(warm.load) if len(card.warm_ups) == 1 else number(warm.load.value)
    return f"{weight} × {warm.reps}"


def big_set(card: SetCard) -> Html:
    """The set as the card shows it, load and reps bold: `80 kg × 8`, `10 kg × 10 each leg`."""
    shown = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
    return join([say("<b>{set}</b>", set=shown), each_words(card.exercise)], " ")


def tonnage_words(grams: int, unit_load: Load) -> str:
    """`5,140 kg`: whole units, thousands set apart."""
    return f"{whole(Load(grams, unit_load.unit).value)} {unit_word(unit_load.unit)}"


def _without_effort(done: LoggedSet) -> LoggedSet:
    return done if done.rir is None else replace(done, rir=None)


def typed_example(card: SetCard) -> str:
    """The set a card with weights to choose from asks for, as it could be typed: `30 kg x 15`."""
    some = card.loads_offered[len(card.loads_offered) // 2]
    return set_words(card.exercise, some, card.target.reps, card.prescription.measure).replace("×", "x")
