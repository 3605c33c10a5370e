"""Every language says everything: nothing stays in English, no value, tag or command is lost on the way."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from bot.texts import languages, saying, speaking, word
from bot.texts.catalogue import Catalogue, read_catalogue
from bot.views.words.help import COMMANDS
from core.catalogue import catalogue
from core.catalogue.search import resolve
from tests.rules.source import Module, modules
from tools.texts import TEXTS, catalogue_of, missing, written
from tools.translatable import collected

OTHERS = [language for language in languages() if language != "en"]
LONGEST_LABEL, LABEL_GROWTH = 30, 1.4

_KEPT = {
    "values": re.compile(r"\{\w*\}"),
    "tags": re.compile(r"</?[a-z][^>]*>"),
    "commands": re.compile(r"(?<![<\w])/[a-z]+\b"),
}
# What people never read though it has letters: names of apps, letters of pairs, Telegram's own marks, set
# notation that is read back (`bw`).
NOBODYS_WORDS = re.compile(
    r"Strong|Hevy|FitNotes|Spotter|[A-Z]{2,}|bw( ×)? ?|https://t\.me/.*|&text=|\?start=\w*|<tg-time .*|"
    r"\" format=\"r\">|<a href=.*|spotter-|, \"workouts\": \[\n|.*\{\}.*|[a-z_:0-9.|]+"
)


@pytest.fixture(scope="module")
def found() -> dict[str | tuple[str, str], str]:
    return collected()


def forms(language: str) -> list[tuple[str, str]]:
    """Each text with each form of its translation."""
    known = read_catalogue(TEXTS / f"{language}.po")
    plain = [pair for pair in known.texts.items() if pair[0] not in known.counted]
    return [*plain, *((text, told) for text, several in known.counted.items() for told in several)]


def test_there_is_another_language():
    assert "de" in OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_translated_and_nothing_else(language: str, found):
    """`make texts` brings a catalogue up to date; then fill in what is new."""
    whole = catalogue_of(language, found)
    assert missing(whole) == []
    assert (TEXTS / f"{language}.po").read_text(encoding="utf-8") == written(whole)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kept", _KEPT)
def test_a_translation_keeps(language: str, kept: str, found):
    def held(text: str) -> Counter[str]:
        return Counter(_KEPT[kept].findall(text))

    many = {text[0]: text[1] for text in found if isinstance(text, tuple)}
    lost = [
        (text, told)
        for text, told in forms(language)
        if held(told) not in (held(text), held(many.get(text, text)))
    ]
    assert lost == []


@pytest.mark.parametrize("language", OTHERS)
def test_lines_and_gaps_at_the_ends_stay(language: str):
    def edges(text: str) -> tuple[str, str, int]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], text.count("\n")

    assert [text for text, told in forms(language) if edges(text) != edges(told)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_button_stays_short_enough_for_a_phone(language: str):
    told = {label: saying._catalogue(language).one(label) for label in sorted(labels())}
    assert len(told) > 100
    long = {
        label: there
        for label, there in told.items()
        if len(there) > max(LONGEST_LABEL, LABEL_GROWTH * len(label))
    }
    assert long == {}


def labels() -> set[str]:
    """The texts that stand on buttons, as far as they stand there as they are."""
    found: set[str] = set()
    for module in modules("bot"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Button", "choice"):
                found |= {text for part in node.args for text in spoken_in(part)}
    return found


def spoken_in(node: ast.AST) -> set[str]:
    return {
        part.args[0].value
        for part in ast.walk(node)
        if isinstance(part, ast.Call)
        and ast.unparse(part.func) == "word"
        and isinstance(part.args[0], ast.Constant)
    }


@pytest.mark.parametrize("language", OTHERS)
def test_telegram_takes_the_descriptions(language: str):
    with speaking(language):
        assert [name for name, what in COMMANDS if not 1 <= len(word(what)) <= 256] == []


@pytest.mark.parametrize("language", OTHERS)
def test_an_exercise_is_found_by_the_name_it_is_shown_by(language: str):
    with speaking(language):
        shown = {exercise.id: word(exercise.name) for exercise in catalogue().exercises}
    assert len(set(shown.values())) == len(shown)
    found = {exercise_id: resolve(name) for exercise_id, name in shown.items()}
    assert [name for name, exercise in found.items() if exercise is None or exercise.id != name] == []


SPEAKING_ROOMS = (
    "bot/views/", "bot/handlers/", "bot/timers/bringing.py", "bot/apologies.py", "bot/catching_up.py",
)  # fmt: skip


def test_no_text_goes_past_the_translator(found):
    known = {part for text in found for part in ([text] if isinstance(text, str) else text)}
    strays = [
        f"{module.at(node)}: {text!r}"
        for module in modules("bot")
        if module.place.startswith(SPEAKING_ROOMS)
        for node, text in written_in(module)
        if text not in known and not is_part_of(text, known) and not NOBODYS_WORDS.fullmatch(text)
    ]
    assert strays == []


OWN_NAMES = "bot/views/words/own_exercises.py"  # an exercise somebody made keeps the name they gave it


def test_no_exercise_is_shown_by_its_english_name():
    told = {
        id(part)
        for module in modules("bot")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "word"
        for part in ast.walk(node)
    }
    untold = [
        module.at(node)
        for module in modules("bot")
        if module.place.startswith(("bot/views/", "bot/handlers/")) and module.place != OWN_NAMES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "name"
        and ast.unparse(node.value).endswith("exercise")
        and id(node) not in told
    ]
    assert untold == []


def is_part_of(text: str, known: set[str]) -> bool:
    """Texts put together when a module is read, like a sentence that many refusals end with."""
    return len(text) > 12 and any(text in whole for whole in known)


def written_in(module: Module) -> list[tuple[ast.AST, str]]:
    """The texts of a module with a word in them: no docstring, nothing for the log or the database."""
    silent = {
        id(part)
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or is_for_nobody(node)
        for part in ast.walk(node)
    }
    return [
        (node, node.value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in silent
        and re.search(r"[^\W\d_]{2,}", re.sub(r"\{\w*\}|</?[^>]*>", "", node.value))
    ]


def is_for_nobody(node: ast.AST) -> bool:
    called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    return called.startswith(("log.", "re.", "Unlogged.of", "filterwarnings", "warnings.", "json.")) or (
        called.endswith(("Error", "encode"))
    )


def test_a_catalogue_is_read_as_its_format_says(tmp_path):
    file = tmp_path / "fr.po"
    file.write_text(
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        '# a remark\nmsgid ""\n"one "\n"\\"two\\"\\n"\nmsgstr "un "\n"deux"\n\n'
        'msgid "{n} set"\nmsgid_plural "{n} sets"\nmsgstr[0] "{n} série"\nmsgstr[1] "{n} séries"\n\n'
        '#, fuzzy\nmsgid "guessed"\nmsgstr "deviné"\n\n'
        'msgid "empty"\nmsgstr ""\n\n#~ msgid "gone"\n#~ msgstr "parti"\n',
        encoding="utf-8",
    )
    read = read_catalogue(file)
    assert [read.one(text) for text in ('one "two"\n', "guessed", "empty", "gone")] == [
        "un deux", "guessed", "empty", "gone",
    ]  # fmt: skip
    counted = [read.many("{n} set", "{n} sets", n) for n in (0, 1, 2)]
    assert counted == ["{n} série", "{n} série", "{n} séries"]
    assert (read.one("{n} set"), Catalogue().many("one", "many", 1)) == ("{n} série", "one")


def test_a_name_inside_a_sentence_is_small_where_nouns_are():
    assert saying.inside("Bench press") == "bench press"
    with speaking("de"):
        assert saying.inside("Bankdrücken") == "Bankdrücken"
