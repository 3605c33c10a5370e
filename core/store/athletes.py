"""Typed queries about athletes: who they are, the most they can lift once, how far onboarding has come.

The SQL is `sql/athletes.sql`. What the answers mean for training is not here, see `core/coach`.
"""

from __future__ import annotations

import json
from datetime import datetime

from core.model.athlete import (
    Athlete,
    EffortAsked,
    Freshness,
    Gear,
    Goal,
    Health,
    Level,
    OneRepMax,
    Provenance,
    Rack,
)
from core.model.onboarding import Draft, Step
from core.store.athlete_settings import read_exercise_rests, read_gym, read_reminders, read_rests
from core.store.moments import from_ms, to_ms
from core.store.port import Row, Tx
from core.units import Load, Unit


def _write_rack(rack: Rack | None) -> str | None:
    if rack is None:
        return None
    kept = {"unit": rack.unit.value, "bar_g": rack.bar.g, "plates": rack.plates}
    return json.dumps({**kept, "told": True} if rack.told else kept)


def _read_rack(text: str | None) -> Rack | None:
    if text is None:
        return None
    known = json.loads(text)
    plates = tuple((int(plate), pairs) for plate, pairs in known["plates"])
    return Rack(Load(int(known["bar_g"]), Unit(known["unit"])), plates, bool(known.get("told", False)))


def _one_rep_max(row: Row) -> OneRepMax:
    return OneRepMax(
        exercise_id=row["exercise_id"],
        load=Load(row["load_g"], Unit(row["unit"])),
        provenance=Provenance(row["provenance"]),
        known_at=from_ms(row["known_at"]),
        freshness=Freshness(row["freshness"]),
    )


def load_athlete(tx: Tx, athlete_id: int) -> Athlete | None:
    """One athlete with all their one-repetition maxima, oldest knowledge first; None for a stranger."""
    row = tx.one("athlete_by_id", athlete_id=athlete_id)
    if row is None:
        return None
    return Athlete(
        id=row["id"],
        chat_id=row["chat_id"],
        wish=row["wish"] and Goal(row["wish"]),
        level=row["level"] and Level(row["level"]),
        unit=row["unit"] and Unit(row["unit"]),
        gear=row["gear"] and Gear(row["gear"]),
        days_per_week=row["days_per_week"],
        health=Health(row["health"]),
        can_squat=None if row["can_squat"] is None else bool(row["can_squat"]),
        insists=bool(row["insists"]),
        bodyweight_g=row["bodyweight_g"],
        rack=_read_rack(row["rack"]),
        language=row["language"],
        zone=row["zone"],
        foundation_since=None if row["foundation_since"] is None else from_ms(row["foundation_since"]),
        one_rep_maxes=tuple(map(_one_rep_max, tx.many("one_rep_maxes_of", athlete_id=athlete_id))),
        gym=read_gym(row["gym"]),
        rests=read_rests(row["rests"]),
        exercise_rests=read_exercise_rests(row["rests"]),
        asks_effort=EffortAsked(row["asks_effort"] or EffortAsked.LAST),
        session_minutes=row["session_minutes"],
        zone_told=bool(row["zone_told"]),
        reminders=read_reminders(row["reminders"]),
        chosen_language=row["chosen_language"],
    )


def save_athlete(tx: Tx, athlete: Athlete, now: datetime) -> None:
    """Keep an athlete, new or changed, as of `now`.

    Their maxima are kept by `save_one_rep_max`, what they set by hand by `athlete_settings.py`.
    """
    since = athlete.foundation_since
    tx.do(
        "athlete_keep",
        id=athlete.id,
        chat_id=athlete.chat_id,
        wish=athlete.wish and athlete.wish.value,
        level=athlete.level and athlete.level.value,
        unit=athlete.unit and athlete.unit.value,
        gear=athlete.gear and athlete.gear.value,
        days_per_week=athlete.days_per_week,
        health=athlete.health.value,
        can_squat=None if athlete.can_squat is None else int(athlete.can_squat),
        insists=int(athlete.insists),
        bodyweight_g=athlete.bodyweight_g,
        rack=_write_rack(athlete.rack),
        language=athlete.language,
        zone=athlete.zone,
        foundation_since=None if since is None else to_ms(since),
        changed_at=to_ms(now),
    )


def save_one_rep_max(tx: Tx, athlete_id: int, best: OneRepMax) -> None:
    """Keep one exercise's maximum in place of the one known before. The athlete must be kept already."""
    tx.do(
        "one_rep_max_keep",
        athlete_id=athlete_id,
        exercise_id=best.exercise_id,
        load_g=best.load.g,
        unit=best.load.unit.value,
        provenance=best.provenance.value,
        freshness=best.freshness.value,
        known_at=to_ms(best.known_at),
    )


def drop_one_rep_max(tx: Tx, athlete_id: int, exercise_id: str) -> bool:
    """Forget one exercise's maximum; False when none was known."""
    return tx.do("one_rep_max_drop", athlete_id=athlete_id, exercise_id=exercise_id) > 0


def load_draft(tx: Tx, athlete_id: int) -> Draft | None:
    """How far an athlete's onboarding has come; None for one who never began."""
    athlete = load_athlete(tx, athlete_id)
    row = tx.one("onboarding_of", athlete_id=athlete_id)
    if athlete is None or row is None:
        return None
    return Draft(
        athlete=athlete,
        asking=bool(row["asking"]),
        asked=row["asked"] and Step(row["asked"]),
        passed=frozenset(Step(name) for name in row["passed"].split(",") if name),
        lifts=tuple(name for name in row["lifts"].split(",") if name),
        aim=row["aim"] and Goal(row["aim"]),
        lands=bool(row["lands"]),
        hurried=bool(row["hurried"]),
        message_id=row["message_id"],
        opens=row["opens"],
        awaits_unit=row["awaits_unit"] or "",
        finished_at=None if row["finished_at"] is None else from_ms(row["finished_at"]),
    )


def save_draft(tx: Tx, draft: Draft, now: datetime) -> None:
    """Keep a draft and its athlete as of `now`; maxima are kept by `save_one_rep_max`."""
    save_athlete(tx, draft.athlete, now)
    tx.do(
        "onboarding_keep",
        athlete_id=draft.athlete.id,
        asking=int(draft.asking),
        asked=draft.asked and draft.asked.value,
        passed=",".join(sorted(draft.passed)),
        lifts=",".join(draft.lifts),
        aim=draft.aim and draft.aim.value,
        lands=int(draft.lands),
        hurried=int(draft.hurried),
        message_id=draft.message_id,
        opens=draft.opens,
        awaits_unit=draft.awaits_unit or None,
        finished_at=None if draft.finished_at is None else to_ms(draft.finished_at),
        changed_at=to_ms(now),
    )


def save_question_message(tx: Tx, athlete_id: int, message_id: int | None) -> None:
    """Keep which message the current question stands in; None when it stands in none."""
    tx.do("onboarding_set_message", athlete_id=athlete_id, message_id=message_id)


def asking_athletes(tx: Tx) -> tuple[int, ...]:
    """Ids of all athletes who are being asked something, ascending."""
    return tuple(int(row["athlete_id"]) for row in tx.many("onboardings_asking"))
