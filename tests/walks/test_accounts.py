"""What the accounts of the walks allow, and what they find."""

from __future__ import annotations

from dataclasses import replace

from bot.callbacks import AddSet, LogSet, PastSets, ReadSets, StartWith
from core.units import Load, Unit
from tests.walks.accounts import Change, Row

OF_HUNDRED = Load(100_000, Unit.KG)
BOTH = ReadSets(1, 0, 2, "100000k5,4", corrects=True)


def row(number: int, reps: int, *, message_id: int | None = None, runs: bool = True) -> Row:
    """A set of the squat with 100 kg."""
    return Row(number, 1, 0, number, False, OF_HUNDRED, reps, None, None, message_id, runs)


def came(*rows: Row) -> Change:
    return Change({}, {one.id: one for one in rows})


def went(*rows: Row) -> Change:
    typed = {one.id: one.message_id for one in rows if one.message_id is not None}
    return Change({one.id: one for one in rows}, {}, typed)


def test_a_reading_of_several_sets_logs_those_it_holds() -> None:
    assert came(row(2, 5), row(3, 4)).by_presses(BOTH) == ""


def test_a_reading_of_several_sets_logs_no_other_ones() -> None:
    assert came(row(2, 5), row(3, 6)).by_presses(BOTH) != ""
    assert came(row(1, 5), row(2, 4)).by_presses(BOTH) != ""
    assert came(row(2, 5), row(3, 4), row(4, 4)).by_presses(BOTH) != ""


def test_a_reading_of_several_sets_corrects_those_in_its_places_alone() -> None:
    before = {number: row(number, 8) for number in (1, 2, 3, 4)}
    within = {2: row(2, 5), 3: row(3, 4)}
    assert Change(before, before | within).by_presses(BOTH) == ""
    assert Change(before, before | {4: row(4, 4)}).by_presses(BOTH) != ""


def test_a_button_of_one_set_logs_no_second_one() -> None:
    press = LogSet(1, 0, 1, OF_HUNDRED, 5)
    twice = row(2, 5)
    assert came(row(1, 5)).by_presses(press) == ""
    assert came(row(1, 5), twice).by_presses(press) != ""


def test_one_more_is_one_set_like_the_last_of_a_workout_that_is_over() -> None:
    before = {1: row(1, 5, runs=False), 2: row(2, 4, runs=False)}
    once = Change(before, before | {3: row(3, 4, runs=False)})
    twice = Change(before, once.after | {4: row(4, 4, runs=False)})
    unlike = Change(before, before | {3: row(3, 5, runs=False)})
    assert once.by_presses(AddSet(1, 2)) == ""
    assert twice.by_presses(AddSet(1, 2), AddSet(1, 2)) != ""
    assert unlike.by_presses(AddSet(1, 2)) != ""


def test_a_day_is_taken_back_by_a_set_that_an_edit_took_away_before() -> None:
    whole = Change({1: row(1, 5, message_id=7)}, {}, {1: 7, 2: 7, 3: 8})
    assert whole.by_presses(PastSets(2)) == ""
    assert whole.by_presses(PastSets(3)) != ""


def test_undo_takes_back_a_day_gone_by_but_one_set_of_a_workout_that_runs() -> None:
    day = [row(number, 5, message_id=7, runs=False) for number in (1, 2)]
    assert went(*day).by_words("/undo", takes_back=True) == ""
    assert went(*day).by_words("100x5", takes_back=False) != ""
    other = row(3, 5, message_id=8, runs=False)
    assert went(*day, other).by_words("/undo", takes_back=True) != ""
    running = [row(number, 5, message_id=7) for number in (1, 2)]
    assert went(*running).by_words("/undo", takes_back=True) != ""
    assert went(running[0]).by_words("/undo", takes_back=True) == ""


def test_a_set_done_anew_has_the_load_of_the_one_taken_back() -> None:
    once = {1: row(1, 7, message_id=4)}
    assert Change({}, once, told=frozenset({(OF_HUNDRED, 5)})).by_words("8/7", takes_back=False) == ""
    assert Change({}, once).by_words("8/7", takes_back=False) != ""


def test_a_workout_that_begins_with_a_set_logs_the_one_its_button_holds() -> None:
    assert came(row(1, 5)).by_presses(StartWith(1, 0, OF_HUNDRED, 5)) == ""
    assert came(row(1, 5)).by_presses(StartWith(1, 0, OF_HUNDRED, 6)) != ""


def test_a_correction_in_digits_of_another_script_says_the_same_reps() -> None:
    once = {1: row(1, 8, message_id=4)}
    assert Change(once, once).by_nod("100x٨", 4) == ""
    assert Change(once, once).by_nod("100x٩", 4) != ""


def test_undo_takes_back_the_warm_ups_of_one_exercise_and_no_work_set_with_them() -> None:
    ticked = [replace(row(number, 5), is_warm_up=True) for number in (1, 2)]
    elsewhere = replace(row(3, 5), is_warm_up=True, exercise_index=1)
    assert went(*ticked).by_words("/undo", takes_back=True) == ""
    assert went(*ticked, row(3, 5)).by_words("/undo", takes_back=True) != ""
    assert went(*ticked, elsewhere).by_words("/undo", takes_back=True) != ""
