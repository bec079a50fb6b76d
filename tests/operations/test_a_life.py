"""A small company lives at random through the real operations, and after every step the promises of the clock hold.

Each promise is one of "what others get wrong": swept ⇒ warned and delivered; countdown shown = what the function says;
a log never moves the deadline earlier; no sweep before the base; caps and cooldown never passed; moving keeps
everything; one open claim; one ledger line a change of owner; at most one warning a person and tick.
"""

import os
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from crm import clock
from crm.activities import Entry
from crm.calendar import WorkCalendar
from crm.customers import Customer
from crm.refusal import Refusal
from operations.assigning import asking_owner, batching, escalating, leaving, opening, reassigning
from operations.clock import expiry, granting_time, recounting, ruling, taking_back, warning
from operations.clock.clockwork import Clock, epoch_of, read_clocks
from operations.hearing import logs
from operations.hearing.logs import Chosen
from storage import activities, claims, customers, followups, people, reassignments, time_requests, warnings
from storage.tables.claims import ClaimRow, LedgerRow
from storage.tables.pool import HandoverAskRow
from tests.yard import BOSS, MONDAY, ON, T1, Yard, make_tables

OWNERSHIP = {"entered", "claimed", "assigned", "released", "swept", "archived", "undone", "handed", "left"}
RULE = replace(
    ON,
    protection_days=10,
    extend_days=7,
    max_hold_days=40,
    by_grade={},
    warn_rungs=(3, 1, 0),
    claim_per_day=2,
    holding_cap=5,
    pool_freeze_hours=4,
    ex_owner_cooldown_days=10,
    breaker_floor=1_000,
)
REPS = st.integers(0, 2)


class Life(RuleBasedStateMachine):
    known = Bundle("known")

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="dibs-life-")
        url = f"sqlite:///{Path(self.folder.name)}/dibs.db"
        make_tables(url)
        self.now = MONDAY
        self.yard = Yard(url, rule=RULE)
        self.names = 0
        self.in_force = True

    def teardown(self) -> None:
        if hasattr(self, "yard"):
            self.yard.close()
            self.folder.cleanup()

    # what people do

    @rule(target=known, rep=REPS)
    def enter(self, rep: int) -> str:
        self.names += 1
        return self.yard.enter(self.yard.reps[rep], f"Firm {self.names}", self.now)

    @rule(customer_id=known, rep=REPS, hours_ago=st.integers(0, 90))
    def log(self, customer_id: str, rep: int, hours_ago: int) -> None:
        before = self.customer(customer_id)
        words = f"{self.names} {self.now.isoformat()} they asked about {hours_ago} other things {id(before):x}"
        entry = Entry("call", words, self.now - timedelta(hours=hours_ago), contact="Ann Ray")
        with suppress(Refusal):
            logs.log_entry(
                self.yard.office,
                workspace_id=T1,
                person_id=self.yard.reps[rep],
                chosen=Chosen(customer_id=customer_id),
                entry=entry,
                key=f"{self.now} {rep} {customer_id} {self.names}",
                now=self.now,
            )
        after = self.customer(customer_id)
        if before.protected_until and after.protected_until:
            assert after.protected_until >= before.protected_until
        assert after.owner_epoch == before.owner_epoch or before.state == "lead"

    @rule(rep=REPS)
    def undo(self, rep: int) -> None:
        before = self.owned()
        with suppress(Refusal):
            logs.undo_latest(self.yard.office, workspace_id=T1, person_id=self.yard.reps[rep], now=self.now)
        for customer_id, one in self.owned().items():
            was = before[customer_id]
            assert was.protected_until and one.protected_until
            floor = clock.floor(self.now, rule=self.clock(one).rule, calendar=self.clock(one).calendar)
            assert one.protected_until >= min(was.protected_until, floor)  # time to be warned is left

    @rule(customer_id=known, rep=REPS)
    def claim(self, customer_id: str, rep: int) -> None:
        person, history, kept = self.yard.reps[rep], self.tenures(customer_id), self.kept(customer_id)
        try:
            reassigning.claim(
                self.yard.office, workspace_id=T1, person_id=person, customer_id=customer_id, now=self.now
            )
        except Refusal:
            return
        self.check_move(customer_id, person, history, kept, freed=False)
        today = team_calendar(self).local_date(self.now)
        with self.yard.database.read() as tx:
            claimed = claims.claims_since(tx, workspace_id=T1, owner_id=person, since=self.now - timedelta(days=2))
        assert sum(team_calendar(self).local_date(at) == today for at in claimed) <= RULE.claim_per_day

    @rule(customer_id=known, rep=REPS, reason=st.sampled_from([None, "knows them best"]))
    def assign(self, customer_id: str, rep: int, reason: str | None) -> None:
        person, history, kept = self.yard.reps[rep], self.tenures(customer_id), self.kept(customer_id)
        try:
            reassigning.assign(
                self.yard.office,
                workspace_id=T1,
                actor_id=BOSS,
                customer_id=customer_id,
                epoch=None,
                owner_id=person,
                now=self.now,
                override=reason,
            )
        except Refusal:
            return
        self.check_move(customer_id, person, history, kept, freed=reason is not None)

    @rule(customer_id=known)
    def open_to_all(self, customer_id: str) -> None:
        with suppress(Refusal):
            epoch = self.customer(customer_id).owner_epoch
            who = {"workspace_id": T1, "actor_id": BOSS}
            reassigning.open_to_all(self.yard.office, **who, customer_id=customer_id, epoch=epoch, now=self.now)

    @rule(customer_id=known, rep=REPS)
    def release(self, customer_id: str, rep: int) -> None:
        with suppress(Refusal):
            who = {"workspace_id": T1, "person_id": self.yard.reps[rep]}
            reassigning.release(self.yard.office, **who, customer_id=customer_id, why="poor_fit", now=self.now)

    @rule(customer_id=known, rep=REPS, days=st.integers(1, 20))
    def release_for_later(self, customer_id: str, rep: int, days: int) -> None:
        with suppress(Refusal):
            who = {"workspace_id": T1, "person_id": self.yard.reps[rep]}
            day = team_calendar(self).local_date(self.now) + timedelta(days=days)
            later = {"customer_id": customer_id, "why": "later", "wakes_on": day}
            reassigning.release(self.yard.office, **who, **later, now=self.now)

    @rule(customer_id=known, rep=REPS, give=st.booleans())
    def hand_over(self, customer_id: str, rep: int, give: bool) -> None:
        person, history, kept = self.yard.reps[rep], self.tenures(customer_id), self.kept(customer_id)
        owner = self.customer(customer_id).owner_id
        with suppress(Refusal):
            who = {"workspace_id": T1, "person_id": person}
            asking_owner.ask_owner(self.yard.office, **who, customer_id=customer_id, now=self.now)
        try:
            who = {"workspace_id": T1, "actor_id": str(owner), "ask_id": self.asked(customer_id, person)}
            asking_owner.answer_asker(self.yard.office, **who, give=give, now=self.now)
        except Refusal:
            return
        if give:
            self.check_move(customer_id, person, history, kept, freed=False)

    @rule(to=st.lists(REPS, max_size=2, unique=True), reason=st.sampled_from([None, "a new team"]))
    def decide_together(self, to: list[int], reason: str | None) -> None:
        """Everything on the card that came last: as suggested, or shared out."""
        with self.yard.database.read() as tx:
            waiting = reassignments.waiting(tx, workspace_id=T1)
        if not waiting or waiting[-1].manager_id is None:
            return
        card = {"workspace_id": T1, "manager_id": waiting[-1].manager_id, "opened_at": waiting[-1].opened_at}
        people_ = [self.yard.reps[rep] for rep in to]
        with suppress(Refusal):
            if people_:
                shared = {"to": people_, "reason": reason}
                batching.hand_over(self.yard.office, actor_id=BOSS, **card, **shared, now=self.now)
            else:
                batching.assign_as_suggested(self.yard.office, actor_id=BOSS, **card, now=self.now)
        batching.run_batches(self.yard.office, now=self.now)

    @rule(rep=REPS)
    def a_rep_leaves_and_a_successor_takes_the_desk(self, rep: int) -> None:
        person = self.yard.reps[rep]
        held = [one for one in self.owned().values() if one.owner_id == person]
        with self.yard.database.begin() as tx:
            people.change_person(tx, workspace_id=T1, person_id=person, deactivated=True)
        assert leaving.freeze_leavers(self.yard.office, now=self.now) == len(held)
        assert all(self.customer(one.customer_id).owner_id is None for one in held)
        with self.yard.database.begin() as tx:
            people.change_person(tx, workspace_id=T1, person_id=person, deactivated=False)

    @rule(customer_id=known, grant=st.booleans())
    def ask_for_time(self, customer_id: str, grant: bool) -> None:
        before = self.customer(customer_id)
        if before.owner_id is None:
            return
        try:
            asked = granting_time.ask_for_time(
                self.yard.office,
                workspace_id=T1,
                person_id=before.owner_id,
                customer_id=customer_id,
                reason="their board meets",
                now=self.now,
            )
        except Refusal:
            return
        granting_time.answer_time(
            self.yard.office, workspace_id=T1, actor_id=BOSS, request_id=asked.request_id, grant=grant, now=self.now
        )
        after = self.customer(customer_id)
        assert after.protected_until and before.protected_until
        assert after.protected_until >= before.protected_until
        with self.yard.database.read() as tx:
            days = time_requests.granted_days(tx, workspace_id=T1, customer_id=customer_id, epoch=before.owner_epoch)
        assert len(days) <= RULE.extension_max

    @rule(customer_id=known)
    def take_back(self, customer_id: str) -> None:
        one = self.customer(customer_id)
        epoch = one.owner_epoch if one.owner_id is None else one.owner_epoch - 1
        kept = self.kept(customer_id)
        with suppress(Refusal):
            who = {"workspace_id": T1, "actor_id": BOSS}
            taking_back.take_back(self.yard.office, **who, customer_id=customer_id, epoch=epoch, now=self.now)
        assert self.kept(customer_id) == kept

    # what happens to them

    @rule(hours=st.sampled_from([1, 5, 24, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.tick()

    @rule(days=st.integers(3, 25))
    def the_bot_is_away(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.tick()

    @rule()
    def slack_goes_or_comes_back(self) -> None:
        self.yard.carrier.down = not self.yard.carrier.down
        self.yard.wall = (self.now + timedelta(hours=1)).timestamp  # every back-off is over

    @rule(rep=REPS)
    def a_rep_blocks_or_unblocks_the_bot(self, rep: int) -> None:
        self.yard.carrier.unreachable ^= {self.yard.reps[rep]}

    @precondition(lambda self: self.names > 2)
    @rule()
    def the_rule_is_switched(self) -> None:
        self.in_force = not self.in_force
        ruling.switch_clock(self.yard.office, workspace_id=T1, actor_id=BOSS, on=self.in_force, now=self.now)

    def tick(self) -> None:
        """The clock's jobs; whatever it sweeps must have been fair game."""
        before, carried = self.owned(), len(self.yard.carrier.carried)
        recounting.recount_due(self.yard.office, now=self.now)
        opening.wake_due(self.yard.office, now=self.now)
        warning.warn_due(self.yard.office, now=self.now)
        self.yard.deliver(self.now)
        ready = {customer_id: self.delivered(one) for customer_id, one in before.items()}
        expiry.sweep_due(self.yard.office, now=self.now)
        escalating.escalate_due(self.yard.office, now=self.now)
        self.yard.deliver(self.now)
        for customer_id, one in before.items():
            if self.customer(customer_id).owner_id is None:
                self.check_sweep(one, ready[customer_id])
        told = Counter(
            letter.to
            for letter in self.yard.carrier.carried[carried:]
            if letter.kind == "ExpiryWarning" and letter.method == "chat.postMessage"
        )
        assert set(told.values()) <= {1}

    # the promises

    def check_sweep(self, one: Customer, delivered: list[datetime]) -> None:
        how, until = self.clock(one), one.protected_until
        assert until and how.runs_at(self.now)
        assert self.now >= clock.sweep_at(until, rule=how.rule, calendar=how.calendar)
        assert delivered, "swept without a delivered warning"
        assert self.now >= clock.floor(min(delivered), rule=how.rule, calendar=how.calendar)
        assert one.epoch_started_at
        base = how.calendar.local_date(one.epoch_started_at) + timedelta(days=RULE.protection_days)
        assert self.now >= how.calendar.end_of(base)

    def check_move(
        self, customer_id: str, person: str, history: tuple[object, ...], kept: object, *, freed: bool
    ) -> None:
        calendar = team_calendar(self)
        for tenure in history:
            if tenure.owner_id == person and tenure.ended_at and not freed:  # type: ignore[attr-defined]
                gone = calendar.local_date(self.now) - calendar.local_date(tenure.ended_at)  # type: ignore[attr-defined]
                assert gone.days >= RULE.ex_owner_cooldown_days
        assert self.kept(customer_id) == kept
        with self.yard.database.read() as tx:
            assert claims.open_counts(tx, workspace_id=T1)[person] <= RULE.holding_cap

    @invariant()
    def the_countdown_is_what_the_function_says(self) -> None:
        if not hasattr(self, "yard"):
            return
        with self.yard.database.read() as tx:
            for one in customers.owned(tx, workspace_id=T1):
                how = self.clock(one)
                epoch = epoch_of(tx, one, workspace_id=T1, clock_=how)
                assert one.protected_until == clock.deadline(epoch, rule=how.rule, calendar=how.calendar)

    @invariant()
    def one_open_claim_and_one_ledger_line_a_change_of_owner(self) -> None:
        if not hasattr(self, "yard"):
            return
        with self.yard.database.read() as tx:
            open_now = tx.execute(select(ClaimRow).where(ClaimRow.ended_at.is_(None))).all()
            lines = tx.execute(select(LedgerRow)).all()
        owned = self.owned()
        assert {(row.customer_id, row.owner_id, row.epoch) for row in open_now} == {
            (one.customer_id, one.owner_id, one.owner_epoch) for one in owned.values()
        }
        assert len(open_now) == len(owned)
        changes = Counter((row.customer_id, row.epoch) for row in lines if row.event in OWNERSHIP)
        assert set(changes.values()) <= {1}
        for customer_id in {row.customer_id for row in lines}:
            epochs = sorted(epoch for one, epoch in changes if one == customer_id)
            assert epochs == list(range(1, self.customer(customer_id).owner_epoch + 1))

    # how it is read

    def customer(self, customer_id: str) -> Customer:
        with self.yard.database.read() as tx:
            found = customers.customer(tx, workspace_id=T1, customer_id=customer_id)
        assert found is not None
        return found

    def asked(self, customer_id: str, person: str) -> str:
        mine = (HandoverAskRow.customer_id == customer_id, HandoverAskRow.asked_by == person)
        with self.yard.database.read() as tx:
            latest = select(HandoverAskRow.ask_id).where(*mine).order_by(HandoverAskRow.epoch.desc())
            return tx.execute(latest).scalars().first() or "none"

    def owned(self) -> dict[str, Customer]:
        with self.yard.database.read() as tx:
            return {one.customer_id: one for one in customers.owned(tx, workspace_id=T1)}

    def clock(self, one: Customer) -> Clock:
        """By the rule that was last saved, begun or not."""
        with self.yard.database.read() as tx:
            owner = people.person(tx, workspace_id=T1, person_id=one.owner_id or "")
            return read_clocks(tx, workspace_id=T1, now=self.now, rules_of=date(9999, 1, 1)).of(owner, one)

    def delivered(self, one: Customer) -> list[datetime]:
        with self.yard.database.read() as tx:
            sent = warnings.of_claim(tx, workspace_id=T1, customer_id=one.customer_id, epoch=one.owner_epoch)
        return [
            line.delivered_at
            for line in sent
            if line.delivered_at
            and line.deadline == one.protected_until
            and (line.person_id == one.owner_id or line.rung.endswith("!"))
        ]

    def tenures(self, customer_id: str) -> tuple[object, ...]:
        with self.yard.database.read() as tx:
            return claims.tenures(tx, workspace_id=T1, customer_id=customer_id)

    def kept(self, customer_id: str) -> object:
        """What a change of owner must not touch: history, contacts, open plans."""
        with self.yard.database.read() as tx:
            key = {"workspace_id": T1, "customer_id": customer_id}
            plans = [plan.followup_id for plan in followups.open_for(tx, **key)]
            return activities.latest(tx, **key, limit=100), customers.contacts(tx, **key), plans


def team_calendar(life: Life) -> WorkCalendar:
    with life.yard.database.read() as tx:
        person = people.person(tx, workspace_id=T1, person_id=life.yard.reps[0])
        return read_clocks(tx, workspace_id=T1, now=life.now).of(person).calendar


Life.TestCase.settings = settings(
    max_examples=int(os.environ.get("DIBS_LIVES", "5")),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate) if os.environ.get("DIBS_NO_SHRINK") else tuple(Phase),
)
TestACompanyLivesAtRandom = Life.TestCase
