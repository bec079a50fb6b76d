"""A manager takes a sweep or an assignment back within a day; and what nobody decides goes to the next leader up."""

import pytest

from tests.stories.clockside import history, pass_until, quiet, said_to, sweep
from tests.stories.company import BOSS, CLERK, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, enter, log


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def test_a_sweep_is_taken_back_and_the_owner_has_time_to_be_warned_again(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.press(BOSS, card, "pool.take_back")
    assert held.told(TOM, "*Acme* is yours again")
    assert "撤回" in again(held, BOSS, card).text or "收回" in again(held, BOSS, card).text
    assert len(history(held, "Acme")) == 3
    pass_until(held, "2026-04-15 12:00")
    assert said_to(held, TOM, "Acme", "runs out")[-1]
    assert not has_action(again(held, BOSS, card), "pool.assign")
    receipt = log(held, TOM, new_name="Acme", kind="call", contact="Ann Ray", outcome="they want a second quote")
    assert "Tue 5 May" in receipt.text
    pass_until(held, "2026-04-20 12:00")
    assert len(said_to(held, TOM, "went to the pool")) == 1


def test_an_assignment_is_taken_back_and_the_decision_is_open_again(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.press(BOSS, card, "pool.assign")
    assert held.told(MEI, "Acme")
    held.press(BOSS, again(held, BOSS, card), "pool.take_back")
    assert held.told(MEI, "Acme", "撤回")
    second = said_to(held, BOSS, "Acme")[-1]
    assert second.ts != card.ts and has_action(second, "pool.assign")
    held.press(BOSS, second, "pool.assign")  # whose turn was taken back is barred by nothing
    assert held.command(MEI, "/dibs 我的").text.count("Acme") == 1
    assert len(history(held, "Acme")) == 5


def test_after_a_day_or_a_change_it_stays_as_it_is(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.wait(hours=25)
    held.press(BOSS, card, "pool.take_back")
    assert "24" in held.last(BOSS).text and len(history(held, "Acme")) == 2
    held.press(BOSS, card, "pool.assign")
    held.slack.press(BOSS, card, action_of(card.blocks, "pool.take_back"))  # an old button: the epoch has moved
    held.settle()
    assert held.command(MEI, "/dibs 我的").text.count("Acme") in (0, 1)
    assert len(history(held, "Acme")) in (3, 4)


def test_only_a_leader_takes_back(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.slack.press(TOM, card, action_of(card.blocks, "pool.take_back"), channel=card.channel)
    held.settle()
    assert len(history(held, "Acme")) == 2


def test_what_nobody_decides_goes_to_the_next_leader_once_and_either_may_decide(held: Company) -> None:
    held.command(BOSS, f"/dibs team manager <@{CLERK}>")
    enter(held, TOM, "Acme")
    pass_until(held, "2026-04-13 18:01")
    card = said_to(held, CLERK, "Acme", "needs an owner")[-1]  # the team's manager is asked before the admin
    held.wait(hours=2 * 24 + 20)  # 24 working hours from Tuesday nine: until Thursday, 15:00
    assert not said_to(held, BOSS, "Clara", "Acme", "决定")
    held.wait(hours=1)
    held.wait(hours=5)
    passed_up = said_to(held, BOSS, "Acme", "Clara", "未在时限内决定")
    assert len(passed_up) == 1 and has_action(passed_up[0], "pool.assign")
    held.press(BOSS, passed_up[0], "pool.assign")
    for reader, message in ((CLERK, card), (BOSS, passed_up[0])):
        assert not has_action(again(held, reader, message), "pool.assign")
    held.wait(hours=30)
    assert len(said_to(held, BOSS, "Acme", "Clara", "未在时限内决定")) == 1
