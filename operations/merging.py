"""Two customers become one, and, for thirty days, two again.

The earlier claim stays, with the later of both dates; the histories, contacts, plans, deals and complaints of the other
go into it row by row, each noted, so that taking it back moves exactly these. What was logged since stays where it is.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.customers import Contact, Customer, CustomerState, normal_name
from crm.details import Details
from crm.ledger import LedgerLine
from crm.merging import UNMERGE_FOR, Merged, MergePreview, Moved, kept_first, later_of
from crm.notices import MergeTold
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail, resetting
from operations.deciding import settle
from operations.members import meet
from operations.office import Office
from operations.ownership import archive, just_taken, redraw_warnings, time_card_key, write_line
from storage import (
    audit,
    claims,
    co_owners,
    customers,
    details,
    merges,
    people,
    reassignments,
    time_requests,
)
from storage.ids import new_id
from storage.merges import Merge

KINDS = ("activities", "plans", "deals", "complaints", "leads", "papers")
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
        _told(office, tx, one, readers, "merged", workspace_id=workspace_id, actor=actor, now=now)


def unmerge(office: Office, *, workspace_id: str, actor_id: str, merge_id: str, now: datetime) -> None:
    """Make them two again, each with its own. Raises Refusal: merge_undone, unmerge_over, not_allowed, name_taken."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        one = merges.merge(tx, workspace_id=workspace_id, merge_id=merge_id)
        if one is None or one.undone_by:
            raise Refusal("merge_undone")
        for customer_id in sorted((one.kept_id, one.gone_id)):
            details.hold(tx, workspace_id=workspace_id, customer_id=customer_id)
        kept = customers.customer(tx, workspace_id=workspace_id, customer_id=one.kept_id)
        if kept is None or kept.state == CustomerState.ARCHIVED:
            raise Refusal("merge_undone")
        _require_lead(tx, kept, actor, workspace_id=workspace_id, also=one.merged_by)
        if now > one.merged_at + UNMERGE_FOR:
            raise Refusal("unmerge_over", days=UNMERGE_FOR.days)
        if not merges.undo(tx, workspace_id=workspace_id, merge_id=merge_id, undone_by=actor_id, now=now):
            raise Refusal("merge_undone")
        back = _restore(tx, one, workspace_id=workspace_id, now=now)
        _take_apart(tx, one, back, workspace_id=workspace_id)
        for customer, other in ((kept, one.gone_name), (back, kept.name)):
            _write_line(tx, customer, workspace_id=workspace_id, actor=actor, event="unmerged", why=other, now=now)
        readers = {kept.owner_id, back.owner_id, actor_id, one.merged_by}
        _told(office, tx, one, readers, "unmerged", workspace_id=workspace_id, actor=actor, now=now)


def latest_merge(office: Office, *, workspace_id: str, kept_id: str) -> str:
    """The id of the latest merge into a customer. Raises Refusal("merge_undone")."""
    with office.database.read() as tx:
        found = merges.latest_into(tx, workspace_id=workspace_id, kept_id=kept_id)
        if found is None:
            raise Refusal("merge_undone")
        return found.merge_id


def merged_card(tx: Connection, merge_id: str, *, workspace_id: str) -> Merged | None:
    one = merges.merge(tx, workspace_id=workspace_id, merge_id=merge_id)
    kept = customers.customer(tx, workspace_id=workspace_id, customer_id=one.kept_id) if one else None
    if one is None or kept is None:
        return None
    named = people.names(tx, workspace_id=workspace_id, person_ids={one.merged_by, one.undone_by})
    undone_by = named.get(one.undone_by, "?") if one.undone_by else None
    until = one.merged_at + UNMERGE_FOR
    return Merged(merge_id, kept, one.gone_name, named.get(one.merged_by, "?"), undone_by, until)


def _pair(tx: Connection, one_id: str, other_id: str, *, workspace_id: str, actor: Person) -> tuple[Customer, Customer]:
    """(stays, goes)."""
    if one_id == other_id:
        raise Refusal("same_customer")
    found = []
    for customer_id in (one_id, other_id):
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer is None or customer.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        _require_lead(tx, customer, actor, workspace_id=workspace_id)
        found.append(customer)
    return kept_first(found[0], found[1])


def _require_lead(
    tx: Connection, customer: Customer, actor: Person, *, workspace_id: str, also: str | None = None
) -> None:
    """Its owner, and who leads them; `also`: who did it may undo it."""
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
    if actor.person_id in (customer.owner_id, also):
        return
    if not may_manage(actor, team_id=owner.team_id if owner else None):
        raise Refusal("not_allowed")


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
    redraw_warnings(tx, gone, workspace_id=workspace_id, now=now)


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
    _write_line(tx, kept, workspace_id=workspace_id, actor=actor, event="merged", why=gone.name, now=now)


def _write_line(
    tx: Connection, kept: Customer, *, workspace_id: str, actor: Person, event: str, why: str, now: datetime
) -> None:
    """One line in its ledger, with the date as it is now."""
    if kept.owner_id:
        resetting.reset(
            tx,
            kept.customer_id,
            workspace_id=workspace_id,
            actor_id=actor.person_id,
            event=event,
            why=why,
            now=now,
            always=True,
        )
        return
    line = LedgerLine(now, actor.person_id, event, kept.owner_epoch, None, None, why)
    write_line(tx, line, workspace_id=workspace_id, customer_id=kept.customer_id)


def _restore(tx: Connection, one: Merge, *, workspace_id: str, now: datetime) -> Customer:
    """The one that went, as it was: with its owner in a new epoch, if they are still here, and never less time."""
    was, key = one.moved["gone"], {"workspace_id": workspace_id, "customer_id": one.gone_id}
    other = customers.named(tx, workspace_id=workspace_id, name=was["name"])
    if other:
        raise Refusal("name_taken", customer=other.name)
    owner = people.person(tx, workspace_id=workspace_id, person_id=was["owner_id"] or "")
    back: dict[str, Any] = {"normal_name": normal_name(was["name"]), "changed_at": now}
    if owner and not owner.deactivated:
        _give_back(tx, one, owner, back, workspace_id=workspace_id, now=now)
    elif was["state"] in ("owned", "pool"):
        pooled_at, why = _instant(was["pooled_at"]) or now, was["pool_reason"] or "left"
        merges.restore_row(tx, **key, **back, state="pool", pooled_at=pooled_at, pool_reason=why)
    else:
        merges.restore_row(tx, **key, **back, state=was["state"])
    found = customers.customer(tx, **key)
    assert found is not None
    return found


def _give_back(
    tx: Connection, one: Merge, owner: Person, back: dict[str, Any], *, workspace_id: str, now: datetime
) -> None:
    """In a new epoch that began when the old one did, and never ends before it."""
    was = one.moved["gone"]
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": one.gone_id}
    epoch, started = was["epoch"] + 2, _instant(was["epoch_started_at"]) or now  # the merge itself was one
    until = max(_instant(was["protected_until"]) or now, now)
    owned = {"state": "owned", "owner_id": owner.person_id, "owner_epoch": epoch, "epoch_started_at": started}
    merges.restore_row(tx, **key, **back, **owned, protected_until=until)
    claims.open_claim(tx, **key, epoch=epoch, owner_id=owner.person_id, team_id=owner.team_id, how="unmerged", now=now)
    claims.hold_until(tx, **key, epoch=epoch, not_before=until)


def _take_apart(tx: Connection, one: Merge, back: Customer, *, workspace_id: str) -> None:
    """Exactly the rows that went along go back; what was logged since stays."""
    moved, of_kept = one.moved, {"workspace_id": workspace_id, "customer_id": one.kept_id}
    of_gone: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": one.gone_id}
    for kind in (*KINDS, "contacts"):
        merges.move(tx, kind, moved.get(kind, ()), workspace_id=workspace_id, to=one.gone_id, since=one.kept_id)
    was_running, by_epoch = moved["gone"]["epoch"], dict[int, list[str]]()
    for activity_id, epoch in moved["epochs"].items():
        by_epoch.setdefault(back.owner_epoch if epoch == was_running else epoch, []).append(activity_id)
    for epoch, ids in by_epoch.items():
        merges.set_epoch(tx, ids, workspace_id=workspace_id, epoch=epoch)
    for double, ours in zip(moved["doubles"], moved["completed"], strict=True):
        details.add_contact(tx, Contact(**double), **of_gone)
        _uncomplete(tx, Contact(**double), Contact(**ours), **of_kept)
    kept_now = details.details(tx, **of_kept)
    added = {normal_name(name) for name in moved["aliases"]}
    own = tuple(name for name in kept_now.aliases if normal_name(name) not in added)
    emptied: dict[str, Any] = {
        name: None for name, value in moved["filled"].items() if getattr(kept_now, name) == value
    }
    details.keep(tx, _with(kept_now, own, emptied), **of_kept, now=one.merged_at)
    theirs = [name for name in moved["aliases"] if normal_name(name) != normal_name(one.gone_name)]
    details.set_aliases(tx, theirs, **of_gone)
    for person_id in moved["joined"]:
        merges.drop_co_owner(tx, **of_kept, person_id=person_id)


def _with(facts: Details, aliases: Sequence[str], emptied: dict[str, Any]) -> Details:
    return replace(facts, aliases=tuple(aliases), **emptied)


def _uncomplete(tx: Connection, double: Contact, ours: Contact, *, workspace_id: str, customer_id: str) -> None:
    """A phone or e-mail that came from the other goes back with it, unless it was changed since."""
    held = details.contact(tx, workspace_id=workspace_id, customer_id=customer_id, contact_id=ours.contact_id)
    if held is None:
        return
    phone = None if not ours.phone and held.phone == double.phone else held.phone
    email = None if not ours.email and held.email == double.email else held.email
    again = replace(held, phone=phone, email=email)
    details.change_contact(tx, again, workspace_id=workspace_id, customer_id=customer_id)


def _told(
    office: Office,
    tx: Connection,
    one: Merge,
    readers: set[str | None],
    what: str,
    *,
    workspace_id: str,
    actor: Person,
    now: datetime,
) -> None:
    """Audit, directory, homes, and one message each; a message that was sent is worded again."""
    audit.write(
        tx,
        workspace_id=workspace_id,
        actor_id=actor.person_id,
        what=what,
        now=now,
        merge_id=one.merge_id,
        kept_id=one.kept_id,
        gone_id=one.gone_id,
    )
    for customer_id in (one.kept_id, one.gone_id):
        details.touch(tx, workspace_id=workspace_id, customer_id=customer_id, now=now)
        office.directory.put(tx, workspace_id, customer_id)
    for reader in sorted(each for each in readers if each):
        key = f"merge:{one.merge_id}:{reader}"
        put = mail.post(tx, MergeTold(one.merge_id), workspace_id=workspace_id, to=reader, now=now, key=key)
        if put is None:
            mail.edit_keyed(tx, workspace_id=workspace_id, key=key, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=reader, now=now)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
