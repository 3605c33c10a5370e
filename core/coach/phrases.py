"""What lifters say that is no set: the rack is taken, it hurts, that's it for today. One table, no guessing.

Sets are read by `core/training/set_notation.py`; this is asked only about what is none.
"""

from __future__ import annotations

import re
from enum import StrEnum

from core.catalogue.typos import vocabulary
from core.coach import german_phrases as german
from core.coach.spoken import LONGEST_PHRASE, spoken
from core.coach.time_said import SPAN_UNIT, is_short_of_time, minutes_said


class Phrase(StrEnum):
    """What was meant; from MINUTES on, whole messages of `asides.py`, `orders.py`, `afterthoughts.py`."""

    CHEST = "chest"
    SHORT_OF_TIME = "short_of_time"
    PAIN = "pain"
    TAKEN = "taken"
    STOP_REST = "stop_rest"
    SKIP_EXERCISE = "skip_exercise"
    WORD = "word"
    HOW_TO = "how_to"
    HOW_LONG = "how_long"
    REST_LEFT = "rest_left"
    MORE_REST = "more_rest"
    MAY_SKIP = "may_skip"
    FELL_SHORT = "fell_short"
    LAST_TIME = "last_time"
    PLATES = "plates"
    ONE_MORE = "one_more"
    TIRED = "tired"
    WHATS_NEXT = "whats_next"
    NEXT = "next"
    UNDO = "undo"
    FINISH = "finish"
    TOO_HEAVY = "too_heavy"
    TOO_LIGHT = "too_light"
    LATER = "later"
    WHY = "why"
    PLAN = "plan"
    START = "start"
    BEGIN = "begin"
    WARMED_UP = "warmed_up"
    HELP = "help"
    THANKS = "thanks"
    HELLO = "hello"
    MINUTES = "minutes"
    IS_IT_FREE = "is_it_free"
    NEVER_PLAN = "never_plan"
    OTHER_GEAR = "other_gear"
    EXERCISE = "exercise"
    HEALED = "healed"
    DO_NOW = "do_now"
    DO_NEXT = "do_next"
    DO_LAST = "do_last"
    LEAVE_OUT = "leave_out"
    MORE_SETS = "more_sets"
    PUT_BACK = "put_back"
    DELETE_SET = "delete_set"
    ASK_FIX = "ask_fix"
    ALL_OUT = "all_out"
    GRIND = "grind"
    NOT_CLEAN = "not_clean"
    LONGER = "longer"


# What begins so asks about the set and changes nothing of it: "is this too heavy", "should I go heavier".
_ASKS = (
    r"(why|(is|isn'?t) (it|this|that|[0-9][\w.,]*( ?(kg|lbs?))?)|am i|are you sure|"
    r"(should|shall|must) i (go|use|take|do|lift|add|try)|"
    r"(warum|wieso|weshalb|ist (das|es) (nicht )?zu|(soll|sollte|muss) ich)( (das|es|mehr|weniger))?)"
)
_MAKE_IT = r"((can|could|may) (i|we) |make it |go |use |a (bit|little) )"
_FELT = r"(too|it'?s|that'?s|so|(that|this|it) (was|is|felt)|felt) (too |so |really |very )?"

# Heard anywhere in a sentence. Safety first: an emergency before pain, pain before everything else.
_ANYWHERE: tuple[tuple[Phrase, str], ...] = (
    (
        Phrase.CHEST,
        r"chest (pain|hurts|tight\w*|pressure)|(pain|pressure|tight\w*) in (my )?chest|dizz\w+|faint\w*|"
        r"pass(ed|ing)? out|black(ed|ing)? out|can'?t breathe|heart (is )?(racing|pain)",
    ),
    (
        Phrase.PAIN,
        r"hurt\w*|pain\w*|ouch|ow+|injur\w+|pulled (a |my )?\w+|tweak\w*|aches?|aching|sore|pinch\w*|"
        r"sharp|stabbing|bother(s|ing)( me)?|acting up|killing me|popped|cramp\w*|numb|tingl\w+|"
        r"(feels?|felt) (a (bit|little) )?(weird|off|funny|wrong|strange|bad|unstable)|"
        r"(doesn'?t|didn'?t|not) feel (right|good)",
    ),
    (
        Phrase.TAKEN,
        r"(is |are |it'?s |all )?(taken|occupied|busy|in use)|"
        r"no (free |squat |power )?(rack|bench|machine|barbell|dumbbells?)|"
        r"(rack|bench|machine|bar|barbell|station) (is |isn'?t |not )\w*|swap|replace|another exercise|"
        r"something else|instead|(change|switch) (the |this )?exercise",
    ),
    (Phrase.UNDO, r"undo|take (it|that) back|delete (it|that|last)"),
    (
        Phrase.TOO_HEAVY,
        _FELT + rf"(heavy|hard)|^{_MAKE_IT}*lighter$|^less weight$|"
        r"too much( weight)?|can'?t (lift|do) (it|that|this|an?)\b.*",
    ),
    (
        Phrase.TOO_LIGHT,
        _FELT + rf"(light|easy)|^{_MAKE_IT}*heavier$|^more weight$",
    ),
)
_WANT = r"(((i|can i|could i) (need|want|get|have)|give me|need) )"
_WARM_UPS = r"warm.?ups?( sets?)?"
_TERMS = (
    r"(rir|rpe|e?1 ?rm|one.rep max|amrap|reps?|sets?|deload|super ?sets?|drop ?sets?|warm.?ups?|failure|"
    r"foundation|hypertrophy|plates?|a side|per side|@[0-9]+|in reserve|rounds?|working sets?|work sets?)"
)
# Heard only when nothing else is said: "go" is not "let it go", and "stop" is no small word.
_ALONE: tuple[tuple[Phrase, str], ...] = (
    (Phrase.STOP_REST, r"(stop|end|cancel|skip|no) (the |my )?(timer|rest|bell|clock)|(timer|rest) off"),
    (Phrase.SKIP_EXERCISE, r"(skip|leave) (the |this )?(exercise|one|lift)|next exercise"),
    (
        Phrase.WORD,
        rf"(what('?s| is| are| does| do)|define|explain|meaning of)( an?| the)? {_TERMS}( mean)?|"
        rf"what (does|do|is) [0-9@+. a-z%]{{0,20}}{_TERMS}( [0-9of ]+)? mean|{_TERMS}\?",
    ),
    (
        Phrase.HOW_TO,
        r"how (do|should|can) (i|you) (do|perform|move|hold|lift)\b.*|"
        r"(show|explain|check) (me )?(the |my )?(form|technique|exercise|it|this)|form|technique|cues?|how|"
        r"i don'?t (understand|get)( it| this| that)?|i don'?t know how\b.*|show me how\b.*",
    ),
    (
        Phrase.REST_LEFT,
        r"how (long|much)( more| longer| time)? (do|should|must|can) i (rest|wait)\b.*|"
        r"how (long|much)( more| longer)?( of (my|the|this))? rest( is| time)?( left| now)?|"
        r"how long (is|till|until|before) (the |my )?(rest|next set|bell)\b.*|"
        r"when('?s| is| does) (the |my )?(next( set)?|rest( over| end)?|bell( ring)?)|rest( time)? left",
    ),
    (
        Phrase.MORE_REST,
        rf"{_WANT}?(a (bit|little) |some |much )?(more|longer) (rest|time|break)( please| before .*)?|"
        rf"{_WANT}?(another|(an?|one|two|[0-9]{{1,3}}) more) {SPAN_UNIT}( of)?( rest)?|"
        rf"{_WANT}?(one|two|[0-9]{{1,3}}) ?{SPAN_UNIT} (longer|more( of)? rest)|"
        r"(rest|wait) (a (bit|little) )?longer|not (ready )?yet|i'?m not ready( yet)?",
    ),
    (
        Phrase.MAY_SKIP,
        r"(can|could|may|should) i (skip|leave( out)?|miss)( (this|it|that|the))?( (one|set|exercise))?",
    ),
    (
        Phrase.FELL_SHORT,
        r"(i )?(couldn'?t|could not|didn'?t|did not|can'?t) (finish|make|do|complete|get|manage)"
        r"( (it|them|that|all|the set|the last (rep|one)|(all )?(the )?reps))*|"
        r"(i )?(missed|lost) (it|the last( one| rep)?|a rep|one)|(i )?fell short",
    ),
    (
        Phrase.LAST_TIME,
        r"(what (did|was) i (do|lift|doing) )?last (time|week|session|workout)|"
        r"what did i (do|lift|use)( last time| before| here)?|(my )?(last|previous) (numbers|"
        r"weights?|sets?)",
    ),
    (
        Phrase.PLATES,
        r"(what|which|how many) (are the )?plates\b.*|plates|how (do|should) i load( it| the bar| this)?|"
        r"what (goes|do i put) on( the bar| each side)?|"
        r"(how much|what)('?s| is| weight is| goes| should be)?( weight)?( is)? on the bar( now)?",
    ),
    (
        Phrase.ONE_MORE,
        r"(i (want|can|could|will) (to )?(do )?)?((one|1|another|an)( more| extra)? set( more)?|extra set)|"
        r"add (a|one) set",
    ),
    (
        Phrase.HOW_LONG,
        r"how (long|much|many)( more| longer| time| sets?| exercises?)*( is| are)?"
        r"( left| to go| remaining| there)*|"
        r"how long (does|will|is|would) (this|it|the|my|today'?s?)"
        r"( (workout|session|plan|training))?( take| last)?|"
        r"how many (sets|exercises) (do i |are )?(still )?(have|left|remain|to do)\b.*|time left|"
        r"what('?s| is) left|(where am i|overview|list)|"
        r"(show|see)( me)? (the |my )?(workout|session|overview|list|exercises)",
    ),
    (
        Phrase.TIRED,
        r"(i'?m |so |too |very )*(tired|exhausted|gassed|dying|dead|out of breath)|(a )?(pause|break)|wait|"
        r"one (moment|sec(ond)?)|1 sec|(gimme|give me) an? (sec(ond)?|minute|moment)|(hang|hold) "
        r"(on|up)|brb|"
        r"be right back|(on the |got a |taking a )?(phone|call|phone call)|(going to the "
        r")?(toilet|bathroom)|"
        r"water( break)?|need water",
    ),
    (
        Phrase.WHATS_NEXT,
        r"what('?s| is| comes) next|now what|what now|and now|(what|which|how much) weight\b.*|"
        r"how heavy\b.*|"
        r"how (many reps|(much|many) (kilos?|kg|pounds|lbs))\b.*|what was i (doing|at)|(what|"
        r"which) (exercise|set|lift)\b.*|what (do|should) i do( now| next)?",
    ),
    (Phrase.NEXT, r"next( set| one)?|(ok(ay)? )?i'?m ready( now| to go)?|ready to go|let'?s do (it|this)"),
    (
        Phrase.FINISH,
        r"finish(ed)?( workout)?|i'?m (done|finished)|all done|that'?s (it|all)|stop|end( workout)?|enough|"
        r"(i )?go(ing)? home|call it( a day| there| quits)?|i (finish|stop|quit|go( home)?)|quit|"
        r"cancel workout",
    ),
    (
        Phrase.LONGER,
        r"(can (you|we|i) )?(make (it|this) )?(a (bit|little) )?longer( workout| session)?|"
        r"(it'?s )?too short|more exercises|i have (more|lots of|plenty of) time",
    ),
    (Phrase.LATER, r"(do it |this )?later|not now|(the )?other (one )?first"),
    (Phrase.WHY, rf"{_ASKS}\b.*|how come"),
    (Phrase.PLAN, r"plan|workout|session|train(ing)?|what('?s| is) (on )?today"),
    (
        Phrase.START,
        r"resume|continue|go on|(ok(ay)? )?(i'?m )?(back|ready)( again| now)?",
    ),
    (
        Phrase.BEGIN,
        r"((ok(ay)?|right|so),? )?((let'?s )?(start|go|begin|get started)|(let'?s )?(start|begin)"
        r"( the| my| this)? (it|workout|session|training))",
    ),
    (
        Phrase.WARMED_UP,
        rf"((i'?m )?(all |already )*warmed up|(i )?(did|done|finished)( with)?( my| the| all)* {_WARM_UPS}|"
        rf"(my |the |all )*{_WARM_UPS} ((is|are) )?(all )?(done|finished|over))( already)?",
    ),
    (Phrase.HELP, r"help|what can (you|i) do|commands?|how (does|to)\b.*|how do i log\b.*|menu|"),
    (
        Phrase.THANKS,
        r"((ok(ay)?|k|cool|great|nice|wow|good|yay|all right|alright),? )*"
        r"(thanks?( you)?( so much| a lot)?|thx|ty|tysm|cheers|cool|nice|great|awesome|perfect|good|lol|"
        r"lmao|haha+|wow|yay|sweet|good (stuff|job|one)|love it|bye( bye)?|cya|good ?night|gn|"
        r"see (you|ya)( later| tomorrow)?)([, ]+(man|coach|bro|mate|buddy|bye|spotter|see (you|"
        r"ya)|later))*",
    ),
    (Phrase.HELLO, r"hi+|hello|hey+|yo|hallo|hola|salut|ciao|good (morning|evening|afternoon)"),
)
_FOR_TODAY = rf"(,? (for (today|now)|today|now|please|coach|bro|man|{german.FOR_TODAY}))*"
_CALM = r"(?:don'?t|doesn'?t|no|not|without|isn'?t|nothing)\s+(?:\w+\s+)?"
_HEARD = [
    (phrase, re.compile(rf"\b(?:{pattern}|{german.ANYWHERE[phrase]})(?!\w)", re.IGNORECASE))
    for phrase, pattern in _ANYWHERE
]
_SAID = [
    (phrase, re.compile(rf"(?:{pattern}|{german.ALONE[phrase]}){_FOR_TODAY}", re.IGNORECASE))
    for phrase, pattern in _ALONE
]
VOCABULARY = vocabulary(" ".join(pattern for _, pattern in (*_ANYWHERE, *_ALONE)))
_TERM = re.compile(_TERMS, re.IGNORECASE)
_ASKING = re.compile(rf"{_ASKS}\b", re.IGNORECASE)
_NO_PAIN = re.compile(rf"\b(?:{_CALM}(?:hurt\w*|pain\w*|ache\w*|sore)|{german.NO_PAIN})", re.IGNORECASE)


_INSTEAD = re.compile(rf"\b(?:instead|{german.INSTEAD})\b")
_BETWEEN = re.compile(rf"\b(?:for|with|by|of|{german.BETWEEN})\b")
_BESIDE = re.compile(
    r"\b(?:taken|occupied|busy|in use|isn'?t|not|free|no|swap|replace|another exercise|something else|"
    r"instead|the|a|an|my|is|are|all|now|today|please|coach|(?:can|could|would) (?:i|you|we)|i "
    r"want|i would like|"
    r"i'?d like|i'?d rather|"
    rf"i'?ll|to|do|use|{german.BESIDE})\b|[,.!?]"
)


def swap_said(words: str) -> tuple[str, ...]:
    """The names beside "is taken" or "swap … for …": what is taken first, then what is wished instead.

    The first is empty where only what comes instead is named.
    """
    heard = spoken(words)
    parts = (" ".join(_BESIDE.sub(" ", part).split()) for part in _BETWEEN.split(heard))
    names = tuple(name for name in parts if name)
    if _INSTEAD.search(heard) is None:
        return names
    return ("", *names) if len(names) == 1 else names[::-1]


def phrase_of(words: str) -> Phrase | None:
    """What some words mean, None for anything else. Pain is heard in a sentence, "go" only alone."""
    if len(words) > LONGEST_PHRASE:
        return None
    heard = words.replace("’", "'").strip(" .!?…")
    if not any(sign.isalnum() for sign in words) and "?" not in words:
        return None
    asks = _ASKING.match(heard) is not None
    for phrase, pattern in _HEARD:
        if asks and phrase in (Phrase.TOO_HEAVY, Phrase.TOO_LIGHT, Phrase.UNDO):
            continue
        if pattern.search(heard) and not (phrase is Phrase.PAIN and _NO_PAIN.search(heard)):
            return phrase
    if minutes_said(words) is not None or is_short_of_time(words):
        return Phrase.SHORT_OF_TIME
    if words.rstrip().endswith("?") and _TERM.fullmatch(heard):
        return Phrase.WORD
    return next((phrase for phrase, pattern in _SAID if pattern.fullmatch(heard)), None)
