"""Every view, filled with short, long, hostile and empty words, in both languages, is one that Slack takes."""

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

from crm import cards
from crm.cards.reports import WeekCard
from crm.notices import Notice
from handlers import wording
from handlers.kit.charts import without_charts
from handlers.kit.speech import Speech
from operations import compose, mail
from sandbox import checks
from sandbox.errors import SlackError
from tests.shape import answers, figures, home_samples, lead_samples, samples
from tests.shape.forms import every_form
from tests.shape.gallery import LANGUAGES, every_card

RINGS = re.compile(r"<!(?!date\^)|<@U0EVIL")  # a time in the reader's own zone mentions nobody

FALLBACK = re.compile(r"\|[^>]*>")  # what a date says where Slack cannot


def _speech(language: str) -> Speech:
    return Speech(language, "Asia/Shanghai", samples.NOW)


def _refusal(check: Callable[..., None], *args: object) -> str | None:
    """What Slack would say against it; None where it takes it."""
    try:
        check(*args)
    except SlackError as error:
        return f"{error.code} {error.messages}"
    return None


def _mrkdwn(value: Any) -> Iterator[str]:
    """Every text Slack would look for mentions in; in plain text it does not."""
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield value["text"]
        for part in value.values():
            yield from _mrkdwn(part)
    elif isinstance(value, list):
        for part in value:
            yield from _mrkdwn(part)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_message_is_one_that_slack_takes(language: str, data: str) -> None:
    for card in every_card(samples.WORDS[data]):
        said = wording.word(card, _speech(language))
        assert _refusal(checks.require_message, said.text, said.blocks) is None, (card, said.blocks)
        plain = without_charts(said.blocks)
        assert plain is None or _refusal(checks.require_message, said.text, plain) is None, plain
        assert said.text.strip(), type(card).__name__
        assert not [text for text in (said.text, *_mrkdwn(said.blocks)) if RINGS.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_answer_given_at_once_is_one_that_slack_takes(language: str, data: str) -> None:
    for room, said in answers.every_answer(samples.WORDS[data], _speech(language)):
        assert _refusal(checks.require_message, said.text, said.blocks) is None, (room, said.blocks)
        assert said.text.strip(), room
        assert not [text for text in (said.text, *_mrkdwn(said.blocks)) if RINGS.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_the_home_is_one_that_slack_takes(language: str, data: str) -> None:
    for home in home_samples.homes(samples.WORDS[data]):
        assert _refusal(checks.require_view, wording.word_home(home, _speech(language))) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_form_is_one_that_slack_takes(language: str, data: str) -> None:
    for form in every_form(samples.WORDS[data], _speech(language)):
        assert _refusal(checks.require_view, form) is None, form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_answer_in_figures_is_one_that_slack_takes(language: str, data: str) -> None:
    words, speech = samples.WORDS[data], _speech(language)
    for said in (*figures.every_answer(words, speech), *lead_samples.every_answer(words, speech)):
        plain = without_charts(said.blocks) or []
        for blocks in (said.blocks, plain):
            assert _refusal(checks.require_message, said.text, blocks) is None, blocks
        assert said.text.strip()
        assert not [text for text in (said.text, *_mrkdwn(said.blocks)) if RINGS.search(text)]


def test_every_notice_can_be_written_read_and_composed() -> None:
    kinds = set(get_args(Notice))
    assert kinds == set(compose._COMPOSERS)
    assert {kind.__name__ for kind in kinds} == set(mail._SLIPS)


def test_the_samples_show_every_card_there_is_a_view_for() -> None:
    assert {type(card) for card in every_card("Acme")} == set(wording.VIEWS)


def test_what_a_channel_reads_leaves_every_instant_to_the_zone_of_its_reader() -> None:
    told = [card for card in every_card(samples.WORDS["short"]) if _in_a_channel(card)]
    assert {cards.SharedCard, cards.DigestCard, WeekCard} <= {type(card) for card in told}
    for card in told:
        here, there = (
            str(wording.word(card, Speech("en", zone, samples.NOW, to_many=True)))
            for zone in ("Asia/Tokyo", "America/Lima")
        )
        assert FALLBACK.sub(">", here) == FALLBACK.sub(">", there)
    moment = Speech("en", "Asia/Tokyo", samples.NOW, to_many=True).moment(samples.NOW)
    assert re.fullmatch(r"<!date\^\d+\^{date_short}\|[^>]+> <!date\^\d+\^{time}\|[0-9:]+>", moment)


def _in_a_channel(card: object) -> bool:
    return isinstance(card, cards.SharedCard) or getattr(card, "in_channel", False)
