"""Nobody loses a customer without a warning that arrived: Slack down, an owner who can't be reached, a second try."""

import pytest
from sqlalchemy import text

from tests.stories.clockside import pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def dm(firm: Company, user: str) -> str:
    return firm.slack.ws.dm(user).id


def test_while_slack_is_down_nobody_is_swept_and_afterwards_there_is_one_message_and_the_whole_notice(
    held: Company,
) -> None:
    enter(held, TOM, "Acme")
    enter(held, TOM, "Globex")
    held.slack.faults.always("chat.postMessage", "429", retry_after=1)
    pass_until(held, "2026-04-20 10:00")
    assert not said_to(held, TOM, "pool") and not said_to(held, TOM, "runs out")
    held.slack.faults.clear()
    deliver(held)
    assert len(said_to(held, TOM, "Acme", "Globex", "run out")) == 1
    pass_until(held, "2026-04-22 15:59")
    assert not said_to(held, TOM, "went to the pool")
    pass_until(held, "2026-04-22 16:01")
    assert len(said_to(held, TOM, "2 customers went to the pool")) == 1


def test_where_the_owner_cannot_be_reached_the_managers_copy_starts_the_notice(held: Company) -> None:
    enter(held, TOM, "Acme")
    held.slack.faults.always("chat.postMessage", "error", code="user_is_bot", match={"channel": TOM})
    held.slack.faults.always("chat.postMessage", "error", code="channel_not_found", match={"channel": dm(held, TOM)})
    pass_until(held, "2026-04-01 09:01")
    copies = said_to(held, BOSS, "Acme")
    assert copies and "Tom Reed" in copies[0].text and "联系不上" in copies[0].text
    pass_until(held, "2026-04-13 18:01")
    assert "Acme" in said_to(held, BOSS, "1 个客户")[-1].text


def test_a_warning_slack_may_have_taken_is_neither_lost_nor_doubled(held: Company) -> None:
    """The connection breaks after Slack accepted: the notice runs only once that is known."""
    enter(held, TOM, "Acme")
    pass_until(held, "2026-04-10 08:00")
    warned_before = len(said_to(held, TOM, "Acme", "runs out"))
    held.slack.faults.next("chat.postMessage", "reset_after")
    pass_until(held, "2026-04-10 09:01")
    assert len(said_to(held, TOM, "Acme", "runs out")) == warned_before + 1
    pass_until(held, "2026-04-13 18:01")
    assert len(said_to(held, TOM, "Acme", "runs out")) <= warned_before + 1


def deliver(firm: Company) -> None:
    """Let the letters that Slack refused be tried again: their back-off is of the real clock."""
    with firm.dibs.database.begin() as tx:
        tx.execute(text("update outbox set not_before = 0 where state = 'new'"))
        tx.execute(text("update channel_gate set next_at = 0"))
    firm.settle()
