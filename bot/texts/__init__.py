"""Words: `say` for messages, `word` for button labels, in the athlete's language, and numbers in their habit.

English stands in the views and is the key of every translation; a language is one `.po` file
here, loaded when first needed. Which words to use is not here: see `bot/views`.
"""

from __future__ import annotations

from bot.texts.numbers import (
    clock_time,
    decimal_sign,
    duration,
    load,
    number,
    percent,
    rough,
    unit_word,
    whole,
)
from bot.texts.saying import (
    Html,
    counting,
    inside,
    join,
    language_name,
    languages,
    say,
    say_n,
    speak,
    speaking,
    spoken,
    word,
    word_n,
)

__all__ = [
    "Html",
    "clock_time",
    "counting",
    "decimal_sign",
    "duration",
    "inside",
    "join",
    "language_name",
    "languages",
    "load",
    "number",
    "percent",
    "rough",
    "say",
    "say_n",
    "speak",
    "speaking",
    "spoken",
    "unit_word",
    "whole",
    "word",
    "word_n",
]
