"""Leave: the clocks stand still, a cover's follow-ups count, and everything returns by itself."""

from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, labels

ACME = "new customer Acme: called Jane Wu, they want 50 seats"


def test_approved_leave_moves_the_deadline_by_its_days(firm: Company) -> None:
    firm.say(TOM, ACME)
    assert "Yours until Fri 10 Apr." in firm.last(TOM).text
    firm.command(TOM, f"/dibs away 3–10 April cover <@{MEI}>")
    asked = firm.last(BOSS)
    assert asked.text == "Tom Reed 申请请假：4月3日周五至4月10日周五。由 陈梅 代管。1 个客户的保护期将暂停。"
    firm.press(BOSS, asked, "leave.answer")
    assert "Approved by 王总" in firm.last(TOM).text
    assert "由你代管 Tom Reed 的客户" in firm.last(MEI).text
    assert "Yours until Mon 20 Apr." in firm.command(TOM, "/who acme").text  # 8 days on: a Saturday, so Monday


def test_refused_leave_changes_nothing(firm: Company) -> None:
    firm.say(TOM, ACME)
    firm.command(TOM, "/dibs away 3 April to 10 April")
    refuse = next(action for action in _actions(firm.last(BOSS)) if action.endswith("|refuse"))
    firm.slack.press(BOSS, firm.last(BOSS), refuse)
    firm.settle()
    assert "Refused by 王总." in firm.last(TOM).text
    assert "Yours until Fri 10 Apr." in firm.command(TOM, "/who acme").text


def test_a_covers_log_counts_for_the_owner_while_they_are_away(firm: Company) -> None:
    firm.say(TOM, ACME)
    firm.command(TOM, f"/dibs away 3–10 April cover <@{MEI}>")
    firm.press(BOSS, firm.last(BOSS), "leave.answer")
    firm.wait(days=26)
    firm.say(MEI, "给Acme的Jane Wu打了电话，合同下周签，一切顺利")
    assert "归 Tom Reed，至" in firm.last(MEI).text
    assert "只有负责人的跟进才算" not in firm.last(MEI).text


def test_who_comes_back_early_has_their_clock_back_with_notice(firm: Company) -> None:
    firm.say(TOM, ACME)
    firm.command(TOM, f"/dibs away 3–30 April cover <@{MEI}>")
    firm.press(BOSS, firm.last(BOSS), "leave.answer")
    firm.wait(days=25)
    firm.press(TOM, firm.last_with(TOM, "leave.back"), "leave.back")
    assert firm.last(MEI).text == "你不再代管 Tom Reed 的客户：假期已取消，或已提前结束。"
    assert "Yours until" in firm.command(TOM, "/who acme").text
    assert "May" not in firm.command(TOM, "/who acme").text
    assert "Tom Reed has come back early from leave, now until" in firm.command(TOM, "/dibs history acme").text


def test_chinese_leave_is_read_too(firm: Company) -> None:
    firm.command(MEI, f"/dibs 请假 4月3日到10日 由 <@{TOM}> 代管")
    assert firm.last(BOSS).text.startswith("陈梅 申请请假：4月3日周五至4月10日周五。由 Tom Reed 代管。")


def test_a_cover_who_is_nobody_here_is_asked_for_in_the_form(firm: Company) -> None:
    firm.command(TOM, "/dibs away 3–10 April cover @nobody")
    assert not firm.told(BOSS, "Tom Reed", "申请请假")
    firm.submit(TOM, {})  # the days that were said stand in it
    assert firm.told(BOSS, "Tom Reed", "申请请假", "4月3日周五至4月10日周五")


def test_who_leads_is_granted_leave_by_the_next_who_decides(firm: Company) -> None:
    firm.command(BOSS, f"/dibs team manager <@{TOM}> in Sales")
    firm.command(TOM, "/dibs away 3–10 April")
    assert firm.last(BOSS).text.startswith("Tom Reed 申请请假")
    firm.command(BOSS, "/dibs 请假 4月3日到10日")
    assert "已向经理申请" in firm.last(BOSS).text
    firm.press(TOM, firm.last(TOM), "leave.answer")
    assert "Tom Reed 已批准" in firm.last(BOSS).text


def test_asking_again_for_the_same_days_takes_the_first_request_back(firm: Company) -> None:
    firm.command(TOM, "/dibs away 3–10 April")
    first = firm.last(BOSS)
    firm.command(TOM, f"/dibs away 3–9 April cover <@{MEI}>")
    assert labels(again(firm, BOSS, first)) == [] and labels(firm.last(BOSS)) == ["批准", "拒绝"]


def test_leave_without_days_asks_in_a_form_and_says_what_is_wrong(firm: Company) -> None:
    firm.command(MEI, "/dibs 请假")
    wrong = firm.submit(MEI, {"first_day": "2026-04-10", "last_day": "2026-04-03"})
    assert wrong.errors == {"last_day": "最后一天早于第一天。"}
    firm.submit(MEI, {"first_day": "2026-04-03", "last_day": "2026-04-10"})
    assert "你的请假：4月3日周五至4月10日周五。" in firm.last(MEI).text


def test_more_than_thirty_days_a_year_are_refused(firm: Company) -> None:
    answer = firm.command(TOM, "/dibs away 1 April to 30 May")
    assert "at most 30 days a year" in answer.text


def test_two_do_not_cover_for_each_other_on_the_same_days(firm: Company) -> None:
    firm.command(TOM, f"/dibs away 3–10 April cover <@{MEI}>")
    refused = firm.command(MEI, f"/dibs 请假 4月8日到15日 由 <@{TOM}> 代管").text
    assert refused == "Tom Reed 在4月3日周五至4月10日周五也请假，那几天不能替你代管。请换一位同事，或不指定。"
    firm.press(BOSS, firm.last(BOSS), "leave.answer")
    assert "也请假" in firm.command(MEI, f"/dibs 请假 4月8日到15日 由 <@{TOM}> 代管").text
    assert "也请假" not in firm.command(MEI, f"/dibs 请假 4月11日到15日 由 <@{TOM}> 代管").text


def test_a_cover_who_is_away_is_refused_in_english_too(firm: Company) -> None:
    firm.command(MEI, "/dibs 请假 4月8日到10日")
    refused = firm.command(TOM, f"/dibs away 3–10 April cover <@{MEI}>").text
    assert refused == (
        "陈梅 is away from Wed 8 Apr to Fri 10 Apr themselves, so they can't cover for you then. "
        "Name another colleague, or nobody."
    )


def _actions(message) -> list[str]:  # type: ignore[no-untyped-def]
    return [
        element["action_id"]
        for block in message.blocks
        for element in block.get("elements", ())
        if "action_id" in element
    ]
