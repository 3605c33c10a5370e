"""The plan that stands for an athlete: one a person, kept so that asking again shows the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.model.athlete import Goal
from core.model.session import Session
from core.store.frozen import read_session, write_session
from core.store.port import Tx
from core.store.sequences import next_id


@dataclass(frozen=True, slots=True)
class Plan:
    """A session planned for a date; `history_mark` is the newest logged set it knew of.

    `wish` is the goal it was asked for, `minutes` the time it was cut to, None for no limit.
    """

    id: int
    planned_on: date
    wish: Goal
    minutes: int | None
    session: Session
    history_mark: int


def plan_of(tx: Tx, athlete_id: int) -> Plan | None:
    """The plan that stands, None when none does."""
    row = tx.one("plan_of_athlete", athlete_id=athlete_id)
    if row is None:
        return None
    return Plan(
        id=row["id"],
        planned_on=date.fromisoformat(row["planned_on"]),
        wish=Goal(row["goal"]),
        minutes=row["minutes"],
        session=read_session(row["session"]),
        history_mark=row["history_mark"],
    )


def keep_plan(
    tx: Tx,
    athlete_id: int,
    planned_on: date,
    wish: Goal,
    minutes: int | None,
    session: Session,
    plan_id: int = 0,
) -> Plan:
    """Keep a plan under a new id (or under `plan_id` again); the one before is gone."""
    plan = Plan(
        plan_id or next_id(tx, "plan"), planned_on, wish, minutes, session, history_mark(tx, athlete_id)
    )
    tx.do(
        "plan_keep",
        athlete_id=athlete_id,
        id=plan.id,
        planned_on=planned_on.isoformat(),
        goal=wish.value,
        minutes=minutes,
        session=write_session(session),
        history_mark=plan.history_mark,
    )
    return plan


def drop_plan(tx: Tx, athlete_id: int) -> None:
    """Forget the plan, because what it was made from has changed."""
    tx.do("plan_drop", athlete_id=athlete_id)


def history_mark(tx: Tx, athlete_id: int) -> int:
    """The id of the newest set ever logged, 0 for none: a plan older than it is stale."""
    row = tx.one("plan_history_mark", athlete_id=athlete_id)
    return 0 if row is None else int(row["mark"])
