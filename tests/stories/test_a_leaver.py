"""A rep leaves: nothing goes with them."""

from datetime import timedelta

from storage import audit
from tests.stories.company import BOSS, CLERK, MEI, TOM, Company, has_action
from tests.stories.rep import again, home, saved, words


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


def test_one_person_takes_over_everything_and_is_told_once(firm: Company) -> None:
    _tom_leaves(firm)
    _share_out(firm, MEI)
    brief = firm.last(MEI)
    assert brief.text.startswith("3 个客户现在归你。原归 Tom Reed：负责人已离职。")
    assert sum("现在归你" in message.text for message in firm.heard(MEI)) == 1
    for name in ("Acme", "Globex", "Initech"):
        assert name in brief.text and "归你至" in firm.command(MEI, f"/who {name}").text
    assert "call again" in words(brief.blocks) or "下一步" in words(brief.blocks)  # what was promised goes along
    assert firm.last(BOSS).text == "3 个客户有了新负责人：陈梅（3）。"
    card = again(firm, BOSS, firm.told(BOSS, "王总", "分配给了"))
    assert not has_action(card, "pool.hand_over") and not has_action(card, "pool.assign")


def test_several_share_a_leaver_s_customers_evenly(firm: Company) -> None:
    firm.command(BOSS, f"/dibs team add <@{CLERK}>")
    _tom_leaves(firm)
    _share_out(firm, MEI, CLERK)
    told = [message.text for message in firm.heard(BOSS)]
    assert set(told) & {
        "3 个客户有了新负责人：Clara（2）、陈梅（1）。",
        "3 个客户有了新负责人：陈梅（2）、Clara（1）。",
    }
    assert firm.told(CLERK, "yours now") is not None and firm.told(MEI, "现在归你") is not None


def test_who_decides_next_hears_what_a_manager_who_left_was_asked(firm: Company) -> None:
    firm.slack.add_user("U0LENA", name="Lena", real_name="Lena", tz="Asia/Shanghai", locale="en-US")
    firm.command(BOSS, "/dibs team manager <@U0LENA>")
    firm.command(TOM, "/dibs away 3–10 July")
    assert firm.told("U0LENA", "Tom Reed asks for leave")
    firm.slack.deactivate("U0LENA")
    firm.settle()
    assert firm.last(BOSS).text == "Lena 已离职。团队向其提出的申请现在等你决定：都在你的主页上。"
    assert "Tom Reed 申请请假" in home(firm, BOSS)


def test_the_card_says_how_often_a_leaver_exported(firm: Company) -> None:
    with firm.dibs.database.begin() as tx:
        home = firm.slack.ws.team_id
        for days in (3, 4, 40):
            audit.write(tx, workspace_id=home, actor_id=TOM, what="exported", now=firm.now - timedelta(days=days))
    _tom_leaves(firm)
    assert "Tom Reed 最近 30 天：导出 2 次，查看公海客户 0 个。" in firm.last_with(BOSS, "pool.assign").text


def _share_out(firm: Company, *to: str) -> None:
    firm.press(BOSS, firm.last_with(BOSS, "pool.hand_over"), "pool.hand_over")
    firm.slack.suggest(BOSS, "pick.rep", "")
    assert saved(firm.submit(BOSS, {"pick.rep": list(to)}))
