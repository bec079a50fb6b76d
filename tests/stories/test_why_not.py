"""A log that did not extend the clock says why, and how to mend it; the mending works."""

from sandbox.nouns import Message
from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import again, enter, log, saved, tap

GAINED = "Yours until Mon 20 Apr (+10 days)."


def later(firm: Company, user: str = TOM, **values: str | None) -> Message:
    """A log on Globex twenty days into its thirty."""
    enter(firm, user, "Globex")
    firm.wait(days=20)
    tap(firm, user, firm.command(user, "/who Globex"), "Log call" if user == TOM else "记录")
    assert saved(firm.submit(user, {"outcome": "they compare two offers", **values}))
    return firm.last(user)


def mend(firm: Company, receipt: Message, **values: str | None) -> str:
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, values))
    return again(firm, TOM, receipt).text


def test_a_whole_log_extends(firm: Company) -> None:
    assert later(firm).text == f"Logged: call, Ann Ray (Globex). {GAINED}"


def test_a_note_without_a_deed_says_what_to_name(firm: Company) -> None:
    receipt = later(firm, kind="note")
    assert receipt.text.endswith(
        "Kept. To extend the clock, say what you did (call, visit, meeting, demo, e-mail, message): *Edit*."
    )
    assert GAINED in mend(firm, receipt, kind="visit")


def test_a_log_without_a_contact_asks_for_one(firm: Company) -> None:
    receipt = later(firm, contact=None)
    assert receipt.text.endswith(
        "Kept. To extend the clock, say whom you spoke with, or that there was no answer: *Edit*."
    )
    assert GAINED in mend(firm, receipt, contact="Bob Lee")


def test_no_answer_needs_no_contact(firm: Company) -> None:
    receipt = later(firm, contact=None)
    assert GAINED in mend(firm, receipt, outcome="no answer, left a voicemail")


def test_too_few_words_ask_for_a_few_more(firm: Company) -> None:
    receipt = later(firm, outcome="ok")
    assert receipt.text.endswith("Kept. To extend the clock, add a few words about what came of it: *Edit*.")
    assert GAINED in mend(firm, receipt, outcome="they take the second offer")


def test_too_few_characters_in_chinese_ask_for_a_few_more(firm: Company) -> None:
    receipt = later(firm, MEI, outcome="还行")
    assert "已保留" in receipt.text
    tap(firm, MEI, receipt, "修改")
    assert saved(firm.submit(MEI, {"outcome": "他们选了第二个报价"}))
    assert "归你至4月20日周一（+10 天）。" in again(firm, MEI, receipt).text


def test_what_happened_long_ago_is_kept_and_does_not_extend(firm: Company) -> None:
    receipt = later(firm, happened_on="2026-03-26")
    assert receipt.text.endswith(
        "Kept. It happened more than 3 days ago, so the clock did not move. Log within 3 days to extend."
    )
    assert "Yours until" in mend(firm, receipt, happened_on="2026-03-29")
    assert "Kept." not in again(firm, TOM, receipt).text


def test_what_is_too_late_is_said_in_chinese_too(firm: Company) -> None:
    receipt = later(firm, MEI, happened_on="2026-03-26")
    assert receipt.text.endswith("已保留。这次联系已过去超过 3 天，保护期没有变。请在 3 天内记录，才能延长。")


def test_the_clock_moves_once_a_day(firm: Company) -> None:
    later(firm)
    firm.say(TOM, "visited Globex, met Bob Lee, the board decides in May on our price")
    assert firm.last(TOM).text.endswith("Kept. The clock moves once a working day for each customer, and it has today.")


def test_a_near_copy_is_mended_by_what_is_new(firm: Company) -> None:
    later(firm)
    firm.wait(days=1)
    receipt = log_again(firm, outcome="they compare two offers")
    assert receipt.text.endswith(
        "Kept. It reads almost like an earlier note, so the clock did not move. *Edit* in what is new."
    )
    assert "(+1 day)" in mend(firm, receipt, outcome="Ann prefers ours, her boss the other one")


def test_a_third_no_answer_in_a_row_does_not_extend(firm: Company) -> None:
    later(firm, outcome="no answer, left a voicemail", contact=None)
    for _ in range(2):
        firm.wait(days=1)
        receipt = log_again(firm, outcome="no answer, nobody there", contact=None)
    assert receipt.text.endswith(
        "Kept. At most 2 “no answer” in a row count, so the clock did not move. Try another way to reach them."
    )
    assert "Kept." not in mend(firm, receipt, contact="Bob Lee", outcome="reached Bob at last, he wants a demo")


def test_a_colleagues_calls_in_vain_cost_the_owner_nothing(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    for _ in range(2):
        firm.wait(days=1)
        firm.say(MEI, "called Globex, no answer")
        assert "只有负责人的跟进才算" in firm.last(MEI).text
    firm.wait(days=1)
    firm.say(TOM, "called Globex, no answer")
    assert "Yours until" in firm.last(TOM).text and "Kept." not in firm.last(TOM).text


def test_a_log_on_what_nobody_owns_offers_to_claim(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs release Globex")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))
    firm.wait(days=5)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    assert firm.last(TOM).text == (
        "Logged: call, Ann Ray (Globex). It is in the pool: nobody owns it. "
        "Kept. Nobody owns this customer, so no clock runs. Claim it to make it yours."
    )


def log_again(firm: Company, **values: str | None) -> Message:
    tap(firm, TOM, firm.command(TOM, "/who Globex"), "Log call")
    assert saved(firm.submit(TOM, values))
    return firm.last(TOM)


def test_the_first_note_on_a_new_customer_needs_no_excuse(firm: Company) -> None:
    assert "Kept." not in log(firm, TOM, new_name="Globex", contact="Ann Ray", outcome="wants a quote").text
