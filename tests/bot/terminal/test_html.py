from __future__ import annotations

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.formatting import utf16_length, utf16_slice
from bot.terminal.html import parse_html
from bot.terminal.wire import Refused

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TAGS = st.sampled_from(
    ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "code", "pre"]
)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>bold</b>", "bold", [{"type": "bold", "offset": 0, "length": 4}]),
        ("💪<B >x</b >", "💪x", [{"type": "bold", "offset": 2, "length": 1}]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        (
            "<b>a<i>b</i></b>",
            "ab",
            [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 1}],
        ),
        ('<span class="tg-spoiler">s</span>', "s", [{"type": "spoiler", "offset": 0, "length": 1}]),
        ("<blockquote>q</blockquote>", "q", [{"type": "blockquote", "offset": 0, "length": 1}]),
        (
            "<blockquote expandable>q</blockquote>",
            "q",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        (
            '<a href="http://x.y/?a=1&amp;b=2">l</a>',
            "l",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "http://x.y/?a=1&b=2"}],
        ),
        ("<a href='tg://user?id=42'>u</a>", "u", [
            {"type": "text_mention", "offset": 0, "length": 1,
             "user": {"id": 42, "is_bot": False, "first_name": "u"}},
        ]),
        ("<a href='not a link'>l</a>", "l", []),
        (
            '<pre><code class="language-python">p</code></pre>',
            "p",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        ('<code class="language-python">p</code>', "p", [{"type": "code", "offset": 0, "length": 1}]),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            "👍",
            [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5368324170671202286"}],
        ),
        (
            '<tg-time unix="1772474460" format="r">18:01</tg-time>',
            "18:01",
            [
                {
                    "type": "date_time",
                    "offset": 0,
                    "length": 5,
                    "unix_time": 1772474460,
                    "date_time_format": "r",
                }
            ],
        ),
        (
            "<tg-time unix=1772474460>18:01</tg-time>",
            "18:01",
            [{"type": "date_time", "offset": 0, "length": 5, "unix_time": 1772474460}],
        ),
        ("<tg-time>18:01</tg-time>", "18:01", []),
        ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
        ("&lt&#65;&#x1F4AA;&nbsp;&", "<A💪&nbsp;&", []),
        ("&#0; &#99999999999; a > b", "&#0; &#99999999999; a > b", []),
    ],
)  # fmt: skip
def test_tags_become_entities(source: str, text: str, entities: list[Any]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("💪<x>", 'Unsupported start tag "x" at byte offset 4'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a < b >", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="q">a</tg-time>', "Invalid date format used"),
        ("&#xd83d;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description.startswith(f"Bad Request: can't parse entities: {words}")


@given(TEXTS)
def test_an_escaped_text_parses_back_to_itself(text: str) -> None:
    assert parse_html(escape(text, quote=False)) == (text, [])
    assert parse_html(escape(text).replace("&#x27;", "'")) == (text, [])


@given(TEXTS, TEXTS.filter(bool), TAGS, TEXTS)
def test_an_entity_covers_exactly_what_stood_in_its_tag(
    before: str, inside: str, tag: str, after: str
) -> None:
    text, entities = parse_html(f"{escape(before)}<{tag}>{escape(inside)}</{tag}>{escape(after)}")
    assert text == before + inside + after
    assert len(entities) == 1
    assert utf16_slice(text, entities[0]["offset"], entities[0]["length"]) == inside


@given(st.text("<>/&;ab= \"'#x1💪", max_size=30))
def test_any_text_is_parsed_or_refused(source: str) -> None:
    refusal = ""
    text, entities = "", list[Any]()
    try:
        text, entities = parse_html(source)
    except Refused as refused:
        refusal = refused.description
    assert refusal == "" or refusal.startswith("Bad Request: can't parse entities: ")
    assert all(0 < entity["length"] <= utf16_length(text) - entity["offset"] for entity in entities)
