"""How a bot gets its updates: getUpdates (the one method that waits) and the webhook's settings.

The queue itself is in `updates.py`. This Telegram posts nothing by itself: `tests/faults/courier.py` takes
the updates from `UpdateQueue.pending` and posts them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.terminal.play_messages import Play
from bot.terminal.wire import Json, Refused, bad_request
from bot.terminal.world import World

LONGEST_POLL_S = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, params: Json) -> list[Json]:
    """Waits up to `timeout` seconds for an update. 409 while a webhook is set or when another poll comes."""
    if world.webhook is not None:
        raise Refused(409, _WEBHOOK_ACTIVE)
    world.updates.allow(params.get("allowed_updates"))
    limit = min(max(params.get("limit", 100), 1), 100)
    timeout_s = min(max(params.get("timeout", 0), 0), LONGEST_POLL_S)
    return await world.updates.get(params.get("offset", 0), limit, timeout_s)


def _set_webhook(world: World, params: Json) -> bool:
    url: str = params["url"]
    if not url:
        return _delete_webhook(world, params)
    if not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if "secret_token" in params and not _SECRET.match(params["secret_token"]):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(params.get("allowed_updates"))
    world.webhook = params
    world.updates.end_poll()
    if params.get("drop_pending_updates", False):
        world.updates.clear()
    return True


def _delete_webhook(world: World, params: Json) -> bool:
    world.webhook = None
    if params.get("drop_pending_updates", False):
        world.updates.clear()
    return True


def _get_webhook_info(world: World, params: Json) -> Json:
    webhook = world.webhook or {}
    described: Json = {
        "url": webhook.get("url", ""),
        "has_custom_certificate": "certificate" in webhook,
        "pending_update_count": len(world.updates),
    }
    if webhook:
        described["max_connections"] = webhook.get("max_connections", 40)
    if world.updates.allowed is not None:
        described["allowed_updates"] = sorted(world.updates.allowed)
    return described


PLAYED: Mapping[str, Play] = {
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
}
