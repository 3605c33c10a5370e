"""/settings and its menus: each change is kept, and the same message shows how it stands."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from telegram import Update

from bot.callbacks import (
    AskEffort,
    ChooseBar,
    ChooseDumbbells,
    ChooseLanguage,
    ChooseMinutes,
    ChooseOtherBar,
    ChoosePin,
    ChoosePlates,
    ChooseRest,
    ChooseUnit,
    OpenSettings,
    Section,
    TrainWith,
)
from bot.context import Context
from bot.handlers.in_private import lead_to
from bot.handlers.showing import nod
from bot.texts import languages, speak, word
from bot.views.data import privacy
from bot.views.settings import card as views
from bot.views.settings import gym_settings, habits
from bot.views.view import Toast, View
from bot.views.words.asides import trains_with
from core.coach import menus
from core.coach.settings import gym_settings as gym
from core.coach.settings import habits as coach
from core.coach.settings import language, typed_settings
from core.model.athlete import Athlete, Goal
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged


async def settings(update: Update, context: Context) -> None:
    """/settings: everything that is set, in one message; in private, for it is nobody else's business."""
    athlete = await context.act(coach.open_menu, context.athlete_id, None)
    if isinstance(athlete, Unlogged):
        await context.refuse(athlete)
    else:
        await context.show(views.settings_card(athlete))


async def open_settings(update: Update, context: Context, press: OpenSettings) -> None:
    """One menu of the settings, which waits for words where it takes any; or back to all. None in a group."""
    if context.in_group:
        await asyncio.gather(context.toast(), lead_to("settings", context))
        return
    goal, waits = press.goal, None
    if press.section in views.TYPED:
        about = views.TYPED[press.section]
        waits = await _waiting(context, about, goal)
    athlete = await context.act(coach.open_menu, context.athlete_id, waits)
    if isinstance(athlete, Unlogged):
        await context.refuse(athlete)
    else:
        await context.change(_menu(context, athlete, press.section, goal))


async def tell_rests(context: Context) -> None:
    """Words for other rests from now on: the menu of one's own goal's, which takes a length in words."""
    athlete = await context.act(coach.open_menu, context.athlete_id, None)
    if isinstance(athlete, Unlogged):
        await context.refuse(athlete)
        return
    sent = await context.tell(habits.rest_menu(athlete))
    if sent is not None:
        waits = replace(await _waiting(context, About.REST, None), message_id=sent)
        await context.room.store.run(menus.waits_for, context.athlete_id, waits)


async def _waiting(context: Context, about: About, goal: Goal | None) -> Awaited:
    subject = 0
    if about is About.REST:
        athlete = None if goal else await context.look(coach.known, context.athlete_id)
        wished = athlete.wish if isinstance(athlete, Athlete) else None
        subject = tuple(Goal).index(goal or wished or Goal.FOUNDATION)
    return Awaited(about, context.chat_id, context.message_id, context.room.clock.now(), subject)


def _menu(context: Context, athlete: Athlete, section: Section | None, goal: Goal | None = None) -> View:
    if section is None:
        return views.settings_card(athlete)
    if section is Section.PRIVACY:
        return views.with_way_back(privacy.what_is_kept(context.room.settings.copies_days))
    return habits.rest_menu(athlete, goal) if section is Section.REST else views.MENUS[section](athlete)


async def _set(
    context: Context, athlete: Athlete | Unlogged, section: Section, goal: Goal | None = None
) -> None:
    if isinstance(athlete, Unlogged):
        await context.refuse(athlete)
    else:
        await context.change(_menu(context, athlete, section, goal), Toast(word("Kept.")))


async def choose_unit(update: Update, context: Context, press: ChooseUnit) -> None:
    """Kilograms or pounds."""
    now = context.room.clock.now()
    await _set(
        context, await context.act(coach.choose_unit, context.athlete_id, press.unit, now), Section.UNIT
    )


async def choose_language(update: Update, context: Context, press: ChooseLanguage) -> None:
    """A language that is known, or what Telegram says; the menu answers in it."""
    wished = press.language if press.language in languages() else None
    kept = await context.act(language.choose_language, context.athlete_id, wished)
    if isinstance(kept, Athlete):
        speak(kept.speaks)
    await _set(context, kept, Section.LANGUAGE)


async def choose_bar(update: Update, context: Context, press: ChooseBar) -> None:
    """Another bar."""
    now = context.room.clock.now()
    await _set(context, await context.act(gym.choose_bar, context.athlete_id, press.bar, now), Section.RACK)


async def choose_plates(update: Update, context: Context, press: ChoosePlates) -> None:
    """A full set, or a home set."""
    now = context.room.clock.now()
    kept = await context.act(gym.choose_plates, context.athlete_id, home=press.home, now=now)
    await _set(context, kept, Section.RACK)


async def choose_dumbbells(update: Update, context: Context, press: ChooseDumbbells) -> None:
    """A gym's row of dumbbells."""
    now = context.room.clock.now()
    kept = await context.act(gym.choose_dumbbells, context.athlete_id, press.unit, now)
    await _set(context, kept, Section.DUMBBELLS)


async def choose_pin(update: Update, context: Context, press: ChoosePin) -> None:
    """What one pin adds."""
    now = context.room.clock.now()
    await _set(
        context, await context.act(gym.choose_pin, context.athlete_id, press.pin, now), Section.MACHINES
    )


async def choose_other_bar(update: Update, context: Context, press: ChooseOtherBar) -> None:
    """Which weight, then it is kept."""
    if press.weight is None:
        athlete = await context.look(coach.known, context.athlete_id)
        if isinstance(athlete, Unlogged):
            await context.refuse(athlete)
        else:
            await context.change(gym_settings.other_bar_menu(athlete, press.kind))
        return
    now = context.room.clock.now()
    kept = await context.act(gym.choose_other_bar, context.athlete_id, press.kind, press.weight, now)
    await _set(context, kept, Section.BARS)


async def choose_rest(update: Update, context: Context, press: ChooseRest) -> None:
    """The rest for a goal."""
    now = context.room.clock.now()
    kept = await context.act(coach.choose_rest, context.athlete_id, press.goal, press.rest_s, now)
    await _set(context, kept, Section.REST, press.goal)


async def ask_effort(update: Update, context: Context, press: AskEffort) -> None:
    """After every set, after the last one, or never."""
    now = context.room.clock.now()
    kept = await context.act(coach.ask_effort, context.athlete_id, press.when, now)
    await _set(context, kept, Section.EFFORT)


async def choose_minutes(update: Update, context: Context, press: ChooseMinutes) -> None:
    """The time for a session."""
    now = context.room.clock.now()
    kept = await context.act(coach.choose_minutes, context.athlete_id, press.minutes, now)
    await _set(context, kept, Section.MINUTES)


async def take_setting(context: Context, waiting: Awaited, *, surely: bool) -> bool:
    """Words typed for a menu: kept, and the menu shows it; False when they are rather a set."""
    section = views.section_of(waiting.about)
    if section is None:
        return False
    words, now = context.words, context.room.clock.now()
    kept = await context.act_if_meant(typed_settings.tell, context.athlete_id, waiting, words, now)
    if isinstance(kept, Unlogged):
        if surely and kept.code == "misread":
            await context.tell(gym_settings.misread(waiting.about, str(kept.get("why"))))
        return surely
    goal = coach.goal_asked(waiting)
    await nod(context)
    await context.room.sender.edit(context.chat_id, waiting.message_id, _menu(context, kept, section, goal))
    return True


async def train_with(update: Update, context: Context, press: TrainWith) -> None:
    """Other equipment from now on."""
    now = context.room.clock.now()
    kept = await context.act(gym.train_with, context.athlete_id, press.gear, now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(trains_with(press.gear))
