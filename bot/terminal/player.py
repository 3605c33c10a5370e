"""What people do: write, tap, edit, react, send things, block the bot, come and go. Each becomes an update.

What the bot does is in `play_*.py`. In groups a bot with privacy sees commands, replies to itself and
mentions only.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from typing import Any

from bot.terminal.formatting import LONGEST_TEXT, cleaned, found_entities, trimmed, utf16_length, utf16_slice
from bot.terminal.keyboards import buttons
from bot.terminal.message_kinds import KINDS
from bot.terminal.people import Chat, Message, Standing, User
from bot.terminal.play_chats import member
from bot.terminal.play_gestures import reaction
from bot.terminal.wire import Json
from bot.terminal.world import Ask, Seen, Tap, World

LONGEST_QUERY = 256
Where = Chat | int | None
Which = Json | int
_SERVICE = {"new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"}


class PlayedWorld(World):
    """The world with people in it. `chat` is the private one where none is named; messages are JSON or ids.

    Mistakes of a *test* (no such button, no such message) raise `ValueError` or `KeyError`.
    """

    def user_sends(
        self,
        user: User,
        text: str,
        reply_to: Which | None = None,
        chat: Where = None,
        **more: Any,
    ) -> Json:
        """Sends a text; commands in it are marked. `more` adds fields (`via_bot` ...). Gives the message."""
        text, _ = trimmed(cleaned(text))
        if not text or utf16_length(text) > LONGEST_TEXT:
            raise ValueError(f"Telegram sends texts of 1 to {LONGEST_TEXT} characters only")
        entities = found_entities(text)
        content: Json = {"text": text, **({"entities": entities} if entities else {}), **more}
        return self.user_sends_content(user, content, reply_to, chat)

    def user_sends_kind(
        self, user: User, kind: str, reply_to: Which | None = None, chat: Where = None
    ) -> Json:
        """Sends a message of one of the `KINDS`: a sticker, a voice, a poll ..."""
        return self.user_sends_content(user, KINDS[kind](), reply_to, chat)

    def user_sends_file(
        self,
        user: User,
        name: str,
        content: bytes,
        caption: str = "",
        reply_to: Which | None = None,
        chat: Where = None,
        *,
        mime: str | None = None,
        declared_size: int | None = None,
    ) -> Json:
        """Sends a document. `declared_size` lets Telegram claim another size than the content has."""
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = self.files.add("documents", name, mime, content, declared_size)
        document = {**stored.described(), "file_name": name, "mime_type": mime}
        message: Json = {"document": document, **({"caption": caption} if caption else {})}
        return self.user_sends_content(user, message, reply_to, chat)

    def user_sends_content(
        self, user: User, content: Mapping[str, Any], reply_to: Which | None = None, chat: Where = None
    ) -> Json:
        """Sends any content. Writing to a blocked bot unblocks it, as the button "Restart" does."""
        place = self._place(user, chat)
        if place.private and place.bot is Standing.KICKED:
            self.user_unblocks(user)
        place.started = True
        replied = None if reply_to is None else self._message(place, reply_to)
        message = self.post(place, user, dict(content), reply_to=replied)
        if self._bot_sees(place, message.body):
            self.updates.add("message", message.body)
        return message.body

    def user_edits(self, user: User, message: Which, text: str, chat: Where = None) -> Json:
        """Edits one's own message, or the caption of one's own file."""
        place = self._place(user, chat)
        edited = self._message(place, message)
        if edited.sender_id != user.id:
            raise ValueError(f"message {edited.id} is not {user.first_name}'s to edit")
        text, _ = trimmed(cleaned(text))
        part = "text" if "text" in edited.body else "caption"
        entities = found_entities(text)
        named = {
            part: text,
            **({"entities" if part == "text" else "caption_entities": entities} if entities else {}),
        }
        kept = {
            key: value for key, value in edited.body.items() if key not in ("entities", "caption_entities")
        }
        edited.body = {**kept, **named, "edit_date": self.unix()}
        self.show(Seen.EDITED, place.id, edited.id, user_id=user.id)
        if self._bot_sees(place, edited.body):
            self.updates.add("edited_message", edited.body)
        return edited.body

    def user_taps(self, user: User, message: Which, button: int | str, chat: Where = None) -> Tap:
        """Presses an inline button: by its number in the message, from 1, by its label or by its data."""
        found = self.button(self._message(self._place(user, chat), message).body, button)
        if "callback_data" not in found:
            raise ValueError(f"the button {found['text']!r} sends nothing to the bot")
        return self.user_presses(user, message, found["callback_data"], chat)

    def user_presses(self, user: User, message: Which, callback: str, chat: Where = None) -> Tap:
        """Presses a button that may not be there (any more), with any data: an old keyboard, a forgery."""
        place = self._place(user, chat)
        message_id = message if isinstance(message, int) else int(message["message_id"])
        found = place.messages.get(message_id)
        tap = Tap(str(4_000_000_001 + len(self.taps)), user, place.id, message_id, callback, self.now())
        self.taps[tap.id] = tap
        gone: Json = {"chat": place.described(), "message_id": message_id, "date": 0}
        query = {
            "id": tap.id,
            "from": user.described(),
            "chat_instance": str(place.id),
            "message": gone if found is None else found.body,
            "data": callback,
        }
        self.updates.add("callback_query", query)
        return tap

    def user_asks(self, user: User, query: str) -> Ask:
        """Types words behind the bot's name, in any chat; what the bot finds stands in the `Ask` then."""
        asked = Ask(str(5_000_000_001 + len(self.asks)), user, query[:LONGEST_QUERY], self.now())
        self.asks[asked.id] = asked
        content = {"id": asked.id, "from": user.described(), "query": asked.query, "offset": ""}
        self.updates.add("inline_query", {**content, "chat_type": "sender"})
        return asked

    def user_chooses(self, asked: Ask, number: int, chat: Where = None) -> Json:
        """Sends one of the results, by its number from 1, into a chat; the message that stands there."""
        if not 1 <= number <= len(asked.results):
            raise ValueError(f"there is no result {number}: {len(asked.results)} were found")
        result = asked.results[number - 1]
        markup = {"reply_markup": result["reply_markup"]} if "reply_markup" in result else {}
        content = {**result["content"], **markup, "via_bot": self.me.described()}
        body = self.user_sends_content(asked.user, content, chat=chat)
        if self.inline_feedback:
            chosen = {"result_id": result["id"], "from": asked.user.described(), "query": asked.query}
            self.updates.add("chosen_inline_result", chosen)
        return body

    def user_reacts(self, user: User, message: Which, emoji: str | None, chat: Where = None) -> None:
        """Reacts to a message, or takes the reaction back (None). Bots hear of it only if they asked to."""
        place = self._place(user, chat)
        found = self._message(place, message)
        before = found.reactions.pop(user.id, None)
        after = reaction(emoji) if emoji else None
        if after:
            found.reactions[user.id] = after
        self.show(Seen.REACTION, place.id, found.id, user_id=user.id, text=after or "")
        change = {
            "chat": place.described(),
            "message_id": found.id,
            "user": user.described(),
            "date": self.unix(),
            "old_reaction": [{"type": "emoji", "emoji": before}] if before else [],
            "new_reaction": [{"type": "emoji", "emoji": after}] if after else [],
        }
        self.updates.add("message_reaction", change)

    def user_deletes(self, user: User, message: Which, chat: Where = None) -> None:
        """Deletes a message for everybody. Telegram doesn't tell bots."""
        place = self._place(user, chat)
        self.remove(place, self._message(place, message))

    def user_blocks(self, user: User) -> None:
        """Blocks the bot in the private chat."""
        self._bot_becomes(user, self.chats[user.id], Standing.KICKED)

    def user_unblocks(self, user: User) -> None:
        """Lets the bot write again."""
        self._bot_becomes(user, self.chats[user.id], Standing.MEMBER)

    def user_leaves_telegram(self, user: User) -> None:
        """Deletes the account: every call to its chat is refused from now on."""
        self.chats[user.id].deactivated = True

    def user_sets_bot(self, user: User, group: Chat, standing: Standing) -> None:
        """Adds the bot to a group, makes it an administrator or a member again, or removes it (`KICKED`)."""
        self._bot_becomes(user, group, standing)

    def user_joins(self, user: User, group: Chat) -> Json:
        """Comes into a group, with the service message that everybody sees."""
        group.members[user.id] = Standing.MEMBER
        return self.user_sends_content(user, {"new_chat_members": [user.described()]}, chat=group)

    def user_leaves(self, user: User, group: Chat) -> Json:
        """Goes out of a group, with the service message that everybody sees."""
        message = self.user_sends_content(user, {"left_chat_member": user.described()}, chat=group)
        group.members[user.id] = Standing.LEFT
        return message

    def user_opens_topic(self, user: User, group: Chat, name: str) -> int:
        """Opens a topic in a group, which is a forum from then on; its number is its first message's."""
        topic = group.last_message_id + 1
        group.topics.add(topic)
        content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        self.user_sends_content(
            user, {**content, "message_thread_id": topic, "is_topic_message": True}, chat=group
        )
        return topic

    def user_upgrades(self, user: User, group: Chat) -> Chat:
        """Makes a supergroup of a group: a new chat with a new id; both get a service message about it."""
        upgraded = self.add_group(group.title or "", bot=group.bot)
        upgraded.members.update(group.members)
        self.user_sends_content(user, {"migrate_to_chat_id": upgraded.id}, chat=group)
        self.user_sends_content(user, {"migrate_from_chat_id": group.id}, chat=upgraded)
        group.migrated_to = upgraded.id
        return upgraded

    def button(self, body: Json, button: int | str) -> Json:
        """The inline button of a message: by its number, from 1, by its label or by its data."""
        present = list(buttons(body))
        if isinstance(button, int) and 1 <= button <= len(present):
            return present[button - 1]
        for found in present:
            if button in (found["text"], found.get("callback_data")):
                return found
        labels = ", ".join(found["text"] for found in present)
        has = f"it has {len(present)} ({labels})" if present else "it has none"
        raise ValueError(f"there is no button {button} on message {body['message_id']}: {has}")

    def _place(self, user: User, chat: Where) -> Chat:
        if chat is None:
            return self.chats[user.id]
        place = chat if isinstance(chat, Chat) else self.chats[chat]
        if place.members.get(user.id, Standing.LEFT) not in (Standing.MEMBER, Standing.ADMINISTRATOR):
            raise ValueError(f"{user.first_name} is not in this chat")
        return place

    def _message(self, chat: Chat, message: Which) -> Message:
        message_id = message if isinstance(message, int) else int(message["message_id"])
        if message_id not in chat.messages:
            raise ValueError(f"there is no message {message_id} in this chat")
        return chat.messages[message_id]

    def _bot_sees(self, chat: Chat, body: Json) -> bool:
        if chat.bot not in (Standing.MEMBER, Standing.ADMINISTRATOR):
            return False
        if chat.private or chat.bot is Standing.ADMINISTRATOR or not self.group_privacy:
            return True
        if _SERVICE & set(body):
            return True
        replied = body.get("reply_to_message", {}).get("from", {})
        return replied.get("id") == self.me.id or self._is_addressed(body)

    def _is_addressed(self, body: Json) -> bool:
        own = f"@{self.me.username}".lower()
        text: str = body.get("text") or body.get("caption", "")
        for entity in (*body.get("entities", ()), *body.get("caption_entities", ())):
            part = utf16_slice(text, entity["offset"], entity["length"]).lower()
            if entity["type"] == "mention" and part == own:
                return True
            if entity["type"] == "bot_command" and entity["offset"] == 0 and part.endswith(own):
                return True
            if entity["type"] == "bot_command" and entity["offset"] == 0 and "@" not in part:
                return True
        return False

    def _bot_becomes(self, user: User, chat: Chat, standing: Standing) -> None:
        before, chat.bot = chat.bot, standing
        change = {
            "chat": chat.described(),
            "from": user.described(),
            "date": self.unix(),
            "old_chat_member": member(self.me, before),
            "new_chat_member": member(self.me, standing),
        }
        self.updates.add("my_chat_member", change)
