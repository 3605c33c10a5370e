"""What a bot may ask about chats and their members, and how it leaves a group."""

from __future__ import annotations

from collections.abc import Mapping

from bot.terminal.people import Chat, Standing, User
from bot.terminal.play_messages import Play
from bot.terminal.wire import Json, bad_request
from bot.terminal.world import World, without_reply

_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_pin_messages",
)  # fmt: skip
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def member(user: User, standing: Standing) -> Json:
    """A member of a chat as `getChatMember` and `my_chat_member` describe one."""
    described: Json = {"status": standing.value, "user": user.described()}
    if standing is Standing.KICKED:
        return {**described, "until_date": 0}
    if standing is Standing.ADMINISTRATOR:
        rights = {right: right not in ("can_be_edited", "is_anonymous") for right in _RIGHTS}
        return {**described, **rights}
    return described


def _standing(world: World, chat: Chat, user_id: int) -> Standing:
    return chat.bot if user_id == world.me.id else chat.members.get(user_id, Standing.LEFT)


def _get_chat(world: World, params: Json) -> Json:
    chat = world.chat_to_read(params["chat_id"])
    full: Json = {
        **chat.described(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.pinned:
        full["pinned_message"] = without_reply(chat.messages[chat.pinned[-1]].body)
    return full


def _get_chat_member(world: World, params: Json) -> Json:
    chat = world.chat_to_write(params["chat_id"])
    user_id = params["user_id"]
    user = world.me if user_id == world.me.id else world.users.get(user_id)
    if user is None:
        raise bad_request("invalid user_id specified")
    return member(user, _standing(world, chat, user_id))


def _get_chat_administrators(world: World, params: Json) -> list[Json]:
    chat = world.chat_to_write(params["chat_id"])
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member(world.users[user_id], standing)
        for user_id, standing in chat.members.items()
        if standing is Standing.ADMINISTRATOR
    ]


def _get_chat_member_count(world: World, params: Json) -> int:
    chat = world.chat_to_write(params["chat_id"])
    present = (Standing.MEMBER, Standing.ADMINISTRATOR)
    return 1 + sum(standing in present for standing in chat.members.values())


def _leave_chat(world: World, params: Json) -> bool:
    chat = world.chat_to_write(params["chat_id"])
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot = Standing.LEFT
    return True


PLAYED: Mapping[str, Play] = {
    "getChat": _get_chat,
    "getChatMember": _get_chat_member,
    "getChatAdministrators": _get_chat_administrators,
    "getChatMemberCount": _get_chat_member_count,
    "leaveChat": _leave_chat,
}
