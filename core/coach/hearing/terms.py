"""Words of the gym that somebody asks the meaning of: "what does rpe mean", "rir?", "was ist ein Supersatz".

What they mean is said in `bot/views/words/glossary.py`.
"""

from __future__ import annotations

import re

from core.coach.hearing.spoken import spoken
from core.model.terms import Term

_N = r"[0-9]+(?:[.,][0-9]+)?"
_BAR = rf"{_N}(?: ?\+ ?{_N})*"
# The first that fits is meant; one word in every language it is asked in.
_CALLED: tuple[tuple[Term, str], ...] = (
    (
        Term.SET,
        r"[0-9]+ ?[x×] ?[0-9]+|set [0-9]+(?: of [0-9]+|/[0-9]+)|satz [0-9]+ von [0-9]+|[0-9]+/[0-9]+|"
        r"sets?|satz|sätze",
    ),
    (Term.RPE, rf"rpe(?: {_N})?|@ ?{_N}|effort|@|anstrengung"),
    (Term.RIR, rf"(?:{_N} ?)?rir|reps? (?:left|in reserve)|in reserve|reps? in the tank|wdh übrig"),
    (
        Term.ESTIMATED,
        r"e ?1 ?rms?|estimated (?:1 ?rm|max(?:imum)?|one[- ]rep max)|geschätzte[sr]? (?:1rm|maximum)",
    ),
    (
        Term.ONE_REP_MAX,
        rf"1 ?rms?|one[- ]rep(?:etition)?[- ]max(?:imum)?|1[- ]rep max|max(?:imum)?|orm|"
        rf"(?:{_N} ?)?(?:%|percent|prozent)(?: of (?:your |my )?(?:1rm|max|one[- ]rep max))?",
    ),
    (Term.AMRAP, r"amraps?"),
    (Term.FAILURE, r"(?:muscle |to )?failure|(?:muskel)?versagen"),
    (Term.WARM_UP, r"warm[- ]?ups?(?: sets?)?|aufwärmsätze?|aufwärmsatz|aufwärmen"),
    (Term.WORK_SET, r"work(?:ing)? sets?|arbeitssatz|arbeitssätze"),
    (Term.DROP, r"drop(?: ?-?sets?)?|dropsatz|dropsätze"),
    (Term.SUPERSET, r"super ?-?sets?|supersatz|supersätze|in turn"),
    (Term.REST_PAUSE, r"rest[- ]pause|myo[- ]?reps?|cluster(?: sets?)?"),
    (Term.A_SIDE, rf"(?:{_BAR} )?(?:(?:a|per|each|on each) )?side|(?:{_BAR} )?(?:pro|je) seite"),
    (Term.CHANGED, rf"(?:swap )?{_BAR} ?(?:→|->|to) ?{_BAR}(?: a side)?|same plates|gleiche scheiben"),
    (Term.SAFETY_PINS, r"(?:safety )?pins?|safet(?:y|ies)(?: bars?)?|sicherheitsstifte|ablagen"),
    (Term.EACH_HAND, rf"(?:2 ?[x×] ?{_N} ?(?:kg|lbs?)|(?:a|per|each|in each) hand|je hand|pro hand)"),
    (Term.BODYWEIGHT, rf"bw(?: ?[+-] ?{_N})?|body ?weight|körpergewicht"),
    (Term.DELOAD, r"deload(?:s|ing)?(?: week)?|entlastung(?:swoche)?"),
    (Term.VOLUME, r"(?:training )?volume|tonnage|volumen|sets per muscle"),
    (Term.SPLIT, r"splits?|(?:upper|lower|push|pull|full(?: body)?)(?: [ab])?"),
    (Term.RECORD, r"prs?|pbs?|records?|personal (?:records?|bests?)|rekorde?"),
    (Term.FOUNDATION, r"foundation(?: training| phase)?|grundlagen?(?:training)?"),
    (Term.SIZE, r"hypertrophy|hyp|size(?: training)?|hypertrophie|muskelaufbau"),
    (Term.STRENGTH, r"strength(?: training)?|(?:maximal)?kraft"),
    (Term.ENDURANCE, r"(?:muscular )?endurance|kraftausdauer|ausdauer"),
    (Term.POWER, r"power(?: training)?|explosive?|schnellkraft"),
    (Term.COMPOUND, r"compounds?(?: (?:lifts?|exercises?))?|isolations?(?: (?:lifts?|exercises?))?"),
    (Term.TEMPO, r"tempo"),
    (Term.OVERLOAD, r"progressive overload|overload|progression"),
    (Term.SPOTTER, r"spotters?"),
    (Term.SWAP, r"swap(?:ping)?|tauschen"),
    (Term.LATER, r"later|später"),
    (Term.REP, r"reps?|repetitions?|wdh|wiederholung(?:en)?"),
)
_THE = r"(?:(?:what|an?|the|word|term|by|this|ein(?:e|en)?|der|die|das|mit) )*"
_WHAT = (
    r"what do you mean|what meaning(?: of| has)?|what means?|"
    r"what(?:'?s| is| are| does| do| was)?|wat(?:'?s| is| does)?|wots|define|explain|"
    r"(?:the )?meaning of|(?:can you )?(?:tell me |explain )(?:to me )?(?:what (?:is|are|does) )?|"
    r"tell me|i don'?t (?:know|get|understand)(?: what)?(?: is)?|"
    r"was (?:ist|sind|heisst|bedeutet|bedeuten|soll|meint)(?: denn)?|erkläre?(?: mir)?"
)
_MEANS = r"means?|stands? for|supposed to mean|about|is|are|for|again|please|heissen|bedeuten|nochmal|genau"
_ASKED = (
    re.compile(
        rf"(?:(?:so|and|but|ok|hey|sorry|btw|wait)[, ]+)*(?:(?:can|could|would) you )?(?:please )?"
        rf"(?:{_WHAT}) {_THE}(?P<term>.+?)(?:,? (?:{_MEANS}))*"
    ),
    re.compile(r"(?P<term>.+?) (?:means?|meaning|definition|bedeutung|stands? for)(?: what)?"),
)
_ALONE = re.compile(r"(?:what'?s? )?(?P<term>.+?) ?\?+")
# Alone with a question mark these ask for something else: which plates, which records.
_ASKS_MORE = frozenset(
    {
        Term.SET, Term.A_SIDE, Term.CHANGED, Term.WARM_UP, Term.BODYWEIGHT, Term.VOLUME, Term.SPLIT,
        Term.RECORD, Term.FOUNDATION, Term.SIZE, Term.STRENGTH, Term.ENDURANCE, Term.POWER, Term.SPOTTER,
        Term.SWAP, Term.LATER,
    }
)  # fmt: skip
_TERMS = tuple((term, re.compile(called)) for term, called in _CALLED)


def term_asked(words: str) -> Term | None:
    """The word whose meaning a whole message asks; None for any other message.

    A word alone with a question mark (`rir?`) asks so too, but not one that asks for more (`volume?`).
    """
    heard = spoken(words).replace('"', "").replace("“", "").replace("”", "")
    for form in _ASKED:
        asked = form.fullmatch(heard)
        found = _term(asked["term"]) if asked is not None else None
        if found is not None:
            return found
    alone = _ALONE.fullmatch(f"{heard}?") if words.rstrip().endswith("?") else None
    found = _term(alone["term"]) if alone is not None else None
    return None if found in _ASKS_MORE or (alone and alone["term"] == "max") else found


def _term(called: str) -> Term | None:
    return next((term for term, pattern in _TERMS if pattern.fullmatch(called)), None)
