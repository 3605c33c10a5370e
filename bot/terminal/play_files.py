"""How a bot sends pictures and documents and fetches files: sendPhoto, sendDocument, getFile.

Exchanging the picture of a message is in `play_edits.py`; files themselves are kept in `files.py`.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping

from bot.terminal.files import (
    LARGEST_DOCUMENT,
    LARGEST_DOWNLOAD,
    LARGEST_PHOTO,
    FileShelf,
    StoredFile,
    picture_size,
)
from bot.terminal.people import Chat, Standing
from bot.terminal.play_messages import Play, caption_content, send
from bot.terminal.wire import Json, Upload, bad_request
from bot.terminal.world import World


def photo_content(files: FileShelf, photo: object) -> Json:
    """The `photo` of a message: an upload, or a file id the bot has. Refuses what is no picture."""
    if isinstance(photo, Upload):
        if len(photo.content) > LARGEST_PHOTO:
            raise bad_request(f"file of size {len(photo.content)} bytes is too big for a photo")
        if picture_size(photo.content) is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        stored = files.add("photos", photo.name, photo.mime, photo.content)
    else:
        stored = _known(files, photo, "photos")
    width, height = picture_size(stored.content) or (0, 0)
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"photo": [{**stored.described(), "width": width, "height": height}]}


def check_takes_photos(chat: Chat) -> None:
    """Refuses a picture where a group takes none of a bot that is no administrator."""
    if not chat.takes_photos and chat.bot is not Standing.ADMINISTRATOR:
        raise bad_request("not enough rights to send photos to the chat")


def document_content(files: FileShelf, document: object) -> Json:
    """The `document` of a message: an upload, or a file id the bot has."""
    if isinstance(document, Upload):
        if not document.content:
            raise bad_request("file must be non-empty")
        if len(document.content) > LARGEST_DOCUMENT:
            raise bad_request("file is too big")
        mime = mimetypes.guess_type(document.name)[0] or document.mime
        stored = files.add("documents", document.name, mime, document.content)
    else:
        stored = _known(files, document, "documents")
    return {"document": {**stored.described(), "file_name": stored.name, "mime_type": stored.mime}}


def _known(files: FileShelf, file_id: object, folder: str) -> StoredFile:
    text = str(file_id)
    if text.startswith("attach://"):
        raise bad_request("wrong file: nothing was attached under this name")
    if "://" in text:
        raise bad_request("sending a file by its URL is not played by this phone")
    stored = files.find(text)
    if not stored.path.startswith(f"{folder}/"):
        raise bad_request(f"can't use file of type {stored.path.split('/')[0]} as {folder}")
    return stored


def _send_photo(world: World, params: Json) -> Json:
    content = caption_content(params)
    check_takes_photos(world.chat_to_write(params["chat_id"]))
    return send(world, params, {**photo_content(world.files, params["photo"]), **content})


def _send_document(world: World, params: Json) -> Json:
    content = caption_content(params)
    world.chat_to_write(params["chat_id"])
    return send(world, params, {**document_content(world.files, params["document"]), **content})


def _get_file(world: World, params: Json) -> Json:
    stored = world.files.find(params["file_id"])
    if stored.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.described(), "file_path": stored.path}


PLAYED: Mapping[str, Play] = {
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "getFile": _get_file,
}
