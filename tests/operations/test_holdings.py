"""What counts towards the cap: neither who is won nor who belongs to somebody on leave."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm.deals import Terms
from crm.refusal import Refusal
from operations.assigning import reassigning
from operations.clock import away
from operations.deals import dealing
from tests.yard import BOSS, MONDAY, ON, SECOND, T1, Yard


def assign(one: Yard, customer_id: str, rep: str) -> None:
    who = {"workspace_id": T1, "actor_id": SECOND, "owner_id": rep}
    reassigning.assign(one.office, **who, customer_id=customer_id, epoch=None, now=MONDAY, override="a good match")


def test_the_won_and_those_of_somebody_on_leave_do_not_count_towards_the_cap(company: Yard) -> None:
    company.set_rule(replace(ON, holding_cap=1), MONDAY)
    mei, giver, tom = company.reps
    won, running = company.enter(mei, "Acme", MONDAY), company.enter(tom, "Umbrella", MONDAY)
    free = [company.enter(giver, name, MONDAY) for name in ("Globex", "Initech", "Hooli")]
    for customer_id in free:
        who = {"workspace_id": T1, "person_id": giver, "customer_id": customer_id}
        reassigning.release(company.office, **who, why="poor_fit", now=MONDAY)
    with pytest.raises(Refusal, match="holding_cap"):
        assign(company, free[0], mei)
    for customer_id, end in ((won, None), (running, date(2025, 1, 1))):
        terms = Terms(name="Licences", stage="won", contract_end=end)
        who = {"workspace_id": T1, "person_id": BOSS, "customer_id": customer_id}
        dealing.open_deal(company.office, **who, terms=terms, key=customer_id, now=MONDAY)
    assign(company, free[0], mei)
    for customer_id, rep in ((free[1], mei), (free[1], tom)):  # full again; a contract that is over counts
        with pytest.raises(Refusal, match="holding_cap"):
            assign(company, customer_id, rep)
    today = MONDAY.date()
    leave = {"first_day": today, "last_day": today + timedelta(days=3), "cover_id": None}
    asked = away.ask_leave(company.office, workspace_id=T1, person_id=tom, **leave, now=MONDAY)
    away.answer_leave(
        company.office, workspace_id=T1, actor_id=SECOND, leave_id=asked.leave.leave_id, approve=True, now=MONDAY
    )
    assign(company, free[1], tom)
