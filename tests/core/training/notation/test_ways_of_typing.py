"""Sets as people type and dictate them, beside the grammar's own page: signs, sides, plates, number words."""

from __future__ import annotations

import pytest

from core.model.session import Measure
from core.training.notation.set_reading import Asked
from core.training.set_notation import read_set
from core.units import Load, Unit
from tests.core.training.notation.set_saying import told

BENCH = Asked(Load.kg(80), 8, sets_left=4, best=Load.kg(110), lightest=Load.kg(20), bar=Load.kg(20))
BENCH_LB = Asked(Load.lb(185), 5, sets_left=5, best=Load.lb(225), bar=Load.lb(45))
DUMBBELLS = Asked(Load.kg(20), 15)
FREE_DUMBBELLS = Asked(last_load=Load.kg(24), best=Load.kg(30))
HOLD = Asked(None, 45, takes_load=False, measure=Measure.SECONDS)
PLANK = Asked(None, 45, takes_load=False, measure=Measure.SECONDS, measured=True)
CARRY = Asked(Load.kg(24), 40, measure=Measure.METRES)
PULL_UPS = Asked(None, 8, bodyweight=True)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("80/8", "80 kg × 8"),
        ("8/80", "80 kg × 8"),
        ("80-8", "80 kg × 8"),
        ("80 - 8", "80 kg × 8"),
        ("80kg - 8", "80 kg × 8"),
        ("82,5/8", "82.5 kg × 8"),
        ("80/8 80/7", "80 kg × 8, 80 kg × 7"),
        ("80/8 @8", "80 kg × 8 @8"),
        ("8/7", "as asked × 8/7"),
        ("80 kg 20/6", "80 kg × 20/6"),
        ("20/6 @ 80", "80 kg × 20/6"),
        ("80 kg x 8 - 2 left", "80 kg × 8 @8"),
        ("8-8-7", "as asked × 8, as asked × 8, as asked × 7"),
        ("8 reps 80", "80 kg × 8"),
        ("8l 7r", "as asked × 8/7"),
        ("8r 7l", "as asked × 7/8"),
        ("left 8, right 7", "as asked × 8/7"),
        ("8 links 7 rechts", "as asked × 8/7"),
        ("💪 80 🔥 x 8 🎉", "80 kg × 8"),
        ("80🔥x8", "80 kg × 8"),
        ("8🔥0x8", "refused: not_a_number"),
        ("80 x amrap 12", "80 kg × 12 amrap"),
        ("80 x amrap", "80 kg × how many?"),
        ("7.5", "refused: not_whole"),
        ("7 and a half", "refused: not_whole"),
        ("80 and a half x 8", "80.5 kg × 8"),
        ("8 (last one ugly)", "as asked × 8"),
        ("8, last 2 were ugly", "as asked × 8"),
        ("+5 same reps", "coming load +5 kg"),
        ("+2.5 next set", "coming load +2.5 kg"),
        ("plus 5", "coming load +5 kg"),
        ("add 5 kg", "coming load +5 kg"),
        ("5 kg weniger", "coming load -5 kg"),
        ("5 more", "more: 5"),
        ("2 plates a side x 5", "sure? (plates) 100 kg × 5"),
        ("two plates for five", "sure? (plates) 100 kg × 5"),
        ("25+5 a side x 8", "sure? (plates) 80 kg × 8"),
        ("a plate and a 10", "80 kg × how many?"),
        ("bench 2 plates x 5", "bench: 2 plates x 5"),
        ("8 each side", "as asked × 8"),
        ("20s each hand x 10", "no set"),
        ("8+2", "ask: as asked × 10 or as asked × 8, as asked × 2"),
        ("80x8+2 rest pause", "ask: 80 kg × 10 or 80 kg × 8, 80 kg × 2"),
        ("bench 8+2", "bench: 8+2"),
        ("dreimal acht mit 80", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("80 Kilo 8 mal", "80 kg × 8"),
        ("80 kg 8x", "80 kg × 8"),
        ("fünfundachtzig mal acht", "85 kg × 8"),
        ("3 Sätze mit 8 Wiederholungen bei 80 Kilo", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("90x22", "sure? (many_reps) 90 kg × 22"),
        ("90x20", "90 kg × 20"),
        ("60x25", "60 kg × 25"),
        ("10 per leg", "as asked × 10"),
        ("12 a side", "as asked × 12"),
        ("25+5 a side", "80 kg × how many?"),
        ("same as before", "same"),
        ("wie gehabt", "same"),
        ("8 times", "as asked × 8"),
        ("achtmal", "as asked × 8"),
        ("nur 7", "as asked × 7"),
        ("ich habe 8 Wiederholungen geschafft", "as asked × 8"),
        ("gleiches Gewicht 7", "as asked × 7"),
        ("Aufwärmsatz 40x10", "40 kg × 10 w"),
        ("8 bis zum Versagen", "as asked × 8 f"),
        ("8 until failure", "as asked × 8 f"),
        ("8, der letzte war hässlich", "as asked × 8"),
        ("2 20 10", "sure? (list) as asked × 2, as asked × 20, as asked × 10"),
        ("12 1x 45", "refused: unclear"),
    ],
)
def test_where_80_kg_for_8_are_asked(text: str, read_as: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("8 ez", "as asked × 8 @7"),
        ("did 8 and died", "as asked × 8"),
        ("10 clean", "as asked × 10"),
        ("60x5 clean", "clean: 60x5"),
        ("100x5 dead", "dead: 100x5"),
        ("6 :(", "as asked × 6"),
        ("10 w 80", "80 kg × 10"),
        ("8 or 9", "ask: as asked × 8 or as asked × 9"),
        ("8ish maybe 9", "ask: as asked × 8 or as asked × 9"),
        ("I have just completed 8 repetitions at 80 kilograms.", "80 kg × 8"),
        ("I managed eight repetitions with the eighty kilogram weight.", "80 kg × 8"),
        ("I did ten repetitions. It was very hard.", "as asked × 10"),
        ("I did all ten, it felt rather easy.", "as asked × 10 @7"),
        ("Set one: 8, set two: 8, set three: 7.", "as asked × 8, as asked × 8, as asked × 7"),
        ("I am finished with this set.", "done"),
        ("i lift 80 8 time", "80 kg × 8"),
        ("10 fois", "as asked × 10"),
        ("ho fatto 10 con 80", "80 kg × 10"),
        ("ten at eighty r p e eight", "80 kg × 10 @8"),
        ("ten reps two in reserve", "as asked × 10 @8"),
        ("one hundred and five times one", "105 kg × 1"),
        ("set one eight set two eight set three seven", "as asked × 8, as asked × 8, as asked × 7"),
        ("eight comma eight comma seven", "as asked × 8, as asked × 8, as asked × 7"),
        ("log eight reps", "as asked × 8"),
        ("add a set of eight at eighty", "80 kg × 8"),
        ("80 5x5", "80 kg × 5, 80 kg × 5, 80 kg × 5, 80 kg × 5, 80 kg × 5"),
        ("single at 100", "100 kg × 1"),
        ("single", "no set"),
        ("100 for a triple", "100 kg × 3"),
        ("single arm row 20x8", "single arm row: 20x8"),
        ("top set 90x3", "90 kg × 3"),
        ("80x8 touch and go", "80 kg × 8"),
        ("missed 100x1", "ask: 100 kg × 0 f or 100 kg × 1 f"),
        ("failed 100", "sure? (missed) 100 kg × 0 f"),
        ("fail 6", "as asked × 6 f"),
    ],
)
def test_five_people_say_it(text: str, read_as: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == read_as


@pytest.mark.parametrize(
    ("asked", "unit", "text", "read_as"),
    [
        (BENCH_LB, Unit.LB, "2 plates x 5", "sure? (plates) 225 lb × 5"),
        (BENCH_LB, Unit.LB, "a plate and a 25 for 5", "sure? (plates) 185 lb × 5"),
        (DUMBBELLS, Unit.KG, "20s each hand x 10", "20 kg × 10"),
        (DUMBBELLS, Unit.KG, "the 20's for 12", "20 kg × 12"),
        (DUMBBELLS, Unit.KG, "20/15", "ask: 20 kg × 15 or as asked × 20/15"),
        (DUMBBELLS, Unit.KG, "2 plates x 5", "refused: plates_alone"),
        (FREE_DUMBBELLS, Unit.KG, "20s x 10", "20 kg × 10"),
        (FREE_DUMBBELLS, Unit.KG, "20 each x 10", "20 kg × 10"),
        (FREE_DUMBBELLS, Unit.KG, "24 kg dumbbells 10 reps", "24 kg × 10"),
        (FREE_DUMBBELLS, Unit.KG, "2x20x10", "ask: 20 kg × 10 or 10 kg × 20, 10 kg × 20"),
        (Asked(), Unit.KG, "2x12x14", "14 kg × 12, 14 kg × 12"),
        (PULL_UPS, Unit.KG, "assisted 20 x 8", "bw − 20 kg × 8"),
        (PULL_UPS, Unit.KG, "20 kg assistance x 8", "bw − 20 kg × 8"),
        (PULL_UPS, Unit.KG, "weighted 10 x 8", "10 kg × 8"),
        (HOLD, Unit.KG, "a minute", "60 s"),
        (HOLD, Unit.KG, "minute and a half", "90 s"),
        (HOLD, Unit.KG, "half a minute", "30 s"),
        (HOLD, Unit.KG, "30s each side", "30 s"),
        (PULL_UPS, Unit.KG, "bw+10", "10 kg × how many?"),
        (PULL_UPS, Unit.KG, "8+2", "ask: as asked × 10 or as asked × 8, as asked × 2"),
    ],
)
def test_where_other_sets_are_asked(asked: Asked, unit: Unit, text: str, read_as: str) -> None:
    assert told(read_set(text, asked, unit)) == read_as


@pytest.mark.parametrize(
    "text",
    [
        "80千克8次", "8下 80公斤", "80키로 8회", "80 кг на 8 раз", "8 по 80", "80 kiloyla 8 tekrar",
        "80 kg ile 8", "80kg na 8", "8 keer 80", "8 herhalingen met 80", "8 ripetizioni a 80 kg",
        "80 kg auf 8", "80 auf 8",
        "8 reps, 80 kg", "80kg, 8 reps", "80kg, 8", "80 kg: 8", "80, 8", "reps 8 weight 80",
        "weight: 80 kg reps: 8",
        "80kg for reps 8", "80x8 kg", "80 x 8/arm", "80 kg ea x8",
    ],
)  # fmt: skip
def test_one_set_in_many_ways(text: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == "80 kg × 8"


@pytest.mark.parametrize(
    "text",
    [
        "80x8 3x", "80x8, 3 times", "80 kg × 8 × 3 sets", "80kg for 3 sets of 8", "80x8/8/8",
        "80 x 8 - 8 - 8",
        "3 rounds of 8 at 80", "3组8次80公斤", "3 подхода по 8 раз по 80 кг", "3 по 8 на 80",
        "3 serie da 8 con 80",
        "3 series de 8 a 80 kg", "80kg: 8, 8, 8", "80kg, 8, 8, 8", "3 x 8 - 80kg",
    ],
)  # fmt: skip
def test_three_sets_in_many_ways(text: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == "80 kg × 8, 80 kg × 8, 80 kg × 8"


@pytest.mark.parametrize(
    ("asked", "text", "read_as"),
    [
        (BENCH_LB, "185x5 lbs", "185 lb × 5"),
        (BENCH_LB, "3 plates 3", "sure? (plates) 315 lb × 3"),
        (BENCH, "375x8 kg", "sure? (far_above) 375 kg × 8"),
        (BENCH, "x8", "as asked × 8"),
        (BENCH, "x8 @9", "as asked × 8 @9"),
        (BENCH, "80x8 @8.5-9", "80 kg × 8 @9"),
        (BENCH, "80 @ 8.5", "80 kg × how many?"),
        (BENCH, ".5", "refused: not_a_number"),
        (BENCH, "...8", "as asked × 8"),
        (BENCH, "80x8f 75x8", "80 kg × 8 f, 75 kg × 8"),
        (BENCH, "80x8 d60x8", "80 kg × 8, 60 kg × 8 d"),
        (BENCH, "60x8 drop 50x8 drop", "60 kg × 8 d, 50 kg × 8 d"),
        (BENCH, "80x8 amrap 70x12", "ask: 80 kg × 8, 70 kg × 12 amrap or 80 kg × 8 amrap, 70 kg × 12"),
        (DUMBBELLS, "20 2x15/15", "ask: 20 kg × 15/15, 20 kg × 15/15 or "
         "as asked × 20, as asked × 15/15, as asked × 15/15"),
        (DUMBBELLS, "20/20 x 3.5", "sure? (list) 3.5 kg × 20/20"),
        (DUMBBELLS, "2x20kg x 15", "ask: 20 kg × 15, 20 kg × 15 or 20 kg × 15"),
        (CARRY, "2x32kg 40m", "ask: 32 kg × 40 m, 32 kg × 40 m or 32 kg × 40 m"),
        (HOLD, "45s/40s", "45/40 s"),
        (HOLD, "30s left 25s right", "30/25 s"),
        (HOLD, "1'30\"", "90 s"),
        (PLANK, "10kg 45s", "refused: no_load"),
        (PULL_UPS, "3x12", "as asked × 12, as asked × 12, as asked × 12"),
    ],
)  # fmt: skip
def test_what_surely_is_meant_is_read_and_the_rest_asked(asked: Asked, text: str, read_as: str) -> None:
    assert told(read_set(text, asked, Unit.LB if asked is BENCH_LB else Unit.KG)) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Bench press 1/4 ✓ 80 kg × 8", "bench press: 80 kg × 8"),
        ("Bench press 1–3/4 ✓ 80 kg × 8, 8, 7", "bench press: 80 kg × 8, 8, 7"),
        ("✓✓·· Bench press 80 kg × 8, 8", "bench press: 80 kg × 8, 8"),
        ("Bench press: 80 kg × 8 🏆", "bench press: 80 kg × 8"),
        ("✓ 80 kg × 8 @8 · rest 60 s, next set in 1 min\nNext: 80 kg × 8", "80 kg × 8 @8"),
        ("✓ 80 kg × 8 · Pause 60 s, nächster Satz in 1 min", "80 kg × 8"),
        ("3 sets: 80 kg × 8", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("24 kg × 10 in all, sides in turn", "24 kg × 10"),
        ("80x8?", "sure? (list) 80 kg × 8"),
        ("80 kg?", "80 kg × how many?"),
        ("plate x 10", "sure? (plates) 60 kg × 10"),
    ],
)
def test_a_line_of_the_chat_means_the_sets_it_shows(text: str, read_as: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("just finished eight", "as asked × 8"),
        ("did my set of eight", "as asked × 8"),
        ("again 8", "as asked × 8"),
        ("nochmal 7", "as asked × 7"),
        ("eighty-five for eight", "85 kg × 8"),
        ("one thirty-five for five", "135 kg × 5"),
        ("two twenty five for five", "sure? (far_above) 225 kg × 5"),
        ("I got eight reps with eighty kilograms on the bar", "80 kg × 8"),
        ("first set eight second set seven", "as asked × 8, as asked × 7"),
        ("3 sets eight eight seven", "as asked × 8, as asked × 8, as asked × 7"),
        ("3 sets 80 8 8", "refused: unclear"),
        ("2 sets 8 80", "refused: unclear"),
        ("8 reps for 3 sets at 80", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("3 sets of 8, 80kg", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
    ],
)
def test_sentences_as_a_phone_takes_them_down(text: str, read_as: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == read_as
