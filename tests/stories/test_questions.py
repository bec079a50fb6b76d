"""Whose note is it? Asked by button, with every word kept until the tap."""

from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import again, enter, form, labels, logged, saved, standing, tap, words

NOTE = "new customer Initech: called Bob Lee, they want a quote, follow up Friday 3pm"
UNCLEAR = "spoke with the new buyer, she wants 30 seats, call again Friday 3pm"


def test_a_note_that_says_new_needs_no_question(firm: Company) -> None:
    firm.say(TOM, NOTE)
    assert firm.last(TOM).text == (
        "Logged with a new customer: call, Bob Lee (Initech). Yours until Fri 10 Apr. Next: Fri 13 Mar 15:00. "
        "No deal is open here. Open one: proposal?"
    )


def test_an_unclear_note_is_asked_about_and_shown_whole(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    assert asked.text == f"Which customer is this about? Your note is kept until you tap. {UNCLEAR}"
    assert UNCLEAR in words(asked.blocks)
    assert labels(asked) == ["Globex (Tom Reed)", "Another customer…", "Don't log"]


def test_an_unclear_note_is_asked_about_in_chinese(firm: Company) -> None:
    enter(firm, MEI, "新华印刷")
    firm.say(MEI, "给新来的采购打了电话，她要30套，周五下午三点再打")
    asked = firm.last(MEI)
    assert asked.text.startswith("这是关于哪个客户的？你点选之前，这条记录先替你保留着。")
    assert labels(asked) == ["新华印刷（陈梅）", "其他客户…", "不记录"]


def test_the_tap_turns_the_question_into_the_receipt(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    tap(firm, TOM, asked, "Globex")
    receipt = again(firm, TOM, asked)
    assert receipt.text.startswith("Logged: call")
    assert "(Globex)" in receipt.text
    assert firm.last(TOM).ts == receipt.ts  # no second message for one note


def test_a_question_waits_for_days_and_loses_nothing(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    firm.wait(days=9)
    tap(firm, TOM, asked, "Globex")
    card = firm.command(TOM, "/who Globex")
    assert UNCLEAR in words(card.blocks)


def test_a_note_that_is_not_to_be_logged_is_shown_once_more_and_kept_nowhere(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    tap(firm, TOM, asked, "Don't log")
    closed = again(firm, TOM, asked)
    assert closed.text == f"Not logged. Your words were: {UNCLEAR}"
    assert labels(closed) == []
    assert UNCLEAR not in words(firm.command(TOM, "/who Globex").blocks)


def test_another_customer_opens_the_whole_form_with_what_was_read(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    tap(firm, TOM, asked, "Another customer")
    shown = standing(form(firm, TOM))
    assert shown["outcome"] == UNCLEAR
    assert shown["due_on"] == "2026-03-13"
    assert shown["due_at"] == "15:00"
    assert saved(firm.submit(TOM, {"new_name": "Hooli", "contact": "Gavin"}))
    receipt = again(firm, TOM, asked)
    assert receipt.text.startswith("Logged with a new customer: call, Gavin (Hooli).")
    assert "Next: Fri 13 Mar 15:00" in receipt.text


def test_another_customer_is_found_by_typing_a_little_of_the_name(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    enter(firm, TOM, "Initech")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    tap(firm, TOM, asked, "Another customer")
    offered = firm.slack.suggest(TOM, "pick.customer", "init")
    assert [one["text"]["text"] for one in offered] == ["Initech"]
    assert saved(firm.submit(TOM, {"pick.customer": "Initech", "contact": "Bob"}))
    assert "(Initech)" in again(firm, TOM, asked).text


def test_the_form_wants_a_customer_and_says_so_at_its_field(firm: Company) -> None:
    firm.command(TOM, "/log")
    wrong = firm.submit(TOM, {"outcome": "wants a quote"})
    assert wrong.errors == {"customer": "Choose a customer, or write the name of a new one below."}
    assert saved(firm.submit(TOM, {"new_name": "Hooli"}))


def test_two_taps_on_one_question_log_once(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    tap(firm, TOM, asked, "Globex")
    tap(firm, TOM, asked, "Globex")
    assert firm.last(TOM).text == "This note was answered already. Send it again if something is missing."
    assert len(logged(firm, TOM)) == 2  # Globex by the form, and this one


def test_the_question_of_one_is_not_another_s_to_answer(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    tap(firm, MEI, asked, "Globex")
    assert firm.last(MEI).text == "你没有权限这样做。你的经理或管理员可以。"
    assert again(firm, TOM, asked).text == asked.text


def test_editing_a_message_before_answering_edits_its_question(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    said = firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    firm.slack.edit(TOM, said, UNCLEAR.replace("30", "300"))
    firm.settle()
    asked = again(firm, TOM, asked)
    assert "300 seats" in asked.text and has_action(asked, "note.choose")
    tap(firm, TOM, asked, "Globex")
    assert "300 seats" in words(firm.command(TOM, "/who Globex").blocks)


def test_deleting_a_message_withdraws_its_question(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    said = firm.say(TOM, UNCLEAR)
    asked = firm.last(TOM)
    firm.slack.delete(TOM, said)
    firm.settle()
    assert labels(again(firm, TOM, asked)) == []


def test_two_customers_of_one_name_are_offered_with_their_owners(firm: Company) -> None:
    enter(firm, MEI, "Acme Tools")
    enter(firm, BOSS, "Acme Foods")
    firm.say(TOM, "called Acme, spoke with Jane Wu, they want 50 seats")
    offered = labels(firm.last(TOM))
    assert {"Acme Tools (陈梅)", "Acme Foods (王总)"} <= set(offered)
