"""However often and however much at once Slack delivers, and whoever says the same: each thing happens once."""

from concurrent.futures import ThreadPoolExecutor

from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import enter, logged, tap, words

NOTE = "called Globex, spoke with Ann Ray, they compare two offers"
NEW = "new customer Initech: called Bob Lee, they want a quote for 50 seats"


def test_a_note_delivered_again_is_logged_once(firm: Company) -> None:
    said = firm.say(TOM, NEW)
    for _ in range(3):
        firm.slack.redeliver(said)
    firm.settle()
    assert len(firm.heard(TOM)) == 1


def test_a_note_delivered_again_days_later_is_logged_once(firm: Company) -> None:
    said = firm.say(TOM, NEW)
    firm.wait(days=2)
    firm.slack.redeliver(said)
    firm.settle()
    assert len(logged(firm, TOM)) == 1


def test_a_note_delivered_four_times_at_once_is_logged_once(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.slack.disconnect_bot()
    firm.forgiven.add("connection_failed")
    said = firm.slack.say(TOM, NEW)
    callback = next(one.payload for one in firm.slack.deliveries if one.payload.get("event", {}).get("ts") == said.ts)
    firm.reconnect()
    with ThreadPoolExecutor(4) as four:
        answers = list(four.map(firm.slack.courier.redeliver, [callback] * 4))
    firm.settle()
    assert all(one.error is None for one in answers)
    assert len(logged(firm, TOM)) == 2  # Globex by the form, and this one
    assert firm.command(TOM, "/dibs mine").text.startswith("2 customers are yours.")


def test_two_taps_at_once_answer_a_question_once(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, "spoke with the new buyer, she wants 30 seats, call again Friday 3pm")
    asked = firm.last(TOM)
    with ThreadPoolExecutor(2) as two:
        list(two.map(lambda _: tap(firm, TOM, asked, "Globex"), range(2)))
    firm.settle()
    assert len(logged(firm, TOM)) == 2
    assert words(firm.command(TOM, "/who Globex").blocks).count("she wants 30 seats") == 1


def test_a_form_submitted_twice_logs_once(firm: Company) -> None:
    firm.command(TOM, "/log")
    view = firm.slack.open_view(TOM)
    assert view
    values = {"new_name": "Globex", "contact": "Ann Ray", "outcome": "wants a quote for 50 seats"}
    firm.slack.submit(view, TOM, values)
    payload = next(
        one.payload for one in reversed(firm.slack.deliveries) if one.payload.get("type") == "view_submission"
    )
    firm.slack.courier.interaction(payload)
    firm.settle()
    assert len(logged(firm, TOM)) == 1


def test_two_members_saying_the_same_are_two_notes(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, NOTE)
    firm.say(MEI, NOTE)
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex). Yours until")
    assert firm.last(MEI).text.startswith("已记录：电话，Ann Ray（Globex）。归 Tom Reed")


def test_two_members_naming_one_new_customer_make_one(firm: Company) -> None:
    firm.say(TOM, NEW)
    firm.say(MEI, NEW)
    assert firm.last(TOM).text.startswith("Logged with a new customer: call, Bob Lee (Initech).")
    assert firm.last(MEI).text.startswith("已记录：电话，Bob Lee（Initech）。归 Tom Reed")


def test_two_members_naming_one_new_customer_at_once_make_one(firm: Company) -> None:
    with ThreadPoolExecutor(2) as two:
        list(two.map(lambda user: firm.slack.say(user, NEW), (TOM, MEI)))
    firm.settle()
    held = [firm.command(user, "/dibs mine").text for user in (TOM, MEI)]
    assert sum("Initech" in one for one in held) == 1
    assert len(logged(firm, TOM)) == len(logged(firm, MEI)) == 1


def test_saying_the_same_again_is_kept_and_does_not_count(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, NOTE)
    firm.wait(days=1)
    firm.say(TOM, NOTE)
    assert "Kept. It reads almost like an earlier note, so the clock did not move." in firm.last(TOM).text
