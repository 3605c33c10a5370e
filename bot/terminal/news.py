"""What a phone has not shown yet: the events of one chat, drawn in their order when they are asked for.

Several changes of one message in one go are shown once, as it stands then: that is what an eye would catch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.terminal.people import Chat, User
from bot.terminal.screen import INDENT, Screen
from bot.terminal.server import Telegram
from bot.terminal.world import Event, Seen

SILENT, RANG, EDITED, PINNED = "· ", " 🔔 ", "  (edited) ", " 📌 "


@dataclass(frozen=True, slots=True)
class _Item:
    """Something to draw: a message with a mark behind its number, or a remark about one."""

    seen: Seen
    message_id: int | None
    mark: str = ""
    remark: str = ""


class News:
    """Collects from the moment it is made. While `expected` is set, messages are answers and don't ring."""

    def __init__(
        self, telegram: Telegram, user: User, screen: Screen, noticed: Callable[[], None] = lambda: None
    ) -> None:
        self._telegram = telegram
        self._user = user
        self._screen = screen
        self._noticed = noticed
        self._items: list[_Item] = []
        self._notices: set[int | None] = set()
        self.expected = False
        telegram.watch(self._happened)

    def taken(self) -> list[str]:
        """The lines to print, and nothing is new any more."""
        items, self._items = self._items, []
        return [line for item in items for line in self._drawn(item)]

    def rang(self) -> bool:
        """True if something new made a sound by itself."""
        return any(item.mark == RANG for item in self._items)

    @property
    def _chat(self) -> Chat:
        return self._telegram.chat(self._user.id)

    def _happened(self, event: Event) -> None:
        if event.chat_id == self._user.id and self._take(event):
            self._noticed()

    def _take(self, event: Event) -> bool:
        """Notes an event; False if there is nothing to see in it."""
        own = event.user_id == self._user.id
        about = event.message_id
        if self._stands_above(event):
            return False
        match event.seen:
            case Seen.MESSAGE if not own:
                self._items.append(_Item(event.seen, about, self._mark(event)))
            case Seen.EDITED if not own and not self._has(Seen.MESSAGE, about):
                self._drop(Seen.EDITED, about)
                self._items.append(_Item(event.seen, about, EDITED))
            case Seen.DELETED:
                unseen = self._has(Seen.MESSAGE, about)
                self._items = [item for item in self._items if item.message_id != about]
                if not unseen:
                    self._remark(event, f"({about} deleted)")
            case Seen.REACTION if not own:
                self._drop(Seen.REACTION, about)
                self._remark(event, f"{event.text or 'no reaction'} on {about}")
            case Seen.TOAST | Seen.ALERT if own:
                self._remark(event, f"({event.seen}: {event.text})")
            case Seen.PINNED if not event.silent:
                self._remark(event, f"📌 {about} {event.seen}")
            case _:
                return False
        return True

    def _stands_above(self, event: Event) -> bool:
        """What is about a pinned message: it stands above the chat, and `!` shows it."""
        about = event.message_id
        if event.seen is Seen.MESSAGE and "pinned_message" in self._chat.messages[about or 0].body:
            self._notices.add(about)
        edited = event.seen is Seen.EDITED and about in self._chat.pinned
        return edited or about in self._notices

    def _mark(self, event: Event) -> str:
        if event.silent:
            return SILENT
        return "" if self.expected else RANG

    def _remark(self, event: Event, remark: str) -> None:
        self._items.append(_Item(event.seen, event.message_id, remark=remark))

    def _has(self, seen: Seen, message_id: int | None) -> bool:
        return any(item.seen is seen and item.message_id == message_id for item in self._items)

    def _drop(self, seen: Seen, message_id: int | None) -> None:
        self._items = [item for item in self._items if item.seen is not seen or item.message_id != message_id]

    def _drawn(self, item: _Item) -> list[str]:
        if item.remark:
            return [self._screen.remark(item.remark)]
        message = self._chat.messages[item.message_id or 0]
        lines = self._screen.message(message.body, self._telegram.now(), item.mark)
        keys = [INDENT + "⌨ " + " ".join(f"[{key}]" for key in row) for row in message.keys]
        return [*lines, *keys]
