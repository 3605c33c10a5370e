"""Brings the catalogues of `bot/texts` up to date with the sources: `make texts`.

What is translated stays, what is new comes without a translation, what nobody says any more goes.
`make texts NEW=fr` begins another language.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from io import BytesIO

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tools.translatable import ROOT, Text, collected

TEXTS = ROOT / "bot" / "texts"


def catalogue_of(language: str, found: Mapping[Text, str]) -> Catalog:
    """Every text found, translated as far as the language's catalogue already is."""
    place = TEXTS / f"{language}.po"
    known = read_po(BytesIO(place.read_bytes()), locale=language) if place.exists() else Catalog(language)
    catalogue = Catalog(language)
    for text, path in found.items():
        before = known.get(text)
        told = before.string if before is not None else None
        message = catalogue.add(text, told or "", [(path, 0)])
        message.flags.clear()  # a per cent sign makes no format
    return catalogue


def written(catalogue: Catalog) -> str:
    """The catalogue as a file: in the order of the sources, without dates, one text a line."""
    body = BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, include_lineno=False)
    head = (
        f"Language: {catalogue.locale}",
        "Content-Type: text/plain; charset=UTF-8",
        f"Plural-Forms: {catalogue.plural_forms}",
    )
    lines = ('msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in head))
    return "\n".join(lines) + "\n\n" + body.getvalue().decode()


def missing(catalogue: Catalog) -> list[str]:
    """The texts that have no translation yet."""
    whole = [(one.id, one.string) for one in catalogue if one.id]
    return [
        text if isinstance(text, str) else text[0]
        for text, told in whole
        if not (told if isinstance(told, str) else told and all(told))
    ]


def main() -> None:
    """Bring every catalogue up to date, and say what is missing."""
    found, wished = collected(), os.environ.get("NEW", "")
    if wished:
        Locale.parse(wished)
    for language in sorted({path.stem for path in TEXTS.glob("*.po")} | ({wished} - {""})):
        catalogue = catalogue_of(language, found)
        (TEXTS / f"{language}.po").write_text(written(catalogue), encoding="utf-8")
        sys.stdout.write(f"{language}: {len(found)} texts, {len(missing(catalogue))} not translated\n")


if __name__ == "__main__":
    main()
