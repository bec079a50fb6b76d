"""What is asked for in plain words is done, not logged."""

from tests.stories.company import MEI, TOM, Company


def test_move_acme_to_thursday_moves_the_next_step(firm: Company) -> None:
    firm.say(TOM, "new customer Acme: called Jane Wu, they want 50 seats, send quote next Tuesday 3pm")
    firm.say(TOM, "move Acme to Thursday")
    assert firm.last(TOM).text.startswith("Planned with Acme: Thu 12 Mar 09:00, send quote")
    assert "Next: Thu 12 Mar 09:00" in firm.told(TOM, "Logged").text  # type: ignore[union-attr]


def test_a_reminder_asked_for_in_words_is_planned(firm: Company) -> None:
    firm.say(MEI, "新客户 华为技术：给李经理打了电话，要50套")
    firm.say(MEI, "提醒我周五给华为技术打电话")
    assert firm.last(MEI).text.startswith("已计划 华为技术：3月13日 周五 09:00")


def test_a_question_is_answered_and_not_logged(firm: Company) -> None:
    firm.say(TOM, "new customer Acme: called Jane Wu, they want 50 seats")
    firm.say(MEI, "谁在跟进Acme?")
    assert "归 Tom Reed" in firm.last(MEI).text
    firm.say(TOM, "who owns Acme?")
    assert firm.last(TOM).text.startswith("Acme: Yours until Fri 10 Apr.")
    assert firm.command(TOM, "/dibs history acme").text.count("entered it") == 1


def test_undo_in_words_takes_back_the_last_log(firm: Company) -> None:
    firm.say(MEI, "新客户 华为技术：给李经理打了电话，要50套")
    firm.say(MEI, "撤销")
    assert "华为技术" in firm.last(MEI).text and "撤销" in firm.last(MEI).text


def test_small_talk_is_met_with_one_helpful_line(firm: Company) -> None:
    firm.say(TOM, "thanks!")
    assert firm.last(TOM).text.startswith("Hello! Send me a line after each call")


def test_help_points_to_the_list(firm: Company) -> None:
    firm.say(MEI, "怎么用")
    assert "/dibs 帮助" in firm.last(MEI).text
