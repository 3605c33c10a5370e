"""A command said without its slash, or with one that is no command's: `my records`, `rest 90`, `/timer 60`.

Which handler a command has is `bot/routes.py`. Sets and the phrases of a workout come before these words.
"""

from __future__ import annotations

import re

from core.coach.hearing.nods import Nod, nod_said
from core.coach.hearing.phrases import Phrase, phrase_of
from core.coach.hearing.spoken import counted, spoken
from core.coach.hearing.terms import term_asked
from core.training.typed.measure_notation import is_measures

_MY = r"(?:(?:show|open|see|change|edit|zeig|zeige|ändere)(?: me| mir)? )?(?:(?:the|my|meine?|die|das) )?"
# Nothing may stand behind these: "forget it" erases nobody.
_ALONE = {
    "settings": (
        r"settings?|options|units?|lang(?:uage)?|sprache|einheit|einstellungen|"
        r"(?:(?:use|switch to|change to|in|show) )(?:kg|kilos?|kilograms?|lbs?|pounds?)(?: please)?|"
        r"i want to switch to (?:kg|kilos?|lbs?|pounds?)"
    ),
    "history": r"history|(?:past |old |last )?workouts|verlauf|trainings",
    "calendar": r"calendar|kalender",
    "volume": r"volume|weekly sets|volumen",
    "routines": r"routines?|routinen",
    "programme": (
        r"program(?:me)?|programm|(?:next|coming) (?:workouts|sessions|days)|"
        r"when(?:'s| is) (?:my |the )?next (?:workout|session|training)|"
        r"when (?:do|should|will|must|can) i (?:train|lift|work ?out|come|go)(?: next| again)+|"
        r"(?:what|which) days? (?:do|should) i (?:train|lift|come)|how often (?:do|should) i (?:train|lift)|"
        r"wann (?:trainiere|muss|soll) ich (?:wieder|das nächste mal|als nächstes)(?: trainieren| ran)?|"
        r"wann ist (?:mein |das )?nächstes? (?:training|einheit)"
    ),
    "records": r"records?|prs?|pbs?|bests?|best lifts|rekorde?|bestwerte",
    "progress": r"progress|stats|statistics|charts?|fortschritt",
    "max": r"max(?:es|imums?)?|1rms?|maxima",
    "remind": r"remind(?:ers?)?|erinnerung(?:en)?",
    "export": r"export|download my data|exportieren",
    "privacy": r"privacy|datenschutz|what do you (?:know|keep|store) about me",
    "forget": r"(?:delete|erase|forget) (?:me|all my data|my data|everything|my account)|lösche? meine daten",
    "exercises": r"exercises|übungen",
    "rest": r"timer|rest",
}
# What stands behind is the command's own: `rest 90`, `remind me mon 18:00`, `progress bench`.
_ASKED = r"(?:what'?s |what is |show )?"
_LIFT = r"[a-zäöüß' -]+"
_SPAN = r"(?:[0-9]{1,4} ?(?:s|secs?|seconds?|m|mins?|minutes?|sekunden|minuten)|[0-9]{1,2}:[0-9]{2})"
_WITH_MORE = (
    ("rest", rf"(?:rest|timer|pause)(?: for)? (?P<more>[0-9]+ ?s?(?: {_LIFT})?)"),
    (
        "rest",
        r"(?:(?:set|start) (?:an? |the |my )?)?(?:rest|timer|pause|break)(?: for| of| to)? "
        rf"(?P<more>{_SPAN})",
    ),
    ("rest", rf"(?P<more>{_SPAN})(?: of)? (?:rest|pause|break|timer|rest please)"),
    ("rest", rf"(?:wait|warte)(?: for)? (?P<more>{_SPAN}|[3-9][0-9]|[1-9][0-9]{{2}})"),
    (
        "rest",
        r"(?:(?:i'?m |i am )?(?:so |too |very |really )*"
        r"(?:tired|exhausted|gassed|dying|dead|out of breath)[,. ]+(?:so |and )?)?(?:please )?"
        r"(?:give me|gimme|let me have|i need|i want|need) (?P<more>(?:1[0-5]|[1-9]) ?(?:m|mins?|minutes?)|"
        r"[0-9]{2,3} ?(?:s|secs?|seconds?))(?: please| rest| to rest)?",
    ),
    ("remind", r"(?:remind me|remind|reminders?|erinner[ne]? mich)(?: on| at| am)? (?P<more>.*[0-9].*)"),
    ("log", r"log (?P<more>.*[0-9].*)"),
    ("plan", r"plan (?P<more>.+)"),
    (
        "plan",
        r"(?P<more>(?:legs?|push|pull|upper|lower|full|chest|back|arms?|shoulders?)(?: body)? "
        r"(?:day|workout))",
    ),
    ("progress", rf"{_MY}(?:progress|stats|chart|fortschritt)(?: of| on| for| in)? (?P<more>{_LIFT})"),
    ("records", rf"{_MY}(?:records?|prs?|pbs?)(?: of| on| for| in)? (?P<more>{_LIFT})"),
    ("records", rf"{_ASKED}my best(?: of| on| for| in)? (?P<more>{_LIFT})"),
    ("records", rf"{_ASKED}my (?P<more>{_LIFT}) (?:records?|prs?|pbs?|best)"),
    ("max", rf"{_ASKED}my (?P<more>{_LIFT}) (?:max|1rm)"),
    ("max", rf"{_ASKED}my (?:max|1rm)(?: of| on| for| in)? (?P<more>{_LIFT})"),
    ("max", rf"(?:my )?(?:max|1rm) (?P<more>{_LIFT}[0-9].*)"),
    ("exercises", rf"(?:exercises?|search|übungen) (?:for )?(?P<more>{_LIFT})"),
    (
        "weight",
        r"(?:i weigh|i'?m weighing|(?:i )?weighed(?: in)?(?: at)?|my (?:body ?)?weight(?: is|:)?|weight:?|"
        r"ich wiege|gewicht:?) (?P<more>[0-9].*)",
    ),
)
_REMINDERS = r"(?:the |my |all )?reminders?"
_GOAL = r"(?P<more>strength|size|hypertrophy|mass|muscle|endurance|power|foundation|kraft|masse|ausdauer)"
_MEANT = (  # said in other words than the command takes: what stands second is its own
    (
        "remind",
        "off",
        rf"(?:turn|switch) off {_REMINDERS}|(?:turn|switch) {_REMINDERS} off|{_REMINDERS} off|"
        rf"(?:stop|cancel|disable|delete|remove|end) {_REMINDERS}|no (?:more )?reminders?|"
        r"(?:stop reminding|(?:do not|don'?t|no longer) remind) me(?: any ?more| again)?|"
        r"(?:keine|stopp?e?|beende) erinnerung(?:en)?(?: mehr)?|"
        r"erinnerung(?:en)? (?:aus|abschalten|ausschalten)|"
        r"erinnere? mich nicht(?: mehr)?",
    ),
    (
        "settings",
        "",
        r"(?:change|set|switch|ändere?) (?:the |my |mein )?(?:goal|ziel)|(?:my )?goal|(?:mein )?ziel",
    ),
)
_TO_GOAL = re.compile(
    r"(?:(?:i (?:want|would like|'?d like) to |can i |let me )?"
    r"(?:change|set|switch) (?:the |my )?goal(?: to| is|:)? |"
    r"(?:my )?(?:new )?goal(?: is)?(?: now)?:? |mein ziel ist(?: jetzt)? |"
    rf"(?:i want to |can i |let'?s )?(?:train|switch|go) (?:for|to) ){_GOAL}(?: please| now| instead)?"
)
_KNOWN = {name: re.compile(rf"{_MY}(?:{words})") for name, words in _ALONE.items()}
_SAYS_ALL = tuple((name, more, re.compile(words)) for name, more, words in _MEANT)
_FOLLOWED = tuple((name, re.compile(words)) for name, words in _WITH_MORE)


# Whoever says so wants this answered, not to be asked who they are; nor does a goodbye begin anything.
_NO_PROFILE = frozenset({"rest", "privacy", "forget", "plan"})
_ANSWERED = frozenset({Phrase.HELP, Phrase.CHEST, Phrase.WORD, Phrase.THANKS})
_GOODBYE = re.compile(r"(?:ok(?:ay)?|bye|goodbye|good bye|ciao|cu|see you|tschüss|stop|no thanks|nein danke)")


def begins_nothing(words: str) -> bool:
    """Whether the words of somebody nobody knows are answered as they are, before any question is asked."""
    if nod_said(words) not in (None, Nod.THANKS):
        return False
    if term_asked(words) or phrase_of(words) in _ANSWERED or _GOODBYE.fullmatch(spoken(words)):
        return True
    said = command_said(words)
    return said is not None and said[0] in _NO_PROFILE


def command_said(words: str) -> tuple[str, str] | None:
    """The command that a whole message says, and what stands behind it; None for any other words."""
    if term_asked(words) or phrase_of(words) is not None:
        return None
    heard = counted(spoken(words).removeprefix("/"))
    for name, pattern in _KNOWN.items():
        if pattern.fullmatch(heard):
            return name, ""
    for name, more, meant in _SAYS_ALL:
        if meant.fullmatch(heard.removesuffix(" please")):
            return name, more
    goal = _TO_GOAL.fullmatch(heard)
    if goal is not None:
        return "plan", goal["more"]
    for name, pattern in _FOLLOWED:
        said = pattern.fullmatch(heard)
        if said is not None:
            return name, said.groupdict().get("more") or ""
    return ("measure", words) if is_measures(words) else None
