"""A company without Slack: real operations on a real database, and a postman who writes down what he carries.

For what needs thousands of turns: races, models, simulations. Conversations belong to tests/stories.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

from sqlalchemy import delete, or_

from crm.activities import Entry
from crm.people import Role, Workspace
from crm.rules import Rule, ScopedRule
from operations import mail, members, teaming
from operations.clock import expiry, recounting, warning
from operations.compose import compose
from operations.directory import Directory
from operations.hearing import logs
from operations.hearing.logs import Chosen
from operations.members import Profile
from operations.office import Office
from scheduler.relay import Payload, Relay
from storage import customers, rules
from storage.database import Database
from storage.migrations import metadata
from storage.outbox import Letter
from storage.outcomes import Outcome, Permanent, RetryAt, Sent
from storage.tables.outbox import OutboxRow

T1 = "T1"
BOSS, SECOND = "U0BOSS", "U1SECOND"  # an admin and a manager
MONDAY = datetime(2026, 3, 2, 2, tzinfo=UTC)  # ten in the morning in Shanghai
ZONE = "Asia/Shanghai"
ON = Rule(enabled=True, effective_from=date(2020, 1, 1))
SILENT = ("Home", "Receipt", "Word", "CustomerAnswer")  # need not be composed to be counted


class Carrier:
    """A Slack that takes everything, except for people it can't reach and while it is down."""

    timeout_seconds = 1.0

    def __init__(self) -> None:
        self.carried: list[Letter] = []
        self.unreachable: set[str] = set()
        self.down = False
        self._numbers = count(1)

    def post(self, letter: Letter, payload: Payload) -> Outcome:
        if self.down:
            return RetryAt(None, "down")
        if letter.to in self.unreachable and letter.method == "chat.postMessage":
            return Permanent("account_inactive")
        self.carried.append(letter)
        return Sent(f"D{letter.to}", f"{next(self._numbers)}.0")

    def find(self, letter: Letter) -> Outcome:
        return RetryAt(None, "not there")


class Yard:
    """One workspace with one team in Shanghai, a manager, an admin, and so many reps."""

    def __init__(
        self,
        url: str,
        *,
        build: bool = True,
        hushed: bool = False,
        reps: int = 3,
        rule: Rule = ON,
        now: datetime = MONDAY,
    ) -> None:
        self.hushed = hushed
        self.database = Database(url, pool_size=12)
        self.office = Office(self.database, Directory(self.database))
        self.reps = [f"U2REP{number:02}" for number in range(reps)]
        self.carrier = Carrier()
        self.wall = time.time
        self.relay = Relay(
            self.database,
            self.carrier,
            prepare=self._prepare,
            delivered=warning.warning_delivered,
            dead=lambda tx, letter, why, now: warning.warning_undeliverable(tx, letter, now),
            clock=lambda: now,
            wall=lambda: self.wall(),
            name="yard",
            pace_seconds=0,
        )
        self._numbers = count(1)
        if build:
            self._build(rule, now)

    def _build(self, rule: Rule, now: datetime) -> None:
        workspace = Workspace(T1, "Yard", zone=ZONE)
        members.keep_workspace(self.office, workspace=workspace, now=now)
        profiles = tuple(Profile(one, one[2:].title(), ZONE, "en") for one in (BOSS, SECOND, *self.reps))
        members.keep_profiles(self.office, workspace_id=T1, profiles=profiles, admins=frozenset({BOSS}), now=now)
        teaming.build_team(self.office, workspace_id=T1, actor_id=BOSS, name="Sales", now=now)
        for role, people in ((Role.REP, tuple(self.reps)), (Role.MANAGER, (SECOND,))):
            teaming.put_in_team(
                self.office,
                workspace_id=T1,
                actor_id=BOSS,
                person_ids=people,
                team_name="Sales",
                role=role,
                now=now,
            )
        self.set_rule(rule, now)

    def set_rule(self, rule: Rule, now: datetime) -> None:
        """A new version of the workspace's rule, in force from its own first day."""
        with self.database.begin() as tx:
            version = rules.latest_version(tx, workspace_id=T1) + 1
            first = rule.effective_from or date(2020, 1, 1)
            kept = ScopedRule(replace(rule, version=version))
            rules.save(tx, kept, workspace_id=T1, effective_from=first, saved_by=BOSS, now=now)

    def enter(self, rep: str, name: str, now: datetime) -> str:
        """A rep's first call with a new customer; its id."""
        self.log(rep, Chosen(new_name=name), now, outcome="they told us what they need")
        with self.database.read() as tx:
            found = customers.named(tx, workspace_id=T1, name=name)
        assert found is not None
        return found.customer_id

    def log(
        self,
        rep: str,
        chosen: Chosen | str,
        now: datetime,
        *,
        outcome: str | None = None,
        happened_at: datetime | None = None,
    ) -> None:
        """A call by the form, worded unlike any before it."""
        number = next(self._numbers)
        words = outcome or f"{number:x} {number * 7919 % 100_003:x} they asked for {number} more {number * 31:o}"
        entry = Entry("call", words, happened_at or now, contact="Ann Ray")
        where = Chosen(customer_id=chosen) if isinstance(chosen, str) else chosen
        key = f"{rep} {number} {time.monotonic_ns()}"
        logs.log_entry(self.office, workspace_id=T1, person_id=rep, chosen=where, entry=entry, key=key, now=now)

    def tick(self, now: datetime) -> int:
        """Count anew, warn, deliver, sweep, deliver; how many customers went."""
        recounting.recount_due(self.office, now=now)
        warning.warn_due(self.office, now=now)
        for minutes in range(3):  # a manager's copy waits for others, and so does the one to the next manager
            self.deliver(now + minutes * warning.GATHERED)
        gone = expiry.sweep_due(self.office, now=now)
        self.deliver(now)
        return gone

    def deliver(self, now: datetime) -> None:
        """Carry what is due. `hushed`: what nobody here would read (homes, receipts, edits) is put aside in a heap."""
        if self.hushed:
            unread = or_(OutboxRow.kind.in_(SILENT), OutboxRow.method != "chat.postMessage")
            with self.database.begin() as tx:
                tx.execute(delete(OutboxRow).where(OutboxRow.state == "new", unread))
        self.relay.run_once(now)

    def close(self) -> None:
        self.database.dispose()

    def _prepare(self, letter: Letter, now: datetime) -> Payload | None:
        if letter.kind in SILENT:
            return Payload("said")
        is_edit = letter.method == "chat.update"
        to = letter.person_id or letter.to
        _, card = compose(self.office, mail.read(letter), workspace_id=T1, person_id=to, now=now, is_edit=is_edit)
        return None if card is None else Payload("said")


def make_tables(url: str) -> None:
    database = Database(url)
    with database.begin() as tx:
        metadata().create_all(tx)
    database.dispose()


@contextmanager
def yard(url: str, **how: object) -> Iterator[Yard]:
    one = Yard(url, **how)  # type: ignore[arg-type]
    try:
        yield one
    finally:
        one.close()
