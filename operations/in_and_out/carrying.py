"""Carrying rows of a list in: a batch is one transaction, its count included, so that a kill neither loses nor doubles.

An import moves nobody's customer and extends no clock. A new customer goes into the pool, or to the owner the file names
if it says since when; such a claim is not lost within a week of the import, however old it is.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from crm import clock
from crm.clock import Epoch
from crm.customers import Customer, CustomerState, normal_name
from crm.imports import AMNESTY, Tally
from crm.intake.rows import ListedCustomer, Touch
from crm.leads.sources import source_of
from crm.people import Person
from operations.clock.clockwork import Clocks, next_warning, read_clocks
from operations.in_and_out.batch import Batch
from operations.in_and_out.carrying_besides import BesidesCarrier
from operations.in_and_out.judging import Judged
from storage import intake, leave, people
from storage.ids import new_id
from storage.intake import Columns

FILLED = ("city", "industry", "domain", "firm_phone", "campaign")  # of a customer, where nothing stands yet


@dataclass
class Carrier:
    """Turns judged rows into rows of tables. One a batch."""

    batch: Batch
    fresh: dict[str, Columns] = field(default_factory=dict)  # normal name → a customer of this batch
    counts: dict[str, int] = field(default_factory=dict)
    _terms: dict[tuple[object, ...], Columns] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tx, self.one, self.now, self.key = self.batch.tx, self.batch.one, self.batch.now, self.batch.key
        self.people: dict[str, Person | None] = {}
        self.clocks: Clocks | None = None

    def carry(self, judged: Sequence[Judged]) -> Tally:
        """Write the batch; the tally of the import with it."""
        here = {one.customer["customer_id"] for one in judged if one.customer}
        self.contacts = intake.contacts_of(self.tx, **self.key, ids=here)
        touched = {one.customer["customer_id"] for one in judged if one.customer and one.listed and one.listed.touch}
        self.touches = intake.touches_of(self.tx, **self.key, ids=touched)
        self.undated = {(one, kind, outcome) for one, kind, _, outcome in self.touches}
        self.besides = BesidesCarrier(self.batch, judged)
        for one in judged:
            self._take(one)
        self.batch.write()
        so_far = self.one.tally
        return replace(so_far, **{name: getattr(so_far, name) + n for name, n in self.counts.items()})

    def _take(self, one: Judged) -> None:
        if one.verdict in ("refused", "doubtful") or one.listed is None:
            self._count(one.verdict)
            return
        if one.customer:
            customer = one.customer
            if one.verdict == "matched":
                self._count("matched")
            self._fill(customer["customer_id"], customer, FILLED, one.listed)
        elif one.listed.normal in self.fresh:
            customer = self.fresh[one.listed.normal]
            for name in FILLED:  # another row of the same customer may know more
                column = "phone" if name == "firm_phone" else name
                customer[column] = customer[column] or getattr(one.listed, name)
        else:
            customer = self._new(one)
        self._aliases(one.listed, customer)
        self._contact(one.listed, customer)
        if one.listed.touch:
            self._touch(one.listed.touch, customer)
        self.besides.take(one, customer)

    def _new(self, one: Judged) -> Columns:
        listed = one.listed
        assert listed is not None
        customer_id = new_id(self.now)
        held = bool(one.owner_id and listed.owner_since)
        columns: Columns = {
            "customer_id": customer_id,
            "name": listed.name,
            "normal_name": listed.normal,
            "state": "owned" if held else "pool",
            "owner_id": None,
            "owner_epoch": 0,
            "epoch_started_at": None,
            "protected_until": None,
            "warn_at": None,
            "grade": listed.grade,
            "source": source_of(listed.source or "import") or listed.source,
            "campaign": listed.campaign,
            "city": listed.city,
            "industry": listed.industry,
            "domain": listed.domain,
            "phone": listed.firm_phone,
            "pooled_at": None if held else self.now,
            "pool_reason": None if held else "imported",
            "import_id": self.one.import_id,
            "created_by": self.one.person_id,
            "created_at": min(listed.created or self.now, self.now),
            "changed_at": self.now,
        }
        if held:
            columns |= self._claim(customer_id, columns, one.owner_id or "", listed)
        self._ledger(columns)
        self.batch.put("customers", columns)
        self.fresh[listed.normal] = columns
        self._count("new")
        self._count("owned" if held else "without_start" if one.owner_id else "pooled")
        return columns

    def _claim(self, customer_id: str, columns: Columns, owner_id: str, listed: ListedCustomer) -> Columns:
        """The claim the file states: its clock runs since then, and leaves a week from now."""
        owner = self._person(owner_id)
        assert listed.owner_since is not None and owner is not None
        self.batch.put(
            "claims",
            {
                "customer_id": customer_id,
                "epoch": 1,
                "owner_id": owner_id,
                "team_id": owner.team_id,
                "started_at": listed.owner_since,
                "how": "imported",
                "not_before": self.now + AMNESTY,
            },
        )
        terms = self._terms_of(owner, columns["grade"], columns["source"], listed.owner_since)
        return {"owner_id": owner_id, "owner_epoch": 1, "epoch_started_at": listed.owner_since, **terms}

    def _terms_of(self, owner: Person, grade: str | None, source: str | None, since: datetime) -> Columns:
        """Deadline and next warning, by the one function. Lists repeat owners and days, so each is computed once."""
        asked = (owner.person_id, grade, source, since)
        if asked not in self._terms:
            self.clocks = self.clocks or read_clocks(self.tx, workspace_id=self.one.workspace_id, now=self.now)
            like = Customer("", "", CustomerState.OWNED, owner.person_id, 1, grade=grade, source=source)
            clock_ = self.clocks.of(owner, like)
            taken = leave.approved(self.tx, **self.key, person_id=owner.person_id)
            epoch = Epoch(
                started_at=since,
                pauses=tuple((one.first_day, one.last_day) for one in taken),
                grade=grade,
                not_before=self.now + AMNESTY,
            )
            until = clock.deadline(epoch, rule=clock_.rule, calendar=clock_.calendar)
            warn_at = next_warning(until, clock_=clock_, sent=(), now=self.now)
            self._terms[asked] = {"protected_until": until, "warn_at": warn_at}
        return self._terms[asked]

    def _ledger(self, columns: Columns) -> None:
        self.batch.put(
            "ledger",
            {
                "ledger_id": new_id(self.now),
                "customer_id": columns["customer_id"],
                "at": self.now,
                "actor_id": self.one.person_id,
                "event": "imported",
                "epoch": columns["owner_epoch"],
                "to_owner": columns["owner_id"],
                "reason": self.one.file_name[:200],
                "new_deadline": columns["protected_until"],
            },
        )

    def _aliases(self, listed: ListedCustomer, customer: Columns) -> None:
        spelled = listed.aliases if listed.normal == normal_name(customer["name"]) else (listed.name, *listed.aliases)
        for alias in spelled:
            self.besides.alias(customer, alias)

    def _contact(self, listed: ListedCustomer, customer: Columns) -> None:
        """A contact once a customer; a phone or address without a name is kept under the customer's own."""
        if not (listed.contact or listed.phone or listed.email):
            return
        name = listed.contact or customer["name"]
        of = (customer["customer_id"], normal_name(name))
        if not of[1]:
            return
        known = self.contacts.get(of)
        if known is not None:
            if "name" in known:  # of this very batch, not written yet
                known["phone"], known["email"] = known["phone"] or listed.phone, known["email"] or listed.email
            else:
                self._fill(known["contact_id"], known, ("phone", "email"), listed)
            return
        made: Columns = {
            "contact_id": new_id(self.now),
            "customer_id": of[0],
            "name": name,
            "normal_name": of[1],
            "phone": listed.phone,
            "email": listed.email,
            "import_id": self.one.import_id,
        }
        self.contacts[of] = made
        self.batch.put("contacts", made)
        self._count("contacts")

    def _touch(self, touch: Touch, customer: Columns) -> None:
        """Kept with its author and day; it extends no clock. What is there already is not brought again."""
        happened_at = min(touch.happened_at or self.now, self.now)
        author_id, outcome = self._author(touch)
        said = (customer["customer_id"], touch.kind, happened_at, outcome)
        undated = (customer["customer_id"], touch.kind, outcome)  # without a day it is of the day it is brought
        if said in self.touches or (touch.happened_at is None and undated in self.undated):
            return
        self.touches.add(said)
        self.undated.add(undated)
        mark = hashlib.sha256("\0".join(map(str, said)).encode()).hexdigest()[:40]
        self.batch.put(
            "activities",
            {
                "activity_id": new_id(self.now),
                "customer_id": customer["customer_id"],
                "epoch": customer["owner_epoch"],
                "author_id": author_id,
                "kind": touch.kind,
                "contact": touch.contact,
                "outcome": outcome,
                "happened_at": happened_at,
                "logged_at": happened_at,  # else a list of old calls would count as today's work
                "amount": touch.amount,
                "currency": touch.currency,
                "extends": False,
                "why_not": "imported",
                "source_channel": intake.channel(self.one.import_id),
                "source_ts": mark,
                "source_part": 0,
            },
        )
        self._count("touches")

    def _author(self, touch: Touch) -> tuple[str, str]:
        """Whom the file names; somebody unknown here is named in the words, so that nothing is lost."""
        if touch.author is None:
            return self.one.person_id, touch.outcome
        ids = self.batch.known.by_name.get(normal_name(touch.author), set())
        mail = self.batch.known.by_mail.get(touch.author.strip().casefold())
        if mail or len(ids) == 1:
            return mail or next(iter(ids)), touch.outcome
        return self.one.person_id, f"{touch.outcome} ({touch.author})"

    def _fill(self, of_id: str, has: Columns, fields: tuple[str, ...], listed: ListedCustomer) -> None:
        """What is empty is filled in; what somebody wrote stays."""
        for name in fields:
            value = getattr(listed, name)
            if value and not has[name]:
                has[name] = value
                self.batch.note_fill(of_id, name, value)

    def _person(self, person_id: str) -> Person | None:
        if person_id not in self.people:
            self.people[person_id] = people.person(self.tx, **self.key, person_id=person_id)
        return self.people[person_id]

    def _count(self, name: str) -> None:
        if name != "pooled":
            self.counts[name] = self.counts.get(name, 0) + 1
