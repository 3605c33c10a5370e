from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.grammar import (
    Become,
    Edit,
    Find,
    Meaning,
    Press,
    Puzzled,
    Quit,
    Reply,
    Say,
    SendFile,
    SharePlace,
    ShowHelp,
    ShowPinned,
    SpeakLanguage,
    Wait,
    understood,
)


def meant(line: str) -> Meaning | None:
    return understood(line, lambda path: path in ("log.csv", "here"))


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("80x8", Say("80x8")),
        ("  /start ", Say("/start")),
        ("#2", Press(2)),
        ("!", ShowPinned()),
        ("%de", SpeakLanguage("de")),
        ("%pt-BR", SpeakLanguage("pt-BR")),
        ("%", Say("%")),
        ("%80", Say("%80")),
        ("#7.2", Press(2, 7)),
        (">7 80x8 @9", Reply(7, "80x8 @9")),
        ("~9 80x7", Edit(9, "80x7")),
        ("@log.csv", SendFile("log.csv")),
        ("@52.5,13.4", SharePlace(52.5, 13.4)),
        ("@-33.9,-70.65", SharePlace(-33.9, -70.65)),
        ("@8.5", Say("@8.5")),
        ("@bot", Find("")),
        ("@spotter_coach_bot front squat", Find("front squat")),
        ("@bot squat #2", Find("squat", 2)),
        ("@bot #1", Find("", 1)),
        ("=robin", Become("Robin")),
        ("=100", Say("=100")),
        ("@here", SendFile("here")),
        ("@there.csv", SendFile("there.csv")),
        ("@/no/x", SendFile("/no/x")),
        ("@there", Say("@there")),
        ("@8", Say("@8")),
        ("@8,5", Say("@8,5")),
        ("+90s", Wait(timedelta(seconds=90))),
        ("+10m", Wait(timedelta(minutes=10))),
        ("+2h", Wait(timedelta(hours=2))),
        ("+3D", Wait(timedelta(days=3))),
        ("+1m30s", Wait(timedelta(seconds=90))),
        ("+2.5", Say("+2.5")),
        ("+10", Say("+10")),
        ("-20", Say("-20")),
        ("+5kg", Say("+5kg")),
        ("\\#2", Say("#2")),
        ("\\quit", Say("quit")),
        ("\\\\", Say("\\")),
        ("quit", Quit()),
        ("help", ShowHelp()),
        ("?", ShowHelp()),
        ("", None),
        ("   ", None),
    ],
)
def test_lines_and_what_they_mean(line: str, meaning: Meaning | None) -> None:
    assert meant(line) == meaning


@pytest.mark.parametrize("line", ["#", "#x", "#-1", "#7.", ">7", "> 80x8", "~", "~x 80", "\\"])
def test_near_misses_get_one_line_of_help(line: str) -> None:
    puzzled = meant(line)
    assert isinstance(puzzled, Puzzled)
    assert "\n" not in puzzled.hint


@given(st.text(min_size=1).filter(str.strip))
def test_a_backslash_sends_any_line(line: str) -> None:
    assert meant("\\" + line.strip()) == Say(line.strip())
