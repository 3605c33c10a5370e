"""What is said beside the sets: a span of minutes, "never squat", other equipment, an exercise alone."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.plan import plan_for_minutes
from bot.views import exercises as exercise_views
from bot.views.hurting import still_sore
from bot.views.refusals import refusal
from bot.views.view import View
from bot.views.words import asides as views
from bot.views.words.answers import whats_next
from core.coach import repertoire
from core.coach.hearing.phrases import Phrase
from core.coach.words.talk import Said
from core.coach.workout import looking
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, Unlogged

ASIDES = frozenset(
    {Phrase.MINUTES, Phrase.IS_IT_FREE, Phrase.NEVER_PLAN, Phrase.OTHER_GEAR, Phrase.EXERCISE, Phrase.HEALED}
)


async def answer_aside(update: Update, context: Context, said: Said) -> None:
    """Answer it in a line, with a button where something can be done about it."""
    if said.phrase is Phrase.MINUTES and not said.workout_id:
        await plan_for_minutes(update, context, said.minutes)
    elif said.phrase is Phrase.MINUTES and said.minutes is not None:
        place = (said.workout_id, said.exercise_index, said.set_number)
        await context.tell(views.cut_to(place, said.minutes))
    elif said.phrase is Phrase.IS_IT_FREE:
        await context.tell(views.cannot_see())
    elif said.phrase is Phrase.HEALED:
        await context.tell(still_sore(0, said.sore[0]))
    elif said.phrase is Phrase.OTHER_GEAR and said.gear is not None:
        await context.tell(views.other_gear(said.gear))
    else:
        await _about_exercises(context, said)


async def _about_exercises(context: Context, said: Said) -> None:
    found = await context.look(repertoire.known_of, context.athlete_id, said.exercises)
    if len(found) > 1:
        await context.tell(exercise_views.these_train_it(found))
    elif said.phrase is Phrase.NEVER_PLAN:
        await context.tell(views.never_again(found[0]))
    elif said.workout_id:
        await context.tell(await _in_workout(context, found[0]))
    else:
        card = await context.look(repertoire.shown_exercise, context.athlete_id, found[0].id)
        shown = refusal(card) if isinstance(card, Unlogged) else exercise_views.exercise_named(card)
        await context.tell(shown)


async def _in_workout(context: Context, exercise: Exercise) -> View:
    now = context.room.clock.now()
    card = await context.look(looking.current_card, context.athlete_id, now)
    if isinstance(card, SetCard) and card.exercise.id == exercise.id:
        return whats_next(card)
    place = await context.look(looking.place_to_come, context.athlete_id, exercise.id, now)
    return views.named_alone(exercise, place)
