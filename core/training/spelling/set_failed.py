"""The rep that failed, named beside the clean ones: `got 7, failed the 8th` is seven reps to failure."""

from __future__ import annotations

import re

_SAID = re.compile("fail|miss|lost|couldn't")  # looked for first: where none is, the rest would take long
_FAILED = re.compile(
    r"(?P<sets>.*?[0-9].*?|)[,;.\s]*(?:\b(?:and|but|then)\s)*\b(?:i )?"
    r"(?:failed|fail|missed|lost|couldn't (?:get|do|make|finish|lock out))(?: at| on)? (?:the |my )?"
    r"(?:(?P<rep>[0-9]{1,3})(?:st|nd|rd|th)|last|final|next)(?: one| rep| try)?[.!\s]*",
    re.DOTALL,
)
_NOT_ONE = re.compile(
    r"(?:i )?(?:(?:(?:couldn'?t|could not|didn'?t|did not) (?:even )?(?:get|do|make|lift|manage) "
    r"(?:a single|even one|one)|not (?:a single|even one|one)|keine einzige)"
    r"(?: one| rep| wiederholung)?|(?:no|zero) reps?)[.!\s]*"
)


def with_failure(folded: str) -> str:
    """A text in `plain` spelling with `fail` for the rep that failed, 0 where none went; any other as it is.

    Where that rep is not the one after those told, nobody knows how many were clean: `fail` alone, which is
    asked.
    """
    if _NOT_ONE.fullmatch(folded):
        return "0"
    told = _FAILED.fullmatch(folded) if _SAID.search(folded) else None
    if told is None or not (told["rep"] or told["sets"]):
        return folded
    reps = re.findall(r"[0-9]+", told["sets"])
    if told["rep"] and str(int(told["rep"]) - 1) in reps:
        return f"{told['sets']} fail"
    return "fail"
