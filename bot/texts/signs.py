"""The signs in a number that differ between languages."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def sign(language: str, kind: str) -> str:
    """The sign before decimals ("decimal") or between thousands ("group") in a language."""
    return str(Locale.parse(language).number_symbols["latn"][kind])


def grouped(value: int, language: str) -> str:
    """`999`, `14,005`; `14.005` where the comma stands before decimals."""
    return f"{value:,}".replace(",", sign(language, "group"))
