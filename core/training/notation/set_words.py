"""The one table of words set notation knows, in every language: a new language adds words here.

How words join into sets is not here (`core/training/set_notation.py`), nor the goals' names
(`typed/plan_words.py`).
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from core.training.notation.numerals import UNREADABLE, plain


class Sense(StrEnum):
    """What a word or sign means inside a set."""

    KG = "kg"
    LB = "lb"
    TIMES = "times"
    FOR = "for"
    AT = "at"
    REPS = "reps"
    SETS = "sets"
    RPE = "rpe"
    RIR = "rir"
    BODY = "body"
    SECONDS = "seconds"
    MINUTES = "minutes"
    METRES = "metres"
    M = "m"
    WARM_UP = "warm_up"
    DROP = "drop"
    FAILURE = "failure"
    AMRAP = "amrap"
    SAME = "same"
    LAST_TIME = "last_time"
    DONE = "done"
    SKIP = "skip"
    NOTE = "note"
    FILLER = "filler"
    NO_NUMBER = "no_number"


_WORDS = {
    Sense.KG: "kg kgs k kilo kilos kilogram kilograms kilogramm quilos chilo chili кг кило килограмм "
    "公斤 千克 キロ 킬로 키로 kiloyla kiloda",
    Sense.LB: "lb lbs pound pounds # pfund libra libras livre livres libbre фунт фунтов фунта funt funtów",
    Sense.TIMES: "x х × by times mal fois per на na по keer ile",
    Sense.FOR: "for für fuer pour por",
    Sense.AT: "@ at with mit bei à con com met",
    Sense.REPS: "rep reps r repetition repetitions wdh wdhl wiederholungen répétitions répétition rép "
    "repeticiones repetición repetições ripetizioni rip powt powtórzeń повт повтор повторений повторения "
    "раз повторень tekrar herhaling herhalingen 次 下 回 회 개",
    Sense.SETS: "set sets satz sätze serie series série séries séria serii serii подход подхода подходов "
    "підхід підходи підходів round rounds runde runden 组 組 セット 세트",
    Sense.RPE: "rpe",
    Sense.RIR: "rir",
    Sense.BODY: "bw bodyweight körpergewicht pdc",
    Sense.SECONDS: "s sec secs second seconds sek sekunden seg segundos secondi secondes с сек секунд "
    "секунды saniye",
    Sense.MINUTES: "min mins minute minutes minuten minutos minuti мин минут минуты хв dakika",
    Sense.METRES: "meter meters metre metres mètres metros metri м метров метра",
    Sense.M: "m",
    Sense.WARM_UP: "w wu warm warmup warm-up aufwärmen aufwärmsatz aufwärmsätze échauffement calentamiento "
    "riscaldamento aquecimento разминка",
    Sense.DROP: "d drop dropset drop-set dropsatz",
    Sense.FAILURE: "f fail failed failure missed ❌ tofailure échec fallo fallito falha отказ відмова "
    "versagen muskelversagen",
    Sense.AMRAP: "amrap",
    Sense.SAME: "same again repeat ditto sameagain nochmal gleich idem igual pareil mismo uguale mesmo "
    "тоже также повтори aynı",
    Sense.LAST_TIME: "sameaslasttime",
    Sense.DONE: "done ok okay 👍 ✅ 👌 💪 ✔ ☑ 🆗 ✓ fertig erledigt gemacht geschafft hecho listo fait "
    "fatto fatta feito готово сделал сделала зроблено gotowe zrobione tamam yaptım",
    Sense.SKIP: "skip pass ⏭ ⏩ überspringen auslassen saltar passer salta pular пропустить пропуск "
    "пропустити pomiń atla",
    Sense.NOTE: "note notes notiz nota remarque заметка нотатка notatka not",
    Sense.FILLER: "of and then je de each side got only did i just managed all hit made about around "
    "roughly circa ca another ish that's etwa ungefähr alle nur ich hab habe stück stücke bis ea da "
    "have completed performed lifted lift do make weight gewicht please bitte barely maybe probably like omg "
    "finished hice ho j'ai he fiz",
    Sense.NO_NUMBER: "nan inf infinity infinite ∞",
}
_PHRASES = {
    "warm up": "warmup", "warm-up": "warmup", "warm ups": "warmup", "warm-ups": "warmup",
    "drop set": "dropset", "drop-set": "dropset",
    "to failure": "tofailure",
    "until failure": "tofailure", "till failure": "tofailure", "zum versagen": "versagen",
    "same again": "sameagain", "body weight": "bodyweight",
    "all good": "done", "all reps": "done", "did it": "done",
    "got it": "done", "made it": "done", "nailed it": "done", "alles gut": "done", "alle geschafft": "done",
    "skip this": "skip", "skip it": "skip", "reps left": "rir", "in reserve": "rir", "то же": "тоже",
}  # fmt: skip
_FAILED = frozenset("👎🚫❎✗✘")  # pictures that say something of a set, and nobody knows what
_DAYS_AGO = {
    0: "today heute hoy aujourd'hui oggi hoje сегодня сьогодні dzisiaj bugün",
    1: "yesterday gestern ayer hier ieri ontem вчера вчора wczoraj dün",
    2: "vorgestern anteayer avant-hier позавчера przedwczoraj",
}
_WEEKDAYS = (
    "mon monday montag lunes lundi lunedì segunda понедельник понеділок poniedziałek pazartesi",
    "tue tues tuesday dienstag martes mardi martedì terça вторник вівторок wtorek salı",
    "wed wednesday mittwoch miércoles mercredi mercoledì quarta среда середа środa çarşamba",
    "thu thur thurs thursday donnerstag jueves jeudi giovedì quinta четверг четвер czwartek perşembe",
    "fri friday freitag viernes vendredi venerdì sexta пятница п'ятниця piątek cuma",
    "sat saturday samstag sonnabend sábado samedi sabato суббота субота sobota cumartesi",
    "sun sunday sonntag domingo dimanche domenica воскресенье неділя niedziela pazar",
)


def _spelled(word: str) -> str:
    return plain(word) or ""


WORDS = {_spelled(word): sense for sense, words in reversed(_WORDS.items()) for word in words.split()}
PHRASES = {_spelled(phrase): _spelled(word) for phrase, word in _PHRASES.items()}
DAYS_AGO = {_spelled(word): ago for ago, words in _DAYS_AGO.items() for word in words.split()}
WEEKDAYS = {_spelled(word): day for day, words in enumerate(_WEEKDAYS) for word in words.split()}


def is_picture(sign: str) -> bool:
    """Whether a sign is a picture that says nothing of a set: `10 🔥`. Not one that cannot be read."""
    if len(sign) > 1 or sign < "\u2190" or sign == UNREADABLE or sign in _FAILED:
        return False
    return unicodedata.category(sign) == "So" and WORDS.get(sign, Sense.DONE) is Sense.DONE
