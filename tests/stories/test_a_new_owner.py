"""What nobody follows up goes to the pool after grace, and a manager gives it to somebody who will call."""

import pytest

from tests.stories.clockside import history, pass_until, quiet, said_to, sweep
from tests.stories.company import BOSS, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, enter, labels, log, saved, words


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def test_after_grace_the_sweep_tells_everybody_once(held: Company) -> None:
    enter(held, TOM, "Globex")
    enter(held, TOM, "Acme")
    pass_until(held, "2026-04-13 17:59")
    assert not said_to(held, TOM, "went to the pool")
    pass_until(held, "2026-04-13 18:01")
    told = said_to(held, TOM, "2 customers went to the pool")
    assert len(told) == 1 and "Acme" in told[0].text and "Globex" in told[0].text
    cards = said_to(held, BOSS, "2 个客户")
    assert len([card for card in cards if "陈梅" in card.text]) == 1
    for warning in said_to(held, TOM, "Acme", "Globex", "in the pool now"):
        assert not labels(warning)  # an old warning has no button that would no longer act
    assert "Tom Reed" in history(held, "Acme")[0]
    assert len(history(held, "Acme")) == 2


def test_assigned_as_suggested_the_new_owner_gets_the_brief_and_the_former_one_a_word(held: Company) -> None:
    enter(held, TOM, "Acme", contact="Jane Wu", outcome="wants a quote for 50 seats")
    log(held, TOM, new_name="Acme", kind="call", contact="Jane Wu", outcome="asked about delivery", due_on="2026-06-01")
    pass_until(held, "2026-04-13 18:01")
    card = said_to(held, BOSS, "Acme")[-1]
    assert "Tom Reed" in card.text and "陈梅" in card.text  # whose it was, and who is suggested
    assert "asked about delivery" in words(card.blocks) and "wants a quote" in words(card.blocks)
    held.press(BOSS, card, "pool.assign")
    assert "陈梅" in again(held, BOSS, card).text and not has_action(again(held, BOSS, card), "pool.assign")
    brief = held.told(MEI, "Acme")
    assert brief is not None
    for part in ("Tom Reed", "Jane Wu", "asked about delivery", "wants a quote"):
        assert part in words(brief.blocks) + brief.text, part
    assert "6月1日" in words(brief.blocks)  # the plan came along
    assert held.told(TOM, "*Acme* is 陈梅's now")
    assert [line for line in history(held, "Acme") if "王总" in line]
    assert len(history(held, "Acme")) == 3


def test_a_button_pressed_twice_assigns_once_and_says_who_has_it(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.press(BOSS, card, "pool.assign")
    before = len(held.heard(MEI))
    held.slack.press(BOSS, card, action_of(card.blocks, "pool.assign"))
    held.settle()
    assert held.told(BOSS, "陈梅") and len(held.heard(MEI)) == before
    assert len(history(held, "Acme")) == 3


def test_the_ex_owner_is_refused_without_a_reason_and_taken_with_one(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.press(BOSS, card, "pool.assign_other")
    tom = next(one["value"] for one in held.slack.suggest(BOSS, "pick.rep", "Tom") if one["value"] == TOM)
    refused = held.submit(BOSS, {"pick.rep": tom})
    assert (
        refused.errors
        and "Tom Reed 不久前还是它的负责人" in refused.errors["reason"]
        and "选择销售" not in refused.errors["reason"]
    )
    assert saved(held.submit(BOSS, {"pick.rep": tom, "reason": "he knows them best"}))
    assert held.told(TOM, "*Acme* is yours again")
    assert len(history(held, "Acme")) == 3


def test_another_rep_may_be_chosen(held: Company) -> None:
    card = sweep(held, MEI, "华为")
    held.press(BOSS, card, "pool.assign_other")
    tom = held.slack.suggest(BOSS, "pick.rep", "Tom")[0]["value"]
    assert saved(held.submit(BOSS, {"pick.rep": tom}))
    assert held.told(TOM, "*华为* is yours now", "陈梅")
    assert held.told(MEI, "华为", "Tom Reed")


def test_opened_to_all_it_is_claimed_by_another_after_the_freeze_and_not_by_the_ex_owner(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    assert "经理" in held.command(MEI, "/dibs 认领 Acme").text
    held.press(BOSS, card, "pool.open")
    assert "4月15日周三 12:00" in held.command(MEI, "/dibs 认领 Acme").text  # 12 working hours: 9 and 3
    pass_until(held, "2026-04-15 12:00")
    assert "lately" in held.command(TOM, "/dibs claim Acme").text
    answer = held.command(MEI, "/dibs 认领 Acme")
    assert "Acme" in answer.text and "5月15日" in answer.text
    assert "陈梅" in again(held, BOSS, card).text
    assert "陈梅" in held.command(TOM, "/dibs claim Acme").text


def test_the_day_cap_holds_and_is_not_refunded(held: Company) -> None:
    names = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Vehement"]
    for name in names:
        enter(held, TOM, name)
        held.command(TOM, f"/dibs release {name}")
        assert saved(held.submit(TOM, {"reason": "poor_fit"}))
    pass_until(held, "2026-03-13 10:00")
    for name in names[:5]:
        assert name in held.command(MEI, f"/dibs claim {name}").text
    assert "5" in held.command(MEI, "/dibs claim Vehement").text
    held.command(MEI, "/dibs release Acme")
    held.submit(MEI, {"reason": "poor_fit"})
    capped = held.command(MEI, "/dibs claim Vehement").text
    assert "今天" in capped
    pass_until(held, "2026-03-14 00:01")
    assert "Vehement" in held.command(MEI, "/dibs claim Vehement").text


def test_what_a_deactivated_owner_held_comes_to_the_manager_and_nothing_is_sent_to_the_departed(held: Company) -> None:
    enter(held, TOM, "Acme")
    held.slack.deactivate(TOM)
    held.settle()
    before = len(held.heard(TOM))
    pass_until(held, "2026-04-13 18:01")
    card = said_to(held, BOSS, "Acme", "Tom Reed")[-1]
    assert has_action(card, "pool.assign")
    held.press(BOSS, card, "pool.assign")
    assert held.told(MEI, "Acme") and len(history(held, "Acme")) == 3
    assert len(held.heard(TOM)) == before
