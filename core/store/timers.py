"""Timers as rows: armed with the set, claimed by generation when due, and each one ends in the accounts.

Who waits for the next one and sends is `bot/timers`; what a rest means is `core/coach/workout/resting.py`.
An athlete has one timer of each kind. Arming it again is a new generation; the old one is cancelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from core.store.moments import from_ms, to_ms
from core.store.port import Row, Tx

_JUST_UNDER_A_MS = timedelta(microseconds=999)


@dataclass(frozen=True, slots=True)
class DueTimer:
    """One generation of a timer: whose it is, when it is due, and the set it announces.

    `attempts` counts how often it was claimed for ringing, this time included, but for what `release` did
    not count. `sent_after` is kept of a try whose end nobody knows (see `begin`). What is about no set has 0
    in its place; a reminder has the local day's ordinal and the minute of that day there.
    """

    athlete_id: int
    kind: str
    generation: int
    due_at: datetime
    attempts: int
    chat_id: int
    workout_id: int
    exercise_index: int
    set_number: int
    sent_after: int | None = None


@dataclass(frozen=True, slots=True)
class Accounts:
    """Every timer ever armed: standing, rung, or cancelled by reason. These three make up `armed`."""

    armed: int
    standing: int
    rung: int
    cancelled: Mapping[str, int]


def arm(
    tx: Tx,
    athlete_id: int,
    kind: str,
    due_at: datetime,
    chat_id: int,
    workout_id: int = 0,
    exercise_index: int = 0,
    set_number: int = 0,
) -> int:
    """Arm the athlete's timer of a kind, return its generation; one still standing ends as *rearmed*.

    `due_at` is rounded up to the millisecond: a timer is never early.
    """
    tx.do("timer_end_standing", athlete_id=athlete_id, kind=kind, reason="rearmed")
    (row,) = tx.many(
        "timer_arm",
        athlete_id=athlete_id,
        kind=kind,
        due_at=to_ms(due_at),
        chat_id=chat_id,
        workout_id=workout_id,
        exercise_index=exercise_index,
        set_number=set_number,
    )
    generation: int = row["generation"]
    return generation


def move(tx: Tx, athlete_id: int, kind: str, delta_ms: int) -> datetime | None:
    """Move an armed timer by so many milliseconds, earlier when negative; returns when it is due now.

    None when there is none, or it is ringing already.
    """
    row = tx.one("timer_move", athlete_id=athlete_id, kind=kind, delta_ms=delta_ms)
    return None if row is None else from_ms(row["due_at"])


def cancel(tx: Tx, athlete_id: int, kind: str, reason: str) -> bool:
    """Cancel the athlete's timer of a kind, with a reason in one word; False when none was standing."""
    if not tx.do("timer_end_standing", athlete_id=athlete_id, kind=kind, reason=reason):
        return False
    return tx.do("timer_cancel", athlete_id=athlete_id, kind=kind) == 1


def cancel_of_chat(tx: Tx, chat_id: int, reason: str) -> int:
    """Cancel every timer that would ring in a chat, with a reason in one word; returns how many."""
    tx.do("timers_end_of_chat", chat_id=chat_id, reason=reason)
    return tx.do("timers_cancel_of_chat", chat_id=chat_id)


def armed(tx: Tx, athlete_id: int, kind: str) -> DueTimer | None:
    """The athlete's timer of a kind while it runs; None when there is none, or it is ringing already."""
    row = tx.one("timer_armed", athlete_id=athlete_id, kind=kind)
    return None if row is None else _due_timer(row)


def is_standing(tx: Tx, athlete_id: int, kind: str) -> bool:
    """Whether the athlete's timer of a kind runs, or is ringing right now."""
    return tx.one("timer_standing", athlete_id=athlete_id, kind=kind) is not None


def is_known(tx: Tx, timer: DueTimer) -> bool:
    """Whether its athlete ever had this kind of timer: not once they were forgotten."""
    return tx.one("timer_known", athlete_id=timer.athlete_id, kind=timer.kind) is not None


def next_due(tx: Tx) -> datetime | None:
    """When the next armed timer wants to ring (a released one: again); None when none is armed."""
    row = tx.one("timer_next_due")
    return None if row is None else from_ms(row["ring_at"])


def oldest_ringing(tx: Tx) -> datetime | None:
    """When the longest claimed bell that has not ended yet wanted to ring; None when none is on its way."""
    row = tx.one("timer_oldest_ringing")
    return None if row is None else from_ms(row["ring_at"])


def claim_due(tx: Tx, now: datetime, limit: int) -> tuple[DueTimer, ...]:
    """Take up to `limit` armed timers that are due, the longest due first; they are *ringing* from here on.

    Each must end in `rung`, `release` or `expire`; what a kill leaves ringing is found by `stranded`.
    """
    # Due moments were rounded up, so this one is rounded down: never early, not by a part of a millisecond.
    rows = tx.many("timers_claim", now=to_ms(now - _JUST_UNDER_A_MS), most=limit)
    claimed = (_due_timer(row) for row in rows)
    return tuple(sorted(claimed, key=lambda timer: (timer.due_at, timer.athlete_id)))


def ringing(tx: Tx, timer: DueTimer) -> DueTimer | None:
    """A claim as it stands now, None once it was armed anew or cancelled. Asked right before sending."""
    row = tx.one("timer_ringing", **_key(timer))
    return None if row is None else _due_timer(row)


def begin(tx: Tx, timer: DueTimer, sent_after: int) -> bool:
    """The bell leaves now. Should its end never be known, it stands in the chat behind message `sent_after`.

    False when the timer was armed anew or cancelled meanwhile.
    """
    return tx.do("timer_begin", **_key(timer), sent_after=sent_after) == 1


def rung(tx: Tx, timer: DueTimer, now: datetime) -> bool:
    """The bell was sent, and is accounted for. False when the timer was armed anew or cancelled meanwhile."""
    _keep_end(tx, timer, "rung", "", now)
    return _leave(tx, timer)


def release(
    tx: Tx,
    timer: DueTimer,
    retry_at: datetime | None = None,
    *,
    unsure: bool = False,
    counted: bool = True,
) -> bool:
    """The bell did not leave: the timer is armed again, to be claimed at `retry_at` (None: at once).

    `unsure` keeps what `begin` marked: it may have left, and is looked for before it is sent again. What is
    not `counted` is no attempt: the bell had no chance. False when it was armed anew or cancelled meanwhile;
    then there is nothing to ring.
    """
    how = {"ring_at": to_ms(retry_at or timer.due_at), "unsure": int(unsure), "counted": int(counted)}
    return tx.do("timer_release", **_key(timer), **how) == 1


def expire(tx: Tx, timer: DueTimer, reason: str) -> bool:
    """The bell is no longer wanted (too late, chat gone): cancelled with a reason in one word."""
    if not _leave(tx, timer):
        return False
    _keep_end(tx, timer, "cancelled", reason, None)
    return True


def stranded(tx: Tx) -> tuple[DueTimer, ...]:
    """Timers that a killed process left ringing, to be looked for at start: sent or not, nobody knows."""
    return tuple(_due_timer(row) for row in tx.many("timers_stranded"))


def accounts(tx: Tx) -> Accounts:
    """How every timer ended; what `prune` has dropped is missing from the ends, not from `armed`."""
    rung_count, cancelled = 0, {}
    for row in tx.many("timer_tally"):
        if row["outcome"] == "rung":
            rung_count += row["many"]
        else:
            cancelled[row["reason"]] = row["many"]
    (timers,) = tx.many("timers_armed_ever")
    return Accounts(timers["armed"], timers["standing"], rung_count, MappingProxyType(cancelled))


def prune(tx: Tx, before: datetime) -> int:
    """Drop the accounts of timers that were due before a moment; returns how many."""
    return tx.do("timer_end_prune", before=to_ms(before))


def _key(timer: DueTimer) -> dict[str, object]:
    return {"athlete_id": timer.athlete_id, "kind": timer.kind, "generation": timer.generation}


def _leave(tx: Tx, timer: DueTimer) -> bool:
    return tx.do("timer_leave", **_key(timer)) == 1


def _keep_end(tx: Tx, timer: DueTimer, outcome: str, reason: str, rung_at: datetime | None) -> None:
    tx.do(
        "timer_end_keep",
        **_key(timer),
        due_at=to_ms(timer.due_at),
        rung_at=None if rung_at is None else to_ms(rung_at),
        outcome=outcome,
        reason=reason,
    )


def _due_timer(row: Row) -> DueTimer:
    return DueTimer(
        athlete_id=row["athlete_id"],
        kind=row["kind"],
        generation=row["generation"],
        due_at=from_ms(row["due_at"]),
        attempts=row["attempts"],
        chat_id=row["chat_id"],
        workout_id=row["workout_id"],
        exercise_index=row["exercise_index"],
        set_number=row["set_number"],
        sent_after=row["sent_after"],
    )
