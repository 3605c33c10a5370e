"""Bytes to text: what is no text is refused by its content, and the encodings of apps are told apart.

A text stays bytes, as UTF-8, and is decoded a piece at a time: one emoji would make each of its letters take
four bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from core.model.imported import FileFault, NotRead, RowFault, RowTrouble

Utf8 = bytes | bytearray
# The first bytes of what gets called `log.csv` by mistake or on purpose.
_OTHER_FILES = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"Rar!",
    b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"RIFF",
    b"\x7fELF",
)  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT = 400
_PIECE = 65_536
_SOMETHING = re.compile(rb"[^\0 \r\n\t]")


class _Broken(Exception):
    """Bytes that are no letters, and where they stand."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at


def text_of(content: bytes) -> Utf8 | NotRead:
    """The text of a file: UTF-8, UTF-16 or Windows-1252, told by its marks and by what fits."""
    if _SOMETHING.search(content) is None:
        return NotRead(FileFault.EMPTY)
    if content.startswith(_OTHER_FILES):
        return NotRead(FileFault.NOT_TEXT)
    encoding, start = _encoding_of(content)
    try:
        if encoding == "utf-8":
            for _ in _pieces(content, encoding, start):
                pass  # only to see that all of it is text
            return _without_nul(content[start:])
        text = bytearray()
        for piece in _pieces(content, encoding, start):
            text += piece.encode()
        return _without_nul(text)
    except _Broken as broken:
        line = content.count(b"\n", 0, broken.at) + 1
        return NotRead(FileFault.BAD_ENCODING, (RowTrouble(line, RowFault.BAD_CHARACTER),), 1)


def _encoding_of(content: bytes) -> tuple[str, int]:
    """The encoding, and where the text begins behind its mark."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding, len(mark)
    if (unmarked := _utf_16(content[:_LOOKED_AT])) is not None:
        return unmarked, 0
    return "utf-8" if _is_mostly_utf_8(content) else "cp1252", 0


def _is_mostly_utf_8(content: bytes) -> bool:
    """Whether no other reading would be right, even if some of it is broken."""
    broken = beyond = 0
    for piece in _pieces(content, "utf-8", 0, "replace"):
        broken += piece.count("\ufffd")
        beyond += len(piece) - len(piece.encode("ascii", "ignore"))
    return not broken or beyond > 2 * broken or _is_whole(content)


def _is_whole(content: bytes) -> bool:
    """Whether it is UTF-8, the sign for broken letters written in it by somebody else."""
    try:
        return all(True for _ in _pieces(content, "utf-8", 0))
    except _Broken:
        return False


def _utf_16(head: bytes) -> str | None:
    """Which UTF-16 a text without a mark is: every other byte of a Latin heading is empty."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.8:
        return "utf-16-le"
    return "utf-16-be" if half and head[0::2].count(0) > half * 0.8 else None


def _pieces(content: bytes, encoding: str, start: int, errors: str = "strict") -> Iterator[str]:
    """The text a piece at a time. Raises _Broken."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    for at in range(start, len(content), _PIECE):
        waiting = len(decoder.getstate()[0])
        try:
            piece = decoder.decode(content[at : at + _PIECE], at + _PIECE >= len(content))
        except UnicodeDecodeError as error:
            raise _Broken(at - waiting + error.start) from error
        yield piece


def _without_nul(text: Utf8) -> Utf8 | NotRead:
    """No text has a NUL in it; what has one is something else, or broken."""
    at = text.find(b"\0")
    if at < 0:
        return text
    line = text.count(b"\n", 0, at) + 1
    return NotRead(FileFault.NOT_TEXT, (RowTrouble(line, RowFault.BAD_CHARACTER),), 1)
