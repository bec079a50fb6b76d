"""A rep leaves: nothing goes with them."""

from tests.stories.company import BOSS, MEI, TOM, Company


def _tom_leaves(firm: Company) -> None:
    for name in ("Acme", "Globex", "Initech"):
        firm.say(TOM, f"new customer {name}: called Ann Lee, they want 50 seats, call again next Tuesday 3pm")
    firm.slack.deactivate(TOM)
    firm.settle()
    firm.wait(seconds=10)


def test_a_leavers_customers_freeze_at_once_and_one_card_asks_the_manager(firm: Company) -> None:
    _tom_leaves(firm)
    card = firm.last_with(BOSS, "pool.assign")
    assert card.text.startswith("3 个客户需要分配负责人。")
    assert "Acme，原归 Tom Reed：负责人已离职。建议：陈梅（唯一有空的）。" in card.text.replace("*", "")
    assert sum("需要分配负责人" in message.text for message in firm.heard(BOSS)) == 1


def test_nobody_can_claim_what_a_leaver_left_before_the_manager_decides(firm: Company) -> None:
    _tom_leaves(firm)
    assert firm.command(MEI, "/dibs 认领 Acme").text.startswith("这个客户由经理分配。")


def test_the_new_owner_gets_the_history_and_the_plans(firm: Company) -> None:
    _tom_leaves(firm)
    firm.press(BOSS, firm.last_with(BOSS, "pool.assign"), "pool.assign")
    brief = firm.last(MEI)
    assert "现在归你。原归 Tom Reed：负责人已离职。" in brief.text and "下一步：" in brief.text


def test_the_ledger_says_that_the_owner_left(firm: Company) -> None:
    _tom_leaves(firm)
    assert "Tom Reed 已离职，进入公海" in firm.command(BOSS, "/dibs 历史 Acme").text
