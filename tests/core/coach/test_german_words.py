"""What is typed in German: answers, remarks between sets, exercises, equipment. English stays as it was."""

from __future__ import annotations

import pytest

from core.catalogue import catalogue
from core.catalogue.search import find, resolve
from core.coach.hearing.fixes import Fix, fix_said
from core.coach.hearing.phrases import phrase_of
from core.coach.hearing.time_said import minutes_said
from core.coach.interview.answer_words import read_words
from core.model.gym import Bar
from core.model.measure import MeasureKind
from core.model.onboarding import Step
from core.training.session.planner import day_named
from core.training.typed.gym_words import read_dumbbells, read_other_bars, read_rack, read_rest
from core.training.typed.measure_notation import read_kind
from core.units import Load, Unit

ANSWERS = [
    ("goal", "Muskelaufbau", "hypertrophy"), ("goal", "stärker werden", "strength"),
    ("goal", "Grundlagen", "foundation"), ("level", "Anfänger", "beginner"), ("level", "nein", "beginner"),
    ("level", "ja", "intermediate"), ("level", "seit 5 Jahren", "experienced"),
    ("level", "nach einer Pause", "break"), ("level", "zurück", "back"), ("level", "weiter", "skip"),
    ("foundation", "trotzdem", "insist"), ("unit", "Pfund", "lb"), ("maxes", "weiß nicht", "none"),
    ("freshness", "neulich", "recent"), ("freshness", "vor zwei Jahren", "older"),
    ("freshness", "geschätzt", "guess"), ("gear", "Studio", "full_gym"),
    ("gear", "nur Kurzhanteln", "dumbbells"), ("gear", "Körpergewicht", "bodyweight"),
    ("days", "drei", "3"), ("days", "dreimal pro Woche", "3"), ("days", "jeden Tag", "7"),
    ("health", "nichts davon", "none"), ("health", "keine Herzprobleme", None),
    ("health", "Knieverletzung", "d8"), ("health", "mir wird schwindelig", "d4"),
    ("doctor", "erlaubt", "cleared"), ("squats", "noch nicht", "no"), ("squats", "ja", "yes"),
]  # fmt: skip
REMARKS = [
    ("Rack ist besetzt", "taken"), ("es tut weh", "pain"), ("tut nicht mehr weh", None),
    ("keine Schmerzen", None), ("Schulter tut weh", "pain"), ("Brustschmerzen", "chest"),
    ("mir ist schwindelig", "chest"), ("Brust", None), ("weiter", "next"), ("später", "later"),
    ("zu schwer", "too_heavy"), ("war viel zu leicht", "too_light"), ("wie lange noch", "how_long"),
    ("noch 25 Minuten", "short_of_time"), ("keine Zeit", "short_of_time"), ("was ist RIR?", "word"),
    ("letztes Mal", "last_time"), ("welche Scheiben?", "plates"), ("danke", "thanks"),
    ("noch einen Satz", "one_more"), ("das war's", "finish"), ("Schluss für heute", "finish"),
    ("Pause aus", "stop_rest"), ("Übung auslassen", "skip_exercise"), ("rückgängig", "undo"),
    ("warum?", "why"), ("Hilfe", "help"),
    ("ich habe Angst", "how_to"), ("Ist das sicher?", "how_to"), ("ich will mich nicht verletzen", "how_to"),
    ("ich habe mich verletzt", "pain"), ("ich habe Angst, mein Knie tut weh", "pain"),
    ("schlechter Rücken", "pain"), ("ich habe eine kaputte Schulter", "pain"), ("mein Knie knackt", "pain"),
    ("mein Knie knackt nicht", None), ("ich habe keinen schlechten Rücken", None),
    ("ich bin kaputt", "tired"),
    ("wir haben keine Beinpresse", "taken"), ("hier gibt es keine Beinpresse", "taken"),
    ("wir haben keine Lust", None), ("hier gibt es keine Probleme", None),
    ("jemand ist an meiner Bank", "taken"), ("jemand trainiert gerade am Kabelzug", "taken"),
    ("jemand hat mich angerufen", None), ("jemand ist auf der Arbeit krank", None),
    ("wir haben nicht viel Zeit", "short_of_time"), ("wir haben keine Zeit", "short_of_time"),
]  # fmt: skip


@pytest.mark.parametrize(("step", "typed", "answer"), ANSWERS)
def test_an_answer(step: str, typed: str, answer: str | None):
    assert read_words(Step(step), typed) == answer


@pytest.mark.parametrize(("typed", "phrase"), REMARKS)
def test_a_remark(typed: str, phrase: str | None):
    assert phrase_of(typed) == phrase


def test_minutes_left_and_a_correction():
    assert minutes_said("noch 25 Minuten") == 25
    assert minutes_said("ich habe nur noch eine halbe Stunde") == 30
    assert fix_said("der letzte Satz war 7 statt 8") == Fix("7", instead=" 8")


@pytest.mark.parametrize(
    ("typed", "exercise_id"),
    [
        ("Kniebeugen", "back_squat"), ("bankdruecken", "bench_press"), ("Kreuzheben", "deadlift"),
        ("Klimmzüge", "pull_up"), ("Latzug", "lat_pulldown"), ("Schulterdrücken", "overhead_press"),
        ("Liegestütze", "push_up"), ("Rudern", "barbell_row"), ("Bizepscurls", "dumbbell_curl"),
    ],
)  # fmt: skip
def test_an_exercise(typed: str, exercise_id: str):
    assert resolve(typed) is catalogue()[exercise_id]


def test_a_muscle_finds_what_trains_it():
    assert {match.exercise.primary[0] for match in find("Waden", 2)} == {"calves"}


def test_equipment_rests_measures_and_days():
    rack = read_rack("Stange 18, 2x20 2x10 Scheiben", Unit.KG)
    assert (rack.bar, rack.plates) == (Load.kg(18), ((2000, 2), (1000, 2)))
    assert read_dumbbells("Kurzhanteln 5-10 je 2,5", Unit.KG) == tuple(map(Load.kg, ("5", "7.5", "10")))
    assert read_other_bars("SZ-Stange 8", Unit.KG) == ((Bar.EZ, Load.kg(8)),)
    assert (read_rest("2 Minuten"), read_rest("75 sek")) == (120, 75)
    assert (read_kind("Taille"), read_kind("Körperfett")) == (MeasureKind.WAIST, MeasureKind.BODY_FAT)
    assert [day_named(day) for day in ("oberkörper", "beine_b", "upper")] == ["upper_a", "legs_b", "upper_a"]
