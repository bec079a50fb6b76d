"""A follow-up reminds at its time, where the rep is; Done asks for the outcome, and Snooze, Move and Drop do as they say."""

from datetime import UTC, datetime, timedelta

from sandbox.nouns import Message
from tests.stories.clockside import pass_until
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, enter, form, home, labels, saved, standing, tap, words

LATE = {"due_on": "2026-03-10", "due_at": "22:00", "step": "send the quote"}  # an hour from now in New York


def reminded(firm: Company, user: str = TOM) -> Message:
    found = firm.told(user, "It is time") or firm.told(user, "到时间了")
    assert found is not None
    return found


def lasting(firm: Company, user: str) -> list[Message]:
    """What the bot said to a person that does not vanish."""
    return [one for one in firm.heard(user) if not one.ephemeral]


def test_a_reminder_comes_at_its_time_in_the_rep_s_own_zone(firm: Company) -> None:
    enter(firm, TOM, "Globex", due_on="2026-03-12", due_at="15:00", step="send the quote")
    firm.wait(hours=41.9)
    assert firm.now < datetime(2026, 3, 12, 19, tzinfo=UTC)
    assert firm.told(TOM, "It is time") is None
    firm.wait(minutes=6)
    assert firm.now == datetime(2026, 3, 12, 19, tzinfo=UTC)  # three in the afternoon in New York
    assert reminded(firm).text == "It is time: *Globex* (Ann Ray), send the quote."


def test_a_reminder_comes_at_its_time_in_shanghai(firm: Company) -> None:
    enter(firm, MEI, "新华印刷", contact="李经理", due_on="2026-03-12", due_at="15:00", step="发报价")
    firm.wait(hours=29.9)
    assert firm.told(MEI, "新华印刷", "到") is None
    firm.wait(minutes=6)
    assert firm.now == datetime(2026, 3, 12, 7, tzinfo=UTC)
    assert firm.last(MEI).text == "到时间了：*新华印刷*（李经理），发报价。"
    assert labels(firm.last(MEI)) == ["完成…", "两小时后再提醒", "改期…", "客户卡片"]


def test_a_time_read_from_a_note_is_the_writer_s_own(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they like the offer, send the contract Friday 3pm")
    assert "Next: Fri 13 Mar 15:00" in firm.last(TOM).text
    firm.wait(hours=41)
    assert firm.told(TOM, "It is time") is None
    firm.wait(hours=1)
    assert reminded(firm)


def test_a_reminder_shows_what_was_said_last_time(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    assert labels(reminded(firm)) == ["Done…", "Snooze 2 hours", "Move…", "Customer card"]
    assert "wants a quote for 50 seats" in words(reminded(firm).blocks)


def test_a_reminder_comes_once(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    pass_until(firm, firm.now + timedelta(days=1))
    assert len([one for one in firm.heard(TOM) if one.text.startswith("It is time")]) == 1


def test_done_asks_for_the_outcome_and_closes(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    reminder = reminded(firm)
    tap(firm, TOM, reminder, "Done")
    shown = standing(form(firm, TOM))
    assert (shown["customer"], shown["contact"], shown["outcome"]) == ("Globex", "Ann Ray", None)
    assert "outcome" in firm.submit(TOM, {}).errors  # Slack itself asks for it
    assert saved(firm.submit(TOM, {"outcome": "sent it, she will read it tomorrow"}))
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")
    closed = again(firm, TOM, reminder)
    assert closed.text == "Done: Globex, send the quote."
    assert labels(closed) == []


def test_done_closes_also_what_was_done_the_day_before(firm: Company) -> None:
    enter(firm, MEI, "新华印刷", contact="李经理", due_on="2026-03-12", due_at="10:00", step="发报价")
    firm.wait(hours=25)
    reminder = reminded(firm, MEI)
    tap(firm, MEI, reminder, "完成")
    assert saved(firm.submit(MEI, {"outcome": "昨天已经把报价发给他了", "happened_on": "2026-03-11"}))
    assert again(firm, MEI, reminder).text.startswith("已完成：新华印刷")


def test_snooze_reminds_again_in_two_hours(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    first = reminded(firm)
    tap(firm, TOM, first, "Snooze")
    assert again(firm, TOM, first).text == "Moved to Wed 11 Mar 00:00: Globex, send the quote."
    assert labels(again(firm, TOM, first)) == []
    firm.wait(hours=1.9)
    assert firm.told(TOM, "It is time") is None
    firm.wait(minutes=6)
    assert reminded(firm).ts != first.ts


def test_move_gives_another_day_and_hour(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    first = reminded(firm)
    tap(firm, TOM, first, "Move")
    assert standing(form(firm, TOM)) == {"due_on": "2026-03-10", "due_at": "22:00"}
    assert firm.submit(TOM, {"due_on": "2026-03-09"}).errors == {
        "due_on": "That time has passed. Choose one that is still to come."
    }
    assert saved(firm.submit(TOM, {"due_on": "2026-03-16", "due_at": "09:30"}))
    assert again(firm, TOM, first).text == "Moved to Mon 16 Mar 09:30: Globex, send the quote."
    assert "Next: Mon 16 Mar 09:30, send the quote." in firm.command(TOM, "/who Globex").text


def test_move_speaks_chinese(firm: Company) -> None:
    enter(firm, MEI, "新华印刷", due_on="2026-03-11", due_at="10:00", step="发报价")
    firm.wait(hours=1)
    first = reminded(firm, MEI)
    tap(firm, MEI, first, "改期")
    assert saved(firm.submit(MEI, {"due_on": "2026-03-13", "due_at": "16:00"}))
    assert again(firm, MEI, first).text == "已改到3月13日周五 16:00：新华印刷，发报价。"


def test_the_reminder_of_a_dropped_plan_never_comes(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    messages = lasting(firm, TOM)
    planned = firm.command(TOM, "/dibs plan Globex tomorrow 10am send quote").message
    assert planned.text.startswith("Planned with Globex: Wed 11 Mar 10:00")
    assert lasting(firm, TOM) == messages  # answered once, where it was asked
    firm.press(TOM, planned, "plan.menu", selected="drop")
    assert firm.last(TOM).text.startswith("Dropped: Globex")
    firm.wait(days=2)
    assert firm.told(TOM, "It is time") is None


def test_a_plan_is_moved_from_its_menu(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    planned = firm.command(TOM, "/dibs plan Globex tomorrow 10am send quote").message
    firm.press(TOM, planned, "plan.menu", selected="move")
    assert saved(firm.submit(TOM, {"due_on": "2026-03-12", "due_at": "11:00"}))
    assert firm.last(TOM).text.startswith("Planned with Globex: Thu 12 Mar 11:00")


def test_the_reminder_of_an_undone_note_never_comes(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", **LATE)
    tap(firm, TOM, receipt, "Undo")
    firm.wait(days=1)
    assert firm.told(TOM, "It is time") is None


def test_old_buttons_say_that_it_is_closed(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    reminder = reminded(firm)
    tap(firm, TOM, reminder, "Done")
    assert saved(firm.submit(TOM, {"outcome": "sent it, she will read it tomorrow"}))
    for label in ("Done", "Snooze", "Move"):
        count = len(firm.heard(TOM))
        tap(firm, TOM, reminder, label)
        assert firm.last(TOM).text == "That follow-up is closed already."
        assert len(firm.heard(TOM)) == count + 1
        assert firm.slack.open_view(TOM) is None


def test_a_note_about_the_customer_closes_what_was_due(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    reminder = reminded(firm)
    firm.say(TOM, "called Globex, spoke with Ann Ray, sent the quote and she will read it tomorrow")
    assert again(firm, TOM, reminder).text == "Done: Globex, send the quote."


def test_my_reminder_is_not_another_rep_s_to_move(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    reminder = reminded(firm)
    tap(firm, MEI, reminder, "Snooze")
    assert firm.last(MEI).text == "你没有权限这样做。你的经理或管理员可以。"
    assert again(firm, TOM, reminder).text == reminder.text


def test_after_days_away_a_reminder_still_comes_once_on_the_next_working_morning(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(days=3)  # a Friday evening in New York
    assert firm.told(TOM, "It is time") is None
    firm.wait(hours=60)
    firm.wait(hours=1)
    assert len([one for one in firm.heard(TOM) if one.text.startswith("It is time")]) == 1


def test_a_plan_typed_with_too_little_opens_the_form(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs plan")
    firm.slack.suggest(TOM, "pick.customer", "glob")
    assert firm.submit(TOM, {"pick.customer": "Globex", "due_on": "2026-03-09"}).errors == {
        "due_on": "That time has passed. Choose one that is still to come."
    }
    assert saved(firm.submit(TOM, {"due_on": "2026-03-11", "due_at": "10:00", "step": "call Ann"}))
    assert firm.last(TOM).text == "Planned with Globex: Wed 11 Mar 10:00, call Ann."


def test_a_plan_is_typed_in_chinese(firm: Company) -> None:
    enter(firm, MEI, "华为")
    firm.command(MEI, "/dibs 计划 华为 周五下午三点 发报价")
    assert "华为" in firm.last(MEI).text and "3月13日周五 15:00" in firm.last(MEI).text


def test_a_plan_never_moves_the_clock(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    before = firm.command(TOM, "/dibs mine").text
    firm.command(TOM, "/dibs plan Globex in three weeks send quote")
    assert firm.command(TOM, "/dibs mine").text == before


def test_a_plan_due_today_stands_on_the_home_with_its_button(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    assert "22:00 · *Globex* · send the quote" in home(firm, TOM)
    firm.press(TOM, firm.slack.home(TOM), "plan.done")
    assert saved(firm.submit(TOM, {"outcome": "sent it, she will read it tomorrow"}))
    assert "22:00" not in home(firm, TOM)


def test_a_manager_sees_to_the_plans_of_the_team(firm: Company) -> None:
    enter(firm, TOM, "Globex", **LATE)
    firm.wait(hours=1)
    reminder = reminded(firm)
    tap(firm, BOSS, reminder, "Snooze")
    assert again(firm, TOM, reminder).text.startswith("Moved to")
