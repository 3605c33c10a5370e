"""Words of the onboarding's answers, in every language: not knowing, and what may stand around a number."""

from __future__ import annotations

from core.training.notation.numerals import plain

_DONT_KNOW = (
    "idk", "don't know", "dont know", "i don't know", "i dont know", "do not know", "no idea", "no clue",
    "not sure", "unknown", "unsure", "skip", "none", "pass", "later", "dunno",
    "weiß nicht", "weiß ich nicht", "keine ahnung", "überspringen", "no sé", "no lo sé", "ni idea", "saltar",
    "je ne sais pas", "sais pas", "aucune idée", "passer", "non so", "non lo so", "salta",
    "não sei", "nao sei", "pular", "не знаю", "без понятия", "пропустить", "не знаю точно",
    "гадки не маю", "пропустити", "nie wiem", "pomiń", "bilmiyorum", "atla",
)  # fmt: skip
_IGNORED = (
    "i can could did hit got do have just only my is are at of about around approx roughly nearly almost "
    "ca and und y et e i и та ve max maxes maximum pr pb rm best "
    "record mein ist mi es mon est mio meu мой moje = ~"
)

DONT_KNOW = frozenset(plain(each) or "" for each in _DONT_KNOW)
IGNORED = frozenset(plain(each) or "" for each in _IGNORED.split())
