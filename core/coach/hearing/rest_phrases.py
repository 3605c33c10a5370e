"""What lifters say of their rest, as the table in `phrases.py` hears it: longer, shorter, over, too tired."""

from __future__ import annotations

import re

from core.coach.hearing.spoken import spoken
from core.coach.hearing.time_said import SPAN_UNIT

_WANT = r"(((i|can i|could i) (need|want|get|have)|give me|need) )"
_SO_LONG = r"(longer|shorter|more|less)"
REST_HABIT = (  # of every rest, where MORE_REST and LESS_REST are of the one that runs
    rf"({_WANT}|i'?d like |i prefer |can (we|i|you) (have|do|take|make( it)?) )?(a (bit|little) )?{_SO_LONG} "
    r"(rests|breaks|pauses|rest (times?|periods?))( between( the| my)? sets)?|"
    rf"({_WANT}|i'?d like )?(a (bit|little) )?{_SO_LONG} (rest|break|time|pause)s? "
    r"(between( the| my)? (sets|exercises)|from now on|(every|each) (time|set)|always|today)|"
    rf"(rest|wait) (a (bit|little) )?{_SO_LONG} "
    r"(between( the| my)? sets|from now on|(every|each) (time|set)|always)|"
    r"(change|set|adjust|edit)( the| my)? (rests?|rest (times?|periods?|length)|timer|breaks)|"
    r"(the |my )?(rests|breaks) (are|is) (too|way too|a bit) (long|short)|(the )?rests? too (long|short)"
)
WAIT = r"wait,? (1?[0-9]|2[0-9])"  # reps put right, or minutes of rest
STOP_REST = r"(stop|end|cancel|skip|no) (the |my )?(timer|rest|bell|clock)|(timer|rest) off"
REST_LEFT = (
    r"how (long|much)( more| longer| time)? (do|should|must|can) i (rest|wait)\b.*|"
    r"how (long|much)( more| longer)?( of (my|the|this))? rest( is| time)?( left| now)?|"
    r"how long (is|till|until|before) (the |my )?(rest|next set|bell)\b.*|"
    r"when('?s| is| does) (the |my )?(next( set)?|rest( over| end)?|bell( ring)?)|rest( time)? left"
)
MORE_REST = (
    rf"{_WANT}?(a (bit|little) |some |much )?(more|longer) (rest|time|break)( please| before .*)?|"
    rf"{_WANT}?(another|(an?|one|two|[0-9]{{1,3}}) more) {SPAN_UNIT}( of)?( rest)?|"
    rf"{_WANT}?(one|two|[0-9]{{1,3}}) ?{SPAN_UNIT} (longer|more( of)? rest)|"
    r"(rest|wait) (a (bit|little) )?longer|not (ready )?yet|i'?m not ready( yet)?"
)
LESS_REST = (
    r"(an? )?((bit|little) )?(less|shorter) (rest|break|pause)s?|rest (a (bit|little) )?(less|shorter)|"
    rf"(shorten|reduce) (the |my )?rest|[0-9]{{1,3}} ?{SPAN_UNIT} (less|shorter)( of)?( rest)?"
)
TIRED = (
    r"(i'?m |so |too |very )*(tired|exhausted|gassed|dying|dead|out of breath)|(a )?(pause|break)|wait|"
    r"one (moment|sec(ond)?)|1 sec|(gimme|give me) an? (sec(ond)?|minute|moment)|(hang|hold) "
    r"(on|up)|brb|no more( for me)?|"
    r"(i )?(no can|can no|can'?t|cannot)( do)? (any ?)?more( reps?| sets?)?|"
    r"be right back|(on the |got a |taking a )?(phone|call|phone call)|(going to the "
    r")?(toilet|bathroom)|"
    r"water( break)?|need water"
)
_STEP = re.compile(r"(?P<way>[+-]) ?30 ?s?")


def step_said(words: str) -> int | None:
    """The seconds of a rest's button typed, `+30` or `-30 s`; None for any other words.

    Only where a rest runs: else it is a weight that moves.
    """
    said = _STEP.fullmatch(spoken(words))
    return None if said is None else int(f"{said['way']}30")
