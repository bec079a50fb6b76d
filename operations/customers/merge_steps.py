"""What merging and taking it back share: who may, the line in the ledger, and who hears of it."""

from datetime import datetime

from sqlalchemy import Connection

from crm.customers import Customer
from crm.ledger import LedgerLine
from crm.merging import UNMERGE_FOR, Merged
from crm.notices.ownership import MergeTold
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.clock import resetting
from operations.clock.ownership import write_line
from operations.customers.whose import manages
from operations.office import Office
from storage import audit, customers, details, merges, people
from storage.merges import Merge

KINDS = ("activities", "plans", "deals", "complaints", "leads", "papers")


def merged_card(tx: Connection, merge_id: str, *, workspace_id: str) -> Merged | None:
    one = merges.merge(tx, workspace_id=workspace_id, merge_id=merge_id)
    kept = customers.customer(tx, workspace_id=workspace_id, customer_id=one.kept_id) if one else None
    if one is None or kept is None:
        return None
    named = people.names(tx, workspace_id=workspace_id, person_ids={one.merged_by, one.undone_by})
    undone_by = named.get(one.undone_by, "") if one.undone_by else None
    until = one.merged_at + UNMERGE_FOR
    return Merged(merge_id, kept, one.gone_name, named.get(one.merged_by, ""), undone_by, until)


def require_lead(
    tx: Connection, customer: Customer, actor: Person, *, workspace_id: str, also: str | None = None
) -> None:
    """Its owner, and who leads them; `also`: who did it may undo it."""
    if actor.person_id in (customer.owner_id, also):
        return
    if not manages(tx, customer, workspace_id=workspace_id, actor=actor):
        raise Refusal("not_allowed")


def line_of_merge(
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


def tell_of_merge(
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
