"""A walk as a chat: what the lifters did, begun with ▸, and what became of it, as a phone shows it."""

from __future__ import annotations

from bot.terminal.people import Chat, User
from bot.terminal.screen import Screen
from bot.terminal.server import Telegram
from bot.terminal.world import Event, Seen


class Chronicle:
    """Everything that is seen in one chat, from the moment it is made."""

    def __init__(self, telegram: Telegram, place: Chat) -> None:
        self._telegram, self._place, self._screen = telegram, place, Screen()
        self._news: dict[tuple[str, int | None], str] = {}
        self.lines: list[str] = []
        telegram.watch(self._happened)

    def did(self, who: User, what: str) -> None:
        """A lifter does something; what was seen until then stands above."""
        self.settle()
        name = "" if self._place.private else f"{who.first_name} "
        self.lines.append(f"▸ {name}{what}")

    def settle(self) -> None:
        """What is seen by now, each message once, as it stands."""
        for (_, message_id), remark in self._news.items():
            message = self._place.messages.get(message_id or 0)
            if remark or message is None:
                self.lines += [self._screen.remark(remark)] if remark else []
            else:
                mark = "  (edited) " if "edit_date" in message.body else ""
                self.lines += self._screen.message(message.body, self._telegram.now(), mark)
        self._news.clear()

    def _happened(self, event: Event) -> None:
        if event.chat_id != self._place.id:
            return
        about = event.message_id
        is_bots = event.user_id in (None, self._telegram.me.id)
        match event.seen:
            case Seen.MESSAGE | Seen.EDITED if is_bots:
                self._news.setdefault(("shown", about), "")
            case Seen.DELETED:
                self._news.pop(("shown", about), None)
                self._news["deleted", about] = f"({about} deleted)"
            case Seen.REACTION if is_bots:
                self._news["reacted", about] = f"{event.text or 'no reaction'} on {about}"
            case Seen.TOAST | Seen.ALERT:
                self._news[f"told {event.text}", about] = f"(toast: {event.text})"
