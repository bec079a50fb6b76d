"""An inquiry comes in: it becomes a customer in the pool, reaches the owner of the one it is of, or asks a manager.

Nobody who only filled in a form changes what is known of a customer: what they wrote is shown to its owner, who takes
over what is true. A new customer is open at once, and the manager is asked who shall have it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from crm.cards import LeadCard
from crm.customers import Customer, CustomerState, normal_name
from crm.details import Details
from crm.leads.lead import REPEATED, KeptLead, Lead
from crm.leads.matching import Match, dialled, gathered, match
from crm.ledger import LedgerLine
from crm.notices.leads import LeadAsked, LeadTold, StepAnswered
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.assigning.deciding import ask, open_decision
from operations.clock.clockwork import read_clocks
from operations.clock.ownership import write_line
from operations.customers import seeing
from operations.customers.whose import sees_whole
from operations.hearing.recording import create_customer
from operations.members import meet
from operations.office import Office
from storage import customers, details, leads, people, seen
from storage.ids import new_id
from storage.outbox import Priority

NEAR = 88.0  # rapidfuzz's per cent: Acme Ltd is near Acme Inc, and further from Acme Foods
MOST_NEAR = 5
LONG_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Came:
    """How an inquiry came in. `key`: what it is known by, however often it is told; `step`: the run of a workflow's step
    that waits to hear that it is done."""

    door: str
    key: str
    step: str | None = None


def receive(
    office: Office, *, workspace_id: str, lead: Lead, came: Came, now: datetime, sure: bool = True
) -> KeptLead | None:
    """Keep an inquiry and let whoever it concerns know; None for one that was kept before: the same delivery, or the very
    same words a second time on one day (UTC). Unless `sure` that it is one, a manager is asked before anything is new."""
    firm = lead.company or (lead.domain or lead.name).split(".")[0]
    known = office.directory.index(workspace_id)
    near = [one.customer_id for one in known.alike(firm).near(least=NEAR, limit=MOST_NEAR)]
    with office.database.read(at_most=LONG_SECONDS) as tx:  # through all contacts, before others are kept waiting
        alike = _alike(tx, lead, near, workspace_id=workspace_id)
    with office.database.begin() as tx:
        kept = None
        if _is_first(tx, lead, came, workspace_id=workspace_id, now=now):
            named = leads.called(tx, workspace_id=workspace_id, name=lead.name)  # now: two at once make one customer
            found = match(lead, gathered([*alike, *((one, "name") for one in named)]))
            if found.kind == "new" and not sure:
                found = Match("unsure")
            asked = KeptLead(new_id(now), now, came.door, lead, "asked", candidate_ids=found.customer_ids)
            kept = _Desk(office, tx, workspace_id, now).settle(asked, found)
        if came.step:
            ended = StepAnswered(outcome=kept.state if kept else REPEATED, person_id=kept.told or "" if kept else "")
            mail.end_step(tx, ended, workspace_id=workspace_id, execution_id=came.step, now=now)
        return kept


def refuse_step(office: Office, *, workspace_id: str, step: str, refusal: Refusal, now: datetime) -> None:
    """A workflow's step brought nothing that could be kept: it is told why."""
    facts = tuple((name, str(value)) for name, value in refusal.facts.items())
    with office.database.begin() as tx:
        slip = StepAnswered(refusal.code, facts)
        mail.end_step(tx, slip, workspace_id=workspace_id, execution_id=step, now=now)


def answer(office: Office, *, workspace_id: str, actor_id: str, lead_id: str, choice: str, now: datetime) -> None:
    """A manager says whose an inquiry is: a customer's id, "new", or "drop". Raises Refusal: not_allowed, lead_decided,
    no_customer."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        if not actor.leads:
            raise Refusal("not_allowed")
        kept = leads.lead(tx, workspace_id=workspace_id, lead_id=lead_id)
        if kept is None or kept.state != "asked":
            raise Refusal("lead_decided")
        _Desk(office, tx, workspace_id, now).decide(kept, choice, actor)


def take_over_contact(office: Office, *, workspace_id: str, person_id: str, lead_id: str, now: datetime) -> str:
    """Keep who wrote as a contact of the customer; its name. Raises Refusal: not_allowed, lead_gone, no_contact."""
    with office.database.begin() as tx:
        asker = meet(tx, workspace_id=workspace_id, person_id=person_id)
        kept = leads.lead(tx, workspace_id=workspace_id, lead_id=lead_id)
        key = {"workspace_id": workspace_id, "customer_id": kept.customer_id or "" if kept else ""}
        customer = customers.customer(tx, **key)
        if kept is None or customer is None:
            raise Refusal("lead_gone")
        if not sees_whole(tx, customer, workspace_id=workspace_id, asker=asker):
            raise Refusal("not_allowed")
        if not _keep_contact(tx, kept.lead, workspace_id=workspace_id, customer=customer, now=now):
            raise Refusal("no_contact")
        details.touch(tx, **key, now=now)
        office.directory.put(tx, workspace_id, customer.customer_id)
        return customer.name


def lead_card(tx: Connection, lead_id: str, *, workspace_id: str, asks: bool) -> LeadCard | None:
    kept = leads.lead(tx, workspace_id=workspace_id, lead_id=lead_id)
    if kept is None:
        return None
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=kept.customer_id or "")
    near = seeing.candidates(tx, kept.candidate_ids, workspace_id=workspace_id)
    named = people.names(tx, workspace_id=workspace_id, person_ids={kept.decided_by})
    return LeadCard(kept, customer, near, named.get(kept.decided_by or ""), asks)


def _alike(tx: Connection, lead: Lead, near: list[str], *, workspace_id: str) -> list[tuple[str, str]]:
    """Customers in use it may be of, with by what."""
    phones = dialled(lead.phone) if lead.phone else ()
    key = {"workspace_id": workspace_id}
    pairs = list(leads.reached_at(tx, **key, email=lead.email, phones=phones, domain=lead.domain))
    standing = customers.customers(tx, **key, customer_ids=near)
    return pairs + [(one.customer_id, "near") for one in standing if one.state != CustomerState.ARCHIVED]


def _is_first(tx: Connection, lead: Lead, came: Came, *, workspace_id: str, now: datetime) -> bool:
    said = "\0".join(str(getattr(lead, name)) for name in Lead.__slots__)
    words = f"inquiry:{sha256(said.encode()).hexdigest()}:{now.date().isoformat()}"
    fresh = [seen.first_time(tx, workspace_id=workspace_id, key=key, now=now) for key in (came.key, words)]
    return all(fresh)


def _keep_contact(tx: Connection, lead: Lead, *, workspace_id: str, customer: Customer, now: datetime) -> bool:
    """Who wrote, under their name; an address or number without one under the customer's. False where there is none."""
    name = lead.contact or (customer.name if lead.email or lead.phone else "")
    if not normal_name(name):
        return False
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    customers.keep_contact(tx, **key, contact_id=new_id(now), name=name, phone=lead.phone, email=lead.email)
    return True


@dataclass(frozen=True)
class _Desk:
    """One inquiry being settled, inside a transaction."""

    office: Office
    tx: Connection
    workspace_id: str
    now: datetime

    def settle(self, kept: KeptLead, found: Match) -> KeptLead:
        if found.kind == "unsure":
            manager = self._manager()
            kept = replace(kept, told=manager.person_id if manager else None)
            leads.add(self.tx, kept, workspace_id=self.workspace_id)
            self._tell(LeadAsked(kept.lead_id), kept.told, key=asked_key(kept.lead_id))
            return kept
        if found.kind == "new":
            customer, is_new = self._enter(kept.lead, by=None)
            if is_new:
                manager = self._offer(customer)
                told = manager.person_id if manager else None
                kept = replace(kept, state="new", customer_id=customer.customer_id, told=told)
                leads.add(self.tx, kept, workspace_id=self.workspace_id)
                return kept
            found = Match("known", (customer.customer_id,))  # a rival was quicker
        customer = self._customer(found.customer_ids[0])
        kept = replace(kept, state="known", customer_id=customer.customer_id, told=self._concerned(customer))
        leads.add(self.tx, kept, workspace_id=self.workspace_id)
        self._tell(LeadTold(kept.lead_id), kept.told)
        return kept

    def decide(self, kept: KeptLead, choice: str, actor: Person) -> None:
        if choice == "drop":
            self._decided(kept, "dropped", None, actor)
        elif choice == "new":
            customer, is_new = self._enter(kept.lead, by=actor.person_id)
            if not is_new:
                raise Refusal("name_taken", customer=customer.name)
            self._decided(kept, "new", customer.customer_id, actor)
            self._offer(customer)
        else:
            if choice not in kept.candidate_ids:
                raise Refusal("no_customer")
            customer = self._customer(choice)
            self._decided(kept, "known", customer.customer_id, actor)
            self._tell(LeadTold(kept.lead_id), self._concerned(customer))

    def _decided(self, kept: KeptLead, state: str, customer_id: str | None, actor: Person) -> None:
        key = {"workspace_id": self.workspace_id, "lead_id": kept.lead_id}
        if not leads.decide(self.tx, **key, state=state, customer_id=customer_id, decided_by=actor.person_id):
            raise Refusal("lead_decided")
        mail.edit_keyed(self.tx, workspace_id=self.workspace_id, key=asked_key(kept.lead_id), now=self.now)

    def _customer(self, customer_id: str) -> Customer:
        found = customers.customer(self.tx, workspace_id=self.workspace_id, customer_id=customer_id)
        if found is None or found.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        return found

    def _enter(self, lead: Lead, *, by: str | None) -> tuple[Customer, bool]:
        """A new customer, open to all in the pool, with what the inquiry says of it; and whether it is new. One known by that
        name stays as it is."""
        customer, is_new = create_customer(
            self.tx, workspace_id=self.workspace_id, name=lead.name, created_by=by, now=self.now, source=lead.source
        )
        if not is_new:
            return customer, False
        key: dict[str, Any] = {"workspace_id": self.workspace_id, "customer_id": customer.customer_id}
        customers.change(
            self.tx,
            **key,
            epoch=customer.owner_epoch,
            owner_id=None,
            state=CustomerState.POOL.value,
            pooled_at=self.now,
            pool_reason="inquiry",
            campaign=lead.campaign,
            changed_at=self.now,
        )
        said = Details(customer.name, (), lead.city, lead.industry, lead.domain, None, lead.source)
        details.keep(self.tx, said, **key, now=self.now)
        _keep_contact(self.tx, lead, workspace_id=self.workspace_id, customer=customer, now=self.now)
        line = LedgerLine(self.now, by, "came_in", customer.owner_epoch, None, None, lead.source)
        write_line(self.tx, line, **key)
        self.office.directory.put(self.tx, self.workspace_id, customer.customer_id)
        return self._customer(customer.customer_id), True

    def _offer(self, customer: Customer) -> Person | None:
        """Ask the manager who shall have it; who that is. All that come in within a minute are one card: a busy form floods
        nobody."""
        if customer.owner_id is not None:
            return None
        clock_ = read_clocks(self.tx, workspace_id=self.workspace_id, now=self.now).of(None, customer)
        minute = self.now.replace(second=0, microsecond=0)
        manager = open_decision(
            self.tx,
            customer,
            workspace_id=self.workspace_id,
            former=None,
            why="inquiry",
            clock_=clock_,
            now=minute,
        )
        if manager:
            ask(self.tx, manager, workspace_id=self.workspace_id, now=minute)
            mail.republish_home(self.tx, workspace_id=self.workspace_id, person_id=manager.person_id, now=self.now)
        return manager

    def _concerned(self, customer: Customer) -> str | None:
        """Who hears of an inquiry of this customer: its owner; of one that nobody has, a manager."""
        owner = people.person(self.tx, workspace_id=self.workspace_id, person_id=customer.owner_id or "")
        if owner and not owner.deactivated:
            return owner.person_id
        manager = self._manager(owner.team_id if owner else None)
        return manager.person_id if manager else None

    def _manager(self, team_id: str | None = None) -> Person | None:
        leaders = people.managers_of(self.tx, workspace_id=self.workspace_id, team_id=team_id)
        return leaders[0] if leaders else None

    def _tell(self, slip: LeadTold | LeadAsked, to: str | None, *, key: str | None = None) -> None:
        if to:
            rank = Priority.REASSIGNMENT
            mail.post(self.tx, slip, workspace_id=self.workspace_id, to=to, now=self.now, priority=rank, key=key)


def asked_key(lead_id: str) -> str:
    """The outbox key of the question to a manager."""
    return f"lead:{lead_id}"
