"""What an athlete sets by hand beside their equipment: unit, rests, when it is asked how a set felt, time.

The equipment is `gym_settings.py`. A change drops the plan that stood, and puts an open workout on it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.interview.questions import rack_for
from core.coach.menus import waits_for
from core.coach.plans.planning import LONGEST_MINUTES, SHORTEST_MINUTES, wanted
from core.coach.settings.reminding import fitting
from core.coach.workout.resting import bring_next_card, refresh_overview, running_rest
from core.coach.workout.scene import Scene, open_scene, with_session
from core.coach.workout.standing import exercise_of, upcoming
from core.model.athlete import Athlete, EffortAsked, Goal
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged
from core.model.session import Prescription, Reason
from core.model.workout import Slot
from core.store.athlete_settings import save_settings
from core.store.athletes import load_athlete, save_athlete
from core.store.plans import drop_plan
from core.store.port import Tx
from core.training.loads.refitting import refitted
from core.training.prescription.writing import rest_within
from core.training.reason_codes import OWN_REST
from core.training.typed.gym_words import LONGEST_REST_S, SHORTEST_REST_S, Misread, read_rest
from core.units import Unit


def known(tx: Tx, athlete_id: int) -> Athlete | Unlogged:
    """The athlete whose settings these are; `stranger` has not been asked anything yet."""
    return load_athlete(tx, athlete_id) or Unlogged.of("stranger")


def open_menu(tx: Tx, athlete_id: int, waits: Awaited | None) -> Athlete | Unlogged:
    """A settings menu is shown, which takes words about `waits`, None: none."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged) or tx.repeat:
        return athlete
    waits_for(tx, athlete_id, waits and fitting(athlete, waits))
    return athlete


def goal_asked(waiting: Awaited) -> Goal | None:
    """The goal whose rest a menu asks for."""
    goals = tuple(Goal)
    fits = waiting.about is About.REST and 0 <= waiting.subject < len(goals)
    return goals[waiting.subject] if fits else None


def choose_unit(tx: Tx, athlete_id: int, unit: Unit, now: datetime) -> Athlete | Unlogged:
    """Kilograms or pounds from now on; what was typed stays as it was, and so does a bar they told of."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    changed = replace(athlete, unit=unit)
    return settled(tx, athlete, replace(changed, rack=rack_for(changed)), now)


def choose_rest(tx: Tx, athlete_id: int, goal: Goal, rest_s: int | None, now: datetime) -> Athlete | Unlogged:
    """The rest between sets for a goal, in seconds (15 to 600), None for the goal's own."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    if rest_s is not None and not SHORTEST_REST_S <= rest_s <= LONGEST_REST_S:
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    rests = {**dict(athlete.rests), goal: rest_s}
    kept = tuple((each, rests[each]) for each in Goal if rests.get(each) is not None)
    after = settled(tx, athlete, replace(athlete, rests=kept), now)  # type: ignore[arg-type]
    if rest_s is not None and not tx.repeat:
        _rest_so_long(tx, after, goal, rest_s, now)
    return after


def _rest_so_long(tx: Tx, athlete: Athlete, goal: Goal, rest_s: int, now: datetime) -> None:
    """An open workout for that goal goes on with it, from the next set; an exercise's own rest stays."""
    scene = open_scene(tx, athlete.id, None, now)
    if not isinstance(scene, Scene) or scene.workout.session.goal is not goal:
        return
    own, session = dict(athlete.exercise_rests), scene.workout.session
    asked = tuple(
        one if one.exercise_id in own else rested(one, rest_within(exercise_of(scene.workout, place), rest_s))
        for place, one in enumerate(session.prescriptions)
    )
    with_session(scene, replace(session, prescriptions=asked))


def rested(asked: Prescription, rest_s: int) -> Prescription:
    """A prescription with a rest of the athlete's own, and that as its reason."""
    told = (one for one in asked.reasons if one.code != OWN_REST)
    return replace(asked, rest_s=rest_s, reasons=(*told, Reason.of(OWN_REST, rest_s=rest_s)))


def tell_rest(tx: Tx, athlete_id: int, goal: Goal, words: str, now: datetime) -> Athlete | Unlogged:
    """`75`, `2 min`, `2:30`; `misread` says why not."""
    told = read_rest(words)
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    return choose_rest(tx, athlete_id, goal, told, now)


def ask_effort(tx: Tx, athlete_id: int, when: EffortAsked, now: datetime) -> Athlete | Unlogged:
    """Ask how it felt after every set, after an exercise's last one, or never."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    return settled(tx, athlete, replace(athlete, asks_effort=when), now)


def choose_minutes(tx: Tx, athlete_id: int, minutes: int | None, now: datetime) -> Athlete | Unlogged:
    """What a session may take (15 to 120 minutes), None for no limit."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    if minutes is not None and not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    return settled(tx, athlete, replace(athlete, session_minutes=minutes), now)


def tell_minutes(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`45`, `45 min`, `1h`; `misread` says why not."""
    told = wanted(words)
    if told.minutes is None or told.rest or told.goal is not None:
        return Unlogged.of("misread", why=Misread.NOT_UNDERSTOOD.value)
    return choose_minutes(tx, athlete_id, told.minutes, now)


def settled(tx: Tx, before: Athlete, after: Athlete, now: datetime) -> Athlete:
    """Keep what was set; the plan is made anew when next asked for, an open workout goes on with it."""
    if tx.repeat or after == before:
        return after
    save_athlete(tx, after, now)
    save_settings(tx, after)
    drop_plan(tx, after.id)
    if (before.rack, before.gym, before.asks_effort) != (after.rack, after.gym, after.asks_effort):
        _go_on_with(tx, after, now)
    return after


def _go_on_with(tx: Tx, athlete: Athlete, now: datetime) -> None:
    """The open workout's sets on the equipment as it is now; its card comes anew unless a rest runs."""
    scene = open_scene(tx, athlete.id, None, now)
    if not isinstance(scene, Scene):
        return
    session = scene.workout.session
    asked = tuple(
        refitted(one, exercise_of(scene.workout, place), athlete)
        for place, one in enumerate(session.prescriptions)
    )
    scene = with_session(scene, replace(session, prescriptions=asked))
    coming = upcoming(scene.workout, athlete)
    if coming is not None and running_rest(tx, athlete.id) is None:
        bring_next_card(scene, Slot(coming.slot.exercise_index, coming.slot.set_number - 1), "settings")
    else:
        refresh_overview(scene)
