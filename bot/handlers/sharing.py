"""Giving a session away, ending its link, and following one: read, one use case, one view."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import SharePlan, ShareRoutine, ShareWorkout, StopSharing
from bot.context import Context
from bot.views.plans import sharing as views
from bot.views.plans.plan import plan_card
from core.coach.plans import shared_planning, sharing
from core.model.outcomes import Unlogged
from core.model.sharing import Shared


async def share_plan(update: Update, context: Context, press: SharePlan) -> None:
    """🔗 Share under a plan."""
    now, mint = context.room.clock.now(), context.room.mint
    await _show(context, await context.act(sharing.share_plan, context.athlete_id, press.plan_id, mint, now))


async def share_routine(update: Update, context: Context, press: ShareRoutine) -> None:
    """🔗 Share under a routine."""
    now, mint = context.room.clock.now(), context.room.mint
    made = await context.act(sharing.share_routine, context.athlete_id, press.routine_id, mint, now)
    await _show(context, made)


async def share_workout(update: Update, context: Context, press: ShareWorkout) -> None:
    """🔗 Share under what was done."""
    now, mint = context.room.clock.now(), context.room.mint
    made = await context.act(sharing.share_workout, context.athlete_id, press.workout_id, mint, now)
    await _show(context, made)


async def _show(context: Context, made: Shared | Unlogged) -> None:
    """The link comes in a message of its own, so that it can be forwarded and the card stays."""
    if isinstance(made, Unlogged):
        await context.refuse(made)
        return
    await context.toast()
    await context.tell(views.link_made(made, context.bot.username))


async def stop_sharing(update: Update, context: Context, press: StopSharing) -> None:
    """A link is ended."""
    if await context.act(sharing.stop, context.athlete_id, press.share_id):
        await context.change(views.link_ended())
    else:
        await context.refuse(Unlogged.of("share_gone"))


def token_in(payload: str) -> str | None:
    """The token of a shared session in what stands behind /start, None for anything else."""
    return payload.removeprefix(views.PREFIX) if payload.startswith(views.PREFIX) else None


async def show_shared(context: Context, token_hash: str) -> bool:
    """The shared session as the plan card; False when its link has ended meanwhile, which is said."""
    now = context.room.clock.now()
    planned = await context.act(shared_planning.plan, context.athlete_id, token_hash, now)
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
        return False
    await context.show(plan_card(planned))
    return True
