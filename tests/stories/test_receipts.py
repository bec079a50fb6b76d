"""The receipt: one message that carries the clock, whole and exact, in both languages."""

from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import again, enter, form, labels, tap, words


def test_a_new_customer_s_receipt_says_all_in_english(firm: Company) -> None:
    receipt = enter(
        firm, TOM, "Globex", due_on="2026-03-13", due_at="15:00", step="send the quote", amount="12,800", currency="EUR"
    )
    assert receipt.text == (
        "Logged with a new customer: call, Ann Ray (Globex). Yours until Fri 10 Apr. "
        "Next: Fri 13 Mar 15:00, send the quote. Amount: €12,800. "
        "No deal is open here. Open one: lead, €12,800?"
    )
    assert labels(receipt) == ["Open the deal", "Edit", "Undo", "Customer card"]


def test_a_new_customer_s_receipt_says_all_in_chinese(firm: Company) -> None:
    receipt = enter(
        firm,
        MEI,
        "新华印刷",
        contact="李经理",
        outcome="对50套感兴趣，要报价",
        due_on="2026-03-13",
        due_at="15:00",
        step="发报价",
        amount="128000",
        currency="CNY",
    )
    assert receipt.text == (
        "已记录，并新建客户：电话，李经理（新华印刷）。归你至4月10日周五。下一步：3月13日周五 15:00，发报价。金额：¥128,000。"
        "这个客户没有进行中的商机。要新建一个吗？线索、¥128,000"
    )
    assert labels(receipt) == ["新建商机", "修改", "撤销", "客户卡片"]


def test_a_follow_up_shows_how_many_days_it_gained(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers, send the quote Friday 10am")
    assert firm.last(TOM).text == (
        "Logged: call, Ann Ray (Globex). Yours until Mon 20 Apr (+10 days). Next: Fri 3 Apr 10:00, send the quote. "
        "No deal is open here. Open one: proposal?"
    )


def test_a_follow_up_shows_how_many_days_it_gained_in_chinese(firm: Company) -> None:
    enter(firm, MEI, "华为", contact="李经理")
    firm.wait(days=20)
    firm.say(MEI, "给华为李经理打了电话，他们在比较两家报价，周五上午10点发报价")
    assert firm.last(MEI).text.startswith(
        "已记录：电话，李经理（华为）。归你至4月20日周一（+10 天）。下一步：4月3日周五 10:00"
    )


def test_a_receipt_without_a_next_step_offers_to_plan_one(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    assert labels(receipt) == ["Edit", "Undo", "Customer card", "Plan next step"]
    tap(firm, TOM, receipt, "Plan next step")
    firm.submit(TOM, {"due_on": "2026-03-12", "due_at": "09:30", "step": "call Ann"})
    assert firm.last(TOM).text == "Planned with Globex: Thu 12 Mar 09:30, call Ann."


def test_a_day_left_unclear_is_set_by_one_tap_once(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, "called Globex, evening at 7 with Ann, looking good")
    receipt = firm.last(TOM)
    assert receipt.text.endswith("I could not tell the day of the next step. Which one is it?")
    assert labels(receipt)[0] == "Wed 11 Mar 19:00"
    tap(firm, TOM, receipt, "Wed 11 Mar")
    firm.press(TOM, receipt, "log.pick_day", selected="2026-03-20")  # on the message as it was
    shown = again(firm, TOM, receipt).text
    assert "Next: Wed 11 Mar 19:00" in shown and "20 Mar" not in shown and "Which one" not in shown


def test_a_holiday_whose_day_nobody_knows_is_picked_at_hand(firm: Company) -> None:
    enter(firm, MEI, "华为", contact="李经理")
    firm.say(MEI, "给华为李经理打了电话，年后再联系")
    receipt = firm.last(MEI)
    assert receipt.text.endswith("没看出下一步是哪一天。是哪天？")
    firm.press(MEI, receipt, "log.pick_day", selected="2026-03-20")
    assert "下一步：3月20日周五 09:00" in again(firm, MEI, receipt).text


def test_a_receipt_s_card_shows_the_customer(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", due_on="2026-03-13", due_at="15:00", step="send the quote")
    tap(firm, TOM, receipt, "Customer card")
    card = words(form(firm, TOM).blocks)
    assert "*Globex*\nYours until Fri 10 Apr." in card
    assert "wants a quote for 50 seats" in card
    assert "Ann Ray" in card
    assert "Fri 13 Mar 15:00 · send the quote" in card


def test_a_colleague_s_log_is_kept_and_its_receipt_names_the_owner(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(MEI, "called Globex, spoke with Ann Ray, they asked for Tom")
    assert firm.last(MEI).text == (
        "已记录：电话，Ann Ray（Globex）。归 Tom Reed，至4月10日周五。"
        "已保留。客户归 Tom Reed，所以保护期没有变：只有负责人的跟进才算。"
    )


def test_small_talk_gets_one_helpful_line_and_is_not_kept(firm: Company) -> None:
    firm.say(TOM, "hi")
    assert firm.last(TOM).text == (
        "I'm here. Send me a line after each call, such as “called Acme, spoke with Jane, send quote Friday”, "
        "and the customer stays yours."
    )
    firm.say(MEI, "你好")
    assert firm.last(MEI).text.startswith("我在。")
    assert firm.command(TOM, "/dibs undo").text == "There is nothing of yours to undo."


def test_log_with_words_is_a_note_like_any_other(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    answer = firm.command(TOM, "/log called Globex, spoke with Ann Ray, they like the second offer")
    assert answer.text == "Got it. The answer is in our direct messages."
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex). Yours until Fri 10 Apr.")


def test_log_tells_a_refusal_and_small_talk_in_the_dm_too(firm: Company) -> None:
    firm.command(TOM, "/log undo")
    assert firm.last(TOM).text == "There is nothing of yours to undo."
