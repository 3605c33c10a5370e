"""Shared sessions, read and written by owner; a link is found by the hash of its token alone."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from pydantic import TypeAdapter

from core.model.sharing import KeptShare, SharedSession
from core.store.moments import from_ms, to_ms
from core.store.port import Row, Tx
from core.store.sequences import next_id


@cache
def _sessions() -> TypeAdapter[SharedSession]:
    return TypeAdapter(SharedSession)


def _share(row: Row) -> KeptShare:
    return KeptShare(
        id=row["id"],
        athlete_id=row["athlete_id"],
        token_hash=row["token_hash"],
        session=_sessions().validate_json(row["body"]),
        made_at=from_ms(row["made_at"]),
        expires_at=from_ms(row["expires_at"]),
        given_at=None if row["given_at"] is None else from_ms(row["given_at"]),
    )


def shares_of(tx: Tx, athlete_id: int) -> tuple[KeptShare, ...]:
    """All that an athlete shares, oldest first; ended ones that were not cleared away yet among them."""
    return tuple(map(_share, tx.many("shared_sessions_of", athlete_id=athlete_id)))


def share_by_hash(tx: Tx, token_hash: str, now: datetime) -> KeptShare | None:
    """What a link gives, by the hash of its token; None for a wrong, ended or withdrawn one."""
    row = tx.one("shared_session_by_hash", token_hash=token_hash, now=to_ms(now))
    return None if row is None else _share(row)


def new_share_id(tx: Tx) -> int:
    """An id that nobody else's has: the token is made of it before the share is kept."""
    return next_id(tx, "shared_session")


def add_share(tx: Tx, share: KeptShare) -> None:
    """Keep a new share."""
    tx.do(
        "shared_session_add",
        id=share.id,
        athlete_id=share.athlete_id,
        token_hash=share.token_hash,
        body=_sessions().dump_json(share.session).decode(),
        made_at=to_ms(share.made_at),
        expires_at=to_ms(share.expires_at),
    )


def renew_share(tx: Tx, athlete_id: int, share_id: int, token_hash: str, expires_at: datetime) -> None:
    """Let a link live longer."""
    tx.do(
        "shared_session_renew",
        id=share_id,
        athlete_id=athlete_id,
        token_hash=token_hash,
        expires_at=to_ms(expires_at),
    )


def mark_given(tx: Tx, athlete_id: int, share_id: int, now: datetime) -> None:
    """It surely went out to somebody."""
    tx.do("shared_session_given", id=share_id, athlete_id=athlete_id, given_at=to_ms(now))


def drop_share(tx: Tx, athlete_id: int, share_id: int) -> bool:
    """End a link for good; False when there is none."""
    return tx.do("shared_session_drop", id=share_id, athlete_id=athlete_id) > 0


def prune(tx: Tx, now: datetime) -> int:
    """Clear away links that have ended; returns how many."""
    return tx.do("shared_sessions_prune", now=to_ms(now))
