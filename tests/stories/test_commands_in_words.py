"""What is asked for in plain words is done, not logged."""

from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, enter, form, labels, saved, standing, tap, words


def test_move_acme_to_thursday_moves_the_next_step(firm: Company) -> None:
    firm.say(TOM, "new customer Acme: called Jane Wu, they want 50 seats, send quote next Tuesday 3pm")
    firm.say(TOM, "move Acme to Thursday")
    assert firm.last(TOM).text.startswith("Planned with Acme: Thu 12 Mar 09:00, send quote")
    assert "Next: Thu 12 Mar 09:00" in firm.told(TOM, "Logged").text  # type: ignore[union-attr]
    firm.say(TOM, "new customer Globex: called Ann Ray, all fine")
    firm.say(TOM, "can you push the Globex thing to Friday")
    assert firm.last(TOM).text == "Planned with Globex: Fri 13 Mar 09:00, follow up."


def test_a_reminder_asked_for_in_words_is_planned(firm: Company) -> None:
    firm.say(MEI, "新客户 华为技术：给李经理打了电话，要50套")
    firm.say(MEI, "提醒我周五给华为技术打电话")
    assert firm.last(MEI).text.startswith("已计划 华为技术：3月13日周五 09:00")


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
    assert firm.last(TOM).text.startswith("I'm here. Send me a line after each call")


def test_let_go_and_claim_in_words_do_what_the_commands_do(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(MEI, "释放Globex")
    assert firm.last(MEI).text == "Globex 不归你，所以不能由你决定。"
    firm.say(TOM, "release Globex, they never answer")
    offer = firm.last(TOM)
    assert offer.text == "Let *Globex* go? It is yours until you say why."
    tap(firm, TOM, offer, "Let go…")
    assert standing(form(firm, TOM))["reason"] == "no response"
    assert saved(firm.submit(TOM, {}))
    assert again(firm, TOM, offer).text == "*Globex* is not yours any more." and not labels(again(firm, TOM, offer))
    firm.say(TOM, "claim Globex")
    assert firm.last(TOM).text.startswith("It has just come into the pool")
    tap(firm, BOSS, firm.last_with(BOSS, "pool.open"), "对所有人开放")
    firm.wait(days=2)
    firm.say(MEI, "认领Globex")
    assert firm.last(MEI).text.startswith("Globex：归你至")
    firm.say(MEI, "认领Globex")
    assert firm.last(MEI).text == "Globex 已经是你的了。"
    firm.say(TOM, "claim Globex")
    assert "Taken: 陈梅's until" in firm.last(TOM).text


def test_a_plan_in_words_is_planned_and_one_without_a_day_asks_for_it(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, "plan Globex Friday 3pm send quote")
    assert firm.last(TOM).text == "Planned with Globex: Fri 13 Mar 15:00, send quote."
    firm.say(TOM, "remind me to call Globex")
    assert firm.last(TOM).text.startswith("When? Write the day too")
    firm.say(TOM, "merge Globex and Initech")
    assert firm.last(TOM).text == "Write `/dibs merge Acme | Acme Inc` for that; nothing was changed."


def test_a_plain_word_shows_a_list_where_no_command_can_be_typed(firm: Company) -> None:
    enter(firm, MEI, "华为")
    for word, shown in (
        ("我的客户", "你有 1 个客户。"),
        ("公海", "公海"),
        ("今天", "3月11日周三，你要做的"),
        ("我的商机", "你没有"),
    ):
        firm.say(MEI, word)
        assert firm.last(MEI).text.startswith(shown), firm.last(MEI).text
    firm.say(MEI, "怎么用")
    tap(firm, MEI, firm.last(MEI), "我的客户")
    assert "华为" in words(firm.slack.open_view(MEI).blocks)  # type: ignore[union-attr]
