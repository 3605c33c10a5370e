"""The generator of links' tokens: 128 bits that nobody can guess, the same ones for the same seed.

What a token opens, and that only its hash is kept, is `core/coach/plans/sharing.py`'s business.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from core.model.sharing import Mint

BYTES = 16


def tokens(secret: str) -> Mint:
    """Made with a key of the bot's own token: who has the database but not that token has no link."""
    key = hashlib.sha256(b"shared by Spotter:" + secret.encode()).digest()

    def mint(seed: str) -> str:
        drawn = hmac.new(key, seed.encode(), "sha256").digest()[:BYTES]
        return base64.urlsafe_b64encode(drawn).decode().rstrip("=")

    return mint
