"""Bytes to text: what is no text is refused by its content, and the encodings of apps are told apart."""

from __future__ import annotations

import codecs

from core.model.imported import FileFault, NotRead, RowFault, RowTrouble

# The first bytes of what gets called `log.csv` by mistake or on purpose.
_OTHER_FILES = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"Rar!",
    b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"RIFF",
    b"\x7fELF",
)  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT = 400


def text_of(content: bytes) -> str | NotRead:
    """The text of a file: UTF-8, UTF-16 or Windows-1252, told by its marks and by what fits."""
    if not content.strip(b"\0 \r\n\t"):
        return NotRead(FileFault.EMPTY)
    if content.startswith(_OTHER_FILES):
        return NotRead(FileFault.NOT_TEXT)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    if (unmarked := _utf_16(content[:_LOOKED_AT])) is not None:
        return _decoded(content, unmarked)
    try:
        return _without_nul(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        patched = content.decode("utf-8", "replace")
        broken = patched.count("\ufffd")
        if sum(not sign.isascii() for sign in patched) > 2 * broken:
            return _bad_encoding(content, error)  # UTF-8 for the most part: another reading would be wrong
    return _decoded(content, "cp1252")


def _utf_16(head: bytes) -> str | None:
    """Which UTF-16 a text without a mark is: every other byte of a Latin heading is empty."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.8:
        return "utf-16-le"
    return "utf-16-be" if half and head[0::2].count(0) > half * 0.8 else None


def _decoded(content: bytes, encoding: str) -> str | NotRead:
    try:
        return _without_nul(content.decode(encoding))
    except UnicodeDecodeError as error:
        return _bad_encoding(content, error)


def _bad_encoding(content: bytes, error: UnicodeDecodeError) -> NotRead:
    line = content[: error.start].count(b"\n") + 1
    return NotRead(FileFault.BAD_ENCODING, (RowTrouble(line, RowFault.BAD_CHARACTER),), 1)


def _without_nul(text: str) -> str | NotRead:
    """No text has a NUL in it; what has one is something else, or broken."""
    at = text.find("\0")
    if at < 0:
        return text
    line = text.count("\n", 0, at) + 1
    return NotRead(FileFault.NOT_TEXT, (RowTrouble(line, RowFault.BAD_CHARACTER),), 1)
