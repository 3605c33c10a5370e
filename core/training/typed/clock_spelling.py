"""Times and days as people say them, brought into the spelling that `reminder_words.py` reads.

`7 in the evening` is 7pm, `at noon` 12:00, `mon to fri` mon-fri. Nothing here raises; what fits no pattern
stays as it is.
"""

from __future__ import annotations

import re

_HOUR = r"(?P<hour>[0-9]{1,2}(?:[:.][0-9]{2})?)(?: ?o'?clock| ?uhr)?"
_EVENING = re.compile(
    rf"\b{_HOUR} (?:(?:in the |at )?(?:evening|afternoon|night)|tonight|abends|nachmittags|am abend)\b"
)
_MORNING = re.compile(rf"\b{_HOUR} (?:(?:in the |at )?morning|morgens|vormittags|früh|am morgen)\b")
_CLOCK = re.compile(r"(?<![0-9:.])(?P<hour>[0-9]{1,2}) ?(?:uhr|o'?clock)(?: (?P<minute>[0-5][0-9])\b)?")
_NOON = re.compile(r"\b(?:noon|midday|mittags?)\b")
_MARKS = re.compile(r"[&@]|(?<=[a-zäöü])/(?=[a-zäöü])")
_ABOUT_NOW = re.compile(
    r"^(?:(?:it'?s|it is|now|about|around|nearly|almost|currently|es ist|jetzt|gerade|ca|etwa|fast)[ ,]+)+|"
    r"(?:[ ,]+(?:here|right now|now|for me|my time|local time|o'?clock|uhr|hier|jetzt|gerade|bei mir))+$"
)


def spelt_times(folded: str) -> str:
    """Times in plain spelling as `7pm` or `12:00`, and no marks but those of times and ranges."""
    text = " ".join(_MARKS.sub(" ", folded).split())
    halved = _MORNING.sub(r"\g<hour>am", _EVENING.sub(_afternoon, text))
    return _NOON.sub("12:00", _CLOCK.sub(lambda told: f"{told['hour']}:{told['minute'] or '00'}", halved))


def bare_time(folded: str) -> str:
    """A time of day without the words around it: `it's 8pm here`."""
    return _ABOUT_NOW.sub("", spelt_times(folded).strip(" .!"))


def _afternoon(told: re.Match[str]) -> str:
    """`7 in the evening` needs its pm, `19 Uhr abends` is told already."""
    hour = told["hour"]
    return f"{hour}pm" if int(re.split(r"[:.]", hour)[0]) <= 12 else f"{hour}h" if hour.isdigit() else hour
