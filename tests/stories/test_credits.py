"""Credits: booked when a deal is won, kept through a new owner, corrected, told and taken out."""

from sandbox.nouns import Message
from tests.stories.clockside import quiet
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.lists import carry_in
from tests.stories.rep import enter, form, saved, standing, tap


def told(firm: Company, user: str, line: str) -> str:
    message = firm.command(user, line).message
    assert message is not None
    return message.text


def deal(firm: Company, user: str, line: str) -> Message:
    firm.command(user, f"/dibs deal {line}")
    return firm.last(user)


def with_credits(firm: Company) -> None:
    """An admin sets 500 for the first won deal and 5% for a year, from the next day on."""
    rules = firm.command(BOSS, "/dibs rules").message
    tap(firm, BOSS, rules, "修改")
    values = standing(form(firm, BOSS)) | {"credit_one_off": "500", "credit_share": "5"}
    assert saved(firm.submit(BOSS, {name: value for name, value in values.items() if value is not None}))
    firm.settle()
    tap(firm, BOSS, firm.last(BOSS), "保存")
    firm.wait(days=1)


def test_a_developer_keeps_a_share_through_a_new_owner_and_what_changes_is_booked_anew(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    assert "The rule gives no credits" in told(firm, TOM, "/dibs credits")
    with_credits(firm)
    enter(firm, TOM, "Globex")
    deal(firm, TOM, "Globex 9000 won")
    assert "Globex · one-off · $500." in told(firm, TOM, "/dibs credits")
    firm.command(TOM, "/dibs release Globex")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))
    firm.command(BOSS, f"/dibs assign Globex <@{MEI}>")
    firm.settle()
    assert "You developed it: 5% of what is won there is credited to you until Thu 11 Mar 2027." in firm.last(TOM).text
    kept = deal(firm, MEI, "Globex 12345.67 赢单")
    said = told(firm, TOM, "/dibs credits 30d")
    assert "Tom Reed: $1,117.28." in said and "Globex · 5% share · $617.28." in said, said
    assert "没有" in told(firm, MEI, "/dibs 开发奖励")
    tap(firm, MEI, kept, "修改")
    assert saved(firm.submit(MEI, {"amount": "10000"}))
    said = told(firm, TOM, "/dibs credits")
    assert "Tom Reed: $1,000." in said and "· −$117.28." in said, said
    assert "陈梅" not in told(firm, BOSS, "/dibs 开发奖励") and "Tom Reed：US$1,000。" in told(
        firm, BOSS, "/dibs 开发奖励"
    )
    assert told(firm, TOM, f"/dibs credits <@{MEI}>").startswith("You may not do that here.")
    assert "can't read “soon”" in told(firm, TOM, "/dibs credits soon")
    rows = "Invoice,1,Globex,2026-03-12,19000,USD\nPayment,2,Globex,2026-03-12,800.5,USD\n"
    carry_in(firm, f"Type,No,Customer,Date,Amount,Currency\n{rows}", "finance.csv")
    assert "· one-off · $500 · the customer paid $800.50 of $19,000." in told(firm, TOM, "/dibs credits")
    assert "3 lines" in told(firm, TOM, "/dibs credits csv")
    firm.settle()
    file = next(one for one in firm.slack.ws.files.values() if one.name.startswith("credits"))
    rows = file.content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Day,Person,Customer,Deal,Kind,Per cent,Amount,Currency")
    assert [row.split(",")[4:8] for row in rows[1:]] == [
        ["one-off", "", "500.00", "USD"],
        ["share", "5", "617.28", "USD"],
        ["share", "5", "-117.28", "USD"],
    ]


DEALS = (
    "Customer,Deal,Deal stage,Deal amount,Deal currency,Deal owner,Deal ended on\n"
    "Globex,Older,won,4000,USD,Tom Reed,2026-02-03\n"  # before the rule: nothing
    "Globex,Second,won,8000,USD,陈梅,2026-03-13\n"
    "Globex,First,won,2000,USD,Tom Reed,2026-03-12\n"
    "Globex,Open,proposal,9000,USD,Tom Reed,\n"
)


def test_won_deals_of_a_list_bring_credits_from_the_rule_s_first_day_and_an_import_taken_back_books_them_back(
    firm: Company,
) -> None:
    quiet(firm, BOSS, MEI, TOM)
    with_credits(firm)  # from 12 March on
    enter(firm, TOM, "Globex")
    firm.wait(days=3)
    done = carry_in(firm, DEALS, "deals.csv")
    said = told(firm, TOM, "/dibs credits")
    assert "Tom Reed: $900." in said and "Globex · First · one-off · $500." in said, said
    assert "Globex · Second · 5% share · $400." in said and "Older" not in said, said
    deal(firm, TOM, "Globex 7000 won")  # opened beside them; the one-off is given already
    assert "Tom Reed: $900." in told(firm, TOM, "/dibs credits")
    firm.press(BOSS, done, "import.undo")
    firm.settle()
    said = told(firm, TOM, "/dibs credits")
    assert "Globex · one-off · −$500." in said and "Globex · 5% share · −$400." in said, said
    assert "Tom Reed: $500." in said and said.count("one-off") == 3, said  # of what was won here, which is first now
    assert "5 lines" in told(firm, TOM, "/dibs credits csv")


def test_what_tom_developed_is_his_through_a_merge_and_taken_apart_again(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    with_credits(firm)
    enter(firm, TOM, "Globex")
    deal(firm, TOM, "Globex 9000 won")
    firm.wait(days=1)
    enter(firm, MEI, "华为")
    tap(firm, BOSS, firm.command(BOSS, "/dibs merge 华为 | Globex").message, "合并")
    firm.command(TOM, "/dibs release Globex")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))
    firm.command(BOSS, f"/dibs assign 华为 <@{MEI}>")
    firm.settle()
    deal(firm, MEI, "华为 2000 赢单")
    said = told(firm, TOM, "/dibs credits")
    assert "Tom Reed: $600." in said and "Globex · 5% share · $100." in said, said  # and no second one-off
    firm.press(BOSS, firm.last_with(BOSS, "customer.unmerge"), "customer.unmerge")
    said = told(firm, TOM, "/dibs credits")
    assert "Tom Reed: $600." in said and "Globex · one-off · $500." in said, said
