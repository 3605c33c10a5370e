"""One ordered table: which command, button or message goes to which handler. The first that fits takes it.

What a handler does is in `bot/handlers` under the same word; buttons and their data are `bot/callbacks/`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    ConversationHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import callbacks as press
from bot.context import Context
from bot.handlers import (
    bests,
    choosing,
    exercises,
    exporting,
    fixing,
    forwarded,
    history,
    hurting,
    importing,
    in_private,
    inline,
    measures,
    operating,
    orders,
    own_exercises,
    plan,
    privacy,
    programme,
    progress,
    reminders,
    rest,
    routines,
    settings,
    sharing,
    typed,
    words,
    workout,
    workout_menus,
)
from bot.handlers import help as helping
from bot.handlers.door import keep_door
from bot.handlers.onboarding import onboarding_conversation

Handler = Callable[[Update, Context], Coroutine[Any, Any, object]]
PressHandler = Callable[[Update, Context, Any], Coroutine[Any, Any, object]]

COMMANDS: Mapping[str, Handler] = {
    "plan": plan.plan,
    "undo": fixing.undo,
    "finish": workout.finish,
    "rest": rest.rest,
    "log": words.log,
    "weight": measures.weight,
    "measure": measures.measure,
    "progress": progress.progress,
    "volume": progress.volume,
    "records": bests.records,
    "max": bests.max_,
    "calendar": progress.calendar,
    "history": history.history,
    "exercises": exercises.exercises,
    "settings": settings.settings,
    "export": exporting.export,
    "privacy": privacy.privacy,
    "forget": privacy.forget,
    "routines": routines.routines,
    "programme": programme.programme,
    "remind": reminders.remind,
    "help": helping.help_lines,
    "admin": operating.admin,
}

BUTTONS: Mapping[type[press.Press], PressHandler] = {
    press.ShowPlan: plan.press_plan,
    press.StartSession: plan.start_session,
    press.StartWith: plan.start_with,
    press.SayFelt: plan.say_felt,
    press.ChangePlan: plan.change_plan,
    press.SwapInPlan: plan.swap_in_plan,
    press.AddToPlan: plan.add_to_plan,
    press.WhyPlan: plan.why_plan,
    press.BackToPlan: plan.back_to_plan,
    press.LogSet: workout.log_set,
    press.AddLate: workout.add_late,
    press.LogAsMine: forwarded.log_as_mine,
    press.FillCard: workout.fill_card,
    press.SayFeel: workout.say_feel,
    press.WarmUpsDone: workout.warm_ups_done,
    press.WarmUpDone: workout.warm_ups_done,
    press.SkipSet: workout.skip_set,
    press.FixSet: fixing.fix_set,
    press.UndoSet: fixing.undo_set,
    press.PutBack: fixing.put_back,
    press.PastSets: fixing.past_sets,
    press.ShowCard: workout.show_again,
    press.ReadAs: fixing.read_as,
    press.ReadSets: fixing.read_as,
    press.FinishWorkout: workout.finish,
    press.GoOn: workout.go_on,
    press.AddSet: workout.add_set,
    press.ChangeRest: rest.change_rest,
    press.TestBell: rest.test_bell,
    press.MoreOnCard: workout_menus.more,
    press.WhySet: workout_menus.why,
    press.SwapExercise: workout_menus.swap,
    press.DoLater: workout_menus.do_later,
    press.DoNow: workout_menus.do_now,
    press.KeepIn: orders.press_keep_in,
    press.LeaveOut: orders.press_leave_out,
    press.LeaveOutOfPlan: orders.press_leave_out_of_plan,
    press.CutTime: workout_menus.short_of_time,
    press.SayPain: hurting.say_pain,
    press.TrainWith: settings.train_with,
    press.SparePart: hurting.spare_part,
    press.AskPart: hurting.ask_part,
    press.ShowExercise: exercises.show_exercise,
    press.WantExercise: exercises.want_exercise,
    press.PutInPlan: exercises.put_in_plan,
    press.AskAche: exercises.ask_ache,
    press.SwapAlways: exercises.swap_always,
    press.AddOwn: own_exercises.add_own,
    press.TakeAs: own_exercises.take_as,
    press.ShowRecords: bests.show_records,
    press.ShowRecordsOf: bests.show_records_of,
    press.KeepMax: bests.keep_max,
    press.TakeBackMax: bests.take_back_max,
    press.ShowProgress: progress.show_progress,
    press.ShowMonth: progress.show_month,
    press.ShowMeasure: measures.show_measure,
    press.ShowHistory: history.show_history,
    press.OpenPast: history.open_past,
    press.TurnPast: history.turn_past,
    press.OpenPastSet: history.open_past_set,
    press.CorrectPastSet: history.correct_past_set,
    press.AddPastSet: history.add_past_set,
    press.DeletePastSet: history.delete_past_set,
    press.NotePast: history.note_past,
    press.DeletePast: history.delete_past,
    press.RepeatPast: history.repeat_past,
    press.Dismiss: helping.dismiss,
    press.ShowProgramme: programme.press_programme,
    press.PlanDay: plan.press_day,
    press.PlanRoutine: plan.press_routine,
    press.ShowRoutine: routines.show_routine,
    press.SaveRoutine: routines.save_routine,
    press.EditRoutine: routines.edit_routine,
    press.AddToRoutine: routines.add_to_routine,
    press.RenameRoutine: routines.rename_routine,
    press.DeleteRoutine: routines.delete_routine,
    press.OpenSettings: settings.open_settings,
    press.ChooseUnit: settings.choose_unit,
    press.ChooseBar: settings.choose_bar,
    press.ChoosePlates: settings.choose_plates,
    press.ChooseDumbbells: settings.choose_dumbbells,
    press.ChooseLanguage: settings.choose_language,
    press.ChoosePin: settings.choose_pin,
    press.ChooseOtherBar: settings.choose_other_bar,
    press.ChooseRest: settings.choose_rest,
    press.AskEffort: settings.ask_effort,
    press.ChooseMinutes: settings.choose_minutes,
    press.RemindAt: reminders.choose_times,
    press.SnoozeReminder: reminders.snooze,
    press.StopReminders: reminders.stop,
    press.WantLookBack: reminders.want_look_back,
    press.LookBackAt: reminders.look_back_at,
    press.ChooseQuiet: reminders.choose_quiet,
    press.ChooseZone: reminders.choose_zone,
    press.AskPlace: reminders.ask_place,
    press.ReadInUnit: importing.read_in_unit,
    press.ReadInOrder: importing.read_in_order,
    press.ShowImported: importing.show_imported,
    press.ChooseImported: importing.choose_imported,
    press.ImportLog: importing.import_log,
    press.UndoImport: importing.undo_import,
    press.SaveTitle: importing.save_title,
    press.SharePlan: sharing.share_plan,
    press.ShareRoutine: sharing.share_routine,
    press.ShareWorkout: sharing.share_workout,
    press.StopSharing: sharing.stop_sharing,
    press.ForgetEverything: privacy.forget_everything,
    press.KeepEverything: privacy.keep_everything,
}

_NEW = filters.UpdateType.MESSAGE
_PLAIN = _NEW & filters.TEXT & ~filters.COMMAND


def conversation() -> ConversationHandler[Context]:
    """The onboarding's questions; made once, for the intake reloads its states from the database."""
    return onboarding_conversation(plan.show_plan)


def door() -> BaseHandler[Update, Context, Any]:
    """Asked before all others: strangers go no further than this where the host keeps a private club."""
    return TypeHandler(Update, keep_door)


def afterwards() -> BaseHandler[Update, Context, Any]:
    """Told of all others that were answered: the rest of an album then needs no line of its own."""
    return MessageHandler(_NEW, helping.note_album)


def table(asking: ConversationHandler[Context]) -> list[BaseHandler[Update, Context, Any]]:
    """All handlers in the order they are asked."""
    in_group = _NEW & ~filters.ChatType.PRIVATE
    handlers: list[BaseHandler[Update, Context, Any]] = [
        CommandHandler(in_private.PERSONAL, in_private.lead_there, in_group),
        *(_by_link(name) for name in in_private.PERSONAL),
    ]
    handlers += [CommandHandler(name, handler, _NEW) for name, handler in COMMANDS.items()]
    # A log may be sent in the middle of the questions, too: they stay as they are.
    a_file = _NEW & filters.ChatType.PRIVATE & filters.Document.ALL & ~filters.ANIMATION  # a GIF has both
    handlers.append(MessageHandler(a_file, importing.take_file))
    handlers.append(asking)
    a_log = filters.Document.FileExtension("csv") | filters.Document.FileExtension("json")
    handlers.append(MessageHandler(_NEW & filters.ChatType.GROUPS & a_log, importing.not_here))
    handlers.append(CommandHandler("cancel", helping.nothing_to_cancel, _NEW))
    handlers.append(CallbackQueryHandler(_pressed))
    handlers.append(InlineQueryHandler(inline.answer))
    handlers.append(ChosenInlineResultHandler(inline.chosen))
    handlers.append(MessageHandler(_PLAIN & forwarded.NOT_WRITTEN, forwarded.ask_whose))
    handlers.append(MessageHandler(_PLAIN, _typed))
    handlers.append(MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, words.edited_words))
    handlers.append(
        MessageHandler(_NEW & filters.COMMAND & filters.ChatType.PRIVATE, _typed)
    )
    handlers.append(MessageHandler(in_group & filters.COMMAND, typed.take_group_command))
    place = _NEW & filters.LOCATION & filters.ChatType.PRIVATE
    handlers.append(MessageHandler(place, reminders.take_place))
    private = _NEW & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    handlers.append(MessageHandler(private, helping.not_text))
    return handlers


def _by_link(name: str) -> CommandHandler[Context, object]:
    """`/start weight`, sent by the link to the private chat."""
    payload = _NEW & filters.ChatType.PRIVATE & filters.Regex(rf"^/start(@\w+)? {name}$")
    return CommandHandler("start", in_private.opened_by_link(COMMANDS[name]), payload)


async def _typed(update: Update, context: Context) -> None:
    """Typed words: a choice from a list, a command without its slash, else a set or what else is meant."""
    if not await typed.says_something(update, context):
        await helping.not_text(update, context)
        return
    if await choosing.take_choice(update, context, _pressed, words.take_answer):
        return
    message, name = update.effective_message, await typed.command_in(update, context)
    if name is not None and context.in_group and name in in_private.PERSONAL:
        await in_private.lead_to(name, context)
    elif name is not None:
        await COMMANDS[name](update, context)
    elif message is not None and filters.COMMAND.filter(message):
        await typed.take_unknown_command(update, context)
    else:
        await typed.take_typed(update, context)


async def _pressed(update: Update, context: Context) -> None:
    """A button: its typed press goes to the handler of that kind; unreadable ones get a toast."""
    pressed = context.press
    handler = BUTTONS.get(type(pressed)) if pressed is not None else None
    # A message too old for Telegram to show again can be neither read nor changed.
    if handler is None or update.effective_message is None:
        await helping.old_button(update, context)
        return
    await handler(update, context, pressed)
