"""How far foundation is, in one line: it is always in sight of a beginner."""

from __future__ import annotations

from bot.texts import Html, join, say, word
from core.model.outcomes import Gate

PATTERNS = {
    "squat": "squats and lunges",
    "hinge": "deadlifts and bridges",
    "push": "presses and push-ups",
    "pull": "rows and pull-ups",
}
JUDGED_FROM = 2  # sessions: before, every movement would stand there as not easy


def gate_line(gate: Gate) -> Html:
    """`Foundation: 6 of 8 workouts · week 4 of 4 · still to feel easy: squats`; says so when it is open."""
    if gate.open:
        return say("Foundation done. Size and strength are open: /plan size or /plan strength.")
    parts = [
        say(
            "Foundation: {done} of {all} workouts",
            done=min(gate.sessions, gate.sessions_asked),
            all=gate.sessions_asked,
        ),
        say("week {done} of {all}", done=min(gate.weeks + 1, gate.weeks_asked), all=gate.weeks_asked),
    ]
    if gate.hard_patterns and gate.sessions >= JUDGED_FROM:
        names = ", ".join(word(PATTERNS[pattern]) for pattern in gate.hard_patterns)
        parts.append(say("still to feel easy: {names}", names=names))
    if gate.pained:
        parts.append(say("and two sessions without pain"))
    return join(parts, " · ")
