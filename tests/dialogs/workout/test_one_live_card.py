"""Only the newest card leads on, whatever is pressed on those above it, and whatever is typed."""

from __future__ import annotations

from datetime import timedelta

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
FIRST, NEWEST = 3, 5
LEADS_ON = ("Skip", "Skip rest", "+30 s")


async def pressed(stage: Stage, message_id: int, *data: str) -> None:
    """Press buttons as they once stood on a message, all at once."""
    for one in data:
        stage.telegram.user_presses(stage.athlete, message_id, one)
    await stage.settle()


def kept(stage: Stage, message_id: int, label: str) -> str:
    """What a button sends."""
    return str(stage.telegram.button(stage.message(message_id), label)["callback_data"])


def live(stage: Stage) -> list[int]:
    """The messages that lead on."""
    return [one.id for one in stage.bot_messages if set(stage.labels(one.id)) & set(LEADS_ON)]


async def test_warm_ups_told_on_an_old_card_make_no_second_one(stage: Stage) -> None:
    await stage.hears(*STARTED)
    warm_up = kept(stage, FIRST, "bar × 8")
    await stage.hears("[✅ 80 kg × 10]", "+60s", "[✅ 80 kg × 10]", "+60s")
    *_, newest = stage.bot_messages
    await pressed(stage, FIRST, warm_up)
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    assert live(stage) == [newest.id]
    stage.is_clean()


async def test_another_load_on_an_old_card_stands_on_the_newest(stage: Stage) -> None:
    await stage.hears(*STARTED)
    await stage.hears("[Skip]")
    *_, newest = stage.bot_messages
    lighter = kept(stage, newest.id, "−2.5 kg")
    await pressed(stage, FIRST, lighter)
    assert stage.message(FIRST)["text"] == "Bench press set 1 skipped"
    assert "✅ 77.5 kg × 10" in stage.labels(newest.id)
    assert live(stage) == [newest.id]


async def test_a_set_logged_on_an_old_card_shows_its_rest_on_the_newest(stage: Stage) -> None:
    await stage.hears(*STARTED, "[✅ 80 kg × 10]", "+60s")
    *_, newest = stage.bot_messages
    log = kept(stage, newest.id, "✅ 80 kg × 10")
    await pressed(stage, FIRST, log)
    assert await stage.sets() == ["80×10", "80×10"]
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    assert str(stage.message(newest.id)["text"]).startswith("✓ 80 kg × 10 · rest")
    assert live(stage) == [newest.id]


async def test_an_old_card_opens_no_menu(stage: Stage) -> None:
    await stage.hears(*STARTED)
    more, why, fix = kept(stage, FIRST, "More"), kept(stage, FIRST, "Why?"), "1.fx.1.0.1.."
    await stage.hears("[✅ 80 kg × 10]", "+60s")
    *_, newest = stage.bot_messages
    for menu in (more, why, fix):
        await pressed(stage, FIRST, menu)
        assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
        assert stage.labels(FIRST) == []
    assert live(stage) == [newest.id]


async def test_what_hurts_is_heard_on_an_old_card_too(stage: Stage) -> None:
    await stage.hears(*STARTED, "[More]")
    hurts = kept(stage, FIRST, "Something hurts")
    await stage.hears("[‹ Back]", "[✅ 80 kg × 10]", "+60s")
    await pressed(stage, FIRST, hurts)
    assert stage.newest == "Stop the set. What does it feel like?"
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 10"


async def test_why_typed_is_answered_below_and_the_card_stays(stage: Stage) -> None:
    await stage.hears(*STARTED, "why")
    assert "80 %" in stage.newest
    assert stage.labels() == []
    assert live(stage) == [FIRST]


async def test_later_is_said_on_the_card_that_gave_way(stage: Stage) -> None:
    await stage.hears(*STARTED, "[Later]")
    assert stage.message(FIRST)["text"] == "Bench press: later"
    assert stage.newest.startswith("Barbell row · set 1")


async def test_an_option_chosen_from_a_menu_of_its_own_says_so_there(stage: Stage) -> None:
    await stage.hears(*STARTED, "rack is taken")
    menu = stage.bot_messages[-1].id
    await stage.hears("[Dumbbell bench press]")
    assert stage.message(menu)["text"] == "⇄ Dumbbell bench press it is."
    assert stage.message(FIRST)["text"] == "⇄ Dumbbell bench press it is."
    assert live(stage) == [stage.bot_messages[-1].id]


async def test_a_correction_above_moves_what_the_newest_card_asks(stage: Stage) -> None:
    await stage.hears(*STARTED, "[✅ 80 kg × 10]", "+60s")
    *_, newest = stage.bot_messages
    await stage.hears(f">{FIRST} 80x7")
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 7"
    assert str(stage.message(newest.id)["text"]).startswith("Bench press · set 2 of 4 · 75 kg")
    assert live(stage) == [newest.id]


async def test_a_set_typed_early_takes_the_card_and_the_set_before_is_told_above(stage: Stage) -> None:
    await stage.hears(*STARTED, "[✅ 80 kg × 10]", "+3700s", "[Go on]")
    asked, again = stage.bot_messages[-2].id, stage.bot_messages[-1].id
    assert stage.message(asked)["text"] == "Bench press set 2 ↓"
    await stage.hears("8")
    await stage.hears("80x7")
    assert await stage.sets() == ["80×10", "80×8", "80×7"]
    assert str(stage.message(again)["text"]).startswith("✓ 80 kg × 7 · rest")
    assert stage.message(asked)["text"] == "Bench press 2/4 ✓ 80 kg × 8"
    stage.is_clean()


async def test_sets_typed_at_once_below_are_told_together_where_no_card_asked_for_them(stage: Stage) -> None:
    await stage.hears(*STARTED, "dips +10x8", "bench 80x10 80x9")
    assert await stage.sets() == ["10×8", "80×10", "80×9"]
    told = stage.bot_messages[-1].id
    await stage.hears("+2m")
    assert stage.message(told)["text"] == "Bench press 1–2/4 ✓ 80 kg × 10, 9"
    stage.is_clean()


async def test_a_rest_shortened_to_nothing_is_counted_no_more(stage: Stage) -> None:
    """Twice the same button at once; without a plan no card comes after it."""
    await stage.hears("squat 100x5")
    less = kept(stage, 2, "−30 s")
    await pressed(stage, 2, less, less)
    assert stage.message(2)["text"] == "Back squat ✓ 100 kg × 5"
    assert live(stage) == []


async def test_a_rest_in_between_shortened_to_nothing_is_counted_no_more(stage: Stage) -> None:
    await stage.hears(*STARTED, "plank 45s")
    between = stage.bot_messages[-1].id
    less = kept(stage, between, "−30 s")
    await pressed(stage, between, less, less)
    assert stage.message(between)["text"] == "Plank ✓ 45 s"
    assert live(stage) == [stage.bot_messages[-1].id]


async def test_a_card_that_became_the_next_sets_leaves_its_set_to_the_one_above(stage: Stage) -> None:
    await stage.hears(*STARTED, "+3700s", "[Go on]", "[✅ 80 kg × 10]")
    assert stage.message(FIRST)["text"] == "Bench press set 1 ↓"
    await stage.restart(after=timedelta(minutes=50))
    assert stage.newest.startswith("(The rest ended")
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    stage.is_clean()


async def test_an_edit_that_takes_sets_away_leaves_their_card_to_the_last_that_stands(stage: Stage) -> None:
    await stage.hears(*STARTED, "bench 2x5x85")
    typed = stage.bot_messages[-2].id + 1
    assert str(stage.message(FIRST)["text"]).startswith("Bench press ✓ 85 kg × 5, 5")
    sent = len(stage.bot_messages)
    await stage.hears(f"~{typed} 60x10")
    assert await stage.sets() == ["60×10"]
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 60 kg × 10"
    assert len(stage.bot_messages) == sent + 1
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert live(stage) == [stage.bot_messages[-1].id]
    stage.is_clean()


async def test_a_correction_of_a_set_whose_card_others_took_is_told_where_all_sets_are(stage: Stage) -> None:
    await stage.hears(*STARTED, "82.5x8")
    typed = stage.bot_messages[-1].id + 1
    await stage.hears("8 8 7")
    below, sent = stage.bot_messages[-1].id, len(stage.bot_messages)
    await stage.hears(f"~{typed} 80x10")
    told, asked = str(stage.message(FIRST)["text"]).split("\n")
    assert told == "Bench press ✓ 80 kg × 10 · 77.5 kg × 8, 8, 7"
    assert asked == "How was the last set?"
    assert len(stage.bot_messages) == sent
    assert live(stage) == [below]
    stage.is_clean()


async def test_no_more_rest_said_folds_the_card_of_a_set_in_between(stage: Stage) -> None:
    await stage.hears(*STARTED, "plank 45s")
    between = stage.bot_messages[-1].id
    await stage.hears("no rest")
    assert stage.message(between)["text"] == "Plank ✓ 45 s"
    assert live(stage) == [stage.bot_messages[-1].id]
    stage.is_clean()


async def test_a_set_taken_back_and_its_card_asked_for_at_once_leave_one_card(stage: Stage) -> None:
    await stage.hears(*STARTED, "[✅ 80 kg × 10]", "[Fix]")
    take_back, right = kept(stage, FIRST, "Take it back"), kept(stage, FIRST, "It's right")
    await pressed(stage, FIRST, take_back, right)
    assert await stage.sets() == []
    assert live(stage) == [stage.bot_messages[-1].id]
    stage.is_clean()


async def test_two_readings_tapped_at_once_are_told_alike_on_every_card(stage: Stage) -> None:
    await stage.hears(*STARTED, "+3700s", "[Go on]")
    asked, again = stage.bot_messages[-2].id, stage.bot_messages[-1].id
    await stage.hears("1,000x,2x2")
    question = stage.bot_messages[-1].id
    both = [kept(stage, question, label) for label in stage.labels() if "warm-up" not in label]
    await pressed(stage, question, *both)
    assert await stage.sets() == ["1×2", "1×2"]  # the first tap answers the question
    assert stage.message(asked)["text"] == "Bench press 1/4 ✓ 1 kg × 2"
    assert "1 kg × 2" in str(stage.message(again)["text"])
    stage.is_clean()


async def test_a_card_brought_anew_is_the_one_that_is_corrected(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "/start", "[Fix]", "[8]")
    assert str(stage.bot_messages[-1].body["text"]).startswith("✓ 80 kg × 8 · rest")
    assert stage.message(FIRST)["text"] == "Bench press set 1 ↓"
    await pressed(stage, FIRST, "1.mo.1.0.1")
    assert stage.message(FIRST)["text"] == "Bench press set 1 ↓"
    stage.is_clean()


async def test_the_last_set_logged_on_an_old_card_is_told_on_the_newest_one(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "80x9", "80x8 80x7")
    easy = kept(stage, FIRST, "easy (3+ left)")
    await stage.hears("/undo", "+1s")
    asked = stage.bot_messages[-1].id
    assert stage.newest.startswith("Bench press · set 4 of 4")
    await pressed(stage, FIRST, easy)
    assert (await stage.sets())[-1] == "80×7"
    assert stage.labels(asked) == []
    assert live(stage) == [stage.bot_messages[-1].id]
    stage.is_clean()


async def test_an_old_question_takes_no_place_of_sets_done_since(stage: Stage) -> None:
    await stage.hears(*STARTED, "101x0, 12")
    question = stage.bot_messages[-1].id
    both = kept(stage, question, stage.labels()[0])
    await stage.hears("80x10", "+60s", "80x9")
    await pressed(stage, question, both)
    assert await stage.sets() == ["80×10", "80×9"]
    stage.is_clean()


async def test_a_card_that_tells_a_whole_exercise_follows_a_late_fix_also_where_no_recap_was_told(
    stage: Stage,
) -> None:
    await stage.hears(*STARTED, "[✅ 80 kg × 10]", "[Fix]")
    to_eight = kept(stage, FIRST, "8")
    await stage.hears("[It's right]", "[Skip rest]", "chest pain")
    assert stage.message(4)["text"] == "Bench press ✓ 80 kg × 10"
    await pressed(stage, FIRST, to_eight)
    assert stage.message(FIRST)["text"] == "Bench press 1/4 ✓ 80 kg × 8"
    assert stage.message(4)["text"] == "Bench press ✓ 80 kg × 8"
    await pressed(stage, FIRST, to_eight)
    stage.is_clean()


async def test_half_a_pair_that_is_over_folds_though_a_set_of_it_was_skipped(stage: Stage) -> None:
    await stage.hears(*STARTED, "25 minutes left", "[Warm-up done]", "[✅ 80 kg × 10]", "+5s")
    await stage.hears("[Skip]", "+5s", "[✅ 80 kg × 10]", "+5s", "8 8 7", "+5s", "[Skip rest]", "+20s")
    assert stage.newest.startswith("Bench press · set 3 of 4")
    assert "Barbell row ✓ 62.5 kg × 8, 8, 7" in [one.body["text"] for one in stage.bot_messages]
    assert [one.id for one in stage.bot_messages if stage.labels(one.id)] == [stage.bot_messages[-1].id]
    stage.is_clean()
