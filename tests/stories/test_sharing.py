"""A customer's card in a channel, and its timeline page by page: each sees what they may, and no other company anything."""

from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, labels, saved, tap, words


def share(firm: Company, channel: str) -> None:
    firm.press(TOM, firm.command(TOM, "/who globex"), "card.menu", selected="share")
    assert saved(firm.submit(TOM, {"channel": channel}))


def test_a_channel_sees_whose_it_is_and_each_member_opens_what_they_may(firm: Company) -> None:
    firm.command(BOSS, "/dibs team new East")
    firm.command(BOSS, f"/dibs team add <@{MEI}> in East")
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    share(firm, "C0SALES")
    posted = firm.slack.messages("C0SALES")[-1]
    day = "<!date^1775815200^{date_short}|Fri 10 Apr>"  # everybody's own
    assert posted.text == f"Tom Reed shares a customer. Globex: Taken: Tom Reed's until {day}."
    assert "Ann Ray" not in words(posted.blocks) and "50 seats" not in words(posted.blocks)
    tap(firm, MEI, posted, "Customer card")
    assert "Ann Ray" not in words(form(firm, MEI).blocks)
    tap(firm, BOSS, posted, "Customer card")
    assert "Ann Ray" in words(form(firm, BOSS).blocks)


def test_no_other_company_is_shown_a_customer_and_who_shared_hears_it(firm: Company) -> None:
    firm.forgiven.add("not_in_channel")
    firm.slack.add_channel("C0PARTNER", name="partner", members=[TOM], external=True)
    firm.slack.add_channel("C0ALONE", name="alone", members=[TOM], with_bot=False)
    enter(firm, TOM, "Globex")
    share(firm, "C0PARTNER")
    assert not firm.slack.messages("C0PARTNER")
    assert firm.last(TOM).text.startswith("Not shared: <#C0PARTNER> is shared with another company.")
    share(firm, "C0ALONE")
    assert firm.last(TOM).text.startswith("Not shared: I am not in <#C0ALONE>.")
    assert firm.told(BOSS, "C0") is None


def test_a_timeline_is_turned_page_by_page(firm: Company) -> None:
    enter(firm, MEI, "华为")
    for number in range(9):
        firm.wait(days=1)
        firm.say(MEI, f"给华为李经理打了电话，第{number}次谈到的事情都不一样，价格{number}万")
    tap(firm, MEI, firm.command(MEI, "/who 华为"), "全部…")
    assert "第8次" in words(form(firm, MEI).blocks) and "第0次" not in words(form(firm, MEI).blocks)
    tap(firm, MEI, form(firm, MEI), "较早")
    assert "第0次" in words(form(firm, MEI).blocks) and "第8次" not in words(form(firm, MEI).blocks)
    assert [one[:2] for one in labels(form(firm, MEI))] == ["较新"]
