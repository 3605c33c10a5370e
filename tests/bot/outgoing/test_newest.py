from __future__ import annotations

from bot.outgoing.newest import REMEMBERED, Newest

GYM = -1_001_000_000_001


def test_private_chats_and_basic_groups_are_counted_together() -> None:
    newest = Newest()
    assert newest.of(7) == 0
    newest.saw(7, 40)
    newest.saw(-5, 41)
    newest.saw(8, 12)
    assert newest.of(7) == newest.of(9) == newest.of(-5) == 41


def test_a_supergroup_counts_by_itself() -> None:
    newest = Newest()
    newest.saw(7, 40)
    newest.saw(GYM, 3)
    assert newest.of(GYM) == 3
    assert newest.of(GYM - 1) == 0
    assert newest.of(7) == 40


def test_of_many_groups_the_longest_silent_is_forgotten_and_never_the_private_chats() -> None:
    newest = Newest()
    newest.saw(7, 40)
    for number in range(REMEMBERED + 5):
        newest.saw(GYM - number, 1)
    assert newest.of(GYM) == 0
    assert newest.of(GYM - REMEMBERED) == 1
    assert newest.of(7) == 40
