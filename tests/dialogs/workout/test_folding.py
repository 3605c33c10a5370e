"""One card can be tapped, and only a rest that runs is counted: what else stands in the chat folds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
CARD = 3


async def test_a_set_in_between_folds_the_card_above(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ [✅ 80 kg × 10]
…
▸ dips +10x8
      👍 on 4
   5· Chest dip ✓ bw + 10 kg × 8 · rest 90 s, next set in 1 min 30 s
      Next: Bench press, 80 kg × 10
      [1 Skip rest] [2 +30 s] [3 −30 s] [4 Fix]
   3  (edited) Bench press 1/4 ✓ 80 kg × 10
""")


async def test_an_exercise_done_in_two_messages_is_told_whole_by_none_that_another_follows(
    stage: Stage,
) -> None:
    """Each card tells its own sets, so that a correction of the second leaves nothing stale on the first."""
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ barbell row 60x10 60x9
…
▸ barbell row 60x10 60x9
      👍 on 6
   7· Barbell row ✓ 60 kg × 10 · ✓ 60 kg × 9 · rest 90 s, next set in 1 min 30 s
      Next: Bench press, 80 kg × 10
      [1 Skip rest] [2 +30 s] [3 −30 s] [4 Fix]
   5  (edited) Barbell row 1–2/4 ✓ 60 kg × 10, 9
""")
    await stage.hears("~6 barbell row 60x10 60x7")
    assert stage.message(5)["text"] == "Barbell row 1–2/4 ✓ 60 kg × 10, 9"
    await stage.hears("~4 barbell row 55x10 55x9")
    assert stage.message(5)["text"] == "Barbell row 1–2/4 ✓ 55 kg × 10, 9"


async def test_a_set_in_between_folds_itself_when_its_rest_is_over(stage: Stage) -> None:
    await stage.hears(*STARTED, "dips +10x8", "+2m")
    (told,) = [one for one in stage.bot_messages if "dip" in str(one.body["text"]) and one.id > CARD]
    assert told.body["text"] == "Chest dip ✓ bw + 10 kg × 8"
    assert stage.labels(told.id) == []


async def test_a_set_in_between_takes_a_card_out_of_the_chat_whose_set_comes_again(stage: Stage) -> None:
    await stage.hears(*STARTED, "plank 45s")
    assert CARD not in [one.id for one in stage.bot_messages]
    await stage.hears("+5m")
    assert stage.newest.startswith("Bench press · set 1 of 4")


async def test_without_a_plan_a_result_folds_when_its_rest_is_over_and_when_the_next_comes(
    stage: Stage,
) -> None:
    await stage.hears("squat 100x5", "+5m")
    assert stage.message(2)["text"] == "Back squat ✓ 100 kg × 5"
    assert stage.labels(2) == []
    assert stage.newest.startswith("Back squat · set 2 · 100 kg × 5")
    await stage.hears("squat 100x4", "+20s", "bench 80x5")
    *_, newest = stage.bot_messages
    assert stage.message(3)["text"] == "Back squat ✓ 100 kg × 4"
    assert stage.labels(3) == []
    assert "Skip rest" in stage.labels(newest.id)


async def test_a_rest_without_a_plan_that_ended_while_away_is_counted_no_more(stage: Stage) -> None:
    await stage.hears("squat 100x5")
    await stage.restart(after=timedelta(hours=1, minutes=-10))
    assert str(stage.message(2)["text"]).startswith("(The rest ended 49 min ago, while I was away.)")
    assert stage.labels(2)[0] == "✅ 100 kg × 5"
    assert len(stage.bot_messages) == 1


async def test_a_workout_without_a_set_closes_without_a_word_and_leaves_no_buttons(stage: Stage) -> None:
    await stage.hears(*STARTED, "+5h")
    assert [str(message.body["text"]) for message in stage.bot_messages][1:] == ["Bench press: skipped"]
    assert stage.labels(CARD) == []


@pytest.mark.parametrize(
    ("said", "coming"), [("later", "Barbell row · set 1"), ("skip exercise", "Barbell row · set 1")]
)
async def test_said_instead_of_tapped_it_gets_a_thumb_and_the_next_card(
    stage: Stage, said: str, coming: str
) -> None:
    await stage.hears(*STARTED)
    assert "👍 on 4" in await stage.hears(said)
    assert stage.newest.startswith(coming)


async def test_pain_ends_the_rest_also_on_the_card(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "it hurts", "[Joint]")
    assert stage.message(CARD)["text"] == "Bench press ✓ 80 kg × 10"
    assert stage.labels(CARD) == []


async def test_a_warm_up_told_after_its_set_leaves_the_rest_on_the_card(stage: Stage) -> None:
    """Two taps at once: the set, and a warm-up."""
    await stage.hears(*STARTED)
    both = [pressed_by(stage, label) for label in ("✅ 80 kg × 10", "Warm-up done")]
    for press in both:
        stage.telegram.user_presses(stage.athlete, CARD, press)
    await stage.settle()
    assert str(stage.message(CARD)["text"]).startswith("✓ 80 kg × 10 · rest")
    assert await stage.sets() == ["80×10"]


def pressed_by(stage: Stage, label: str) -> str:
    """What the button of a label sends."""
    return str(stage.telegram.button(stage.message(CARD), label)["callback_data"])


async def test_only_the_newest_card_of_a_finished_exercise_tells_all_its_sets(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "bench 85x5 85x5 85x5", "+5m")
    (whole,) = [one.id for one in stage.bot_messages if str(one.body["text"]).startswith("Bench press ✓")]
    assert stage.message(whole)["text"].startswith("Bench press ✓ 80 kg × 10 · 85 kg × 5, 5, 5")
    await stage.hears("20x8 bench")
    assert stage.message(whole)["text"] == "Bench press 1–4/5 ✓ 80 kg × 10 · 85 kg × 5, 5, 5"
    *_, newest = [one.id for one in stage.bot_messages if str(one.body["text"]).startswith("Bench press ✓")]
    await stage.hears("+5m")
    assert stage.message(newest)["text"] == "Bench press ✓ 80 kg × 10 · 85 kg × 5, 5, 5 · 20 kg × 8"


async def test_a_set_taken_back_leaves_the_card_that_told_all_of_its_exercise(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "+5m", "75x10", "+5m", "75x9", "+5m", "skip")
    (whole,) = [one.id for one in stage.bot_messages if str(one.body["text"]).startswith("Bench press ✓")]
    assert stage.message(whole)["text"] == "Bench press ✓ 80 kg × 10 · 75 kg × 10, 9"
    await stage.hears("/undo", "/undo")
    assert stage.message(whole)["text"] == "Bench press set 4 ↓"


async def test_a_card_of_several_sets_tells_them_all_when_it_folds(stage: Stage) -> None:
    await stage.hears(*STARTED, "10 10 9")
    heard = await stage.hears("[+30 s]")
    assert "✓ 80 kg × 10 · ✓ 80 kg × 10 · ✓ 80 kg × 9 · rest" in heard
    await stage.hears("+5m")
    assert stage.message(CARD)["text"] == "Bench press 1–3/4 ✓ 80 kg × 10, 10, 9"


async def test_a_set_told_early_leaves_the_one_before_on_its_card(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "80x9", "+5m")
    assert stage.message(CARD)["text"] == "Bench press 1–2/4 ✓ 80 kg × 10, 9"
    await stage.hears("80x8", "+5m")
    assert stage.message(CARD)["text"] == "Bench press 1–2/4 ✓ 80 kg × 10, 9"
    assert stage.message(stage.bot_messages[-2].id)["text"] == "Bench press 3/4 ✓ 80 kg × 8"


async def test_free_training_tells_several_sets_of_a_card_too(stage: Stage) -> None:
    await stage.hears("squat 100x5 100x5 100x4", "+5m")
    assert stage.message(2)["text"] == "Back squat ✓ 100 kg × 5, 5, 4"


async def test_a_set_that_another_ones_card_tells_is_put_right_there(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10 80x9", "+90s")
    assert stage.message(3)["text"] == "Bench press 1–2/4 ✓ 80 kg × 10, 9"
    await stage.hears("set 1 was 80x8")
    assert stage.message(3)["text"] == "Bench press 1–2/4 ✓ 80 kg × 8, 9"
    stage.is_clean()


async def test_a_set_replied_to_what_was_swapped_stays_on_its_card(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]")
    card = stage.bot_messages[-1].id
    await stage.taps("Swap", card)
    await stage.taps("Dumbbell bench press 30 kg", card)
    await stage.hears(f">{card} 60x9")
    told = stage.bot_messages[-1].id
    await stage.hears("+10m")
    assert stage.message(told)["text"] == "Bench press ✓ 60 kg × 9"
    stage.is_clean()
