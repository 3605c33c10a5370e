"""Every kind of message a person can send besides text, as valid JSON: stickers, voices, places, polls ...

`player.py` sends them by the names in `KINDS`. Texts and real files are not here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.terminal.wire import Json

_UNIX = 1_760_000_000


def _file(kind: str, **more: object) -> Json:
    return {"file_id": f"{kind}-file", "file_unique_id": f"{kind}-unique", "file_size": 2048, **more}


def _photo() -> Json:
    return _file("photo", width=640, height=480)


def _voice() -> Json:
    return _file("voice", duration=3, mime_type="audio/ogg")


def _video() -> Json:
    return _file("video", width=640, height=480, duration=5, mime_type="video/mp4")


def _animation() -> Json:
    return _file("animation", width=320, height=240, duration=2, mime_type="video/mp4")


def _sticker() -> Json:
    return _file(
        "sticker", type="regular", width=512, height=512, is_animated=False, is_video=False, emoji="💪"
    )


def _somebody() -> Json:
    return {"id": 990001, "is_bot": False, "first_name": "Somebody"}


def _channel() -> Json:
    return {"id": -1009900000001, "type": "channel", "title": "A channel"}


def _place() -> Json:
    return {"latitude": 52.52, "longitude": 13.405}


def _option(number: int) -> Json:
    return {"persistent_id": str(number), "text": f"option {number}", "voter_count": 0}


def _poll() -> Json:
    return {
        "id": "5001",
        "question": "Train today?",
        "options": [_option(1), _option(2)],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


def _story() -> Json:
    return {"chat": _channel(), "id": 7}


def _paid_media() -> Json:
    return {"star_count": 1, "paid_media": [{"type": "preview"}]}


def _checklist() -> Json:
    return {"title": "Bag", "tasks": [{"id": 1, "text": "belt"}]}


def _from_user() -> Json:
    return {"type": "user", "date": _UNIX, "sender_user": _somebody()}


def _from_channel() -> Json:
    return {"type": "channel", "date": _UNIX, "chat": _channel(), "message_id": 12}


def _from_hidden() -> Json:
    return {"type": "hidden_user", "date": _UNIX, "sender_user_name": "Somebody"}


KINDS: Mapping[str, Callable[[], Json]] = {
    "photo": lambda: {"photo": [_photo()]},
    "photo_with_caption": lambda: {"photo": [_photo()], "caption": "80x8"},
    "album_photo": lambda: {"photo": [_photo()], "media_group_id": "61"},
    "video": lambda: {"video": _video()},
    "video_note": lambda: {"video_note": _file("video_note", length=240, duration=4)},
    "animation": lambda: {"animation": _animation(), "document": _file("animation", file_name="lift.mp4")},
    "voice": lambda: {"voice": _voice()},
    "audio": lambda: {"audio": _file("audio", duration=180, title="Warm-up", mime_type="audio/mpeg")},
    "sticker": lambda: {"sticker": _sticker()},
    "location": lambda: {"location": _place()},
    "live_location": lambda: {"location": {**_place(), "live_period": 900}},
    "venue": lambda: {
        "location": _place(),
        "venue": {"location": _place(), "title": "The gym", "address": "1 Bar Street"},
    },
    "contact": lambda: {"contact": {"phone_number": "+10000000000", "first_name": "Somebody"}},
    "dice": lambda: {"dice": {"emoji": "🎲", "value": 4}},
    "poll": lambda: {"poll": _poll()},
    "story": lambda: {"story": _story()},
    "paid_media": lambda: {"paid_media": _paid_media()},
    "checklist": lambda: {"checklist": _checklist()},
    "forward": lambda: {"text": "80x8", "forward_origin": _from_user()},
    "forward_of_channel": lambda: {"text": "80x8", "forward_origin": _from_channel()},
    "forward_of_hidden": lambda: {"text": "80x8", "forward_origin": _from_hidden()},
    "via_bot": lambda: {"text": "80x8", "via_bot": {"id": 990002, "is_bot": True, "first_name": "A bot"}},
    "quote": lambda: {"text": "80x8", "quote": {"text": "80", "position": 0}},
    "write_access": lambda: {"write_access_allowed": {"web_app_name": "app"}},
    "auto_delete_timer": lambda: {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "users_shared": lambda: {"users_shared": {"request_id": 1, "users": [{"user_id": 990001}]}},
}
