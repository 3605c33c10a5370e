"""What is said of the set just logged, or of a slip in it: "all I had", "wrong", "redo", "delete set 2".

Whole messages without new numbers of a set; corrections that say them are `fixes.py`'s.
"""

from __future__ import annotations

import re

from core.coach.hearing.fixes import ORDINALS
from core.coach.hearing.phrases import Phrase
from core.coach.hearing.spoken import spoken

_AROUND = re.compile(
    r"^(?:(?:oh|ok(?:ay)?|sorry|damn|dang|shit|no|wait|hm+|ugh|lol|haha|please|phew|man|bro|coach|um+|well|"
    r"actually|ach|mist|bitte)[,. ]+)+(?=\S)|"
    r"(?:[, ]+(?:please|man|bro|coach|lol|haha|tho(?:ugh)?|today|bitte|sorry|ngl|honestly))+$"
)
_MORE = r"(?: [^\d]{1,40})?"
_IT = r"(?:it|that|this|the (?:last )?(?:set|one)|my (?:last )?set|das|es|ihn|den satz)"
_THAT_WAS = r"(?:(?:that'?s|that (?:is|was|one was|set was)|it'?s|it was|was|felt|das war|das ist|war) )?"
_I_HAD = r"(?:i )?(?:had |have |got |maybe |about |around |with )*"
_LEFT = r"(?:left|übrig|in reserve|in the tank|left in the tank)"
_DELETE = (
    r"(?:delete|remove|erase|scratch|cancel|undo|take back|clear|get rid of|drop|lösche?|"
    r"entferne|streiche?)"
)
_SAID = tuple(
    (phrase, re.compile(pattern))
    for phrase, pattern in (
        (
            Phrase.PUT_BACK,
            rf"redo(?: {_IT})?|(?:put|bring|get|give|add)(?: me)? {_IT} back(?: in)?|undo (?:the |"
            rf"my )?undo|"
            rf"restore(?: {_IT})?|(?:hole?|nimm|mach) {_IT} (?:zurück|wieder rein)|"
            rf"wiederherstellen|doch wieder|"
            rf"(?:i(?:'ll| will| can| want to|'d like to)? )?do {_IT}(?: set)? (?:after all|anyway)|"
            rf"(?:un|don'?t )skip(?: {_IT})?|undo (?:the |my )?skip(?:ping)?|"
            rf"(?:i )?(?:didn'?t|did not) (?:mean|want) to skip(?: {_IT})?|"
            rf"(?:ich )?mache? {_IT} doch(?: noch)?|doch machen|nicht überspringen|"
            rf"(?:ich )?wollte (?:{_IT} )?(?:gar )?nicht überspringen",
        ),
        (
            Phrase.DELETE_SET,
            rf"{_DELETE} (?:the |my |den )?(?:(?:set|satz) #?(?P<number>[0-9]{{1,2}})|"
            rf"(?P<ordinal>{'|'.join(ORDINALS)}) (?:set|one|satz))",
        ),
        (
            Phrase.UNDO,
            rf"{_DELETE} (?:it|that|this|(?:the |my |den )?(?:last|previous|latest|letzten?)(?: "
            rf"(?:set|entry|satz))?)|"
            r"i didn'?t (?:actually )?do (?:it|that|this|that (?:set|one))|"
            r"(?:that|it)(?: one| set)? (?:didn'?t|doesn'?t|does not) count|"
            r"(?:don'?t count|ignore|discard) (?:it|that)(?: one| set)?|(?:das )?zählt nicht",
        ),
        (
            Phrase.ASK_FIX,
            rf"{_THAT_WAS}(?:all |just )?(?:wrong|incorrect|not (?:right|correct|true)|(?:a |my "
            rf")?(?:mistake|bad|typo)|"
            r"not what i did|falsch|ein fehler|nicht richtig)|(?:no|nope|wait),? (?:wait|no|stop)|"
            r"(?:the )?wrong (?:set|numbers?|weight|reps?|one|button)|w?h?oops(?:ie)?(?:,? "
            r"wrong\b[^\d]{0,20})?|"
            r"i (?:hit|pressed|tapped|clicked) (?:the )?wrong(?: (?:button|one))?|"
            r"i (?:mis(?:typed|clicked|tapped|counted)|made a (?:mistake|typo)|miscounted)|"
            r"i (?:logged|typed|entered|put)(?: in)? (?:it|that|the)(?: in)? wrong"
            r"(?: (?:set|weight|numbers?|one|reps?))?|"
            rf"fix|(?:can i |i (?:want|need) to )?(?:fix|change|edit|correct) {_IT}|stimmt nicht|"
            rf"hoppla|vertippt|"
            r"(?:der |ein )?falscher? (?:satz|zahl|gewicht|knopf)|korrigieren",
        ),
        (
            Phrase.ALL_OUT,
            rf"{_THAT_WAS}(?:all|everything) (?:that )?i (?:had|got|could(?: do)?)(?: in (?:me|the tank))?|"
            rf"{_THAT_WAS}(?:i had )?(?:nothing|none|no more|no reps?|zero)(?: more| reps?)? "
            r"(?:left|in reserve)(?: in (?:me|the tank))?|(?:nothing|zero) in the tank|maxed(?: "
            r"out)?|max effort|"
            rf"(?:went |taken |{_THAT_WAS})to failure|i gave it (?:my )?(?:all|everything)|"
            rf"{_THAT_WAS}my (?:absolute )?(?:max(?:imum)?|limit)|"
            r"(?:i )?couldn'?t (?:do|get|have done|have got) (?:another|one more|any ?more)(?: one| rep)?|"
            r"(?:das war )?alles,? was (?:ich hatte|ging|drin war)|alles gegeben|nichts mehr "
            r"drin|mehr ging nicht",
        ),
        (
            Phrase.FELT_EASY,
            rf"{_THAT_WAS}(?:too |very |so |pretty |really |super |quite |sehr |zu )*"
            r"(?:easy|light|leicht|locker)(?: enough)?(?: \(?3\+? (?:left|übrig)\)?)?|"
            rf"{_I_HAD}(?:3 ?\+|[3-5]|three|four|five|three or more)(?: more)?(?: reps?)? {_LEFT}|"
            rf"(?:noch )?(?:3 ?\+|[3-5]|drei|vier)(?: wdh)? {_LEFT}",
        ),
        (
            Phrase.FELT_RIGHT,
            rf"{_I_HAD}(?:1 ?[-–—/] ?2|[12]|one|two|one or two|1 or 2|a couple)(?: more)?(?: reps?)? {_LEFT}|"
            rf"{_THAT_WAS}(?:just |about )*right|(?:noch )?(?:1 ?[-–—/] ?2|[12]|eine?|zwei)(?: wdh)? {_LEFT}|"
            rf"{_THAT_WAS}(?:genau )?richtig",
        ),
        (
            Phrase.GRIND,
            rf"{_THAT_WAS}(?:a |an |really |so |pretty |very |super |kinda |quite |echt |ganz schön )*"
            r"(?:grind(?:y|er|ing)?|tough(?: one)?|brutal|rough|battle|fight|killer|challenging|"
            r"close to failure|near failure|hard work|zäh|knapp|heftig)",
        ),
        (
            Phrase.NOT_CLEAN,
            r"(?:my |the )?(?:form|technique) (?:broke|breaks?|went|got|was|fell|failed|slipped|"
            r"is)" + _MORE + "|"
            r"(?:i )?(?:got |was )?stuck" + _MORE + "|"
            r"(?:my |the |a )?(?:spotter|friend|buddy|mate|partner|guy|someone|somebody|he|she|they)"
            r"(?: had to| needed to)? (?:help(?:ed|s)?|assisted|spotted|touched|lifted)" + _MORE + "|"
            r"(?:i )?(?:got|needed|had|with)(?: some| a (?:little|bit of))? (?:help|assistance|a "
            r"spot)" + _MORE + "|"
            r"(?:forced|assisted|cheat(?:ed|y)?|partial|half|sloppy|bad) reps?|i cheated" + _MORE + "|"
            r"(?:the )?last (?:rep|one|two|couple|few)(?: reps?)? (?:was|were)(?: a bit| kinda| "
            r"really| very)? "
            r"(?:ugly|cheated|assisted|sloppy|bad|not clean|shaky|half|terrible|not mine)|"
            r"technik war (?:schlecht|weg)|hängen geblieben|mit hilfe|abgefälscht",
        ),
    )
)
_READY = re.compile(
    r"(?:i'?m )?(?:ready|rested|good to go)(?: now| again| to go| to continue)?|go+|let'?s go+|"
    r"(?:i'?ve )?rested enough|"
    r"enough rest|(?:i'?m )?done resting|bring it on|time'?s up|bereit|los(?: geht'?s)?|auf geht'?s"
)


def _core(words: str) -> str:
    heard = spoken(words)
    return heard if any(form.fullmatch(heard) for _, form in _SAID) else _AROUND.sub("", heard)


def afterthought(words: str) -> Phrase | None:
    """What a whole message says of the set just logged; None for any other words."""
    heard = _core(words)
    return next((phrase for phrase, form in _SAID if form.fullmatch(heard)), None)


def set_said(words: str) -> int:
    """The number of the set that is to be deleted, 0 where none is named."""
    heard = _core(words)
    form = next(form for phrase, form in _SAID if phrase is Phrase.DELETE_SET)
    found = form.fullmatch(heard)
    if found is None:
        return 0
    return int(found["number"]) if found["number"] else ORDINALS.get(found["ordinal"] or "", 0)


def says_ready(words: str) -> bool:
    """Whether a message says that no more rest is needed: "ready", "go"."""
    return _READY.fullmatch(_AROUND.sub("", spoken(words))) is not None
