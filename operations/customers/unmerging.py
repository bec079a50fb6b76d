"""A merge is taken back: each of the two has its own again, and what was logged since stays where it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.customers import Contact, Customer, CustomerState, normal_name
from crm.details import Details
from crm.merging import UNMERGE_FOR
from crm.people import Person
from crm.refusal import Refusal
from operations.customers.merge_steps import KINDS, line_of_merge, require_lead, tell_of_merge
from operations.members import meet
from operations.office import Office
from storage import claims, customers, details, merges, people
from storage.merges import Merge


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
        require_lead(tx, kept, actor, workspace_id=workspace_id, also=one.merged_by)
        if now > one.merged_at + UNMERGE_FOR:
            raise Refusal("unmerge_over", days=UNMERGE_FOR.days)
        if not merges.undo(tx, workspace_id=workspace_id, merge_id=merge_id, undone_by=actor_id, now=now):
            raise Refusal("merge_undone")
        back = _restore(tx, one, workspace_id=workspace_id, now=now)
        _take_apart(tx, one, back, workspace_id=workspace_id)
        for customer, other in ((kept, one.gone_name), (back, kept.name)):
            line_of_merge(tx, customer, workspace_id=workspace_id, actor=actor, event="unmerged", why=other, now=now)
        readers = {kept.owner_id, back.owner_id, actor_id, one.merged_by}
        tell_of_merge(office, tx, one, readers, "unmerged", workspace_id=workspace_id, actor=actor, now=now)


def latest_merge(office: Office, *, workspace_id: str, kept_id: str) -> str:
    """The id of the latest merge into a customer. Raises Refusal("merge_undone")."""
    with office.database.read() as tx:
        found = merges.latest_into(tx, workspace_id=workspace_id, kept_id=kept_id)
        if found is None:
            raise Refusal("merge_undone")
        return found.merge_id


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


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
