"""Erasing a person on request: a contact at a customer, or somebody who has left the workspace.

Who it was goes, what was done stays: calls, plans, the ledger and the audit keep their lines without the name, phone and
e-mail address. Their entry is gone at once; a job takes what is left of them out of every text, page by page. Who only
ever wrote an inquiry is found too, and a customer that is called as the person is called so no more.
"""

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.cards import Erasable, ErasedCard
from crm.customers import normal_name
from crm.erasing import MARK, Traces, phone_end, redacted, same_phone, traces_of
from crm.notices.conversation import Erased
from crm.people import Person, Role
from crm.refusal import Refusal
from operations import mail
from operations.members import meet
from operations.office import Office
from storage import audit, customers, details, erasing, leads, people
from storage.erasing import Erasure
from storage.ids import new_id

log = logging.getLogger(__name__)

MOST_FOUND = 10
MOST_INQUIRIES = 50  # looked at of one customer


def find_person(office: Office, *, workspace_id: str, actor_id: str, named: str) -> tuple[Erasable, ...]:
    """Contacts by name, phone or e-mail address, at every customer, and who wrote inquiries without being one; a colleague
    by their Slack id, or by name: who has left can seldom be mentioned.

    Raises Refusal: not_allowed, erase_nobody, erase_active.
    """
    end = phone_end(named)
    sought = {"normal": normal_name(named), "email": named.strip() if "@" in named else "", "phone_end": end}
    with office.database.read(at_most=10) as tx:
        _must_be_admin(people.person(tx, workspace_id=workspace_id, person_id=actor_id))
        colleague = people.person(tx, workspace_id=workspace_id, person_id=named)
        if colleague:
            return (_colleague(colleague),)
        namesakes = erasing.colleagues(tx, workspace_id=workspace_id, name=named)
        found = [
            Erasable(name, customer, customer_id, contact_id, "", phone, email)
            for customer_id, customer, contact_id, name, phone, email in erasing.contacts(
                tx, workspace_id=workspace_id, **sought
            )
            if _is_meant(named, name, phone, email)
        ]
    found += _inquirers(office, named, found, workspace_id=workspace_id)
    found += [_colleague(one) for one in namesakes if one.deactivated or not found]
    if not found:
        raise Refusal("erase_nobody", name=named)
    return tuple(found[:MOST_FOUND])


def erase_contact(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, contact_id: str, now: datetime
) -> str:
    """The contact's entry goes at once, their traces soon; the erasure's id. Raises Refusal: not_allowed, erase_gone."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id}
    with office.database.begin() as tx:
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        details.hold(tx, **key)
        held = details.contact(tx, **key, contact_id=contact_id)
        if held is None or not erasing.forget_contact(tx, workspace_id=workspace_id, contact_id=contact_id):
            raise Refusal("erase_gone")
        others = [one.name for one in customers.contacts(tx, **key)]
        traces = traces_of(held.name, phone=held.phone, email=held.email, others=others)
        _unname(tx, held.name, **key)
        facts = details.details(tx, **key)
        if facts.phone and held.phone and same_phone(facts.phone, held.phone):
            details.forget_phone(tx, **key)
        details.touch(tx, **key, now=now)
        office.directory.put(tx, workspace_id, customer_id)
        return _ask(tx, traces, customer_id, contact_id, workspace_id=workspace_id, actor_id=actor_id, now=now)


def erase_inquirer(office: Office, *, workspace_id: str, actor_id: str, lead_id: str, now: datetime) -> str:
    """Who wrote an inquiry, in it at once and soon in every text; the erasure's id. Raises Refusal: not_allowed, erase_gone."""
    with office.database.begin() as tx:
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        kept = leads.lead(tx, workspace_id=workspace_id, lead_id=lead_id)
        if kept is None or not (kept.lead.contact or kept.lead.phone or kept.lead.email):
            raise Refusal("erase_gone")
        of = kept.lead
        traces = traces_of(of.contact or "", phone=of.phone, email=of.email)
        if kept.customer_id:
            _unname(tx, of.name, workspace_id=workspace_id, customer_id=kept.customer_id)
            office.directory.put(tx, workspace_id, kept.customer_id)
        words = redacted(of.message, traces)
        erasing.forget_inquirer(tx, workspace_id=workspace_id, lead_id=lead_id, message=words)
        return _ask(tx, traces, kept.customer_id, lead_id, workspace_id=workspace_id, actor_id=actor_id, now=now)


def erase_colleague(office: Office, *, workspace_id: str, actor_id: str, person_id: str, now: datetime) -> str:
    """Somebody who has left: their id stays in the ledger as a mark without a name. Returns the erasure's id.

    Raises Refusal: not_allowed, erase_active, erase_gone.
    """
    with office.database.begin() as tx:
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        person = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        known = people.identity(tx, workspace_id=workspace_id, person_id=person_id)
        if person is None or known is None:
            raise Refusal("erase_gone")
        _colleague(person)
        traces = traces_of(person.name, phone=None, email=known[1])
        people.change_person(
            tx,
            workspace_id=workspace_id,
            person_id=person_id,
            name=f"{MARK} {person_id[-4:]}",
            email=None,
            erased_at=now,
        )
        return _ask(tx, traces, None, person_id, workspace_id=workspace_id, actor_id=actor_id, now=now)


def erase_due(office: Office, *, now: datetime) -> int:
    """Take the traces of everybody who was erased out of every text; returns how many erasures were carried out."""
    with office.database.read() as tx:
        waiting = erasing.waiting(tx)
    for one in waiting:
        try:
            _carry_out(office, one, now=now)
        except Exception:
            log.exception("the erasure %s could not be carried out; it is tried again", one.erasure_id)
    return len(waiting)


def _carry_out(office: Office, one: Erasure, *, now: datetime) -> None:
    """Done twice it changes nothing more, so whoever is killed on the way leaves no harm, and begins anew."""
    near = Traces(**{name: tuple(values) for name, values in json.loads(one.traces).items()})
    changed = 0
    for table in erasing.tables():
        traces = near if one.customer_id and erasing.knows_customers(table) else near.far
        after: Sequence[Any] | None = None
        while True:
            with office.database.read(at_most=10) as tx:
                rows = erasing.page(tx, table, workspace_id=one.workspace_id, customer_id=one.customer_id, after=after)
            changed += _clean(office, table, rows, traces)
            if not rows:
                break
            after = rows[-1][0]
    with office.database.begin() as tx:
        if erasing.done(tx, one, changed=changed, now=now) and one.asked_by:
            slip = Erased(one.erasure_id)
            mail.post(tx, slip, workspace_id=one.workspace_id, to=one.asked_by, now=now)


def _clean(office: Office, table: str, rows: list[tuple[tuple[Any, ...], dict[str, str]]], traces: Traces) -> int:
    """One transaction for what is to be changed of a page; none where nothing is."""
    dirty = []
    for key, texts in rows:
        clean = {name: redacted(text, traces) for name, text in texts.items()}
        fresh = {name: text for name, text in clean.items() if text != texts[name]}
        if fresh:
            dirty.append((key, texts, fresh))
    if not dirty:
        return 0
    with office.database.begin() as tx:
        return sum(erasing.rewrite(tx, table, key, was=texts, now_is=fresh) for key, texts, fresh in dirty)


def erased_card(tx: Connection, slip: Erased, *, workspace_id: str) -> ErasedCard | None:
    one = erasing.find(tx, workspace_id=workspace_id, erasure_id=slip.erasure_id)
    return ErasedCard(one.changed) if one and one.done_at else None


def _ask(
    tx: Connection,
    traces: Traces,
    customer_id: str | None,
    of_id: str,
    *,
    workspace_id: str,
    actor_id: str,
    now: datetime,
) -> str:
    one = Erasure(workspace_id, new_id(now), customer_id, actor_id, json.dumps(asdict(traces), ensure_ascii=False))
    erasing.add(tx, one, now=now)
    facts = {"erasure_id": one.erasure_id, "of": of_id, "customer_id": customer_id}
    audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="erased", now=now, **facts)
    return one.erasure_id


def _colleague(person: Person) -> Erasable:
    """Raises Refusal("erase_active") for somebody who still works here: Slack would bring the name back."""
    if not person.deactivated:
        raise Refusal("erase_active", name=person.name)
    return Erasable(person.name, person_id=person.person_id)


def _is_meant(named: str, name: str, phone: str | None, email: str | None) -> bool:
    """By the very name, address or number."""
    normal = normal_name(named)
    return bool(
        (normal and normal_name(name) == normal)
        or (email and email.casefold() == named.strip().casefold())
        or (phone and same_phone(phone, named))
    )


def _inquirers(office: Office, named: str, contacts: Sequence[Erasable], *, workspace_id: str) -> list[Erasable]:
    """Who wrote inquiries and is no contact, each way of reaching them once: erasing a contact cleans inquiries too."""
    of: dict[tuple[str, str | None, str | None], Erasable] = {}
    reached = {(normal_name(one.name), one.phone, one.email) for one in contacts}
    after = ""
    while True:
        with office.database.read() as tx:
            page = erasing.inquirers(tx, workspace_id=workspace_id, after=after)
        for lead_id, customer_id, name, phone, email in page:
            if _is_meant(named, name, phone, email) and (how := (normal_name(name), phone, email)) not in reached:
                shown = name or email or phone or ""
                of[how] = Erasable(shown, customer_id=customer_id or "", phone=phone, email=email, lead_id=lead_id)
        if not page:
            return list(of.values())
        after = page[-1][0]


def _unname(tx: Connection, name: str, *, workspace_id: str, customer_id: str) -> None:
    """Who wrote an inquiry and named no firm became a customer under their own name."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id}
    customer = customers.customer(tx, **key)
    if customer is None or normal_name(customer.name) != normal_name(name):
        return
    asked = leads.latest(tx, **key, limit=MOST_INQUIRIES)
    if any(not one.lead.company and normal_name(one.lead.name) == normal_name(name) for one in asked):
        erasing.unname_customer(tx, **key, name=f"{MARK} {customer_id[-4:]}", normal=f"{MARK}{customer_id}")


def _must_be_admin(person: Person | None) -> None:
    if person is None or person.role != Role.ADMIN:
        raise Refusal("not_allowed")
