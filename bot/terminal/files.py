"""The files in this Telegram: kept in memory, known by their ids, downloadable by their paths.

Messages that carry them are made in `play_files.py` (the bot's) and `message_kinds.py` (people's).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from bot.terminal.wire import Json, bad_request

LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOCUMENT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`size` is what Telegram declares; a test may let it differ from the content."""

    id: str
    unique_id: str
    name: str
    mime: str
    size: int
    path: str
    content: bytes = field(repr=False)

    def described(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileShelf:
    """All files, by id and by download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, folder: str, name: str, mime: str, content: bytes, size: int | None = None) -> StoredFile:
        """Keeps a file. Its path has a number of our own: a sender's name is never a path."""
        number = len(self._by_id) + 1
        suffix = PurePosixPath(name).suffix[:8]
        stored = StoredFile(
            id=f"{folder}-{number:06d}-file",
            unique_id=sha256(f"{folder}/{number}".encode()).hexdigest()[:16],
            name=name,
            mime=mime,
            size=len(content) if size is None else size,
            path=f"{folder}/file_{number}{suffix}",
            content=content,
        )
        self._by_id[stored.id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile:
        """The file with an id; refuses an unknown one."""
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def download(self, path: str) -> StoredFile | None:
        """The file behind a download path, None if there is none."""
        return self._by_path.get(path)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG or GIF; None if it is no such picture."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """The frame header of a JPEG holds its size; the segments before it are skipped."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return None
