"""An assistant writes for a rep: the customer, the days and the reminder are the rep's."""

from tests.stories.company import CLERK, MEI, TOM, Company, has_action
from tests.stories.rep import again, enter, saved, tap, words

NOTE = f"for <@{MEI}> called Globex, spoke with Ann Ray, they compare two offers"


def test_a_note_for_a_rep_moves_the_rep_s_clock(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    firm.wait(days=20)
    firm.say(CLERK, NOTE)
    assert firm.last(CLERK).text.startswith("Logged: call, Ann Ray (Globex). 陈梅's until Mon 20 Apr (+10 days).")
    assert "4月20日" in firm.command(MEI, "/dibs 我的").text


def test_a_new_customer_entered_for_a_rep_is_the_rep_s(firm: Company) -> None:
    firm.say(CLERK, f"for <@{MEI}> new customer Initech: called Bob Lee, they want a quote for 50 seats")
    asked = firm.last(CLERK)
    if has_action(asked, "note.choose"):  # asked by button, as the name is new
        tap(firm, CLERK, asked, "New customer: Initech")
    assert "Initech" in firm.command(MEI, "/dibs 我的").text
    assert firm.command(CLERK, "/dibs mine").text.startswith("None of your own")


def test_a_new_customer_announced_for_a_rep_whose_name_is_typed_needs_no_question(firm: Company) -> None:
    firm.say(CLERK, "替@陈梅记：new customer Initech, called Bob Lee, they want a quote for 50 seats")
    assert firm.last(CLERK).text.startswith("Logged with a new customer: call, Bob Lee (Initech). 陈梅's until")


def test_for_tom_is_for_the_rep_tom_and_for_a_contact_it_is_not(firm: Company) -> None:
    firm.say(CLERK, "for Tom: new customer Acme, called Jane Wu, wants 50 seats")
    assert firm.last(CLERK).text.startswith("Logged with a new customer: call, Jane Wu (Acme). Tom Reed's until")
    firm.say(CLERK, "替陈梅记录：新客户 大成机械，跟王总通了电话")
    assert "(大成机械). 陈梅's until" in firm.last(CLERK).text
    firm.say(CLERK, "for Tom Baker at Acme we keep the old price")
    assert "Tom Baker" in firm.last(CLERK).text


def test_an_assistant_is_shown_how_to_write_for_a_rep(firm: Company) -> None:
    firm.say(CLERK, "hello")
    assert "for @Mei" in firm.last(CLERK).text
    assert "for @Mei" in firm.command(CLERK, "/dibs help").text
    assert "for @Mei" not in firm.command(TOM, "/dibs help").text


def test_the_reminder_of_what_an_assistant_wrote_comes_to_the_rep(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    firm.wait(days=1)
    firm.say(CLERK, f"{NOTE}, send the quote tomorrow 10am")
    firm.wait(days=1, hours=1.5)
    assert firm.told(MEI, "到时间了", "Globex")
    assert firm.told(CLERK, "It is time") is None


def test_the_words_are_kept_with_names_instead_of_codes(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    firm.wait(days=1)
    firm.say(CLERK, NOTE)
    shown = words(firm.command(MEI, "/who Globex").blocks)
    assert "for @陈梅 called Globex" in shown and MEI not in shown


def test_editing_what_was_written_for_a_rep_keeps_it_the_rep_s(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    firm.wait(days=20)
    firm.say(CLERK, f"{NOTE}, send the quote tomorrow 10am")
    receipt = firm.last(CLERK)
    tap(firm, CLERK, receipt, "Edit")
    assert saved(firm.submit(CLERK, {"contact": "Bob Lee", "due_at": "11:00"}))
    assert "Mon 20 Apr" in again(firm, CLERK, receipt).text and "Kept." not in again(firm, CLERK, receipt).text
    assert "4月20日" in firm.command(MEI, "/dibs 我的").text
    firm.wait(days=1, hours=3)
    assert firm.told(MEI, "到时间了", "Globex")
    assert firm.told(CLERK, "It is time") is None


def test_a_note_for_somebody_unknown_is_declined_and_makes_nothing(firm: Company) -> None:
    firm.say(CLERK, "for <@U0NOBODY> new customer Initech: called Bob Lee, they want a quote for 50 seats")
    assert firm.last(CLERK).text == "I don't know that person, or they have left. Nothing was changed."
    assert "I know no customer" in firm.command(TOM, "/who Initech").text


def test_a_note_without_for_is_kept_and_says_whose_clock_it_is(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    firm.wait(days=1)
    firm.say(CLERK, "called Globex, spoke with Ann Ray, they compare two offers")
    assert "The clock is 陈梅's" in firm.last(CLERK).text and "begin with “for @name”" in firm.last(CLERK).text


def test_the_rep_may_mend_what_was_written_for_them(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    firm.wait(days=20)
    firm.say(CLERK, NOTE)
    receipt = firm.last(CLERK)
    tap(firm, MEI, receipt, "Undo")
    assert again(firm, CLERK, receipt).text.startswith("Undone:")
    assert "4月10日" in firm.command(MEI, "/dibs 我的").text


def test_an_assistant_is_asked_for_whom_a_new_customer_is(firm: Company) -> None:
    firm.say(CLERK, "new customer Initech: called Bob Lee, they want a quote for 50 seats")
    asked = firm.last(CLERK)
    assert asked.text.startswith("For whom do you write about *Initech*? It will be theirs.")
    tap(firm, CLERK, asked, "陈梅")
    assert again(firm, CLERK, asked).text.startswith(
        "Logged with a new customer: call, Bob Lee (Initech). 陈梅's until"
    )
    firm.say(CLERK, "called Hooli, spoke with Ann Ray, they compare two offers")
    asked = firm.last(CLERK)
    tap(firm, CLERK, asked, "New customer: Hooli")
    firm.press(CLERK, again(firm, CLERK, asked), "note.for")  # Tom's, the first
    assert "Hooli" in firm.command(TOM, "/dibs mine").text
    firm.command(CLERK, "/log")
    typed = {"new_name": "Umbra", "contact": "Ann", "outcome": "they want an offer for ten"}
    assert "for whom" in firm.submit(CLERK, typed).errors["for"]
    firm.submit(CLERK, {"for": TOM})
    assert "Umbra" in firm.command(TOM, "/dibs mine").text
    assert "You write for" in words(firm.slack.home(CLERK).blocks)
    assert firm.command(CLERK, "/dibs mine").text.startswith("None of your own: what you write counts for the rep")


def test_a_list_that_says_for_nobody_is_saved_once_its_message_says_it(firm: Company) -> None:
    enter(firm, TOM, "Acme")
    said = firm.say(CLERK, "new customer Initech wants a demo Friday; Acme no answer")
    preview = firm.last(CLERK)
    tap(firm, CLERK, preview, "Save all")
    assert firm.last(CLERK).text.startswith("Initech has no owner yet, and you write for others.")
    firm.slack.edit(CLERK, said, f"for <@{TOM}>: new customer Initech wants a demo Friday; Acme no answer")
    firm.settle()
    tap(firm, CLERK, again(firm, CLERK, preview), "Save all")
    assert "Initech" in firm.command(TOM, "/dibs mine").text
