"""A rep asks for time, a manager grants or refuses it."""

from datetime import datetime

from sqlalchemy import Connection

from crm.allowances import may_extend
from crm.cards import TimeRequestCard
from crm.customers import Customer
from crm.ledger import LedgerLine
from crm.notices.clock import TimeAnswered, TimeAsked
from crm.notices.conversation import Word
from crm.people import may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks, rewrite
from operations.clock.ownership import time_card_key, write_line
from operations.clock.warned import refresh_warnings
from operations.members import meet
from operations.office import Office
from storage import customers, people, time_requests
from storage.ids import new_id
from storage.outbox import Priority
from storage.time_requests import TimeRequest


def ask_for_time(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, reason: str, now: datetime
) -> TimeRequest:
    """Ask the manager for the rule's extension.

    Raises Refusal: not_yours, no_reason, asked_already, no_more_time, nobody_to_ask.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer is None or customer.owner_id != person_id:
            raise Refusal("not_yours", customer=customer.name if customer else "")
        if not reason.strip():
            raise Refusal("no_reason")
        rule = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer).rule
        asked = time_requests.of_epoch(
            tx, workspace_id=workspace_id, customer_id=customer_id, epoch=customer.owner_epoch
        )
        if any(one.state == "open" for one in asked):
            raise Refusal("asked_already")
        refused = may_extend(sum(one.state == "granted" for one in asked), rule=rule)
        if refused:
            raise refused
        leaders = [
            one
            for one in people.managers_of(tx, workspace_id=workspace_id, team_id=person.team_id)
            if one.person_id != person_id
        ]
        if not leaders:
            raise Refusal("nobody_to_ask")
        request = TimeRequest(
            new_id(now), customer_id, customer.owner_epoch, person_id, now, reason.strip()[:500], rule.extension_days
        )
        time_requests.add(tx, request, workspace_id=workspace_id)
        mail.post(
            tx,
            TimeAsked(request.request_id),
            workspace_id=workspace_id,
            to=leaders[0].person_id,
            now=now,
            priority=Priority.REASSIGNMENT,
            key=time_card_key(request.request_id),
        )
        mail.post(tx, Word("time_asked", customer.name), workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=leaders[0].person_id, now=now)
        refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
        return request


def days_to_ask(office: Office, *, workspace_id: str, customer_id: str, now: datetime) -> int:
    """How many days one extension gives by the rule of this customer."""
    with office.database.read() as tx:
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "") if customer else None
        return read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer).rule.extension_days


def request_card(tx: Connection, request_id: str, *, workspace_id: str, to_asker: bool) -> TimeRequestCard | None:
    """A request as the manager who is asked, or who asked, needs to know it."""
    request = time_requests.request(tx, workspace_id=workspace_id, request_id=request_id)
    key = {"workspace_id": workspace_id, "customer_id": request.customer_id if request else ""}
    customer = customers.customer(tx, **key) if request else None
    if request is None or customer is None:
        return None
    named = people.names(tx, workspace_id=workspace_id, person_ids={request.asked_by, request.decided_by})
    return TimeRequestCard(
        request.request_id,
        customer,
        named.get(request.asked_by, ""),
        request.reason,
        request.days,
        request.state,
        named.get(request.decided_by or ""),
        to_asker=to_asker,
    )


def answer_time(
    office: Office, *, workspace_id: str, actor_id: str, request_id: str, grant: bool, now: datetime
) -> None:
    """Grant or refuse. Raises Refusal: not_allowed, decided_already."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        request = time_requests.request(tx, workspace_id=workspace_id, request_id=request_id)
        if request is None:
            raise Refusal("decided_already")
        asker = people.person(tx, workspace_id=workspace_id, person_id=request.asked_by)
        if not may_manage(actor, team_id=asker.team_id if asker else None) or actor_id == request.asked_by:
            raise Refusal("not_allowed")
        state = "granted" if grant else "refused"
        if not time_requests.decide(
            tx, workspace_id=workspace_id, request_id=request_id, state=state, decided_by=actor_id, now=now
        ):
            raise Refusal("decided_already")
        if grant:
            _grant(tx, request, workspace_id=workspace_id, actor_id=actor_id, now=now)
        else:
            _redraw(tx, request, workspace_id=workspace_id, now=now)
        mail.edit_keyed(tx, workspace_id=workspace_id, key=time_card_key(request_id), now=now)
        mail.post(tx, TimeAnswered(request_id), workspace_id=workspace_id, to=request.asked_by, now=now)
        mail.republish_homes(tx, workspace_id=workspace_id, person_ids=(request.asked_by, actor_id), now=now)


def _grant(tx: Connection, request: TimeRequest, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=request.customer_id)
    if customer is None or customer.owner_id != request.asked_by or customer.owner_epoch != request.epoch:
        raise Refusal("decided_already")
    owner = people.person(tx, workspace_id=workspace_id, person_id=request.asked_by)
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
    moved: Customer | None = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    if moved is None:
        raise Refusal("decided_already")
    line = LedgerLine(
        now,
        actor_id,
        "time_granted",
        customer.owner_epoch,
        customer.owner_id,
        customer.owner_id,
        request.reason,
        clock_.rule.version,
        customer.protected_until,
        moved.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
    refresh_warnings(tx, workspace_id=workspace_id, customer=moved, now=now)


def _redraw(tx: Connection, request: TimeRequest, *, workspace_id: str, now: datetime) -> None:
    """The warnings no longer say that the manager has not answered."""
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=request.customer_id)
    if customer and customer.owner_epoch == request.epoch:
        refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
