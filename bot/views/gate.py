"""How far foundation is, in one line: it is always in sight of a beginner."""

from __future__ import annotations

from bot.texts import Html, join, say, say_n, word
from core.model.outcomes import Gate

PATTERNS = {
    "squat": "squat",
    "lunge": "lunge",
    "hinge": "hinge (deadlift)",
    "push": "push",
    "pull": "pull",
    "horizontal_push": "push",
    "vertical_push": "overhead push",
    "horizontal_pull": "row",
    "vertical_pull": "pull-down",
}


def gate_line(gate: Gate) -> Html:
    """`Foundation: 6 of 8 workouts · week 4 of 4 · still hard: push`; says so when it is open."""
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
    if gate.hard_patterns:
        names = ", ".join(word(PATTERNS.get(pattern, pattern)) for pattern in gate.hard_patterns)
        count = len(gate.hard_patterns)
        parts.append(
            say_n("not comfortable yet: {names}", "not comfortable yet: {names}", count, names=names)
        )
    if gate.pained:
        parts.append(say("something hurt lately"))
    return join(parts, " · ")
