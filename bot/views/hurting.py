"""What hurts: which sort of pain it is, what is spared because of it, and whether it still does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.callbacks import (
    AskPart,
    BackToPlan,
    Dismiss,
    FinishWorkout,
    GoOn,
    Pain,
    Press,
    SayPain,
    ShowExercise,
    SparePart,
    SwapExercise,
)
from bot.texts import Html, join, say, word
from bot.views.sets import option_label
from bot.views.view import Button, View
from core.model.exercise import Exercise
from core.model.session import Prescription
from core.model.soreness import BodyPart, SorePart, coded

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "shoulder": "shoulder",
        "left_shoulder": "left shoulder",
        "right_shoulder": "right shoulder",
        "elbow": "elbow",
        "left_elbow": "left elbow",
        "right_elbow": "right elbow",
        "wrist": "wrist",
        "left_wrist": "left wrist",
        "right_wrist": "right wrist",
        "neck": "neck",
        "left_neck": "left side of the neck",
        "right_neck": "right side of the neck",
        "back": "back",
        "left_back": "left side of the back",
        "right_back": "right side of the back",
        "hip": "hip",
        "left_hip": "left hip",
        "right_hip": "right hip",
        "knee": "knee",
        "left_knee": "left knee",
        "right_knee": "right knee",
        "ankle": "ankle",
        "left_ankle": "left ankle",
        "right_ankle": "right ankle",
    }
)


_NO_MUSCLE = (BodyPart.ELBOW, BodyPart.WRIST, BodyPart.KNEE, BodyPart.ANKLE)  # a knee itself doesn't burn


def part_word(sore: SorePart) -> str:
    """`left knee`, as it stands inside a sentence."""
    return word(PARTS[sore.code])


def _parts(sore: Sequence[SorePart]) -> str:
    *some, last = map(part_word, sore)
    return word("{some} and {last}", some=", ".join(some), last=last) if some else last


def what_hurts(workout_id: int, index: int, sore: tuple[SorePart, ...] = ()) -> View:
    """Three sorts of pain, for they end three different ways. Source: training.md 7.4."""
    named = coded(sore)
    a_joint = bool(sore) and all(one.part in _NO_MUSCLE for one in sore)
    labels = {
        Pain.BURN: word("Only the muscles around it") if a_joint else word("Muscle burn"),
        Pain.JOINT: word("Joint, or sharp pain"),
        Pain.CHEST: word("Chest pain, or dizzy"),
    }
    presses: dict[Pain, Press] = {pain: SayPain(workout_id, index, pain) for pain in labels}
    if named is not None:
        presses[Pain.JOINT] = SparePart(workout_id, index, named)
    rows = tuple((Button(label, presses[pain]),) for pain, label in labels.items())
    no = (Button(word("Nothing hurts, go on"), GoOn(workout_id)),)
    text = say("Stop the set. What does it feel like?")
    if sore:
        text = say("Stop the set. Your {part}: what does it feel like?", part=_parts(sore))
    return View(text, (*rows, no)).offering()


def which_pain(sore: tuple[SorePart, ...]) -> View:
    """Between two workouts: plans spare a joint, not a muscle that was well trained."""
    rows = (
        (Button(word("Joint, or sharp pain"), SparePart(0, 0, coded(sore) or "")),),
        (Button(word("Only sore from training"), Dismiss()),),
    )
    text = say(
        "Your {part}: what is it? A joint or a sharp pain I spare in your plans until you say it's fine.",
        part=_parts(sore),
    )
    return View(text, rows)


def where() -> View:
    """Between two workouts something hurts, nobody knows what."""
    return View(
        say(
            "Sore muscles are normal for two days after training. Is it a joint, or a sharp pain? Say it "
            "like <code>my left knee hurts</code>, and my plans spare it."
        )
    )


def only_burn(workout_id: int | None = None) -> View:
    """Burning muscles are the point of the exercise; with the workout's id there is a way back to it."""
    text = say("That's the muscle working. Take your time; if it turns sharp, stop and tell me.")
    return View(text, () if workout_id is None else ((Button(word("Go on"), GoOn(workout_id)),),))


def hurt_exercise(
    exercise: Exercise,
    workout_id: int,
    index: int,
    options: tuple[tuple[Exercise, Prescription], ...],
    sore: tuple[SorePart, ...] = (),
    also: tuple[Exercise, ...] = (),
) -> View:
    """The exercise has ended; something else may go on, sparing what hurts, or nothing at all."""
    lines = [say("Stopped {name}. Every set so far is kept.", name=word(exercise.name))]
    if sore:
        lines.append(
            say("I spare your {part} from now on, until you tell me it's fine.", part=_parts(sore)),
        )
        if also:
            names = ", ".join(word(one.name) for one in also)
            lines.append(say("So today without {names}, too.", names=names))
    else:
        lines[0] = say(
            "Stopped {name}. Every set so far is kept, and I leave it out from now on.",
            name=word(exercise.name),
        )
    lines.append(say("If the pain stays, have it looked at."))
    if options and sore:
        lines.append(say("One of these instead? They spare it; only if it doesn't hurt."))
    elif options:
        lines.append(say("Something else for the same muscles? Only if it doesn't hurt."))
    rows: list[tuple[Button, ...]] = [
        (Button(option_label(other, asked), SwapExercise(workout_id, index, other.id)),)
        for other, asked in options
    ]
    rows.append(
        (
            Button(word("No, go on with the rest"), GoOn(workout_id)),
            Button(word("Finish"), FinishWorkout(workout_id)),
        )
    )
    return View(join(lines), tuple(rows)).offering()


def get_help() -> View:
    """Chest pain or dizziness: the workout is over, and help comes before anything else."""
    return View(
        say(
            "<b>Stop now and sit down.</b> Chest pain or dizziness needs help at once: call your emergency "
            "number, or ask someone near you to. Your sets are saved. I plan nothing more until a doctor "
            "has cleared you."
        )
    )


def spares(sore: tuple[SorePart, ...]) -> View:
    """Between two workouts a part was told to hurt."""
    return View(
        say(
            "Noted. My plans spare your {part} until you tell me it's fine; each /plan asks. "
            "If the pain stays, have it looked at.",
            part=_parts(sore),
        )
    )


def spared_line(sore: SorePart, left_out: Sequence[Exercise]) -> Html:
    """On a plan: what stands not in it because of a sore part."""
    if not left_out:
        return say("I'm sparing your {part}.", part=part_word(sore))
    names = ", ".join(word(one.name) for one in left_out)
    return say("To spare your {part}, without {names}.", part=part_word(sore), names=names)


def ask_button(plan_id: int, sore: SorePart) -> Button:
    """`Does your left knee still hurt?`"""
    label = word("Does your {part} still hurt?", part=part_word(sore))
    return Button(label, AskPart(plan_id, sore.part, sore.side))


def still_sore(plan_id: int, sore: SorePart) -> View:
    """Asked of a part that is spared: only the athlete knows."""
    part = (sore.part, sore.side)
    back = BackToPlan(plan_id) if plan_id else ShowExercise()
    rows = (
        (
            Button(word("Yes, spare it"), AskPart(plan_id, *part, hurts=True)),
            Button(word("No, it's fine"), AskPart(plan_id, *part, hurts=False)),
        ),
        (Button(word("‹ Back"), back),),
    )
    return View(say("Does your {part} still hurt?", part=part_word(sore)), rows).offering()
