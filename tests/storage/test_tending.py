"""How those who hold customers tend them, by hand, on both databases: each customer counts once, however much is written."""

from datetime import timedelta

from sqlalchemy import insert

from storage import tending
from storage.database import Database
from storage.tables.activities import ActivityRow, FollowUpRow
from storage.tables.customers import CustomerRow
from tests.crm.some_deals import NOW

T1, WEEK = "T1", timedelta(days=7)


def customer(name: str, owner: str | None, ends: timedelta | None = None) -> dict[str, object]:
    return {
        "workspace_id": T1, "customer_id": name, "name": name, "normal_name": name, "created_at": NOW, "changed_at": NOW,
        "state": "owned" if owner else "pool", "owner_id": owner, "pooled_at": None if owner else NOW,
        "owner_epoch": 1 if owner else 0, "epoch_started_at": NOW - WEEK if owner else None,
        "protected_until": NOW + ends if ends is not None else None,
    }  # fmt: skip


def log(
    number: int, name: str, author: str = "U1", *, ago: timedelta = timedelta(1), **more: object
) -> dict[str, object]:
    at = NOW - ago
    whole = {"extends": True, "why_not": None, "withdrawn_at": None} | more
    return {
        "workspace_id": T1, "activity_id": str(number), "customer_id": name, "epoch": 1, "author_id": author,
        "kind": "call", "outcome": "they want a quote", "happened_at": at, "logged_at": at,
        "source_channel": "D0", "source_ts": str(number), **whole,
    }  # fmt: skip


def step(number: int, owner: str, due: timedelta, state: str = "open") -> dict[str, object]:
    at = NOW + due
    whole = {"due_at": at, "first_due_at": at, "created_at": NOW, "state": state, "owner_id": owner}
    return {"workspace_id": T1, "followup_id": str(number), "customer_id": "acme", **whole}


def test_whom_they_followed_up_what_runs_out_and_what_is_overdue(database: Database) -> None:
    """Ann holds Acme (ten logs), Globex (a copy, a withdrawn and an old log) and Initech (a colleague called); Bo holds
    Hooli, called too, and nobody Umbrella. Acme ends in a day, Globex in eight, Initech's is over."""
    day = timedelta(days=1)
    held = [customer("acme", "U1", day), customer("globex", "U1", 8 * day), customer("initech", "U1", -day)]
    logs = [log(number, "acme") for number in range(10)]
    logs += [log(10, "globex", extends=False, why_not="copy"), log(11, "globex", withdrawn_at=NOW)]
    logs += [log(12, "globex", ago=8 * day), log(13, "initech", "U2"), log(14, "hooli", "U2"), log(15, "umbrella")]
    steps = [step(1, "U1", -day), step(2, "U1", -day, "done"), step(3, "U1", day), step(4, "U2", -day)]
    with database.begin() as tx:
        tx.execute(insert(CustomerRow), [*held, customer("hooli", "U2", 30 * day), customer("umbrella", None)])
        tx.execute(insert(ActivityRow), logs)
        tx.execute(insert(FollowUpRow), steps)
    with database.read() as tx:
        followed = tending.followed(tx, workspace_id=T1, since=NOW - WEEK, until=NOW)
        before = tending.followed(tx, workspace_id=T1, since=NOW - 2 * WEEK, until=NOW - WEEK)
        soon = tending.running_out(tx, workspace_id=T1, until=NOW + WEEK)
        overdue = tending.overdue(tx, workspace_id=T1, now=NOW)
        elsewhere = tending.followed(tx, workspace_id="T2", since=NOW - WEEK, until=NOW)
    assert followed == {"U1": 2, "U2": 1}
    assert before == {"U1": 1}
    assert soon == {"U1": 2}
    assert overdue == {"U1": 1, "U2": 1}
    assert elsewhere == {}
