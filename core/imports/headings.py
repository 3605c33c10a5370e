"""Which column is which, whatever the language and the unit in its heading, and whose file that makes it.

Apps translate their headings with the phone: a new language is a few more words in the table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from core.model.imported import LogFormat
from core.units import Unit

# Field of ours: the headings it goes by, plain (no accents, signs or case); English first.
_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "date": "date"
        "|start time"
        "|datum|startzeit|start"
        "|fecha|data",
        "title": "workout name|title|workout"
        "|workout name|name des workouts|trainingsname|titel"
        "|nom de l entrainement|nom de la seance"
        "|nombre del entrenamiento|nombre de entrenamiento"
        "|nome allenamento|nome do treino|naam workout",
        "exercise": "exercise name|exercise title|exercise"
        "|name der ubung|ubungsname|ubung"
        "|nom de l exercice|exercice"
        "|nombre del ejercicio|nombre de ejercicio|ejercicio"
        "|nome esercizio|nome do exercicio|naam oefening",
        "order": "set order"
        "|reihenfolge festlegen|reihenfolge der satze|satzreihenfolge|satz|satz nr"
        "|ordre de la serie|ordre des series|orden de serie|orden de la serie|orden de las series"
        "|ordine serie|ordem da serie|setvolgorde",
        "weight": "weight|gewicht|poids|peso",
        "weight_unit": "weight unit|gewichtseinheit|unite de poids"
        "|unidad de peso|unita di peso|unidade de peso",
        "reps": "reps|repetitions"
        "|wiederh|wiederholungen|wdh"
        "|repeticiones|repetizioni|ripetizioni|repeticoes|herhalingen",
        "rpe": "rpe",
        "distance": "distance|entfernung|distanz|strecke"
        "|distancia|distanza|afstand",
        "distance_unit": "distance unit|entfernungseinheit|distanzeinheit"
        "|unite de distance|unidad de distancia",
        "seconds": "seconds|duration seconds|sekunden"
        "|secondes|segundos|secondi|seconden",
        "time": "time|zeit|tiempo|tempo",
        "note": "notes|note|comment|exercise notes"
        "|notizen|notas|kommentar",
        "title_note": "workout notes|description|workout notizen|trainingsnotizen"
        "|notes de l entrainement|notes d entrainement|notes de la seance"
        "|notas del entrenamiento|notas de entrenamiento|note allenamento|notas do treino",
        "duration": "workout duration|duration"
        "|dauer|workout dauer|trainingsdauer|duree|duree de l entrainement|duree de la seance"
        "|duracion|duracion del entrenamiento|durata|durata allenamento|duracao|duracao do treino|duur",
        "end": "end time|endzeit",
        "superset": "superset id",
        "index": "set index",
        "kind": "set type|kind",
        "category": "category|kategorie|categorie|categoria",
        "number": "workout #|workout no|workout nr",
    }
)
_FIELD_OF = {word: name for name, words in _HEADINGS.items() for word in words.split("|")}
_UNIT = re.compile(
    r"(?P<what>.*?)(?:[ _]+[(\[]?|[(\[])"
    r"(?P<unit>kgs?|lbs?|met(?:er|re)s?|m[eè]tres|metros?|metri|m|km|miles|mi|feet|ft|yards|yds?"
    r"|se[ck]|s[eé]g|s)\.?[)\]]?"
)
_KG, _LB = ("kg", "kgs"), ("lb", "lbs")
UNITS: Mapping[str, Unit] = MappingProxyType({**dict.fromkeys(_KG, Unit.KG), **dict.fromkeys(_LB, Unit.LB)})
METRES: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(
            ("m", "meter", "meters", "metre", "metres", "mètres", "metro", "metros", "metri"), 1.0
        ),
        **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), 1000.0),
        **dict.fromkeys(("mi", "mile", "miles"), 1609.344),
        **dict.fromkeys(("ft", "foot", "feet"), 0.3048),
        **dict.fromkeys(("yd", "yds", "yard", "yards"), 0.9144),
        **dict.fromkeys(("cm", "centimeters", "centimetres"), 0.01),
        **dict.fromkeys(("in", "inch", "inches"), 0.0254),
    }
)
_NEEDED = {
    LogFormat.HEVY: {"date", "title", "exercise", "index", "reps"},
    LogFormat.STRONG: {"date", "title", "exercise", "order", "reps"},
    LogFormat.FITNOTES: {"date", "exercise", "category", "reps"},
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands. `weights` are the weight columns with the unit their heading names, if any."""

    format: LogFormat
    place: Mapping[str, int]
    weights: tuple[tuple[int, Unit | None], ...]
    metres: float | None
    width: int

    def cell(self, row: Sequence[str], name: str) -> str:
        """A field of a row, stripped; empty where the format has no such column."""
        at = self.place.get(name)
        return "" if at is None else row[at].strip()


def columns_of(heading: Sequence[str]) -> Columns | None:
    """What a first row says, None when it is no heading of a format we read."""
    place: dict[str, int] = {}
    weights: list[tuple[int, Unit | None]] = []
    metres: float | None = None
    for at, cell in enumerate(heading):
        name, unit = _field(cell)
        if name == "weight":
            weights.append((at, UNITS.get(unit)))
        elif name == "distance":
            metres = METRES.get(unit)
        if name is not None:
            place.setdefault(name, at)
    has = set(place)
    found = next((form for form, needed in _NEEDED.items() if needed <= has), None)
    if found is None or not weights:
        return None
    return Columns(found, MappingProxyType(place), tuple(weights), metres, len(heading))


@lru_cache(maxsize=2_000)
def plain(text: str) -> str:
    """A word as headings are compared: no accents, no case, no signs but #."""
    spread = unicodedata.normalize("NFKD", text[:80]).casefold()
    kept = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w#]+|_", " ", kept).split())


def _field(heading: str) -> tuple[str | None, str]:
    """The field a heading means and the unit it names: `Weight (kg)`, `weight_lbs`, `Duration (sec)`."""
    known = _FIELD_OF.get(plain(heading))
    if known is not None:
        return known, ""
    match = _UNIT.fullmatch(heading.strip().casefold())
    if match is None:
        return None, ""
    return _FIELD_OF.get(plain(match["what"])), match["unit"]
