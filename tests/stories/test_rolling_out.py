"""Teams get the clock one by one: first in shadow, with a word each week about what it would have done; assistants help
until their last day."""

from tests.stories.clockside import pass_until, quiet, said_to
from tests.stories.company import BOSS, CLERK, MEI, TOM, Company
from tests.stories.rep import enter, labels, tap, words


def test_a_team_in_shadow_is_told_what_would_have_happened_and_moves_nothing_until_it_is_switched_on(
    firm: Company,
) -> None:
    quiet(firm, BOSS, MEI, TOM)
    firm.command(BOSS, "/dibs team new West")
    assert "你没有权限这样做" in firm.command(MEI, "/dibs rollout").text
    card = firm.command(BOSS, "/dibs 上线")
    assert "*Sales*" in words(card.blocks) and labels(card)[:2] == ["影子模式", "关闭"]
    firm.press(BOSS, card, "rollout.switch")  # the first button: shadow
    assert said_to(firm, BOSS, "Sales", "影子模式")
    enter(firm, MEI, "华为")
    enter(firm, TOM, "Acme")
    for monday in ("03-16", "03-23", "03-30", "04-06", "04-13", "04-20"):
        pass_until(firm, f"2026-{monday} 09:30")
    assert firm.told(MEI, "华为", "到期") is None and "华为" in firm.command(MEI, "/dibs 我的").text
    week = said_to(firm, BOSS, "影子模式", "Acme")[-1]
    assert "Sales" in week.text and "2 个客户会进入公海" in week.text, week.text
    assert len([one for one in firm.heard(BOSS) if "没有提醒任何人" in one.text]) == 6  # each week once
    tap(firm, BOSS, week, "明天起开启")
    pass_until(firm, "2026-04-21 10:00")
    assert firm.told(MEI, "华为") and firm.told(TOM, "Acme")  # warned first, and not gone
    assert "Acme" in firm.command(TOM, "/dibs mine").text
    again = firm.command(BOSS, "/dibs rollout")
    assert "保护期时钟已开启" in words(again.blocks)


def test_the_first_team_begins_alone(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    firm.press(BOSS, firm.command(BOSS, "/dibs rules"), "rules.switch")  # off again
    firm.command(BOSS, "/dibs team new North")
    firm.command(BOSS, f"/dibs team add <@{TOM}> in North")
    card = firm.command(BOSS, "/dibs rollout")
    tap(firm, BOSS, card, "明天起开启")  # of North, the first by name
    enter(firm, TOM, "Acme")
    enter(firm, MEI, "华为")
    pass_until(firm, "2026-04-08 10:00")
    assert firm.told(TOM, "Acme", "runs out") or said_to(firm, TOM, "Acme")[1:]
    assert firm.told(MEI, "华为", "到期") is None
    assert "保护期时钟未开启" in words(firm.command(BOSS, "/dibs rollout").blocks)


def test_assisted_entry_is_counted_down_on_every_receipt_and_refused_kindly_after(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    assert "哪一天" in firm.command(BOSS, "/dibs team assisted soon").text
    said = firm.command(BOSS, "/dibs team assisted 2026-03-13")
    assert "3月13日" in said.text and said_to(firm, BOSS, "助理", "3月13日")
    firm.wait(days=1)
    firm.say(CLERK, f"for <@{MEI}> called Globex, spoke with Ann Ray, they compare two offers")
    assert "You can enter for this team for 1 more day, until Fri 13 Mar." in firm.last(CLERK).text
    firm.wait(days=1)
    firm.say(CLERK, f"for <@{MEI}> called Globex, spoke with Ann Ray, they will decide in April")
    assert "Today is the last day you can enter for this team." in firm.last(CLERK).text
    firm.wait(days=1)
    note = f"for <@{MEI}> called Globex, spoke with Ann Ray, they want a third meeting"
    firm.say(CLERK, note)
    assert firm.last(CLERK).text == (
        "Assisted entry for 陈梅's team ended on Fri 13 Mar, so this was not logged. "
        "Your words stand above: 陈梅 can send them to me."
    )
    assert "third meeting" not in words(firm.command(MEI, "/who Globex").blocks)
    firm.command(BOSS, "/dibs team assisted off")
    firm.say(CLERK, note)
    assert firm.last(CLERK).text.startswith("Logged: call, Ann Ray (Globex)")
    assert "You can enter" not in firm.last(CLERK).text
