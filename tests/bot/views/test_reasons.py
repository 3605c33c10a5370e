"""Every reason is worded, with only what it carries, for both units, short enough for a card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from bot.views.reasons import MEASURED, WORDS, reason_line
from core.catalogue import catalogue
from core.model.athlete import Goal
from core.model.session import Measure, Reason, ReasonValue
from core.training.plan_reason_codes import PLAN_CODES
from core.training.reason_codes import CODES
from core.units import Load, Unit

CARRIED = {**CODES, **PLAN_CODES}
LONGEST = 160
COUNTED = "rep|set|day|week|workout|session|exercise|lift|minute"
LONGEST_EXERCISE = max(catalogue(), key=len)
SHARES = ("share", "wanted_share", "floor")
LOADS = ("max", "old", "load", "by", "step", "last", "most", "help")
GOALS = ("next_goal", "goal", "instead")


def value_of(name: str, unit: Unit, count: int) -> ReasonValue:
    """A value as the rules give it, `count` where something is counted."""
    if name in LOADS:
        return Load.of("137.5", unit)
    if name in SHARES:
        return 0.775
    if name in GOALS:
        return Goal.HYPERTROPHY.value
    if name in ("exercise", "from_exercise"):
        return LONGEST_EXERCISE
    if name == "others":
        return "back_squat, bench_press, overhead_press"
    return {"muscle": "side delts", "percent": 95, "load_percent": -10, "rest_s": 210}.get(name, count)


def reason(code: str, unit: Unit = Unit.KG, count: int = 12) -> Reason:
    return Reason.of(code, **{name: value_of(name, unit, count) for name in CARRIED[code]})


def test_every_code_is_worded_and_no_other():
    assert sorted(WORDS) == sorted(CARRIED)
    assert set(MEASURED) <= set(WORDS)


@pytest.mark.parametrize("text_and_code", [*WORDS.items(), *MEASURED.items()], ids=lambda pair: pair[0])
def test_a_sentence_uses_only_what_its_reason_carries(text_and_code: tuple[str, str]):
    code, text = text_and_code
    used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    assert used <= set(CARRIED[code])


def lines(code: str) -> Iterator[str]:
    for unit in Unit:
        for count in (0, 1, 2, 20):
            for measure in Measure:
                yield reason_line(reason(code, unit, count), measure)


@pytest.mark.parametrize("code", CARRIED)
def test_every_sentence_is_whole_short_and_in_good_english(code: str):
    for line in lines(code):
        assert 0 < len(line) <= LONGEST, line
        assert not re.search(r"[{}_]|None|Load\(|  ", line), line
        assert not re.search(rf"\b1 ({COUNTED})s\b|\b(0|2|20) ({COUNTED})\b", line), line
        assert line[-1] in ".!", line
        assert line[0].isupper() or not line[0].isalpha(), line
        assert "hypertrophy" not in line, line


@pytest.mark.parametrize("code", [code for code, names in CARRIED.items() if set(names) & set(LOADS)])
def test_loads_are_said_in_the_unit_they_carry(code: str):
    for unit, other in ((Unit.KG, "lb"), (Unit.LB, "kg")):
        line = reason_line(reason(code, unit))
        assert not re.search(rf"\d {other}\b", line), line
        used = {name for _, name, _, _ in Formatter().parse(WORDS[code]) if name}
        if used & set(LOADS):
            assert f"137.5 {unit.value}" in line, line


@pytest.mark.parametrize(
    ("told", "measure", "line"),
    [
        (Reason.of("start_by_map", max=Load.kg(100), reps=10, share=0.8), Measure.REPS,
         "10 reps at 80 % of your one-rep max (100 kg)."),
        (Reason.of("start_rung_ratio", from_exercise="back_squat", max=Load.kg(90), reps=8, rung=2,
                   share=0.75), Measure.REPS,
         "From your back squat I reckon a one-rep max of 90 kg: we start at 75 %."),
        (Reason.of("start_rung_ratio", from_exercise="bench_press", max=Load.lb("182.25"), reps=3, rung=2,
                   share=0.88), Measure.REPS,
         "From your bench press I reckon a one-rep max of 182 lb: we start at 88 %."),
        (Reason.of("start_rung_ratio", from_exercise="back_squat", max=Load.kg("105.16"), reps=8, rung=2,
                   share=0.76), Measure.REPS,
         "From your back squat I reckon a one-rep max of 105 kg: we start at 76 %."),
        (Reason.of("start_by_map", max=Load.kg("101.25"), reps=10, share=0.8), Measure.REPS,
         "10 reps at 80 % of your one-rep max (101.25 kg)."),
        (Reason.of("calibrate_no_max", could_do=18, reps=15), Measure.REPS,
         "No weight known yet: take one you could lift 18 times, and do 15 reps."),
        (Reason.of("calibrate_no_max", could_do=23, reps=20), Measure.METRES,
         "No weight known yet: one that still feels steady at the end."),
        (Reason.of("foundation_base", reps=15, sets=1), Measure.REPS,
         "Light and controlled: 1 set of 15 reps for form and joints, and for strength."),
        (Reason.of("assisted", help=Load.kg(20)), Measure.REPS, "20 kg of help, so that every rep is clean."),
        (Reason.of("repeat_after_miss", reps=10, rest_s=90, worst=5), Measure.REPS,
         "Same again, 10 reps, with 90 s rest: one set stopped at 5 reps."),
        (Reason.of("repeat_after_miss", reps=45, rest_s=60, worst=30), Measure.SECONDS,
         "Same again, 45 s, with 60 s rest: one set stopped at 30 s."),
        (Reason.of("repeat_unfinished", asked_sets=4, done_sets=2), Measure.REPS,
         "Same again: 2 of 4 sets done last time."),
        (Reason.of("step_down", reps=8, rest_s=210, rung=3), Measure.REPS,
         "Hard twice, so the target eases: 8 reps, 3:30 min rest."),
        (Reason.of("reset_load", failed=3, percent=10), Measure.REPS,
         "10 % lighter after 3 hard sessions; you build it up again from there."),
        (Reason.of("raised_two_for_two", by=Load.kg("2.5"), reps=10), Measure.REPS,
         "+2.5 kg for 10 reps: your last set went two past that, twice."),
        (Reason.of("raised_by_reserve", by=Load.lb(5), sessions=2), Measure.REPS,
         "+5 lb: reps to spare, 2 sessions in a row."),
        (Reason.of("rep_added", reps=50), Measure.SECONDS, "A little more than last time: 50 s."),
        (Reason.of("deload", load_percent=-10, sets=2), Measure.REPS,
         "Easy week: 2 sets, 10 % lighter, so that you recover."),
        (Reason.of("load_lowered", load=Load.kg(75), short=1), Measure.REPS,
         "1 rep short, so a little lighter: 75 kg."),
        (Reason.of("load_back", load=Load.kg(155), short=3), Measure.REPS,
         "3 reps short with more than I asked, so back to 155 kg."),
        (Reason.of("load_at_floor", load=Load.kg(75), floor=0.75), Measure.REPS,
         "Still 75 kg: lighter would be under the 75 % this goal asks for."),
        (Reason.of("deload_reserve_falls", exercise="barbell_row"), Measure.REPS,
         "Your barbell row feels harder at the same weight. An easy week may help."),
        (Reason.of("foundation_first", next_goal="hypertrophy", sessions=0, sessions_needed=8, weeks=0,
                   weeks_needed=4), Measure.REPS,
         "Foundation first: it makes form and joints ready for size. "
         "That opens after 8 workouts over 4 weeks (0 so far)."),
        (Reason.of("aha_two_days", days=2), Measure.REPS,
         "The American Heart Association advises 2 days a week or more. /start sets yours."),
        (Reason.of("volume_at_cap", cap=14, muscle="side delts"), Measure.REPS,
         "Fewer sets for the side shoulders: 14 sets a week are enough."),
        (Reason.of("muscle_short", days=2, muscle="chest", sets=10, start=12), Measure.REPS,
         "Your week of 2 days holds 10 sets for the chest; 12 sets is where growth is best."),
        (Reason.of("lift_short", days=2, exercise="bench_press", sets=5, start=8), Measure.REPS,
         "Your week of 2 days holds 5 sets of bench press; 8 sets would be ideal."),
        (Reason.of("also_short", others="hamstrings, quads"), Measure.REPS,
         "Short of that, too: hamstrings, thighs."),
        (Reason.of("also_short", others="overhead_press"), Measure.REPS,
         "Short of that, too: overhead press."),
        (Reason.of("time_short", minutes=10, needed=18), Measure.REPS,
         "10 minutes is too short: the shortest good session takes 18 minutes."),
        (Reason.of("nobody_worded_this"), Measure.REPS, ""),
    ],
)  # fmt: skip
def test_what_a_lifter_reads(told: Reason, measure: Measure, line: str):
    assert reason_line(told, measure) == line
