"""A customer's own facts are corrected: by those who see them whole, field by field, and never over somebody's head."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.cards.customers import DetailsCard, Doubt
from crm.customers import Customer, CustomerState, normal_name
from crm.details import Details, changed, clashes, marks, merged
from crm.ledger import LedgerLine
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks, rewrite
from operations.clock.ownership import write_line
from operations.clock.warned import refresh_warnings
from operations.customers import seeing
from operations.customers.whose import manages, sees_whole
from operations.members import meet
from operations.office import Office
from storage import audit, claims, customers, details, people

NEAR = 86.0  # rapidfuzz's per cent: "Acme Ltd" and "Acne Ltd" are near, "Acme Tools" and "Acme Foods" are not


def read_details(office: Office, *, workspace_id: str, asker: Person, customer_id: str) -> DetailsCard:
    """For the form. Raises Refusal: no_customer, not_allowed."""
    with office.database.read() as tx:
        customer = editable(tx, workspace_id=workspace_id, actor=asker, customer_id=customer_id)
        kept = details.details(tx, workspace_id=workspace_id, customer_id=customer_id)
        return DetailsCard(customer_id, kept, _may_grade(tx, customer, workspace_id=workspace_id, actor=asker))


def edit_customer(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    customer_id: str,
    typed: Details,
    stood: Mapping[str, str],
    answered: Collection[str],
    now: datetime,
) -> Doubt | None:
    """Keep what the writer changed, `stood` being the marks of what the form showed them.

    None when kept. A Doubt is asked about instead: near customers not yet `answered` for, or fields that somebody else
    has changed since. Raises Refusal: no_customer, not_allowed, no_name, name_taken.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        details.hold(tx, workspace_id=workspace_id, customer_id=customer_id)
        customer = editable(tx, workspace_id=workspace_id, actor=actor, customer_id=customer_id)
        kept = details.details(tx, workspace_id=workspace_id, customer_id=customer_id)
        if not _may_grade(tx, customer, workspace_id=workspace_id, actor=actor):
            typed = replace(typed, grade=kept.grade)
        new = merged(kept, typed, stood)
        _require_own_name(tx, new, workspace_id=workspace_id, customer_id=customer_id)
        near = _near(office, tx, kept, new, workspace_id=workspace_id, customer_id=customer_id)
        unanswered = [one for one in near if one not in answered]
        fought = clashes(kept, typed, stood)
        if unanswered or fought:
            return Doubt(new, marks(kept), seeing.candidates(tx, near, workspace_id=workspace_id), fought)
        if changed(new, marks(kept)):
            _keep(office, tx, customer, kept, new, workspace_id=workspace_id, actor=actor, now=now)
        return None


def set_grade(
    office: Office, tx: Connection, customer_id: str, *, grade: str, workspace_id: str, actor: Person, now: datetime
) -> None:
    """Step inside a transaction: a grade a manager confirmed; the clock follows it."""
    details.hold(tx, workspace_id=workspace_id, customer_id=customer_id)
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None:
        return
    kept = details.details(tx, workspace_id=workspace_id, customer_id=customer_id)
    new = replace(kept, grade=grade)
    _keep(office, tx, customer, kept, new, workspace_id=workspace_id, actor=actor, now=now)


def editable(tx: Connection, *, workspace_id: str, actor: Person, customer_id: str) -> Customer:
    """A customer its writer may change: who sees it whole. Raises Refusal: no_customer, not_allowed."""
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None or customer.state == CustomerState.ARCHIVED:
        raise Refusal("no_customer")
    if not sees_whole(tx, customer, workspace_id=workspace_id, asker=actor):
        raise Refusal("not_allowed")
    return customer


def _may_grade(tx: Connection, customer: Customer, *, workspace_id: str, actor: Person) -> bool:
    return manages(tx, customer, workspace_id=workspace_id, actor=actor)


def _require_own_name(tx: Connection, new: Details, *, workspace_id: str, customer_id: str) -> None:
    """No two customers share a normal name, be it a name or another's other name."""
    if not normal_name(new.name):
        raise Refusal("no_name")
    for field, name in (("name", new.name), *(("aliases", alias) for alias in new.aliases)):
        other = customers.named(tx, workspace_id=workspace_id, name=name)
        if other and other.customer_id != customer_id:
            raise Refusal("name_taken", customer=other.name, field=field)


def _near(
    office: Office, tx: Connection, kept: Details, new: Details, *, workspace_id: str, customer_id: str
) -> tuple[str, ...]:
    """Other customers that a new name, a new other name or a new web domain may be of."""
    known = {normal_name(name) for name in (kept.name, *kept.aliases)}
    index = office.directory.index(workspace_id)
    fresh = [name for name in (new.name, *new.aliases) if normal_name(name) not in known]
    found = [one.customer_id for name in fresh for one in index.alike(name).near(least=NEAR)]
    if new.domain and new.domain != kept.domain:
        found += details.with_domain(tx, new.domain, workspace_id=workspace_id)
    return tuple(dict.fromkeys(one for one in found if one != customer_id))


def _keep(
    office: Office,
    tx: Connection,
    customer: Customer,
    kept: Details,
    new: Details,
    *,
    workspace_id: str,
    actor: Person,
    now: datetime,
) -> None:
    new = _keeping_the_old_name(kept, new)
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    details.keep(tx, new, **key, now=now)
    facts = {name: [getattr(kept, name), getattr(new, name)] for name in changed(new, marks(kept))}
    audit.write(
        tx,
        workspace_id=workspace_id,
        actor_id=actor.person_id,
        what="customer_edited",
        now=now,
        customer_id=customer.customer_id,
        changed=facts,
    )
    if customer.owner_id and (new.grade != kept.grade or new.source != kept.source):
        _keep_the_clock(tx, customer, kept, workspace_id=workspace_id, actor=actor, now=now)
    office.directory.put(tx, workspace_id, customer.customer_id)
    if customer.owner_id:
        mail.republish_home(tx, workspace_id=workspace_id, person_id=customer.owner_id, now=now)


def _keeping_the_old_name(kept: Details, new: Details) -> Details:
    """Who knew the firm under its old name still finds it."""
    names = {normal_name(name) for name in (new.name, *new.aliases)}
    return new if normal_name(kept.name) in names else replace(new, aliases=(*new.aliases, kept.name))


def _keep_the_clock(
    tx: Connection, before: Customer, kept: Details, *, workspace_id: str, actor: Person, now: datetime
) -> None:
    """Another grade or source may mean other days; a running epoch never gets fewer (claim-clock: per grade)."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": before.customer_id}
    epoch, until = before.owner_epoch, before.protected_until
    assert until is not None
    claims.regraded(tx, **key, epoch=epoch, former=kept.grade or "-")
    stays = claims.stretch(tx, **key, epoch=epoch).not_before
    claims.hold_until(tx, **key, epoch=epoch, not_before=max(until, stays or until))
    customer = customers.customer(tx, **key)
    owner = people.person(tx, workspace_id=workspace_id, person_id=before.owner_id or "")
    assert customer is not None
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
    moved = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    if moved and moved.protected_until != until:
        line = LedgerLine(
            now,
            actor.person_id,
            "regraded",
            epoch,
            before.owner_id,
            before.owner_id,
            customer.grade,
            clock_.rule.version,
            until,
            moved.protected_until,
        )
        write_line(tx, line, workspace_id=workspace_id, customer_id=before.customer_id)
        refresh_warnings(tx, workspace_id=workspace_id, customer=moved, now=now)
