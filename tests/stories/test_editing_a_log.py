"""Edit: a form with every field of the log, and the clock follows what is saved."""

from storage import activities
from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import again, enter, form, labels, saved, standing, tap, words

NEXT = {"due_on": "2026-03-13", "due_at": "15:00", "step": "send the quote"}


def test_edit_shows_every_field_as_it_was_logged(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", amount="12800", currency="EUR", kind="visit", **NEXT)
    tap(firm, TOM, receipt, "Edit")
    assert standing(form(firm, TOM)) == {
        "customer": "Globex",
        "new_name": None,
        "kind": "visit",
        "contact": "Ann Ray",
        "outcome": "wants a quote for 50 seats",
        "happened_on": "2026-03-10",
        "due_on": "2026-03-13",
        "due_at": "15:00",
        "step": "send the quote",
        "amount": "12800",
        "currency": "EUR",
        **dict.fromkeys(("competitor", "lost_reason", "source")),
    }


def test_every_field_can_be_changed(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", **NEXT)
    tap(firm, TOM, receipt, "Edit")
    changed = {
        "kind": "meeting",
        "contact": "Bob Lee",
        "outcome": "they signed the order for 60 seats",
        "due_on": "2026-03-16",
        "due_at": "09:15",
        "step": "send the contract",
        "amount": "9,900.50",
        "currency": "USD",
    }
    assert saved(firm.submit(TOM, changed))
    assert again(firm, TOM, receipt).text == (
        "Logged: meeting, Bob Lee (Globex). Yours until Fri 10 Apr. "
        "Next: Mon 16 Mar 09:15, send the contract. Amount: $9,900.50. "
        "No deal is open here. Open one: lead, $9,900.50?"
    )
    assert "they signed the order for 60 seats" in words(firm.command(TOM, "/who Globex").blocks)


def test_edit_works_in_chinese(firm: Company) -> None:
    receipt = enter(firm, MEI, "新华印刷", contact="李经理")
    tap(firm, MEI, receipt, "修改")
    assert form(firm, MEI).title == "修改记录"
    assert saved(firm.submit(MEI, {"kind": "visit", "contact": "王主任"}))
    assert again(firm, MEI, receipt).text == "已记录：拜访，王主任（新华印刷）。归你至4月10日周五。"


def test_a_log_moved_to_a_known_customer_counts_there_and_no_longer_here(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    enter(firm, TOM, "Initech")
    firm.wait(days=20)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    receipt = firm.last(TOM)
    assert "Yours until Mon 20 Apr (+10 days)." in receipt.text
    tap(firm, TOM, receipt, "Edit")
    firm.slack.suggest(TOM, "pick.customer", "Init")
    assert saved(firm.submit(TOM, {"pick.customer": "Initech"}))
    assert again(firm, TOM, receipt).text.startswith(
        "Logged: call, Ann Ray (Initech). Yours until Mon 20 Apr (+10 days)."
    )
    assert "until Fri 10 Apr" in firm.command(TOM, "/who Globex").text


def test_a_log_moved_to_a_new_customer_makes_it_the_rep_s(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    receipt = firm.last(TOM)
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"new_name": "Hooli"}))
    assert "(Hooli). Yours until" in again(firm, TOM, receipt).text
    assert "Yours until" in firm.command(TOM, "/who Hooli").text


def test_a_customer_that_was_only_a_typing_mistake_goes_when_its_log_moves(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    wrong = enter(firm, TOM, "Glowbax")
    tap(firm, TOM, wrong, "Edit")
    firm.slack.suggest(TOM, "pick.customer", "Globex")
    assert saved(firm.submit(TOM, {"pick.customer": "Globex"}))
    assert firm.command(TOM, "/dibs mine").text.startswith("1 customer is yours. Globex")
    enter(firm, MEI, "Glowbax")  # its name is free again


def test_a_day_still_to_come_can_t_have_happened(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, TOM, receipt, "Edit")
    wrong = firm.submit(TOM, {"happened_on": "2026-03-20"})
    assert wrong.errors == {"happened_on": "That day is still to come. What is planned goes under the next step."}
    assert saved(firm.submit(TOM, {"happened_on": "2026-03-09"}))


def test_a_next_step_in_the_past_is_refused_at_its_field(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, TOM, receipt, "Edit")
    assert firm.submit(TOM, {"due_on": "2026-03-09"}).errors == {
        "due_on": "That time has passed. Choose one that is still to come."
    }
    assert firm.submit(TOM, {"due_on": None, "due_at": "10:00"}).errors == {"due_on": "Choose the day too."}
    assert saved(firm.submit(TOM, {"due_on": "2026-03-16", "due_at": None}))
    assert "Next: Mon 16 Mar 09:00." in again(firm, TOM, receipt).text


def test_an_amount_that_is_no_number_is_refused_at_its_field(firm: Company) -> None:
    receipt = enter(firm, MEI, "新华印刷")
    tap(firm, MEI, receipt, "修改")
    for typed in ("many", "-5", "NaN", "1e999999", "9" * 20):
        assert firm.submit(MEI, {"amount": typed}).errors == {"amount": "请用数字写金额，例如 12000 或 5万。"}
    assert saved(firm.submit(MEI, {"amount": "1，２００"}))


def test_a_log_can_still_be_edited_when_its_next_step_has_come(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    firm.wait(hours=2)
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"contact": "Bob Lee"}))
    assert again(firm, TOM, receipt).text.startswith("Logged: call, Bob Lee (Globex).")
    assert len([one for one in firm.heard(TOM) if one.text.startswith("It is time")]) == 1


def test_clearing_the_next_step_drops_its_plan(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"due_on": None, "due_at": None, "step": None}))
    firm.wait(days=1)
    assert firm.told(TOM, "It is time") is None
    assert "Plan next step" in labels(again(firm, TOM, receipt))


def test_moving_the_next_step_by_edit_moves_the_reminder(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"due_at": "23:00"}))
    firm.wait(hours=1.5)
    assert firm.told(TOM, "It is time") is None
    firm.wait(hours=1)
    assert firm.told(TOM, "It is time: *Globex* (Ann Ray), send the quote.")


def test_after_a_day_a_log_can_no_longer_be_edited(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    firm.wait(hours=25)
    tap(firm, TOM, receipt, "Edit")
    assert firm.slack.open_view(TOM) is None
    assert firm.last(TOM).text == (
        "A log can be changed or undone for 24 hours; this one is older. Log what has changed as a new note."
    )


def test_editing_keeps_the_hour_it_was_written(firm: Company) -> None:
    """Logged 71 hours after it happened it counts; corrected a little later it still does."""
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, "called Globex on Friday, spoke with Ann Ray, they compare two offers")
    receipt = firm.last(TOM)
    gained = "(+" in receipt.text
    firm.wait(hours=23)
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"contact": "Bob Lee"}))
    assert ("(+" in again(firm, TOM, receipt).text) == gained


def test_a_note_longer_than_a_field_keeps_its_end_through_an_edit(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, spoke with Ann Ray. " + "They talk a lot. " * 300 + "The last word is mango.")
    tap(firm, TOM, firm.last(TOM), "Edit")
    assert saved(firm.submit(TOM, {"contact": "Bob Lee"}))
    with firm.dibs.database.read() as tx:  # no message is long enough to show it all
        kept = activities.last_of(tx, workspace_id="T1", author_id=TOM)
    assert kept and kept.contact == "Bob Lee" and kept.outcome.endswith("The last word is mango.")


def test_the_log_of_another_is_not_mine_to_edit(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, MEI, receipt, "Edit")
    assert firm.slack.open_view(MEI) is None
    assert firm.last(MEI).text == "你没有权限这样做。你的经理或管理员可以。"
