from __future__ import annotations

import base64

from bot.tokens import tokens


def test_a_token_has_128_bits_fits_a_link_and_is_the_same_for_the_same_seed() -> None:
    mint = tokens("1:secret")
    token = mint("7.1.0")
    assert len(base64.urlsafe_b64decode(token + "==")) == 16
    assert token.replace("-", "").replace("_", "").isalnum()
    assert mint("7.1.0") == token


def test_another_seed_or_another_bot_gives_another_token() -> None:
    made = {tokens(secret)(seed) for secret in ("1:a", "1:b") for seed in ("7.1.0", "7.2.0", "8.1.0")}
    assert len(made) == 6
