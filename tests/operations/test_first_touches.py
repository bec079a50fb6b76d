"""What a manager gives away is called soon, or its new owner and the manager hear of it."""

from dataclasses import replace
from datetime import datetime, timedelta

from crm.cards import UntouchedCard
from operations import mail
from operations.assigning import reassigning
from operations.clock import first_touches
from operations.compose import compose
from storage.outbox import Letter
from tests.yard import MONDAY, ON, SECOND, T1, Yard

HOUR = timedelta(hours=1)


def told(one: Yard) -> list[tuple[str, str]]:
    return sorted((letter.to, letter.facts) for letter in one.carrier.carried if letter.kind == "Untouched")


def give(one: Yard, name: str, *, giver: str, taker: str) -> str:
    customer_id = one.enter(giver, name, MONDAY)
    reassigning.release(
        one.office, workspace_id=T1, person_id=giver, customer_id=customer_id, why="poor_fit", now=MONDAY
    )
    reassigning.assign(
        one.office, workspace_id=T1, actor_id=SECOND, customer_id=customer_id, epoch=None, owner_id=taker, now=MONDAY
    )
    return customer_id


def test_a_first_follow_up_that_was_not_made_in_time_is_asked_after_once_in_one_message_a_person(company: Yard) -> None:
    company.set_rule(replace(ON, first_touch_hours=4), MONDAY)
    mei, tom, _ = company.reps
    acme, globex, called = (give(company, name, giver=mei, taker=tom) for name in ("Acme", "Globex", "Initech"))
    company.log(tom, called, MONDAY + HOUR)
    own = company.enter(tom, "Umbrella", MONDAY)
    due = MONDAY + 4 * HOUR
    assert first_touches.ask_after_touches(company.office, now=due - HOUR) == 0
    for _ in range(2):
        first_touches.ask_after_touches(company.office, now=due)
        company.deliver(due)
    assert [who for who, _ in told(company)] == [SECOND, tom]
    for _, facts in told(company):
        assert acme in facts and globex in facts and called not in facts and own not in facts


def test_where_the_rule_asks_for_none_or_the_new_owner_calls_before_it_is_sent_nobody_is_told(company: Yard) -> None:
    give(company, "Acme", giver=company.reps[0], taker=company.reps[1])
    assert first_touches.ask_after_touches(company.office, now=MONDAY + timedelta(days=9)) == 0
    company.set_rule(replace(ON, first_touch_hours=4), MONDAY)
    globex = give(company, "Globex", giver=company.reps[0], taker=company.reps[1])
    assert first_touches.ask_after_touches(company.office, now=MONDAY + 4 * HOUR) == 1
    company.log(company.reps[1], globex, MONDAY + 4 * HOUR)
    company.deliver(MONDAY + 4 * HOUR)
    assert told(company) == []


def test_what_reminded_of_a_first_follow_up_says_that_it_was_made(company: Yard) -> None:
    company.set_rule(replace(ON, first_touch_hours=4), MONDAY)
    mei, tom, _ = company.reps
    acme, globex = (give(company, name, giver=mei, taker=tom) for name in ("Acme", "Globex"))
    due = MONDAY + 4 * HOUR
    first_touches.ask_after_touches(company.office, now=due)
    company.deliver(due)
    for number, customer_id in enumerate((acme, globex), start=1):
        company.log(tom, customer_id, due + number * HOUR)
        company.deliver(due + number * HOUR)
        edited = [one for one in company.carrier.carried if (one.kind, one.method) == ("Untouched", "chat.update")]
        assert sorted(one.to for one in edited[-2:]) == [SECOND, tom] and len(edited) == 2 * number
        card = worded_again(company, edited[-1], due + number * HOUR)
        assert sum(line.handled for line in card.lines) == number and len(card.lines) == 2


def worded_again(one: Yard, letter: Letter, now: datetime) -> UntouchedCard:
    _, card = compose(one.office, mail.read(letter), workspace_id=T1, person_id=letter.to, now=now, is_edit=True)
    assert isinstance(card, UntouchedCard)
    return card
