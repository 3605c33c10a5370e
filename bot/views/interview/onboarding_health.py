"""The health card and what belongs to it: which trouble, the doctor, and ten squats.

Ticks live in the buttons alone: nothing but the outcome is ever kept (`core/coach/interview/answers.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from bot.callbacks import Answer
from bot.texts import join, say, word
from bot.views.interview.onboarding_questions import Card, choice
from bot.views.view import Button
from core.model.onboarding import Ailment, Question, Step


def ailment_word(ailment: Ailment) -> str:
    """One line of the health card."""
    return {
        Ailment.HEART: word("Heart or blood pressure"),
        Ailment.CHEST_PAIN: word("Chest pain"),
        Ailment.FAINTING: word("Fainting or dizziness"),
        Ailment.JOINT: word("Joint injury"),
        Ailment.PREGNANT: word("Pregnant"),
        Ailment.UNDER_18: word("Under 18"),
        Ailment.OVER_65: word("Over 65"),
    }[ailment]


def _health(_: Question) -> Card:
    return Card(
        say("Does any of these apply to you?"),
        join(
            (
                say(
                    "Heart or blood-pressure trouble · chest pain · fainting or dizziness · a joint "
                    "injury · "
                    "pregnant · under 18 · over 65"
                ),
                say("I keep only what it means for training, never the answer. Skip means light training."),
            )
        ),
        ((choice(Step.HEALTH, word("None of these"), "none"), choice(Step.HEALTH, word("Yes"), "yes")),),
    )


def ailments_card(ticked: frozenset[Ailment]) -> Card:
    """Which of them, several at once; each button carries what is ticked already."""
    bits = {ailment: 1 << place for place, ailment in enumerate(Ailment)}
    mask = sum(bits[ailment] for ailment in ticked)
    boxes = tuple(
        Button(
            f"{'☑' if ailment in ticked else '☐'} {ailment_word(ailment)}",
            Answer(Step.AILMENTS.value, f"t{mask ^ bit}"),
        )
        for ailment, bit in bits.items()
    )
    pairs = tuple(boxes[place : place + 2] for place in range(0, len(boxes), 2))
    done = Button(word("Done"), Answer(Step.AILMENTS.value, f"d{mask}"))
    return Card(
        say("Which of them?"),
        say("Tick all that apply, then Done. Only the outcome is kept."),
        (*pairs, (done,)),
    )


def _ailments(_: Question) -> Card:
    return ailments_card(frozenset())


def _doctor(_: Question) -> Card:
    return Card(
        say("Please see a doctor before we train."),
        join(
            (
                say("Chest pain or fainting should be looked at first; I make no plan until then."),
                say("If it happens right now: stop, sit down and call for help."),
            )
        ),
        (
            (choice(Step.DOCTOR, word("A doctor cleared me"), "cleared"),),
            (choice(Step.DOCTOR, word("Cleared for light training only"), "cleared_light"),),
        ),
    )


def _squats(_: Question) -> Card:
    return Card(
        say("Can you do 10 easy squats without weight?"),
        say("If not yet, that is where your legs start: no weight until ten feel easy."),
        ((choice(Step.SQUATS, word("Yes"), "yes"), choice(Step.SQUATS, word("Not yet"), "no")),),
    )


health_cards: dict[Step, Callable[[Question], Card]] = {
    Step.HEALTH: _health,
    Step.AILMENTS: _ailments,
    Step.DOCTOR: _doctor,
    Step.SQUATS: _squats,
}
