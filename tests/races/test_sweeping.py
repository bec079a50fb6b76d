"""Follow-ups, sweeps and ticks at the same moment: no log lost, nobody swept who had just called, nothing told twice."""

import os
import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from crm.rules import Rule
from operations.clock import expiry
from storage import reassignments
from storage.reassignments import Reassignment
from storage.tables.activities import ActivityRow
from storage.tables.claims import LedgerRow, ReassignmentRow
from storage.tables.customers import CustomerRow
from storage.tables.outbox import OutboxRow
from tests.processes import fresh
from tests.races import ticking
from tests.yard import MONDAY, ON, SECOND, T1, Yard, yard

RACES = int(os.environ.get("DIBS_RACES", "40"))
MANY = replace(ON, breaker_floor=1_000_000)
SHORT = replace(MANY, max_hold_days=30)
WARNED = MONDAY + timedelta(days=24)  # within the ladder; the protection ends on Wednesday 1 April
GRACE_ENDS = datetime(2026, 4, 2, 10, tzinfo=UTC)
LATEST = GRACE_ENDS + timedelta(hours=20)  # a day on, who called at the last minute of grace has to have called again


def entered(one: Yard) -> list[str]:
    return [one.enter(one.reps[number % len(one.reps)], f"Firm {number}", MONDAY) for number in range(RACES)]


def ledger(one: Yard) -> Counter[tuple[str, str]]:
    with one.database.read() as tx:
        return Counter(
            (row.customer_id, row.event) for row in tx.execute(select(LedgerRow.customer_id, LedgerRow.event))
        )


@pytest.mark.parametrize("rule", [MANY, SHORT], ids=["moving the deadline", "at the longest hold"])
def test_a_log_beside_the_sweep_is_kept_and_a_customer_just_called_is_not_taken(database_url: str, rule: Rule) -> None:
    """At the longest hold a follow-up moves no deadline, yet one made within grace keeps the sweep away."""
    with yard(database_url, reps=4, rule=rule) as one:
        held = entered(one)
        one.tick(WARNED)
        calls_and_sweeps(one, held)
        with one.database.read() as tx:
            logs = tx.execute(select(ActivityRow).order_by(ActivityRow.logged_at)).all()
            found = select(CustomerRow.customer_id, CustomerRow.owner_id)
            owned = {row.customer_id: row.owner_id for row in tx.execute(found)}
        assert Counter(row.customer_id for row in logs) == Counter(held * 2)  # the first call and this one
        counted = {row.customer_id for row in logs[RACES:] if row.extends}
        lines = ledger(one)
        for customer_id in held:
            assert lines[customer_id, "swept"] == (owned[customer_id] is None)
            assert (customer_id in counted) == (owned[customer_id] is not None)


def calls_and_sweeps(one: Yard, held: list[str]) -> None:
    """Two reps' hands call everybody at the last minute of grace, while the sweep of its end runs again and again."""
    failed: list[Exception] = []
    stop = threading.Event()

    def sweep() -> None:
        turn = GRACE_ENDS
        while not stop.wait(0.002) and turn < LATEST:
            expiry.sweep_due(one.office, now=turn)
            turn += timedelta(seconds=expiry.TURN_SECONDS)

    def call(customer_ids: list[str]) -> None:
        for customer_id in customer_ids:
            try:
                one.log(one.reps[held.index(customer_id) % 4], customer_id, GRACE_ENDS - timedelta(minutes=1))
            except Exception as error:
                failed.append(error)

    callers = [threading.Thread(target=call, args=(held[hand::2][::-1],)) for hand in range(2)]
    sweeper = threading.Thread(target=sweep)
    for thread in (*callers, sweeper):
        thread.start()
    for thread in callers:
        thread.join()
    stop.set()
    sweeper.join()
    expiry.sweep_due(one.office, now=GRACE_ENDS + timedelta(minutes=5))
    assert not failed


def test_two_processes_that_tick_at_once_tell_nobody_twice(database_url: str) -> None:
    with yard(database_url, reps=4, rule=MANY) as one:
        held = entered(one)
        url = one.database.engine.url.render_as_string(hide_password=False)
        what = (url, (WARNED, GRACE_ENDS), fresh.Barrier(2))
        runs = [fresh.Process(target=ticking.run, args=what, daemon=True) for _ in range(2)]
        for run in runs:
            run.start()
        for run in runs:
            run.join(240)
        assert [run.exitcode for run in runs] == [0, 0]
        said = sent(one)
        for rep in one.reps:
            assert said["GoneToPool", rep] in (1, 2)  # what one held up goes a tick later, and is told by itself
            assert said["ExpiryWarning", rep] in (1, 2)  # a rung an instant; who is late tells the latest rung only
        assert said["ReassignmentAsked", SECOND] == len(instants_asked(one))  # a card for each turn that swept anything
        lines = ledger(one)
        swept = [lines[customer_id, "swept"] for customer_id in held]
        assert max(swept) == 1 and sum(swept) > RACES / 2  # what one process held up is swept at the next tick


def sent(one: Yard) -> Counter[tuple[str, str]]:
    with one.database.read() as tx:
        posts = (OutboxRow.method == "chat.postMessage", OutboxRow.state == "sent")
        return Counter((kind, to) for kind, to in tx.execute(select(OutboxRow.kind, OutboxRow.to_id).where(*posts)))


def instants_asked(one: Yard) -> set[datetime]:
    """When decisions came up; owners go at different turns where the warning of one was still on its way."""
    with one.database.read() as tx:
        return set(tx.scalars(select(ReassignmentRow.opened_at)))


def test_one_bad_row_stops_only_itself(database_url: str) -> None:
    """A decision that stands already where the sweep would open one: that customer stays, is said so, and tried again."""
    with yard(database_url, reps=2, rule=MANY) as one:
        bad, *good = [one.enter(one.reps[number % 2], f"Firm {number}", MONDAY) for number in range(6)]
        one.tick(WARNED)
        rival = Reassignment(bad, 2, None, None, "expired", None, None, MONDAY, MONDAY)
        with one.database.begin() as tx:
            reassignments.open_(tx, rival, workspace_id=T1)
        assert expiry.sweep_due(one.office, now=GRACE_ENDS) == len(good)
        assert expiry.sweep_due(one.office, now=GRACE_ENDS + timedelta(minutes=1)) == 0
        with one.database.begin() as tx:
            tx.execute(delete(ReassignmentRow).where(ReassignmentRow.customer_id == bad))
        assert expiry.sweep_due(one.office, now=GRACE_ENDS + timedelta(hours=2)) == 1
