from __future__ import annotations

from bot.terminal.people import User
from bot.terminal.server import Telegram
from bot.terminal.wire import Upload
from tests.bot.terminal.conftest import Ask

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")


async def test_pictures_and_files(telegram: Telegram, lifter: User, ask: Ask) -> None:
    telegram.user_sends(lifter, "/start")

    async def upload(method: str, part: str, content: bytes, **more: object) -> str:
        file = {part: Upload("log.csv", content)}
        answer = await telegram.call(method, {"chat_id": str(lifter.id), **more}, file)
        return "ok" if answer.ok else answer.body["description"]

    assert await upload("sendPhoto", "photo", b"no picture") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await upload("sendPhoto", "photo", PNG, caption="x" * 1025) == (
        "Bad Request: message caption is too long"
    )
    assert await upload("sendPhoto", "photo", PNG, caption="x" * 1024) == "ok"
    assert await upload("sendDocument", "document", b"") == "Bad Request: file must be non-empty"
    assert await upload("sendDocument", "document", b"a,b") == "ok"
    assert telegram.chat(lifter.id).messages[2].body["photo"][0]["width"] == 640
    document = telegram.chat(lifter.id).messages[3].body["document"]
    assert (document["file_name"], document["mime_type"]) == ("log.csv", "text/csv")
    assert await ask("sendDocument", chat_id=lifter.id, document=document["file_id"]) == "ok"
    assert await ask("sendDocument", chat_id=lifter.id, document="none") == (
        "400 Bad Request: wrong file identifier/HTTP URL specified"
    )
    large = telegram.user_sends_file(lifter, "log.csv", b"a", declared_size=20 * 1024 * 1024 + 1)
    file_id = large["document"]["file_id"]
    assert await ask("getFile", file_id=file_id) == "400 Bad Request: file is too big"
    assert await ask("editMessageText", chat_id=lifter.id, message_id=3, text="x") == (
        "400 Bad Request: there is no text in the message to edit"
    )
    assert await ask("editMessageCaption", chat_id=lifter.id, message_id=3, caption="x") == "ok"
