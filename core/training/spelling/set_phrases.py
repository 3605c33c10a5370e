"""Whole turns of speech inside a set: `same as before`, `minute and a half`, `assisted 20`."""

from __future__ import annotations

import re

from core.units import Unit

_SAME_AS = re.compile(
    r"\A(?:(?:the )?same(?: as (?:before|b4|above|(?:the )?last(?: one| set)?)| thing(?: again)?)|"
    r"(?:as|like) before|"
    r"repeat that|wie (?:gehabt|vorher|davor|eben|der letzte))\Z"
)
_LAST_TIME = re.compile(
    r"\A(?:(?:the )?same|like|as|repeat)(?: as| like)?(?: (?:the|my))? "
    r"last (?:time|week|session|workout|training)\Z|"
    r"\A(?:(?:das )?gleiche |so )?wie (?:beim )?(?:letzte[sn]? (?:mal|woche|training|einheit))\Z"
)
_DONE = re.compile(
    r"\A(?:i (?:did|completed|finished|made) "
    r"(?:it|that|(?:the|this|that|my) set|them all|all of (?:it|them))|"
    r"(?:i'?m |i am )?(?:done|finished) with (?:it|that|this|the)(?: (?:one|set))?|"
    r"(?:the )?set (?:is )?(?:done|completed?|finished)|"
    r"(?:den |der )?satz (?:ist )?(?:fertig|geschafft))\W*\Z"
)
_BEGINS = re.compile(
    r"\A(?:(?:please )?(?:log|record|write|enter|save|count|mark|put)(?: down)?"
    r"(?: (?:an?|one|my|the) set(?: of)?)?|(?:please )?add an? set of|"
    r"(?:i )?(?:(?:just )?(?:did|finished|done|got)(?: with)? )?(?:my |an? |one |the )?set of|"
    r"again,?|nochmal,?|wieder|"
    r"(?:my |the )?(?:top|back[- ]?off|heavy|final)(?: set)?|backoffs?|opener)[ :]+(?=(?:bw|[+-]?[0-9]))"
)
_WITH = re.compile(r"(?<=[0-9]) w/? ?(?=[0-9]{1,3}(?:[.,][0-9]+)?(?: ?(?:kgs?|lbs?))?\Z)")
_NUMBER = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?"
_PAIR = rf"(?<![0-9.,])(?P<set>{_NUMBER}(?: ?(?:kgs?|lbs?))? ?[x×] ?[0-9]{{1,3}})(?: reps?)?"
_OF_SETS = (
    (re.compile(r"(?<=[0-9kgbs]),? for (?=[0-9]{1,2} ?(?:sets?|sätze)\b)"), " "),
    (re.compile(r"(?<=[0-9]) (?:twice|zweimal)\Z"), " 2 sets"),
    (re.compile(rf"{_PAIR},? (?P<often>[2-9]|10) ?(?:x|×|times|mal)\Z"), r"\g<set> \g<often> sets"),
)
_REPS_NAMED = re.compile(
    r"(?<![0-9] )(?<![0-9])\b(?:for )?(?:reps?|wdh|wiederholungen):? (?P<reps>[0-9]{1,3})\b(?!:)"
)
_LOAD_NAMED = re.compile(
    rf"\b(?:weight|gewicht)(?: was| is| war)?:? (?P<load>{_NUMBER})(?![0-9.,:])"
    r"(?P<unit> ?(?:kgs?|kilos?|k|lbs?|pounds?|pfund)\b)?"
)
_LOAD_FOR = re.compile(rf"\A(?P<load>{_NUMBER}(?: ?(?:kg|kilo|pfund|lb))?) auf (?=[0-9])")
_ON_BAR = re.compile(r"(?<=[0-9a-z]) (?:on (?:the )?bar|auf (?:der )?stange)\Z")
_AT_LOAD = re.compile(rf"(?<=[^\W_]) a (?={_NUMBER} ?(?:kgs?|kilos?|chili|quilos)\b)")
_CLOCK_MARKS = re.compile(r"(?<![\w.,:'])(?P<min>[0-9]{1,2})'(?P<sec>[0-5][0-9])(?:\"|'')?(?![\w'])")
_SECOND_MARKS = re.compile(r"(?<=[0-9]) ?(?:''|[\"”″])(?!\w)")
_SIDES_OF_SECONDS = re.compile(r"(?<=[0-9]) ?s(?:ec)? ?/ ?(?=[0-9]{1,3} ?s)")
_SPANS = (
    (re.compile(r"\b(?:(?:a|one|1|eine?) )?(?:minute and a half|anderthalb minuten)\b"), 90),
    (re.compile(r"\b(?:1[.,]5|eineinhalb) ?(?:min|minutes?|minuten)\b"), 90),
    (re.compile(r"\b(?:half a minute|(?:eine )?halbe minute)\b"), 30),
    (re.compile(r"\b(?:a|one|eine) (?:full |whole |ganze )?(?:min|minute)\b"), 60),
)
_LOAD = r"(?P<load>[0-9]{1,3}(?:[.,][0-9]{1,2})?(?: ?(?:kgs?|lbs?))?)"
_HELPED = (
    (re.compile(rf"\b(?:assist(?:ed|ance)?|helped|unterstützt)(?: (?:by|with|mit|of))? {_LOAD}"), "-"),
    (re.compile(rf"(?<![\w.,+-]){_LOAD} (?:of )?(?:assist(?:ance|ed)?|help|unterstützung)\b"), "-"),
    (re.compile(rf"\b(?:weighted|added|plus|extra)(?: (?:by|with))? {_LOAD}(?= ?(?:x|×|for) ?[0-9])"), "+"),
    (re.compile(rf"(?<![\w.,+-]){_LOAD} (?:added|extra)\b"), "+"),
)


def as_same(text: str) -> str:
    """`same as before`, `wie gehabt` as `same`; `I completed the set` as `done`; the same of last time."""
    return _DONE.sub("done", _SAME_AS.sub("same", _LAST_TIME.sub("sameaslasttime", text)))


def without_beginning(text: str) -> str:
    """A set without what is said before it: `log 8 reps`, `top set 205x3`; `10 w 80` as `10 with 80`."""
    return _WITH.sub(" with ", _BEGINS.sub("", text, count=1))


def told_apart(text: str, unit: Unit) -> str:
    """`weight 80 reps 8` as `80 kg 8 reps`, `80x8 3 times` as `80x8 3 sets`, `80 auf 8` as `80 x 8`."""
    text = _LOAD_NAMED.sub(lambda told: told["load"] + (told["unit"] or f" {unit.value}"), text)
    text = _REPS_NAMED.sub(r"\g<reps> reps", text)
    for said, meant in _OF_SETS:
        text = said.sub(meant, text)
    return _AT_LOAD.sub(" @ ", _LOAD_FOR.sub(r"\g<load> x ", _ON_BAR.sub("", text)))


def in_seconds(text: str) -> str:
    """`a minute`, `minute and a half`, `1'30"`, `45"` as seconds."""
    text = _SECOND_MARKS.sub(" s", _CLOCK_MARKS.sub(r"\g<min>:\g<sec>", _SIDES_OF_SECONDS.sub("/", text)))
    for said, seconds in _SPANS:
        text = said.sub(f"{seconds} s", text)
    return text


def on_body(text: str) -> str:
    """`assisted 20 x 8`, `20 kg assistance x 8` as `-20 x 8`; `weighted 10 x 8` as `+10 x 8`."""
    for said, sign in _HELPED:
        text = said.sub(rf"{sign}\g<load>", text)
    return text
