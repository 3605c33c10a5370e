"""Typed sets on their way into the log: warm-ups of the card, new sets, or the one of a reply's card anew.

Which of these a message means is `readings.py`.
"""

from __future__ import annotations

from dataclasses import replace

from core.coach.words.awaiting import labels_asked
from core.coach.words.talk import Outcome, Talk, shown_card
from core.coach.workout.asked import entry_of
from core.coach.workout.correcting import corrected
from core.coach.workout.following import retell
from core.coach.workout.lifting import log_entries
from core.coach.workout.scene import going_on_in
from core.coach.workout.warming import as_asked, may_be_work, ramp_said, taken_for_warm_ups, warm_ups_done
from core.model.outcomes import SetLogged, Unlogged, Which
from core.model.workout import Entry, LoggedSet, SetKind, WorkoutState
from core.store.logged_sets import correct_set, was_undone
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit


def warmed_up(
    talk: Talk,
    asked: said.Asked,
    typed: tuple[said.Entry, ...],
    others: tuple[tuple[said.Entry, ...], ...] = (),
) -> Outcome | None:
    """Warm-ups typed as the card says them are done as a tap does them, other light sets are asked about.

    None for any other sets. Only the exercise in hand has such a card: of a later one, and in free training,
    they are sets as typed. So they are where just they were asked about and are typed once more, unless the
    text has `others`, further readings, which the question offers too.
    """
    scene, index = talk.scene, talk.slot.exercise_index
    if talk.coming is None or talk.coming.slot.exercise_index != index:
        return None
    if scene.workout.session.is_free:
        return None
    if talk.standing() is not None or any(entry.load is None for entry in typed):
        return None
    entries = tuple(entry_of(asked, entry) for entry in typed)
    up_to = ramp_said(scene.workout, index, entries, repeat=scene.tx.repeat)
    if not up_to or (len(entries) == 1 and may_be_work(entries[0], talk.coming.target)):
        as_warm_ups = taken_for_warm_ups(scene.workout, index, entries, talk.coming.target)
        if not as_warm_ups and not up_to:
            return None
        if not others and _insists(talk, asked, entries):
            return log_typed(talk, entries)
        said_so = as_warm_ups or tuple(replace(one, kind=SetKind.WARM_UP) for one in entries)
        further = (tuple(entry_of(asked, one) for one in other) for other in others)
        at = (scene.workout.id, index, talk.slot.set_number)
        return Which(*at, (said_so, entries, *further), "warm_up_or_set")
    if not as_asked(scene.workout, index, entries):  # fewer reps than the card says: kept as they were done
        return log_typed(talk, tuple(replace(entry, kind=SetKind.WARM_UP) for entry in entries))
    done = warm_ups_done(scene.tx, scene.athlete.id, scene.workout.id, index, scene.now, up_to)
    return done if isinstance(done, Unlogged) else done.card


def _insists(talk: Talk, asked: said.Asked, entries: tuple[Entry, ...]) -> bool:
    """Whether sets are typed once more that a question standing above offers as they are."""
    scene = talk.scene
    labels = labels_asked(scene.tx, scene.athlete.id, talk.message, scene.now)
    read = (read_set(label, asked, scene.athlete.unit or Unit.KG) for label in labels)
    offered = (one.entries for one in read if isinstance(one, said.Sets))
    return any(tuple(entry_of(asked, one) for one in typed) == entries for typed in offered)


def made_warm_up(talk: Talk) -> LoggedSet | None:
    """The warm-up that a reply told again had made of its set: it is logged no second time."""
    found = (one for one in talk.scene.workout.sets if one.slot == talk.slot)
    return next(found, None) if talk.scene.tx.repeat and talk.is_reply else None


def log_typed(talk: Talk, entries: tuple[Entry, ...]) -> SetLogged | Unlogged:
    """Log typed sets on the card that shows their exercise; another one gets a message of its own.

    So do sets typed in another chat than that card's: the workout goes on where its athlete is.
    `workout_over` where a reply is about a set of one that has ended. A message told again that logged
    nothing at first (`nothing_then`), or was taken back, logs nothing now.
    """
    tx = talk.scene.tx
    if talk.scene.workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    if tx.repeat:
        undone = was_undone(tx, talk.scene.athlete.id, *talk.typed)
        return Unlogged.of("undone_before" if undone else "nothing_then")
    scene, chat_id = going_on_in(talk.scene, talk.typed[0]), talk.typed[0]
    card = shown_card(scene, talk.slot.exercise_index)
    card = card if card is not None and card[0] == chat_id else None
    return log_entries(scene, talk.slot, entries, card=card, typed=talk.typed)


def write_anew(talk: Talk, entries: tuple[Entry, ...]) -> Outcome:
    """A reply to the card of a set that stands: that set is written anew."""
    standing = talk.standing()
    if len(entries) > 1 or standing is None:
        return Unlogged.of("one_set_a_card", talk.card())
    scene, told = talk.scene, corrected(standing, entries[0])
    if scene.tx.repeat:  # it may have been corrected once more since
        return retell(scene, standing)
    chat_id, message_id = talk.typed
    by = message_id if chat_id == scene.workout.chat_id else None
    correct_set(scene.tx, scene.athlete.id, told, by=by)
    return retell(scene, told)
