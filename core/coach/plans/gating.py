"""The gate out of foundation, as outcomes tell it. The rule is `core/training/progress/foundation.py`."""

from __future__ import annotations

from datetime import date

from core.catalogue import Catalogue
from core.model.athlete import Athlete, Level
from core.model.history import History
from core.model.outcomes import Gate
from core.training.progress import foundation


def gate_of(athlete: Athlete, history: History, today: date, exercises: Catalogue) -> Gate:
    """How far the athlete's foundation is on a date, as outcomes tell it."""
    found = gate_today(athlete, history, today, exercises)
    return Gate(
        sessions=found.sessions,
        sessions_asked=found.sessions_needed,
        weeks=found.weeks,
        weeks_asked=found.weeks_needed,
        hard_patterns=found.uncomfortable,
        pained=found.pained,
    )


def gate_today(athlete: Athlete, history: History, today: date, exercises: Catalogue) -> foundation.Gate:
    """The rule's own gate, for deciding which goal is trained."""
    since = athlete.foundation_since.date() if athlete.foundation_since else None
    return foundation.gate(athlete.level or Level.BEGINNER, history, today, exercises, since)
