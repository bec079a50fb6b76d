"""A lock holds a customer by a manager's word: asked for, set, refused, taken off, and over by itself."""

import pytest

from tests.stories.clockside import history, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, enter, log, tap, words


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Acme")
    return firm


def test_an_owner_asks_and_the_managers_lock_holds_ninety_days_without_a_follow_up(held: Company) -> None:
    answer = held.command(TOM, "/dibs lock Acme: their board meets in May").text
    assert answer == "Your manager was asked to lock Acme; the answer comes to our direct messages."
    asked = held.last(BOSS)
    assert asked.text == "Tom Reed 申请锁定 *Acme*：90 天内无需跟进。理由：their board meets in May"
    tap(held, BOSS, asked, "锁定")
    assert held.last(TOM).text == "王总 locked *Acme*: it stays yours until Tue 9 Jun, whether you follow up or not."
    assert not has_action(again(held, BOSS, asked), "lock.answer")
    assert "王总 已锁定，至6月9日周二。" in again(held, BOSS, asked).text
    assert "Yours until Tue 9 Jun. Locked until Tue 9 Jun." in held.command(TOM, "/who acme").text
    assert "Locked until Tue 9 Jun." in held.command(TOM, "/dibs mine").text
    pass_until(held, "2026-05-20 09:00")
    assert not said_to(held, TOM, "runs out") and not said_to(held, TOM, "went to the pool")
    assert history(held, "Acme")[0].startswith("王总 锁定了该客户，至6月9日周二（“their board meets in May”")


def test_a_lock_is_over_by_itself_after_its_warnings(held: Company) -> None:
    held.command(BOSS, "/dibs 锁定 Acme")
    assert "王总 locked *Acme*" in held.last(TOM).text
    pass_until(held, "2026-06-09 09:01")
    assert said_to(held, TOM, "Acme", "ends today")
    pass_until(held, "2026-06-11 18:01")
    assert said_to(held, TOM, "went to the pool", "Acme")


def test_refused_it_stays_as_it_was(held: Company) -> None:
    held.command(TOM, "/dibs lock acme")
    tap(held, BOSS, held.last(BOSS), "拒绝")
    assert held.last(TOM).text == "王总 did not lock *Acme*. A follow-up keeps it yours."
    assert "Yours until Fri 10 Apr." in held.command(TOM, "/who acme").text
    assert "Locked" not in held.command(TOM, "/who acme").text
    enter(held, BOSS, "Hooli")  # a manager's own is for somebody else to approve
    assert "没有" in held.command(BOSS, "/dibs lock Hooli").text
    enter(held, BOSS, "Hooli")  # a manager's own is for somebody else to approve
    assert "没有" in held.command(BOSS, "/dibs lock Hooli").text


def test_taken_off_it_leaves_time_to_be_warned(held: Company) -> None:
    held.command(BOSS, "/dibs lock Acme")
    pass_until(held, "2026-04-20 09:00")
    answer = held.command(TOM, "/dibs unlock acme").text
    assert answer == "Acme is not locked any more; it is protected until Wed 22 Apr."
    assert history(held, "Acme")[0].startswith("Tom Reed 解除了锁定，现至4月22日周三")
    held.wait(seconds=1)
    assert said_to(held, TOM, "runs out", "Acme")
    again_ = held.command(TOM, "/dibs unlock acme").text
    assert again_ == "Acme is not locked. Nothing was changed."


def test_asked_twice_or_set_twice_is_one_lock(held: Company) -> None:
    held.command(TOM, "/dibs lock Acme")
    assert "asked for already" in held.command(TOM, "/dibs lock Acme").text
    card = held.last(BOSS)
    tap(held, BOSS, card, "锁定")
    held.slack.press(BOSS, card, action_of(card.blocks, "lock.answer"))
    held.settle()
    assert "Acme is locked already, until Tue 9 Jun" in held.command(TOM, "/dibs lock Acme").text
    assert len(history(held, "Acme")) == 2


def test_nobody_locks_what_is_anothers_and_only_a_manager_answers(held: Company) -> None:
    assert (
        "不归你" in held.command(MEI, "/dibs 锁定 Acme").text or "不是你的" in held.command(MEI, "/dibs 锁定 Acme").text
    )
    held.command(TOM, "/dibs lock Acme")
    card = held.last(BOSS)
    held.slack.press(MEI, card, action_of(card.blocks, "lock.answer"), channel=card.channel)
    held.settle()
    assert has_action(again(held, BOSS, card), "lock.answer")


def test_ten_are_the_most_one_person_has(held: Company) -> None:
    for number in range(10):
        enter(held, TOM, f"Firm {number}")
        assert "is locked until" in held.command(BOSS, f"/dibs lock Firm {number}").text.replace(
            "已锁定至", "is locked until"
        )
    assert "10 locks are the most" in held.command(TOM, "/dibs lock Acme").text
    held.command(TOM, "/dibs unlock Firm 3")
    assert "was asked to lock Acme" in held.command(TOM, "/dibs lock Acme").text


def test_a_lock_of_a_claim_that_has_ended_does_not_hold_the_next(held: Company) -> None:
    held.command(BOSS, "/dibs lock Acme")
    held.command(TOM, "/dibs release Acme")
    held.submit(TOM, {"reason": "poor_fit"})
    held.command(BOSS, f"/dibs assign Acme <@{MEI}>")
    assert "锁定" not in held.command(MEI, "/who acme").text


def test_a_planned_step_holds_until_its_day_once(held: Company) -> None:
    pass_until(held, "2026-04-08 09:00")
    tap(held, TOM, held.command(TOM, "/who acme"), "Plan next step")
    held.submit(TOM, {"due_on": "2026-04-16", "due_at": "10:00", "step": "send the contract"})
    standing = "Yours until Fri 17 Apr. Held until Thu 16 Apr by a planned step."  # evening in Shanghai, so Friday
    assert standing in held.command(TOM, "/who acme").text
    assert "Held until Thu 16 Apr by a planned step." in words(held.command(TOM, "/dibs mine").blocks)
    held.command(TOM, "/dibs plan Acme 21 April 10am call again")
    assert standing in held.command(TOM, "/who acme").text
    assert [line for line in history(held, "Acme") if "安排了下一步" in line] == history(held, "Acme")[:1]


def test_a_moved_plan_holds_no_longer_and_a_dropped_one_ends_with_notice(held: Company) -> None:
    pass_until(held, "2026-04-08 09:00")
    held.command(TOM, "/dibs plan Acme 16 April 10am send the contract")
    planned = held.last_with(TOM, "plan.menu")
    held.press(TOM, planned, "plan.menu", selected="move")
    held.submit(TOM, {"due_on": "2026-04-21", "due_at": "10:00"})
    assert "Yours until Fri 17 Apr." in held.command(TOM, "/who acme").text
    held.press(TOM, held.last_with(TOM, "plan.menu"), "plan.menu", selected="drop")
    assert "Yours until Fri 10 Apr." in held.command(TOM, "/who acme").text
    assert history(held, "Acme")[0].startswith("Tom Reed 取消了用来保留的计划")


def test_a_note_that_does_not_count_may_hold_by_its_plan_and_says_so(held: Company) -> None:
    enter(held, MEI, "新华印刷")
    pass_until(held, "2026-04-09 09:00")
    log(held, MEI, new_name="新华印刷", kind="note", outcome="等回复", due_on="2026-04-17", due_at="10:00")
    receipt = held.told(MEI, "已记录", "等回复") or held.told(MEI, "已记录")
    assert receipt is not None
    assert "归你至4月17日周五。因已安排下一步，保留至4月17日周五。" in receipt.text and "已保留" in receipt.text
    tap(held, MEI, receipt, "撤销")
    assert "因已安排下一步" not in held.command(MEI, "/who 新华印刷").text
