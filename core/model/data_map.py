"""What is kept, column by column: about what, how long, and which query erases it.

`/privacy` is written from this table and `/forget` erases by it; tests hold it against the schema, so that a
new column cannot be kept in silence. A new table needs a line here and two in `core/store/sql/erasing.sql`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Topic(StrEnum):
    """What a column tells about somebody; `/privacy` has one line for each but HOUSE."""

    PROFILE = "profile"
    HEALTH = "health"
    BODYWEIGHT = "bodyweight"
    MAXIMA = "maxima"
    EXERCISES = "exercises"
    PLAN = "plan"
    WORKOUTS = "workouts"
    SHARED = "shared"
    PICTURES = "pictures"
    TIMERS = "timers"
    MESSAGES = "messages"
    FORGOTTEN = "forgotten"
    HOUSE = "house"  # nobody's: counters, settings of the installation


class Keep(StrEnum):
    """How long something is kept, the longest first."""

    UNTIL_FORGOTTEN = "until forgotten"
    UNTIL_HANDLED = "until handled"  # the text; the bare number of the message stays a week
    A_MONTH = "a month"
    A_WEEK = "a week"
    TWO_DAYS = "two days"
    FOR_GOOD = "for good"  # only what is nobody's


@dataclass(frozen=True, slots=True)
class Kept:
    """One table: how long its rows stay, the query that erases an athlete's, its columns by what they tell.

    `erased_by` is None for what is nobody's, and for what goes by itself.
    """

    table: str
    keep: Keep
    erased_by: str | None
    columns: Mapping[Topic, str]

    @property
    def topic(self) -> Topic:
        """What the table is mainly about: its first topic."""
        return next(iter(self.columns))


def _kept(table: str, keep: Keep, columns: Mapping[Topic, str], erased_by: str | None = None) -> Kept:
    return Kept(table, keep, erased_by, MappingProxyType(columns))


# In the order in which rows are erased: what points to something before what it points to.
DATA_MAP: tuple[Kept, ...] = (
    _kept(
        "skipped_set",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "workout_id exercise_index set_number skipped_at"},
        "erase_skipped_sets",
    ),
    _kept(
        "card",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "chat_id message_id athlete_id workout_id exercise_index set_number to_fold"},
        "erase_cards",
    ),
    _kept(
        "kept_maxima",
        Keep.UNTIL_FORGOTTEN,
        {Topic.MAXIMA: "athlete_id mark maxima"},
        "erase_kept_maxima",
    ),
    _kept(
        "workout_message",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "workout_id kind athlete_id chat_id message_id told_at pictured"},
        "erase_workout_messages",
    ),
    _kept(
        "group_topic",
        Keep.UNTIL_FORGOTTEN,
        {Topic.PROFILE: "athlete_id chat_id topic_id"},
        "erase_group_topics",
    ),
    _kept("group_name", Keep.UNTIL_FORGOTTEN, {Topic.PROFILE: "athlete_id name"}, "erase_group_name"),
    _kept(
        "picture",
        Keep.UNTIL_FORGOTTEN,
        {Topic.PICTURES: "athlete_id subject digest file_id sent_at"},
        "erase_pictures",
    ),
    _kept(
        "measure",
        Keep.UNTIL_FORGOTTEN,
        {Topic.BODYWEIGHT: "athlete_id kind measured_on amount unit measured_at"},
        "erase_measures",
    ),
    _kept(
        "staged_set",
        Keep.UNTIL_FORGOTTEN,
        {
            Topic.WORKOUTS: "id import_id workout_id athlete_id exercise_id exercise_index set_number kind "
            "load_g unit reps left_reps right_reps measure rir_tenths comfort target_load_g target_unit "
            "target_reps target_rest_s logged_at"
        },
        "staged_sets_drop",
    ),
    _kept(
        "imported_workout",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "workout_id import_id athlete_id"},
        "erase_imported_workouts",
    ),
    _kept(
        "staged_growth",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "workout_id import_id athlete_id session finished_at"},
        "staged_growths_drop",
    ),
    _kept(
        "grown_set",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "set_id import_id athlete_id"},
        "erase_grown_sets",
    ),
    _kept(
        "grown_workout",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "workout_id import_id athlete_id session finished_at grown_session"},
        "erase_grown_workouts",
    ),
    _kept(
        "import_addition",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "athlete_id import_id kind name written_at"},
        "erase_import_additions",
    ),
    _kept(
        "import_workout",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "import_id place athlete_id body"},
        "import_workouts_drop",
    ),
    _kept(
        "import",
        Keep.UNTIL_FORGOTTEN,
        {Topic.WORKOUTS: "id athlete_id state file_id summary asked_at visible_at"},
        "erase_imports",
    ),
    _kept(
        "logged_set",
        Keep.UNTIL_FORGOTTEN,
        {
            Topic.WORKOUTS: "id workout_id athlete_id exercise_id exercise_index set_number kind load_g unit "
            "reps left_reps right_reps measure rir_tenths comfort target_load_g target_unit target_reps "
            "target_rest_s logged_at chat_id message_id line undone_at felt_asked_in corrected_by"
        },
        "erase_logged_sets",
    ),
    _kept(
        "workout",
        Keep.UNTIL_FORGOTTEN,
        {
            Topic.WORKOUTS: "id athlete_id chat_id session state opened_at touched_at trained_on finished_at "
            "card_chat_id card_message_id card_exercise_index card_set_number note deleted_at"
        },
        "erase_workouts",
    ),
    _kept(
        "plan",
        Keep.UNTIL_FORGOTTEN,
        {Topic.PLAN: "athlete_id id planned_on goal minutes session history_mark"},
        "erase_plan",
    ),
    _kept(
        "own_exercise",
        Keep.UNTIL_FORGOTTEN,
        {Topic.EXERCISES: "athlete_id exercise_id name trains kit added_at"},
        "erase_own_exercises",
    ),
    _kept(
        "exercise_note",
        Keep.UNTIL_FORGOTTEN,
        {Topic.EXERCISES: "athlete_id exercise_id note noted_at"},
        "erase_exercise_notes",
    ),
    _kept(
        "exercise_preference",
        Keep.UNTIL_FORGOTTEN,
        {Topic.EXERCISES: "athlete_id exercise_id preference since"},
        "erase_exercise_preferences",
    ),
    _kept(
        "routine",
        Keep.UNTIL_FORGOTTEN,
        {Topic.EXERCISES: "id athlete_id name exercises added_at changed_at deleted_at"},
        "erase_routines",
    ),
    _kept(
        "shared_session",
        Keep.A_MONTH,
        {Topic.SHARED: "id athlete_id token_hash body made_at expires_at given_at"},
        "erase_shared_sessions",
    ),
    _kept(
        "unfamiliar_name",
        Keep.UNTIL_FORGOTTEN,
        {Topic.EXERCISES: "athlete_id chat_id message_id name sets_text named_at exercise_id"},
        "erase_unfamiliar_name",
    ),
    _kept(
        "awaited_words",
        Keep.UNTIL_FORGOTTEN,
        {Topic.PROFILE: "athlete_id chat_id message_id about subject asked_at choices"},
        "erase_awaited_words",
    ),
    _kept("lost_chat", Keep.UNTIL_FORGOTTEN, {Topic.TIMERS: "chat_id reason lost_at"}, "erase_lost_chat"),
    _kept("ache", Keep.UNTIL_FORGOTTEN, {Topic.HEALTH: "athlete_id exercise_id since"}, "erase_aches"),
    _kept(
        "sore_part",
        Keep.UNTIL_FORGOTTEN,
        {Topic.HEALTH: "athlete_id part side exercise_id since"},
        "erase_sore_parts",
    ),
    _kept(
        "one_rep_max",
        Keep.UNTIL_FORGOTTEN,
        {Topic.MAXIMA: "athlete_id exercise_id load_g unit provenance freshness known_at"},
        "erase_one_rep_maxes",
    ),
    _kept(
        "onboarding",
        Keep.UNTIL_FORGOTTEN,
        {
            Topic.PROFILE: "athlete_id asking asked passed lifts aim lands hurried message_id opens "
            "awaits_unit finished_at changed_at"
        },
        "erase_onboarding",
    ),
    _kept(
        "athlete",
        Keep.UNTIL_FORGOTTEN,
        {
            Topic.PROFILE: "id chat_id wish level unit gear days_per_week can_squat rack language zone "
            "foundation_since created_at changed_at gym rests asks_effort session_minutes "
            "reminders zone_told chosen_language",
            Topic.HEALTH: "health insists",
            Topic.BODYWEIGHT: "bodyweight_g",
        },
        "erase_athlete",
    ),
    _kept(
        "timer",
        Keep.UNTIL_FORGOTTEN,
        {
            Topic.TIMERS: "athlete_id kind generation state due_at ring_at attempts chat_id workout_id "
            "exercise_index set_number sent_after"
        },
        "erase_timers",
    ),
    _kept(
        "timer_end",
        Keep.A_WEEK,
        {Topic.TIMERS: "athlete_id kind generation due_at rung_at outcome reason"},
        "erase_timer_ends",
    ),
    _kept(
        "inbox",
        Keep.UNTIL_HANDLED,
        {
            Topic.MESSAGES: "lane body",
            Topic.HOUSE: "update_id place state attempts reason kept_at touched_at begun "
            "message_mark",
        },
        "erase_messages",
    ),
    _kept("forgotten", Keep.TWO_DAYS, {Topic.FORGOTTEN: "shadow forgotten_at update_id"}),
    _kept("sequence", Keep.FOR_GOOD, {Topic.HOUSE: "name value"}),
    _kept("setting", Keep.FOR_GOOD, {Topic.HOUSE: "key value"}),
    _kept("migration", Keep.FOR_GOOD, {Topic.HOUSE: "number name"}),
)
