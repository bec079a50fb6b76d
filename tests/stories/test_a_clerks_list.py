"""An assistant writes for a rep of several customers at once: every row is the rep's."""

from tests.stories.company import CLERK, MEI, TOM, Company
from tests.stories.rep import enter, tap


def test_a_list_for_a_rep_is_kept_row_by_row_in_the_rep_s_name(firm: Company) -> None:
    enter(firm, TOM, "Acme")
    enter(firm, MEI, "Globex")
    firm.wait(days=20)
    firm.say(CLERK, f"for <@{TOM}>: Acme, spoke with Jane, quote is ok; Globex no answer; Initech wants a demo Friday")
    preview = firm.last(CLERK)
    assert preview.text.startswith("3 customers in one message. Shall I log them? This is for Tom Reed.\nAcme · ")
    assert "Globex · call · 陈梅's customer" in preview.text and "<@" not in preview.text and "&lt;" not in preview.text
    tap(firm, CLERK, preview, "Save all")
    kept = firm.last(CLERK).text
    assert "Tom Reed's until" in kept and "(+" in kept and "Initech" in kept
    assert "The clock is 陈梅's" in kept and "begin with" not in kept
    assert "Initech" in firm.command(TOM, "/dibs mine").text
    assert firm.command(CLERK, "/dibs mine").text.startswith("None of your own")


def test_rows_of_two_reps_say_whose_each_is_and_the_form_keeps_it(firm: Company) -> None:
    enter(firm, MEI, "华为技术")
    firm.wait(days=20)
    firm.say(CLERK, f"for <@{TOM}>: Initech wants a demo Friday\nfor <@{MEI}> 比亚迪 李经理 电话 聊了报价")
    asked = firm.last(CLERK)  # Mei's line is no part of Tom's, whoever it is about
    assert asked.text.endswith("\n比亚迪 (new) · call · 李经理 · for 陈梅\n比亚迪 李经理 电话 聊了报价")
    firm.say(CLERK, "替@陈梅：华为技术，给王经理打了电话，报价已确认\n替@Tom：Initech wants a demo Friday")
    preview = firm.last(CLERK)
    assert "for 陈梅" in preview.text and "for Tom Reed" in preview.text
    firm.press(CLERK, preview, "part.edit")
    firm.submit(CLERK, {"outcome": "王经理说报价已确认，周五签合同"})
    assert "陈梅's until" in firm.last(CLERK).text and "(+" in firm.last(CLERK).text
    tap(firm, CLERK, firm.last(CLERK), "Save all")
    assert "Initech" in firm.command(TOM, "/dibs mine").text


def test_a_note_for_a_rep_stays_the_rep_s_where_its_customer_is_chosen_in_the_form(firm: Company) -> None:
    firm.say(CLERK, f"for <@{MEI}> called Hooli, spoke with Ann Ray, they compare two offers")
    tap(firm, CLERK, firm.last(CLERK), "Another customer")
    firm.submit(CLERK, {"new_name": "Hooli Ltd"})
    assert "陈梅's until" in firm.last(CLERK).text
