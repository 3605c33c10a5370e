"""The words after `/plan`: a goal by name, short form or translation, minutes, the rest (a routine's name).

What each goal means is not here: see `core/training/goals.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from core.model.athlete import Goal
from core.training.notation.numerals import clean, plain

SHORTEST_MIN = 5
LONGEST_MIN = 600

_GOALS = {
    Goal.STRENGTH: (
        "strength str stronger strong 1rm power-lifting powerlifting force fuerza forza força forca kraft "
        "maximalkraft stärke staerke сила силу силовая siła sila kuvvet güç",
        "maximal strength|max strength|get stronger|fuerza máxima|forza massimale|force maximale",
    ),
    Goal.HYPERTROPHY: (
        "hypertrophy hyp hypertrophie hipertrofia ipertrofia hypertrofia гипертрофия гіпертрофія hipertrofi "
        "size muscle muscles mass massig bulk gain gains bodybuilding muskelaufbau muskeln "
        "masse muskelmasse músculo masa volumen muscolo massa músculos maça масса массу мышцы "
        "маса м'язи masa mięśnie kas kütle",
        "muscle mass|muscle size|muscle growth|build muscle|prise de masse|masa muscular|massa muscolare",
    ),
    Goal.FOUNDATION: (
        "foundation found base basics beginner beginners start starter novice new grundlage grundlagen basis "
        "anfänger einsteiger principiante débutant fondation fundamento básico iniciante principianti основа "
        "база новичок початківець podstawa podstawy początkujący temel başlangıç",
        "",
    ),
    Goal.ENDURANCE: (
        "endurance end stamina ausdauer kraftausdauer resistencia resistenza resistência выносливость "
        "витривалість wytrzymałość dayanıklılık",
        "strength endurance|muscular endurance|muscle endurance",
    ),
    Goal.POWER: (
        "power pow explosive speed explosivkraft schnellkraft potencia puissance potenza potência мощность "
        "взрывная потужність moc patlayıcı",
        "explosive power|speed strength",
    ),
}  # fmt: skip

_WORDS = {
    plain(word) or "": goal
    for goal, (words, phrases) in _GOALS.items()
    for word in [*words.split(), *filter(None, phrases.split("|"))]
}
_HOURS = re.compile(
    r"([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:h|hr|hrs|hours?|std|stunden?|horas?|heures?|ч|часа?|год|godz|saat)"
)
_HOURS_AND = re.compile(r"([0-9]{1,2}) ?(?:h|hr|ч)\.? ?([0-9]{1,2}) ?(?:m|min|мин)?")
_MINUTES = re.compile(
    r"([0-9]{1,4}) ?(?:m|mn|mins?|minutes?|minuten|minutos|minuti|мин|минут|хв|dk|dakika|')\.?"
)

# Around what is asked for: "leg day", "a 30 min workout for legs, please".
_FILLING = frozenset(
    "an one train the my me for with only just please now today day workout session training and some "
    "something using on do ein eine einen mein für mit nur bitte jetzt heute tag und training".split()
)
# The day of the split that trains a muscle most. Our choice.
DAY_OF_MUSCLE = {
    muscle: day
    for day, muscles in {
        "push": "chest pec pecs shoulders shoulder delts triceps brust schultern schulter trizeps",
        "pull": "back lats lat biceps traps rücken bizeps latissimus",
        "upper": "arms arm arme",
        "legs": "leg quads glutes hamstrings hams calves thighs butt booty bein beine po waden oberschenkel",
    }.items()
    for muscle in muscles.split()
}


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What was asked of `/plan`. None: not said. `rest` is what is left, as typed; `text` is all of it.

    A routine may be called "strength a": `name` is all but the minutes, to be looked up among them.
    Words around what is asked for ("a leg day, please") are not in the rest.
    """

    goal: Goal | None
    minutes: int | None
    rest: str
    text: str
    name: str = ""


def read_plan(text: str) -> PlanWords:
    """The goal, the minutes (5–600) and the rest of the words after `/plan`; never raises."""
    typed = clean(text)
    words = typed.split()
    minutes, words = _take_minutes(words)
    name = " ".join(words)
    goal, words = _take_goal(words)
    return PlanWords(goal, minutes, " ".join(_asking(words)), typed, name)


def _asking(words: list[str]) -> list[str]:
    """Words without those around what is asked for; "a" stays where it may name a day: `push a`."""
    asked = [word for word in words if (plain(word) or "").strip(",.!") not in _FILLING]
    return asked[1:] if len(asked) > 1 and asked[0].lower() == "a" else asked


def goal_of(word: str) -> Goal | None:
    """The goal that a word or phrase in any of the languages names, or None."""
    return _WORDS.get((plain(word) or "").strip())


def _take_minutes(words: list[str]) -> tuple[int | None, list[str]]:
    for length in (2, 1):
        for index in range(len(words) - length + 1):
            minutes = _minutes_of(" ".join(words[index : index + length]))
            if minutes is not None:
                return minutes, words[:index] + words[index + length :]
    return None, words


def _minutes_of(text: str) -> int | None:
    folded = plain(text) or ""
    both, hours, minutes = _HOURS_AND.fullmatch(folded), _HOURS.fullmatch(folded), _MINUTES.fullmatch(folded)
    if both is not None:
        total = int(both.group(1)) * 60 + int(both.group(2))
    elif hours is not None:
        total = int(Decimal(hours.group(1).replace(",", ".")) * 60)
    elif minutes is not None:
        total = int(minutes.group(1))
    else:
        return None
    return total if SHORTEST_MIN <= total <= LONGEST_MIN else None


def _take_goal(words: list[str]) -> tuple[Goal | None, list[str]]:
    for length in (3, 2, 1):
        for index in range(len(words) - length + 1):
            goal = goal_of(" ".join(words[index : index + length]))
            if goal is not None:
                return goal, words[:index] + words[index + length :]
    return None, words
