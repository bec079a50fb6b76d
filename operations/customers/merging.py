"""Two customers become one, and, for thirty days, two again.

The earlier claim stays, with the later of both dates; the histories, contacts, plans, deals and complaints of the other
go into it row by row, each noted, so that taking it back moves exactly these. What was logged since stays where it is.
"""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.customers import Contact, Customer, CustomerState, normal_name
from crm.merging import MergePreview, Moved, kept_first, later_of
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.assigning.deciding import settle
from operations.clock.ownership import archive, just_taken, time_card_key
from operations.clock.warned import refresh_warnings
from operations.customers.merge_steps import KINDS, line_of_merge, require_lead, tell_of_merge
from operations.members import meet
from operations.office import Office
from storage import claims, co_owners, customers, details, merges, people, reassignments, time_requests
from storage.ids import new_id
from storage.merges import Merge

FILLED = ("city", "industry", "domain", "phone", "source")


def preview(office: Office, *, workspace_id: str, asker: Person, one_id: str, other_id: str) -> MergePreview:
    """What would stay and what would go along. Raises Refusal: no_customer, same_customer, not_allowed."""
    with office.database.read() as tx:
        kept, gone = _pair(tx, one_id, other_id, workspace_id=workspace_id, actor=asker)
        named = people.names(tx, workspace_id=workspace_id, person_ids={kept.owner_id, gone.owner_id})
        of_gone = {"workspace_id": workspace_id, "customer_id": gone.customer_id}
        moved = Moved(
            merges.count(tx, "activities", **of_gone),
            len(_new_contacts(tx, kept, gone, workspace_id=workspace_id)[0]),
            merges.count(tx, "plans", **of_gone),
            merges.count(tx, "deals", **of_gone),
            merges.count(tx, "complaints", **of_gone),
        )
        until = later_of(kept.protected_until, gone.protected_until)
        return MergePreview(kept, gone, named.get(kept.owner_id or ""), named.get(gone.owner_id or ""), moved, until)


def merge(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    kept_id: str,
    kept_epoch: int,
    gone_id: str,
    gone_epoch: int,
    now: datetime,
) -> None:
    """Merge as the preview showed it; the epochs are those it was about. Raises Refusal: no_customer, same_customer,
    not_allowed, just_taken."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        for customer_id in sorted((kept_id, gone_id)):
            details.hold(tx, workspace_id=workspace_id, customer_id=customer_id)
        kept, gone = _pair(tx, kept_id, gone_id, workspace_id=workspace_id, actor=actor)
        if (kept.customer_id, kept.owner_epoch, gone.owner_epoch) != (kept_id, kept_epoch, gone_epoch):
            raise just_taken(tx, gone, workspace_id=workspace_id)
        moved = _before(tx, kept, gone, workspace_id=workspace_id)
        _retire(tx, gone, workspace_id=workspace_id, actor=actor, now=now)
        _bring_along(tx, kept, gone, moved, workspace_id=workspace_id, actor=actor, now=now)
        _keep_the_later_date(tx, kept, gone, workspace_id=workspace_id, actor=actor, now=now)
        one = Merge(new_id(now), kept_id, gone_id, gone.name, actor_id, now, moved, None)
        merges.add(tx, one, workspace_id=workspace_id)
        readers = {kept.owner_id, gone.owner_id, actor_id}
        tell_of_merge(office, tx, one, readers, "merged", workspace_id=workspace_id, actor=actor, now=now)


def _pair(tx: Connection, one_id: str, other_id: str, *, workspace_id: str, actor: Person) -> tuple[Customer, Customer]:
    """(stays, goes)."""
    if one_id == other_id:
        raise Refusal("same_customer")
    found = []
    for customer_id in (one_id, other_id):
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer is None or customer.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        require_lead(tx, customer, actor, workspace_id=workspace_id)
        found.append(customer)
    return kept_first(found[0], found[1])


def _new_contacts(
    tx: Connection, kept: Customer, gone: Customer, *, workspace_id: str
) -> tuple[list[Contact], list[tuple[Contact, Contact]]]:
    """(who is new to the one that stays, who is known to both as (theirs, ours))."""
    ours = {
        normal_name(one.name): one
        for one in customers.contacts(tx, workspace_id=workspace_id, customer_id=kept.customer_id)
    }
    theirs = customers.contacts(tx, workspace_id=workspace_id, customer_id=gone.customer_id)
    new = [one for one in theirs if normal_name(one.name) not in ours]
    both = [(one, ours[normal_name(one.name)]) for one in theirs if normal_name(one.name) in ours]
    return new, both


def _before(tx: Connection, kept: Customer, gone: Customer, *, workspace_id: str) -> dict[str, Any]:
    """Everything that is needed to make them two again."""
    of_kept = {"workspace_id": workspace_id, "customer_id": kept.customer_id}
    of_gone = {"workspace_id": workspace_id, "customer_id": gone.customer_id}
    new, both = _new_contacts(tx, kept, gone, workspace_id=workspace_id)
    ours, theirs = details.details(tx, **of_kept), details.details(tx, **of_gone)
    known = {normal_name(name) for name in (ours.name, *ours.aliases)}
    team = co_owners.of(tx, **of_kept)
    joining = [one for one in (gone.owner_id, *co_owners.of(tx, **of_gone)) if one]
    return {
        **{kind: merges.ids_of(tx, kind, **of_gone) for kind in KINDS},
        "epochs": merges.epochs(tx, **of_gone),
        "contacts": [one.contact_id for one in new],
        "doubles": [asdict(theirs_) for theirs_, _ in both],
        "completed": [asdict(ours_) for _, ours_ in both],
        "aliases": [name for name in (theirs.name, *theirs.aliases) if normal_name(name) not in known],
        "filled": {name: getattr(theirs, name) for name in FILLED if getattr(theirs, name) and not getattr(ours, name)},
        "joined": [one for one in dict.fromkeys(joining) if one != kept.owner_id and one not in team],
        "gone": {
            "name": gone.name,
            "state": gone.state.value,
            "owner_id": gone.owner_id,
            "epoch": gone.owner_epoch,
            "epoch_started_at": gone.epoch_started_at and gone.epoch_started_at.isoformat(),
            "protected_until": gone.protected_until and gone.protected_until.isoformat(),
            "pooled_at": gone.pooled_at and gone.pooled_at.isoformat(),
            "pool_reason": gone.pool_reason,
        },
    }


def _retire(tx: Connection, gone: Customer, *, workspace_id: str, actor: Person, now: datetime) -> None:
    """The one that goes is out of use; whatever waited for an answer about it is answered."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": gone.customer_id}
    waiting = reassignments.reassignment(tx, **key, epoch=gone.owner_epoch)
    settle(tx, waiting, workspace_id=workspace_id, state="undone", actor_id=actor.person_id, now=now)
    for request_id in time_requests.lapse(tx, workspace_id=workspace_id, customer_ids=[gone.customer_id], now=now):
        mail.edit_keyed(tx, workspace_id=workspace_id, key=time_card_key(request_id), now=now)
    archive(tx, gone, workspace_id=workspace_id, actor_id=actor.person_id, why="merged", now=now)
    refresh_warnings(tx, workspace_id=workspace_id, customer=gone, now=now)


def _bring_along(
    tx: Connection,
    kept: Customer,
    gone: Customer,
    moved: dict[str, Any],
    *,
    workspace_id: str,
    actor: Person,
    now: datetime,
) -> None:
    of_kept: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": kept.customer_id}
    of_gone: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": gone.customer_id}
    merges.set_epoch(tx, moved["activities"], workspace_id=workspace_id, epoch=0)  # history, no part of a running claim
    for kind in (*KINDS, "contacts"):
        merges.move(
            tx, kind, moved.get(kind, ()), workspace_id=workspace_id, to=kept.customer_id, since=gone.customer_id
        )
    for double, ours in zip(moved["doubles"], moved["completed"], strict=True):
        full = Contact(**{**ours, "phone": ours["phone"] or double["phone"], "email": ours["email"] or double["email"]})
        details.change_contact(tx, full, **of_kept)
        details.drop_contact(tx, **of_gone, contact_id=double["contact_id"])
    now_known = details.details(tx, **of_kept)
    details.set_aliases(tx, (), **of_gone)
    united = replace(now_known, aliases=(*now_known.aliases, *moved["aliases"]), **moved["filled"])
    details.keep(tx, united, **of_kept, now=now)
    for person_id in moved["joined"]:
        co_owners.ask(tx, **of_kept, person_id=person_id, now=now)
        decided = {"was": "asked", "state": "joined", "decided_by": actor.person_id}
        co_owners.decide(tx, **of_kept, person_id=person_id, **decided, now=now)


def _keep_the_later_date(
    tx: Connection, kept: Customer, gone: Customer, *, workspace_id: str, actor: Person, now: datetime
) -> None:
    """The earlier claim, and the later of both dates (claim-clock: merge keeps the earlier claim)."""
    until = later_of(kept.protected_until, gone.protected_until)
    if kept.owner_id and until:
        key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": kept.customer_id}
        stays = claims.stretch(tx, **key, epoch=kept.owner_epoch).not_before
        floor = max(until, stays or until)
        claims.hold_until(tx, **key, epoch=kept.owner_epoch, not_before=floor)
    line_of_merge(tx, kept, workspace_id=workspace_id, actor=actor, event="merged", why=gone.name, now=now)
