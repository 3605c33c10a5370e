"""Which part of the body hurts, as lifters say it: "my left knee hurts", "die rechte Schulter tut weh"."""

from __future__ import annotations

import re

from core.model.soreness import MOST_TOLD, BodyPart, Side, SorePart

_PARTS: dict[BodyPart, str] = {
    BodyPart.SHOULDER: r"shoulders?|rotator cuffs?|schultern?",
    BodyPart.ELBOW: r"elbows?|ell(?:en)?bogen",
    BodyPart.WRIST: r"wrists?|handgelenke?",
    BodyPart.NECK: r"neck|nacken|hals",
    BodyPart.BACK: r"(?:lower |low |upper )?back|lumbar|spine|kreuz|rücken|(?:lenden)?wirbel(?:säule)?",
    BodyPart.HIP: r"hips?|hüften?|groin|leiste",
    BodyPart.KNEE: r"knees?|kneecaps?|patella|meniscus|knien?|kniee|kniescheiben?",
    BodyPart.ANKLE: r"ankles?|achilles(?: tendon)?|knöchel|(?:fuß|sprung)gelenke?|achillessehnen?",
}
_LEFT, _RIGHT = r"left|l\.?|link\w*", r"right|r\.?|recht\w*"
_SIDE = rf"(?:(?P<left>{_LEFT})|(?P<right>{_RIGHT}))"
_BEHIND = r"(?:(?P<links>(?:on the |my )?left|links)|(?P<rechts>(?:on the |my )?right|rechts))"
# Parts in the names of exercises are none that hurt: "back squat hurts", "hip thrust is better".
_OF_A_NAME = r"[ -]?(?:squat|extension|raise|press|thrust|push|curl|abduct|adduct|bridge|day|off)"
_TOLD = {
    part: re.compile(rf"(?:\b{_SIDE} )?\b(?:{words})\b(?!{_OF_A_NAME})(?: {_BEHIND}\b)?", re.IGNORECASE)
    for part, words in _PARTS.items()
}
_BOTH = re.compile(
    r"\b(?:left (?:and|or) right|right (?:and|or) left|linkes? und rechtes?|rechtes? und linkes?)\b", re.I
)
_NO_PART = re.compile(r"\b(?:come|came|coming|go|going|went|be|i'?m|get|got|put|bring|step\w*) back\b", re.I)


def parts_said(words: str) -> tuple[SorePart, ...]:
    """The parts of the body that some words name, in the order named, at most three; of two sides none."""
    heard = " ".join(_BOTH.sub(" ", _NO_PART.sub(" ", words.replace("’", "'"))).split())
    found: dict[int, SorePart] = {}
    for part, pattern in _TOLD.items():
        told = list(pattern.finditer(heard))
        sides = {side for one in told if (side := _side(one)) is not None}
        if told:
            found[told[0].start()] = SorePart(part, sides.pop() if len(sides) == 1 else None)
    return tuple(found[place] for place in sorted(found))[:MOST_TOLD]


def _side(told: re.Match[str]) -> Side | None:
    if told["left"] or told["links"]:
        return Side.LEFT
    return Side.RIGHT if told["right"] or told["rechts"] else None
