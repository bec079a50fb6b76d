"""One tap gives a whole card away as suggested: one transaction a customer, one notice a person, nothing twice."""

import pytest

from tests.stories.clockside import enter_all, history, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, saved, words

NAMES = ("Acme", "Globex", "Initech", "Umbrella")


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def swept(firm: Company) -> object:
    """The manager's card after Tom's customers went to the pool."""
    enter_all(firm, TOM, NAMES)
    pass_until(firm, "2026-04-13 18:01")
    return said_to(firm, BOSS, "4 个客户")[-1]


def test_all_go_to_whom_was_suggested_and_everybody_hears_once(held: Company) -> None:
    card = swept(held)
    before = {user: len(held.heard(user)) for user in (MEI, TOM)}
    held.press(BOSS, card, "pool.assign_all")
    assert held.last(BOSS).text == "4 个客户有了新负责人：陈梅（4）。"
    assert len(held.heard(MEI)) == before[MEI] + 1 and held.last(MEI).text.startswith("4 个客户现在归你。")
    assert len(held.heard(TOM)) == before[TOM] + 1
    told = held.last(TOM).text
    assert told.startswith("4 customers that were yours have new owners.") and "*Acme*: 陈梅's now." in told
    assert all("王总" in history(held, name)[0] and "陈梅" in history(held, name)[0] for name in NAMES)
    assert all(len(history(held, name)) == 3 for name in NAMES)
    drawn = again(held, BOSS, card)
    assert not has_action(drawn, "pool.assign_all") and not has_action(drawn, "pool.assign")


def test_pressed_twice_nothing_happens_twice(held: Company) -> None:
    card = swept(held)
    held.press(BOSS, card, "pool.assign_all")
    before = len(held.heard(MEI))
    held.slack.press(BOSS, card, action_of(card.blocks, "pool.assign_all"))
    held.settle()
    assert len(held.heard(MEI)) == before and held.last(BOSS).text == "这件事已经决定了。"
    assert all(len(history(held, name)) == 3 for name in NAMES)


def test_what_cannot_go_is_named_with_the_reason_and_still_waits(held: Company) -> None:
    card = swept(held)
    held.press(BOSS, card, "pool.hand_over")
    held.slack.suggest(BOSS, "pick.rep", "")
    assert saved(held.submit(BOSS, {"pick.rep": [TOM]}))
    assert held.last(BOSS).text.startswith("一个也没有分配出去。4 个没有分配：")
    assert "这些人都接不了" in held.last(BOSS).text
    assert has_action(again(held, BOSS, card), "pool.assign_all")  # they may still be assigned
    held.press(BOSS, again(held, BOSS, card), "pool.hand_over")
    held.slack.suggest(BOSS, "pick.rep", "")
    assert saved(held.submit(BOSS, {"pick.rep": [TOM], "reason": "he has time again"}))
    assert held.last(BOSS).text == "4 个客户有了新负责人：Tom Reed（4）。"
    assert held.told(TOM, "4 customers are yours now.")


def test_one_that_was_decided_meanwhile_is_left_as_it_is(held: Company) -> None:
    card = swept(held)
    held.press(BOSS, card, "pool.open")  # the first of them
    held.press(BOSS, card, "pool.assign_all")
    assert held.last(BOSS).text == "3 个客户有了新负责人：陈梅（3）。"
    assert "3 个客户现在归你" in held.last(MEI).text


def test_the_digest_loses_the_buttons_of_what_was_decided_on_the_card(held: Company) -> None:
    held.command(BOSS, "/dibs digest on")
    card = swept(held)
    pass_until(held, "2026-04-14 08:01")
    digests = [one for one in held.heard(BOSS)[-6:] if one.text.startswith("Sales") and has_action(one, "pool.assign")]
    assert any("周报" in one.text for one in digests) and any("周报" not in one.text for one in digests)
    held.press(BOSS, card, "pool.assign_all")
    held.wait(seconds=5)
    for digest in digests:
        drawn = again(held, BOSS, digest)
        assert not has_action(drawn, "pool.assign") and "分配给" in words(drawn.blocks), drawn.text
        assert "需要负责人" not in drawn.text and "需要分配" not in drawn.text
