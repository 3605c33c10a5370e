"""Set notation: what a lifter types between two sets, read against the set in hand.

The grammar with examples is `docs/set-notation.md`. Its parts stand in `notation/`, other spellings in
`spelling/`; the way through is `numerals`, `set_tokens`, `set_parsing`, `set_body`, `set_order`,
`set_choice`. Printing is `bot/views/sets.py`.
"""

from __future__ import annotations

import re

from core.model.session import Measure
from core.model.workout import SetKind
from core.training.notation.numerals import LONGEST, UNREADABLE, clean, plain
from core.training.notation.set_body import read_clauses
from core.training.notation.set_parsing import PartsReader
from core.training.notation.set_reading import (
    Ambiguous,
    Asked,
    Confirm,
    Done,
    Doubt,
    Effort,
    Incomplete,
    Named,
    NotASet,
    Note,
    Past,
    PastDay,
    Reading,
    Refusal,
    Refused,
    Same,
    SetReading,
    Sets,
    Shift,
    Skip,
)
from core.training.notation.set_tokens import Cut, Token, cut_tokens
from core.training.notation.set_words import WORDS, Sense
from core.training.spelling.set_bar import with_bar
from core.training.spelling.set_day import read_day
from core.training.spelling.set_failed import with_failure
from core.training.spelling.set_pause import either, paused
from core.training.spelling.set_plates import Loaded, with_plates
from core.training.spelling.set_remark import without_remark
from core.training.spelling.set_shifts import with_sign
from core.training.spelling.set_shown import as_set
from core.training.spelling.set_spelled import as_notation
from core.units import Load, Unit

_LONGEST_NAME = 60
_NOTE_BEGINS = frozenset({"note", "notiz"})  # sure without a colon; "not today" is no note
_MOST_WORDS = 6
_STARTS = (Cut.NUMBER, Cut.PLUS, Cut.MINUS)
_EFFORT = re.compile("@|rpe|rir")
_PLATES = re.compile("plate|scheibe|side|seite")
_ANY_BAR = Load.kg(20)  # where none is known: only whether plates were told is asked of it
_ANY_EXERCISE = Asked(bodyweight=True)
_SET_READINGS = (Sets, Ambiguous, Confirm, Incomplete)


def read_set(text: str, asked: Asked | None, unit: Unit) -> Reading:
    """What a typed text says about sets, read against what was asked (None: no set is in hand).

    Numbers without a unit are in `unit`. Never raises; words that say nothing about sets are
    NotASet, numbers that can't be a set are Refused, and what could mean two things is Ambiguous.
    """
    note = _read_note(text)
    if note is not None:
        return note
    folded = plain(text)
    if folded is None:
        return NotASet()
    return _read_folded(folded.strip(), asked or Asked(), unit)


def _read_folded(folded: str, asked: Asked, unit: Unit) -> Reading:
    if len(folded) > LONGEST:  # signs that unfold to many letters: no way to write a set
        return _read(folded, asked, unit)
    asks = folded.endswith("?") and any(sign.isdigit() for sign in folded)
    if asks:
        reading = _read_folded(folded.rstrip("? "), asked, unit)
        if isinstance(reading, _SET_READINGS):
            return Confirm(reading, Doubt.LIST) if isinstance(reading, Sets) else reading
        return NotASet() if isinstance(reading, Named) else _read(folded, asked, unit)
    text = with_sign(without_remark(as_notation(with_failure(as_set(folded)), asked, unit)))
    by_reps = asked.takes_load and asked.measure is Measure.REPS
    plates = with_plates(text, asked.bar or _ANY_BAR, unit) if by_reps and _PLATES.search(text) else None
    if plates is not None:
        return _by_plates(plates, asked, unit)
    halves = paused(text) if "+" in text else None
    if halves is not None:
        return _paused(text, halves, asked, unit)
    return _either(text, asked, unit) or _read(with_bar(text, asked.bar), asked, unit)


def _either(text: str, asked: Asked, unit: Unit) -> Ambiguous | None:
    """`8 or 9` is asked; None where the two are no sets."""
    texts = either(text) if _EFFORT.search(text) is None else None
    readings = [_read(each, asked, unit) for each in texts or ()]
    first, second = (*readings, None, None)[:2]
    return Ambiguous((first, second)) if isinstance(first, Sets) and isinstance(second, Sets) else None


def _by_plates(plates: Loaded, asked: Asked, unit: Unit) -> Reading:
    """Sets whose load was told by its plates are asked back; without a bar plates weigh nobody knows what."""
    reading = _read(plates.text, asked, unit)
    if isinstance(reading, Named):
        return Named(reading.exercise, plates.told)
    if isinstance(reading, NotASet) or asked.bar is None:
        return Refused(Refusal.PLATES)
    return Confirm(reading, Doubt.PLATES) if isinstance(reading, Sets) else reading


def _paused(text: str, halves: tuple[str, str], asked: Asked, unit: Unit) -> Reading:
    """`8+2` is asked: ten in one set, or eight and two in two."""
    whole, apart = (_read(half, asked, unit) for half in halves)
    if isinstance(whole, Named):
        first = next(at for at, sign in enumerate(text[len(whole.exercise) :]) if sign.isdigit())
        return Named(whole.exercise, text[len(whole.exercise) + first :])
    apart = apart.reading if isinstance(apart, Confirm) else apart  # two reps after eight are few, and meant
    if isinstance(whole, Sets):
        return Ambiguous((whole, apart)) if isinstance(apart, Sets) else Confirm(whole, Doubt.LIST)
    return whole


def _read_note(text: str) -> Note | Refused | None:
    """`note: seat 4`, `note bench: seat 4`; without a colon `note seat 4`, which takes no note away."""
    head, colon, remark = text.partition(":")
    if not colon:
        head, colon, remark = text.partition("\uff1a")
    if not colon:
        return _note_of_words(text)
    folded = plain(head) if len(head) <= _LONGEST_NAME else None
    word, _, name = (folded or "").strip().partition(" ")
    if WORDS.get(word) is not Sense.NOTE:
        return None
    if len(remark) > LONGEST:
        return Refused(Refusal.NOTE_TOO_LONG)
    kept = clean(remark) or ""
    return Note("" if kept in ("-", "–", "—") else kept, name.strip())


def _note_of_words(text: str) -> Note | Refused | None:
    word, _, remark = text.strip().partition(" ")
    if (plain(word) or "") not in _NOTE_BEGINS or not (kept := clean(remark)):
        return None
    return Refused(Refusal.NOTE_TOO_LONG) if len(remark) > LONGEST else Note(kept)


def _read(folded: str, asked: Asked, unit: Unit) -> Reading:
    past = read_day(folded)
    if past is not None:
        day, rest = past
        return _past(_read(rest, Asked(), unit), rest, day)
    tokens = cut_tokens(folded)
    if not tokens:
        return NotASet()
    whole = _whole_message(tokens)
    if whole is not None:
        return whole
    unlawful = _unlawful(tokens, folded)
    if unlawful is not None:
        return unlawful
    named = _named(tokens, folded)
    return named if named is not None else _sets(tokens, asked, unit)


def _past(reading: Reading, rest: str, day: PastDay) -> Reading:
    if isinstance(reading, Named):
        return Past(day, reading.exercise, reading.sets_text)
    if isinstance(reading, _SET_READINGS):
        return Past(day, "", rest)
    return reading if isinstance(reading, Refused) else NotASet()


def _whole_message(tokens: list[Token]) -> Reading | None:
    """`same`, `done`, `skip`, alone or with an effort (`done @8`)."""
    first = tokens[0].sense
    rest = [token for token in tokens[1:] if token.cut is not Cut.ORNAMENT and token.sense is not first]
    if first is Sense.SKIP and not rest:
        return Skip()
    if first not in (Sense.SAME, Sense.LAST_TIME, Sense.DONE):
        return None
    effort = _sets(rest, Asked(), Unit.KG) if rest else None
    if rest and not isinstance(effort, Effort):
        return None
    rir = effort.rir if isinstance(effort, Effort) else None
    return Done(rir) if first is Sense.DONE else Same(rir, as_last_time=first is Sense.LAST_TIME)


def _unlawful(tokens: list[Token], folded: str) -> Refused | None:
    """`1e309`, `0x10`, `1_000`, `8²`, `NaN`: looks like a number and is none."""
    has_number = any(token.cut is Cut.NUMBER for token in tokens)
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if token.cut is Cut.STRANGE and token.text[0].isdigit():
            return Refused(Refusal.NOT_A_NUMBER)
        if token.sense is Sense.NO_NUMBER or (token.text == UNREADABLE and (has_number or len(tokens) == 1)):
            return Refused(Refusal.NOT_A_NUMBER)
        if token.cut is Cut.STRANGE and before and before.cut is Cut.NUMBER and before.end == token.start:
            return Refused(Refusal.NOT_A_NUMBER)
        if token.text == "." and _is_part(tokens, index):
            return Refused(Refusal.NOT_A_NUMBER)
    if len(tokens) == 3 and folded.startswith("0x") and tokens[2].cut is Cut.NUMBER:
        return Refused(Refusal.NOT_A_NUMBER)
    return None


def _is_part(tokens: list[Token], index: int) -> bool:
    """Whether a point begins a number, `.5`: not in `ok.8`, `...8`."""
    if index + 1 == len(tokens) or (index and tokens[index - 1].end == tokens[index].start):
        return False
    following = tokens[index + 1]
    return following.cut is Cut.NUMBER and following.start == tokens[index].end


def _sets(tokens: list[Token], asked: Asked, unit: Unit) -> SetReading | Effort | Shift | Refused | NotASet:
    metres = asked.measure is Measure.METRES
    parts = PartsReader(tokens, metres=metres).read()
    if parts is None and any(token.sense is Sense.DROP for token in tokens):
        parts = PartsReader(tokens, metres=metres, ahead=False).read()  # `60x8 drop 50x8 drop`
    if parts is None:
        return NotASet()
    reading = read_clauses(parts, asked, unit)
    if not parts.kind_unsure or not isinstance(reading, Sets):
        return reading
    ahead = PartsReader(tokens, metres=metres, ahead=True).read()
    other = read_clauses(ahead, asked, unit) if ahead is not None else reading
    if not isinstance(other, Sets) or other == reading:
        return reading
    return other if _falls(other) else Ambiguous((other, reading))


def _falls(told: Sets) -> bool:
    """`80x8 drop 60x6 drop 40x5`: each drop set follows a heavier one, as only those behind a word can."""
    pairs = [(one, told.entries[at - 1] if at else None) for at, one in enumerate(told.entries)]
    drops = [(one.load, before.load if before else None) for one, before in pairs if one.kind is SetKind.DROP]
    plain_or_drop = all(one.kind in (SetKind.WORK, SetKind.DROP) for one in told.entries)
    return plain_or_drop and all(one and before and one < before for one, before in drops)


def _named(tokens: list[Token], folded: str) -> Reading | None:
    """`bench 80x8`, `80x8 bench`; None when every word has a sense of its own."""
    strange = [index for index, token in enumerate(tokens) if token.cut is Cut.STRANGE]
    if not strange:
        return None
    start = next((index for index in range(len(tokens)) if _begins_sets(tokens, index)), None)
    if start is None:
        return NotASet()
    if strange[-1] < start:
        kept = tokens[start:]
        last = start - 1 if tokens[start - 1].sense in (Sense.AT, Sense.FOR) else start
        if last < start and len(kept) == 1:
            return NotASet()
        name, sets_text = folded[: tokens[last].start], folded[tokens[start].start :]
    elif strange[0] > start and all(token.cut not in _STARTS for token in tokens[strange[0] :]):
        cut = tokens[strange[0]].start
        name, sets_text, kept = folded[cut:], folded[:cut], tokens[: strange[0]]
    else:
        return NotASet()
    name = name.strip(" \t\r\n:,;-.!✓·")
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS or UNREADABLE in name:
        return NotASet()
    reading = _sets(kept, _ANY_EXERCISE, Unit.KG)
    if isinstance(reading, _SET_READINGS) or reading == Refused(Refusal.TOO_MANY_SETS):
        return Named(name, sets_text.strip())  # `100x5 100x5`: a hundred sets only where nothing is asked
    if isinstance(reading, Shift):
        return Refused(Refusal.NEGATIVE if reading.change.g < 0 else Refusal.NAMED_SHIFT)
    return reading if isinstance(reading, Refused) else NotASet()


def _begins_sets(tokens: list[Token], index: int) -> bool:
    """Where a name ends: at a number, its sign, or `bw`; not at the hyphen of `t-bar`, nor in `bw squat`."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.cut in (Cut.PLUS, Cut.MINUS):
        return following is not None and following.cut is Cut.NUMBER
    if token.sense is Sense.BODY:
        return following is None or following.cut is not Cut.STRANGE
    return token.cut is Cut.NUMBER
