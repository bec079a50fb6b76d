"""What is read out of the words: near dates, strangers, the end of a long message, people, where a customer came from."""

from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import enter, labels, tap, words


def test_the_other_of_two_near_days_is_one_tap_away(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, Ann wants a demo, call next Friday")
    assert "Next: Fri 20 Mar 09:00" in firm.last(TOM).text
    tap(firm, TOM, firm.last(TOM), "I meant Fri 13 Mar 09:00")
    assert "Next: Fri 13 Mar 09:00" in firm.last(TOM).text


def test_the_other_of_two_near_days_is_one_tap_away_in_chinese(firm: Company) -> None:
    enter(firm, MEI, "华为", contact="李经理")
    firm.wait(days=1)
    firm.say(MEI, "给华为李经理打了电话，他们在比较两家报价，下周五再打")
    assert "下一步：3月20日周五 09:00" in firm.last(MEI).text
    tap(firm, MEI, firm.last(MEI), "应该是3月13日周五 09:00")
    assert "下一步：3月13日周五 09:00" in firm.last(MEI).text


def test_a_stranger_in_a_list_has_a_row_of_its_own(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "today: Globex quote sent, they like it; Soylent demo next Tue")
    preview = firm.last(TOM)
    assert preview.text.startswith("2 customers in one message.")
    assert "Soylent (new) · note · next: Tue 17 Mar 09:00, demo" in preview.text
    tap(firm, TOM, preview, "Save all")
    assert "Next: Tue 17 Mar 09:00" in firm.command(TOM, "/who soylent").text


def test_a_stranger_in_a_chinese_list_has_a_row_of_its_own(firm: Company) -> None:
    enter(firm, MEI, "华为", contact="李经理")
    firm.wait(days=1)
    firm.say(MEI, "华为：给李经理打电话，报价已确认\n鼎盛：要样品，周五寄")
    preview = firm.last(MEI)
    assert "鼎盛（新）" in preview.text
    tap(firm, MEI, preview, "全部保存")
    assert "归你" in firm.command(MEI, "/who 鼎盛").text


def test_an_unknown_firm_with_no_word_for_it_is_offered_as_new(firm: Company) -> None:
    firm.say(TOM, "called Hooli today, they want 20 seats")
    assert firm.last(TOM).text.startswith("*Hooli* is new to me. Shall I add it and log your note?")
    tap(firm, TOM, firm.last(TOM), "New customer: Hooli")
    assert "(Hooli)" in firm.last(TOM).text


def test_who_is_plainly_a_person_is_never_offered_as_a_customer(firm: Company) -> None:
    firm.say(TOM, "spoke with *Bob* at last, they want a quote")
    assert firm.last(TOM).text.startswith("Which customer is this about?")
    assert labels(firm.last(TOM)) == ["Another customer…", "Don't log"]
    firm.say(MEI, "跟_李总_聊了，要报价")
    assert firm.last(MEI).text.startswith("这是关于哪个客户的？")


def test_an_unknown_chinese_firm_is_offered_as_new(firm: Company) -> None:
    firm.say(MEI, "跟德丰的李总通了电话，他们要50套")
    assert "德丰" in labels(firm.last(MEI))[0]
    tap(firm, MEI, firm.last(MEI), labels(firm.last(MEI))[0])
    assert "李总（德丰）" in firm.last(MEI).text


def test_a_question_finds_a_customer_of_somebody_else_by_a_short_name(firm: Company) -> None:
    enter(firm, MEI, "华为技术有限公司", contact="李经理")
    firm.say(TOM, "who owns 华为?")
    assert firm.last(TOM).text.startswith("华为技术有限公司: Taken: 陈梅's until")
    enter(firm, TOM, "Northwind Traders")
    firm.say(MEI, "谁在跟northwind？")
    assert "归 Tom Reed" in firm.last(MEI).text


def test_what_was_agreed_at_the_end_of_a_long_message_is_read(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, spoke with Ann Ray. " + "They told me all. " * 1500 + "Call again on Friday 3pm.")
    assert "Next: Fri 13 Mar 15:00" in firm.last(TOM).text


def test_a_given_name_is_the_person_we_know(firm: Company) -> None:
    enter(firm, TOM, "Globex", contact="Ann Ray")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, spoke with Ann, they compare two offers")
    shown = words(firm.command(TOM, "/who globex").blocks).split("\n")
    assert shown.count("• Ann Ray") == 1
    assert "• Ann" not in shown


def test_where_a_customer_came_from_is_kept(firm: Company) -> None:
    firm.say(TOM, "new customer Vandelay: met Art Core at the Canton Fair, he wants a quote")
    assert "campaign" in words(firm.command(TOM, "/who vandelay").blocks)
    firm.say(MEI, "新客户 德丰机械：老客户介绍的，给王总打了电话，要报价")
    with firm.dibs.database.read() as tx:
        rows = {row.name: row.source for row in tx.exec_driver_sql("select name, source from customers")}
    assert rows["德丰机械"] == "referral"
