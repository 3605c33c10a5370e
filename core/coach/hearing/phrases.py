"""What lifters say that is no set: the rack is taken, it hurts, that's it for today. One table, no guessing.

Sets are read by `core/training/set_notation.py`; this is asked only about what is none.
"""

from __future__ import annotations

import re
from enum import StrEnum

from core.catalogue.typos import vocabulary
from core.coach.hearing import german_phrases as german
from core.coach.hearing import rest_phrases as resting
from core.coach.hearing.pain_words import AFRAID, CHEST, PAIN, tells_of_pain
from core.coach.hearing.spoken import LONGEST_PHRASE
from core.coach.hearing.swap_words import TAKEN
from core.coach.hearing.time_said import is_short_of_time, minutes_said


class Phrase(StrEnum):
    """What was meant; from MINUTES on, whole messages, as `words/asides.py` and `words/orders.py` read."""

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
    REST_HABIT = "rest_habit"
    WAIT = "wait"
    MORE_REST = "more_rest"
    LESS_REST = "less_rest"
    MAY_SKIP = "may_skip"
    FELL_SHORT = "fell_short"
    LAST_TIME = "last_time"
    PLATES = "plates"
    ONE_MORE = "one_more"
    MORE_OF_WHAT = "more_of_what"
    LESS_OF_WHAT = "less_of_what"
    LAST_ONE = "last_one"
    TOP_SET = "top_set"
    SICK = "sick"
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
    FREE_AGAIN = "free_again"
    DO_LAST = "do_last"
    LEAVE_OUT = "leave_out"
    MORE_SETS = "more_sets"
    PUT_BACK = "put_back"
    DELETE_SET = "delete_set"
    ASK_FIX = "ask_fix"
    ALL_OUT = "all_out"
    FELT_EASY = "felt_easy"
    FELT_RIGHT = "felt_right"
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
_I_AM = r"(i'?m |i am |i )?"
_I_CAN = r"(i (can|could|will|want to|wanna|did|got|have) )"
_OVER = r"(done|finished|out|home|stop|go( home)?|finish|leave|that'?s (it|all))"
_FELT = r"(too|it'?s|that'?s|so|(that|this|it) (was|is|felt)|felt) (too |so |really |very )?"

# Heard anywhere in a sentence. Safety first: an emergency before pain, pain before everything else.
_ANYWHERE: tuple[tuple[Phrase, str], ...] = (
    (Phrase.CHEST, CHEST),
    (Phrase.PAIN, PAIN),
    (Phrase.TAKEN, TAKEN),
    (Phrase.UNDO, r"undo|take (it|that) back|delete (it|that|last)"),
    (
        Phrase.TOO_HEAVY,
        _FELT + rf"(heavy|hard)|^{_MAKE_IT}*lighter$|^less weight$|"
        r"too much( weight)?|can'?t (lift|do) (it|that|this|an?|[0-9]+)\b.*",
    ),
    (
        Phrase.TOO_LIGHT,
        _FELT + rf"(light|easy)|^easy$|^{_MAKE_IT}*heavier$|^more weight$",
    ),
)
_WARM_UPS = r"warm.?ups?( sets?)?"
_TERMS = (
    r"(rir|rpe|e?1 ?rm|one.rep max|amrap|reps?|sets?|deload|super ?sets?|drop ?sets?|warm.?ups?|failure|"
    r"foundation|hypertrophy|plates?|a side|per side|@[0-9]+|in reserve|rounds?|working sets?|work sets?)"
)
# Heard only when nothing else is said: "go" is not "let it go", and "stop" is no small word.
_ALONE: tuple[tuple[Phrase, str], ...] = (
    (Phrase.STOP_REST, resting.STOP_REST),
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
        r"i don'?t (understand|get)( it| this| that)?|i don'?t know how\b.*|show me how\b.*|"
        rf"(am i doing|is) (it|this|that|my form|the form) (right|correct(ly)?|ok(ay)?|good)|{AFRAID}",
    ),
    (Phrase.REST_LEFT, resting.REST_LEFT),
    (Phrase.REST_HABIT, resting.REST_HABIT),
    (Phrase.WAIT, resting.WAIT),
    (Phrase.MORE_REST, resting.MORE_REST),
    (Phrase.LESS_REST, resting.LESS_REST),
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
        rf"add (a|one) set|{_I_CAN}?(do |add )?[2-9] (more|extra) sets",
    ),
    (
        Phrase.MORE_OF_WHAT,
        rf"{_I_CAN}?((do|did|got|have) )?(one|[0-9]{{1,2}}) (more|extra)( reps?| of (them|those|it))?",
    ),
    (
        Phrase.LESS_OF_WHAT,
        rf"{_I_CAN}?((do|did|got|have) )?(one|two|three|[0-9]{{1,2}})( reps?)? (less|fewer)( reps?)?",
    ),
    (
        Phrase.LAST_ONE,
        rf"{_I_CAN}?(do )?(just |only )?((one|1|a) more|(this is )?(the |my )?last)( set| one)?,? "
        rf"((and )?(then|and)|before) (i'?m |we'?re |i )?{_OVER}",
    ),
    (
        Phrase.TOP_SET,
        r"((what('?s| is| was)|show|tell)( me)? )?(the |my )?(top|best|heaviest) set( of)?( today| so far)?",
    ),
    (
        Phrase.SICK,
        rf"({_I_AM}feel(ing)?|{_I_AM}(going to|gonna|about to) be|(i'?m|i am)( getting)?) "
        r"((a (bit|little)|so|very|really|kinda) )?(sick|ill|unwell|queasy)|"
        rf"{_I_AM}(feel(ing)? )?((a (bit|little)|so|very|really|kinda) )?nause(ous|ated|a)|"
        rf"{_I_AM}(might |could |will |feel(ing)? like |going to |gonna |about to )*"
        r"(puk(e|ing)|vomit(ing)?|throw(ing)? up)",
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
    (Phrase.TIRED, resting.TIRED),
    (
        Phrase.WHATS_NEXT,
        r"what('?s| is| comes)? next|now what|what now|and now|(what|which|how much) weight\b.*|"
        r"how heavy\b.*|"
        r"how (many reps|(much|many) (kilos?|kg|pounds|lbs))\b.*|what was i (doing|at)|(what|"
        r"which) (exercise|set|lift)\b.*|what (do|should) i do( now| next)?",
    ),
    (Phrase.NEXT, r"next( set| one)?|(ok(ay)? )?i'?m ready( now| to go)?|ready to go|let'?s do (it|this)"),
    (
        Phrase.FINISH,
        r"finish(ed)?( workout)?|i'?m (done|finished)|all done|that'?s (it|all)|stop|end( workout)?|"
        r"(that'?s |it'?s )?enough|"
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
        if pattern.search(heard) and (phrase is not Phrase.PAIN or tells_of_pain(heard)):
            return phrase
    if minutes_said(words) is not None or is_short_of_time(words):
        return Phrase.SHORT_OF_TIME
    if words.rstrip().endswith("?") and _TERM.fullmatch(heard):
        return Phrase.WORD
    return next((phrase for phrase, pattern in _SAID if pattern.fullmatch(heard)), None)
