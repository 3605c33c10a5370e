"""What lifters type between two sets: the whole grammar of sets, phrases, commands, and junk."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from benchmarks.fuzz_set_notation import texts

SETS = (
    "8", "80x8", "80 kg x 8", "8x80", "8 8 7", "3x8x80", "same", "82,5 x 8 @8", "fail 6", "80x8 d", "bw x 8",
    "+10x5", "@9", "2 rir", "80", "375", "375x5", "80x8 w", "8/7", "176 lb x 8", "60x10", "24x10", "45s",
    "62.5x10 62.5x9", "10", "12", "100x0", "80 x 8\n80 x 7", "note: seat 4", "80x8 easy", "done", "ok", "👍",
    "bench 80x8", "squat 100x5", "pull-up bw x 8", "dips +10x8", "plank 45s", "curl 30x10", "row 60x10 60x9",
    "yesterday: squat 5x5x100", "jeffersn curl 30x10", "20x12", "bench 2x5x85",
)  # fmt: skip
PHRASES = (
    "+2.5", "-5", "skip", "later", "rack is taken", "it hurts", "my left shoulder hurts", "25 minutes left",
    "more rest", "less rest", "pause 60", "enough", "that's it", "why", "skip exercise", "undo", "hello", "?",
    "what next", "swap", "next", "no rest", "thanks",
)  # fmt: skip
COMMANDS = (
    "/start", "/plan", "/plan strength", "/plan 30min", "/undo", "/undo", "/finish", "/rest 90", "/rest",
    "/rest off", "/log bench 80x8", "/log 80x8", "/log", "/help", "/progress", "/routines", "/programme",
    "/settings", "/weight 81", "/exercises bench", "/privacy", "/cancel", "/plan legs", "/volume",
    "/nonsense",
)  # fmt: skip
LONGEST = 200


def fuzzed(seed: int) -> str:
    """One of the fuzzer's texts, as a phone would send it."""
    (text,) = texts(1, seed)
    sendable = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:LONGEST]
    return sendable if any(char.isalnum() for char in sendable) else "?"


def shuffled(seed: int) -> str:
    """Two things said in one message."""
    random = Random(seed)
    return random.choice((" ", "\n", ", ")).join(random.choice((*SETS, *PHRASES)) for _ in range(2))


SAID = st.one_of(
    st.sampled_from(SETS),
    st.sampled_from(SETS),
    st.sampled_from(PHRASES),
    st.sampled_from(COMMANDS),
    st.integers(0, 9999).map(fuzzed),
    st.integers(0, 9999).map(shuffled),
)
SET_SAID = st.one_of(st.sampled_from(SETS), st.integers(0, 9999).map(fuzzed))
