"""The words people answer with in German, by the same answers as the English ones of `answer_words.py`.

They are understood whatever language is spoken. Written as `plain` folds them: small, ß as ss.
"""

from __future__ import annotations

from core.coach.interview import answers
from core.model.athlete import Freshness, Goal, Level
from core.model.onboarding import Ailment, Step
from core.units import Unit

YES = "ja|jo|jep|klar|na klar|sicher|genau|stimmt|passt"
NO = "nein|nö|nee|noch nicht|eigentlich nicht|nicht wirklich"
UNSURE = "(?:ich )?weiss (?:ich |es )?nicht|keine ahnung|unsicher|nicht sicher"
ASKS = "hilfe|warum|wieso|was (?:ist|sind) das|welches"
SKIP = "auslassen|überspringen|weiter|später|nächste(?:s|r)?(?: frage)?"
BACK = "zurück|geh zurück"
TRAIN_NOW = "gleich trainieren|trainieren|jetzt trainieren|los geht'?s|einfach trainieren"
WHOLE: dict[Step, dict[str, str]] = {
    Step.LEVEL: {
        Level.BEGINNER: f"{NO}|anfänger(?:in)?|neu|neuling|einsteiger(?:in)?|nie|noch nie|null",
        Level.INTERMEDIATE: "ja|jo|jep|klar|fortgeschritten\\w*|mittel|(?:ein paar|einige) monate",
        Level.EXPERIENCED: "erfahren\\w*|profi|seit jahren(?:,? ich kenne meine werte)?|kraftsportler(?:in)?",
        answers.AFTER_BREAK: "pause|nach einer pause|zurück nach einer pause|wiedereinsteiger(?:in)?|früher",
    },
    Step.FOUNDATION: {
        answers.ACCEPT: f"{YES}|grundlagen?|erst die grundlagen|verstanden|gut|los",
        answers.INSIST: f"{NO}|trotzdem|muskelaufbau|ich will muskelaufbau|masse",
    },
    Step.UNIT: {Unit.KG: "kilogramm|metrisch", Unit.LB: "pfund|englische pfund"},
    Step.MAXES: {answers.NONE: f"{UNSURE}|{NO}|keine|nichts|nie getestet"},
    Step.FRESHNESS: {
        Freshness.RECENT: (
            "neulich|frisch|aktuell|(?:letzte )?8 wochen|(?:diese|letzte) woche|"
            "diesen monat|letzten monat|heute|gestern|jetzt"
        ),
        Freshness.OLDER: "älter|alt|lange her|länger her|vor monaten|vor jahren|letztes jahr",
        Freshness.GUESS: f"geschätzt|schätzung|geraten|ungefähr|etwa|{UNSURE}",
    },
    Step.HEALTH: {
        answers.NONE: f"{NO}|nichts|nichts davon|keine|keins(?: davon)?|gesund|alles gut|alles ok",
        answers.YES: "ja|jo|etwas|eins davon|etwas davon",
    },
    Step.DOCTOR: {
        answers.CLEARED: "erlaubt|freigegeben|ein arzt hat es erlaubt|arzt hat es erlaubt|der arzt sagt ja",
        answers.CLEARED_LIGHT: "leicht|nur leicht|leichtes training|nur leichtes training(?: erlaubt)?",
    },
    Step.SQUATS: {
        answers.YES: f"{YES}|leicht|locker|geht",
        answers.NO: f"{NO}|schwer|kaum|geht nicht|fast|nicht ganz",
    },
}
SOMEWHERE: dict[Step, dict[str, str]] = {
    Step.LEVEL: {
        Level.BEGINNER: r"anfänger(?:in)?|noch nie",
        Level.INTERMEDIATE: r"fortgeschritten\w*",
        Level.EXPERIENCED: r"erfahren\w*",
        answers.AFTER_BREAK: r"pause|wiedereinsteiger(?:in)?|früher",
    },
    Step.FRESHNESS: {
        Freshness.RECENT: r"vor (?:[1-8]|einer|zwei|drei|ein paar) wochen?|gestern|heute",
        Freshness.OLDER: r"vor (?:\w+ )?(?:monaten|jahren?)|lange her",
        Freshness.GUESS: r"geschätzt|geraten|ungefähr|keine ahnung",
    },
    Step.GOAL: {
        Goal.STRENGTH: r"kraft|maximalkraft|stark|stärker|mehr heben",
        Goal.HYPERTROPHY: r"muskelaufbau|muskeln?|masse|grösser|breiter|zunehmen|aussehen",
        Goal.ENDURANCE: r"ausdauer|kraftausdauer|kondition",
        Goal.POWER: r"schnellkraft|explosiv\w*|springen|sprungkraft",
        Goal.FOUNDATION: r"grundlagen?|basis|gesund\w*|fitness|abnehmen|anfangen",
    },
}
SIGNS: dict[Ailment, str] = {
    Ailment.CHEST_PAIN: r"brust\w*",
    Ailment.FAINTING: r"ohnm\w+|schwind\w+|bewusstlos\w*",
    Ailment.HEART: r"herz\w*|blutdruck\w*|bluthochdruck|schrittmacher|betablocker",
    Ailment.JOINT: (
        r"gelenk\w*|knie\w*|schulter\w*|hüft\w*|rücken\w*|ellb\w+|ellenb\w+|handgelenk\w*|knöchel\w*|"
        r"verletz\w*|bandscheibe\w*"
    ),
    Ailment.PREGNANT: r"schwanger\w*",
    Ailment.UNDER_18: r"unter 18|minderjährig",
    Ailment.OVER_65: r"über 65|älter als 65",
}
DENIAL = r"kein\w*|nicht|nie|ohne"
COUNTS = {
    "ein": 1, "einen": 1, "einmal": 1, "zwei": 2, "zweimal": 2, "drei": 3, "dreimal": 3, "vier": 4,
    "viermal": 4, "fünf": 5, "fünfmal": 5, "sechs": 6, "sieben": 7, "jeden tag": 7, "täglich": 7,
}  # fmt: skip
