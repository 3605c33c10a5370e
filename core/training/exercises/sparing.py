"""Which exercises load a sore joint as the one that hurt did, and must be spared with it.

What to do instead is `substitution.py`'s, leaving them out of plans `choosing.py`'s.
"""

from __future__ import annotations

from core.model.exercise import Exercise, LoadMode, Pattern

BAR_KINDS = frozenset({"barbell", "trap bar", "specialty bar", "ez bar", "t-bar"})
BARS = BAR_KINDS | {"smith machine"}
_EASIER_BY = 0.10  # of body mass: what makes a bodyweight variant another thing for a sore joint (ours)


def near_variant(exercise: Exercise, of: Exercise) -> bool:
    """Whether it loads the joints as `of` does: the same movement with the same kind of equipment.

    All free bars are one kind; isolation must share its muscle. A clearly easier variant with the body
    alone is none: that is the way back after a pain. Source: S27, 7.4 (ours).
    """
    if exercise.pattern is not of.pattern or not _kinds_of(exercise) & _kinds_of(of):
        return False
    if exercise.pattern in (Pattern.ISOLATION, Pattern.CORE):
        return exercise.primary[0] == of.primary[0]
    mine, theirs = exercise.bodyweight_factor, of.bodyweight_factor
    bare = exercise.load_mode is LoadMode.REPS and mine is not None and theirs is not None
    return not (bare and (mine or 0.0) <= (theirs or 0.0) - _EASIER_BY)


def _kinds_of(exercise: Exercise) -> frozenset[str]:
    kinds = frozenset(exercise.equipment)
    return kinds | BAR_KINDS if kinds & BAR_KINDS else kinds
