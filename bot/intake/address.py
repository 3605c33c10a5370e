"""Where a webhook is: the address Telegram posts to, and where that is heard on this machine.

What comes there is read in `posts.py` and taken in by `webhook.py`.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit


@dataclass(frozen=True, slots=True)
class Address:
    """Telegram posts to `url`, seen from outside, with `secret`; `host` and `port` are this machine's."""

    url: str
    secret: str
    host: str
    port: int

    @property
    def path(self) -> str:
        """The path of WEBHOOK_URL, else one that only who knows the secret can guess."""
        path = urlsplit(self.url).path
        if path.strip("/"):
            return path
        return "/" + hmac.new(self.secret.encode(), b"webhook path", sha256).hexdigest()[:32]

    @property
    def full_url(self) -> str:
        """The url with that path."""
        return urlunsplit(urlsplit(self.url)._replace(path=self.path))
