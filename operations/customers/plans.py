"""Follow-ups: plan, move, snooze, drop, and remind when their time has come."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.activities import Entry
from crm.followups import FollowUp, FollowUpState
from crm.notices.clock import FollowUpDue
from crm.notices.conversation import Word
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.clock.resetting import hold_by_plans
from operations.customers.plan_mail import plan_key, reminder_key, retell
from operations.customers.planning import add_plan
from operations.hearing.heard import Heard
from operations.hearing.logs import Chosen
from operations.hearing.turn import Turn
from operations.members import meet
from operations.office import Office
from storage import customers, followups, people, seen
from storage.outbox import Priority

BATCH = 200
SNOOZE = timedelta(hours=2)


def plan_step(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    chosen: Chosen,
    due_at: datetime,
    step: str | None,
    key: str,
    now: datetime,
    tell: bool = True,
) -> FollowUp | None:
    """Plan a dated next step with a customer, and say so in the DM unless the caller answers. One within a fortnight
    holds the claim until its day, once between two follow-ups; it never extends it.

    `key` names the request, so that it counts once (None the second time). Raises Refusal: no_customer, in_the_past.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=chosen.customer_id or "")
        if customer is None or customer.state == "archived":
            raise Refusal("no_customer")
        if due_at <= now:
            raise Refusal("in_the_past")
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"plan:{key}", now=now):
            return None
        entry = Entry("note", "", now, follow_up_at=due_at, next_step=step)
        plan = add_plan(tx, entry, workspace_id=workspace_id, rep=person, customer=customer, activity_id=None, now=now)
        hold_by_plans(tx, customer.customer_id, workspace_id=workspace_id, actor_id=person_id, now=now)
        if tell:
            _say_planned(tx, plan, workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
        return plan


@dataclass(frozen=True)
class Planned:
    """What words about a plan say: whom (and in which words), when, what. None where they don't say it."""

    customer_id: str | None
    customer_name: str | None
    customer_phrase: str
    due_at: datetime | None
    step: str | None


def read_words(office: Office, *, workspace_id: str, person_id: str, text: str, now: datetime) -> Planned:
    """Read "Acme Friday 3pm send quote", keeping nothing."""
    with office.database.read() as tx:
        turn = Turn(office, tx, Heard(workspace_id, person_id, "", "", text, now), now)
        match, when = turn.reading.customer, turn.reading.follow_up
        due_at = turn.instant(when) if when else None
    step = _without(turn.reading.next_step, match.phrase)
    return Planned(match.customer_id, match.name, match.phrase, due_at, step)


def _without(step: str | None, customer: str) -> str | None:
    """ "Acme Friday 3pm send quote" names the customer first: the step is what is left."""
    left = (step or "").replace(customer, " ", 1).strip(" ,，:：") if customer else step
    return left or None


def move_plan(
    office: Office, *, workspace_id: str, person_id: str, followup_id: str, due_at: datetime, now: datetime
) -> FollowUp:
    """Give a plan another time. Raises Refusal: plan_closed, not_allowed, in_the_past."""
    with office.database.begin() as tx:
        plan = _own_plan(tx, workspace_id=workspace_id, person_id=person_id, followup_id=followup_id)
        if due_at <= now:
            raise Refusal("in_the_past")
        if not followups.move(tx, workspace_id=workspace_id, followup_id=followup_id, due_at=due_at):
            raise Refusal("plan_closed")
        return _told(tx, workspace_id=workspace_id, plan=plan, now=now)


def snooze_plan(office: Office, *, workspace_id: str, person_id: str, followup_id: str, now: datetime) -> FollowUp:
    """Remind again in two hours. Raises Refusal: plan_closed, not_allowed."""
    return move_plan(
        office, workspace_id=workspace_id, person_id=person_id, followup_id=followup_id, due_at=now + SNOOZE, now=now
    )


def drop_plan(office: Office, *, workspace_id: str, person_id: str, followup_id: str, now: datetime) -> FollowUp:
    """The step is no longer meant. Raises Refusal: plan_closed, not_allowed."""
    with office.database.begin() as tx:
        plan = _own_plan(tx, workspace_id=workspace_id, person_id=person_id, followup_id=followup_id)
        if not followups.close(
            tx, workspace_id=workspace_id, followup_id=followup_id, state=FollowUpState.DROPPED, now=now
        ):
            raise Refusal("plan_closed")
        hold_by_plans(tx, plan.customer_id, workspace_id=workspace_id, actor_id=person_id, now=now)
        return _told(tx, workspace_id=workspace_id, plan=plan, now=now)


def read_plan(office: Office, *, workspace_id: str, person_id: str, followup_id: str) -> FollowUp:
    """A plan for its form. Raises Refusal: plan_closed, not_allowed."""
    with office.database.read() as tx:
        return _own_plan(tx, workspace_id=workspace_id, person_id=person_id, followup_id=followup_id)


def remind_due(office: Office, *, now: datetime) -> int:
    """Put a reminder for every follow-up whose time has come; returns how many. A plan reminds once a date; one that
    comes too late waits for working hours, one on time comes whenever its owner chose."""
    with office.database.read() as tx:
        due = followups.remind_due(tx, now=now, limit=BATCH)
    for workspace_id, plan in due:
        with office.database.begin() as tx:
            if followups.mark_reminded(
                tx, workspace_id=workspace_id, followup_id=plan.followup_id, remind_at=plan.due_at
            ):
                owner = people.person(tx, workspace_id=workspace_id, person_id=plan.owner_id)
                clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
                mail.post(
                    tx,
                    FollowUpDue(plan.followup_id),
                    workspace_id=workspace_id,
                    to=plan.owner_id,
                    now=now,
                    priority=Priority.REMINDER,
                    key=reminder_key(plan),
                    after=clocks.spoken_at(owner, plan.due_at) - now,
                )
    return len(due)


def _own_plan(tx: Connection, *, workspace_id: str, person_id: str, followup_id: str) -> FollowUp:
    person: Person = meet(tx, workspace_id=workspace_id, person_id=person_id)
    plan = followups.followup(tx, workspace_id=workspace_id, followup_id=followup_id)
    if plan is None or plan.state != FollowUpState.OPEN:
        raise Refusal("plan_closed")
    if plan.owner_id != person.person_id:
        owner = people.person(tx, workspace_id=workspace_id, person_id=plan.owner_id)
        if not may_manage(person, team_id=owner.team_id if owner else None):
            raise Refusal("not_allowed")
    return plan


def _say_planned(tx: Connection, plan: FollowUp, *, workspace_id: str, to: str, now: datetime) -> None:
    mail.post(tx, Word("planned", plan.followup_id), workspace_id=workspace_id, to=to, now=now, key=plan_key(plan))


def _told(tx: Connection, *, workspace_id: str, plan: FollowUp, now: datetime) -> FollowUp:
    """Say anew what was said of the plan, and return it as it is now."""
    if not retell(tx, plan, workspace_id=workspace_id, now=now):
        _say_planned(tx, plan, workspace_id=workspace_id, to=plan.owner_id, now=now)
    changed = followups.followup(tx, workspace_id=workspace_id, followup_id=plan.followup_id)
    assert changed is not None
    return changed
