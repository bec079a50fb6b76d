"""A team's days: shown, corrected one by one or from a list, and the dates that follow them."""

from tests.stories.clockside import history, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, labels, standing


def test_everybody_sees_the_holidays_of_their_team_in_their_language(firm: Company) -> None:
    firm.command(BOSS, "/dibs team country CN")
    mine, theirs = firm.command(MEI, "/dibs 日历").text, firm.command(TOM, "/dibs calendar").text
    assert "周一至周五，18:00 下班（Asia/Shanghai · CN）" in mine and "国庆节" in mine and "调休上班" in mine
    assert (
        "Mon–Fri, until 18:00 (Asia/Shanghai · CN)" in theirs
        and "Thu 1 Oct–Wed 7 Oct: day off · National Day" in theirs
    )
    assert "Sat 9 May: worked in return" in theirs
    assert "增减日期…" in labels(firm.command(BOSS, "/dibs calendar").message)
    assert not labels(firm.command(TOM, "/dibs calendar").message)


def test_a_day_off_moves_the_dates_that_fall_on_it(firm: Company) -> None:
    assert "10 Apr" in enter(firm, TOM, "Acme").text
    answer = firm.command(BOSS, "/dibs 日历 2026-04-10 休 公司周年")
    assert "4月10日周五：休息（手动设置） · 公司周年" in answer.text
    assert "13 Apr" in firm.command(TOM, "/who Acme").text
    assert firm.told(BOSS, "Sales 的日历已修改", "1 个推后")
    assert any("修改了团队日历" in line for line in history(firm, "Acme"))
    firm.command(BOSS, "/dibs calendar 2026-04-10 published")
    assert "10 Apr" in firm.command(TOM, "/who Acme").text
    assert "公司周年" not in firm.command(BOSS, "/dibs calendar").text


def test_what_was_promised_is_kept_when_a_day_off_is_taken_away_shortly_before(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    firm.command(BOSS, "/dibs calendar 2026-04-10 off")
    enter(firm, TOM, "Acme")
    pass_until(firm, "2026-04-09 10:00")
    firm.command(BOSS, "/dibs calendar 2026-04-10 published")
    assert "13 Apr" in firm.command(TOM, "/who Acme").text
    pass_until(firm, "2026-04-14 17:59")
    assert not said_to(firm, TOM, "went to the pool")
    pass_until(firm, "2026-04-14 18:01")
    assert said_to(firm, TOM, "went to the pool")


def test_a_list_or_a_calendar_file_is_pasted_into_the_form(firm: Company) -> None:
    firm.press(BOSS, firm.command(BOSS, "/dibs calendar"), "calendar.days")
    assert set(standing(form(firm, BOSS))) == {"days"}
    errors = firm.submit(BOSS, {"days": "2026-05-04 off\n2026-05-32 off\n"}).errors
    assert "第 2 行" in errors["days"] and "什么都没有改" in errors["days"]
    result = firm.submit(BOSS, {"days": "date,kind,name\n2026-05-04,off,Founders' day\n2026/5/9 上班"})
    assert not result.errors
    said = firm.command(TOM, "/dibs calendar").text
    assert "Mon 4 May: day off, set by hand · Founders' day" in said and "Sat 9 May: working, set by hand" in said
    ics = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260604\nSUMMARY:Trip\nEND:VEVENT"
    firm.press(BOSS, firm.command(BOSS, "/dibs calendar"), "calendar.days")
    assert not firm.submit(BOSS, {"days": ics}).errors
    assert "Mon 1 Jun–Wed 3 Jun: day off, set by hand · Trip" in firm.command(TOM, "/dibs calendar").text


def test_a_rep_may_look_and_not_change(firm: Company) -> None:
    before = firm.command(TOM, "/dibs calendar").text
    assert "an admin's to set up" in firm.command(TOM, "/dibs calendar 2026-05-04 off").text
    assert "an admin's" in firm.command(TOM, "/dibs team ends 20:00").text
    assert firm.command(TOM, "/dibs calendar").text == before
    assert "New team" not in str(firm.command(TOM, "/dibs team").message.blocks)
    assert "新团队…" in str(firm.command(BOSS, "/dibs team").message.blocks)


def test_a_team_has_its_own_week_and_closing_hour(firm: Company) -> None:
    assert "周一至周六" in str(firm.command(BOSS, "/dibs team days Mon-Sat").message.blocks)
    firm.command(BOSS, "/dibs team ends 17:30")
    assert "Mon–Sat, until 17:30" in firm.command(TOM, "/dibs calendar").text
    pass_until(firm, "2026-03-12 10:00")
    assert "Sat 11 Apr" in enter(firm, TOM, "Acme").text
    firm.command(BOSS, "/dibs team 工作日 周一到周五")
    assert "Mon 13 Apr" in firm.command(TOM, "/who Acme").text
    assert "周一到周五" in firm.command(BOSS, "/dibs team days whenever").text
    assert "10:00" in firm.command(BOSS, "/dibs team ends 25:00").text
    assert "ZZ" in firm.command(BOSS, "/dibs team country ZZ").text


def test_a_country_brings_its_week_along(firm: Company) -> None:
    firm.command(BOSS, "/dibs team days Mon-Sat")
    firm.command(BOSS, "/dibs team country IL")
    assert "Mon–Fri" not in firm.command(TOM, "/dibs calendar").text


def test_a_day_nobody_can_read_is_said_and_nothing_is_changed(firm: Company) -> None:
    said = firm.command(TOM, "/dibs calendar 2026-04-10 maybe").text
    assert "2026-04-10 maybe" in said and "Nothing was changed" in said
