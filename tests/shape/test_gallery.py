"""Every view, filled with short, long, hostile and empty words, in both languages, is one that Slack takes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from typing import Any, get_args

import pytest

from crm.cards import Leaver, Together
from crm.deals import Stage, Stages
from crm.notices import Notice
from crm.people import Person
from crm.quiet import QuietHours
from handlers import wording
from handlers.away.view import leave_form
from handlers.deals.form import DealForm, deal_form
from handlers.expiry.view import release_form, time_form
from handlers.history.view import history, history_modal
from handlers.home.settings import settings_form
from handlers.imports.form import columns_form
from handlers.kit.charts import without_charts
from handlers.kit.speech import Speech
from handlers.log.view import Prefill, log_form
from handlers.plans.view import move_form, plan_form
from handlers.reassign.forms import assign_form, hand_over_form
from handlers.sharing.view import share_form
from handlers.spot_checks.view import reject_form
from handlers.stages.view import stages_form
from handlers.timeline.view import timeline
from handlers.who.view import card_modal
from operations import compose, mail
from sandbox import checks
from sandbox.errors import SlackError
from tests.shape import customer_samples, figures, lead_samples, samples
from tests.shape.samples_lists import dropped

LANGUAGES = ("en", "zh")


def _speech(language: str) -> Speech:
    return Speech(language, "Asia/Shanghai", samples.NOW)


def _every_card(words: str) -> Iterator[object]:
    yield from samples.every_card(words)
    yield from customer_samples.every_card(words)
    yield from lead_samples.every_card(words)
    yield from figures.reports(words)
    yield from figures.grade_cards(words)


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
    for card in _every_card(samples.WORDS[data]):
        said = wording.word(card, _speech(language))
        assert _refusal(checks.require_message, said.text, said.blocks) is None, (card, said.blocks)
        plain = without_charts(said.blocks)
        assert plain is None or _refusal(checks.require_message, said.text, plain) is None, plain
        assert said.text.strip(), type(card).__name__
        assert not [text for text in (said.text, *_mrkdwn(said.blocks)) if "<!" in text or "<@U0EVIL" in text]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_a_history_is_one_that_slack_takes(language: str, data: str) -> None:
    for of in ("customer", "person"):
        said = history(samples.history(samples.WORDS[data], of), _speech(language))
        assert _refusal(checks.require_message, said.text, said.blocks) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_the_home_is_one_that_slack_takes(language: str, data: str) -> None:
    assert (
        _refusal(checks.require_view, wording.word_home(samples.home(samples.WORDS[data]), _speech(language))) is None
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_form_is_one_that_slack_takes(language: str, data: str) -> None:
    words, speech = samples.WORDS[data], _speech(language)
    name = words[:200] or "?"
    full = Prefill(
        (samples.ULID, name), name, "call", name, words, samples.NOW, samples.NOW, words[:500], "12", "CNY", "{}", True
    )
    forms = (
        log_form(Prefill(), speech),
        log_form(full, speech),
        plan_form(speech, None),
        plan_form(speech, (samples.ULID, name)),
        move_form(samples.plan(words), speech),
        time_form(samples.ULID, name, 15, speech),
        leave_form(speech),
        *customer_samples.customer_forms(words, speech),
        *customer_samples.complaint_forms(words, speech),
        release_form(samples.ULID, name, speech),
        columns_form(dropped(words), speech),
        assign_form(samples.ULID, "3", name, speech),
        history_modal(samples.history(words, "customer"), speech),
        history_modal(samples.history(words, "person"), speech),
        reject_form(samples.spot_check(words, "open"), speech),
        hand_over_form(Together("U0BOSS", samples.NOW, 92, 90, Leaver(name, 30, 1, 1)), speech),
        card_modal(samples.customer_card(words, more_touches=True), speech),
        settings_form(Person("T1", "U0TOM", name, quiet=QuietHours(time(20), time(8))), speech),
        timeline(samples.timeline(words), speech),
        share_form(samples.ULID, name, speech),
        *_deal_forms(words, speech),
    )
    for form in forms:
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
        assert not [text for text in (said.text, *_mrkdwn(said.blocks)) if "<!" in text or "<@U0EVIL" in text]


def _deal_forms(words: str, speech: Speech) -> Iterator[dict[str, Any]]:
    own = Stages((Stage("s1", 10, 9, "open", words[:60] or "?"), *Stages().all))
    yield stages_form(own, speech)
    yield deal_form(DealForm(own), speech)
    yield deal_form(DealForm(own, customer=(samples.ULID, words[:200] or "?")), speech)
    full = replace(samples.deal(words), name=words[:199] + "x", helpers=("U0MEI", "U0TOM"), probability=50)
    yield deal_form(DealForm(own, full, {"U0MEI": words[:200]}, stage="lost"), speech)


def test_every_notice_can_be_written_read_and_composed() -> None:
    kinds = set(get_args(Notice))
    assert kinds == set(compose._COMPOSERS)
    assert {kind.__name__ for kind in kinds} == set(mail._SLIPS)


def test_the_samples_show_every_card_there_is_a_view_for() -> None:
    assert {type(card) for card in _every_card("Acme")} == set(wording.VIEWS)
