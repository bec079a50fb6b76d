"""Dibs was away: days go back to everybody, each hears of it once, and nothing that is late rings at night."""

import pytest

from storage import audit
from tests.stories.clockside import at, history, jump_to, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter


@pytest.fixture
def held(firm: Company) -> Company:
    """Acme and two more of Tom's, and Mei's 新华印刷: until 10 April."""
    quiet(firm, BOSS, MEI, TOM)
    for name in ("Acme", "Globex", "Initech"):
        enter(firm, TOM, name)
    enter(firm, MEI, "新华印刷")
    return firm


def down(firm: Company, since: str, until: str) -> None:
    """No process runs in between: both clocks go on."""
    pass_until(firm, since)
    wall, gone = firm.dibs.pulse.wall, (at(until) - firm.now).total_seconds()
    firm.dibs.pulse.wall = lambda: wall() + gone
    jump_to(firm, until)


def test_two_working_days_down_are_two_working_days_more_for_everybody_with_one_message_each(held: Company) -> None:
    down(held, "2026-03-16 09:00", "2026-03-18 09:00")
    assert held.last(MEI).text.endswith(
        "至3月18日周三 09:00，我没能收到消息。没有人会因此失去客户：你的 1 个客户各延长 2 个工作日。"
        "期间做过的跟进，补写一条给我就行。`/dibs 我的` 可以看到新的日期。"
    )
    assert "归你至4月14日周二。" in held.command(MEI, "/who 新华印刷").text
    assert not said_to(held, TOM, "could not hear you")  # nine in the evening in New York
    pass_until(held, "2026-03-18 21:00")
    told = said_to(held, TOM, "could not hear you")
    assert [one.text.partition(" to ")[2] for one in told] == [
        "Tue 17 Mar 21:00. "
        "Nobody loses a customer by that: 3 customers of yours have 2 working days more. "
        "Write to me what you did meanwhile. `/dibs mine` shows the new dates."
    ]
    assert history(held, "Acme")[0].startswith("因系统中断补回天数给 Tom Reed，现至4月14日周二")
    with held.dibs.database.read() as tx:
        workspace_id = held.slack.ws.team_id
        assert "outage" in [what for _, _, what, _ in audit.lines(tx, workspace_id=workspace_id)]


def test_a_weekend_or_a_restart_is_no_outage(held: Company) -> None:
    down(held, "2026-03-13 18:30", "2026-03-16 08:30")
    down(held, "2026-03-17 10:00", "2026-03-17 12:00")
    assert "归你至4月10日周五。" in held.command(MEI, "/who 新华印刷").text
    assert not said_to(held, MEI, "我没能收到消息")


def test_a_clock_that_is_only_moved_gives_nothing_back(held: Company) -> None:
    jump_to(held, "2026-03-18 09:00")
    assert "归你至4月10日周五。" in held.command(MEI, "/who 新华印刷").text


def test_nobody_is_swept_by_an_outage_over_the_deadline(held: Company) -> None:
    down(held, "2026-04-09 12:00", "2026-04-20 03:00")
    assert not said_to(held, TOM, "went to the pool") and not said_to(held, MEI, "公海")
    pass_until(held, "2026-04-20 09:00")
    assert said_to(held, MEI, "我没能收到消息")
    pass_until(held, "2026-04-22 09:00")
    assert not said_to(held, TOM, "went to the pool") and not said_to(held, MEI, "转入公海", "新华印刷")


def test_warnings_caught_up_wait_for_the_morning(held: Company) -> None:
    heard = len(held.heard(MEI))
    down(held, "2026-04-01 08:00", "2026-04-03 03:00")
    pass_until(held, "2026-04-03 08:59")
    assert len(held.heard(MEI)) == heard
    pass_until(held, "2026-04-03 09:01")
    assert len(said_to(held, MEI, "新华印刷", "到期")) <= 1 and len(held.heard(MEI)) <= heard + 2
    assert len(held.heard(MEI)) > heard


def test_a_late_reminder_waits_for_the_morning_and_one_on_time_does_not(held: Company) -> None:
    enter(held, MEI, "华为", due_on="2026-03-12", due_at="15:00", step="发报价")
    enter(held, MEI, "联想", due_on="2026-03-12", due_at="22:30", step="打电话")
    down(held, "2026-03-12 14:00", "2026-03-12 22:00")
    assert not said_to(held, MEI, "到时间了")
    pass_until(held, "2026-03-12 22:31")
    assert [("联想" in one.text, "华为" in one.text) for one in said_to(held, MEI, "到时间了")] == [(True, False)]
    pass_until(held, "2026-03-13 09:01")
    assert len(said_to(held, MEI, "到时间了", "华为")) == 1


def test_while_slack_cannot_be_reached_the_heart_stands_still(held: Company) -> None:
    pass_until(held, "2026-03-16 09:00")
    held.dibs.postman.unreachable_since = held.dibs.pulse.wall() - 1000
    held.dibs.client.base_url = "http://127.0.0.1:9/api/"
    held.dibs.pulse.beat(held.now)
    assert not held.dibs.pulse.hears
    held.dibs.client.base_url = held.server.api_url
    held.dibs.pulse.beat(held.now)
    assert held.dibs.pulse.hears
