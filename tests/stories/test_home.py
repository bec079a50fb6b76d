"""App Home: my day and my customers with their countdown, drawn again after every change, in my language."""

from tests.stories.company import BOSS, CLERK, MEI, TOM, Company
from tests.stories.rep import again, enter, form, home, labels, saved, tap, words


def opened(firm: Company, user: str) -> str:
    firm.slack.open_home(user)
    firm.settle()
    return home(firm, user)


def test_the_first_opening_welcomes_once(firm: Company) -> None:
    opened(firm, TOM)
    welcome = firm.last(TOM)
    assert welcome.text.startswith("I am Dibs. One line after a call keeps the customer yours")
    opened(firm, TOM)
    assert len(firm.heard(TOM)) == 1
    tap(firm, TOM, welcome, "My customers")
    assert form(firm, TOM).title == "My customers"


def test_the_welcome_speaks_chinese(firm: Company) -> None:
    opened(firm, MEI)
    assert "我是 Dibs" in firm.last(MEI).text
    assert labels(firm.last(MEI)) == ["记录跟进", "我的客户", "我能做什么"]


def test_the_first_run_of_each_role_begins_where_its_work_does(firm: Company) -> None:
    opened(firm, BOSS)
    assert "1. " in firm.last(BOSS).text and "/dibs 规则" in firm.last(BOSS).text
    tap(firm, BOSS, firm.last(BOSS), "团队")
    assert "Sales" in words(form(firm, BOSS).blocks)
    opened(firm, CLERK)
    assert "for @Mei called Acme" in firm.last(CLERK).text and labels(firm.last(CLERK)) == [
        "Log a call",
        "What I can do",
    ]
    tap(firm, CLERK, firm.last(CLERK), "What I can do")
    assert "/who Acme" in words(form(firm, CLERK).blocks)


def test_an_empty_home_says_how_to_begin(firm: Company) -> None:
    shown = opened(firm, TOM)
    assert "Nothing is due today." in shown
    assert "None yet. Send me a line after your next call" in shown


def test_every_change_is_on_the_home_at_once(firm: Company) -> None:
    opened(firm, TOM)
    receipt = enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    assert "*Globex* · Fri 10 Apr, 30 days left" in home(firm, TOM)
    assert "22:00 · *Globex* · send the quote" in home(firm, TOM)
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"due_at": "23:00", "step": "send the contract"}))
    assert "23:00 · *Globex* · send the contract" in home(firm, TOM)
    firm.wait(hours=2)
    tap(firm, TOM, firm.last(TOM), "Snooze")
    assert "23:00" not in home(firm, TOM)
    tap(firm, TOM, again(firm, TOM, receipt), "Undo")
    assert "Globex" not in home(firm, TOM)


def test_a_planned_step_for_today_is_on_the_home_at_once(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs plan Globex today 11pm send quote")
    assert "23:00 · *Globex*" in home(firm, TOM)


def test_letting_go_takes_it_off_the_home(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs release Globex")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))
    assert "Globex" not in home(firm, TOM)


def test_the_language_button_changes_the_home_and_back(firm: Company) -> None:
    opened(firm, TOM)
    tap(firm, TOM, firm.slack.home(TOM), "中文")
    assert "我的一天" in home(firm, TOM)
    tap(firm, TOM, firm.slack.home(TOM), "English")
    assert "My day" in home(firm, TOM)


def test_the_morning_message_is_switched_from_the_home(firm: Company) -> None:
    opened(firm, TOM)
    assert "Working hours of Sales: Mon–Fri, until 18:00" in home(firm, TOM)
    assert "Morning message: 08:00 on working days." in home(firm, TOM)
    tap(firm, TOM, firm.slack.home(TOM), "Switch off")
    assert "Morning message: off." in home(firm, TOM)
    tap(firm, TOM, firm.slack.home(TOM), "Switch on")
    assert "Morning message: 08:00 on working days." in home(firm, TOM)


def test_log_a_call_on_the_home_opens_the_form(firm: Company) -> None:
    opened(firm, MEI)
    tap(firm, MEI, firm.slack.home(MEI), "记录跟进")
    assert saved(firm.submit(MEI, {"new_name": "新华印刷", "contact": "李经理", "outcome": "要报价"}))
    assert "*新华印刷* · 4月10日周五，还剩 30 天" in home(firm, MEI)


def test_a_card_opens_from_the_home(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    tap(firm, TOM, firm.slack.home(TOM), "Card")
    assert "*Globex*\nYours until" in words(form(firm, TOM).blocks)


def test_a_home_with_very_many_customers_is_still_one_screen(firm: Company) -> None:
    for number in range(12):
        enter(firm, TOM, f"Customer {number:02d} Ltd")
    shown = home(firm, TOM)
    assert shown.count("days left") == 5
    tap(firm, TOM, firm.slack.home(TOM), "And 7 more…")
    assert "6–12 of 12" in words(form(firm, TOM).blocks)
    tap(firm, TOM, form(firm, TOM), "Back…")
    assert "1–10 of 12" in words(form(firm, TOM).blocks) and labels(form(firm, TOM))[-1] == "More…"
    firm.wait(days=24)
    firm.say(BOSS, "哪些客户快到期了？")
    asked = firm.last(BOSS)
    assert asked.text.startswith("12 个客户一周内到期\n") and asked.text.endswith("还有 2 个。")
    tap(firm, BOSS, asked, "下一页…")
    assert "第 11–12 个，共 12 个" in words(form(firm, BOSS).blocks) and "Customer 11 Ltd" in words(
        form(firm, BOSS).blocks
    )
    tap(firm, BOSS, form(firm, BOSS), "上一页…")
    assert words(form(firm, BOSS).blocks).count("Tom Reed") == 10


def test_my_customers_are_filtered_from_the_home(firm: Company) -> None:
    enter(firm, MEI, "新华印刷")
    enter(firm, MEI, "华为", due_on="2026-03-18", due_at="10:00", step="发报价")
    menu = "home.only|choose|0"
    firm.slack.press(MEI, firm.slack.home(MEI), menu, selected="unplanned")
    shown = words(form(firm, MEI).blocks)
    assert "没有下一步：1" in shown and "新华印刷" in shown and "华为" not in shown
    firm.slack.press(MEI, form(firm, MEI), menu, selected="soon")
    assert words(form(firm, MEI).blocks).startswith("你的客户里没有这样的。")
    firm.slack.press(MEI, form(firm, MEI), menu, selected="all")
    assert words(form(firm, MEI).blocks).startswith("*你有 2 个客户。*")


def test_what_is_asked_of_a_manager_is_on_their_home_until_it_is_answered(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, f"/dibs away 3–10 July cover <@{MEI}>")
    firm.command(TOM, "/dibs lock Globex: their board meets in May")
    shown = opened(firm, BOSS)
    assert "等你决定" in shown and "their board meets in May" in shown and "7月3日" in shown
    assert "*Tom Reed* · 1 个客户" in shown and "公海\n团队" in shown
    firm.command(MEI, "/dibs away 3–10 August")
    tap(firm, BOSS, firm.slack.home(BOSS), "还有 1 个…")
    behind = words(form(firm, BOSS).blocks)
    assert "their board meets in May" in behind and "7月3日" in behind and "8月3日" in behind
    tap(firm, BOSS, firm.last_with(BOSS, "leave.answer"), "批准")  # what came last, by its card
    tap(firm, BOSS, form(firm, BOSS), "锁定")
    behind = words(form(firm, BOSS).blocks)
    assert "7月3日" in behind and "8月3日" not in behind and "their board meets in May" not in behind
    firm.slack.close_view(BOSS)
    tap(firm, BOSS, firm.slack.home(BOSS), "批准")
    assert "等你决定" not in home(firm, BOSS)
    assert firm.told(TOM, "Approved by") and firm.told(TOM, "locked *Globex*")


def test_deals_are_on_the_home_mine_for_a_rep_and_what_stands_still_for_a_manager(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs deal Globex 50k proposal")
    assert "My deals\n*Globex* · proposal, $50,000, Tom Reed" in opened(firm, TOM)
    assert "*My funnel*\nproposal 1\nOpen deals come to $50,000." in home(firm, TOM)
    tap(firm, TOM, firm.slack.home(TOM), "Funnel")
    assert "1 deal is open, $50,000." in words(form(firm, TOM).blocks)
    firm.slack.close_view(TOM)
    assert "停滞" not in opened(firm, BOSS)
    firm.wait(days=25)
    assert "no move for 25 days" in opened(firm, TOM)
    shown = opened(firm, BOSS)
    assert "我团队里停滞的商机\n*Globex* · 方案" in shown
    assert "我的商机" not in shown
    tap(firm, BOSS, firm.slack.home(BOSS), "商机")
    assert form(firm, BOSS).title
