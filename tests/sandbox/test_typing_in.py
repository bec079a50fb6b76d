"""Typed words become what Slack sends: escaped, linked, with people by id."""

from __future__ import annotations

import time

import pytest

from sandbox.typing_in import rich_text, typed

PEOPLE = {"mei": "U_MEI", "陈梅": "U_MEI"}


@pytest.mark.parametrize(
    ("words", "wire"),
    [
        ("called A&B <boss>", "called A&amp;B &lt;boss&gt;"),
        ("mail jane@acme.com", "mail <mailto:jane@acme.com|jane@acme.com>"),
        ("see https://acme.com/a?b=1&c=2.", "see <https://acme.com/a?b=1&amp;c=2>."),
        ("acme.com said yes", "<http://acme.com|acme.com> said yes"),
        ("for @mei", "for <@U_MEI>"),
        ("问@陈梅一下", "问@陈梅一下"),
        ("问 @陈梅一下", "问 <@U_MEI>一下"),
        ("for @nobody", "for @nobody"),
        ("<@U_BOT> hi", "<@U_BOT> hi"),
        ("12.5 万", "12.5 万"),
    ],
)
def test_typed_words_reach_the_bot_as_slack_writes_them(words: str, wire: str) -> None:
    assert typed(words, PEOPLE) == wire


def test_a_command_names_whom_it_mentions_and_links_nothing() -> None:
    assert typed("away @mei acme.com", PEOPLE, named=True, links=False) == "away <@U_MEI|mei> acme.com"
    assert typed("away <@U_MEI>", PEOPLE, named=True, links=False) == "away <@U_MEI|mei>"


def test_a_very_long_note_is_cut_as_slack_cuts_it() -> None:
    begun = time.perf_counter()
    for words in ("x" * 50_000, "x." * 25_000, "x@" * 25_000, "https://" + "." * 50_000, "@" * 50_000, "<" * 50_000):
        assert len(typed(words, {})) == 40_000
    assert time.perf_counter() - begun < 5


def test_the_rich_text_beside_it_has_the_same_words() -> None:
    block = rich_text("for <@U_MEI>: A&amp;B <http://acme.com|acme.com>", "b")
    assert block["elements"][0]["elements"] == [
        {"type": "text", "text": "for "},
        {"type": "user", "user_id": "U_MEI"},
        {"type": "text", "text": ": A&B "},
        {"type": "link", "url": "http://acme.com", "text": "acme.com"},
    ]
