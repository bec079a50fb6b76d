"""Nobody follows up: warned at 7, 3, 1 and 0 working days, in one message a rung, with a button that mends each row.

Everybody's customers are entered on Wednesday 11 March 2026 and protected for 30 days: until Friday 10 April, 18:00 in
Shanghai. Working days before it: 1 April (7), 7 April (3), 9 April (1), and the morning itself.
"""

import pytest

from tests.stories.clockside import enter_all, jump_to, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import again, labels, log, logged, saved, tap


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    enter_all(firm, TOM, ["Acme", "Globex", "Initech"])
    enter_all(firm, MEI, ["华为", "新华"])
    return firm


def test_each_rung_is_one_message_that_lists_every_customer(held: Company) -> None:
    for rungs, day in enumerate(("04-01", "04-07", "04-09", "04-10"), start=1):
        pass_until(held, f"2026-{day} 08:59")
        assert len(said_to(held, TOM, "run")) == rungs - 1
        pass_until(held, f"2026-{day} 09:00")
        for user, names in ((TOM, ("Acme", "Globex", "Initech")), (MEI, ("华为", "新华"))):
            warnings = said_to(held, user, *names)
            assert len(warnings) == rungs, (user, day)
    assert "3 customers of yours run out soon." in said_to(held, TOM, "Acme", "Globex")[0].text
    assert "Fri 10 Apr, 9 days left" in said_to(held, TOM, "Acme", "Globex")[0].text
    assert "4月10日周五" in said_to(held, MEI, "华为", "新华")[0].text


def test_the_manager_is_copied_once_at_one_day(held: Company) -> None:
    pass_until(held, "2026-04-09 08:59")
    assert not said_to(held, BOSS, "Acme")
    pass_until(held, "2026-04-10 12:00")
    copies = said_to(held, BOSS, "Acme", "Globex", "Initech")
    assert len(copies) == 1 and "Tom Reed" in copies[0].text
    assert len(said_to(held, BOSS, "华为", "新华")) == 1
    assert not has_action(copies[0], "log.open") and has_action(copies[0], "card.open")


@pytest.mark.parametrize(
    ("user", "name", "button", "until"),
    [(TOM, "Acme", "Log call", "Tue 21 Apr"), (MEI, "华为", "记一次联系", "4月21日周二")],
)
def test_a_call_logged_from_the_warning_mends_its_row(
    held: Company, user: str, name: str, button: str, until: str
) -> None:
    pass_until(held, "2026-04-01 09:00")
    warning = said_to(held, user, name)[-1]
    row_buttons = labels(warning)
    assert len(row_buttons) == (12 if user == TOM else 8)
    tap(held, user, warning, row_buttons[0])
    held.submit(user, {"contact": "Ann Ray", "outcome": "they want a second quote 他们要第二份报价"})
    mended = again(held, user, warning)
    assert until in mended.text and name in mended.text
    assert len(labels(mended)) == len(row_buttons) - 4  # the mended row asks for nothing more
    jump_to(held, "2026-04-07 09:00")
    assert name not in said_to(held, user, "10 Apr" if user == TOM else "4月10日")[-1].text


def test_a_plan_made_from_the_warning_is_kept_but_does_not_stop_the_clock_for_ever(held: Company) -> None:
    pass_until(held, "2026-04-01 09:00")
    warning = said_to(held, TOM, "Acme")[-1]
    tap(held, TOM, warning, "Plan")
    result = held.submit(TOM, {"due_on": "2026-04-03", "due_at": "10:00", "step": "call Ann"})
    assert not result.errors, result
    assert held.told(TOM, "call Ann", "Acme") or held.told(TOM, "Fri 3 Apr")


def test_letting_go_from_the_warning_sends_the_customer_to_the_pool_with_its_reason(held: Company) -> None:
    pass_until(held, "2026-04-01 09:00")
    warning = said_to(held, TOM, "Acme")[-1]
    tap(held, TOM, warning, "Let go")
    result = held.submit(TOM, {"reason": "poor_fit"})
    assert not result.errors, result
    assert "in the pool now" in again(held, TOM, warning).text
    card = said_to(held, BOSS, "Acme")[-1]
    assert "Tom Reed" in card.text and has_action(card, "pool.assign_other")


def test_a_warning_overtaken_before_it_is_sent_is_dropped(held: Company) -> None:
    """The relay is behind when the rung is put, and the calls are logged meanwhile."""
    pass_until(held, "2026-04-01 08:59")
    held.slack.advance(60)
    held.dibs.ticker.run_all(held.now)
    for name in ("华为", "新华"):
        held.slack.command(MEI, "/log")
        picked = held.slack.suggest(MEI, "pick.customer", name)[0]["value"]
        assert saved(
            held.slack.submit(
                None, MEI, {"pick.customer": picked, "kind": "call", "contact": "李", "outcome": "他们要第二份报价单"}
            )
        )
    held.settle()
    assert len(said_to(held, TOM, "Acme", "Globex", "Initech")) == 1
    assert len(logged(held, MEI)) == 4 and not said_to(held, MEI, "华为", "新华")


def test_after_three_weeks_of_downtime_only_the_latest_rung_is_told_and_nobody_is_swept(held: Company) -> None:
    pass_until(held, "2026-03-12 12:00")  # the first day of the rule
    jump_to(held, "2026-04-20 10:00")  # a Monday: deadline and grace have passed unseen
    assert len(said_to(held, MEI, "华为", "新华")) == 1
    held.wait(minutes=1)
    assert len(said_to(held, BOSS, "Acme", "Globex", "Initech", "华为", "新华")) == 1  # the copy of one day, late
    assert not said_to(
        held, TOM, "Acme", "Globex", "Initech"
    )  # ten in the evening in New York: it waits for the morning
    pass_until(held, "2026-04-20 21:00")
    assert len(said_to(held, TOM, "Acme", "Globex", "Initech")) == 1
    pass_until(held, "2026-04-22 15:59")  # 8 working hours left of Monday, 9 of Tuesday, and 7
    assert not said_to(held, MEI, "2 个客户因为没有及时跟进")
    pass_until(held, "2026-04-22 16:01")
    assert len(said_to(held, MEI, "2 个客户因为没有及时跟进")) == 1
    pass_until(held, "2026-04-23 14:59")
    assert not said_to(held, TOM, "went to the pool")
    pass_until(held, "2026-04-23 15:01")
    assert len(said_to(held, TOM, "3 customers went to the pool")) == 1


def test_a_log_by_the_form_after_the_warning_counts_like_any_other(held: Company) -> None:
    pass_until(held, "2026-04-09 09:00")
    receipt = log(held, TOM, new_name="Acme", kind="call", contact="Ann Ray", outcome="they want a second quote")
    assert "Wed 29 Apr" in receipt.text
    pass_until(held, "2026-04-13 18:01")
    pooled = held.told(TOM, "went to the pool")
    assert pooled is not None and "Acme" not in pooled.text
