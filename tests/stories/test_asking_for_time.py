"""A rep asks for time from the warning; the manager grants, refuses, or says nothing."""

import pytest

from tests.stories.clockside import history, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, enter, saved


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Acme")
    return firm


def ask(firm: Company, when: str = "2026-04-09 09:00") -> None:
    pass_until(firm, when)
    firm.press(TOM, said_to(firm, TOM, "Acme", "runs out")[-1], "time.ask")
    assert saved(firm.submit(TOM, {"reason": "their board meets in May"}))


def test_granted_the_customer_stays_fifteen_days_longer_and_the_warning_says_so(held: Company) -> None:
    ask(held)
    warning = said_to(held, TOM, "Acme", "runs out")[-1]
    assert "not answered yet" in warning.text and not has_action(warning, "time.ask")
    asked = said_to(held, BOSS, "Acme", "their board meets in May")[-1]
    assert "Tom Reed" in asked.text and "15" in asked.text
    held.press(BOSS, asked, "time.answer")
    assert "4月27日" in again(held, BOSS, asked).text or not has_action(again(held, BOSS, asked), "time.answer")
    assert held.told(TOM, "Acme", "Mon 27 Apr")  # 25 April is a Saturday
    assert "Mon 27 Apr" in again(held, TOM, warning).text
    pass_until(held, "2026-04-20 09:00")
    assert not said_to(held, TOM, "went to the pool")
    assert len(history(held, "Acme")) == 2


def test_refused_the_rep_hears_it_and_the_clock_runs_on(held: Company) -> None:
    ask(held)
    asked = said_to(held, BOSS, "Acme", "board")[-1]
    refuse = next(one for one in action_ids(asked) if one.endswith("|refuse"))
    held.slack.press(BOSS, asked, refuse)
    held.settle()
    assert held.told(TOM, "did not give more time", "Acme")
    warning = said_to(held, TOM, "Acme", "runs out")[-1]
    assert "not answered yet" not in warning.text
    pass_until(held, "2026-04-13 18:01")
    assert said_to(held, TOM, "went to the pool")


def test_unanswered_it_is_a_no_but_the_sweep_waits_for_the_grace(held: Company) -> None:
    ask(held)
    asked = said_to(held, BOSS, "Acme", "board")[-1]
    pass_until(held, "2026-04-13 17:59")
    assert not said_to(held, TOM, "went to the pool")
    pass_until(held, "2026-04-13 18:01")
    assert said_to(held, TOM, "went to the pool")
    late = again(held, BOSS, asked)
    assert not has_action(late, "time.answer")
    held.slack.press(BOSS, asked, action_of(asked.blocks, "time.answer"))  # the button as it stood before
    held.settle()
    assert len(history(held, "Acme")) == 2


def test_asked_twice_it_is_one_request_and_after_two_grants_there_is_no_more(held: Company) -> None:
    for until in ("2026-04-09 09:00", "2026-04-24 09:00"):
        ask(held, until)
        held.press(BOSS, said_to(held, BOSS, "Acme", "board")[-1], "time.answer")
    pass_until(held, "2026-05-11 09:00")
    held.press(TOM, said_to(held, TOM, "Acme", "runs out")[-1], "time.ask")
    refused = held.submit(TOM, {"reason": "their board meets in June"})
    assert refused.errors and "2 times" in next(iter(refused.errors.values()))


def test_only_a_manager_answers(held: Company) -> None:
    ask(held)
    asked = said_to(held, BOSS, "Acme", "board")[-1]
    held.slack.press(MEI, asked, action_of(asked.blocks, "time.answer"), channel=asked.channel)
    held.settle()
    assert has_action(again(held, BOSS, asked), "time.answer")


def action_ids(message: object) -> list[str]:
    return [one["action_id"] for block in message.blocks for one in block.get("elements", ()) if "action_id" in one]  # type: ignore[attr-defined]
