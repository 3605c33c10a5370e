"""What /privacy says comes from the data map, whole and in order."""

from __future__ import annotations

import pytest

from bot.views.data.privacy import KEEPS, TOPICS, ask_to_forget, forgotten, what_is_kept
from core.model.data_map import DATA_MAP, Keep, Topic
from core.model.forgetting import Erased, Holdings
from tests.bot.views.builders import assert_fits_a_phone, plain

MAPPED = {topic for kept in DATA_MAP for topic in kept.columns}


def test_every_topic_that_is_kept_is_told_once_and_no_other() -> None:
    assert set(TOPICS) == MAPPED - {Topic.HOUSE}
    assert set(KEEPS) == set(Keep)
    lines = plain(what_is_kept(None)).split("\n")
    told = [line.removeprefix("• ").partition(":")[0] for line in lines if line.startswith("•")]
    assert sorted(told) == sorted(name for name, _ in TOPICS.values())


@pytest.mark.parametrize("topic", sorted(set(TOPICS)), ids=lambda topic: topic.value)
def test_a_topic_stands_under_how_long_its_last_row_stays(topic: Topic) -> None:
    name, _ = TOPICS[topic]
    groups = plain(what_is_kept(None)).split("\n\n")
    (group,) = [group for group in groups if f"• {name}:" in group]
    keeps = [kept.keep for kept in DATA_MAP if topic in kept.columns]
    longest = next(keep for keep in Keep if keep in keeps)
    assert group.split("\n")[0] == KEEPS[longest].removeprefix("<b>").removesuffix("</b>")


def test_copies_are_told_of_as_they_are_made() -> None:
    assert "thrown away after 7 days" in plain(what_is_kept(7))
    assert "thrown away" not in plain(what_is_kept(None))
    assert "copies" in plain(what_is_kept(None)).lower()


def test_the_question_counts_what_there_is_and_a_stranger_is_asked_nothing() -> None:
    asked = plain(ask_to_forget(Holdings(12, 1, known=True), 0))
    assert asked.startswith("Erase everything? 12 workouts, 1 set, your profile")
    assert "0 workouts" not in plain(ask_to_forget(Holdings(0, 0, known=True), 0))
    nothing = ask_to_forget(Holdings(0, 0, known=False), 0)
    assert nothing.rows == ()


def test_what_was_erased_is_counted_and_named() -> None:
    view = forgotten(Erased(3, 40, frozenset({Topic.PROFILE, Topic.WORKOUTS, Topic.PLAN})), 7)
    assert_fits_a_phone(view)
    assert plain(view).startswith("Erased: 3 workouts, 40 sets, your profile, your next session.")
    assert "7 days" in plain(view)
    assert plain(forgotten(Erased(0, 0, frozenset()), None)).startswith("All I kept about you is erased.")
