"""What is known of an athlete today: the maxima they told of, moved by every set they have logged since.

Derived anew each time and kept nowhere, so that an undo, a correction or an import of the past needs
nothing put right. The rule itself is `core/training/learning.py`'s.
"""

from __future__ import annotations

from core.catalogue import Catalogue
from core.model.athlete import Athlete
from core.model.history import History
from core.training import learning


def informed(athlete: Athlete, history: History, exercises: Catalogue) -> Athlete:
    """The athlete with every maximum as the logged sets have moved it, and first ones where sets show one."""
    return learning.informed(athlete, history, exercises)
