"""What somebody trains with, in their own words: "home gym with rack", "just dumbbells", "planet fitness".

Several things told at once are one answer where one of them holds the others: a bar at home beside dumbbells
is a bar at home. What such words leave open (a hotel's gym, "no gym") is asked.
"""

from __future__ import annotations

import re

from core.model.athlete import Gear

_WHOLE: dict[Gear, str] = {
    Gear.FULL_GYM: (
        "full gym|gym|commercial|a gym|the gym|everything|all|all of (?:it|them|these)|commercial gym|"
        "fitness studio|"
        "studio|volles studio|fitnessstudio|fitness|alles"
    ),
    Gear.BARBELL: (
        "barbell|barbells|barbell at home|home gym|garage|garage gym|rack|power rack|bar|"
        "langhantel|langhantel zu hause|heimstudio|keller"
    ),
    Gear.DUMBBELLS: "dumbbell|dumbbells|db|dbs|kettlebell|kettlebells|kurzhanteln?|hanteln",
    Gear.MACHINES: "machine|machines|cables|maschinen?|geräte",
    Gear.BODYWEIGHT: (
        "body ?weight|body|bw|nothing(?: at all)?|none|nope|no|zero|nada|no (?:equipment|weights|gear)|"
        "calisthenics|just me|my body|nothing yet|"
        "körpergewicht|eigengewicht|nichts|keine|keine geräte|ohne alles|nur ich"
    ),
    Gear.BANDS: "band|bands|resistance bands|elastic bands|bänder|widerstandsbänder|gummibänder",
}
# No gym that lends a bar: what stands there differs from house to house.
_NO_FULL_GYM = (
    r"(?<!home )(?<!garage )(?<!hotel )(?<!basement )(?<!apartment )(?<!office )(?<!mini )(?<!outdoor )"
)
_SOMEWHERE: dict[Gear, str] = {
    Gear.FULL_GYM: (
        rf"{_NO_FULL_GYM}gym|full rack of everything|gold'?s|la fitness|24 ?hour fitness|anytime fitness|"
        r"equinox|lifetime|crunch|ymca|pure ?gym|the gym group|basic[- ]?fit|virgin active|golds|"
        r"fitness (?:center|centre|club)|rec center|leisure cent(?:er|re)|health club|"
        r"mc ?fit|fitness ?first|clever ?fit|fitx|(?<!heim)studio|fitnesscenter"
    ),
    Gear.BARBELL: (
        r"barbells?|olympic bar|bar and plates|home ?gym|garage(?: gym)?|basement gym|"
        r"(?:power|squat|half|full)? ?racks?|power cage|crossfit (?:box|gym)|langhanteln?|heimstudio"
    ),
    Gear.DUMBBELLS: r"dumb ?bells?|dumbells?|dbs?|kettlebells?|bowflex|kurzhanteln?|kugelhanteln?",
    Gear.MACHINES: (
        r"machines?|cables?|cable (?:tower|machine|station)|smith(?: machine)?|multi ?gym|planet fitness|"
        r"curves|maschinen?|geräte|kabelzug"
    ),
    Gear.BODYWEIGHT: (
        r"body ?weight|(?:no|without|zero) (?:equipment|weights|gear|anything)|calisthenics|pull[- ]?up bar|"
        r"push[- ]?ups|the floor|trx|(?:gymnastic )?rings|park|playground|outdoor gym|körpergewicht|"
        r"eigengewicht|ohne (?:geräte|gewichte)|klimmzugstange"
    ),
    Gear.BANDS: r"bands?|bänder|widerstandsb\w+",
}
VOCABULARY = " ".join((*_WHOLE.values(), *_SOMEWHERE.values()))
_NEGATED = re.compile(
    r"\b(?:no|without|not|don'?t have|haven'?t got|don'?t own|can'?t (?:get to|use|afford)|kein\w*|ohne) "
    r"(?:a |an |any |the |access to )*(?:\w+ )??"
    r"(?:gym|studio|barbells?|rack|machines?|dumbbells?|bench|bar|langhantel|hanteln|maschinen)\b"
)
_WITH_THE_BODY = frozenset({Gear.BODYWEIGHT})
_HOLDS = {
    Gear.BARBELL: frozenset({Gear.DUMBBELLS, Gear.BANDS}),
    Gear.DUMBBELLS: frozenset({Gear.BANDS}),
    Gear.MACHINES: frozenset({Gear.BANDS}),
    Gear.BANDS: frozenset[Gear](),
}


def read_gear(said: str) -> Gear | None:
    """The one answer that words in plain spelling give; None where they give none, or several."""
    for gear, words in _WHOLE.items():
        if re.fullmatch(words, said):
            return gear
    left = _NEGATED.sub(" ", said)
    found = {gear for gear, words in _SOMEWHERE.items() if re.search(rf"\b(?:{words})\b", left)}
    if Gear.FULL_GYM in found or {Gear.BARBELL, Gear.MACHINES} <= found:
        return Gear.FULL_GYM
    if len(found) > 1:
        found -= _WITH_THE_BODY
    return next((gear for gear in found if found - {gear} <= _HOLDS.get(gear, frozenset())), None)


def without_gear(said: str) -> str:
    """The words left beside the ones that tell of equipment."""
    for words in _SOMEWHERE.values():
        said = re.sub(rf"\b(?:{words})\b", " ", said)
    return said
