"""A company to try every operation on as everybody: people of every role, customers owned and pooled, and one of each
thing that waits for an answer. It is set up once: whatever an operation writes is taken back after the call.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, event, select, update

from crm.activities import Entry
from crm.cards.grades import Suggestion
from crm.cards.rules import Scope
from crm.credits import Credit
from crm.deals import Terms
from crm.imports import FileReading, ImportState
from crm.intake.rows import Reading
from crm.leads.lead import Lead
from crm.people import Person, Role, Workspace
from crm.rules import Rule, ScopedRule
from crm.spot_checks import SpotCheck
from operations import members, teaming
from operations.assigning import asking_owner, reassigning, waiting
from operations.clock import away, granting_time, locking, ruling
from operations.customers import co_owning, complaining, merging
from operations.deals import dealing
from operations.directory import Directory
from operations.figures import reporting
from operations.hearing import logs, notes
from operations.hearing.heard import Heard
from operations.hearing.logs import Chosen
from operations.in_and_out import imports, inquiries, lead_doors
from operations.members import Profile
from operations.office import Office
from storage import credits, grades, rules, spot_checks
from storage import imports as lists
from storage.database import Database
from storage.tables.activities import ActivityRow, DraftRow, FollowUpRow
from storage.tables.claims import ReassignmentRow, TimeRequestRow
from storage.tables.complaints import ComplaintRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.deals import DealRow
from storage.tables.inout import ImportRow
from storage.tables.leads import LeadRow
from storage.tables.leave import LeaveRow
from storage.tables.locks import LockRow
from storage.tables.merges import MergeRow
from storage.tables.people import TeamRow
from storage.tables.pool import HandoverAskRow

HERE, ELSEWHERE = "T0HERE", "T0ELSEWHERE"
DAY0 = datetime(2026, 3, 2, 2, tzinfo=UTC)  # a Monday, ten in the morning in Shanghai
NOW = DAY0 + timedelta(days=10)  # freezes are over, nothing has run out
SECRET = "quaggawords"
PHONE = "+1 555 0142 777"

# Who calls. The owner and the co-owner are so of the owned customer; the owner had the pooled one before.
PEOPLE = {
    "owner": ("U0OWNER", Role.REP, "Sales"),
    "mate": ("U0MATE", Role.REP, "Sales"),
    "assistant": ("U0CLERK", Role.ASSISTANT, "Sales"),
    "manager": ("U0BOSS", Role.MANAGER, "Sales"),
    "co_owner": ("U0CO", Role.REP, "East"),
    "far_rep": ("U0FAR", Role.REP, "East"),
    "far_manager": ("U0HEAD", Role.MANAGER, "East"),
    "admin": ("U0ADMIN", Role.ADMIN, None),
    "stranger": ("U0NEW", Role.REP, None),
}
IDS = {who: person_id for who, (person_id, _, _) in PEOPLE.items()}


class _TakenBack(Exception):  # noqa: N818 - it is thrown on purpose after each call
    """What a call wrote shall not stay."""


class Rehearsal(Database):
    """A database on which nothing stays, once the company is set up."""

    playing = False

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        if not self.playing:
            with super().begin() as tx:
                yield tx
            return
        try:
            with super().begin() as tx:
                yield tx
                raise _TakenBack
        except _TakenBack:
            pass


@dataclass(frozen=True)
class Record:
    """A customer, and one of each thing that belongs to it."""

    customer_id: str
    name: str
    epoch: int
    ids: dict[str, Any] = field(default_factory=dict)


class World:
    """Built once a test run. `records`: "owned" and "pooled"; `waiting`: what waits for somebody's answer, by name."""

    def __init__(self, url: str) -> None:
        self.database = Rehearsal(url)
        self.office = Office(self.database, Directory(self.database))
        self.waiting: dict[str, Any] = {}
        self.asked: list[object] = []  # parameters of the statements of one call
        self._number = 0
        self._found_people()
        self.people = {
            who: members.read_person(self.office, workspace_id=HERE, person_id=one) for who, one in IDS.items()
        }
        self.people["outsider"] = members.read_person(self.office, workspace_id=ELSEWHERE, person_id="U0OUT")
        self.records = {"owned": self._owned(), "pooled": self._pooled()}
        self._others()
        self.office.directory.warm(HERE)
        self.database.playing = True
        event.listen(self.database.engine, "before_cursor_execute", self._overhear)

    def _overhear(self, _c: Any, _cursor: Any, _statement: str, parameters: Any, _context: Any, many: bool) -> None:
        self.asked.extend(parameters if many else [parameters])

    def _found_people(self) -> None:
        for workspace_id, admin in ((HERE, "U0ADMIN"), (ELSEWHERE, "U0OUT")):
            home = Workspace(workspace_id, workspace_id, zone="Asia/Shanghai")
            members.keep_workspace(self.office, workspace=home, now=DAY0)
            ids = IDS.values() if workspace_id == HERE else ("U0OUT",)
            profiles = tuple(Profile(one, one.title(), "Asia/Shanghai", "en") for one in ids)
            profiles += (
                (Profile("U0GONE", "Gone", "Asia/Shanghai", "en", deactivated=True),) if workspace_id == HERE else ()
            )
            members.keep_profiles(
                self.office, workspace_id=workspace_id, profiles=profiles, admins=frozenset({admin}), now=DAY0
            )
            with self.database.begin() as tx:
                on = replace(Rule(), version=1, enabled=True, effective_from=date(2020, 1, 1), after_expiry="both")
                rules.save(
                    tx,
                    ScopedRule(on),
                    workspace_id=workspace_id,
                    effective_from=date(2020, 1, 1),
                    saved_by=admin,
                    now=DAY0,
                )
        for name in ("Sales", "East"):
            teaming.build_team(self.office, workspace_id=HERE, actor_id="U0ADMIN", name=name, now=DAY0)
        for person_id, role, team in PEOPLE.values():
            if team:
                teaming.put_in_team(
                    self.office,
                    workspace_id=HERE,
                    actor_id="U0ADMIN",
                    person_ids=(person_id,),
                    team_name=team,
                    role=role,
                    now=DAY0,
                )

    # what there is

    def log(self, who: str, chosen: Chosen, now: datetime, **more: Any) -> None:
        self._number += 1
        entry = Entry("call", f"{SECRET} {self._number} told us everything", now, contact="Ann Ray", **more)
        key = f"set up {self._number}"
        logs.log_entry(self.office, workspace_id=HERE, person_id=IDS[who], chosen=chosen, entry=entry, key=key, now=now)

    def enter(self, who: str, name: str, now: datetime = DAY0) -> str:
        more = {"phone": PHONE, "follow_up_at": NOW + timedelta(days=2), "next_step": SECRET}
        self.log(who, Chosen(new_name=name), now, **more)
        return str(self.one(CustomerRow.customer_id, CustomerRow.name == name))

    def one(self, column: Any, *where: Any) -> Any:
        """The latest of such rows here."""
        table = column.class_
        with self.database.read() as tx:
            found = tx.execute(select(column).where(table.workspace_id == HERE, *where)).scalars().all()
        return found[-1]

    def _furnished(self, who: str, name: str) -> Record:
        customer_id = self.enter(who, name)
        key = {"workspace_id": HERE, "person_id": IDS[who], "customer_id": customer_id}
        terms = Terms(amount=Decimal(777), currency="USD", stage="proposal")
        dealing.open_deal(self.office, **key, terms=terms, key=name, now=DAY0)
        complaining.open_complaint(
            self.office,
            **key,
            kind="complaint",
            severity=None,
            words=SECRET,
            due_at=NOW + timedelta(days=5),
            activity_id=None,
            key=name,
            now=DAY0,
        )
        ids = {
            "activity": self.one(ActivityRow.activity_id, ActivityRow.customer_id == customer_id),
            "contact": self.one(ContactRow.contact_id, ContactRow.customer_id == customer_id),
            "plan": self.one(FollowUpRow.followup_id, FollowUpRow.customer_id == customer_id),
            "deal": self.one(DealRow.deal_id, DealRow.customer_id == customer_id),
            "complaint": self.one(ComplaintRow.complaint_id, ComplaintRow.customer_id == customer_id),
        }
        return Record(customer_id, name, 1, ids)

    def _owned(self) -> Record:
        made = self._furnished("owner", "Zebra Owned")
        key = {"workspace_id": HERE, "customer_id": made.customer_id, "now": NOW}
        co_owning.add_co_owner(self.office, **key, actor_id=IDS["owner"], person_id=IDS["co_owner"])
        co_owning.ask_to_join(self.office, **key, person_id=IDS["far_rep"])
        granting_time.ask_for_time(self.office, **key, person_id=IDS["owner"], reason="their board meets in May")
        locking.ask_lock(self.office, **key, person_id=IDS["owner"], reason="their board meets in May")
        asking_owner.ask_owner(self.office, **key, person_id=IDS["mate"])
        self.log("owner", Chosen(made.customer_id), NOW - timedelta(hours=1), stage_hint="negotiation")
        self.waiting["recent_ts"] = f"set up {self._number}"
        recent = self.one(ActivityRow.activity_id, ActivityRow.logged_at == NOW - timedelta(hours=1))
        checked = SpotCheck(recent, IDS["manager"], "2026-W11")
        with self.database.begin() as tx:
            spot_checks.add(tx, [checked], workspace_id=HERE, now=NOW)
        made.ids["recent"] = recent
        of = self.waiting
        of["time"] = self.one(TimeRequestRow.request_id)
        of["lock"] = self.one(LockRow.lock_id)
        of["ask"] = self.one(HandoverAskRow.ask_id)
        return made

    def _pooled(self) -> Record:
        made = self._furnished("owner", "Zebra Pooled")
        reassigning.release(
            self.office,
            workspace_id=HERE,
            person_id=IDS["owner"],
            customer_id=made.customer_id,
            why="poor_fit",
            now=DAY0,
        )
        epoch = self.one(CustomerRow.owner_epoch, CustomerRow.customer_id == made.customer_id)
        self.waiting["card"] = self.one(ReassignmentRow.opened_at)
        return replace(made, epoch=epoch)

    def _others(self) -> None:
        of = self.waiting
        of["second"] = self.enter("owner", "Yak Second", DAY0 + timedelta(hours=1))
        kept, gone = self.enter("owner", "Ibex Kept"), self.enter("owner", "Okapi Gone")
        merging.merge(
            self.office,
            workspace_id=HERE,
            actor_id=IDS["owner"],
            kept_id=kept,
            kept_epoch=1,
            gone_id=gone,
            gone_epoch=1,
            now=NOW,
        )
        of["kept"], of["merge"] = kept, self.one(MergeRow.merge_id)
        given = self.enter("mate", "Lynx Given")
        key = {"workspace_id": HERE, "customer_id": given}
        reassigning.release(self.office, **key, person_id=IDS["mate"], why="poor_fit", now=DAY0)
        epoch = self.one(CustomerRow.owner_epoch, CustomerRow.customer_id == given)
        reassigning.assign(
            self.office,
            **key,
            actor_id=IDS["manager"],
            epoch=epoch,
            owner_id=IDS["owner"],
            now=NOW - timedelta(hours=1),
        )
        of["given"], of["given_epoch"] = given, epoch
        of["team"] = self.one(TeamRow.team_id, TeamRow.name == "Sales")
        self._papers()

    def _papers(self) -> None:
        """Leave, drafts, a rule proposed, a list, an inquiry."""
        of = self.waiting
        leave = {"first_day": date(2026, 6, 1), "last_day": date(2026, 6, 5), "cover_id": None}
        away.ask_leave(self.office, workspace_id=HERE, person_id=IDS["owner"], **leave, now=NOW)
        of["leave"] = self.one(LeaveRow.leave_id)
        for words, name in (
            ("called Zebra, they want a quote", "draft"),
            ("today: Zebra Owned quote ok; Yak Second no answer", "parts"),
        ):
            heard = Heard(HERE, IDS["owner"], "D0OWNER", f"17{len(words)}.0001", words, NOW)
            notes.hear_note(self.office, heard=heard, now=NOW)
            of[name] = self.one(DraftRow.draft_id, DraftRow.text == words)
        with self.database.begin() as tx:
            graded = ScopedRule(replace(Rule(), version=9), grade="C")
            rules.save(tx, graded, workspace_id=HERE, effective_from=date(2020, 1, 1), saved_by=IDS["admin"], now=NOW)
        scope = Scope(grade="A")
        of["proposal"] = ruling.propose(
            self.office,
            workspace_id=HERE,
            actor_id=IDS["admin"],
            scope=scope,
            changes={"protection_days": 40},
            based_on=9,
            now=NOW,
        )
        ruling.count_proposals(self.office, now=NOW)
        one = imports.begin_here(
            self.office, workspace_id=HERE, person_id=IDS["manager"], file_name="list.csv", digest="0" * 64, now=NOW
        )
        of["import"] = one.import_id
        one = imports.begin_here(
            self.office, workspace_id=HERE, person_id=IDS["manager"], file_name="old.csv", digest="9" * 64, now=NOW
        )
        of["imported"] = one.import_id
        reading = FileReading(("Customer",), 1, Reading({"name": (0,)}, "YMD", "Asia/Shanghai"))
        owned = self.records["owned"]
        earned = Credit(
            owned.customer_id, owned.ids["deal"], IDS["owner"], "one_off", Decimal(777), "CNY", 0, None, NOW
        )
        graded = Suggestion("2026-03", owned.customer_id, owned.name, IDS["manager"], None, "A", Decimal(777))
        ready = imports.find(self.office, workspace_id=HERE, person_id=IDS["manager"], import_id=of["import"])
        with self.database.begin() as tx:
            lists.change(tx, ready, was=[ImportState.WAITING], now=NOW, reading=reading, state="ready")
            tx.execute(update(ImportRow).where(ImportRow.import_id == of["imported"]).values(state="done"))
            credits.book(tx, earned, workspace_id=HERE)
            grades.add(tx, [graded], workspace_id=HERE)
        lead_doors.watch(
            self.office, workspace_id=HERE, actor_id=IDS["admin"], channel_id="C0FORMS", source="website", now=NOW
        )
        told = {"actor_id": IDS["admin"], "team_name": "Sales", "channel": "C0SALES", "now": NOW}
        reporting.choose_channel(self.office, workspace_id=HERE, **told)
        known = Lead(company="Zebra Owned", contact="Bo Fox", email="bo@owned.example", message="a quote please")
        inquiries.receive(self.office, workspace_id=HERE, lead=known, came=inquiries.Came("website", "lead-0"), now=NOW)
        of["known"] = self.one(LeadRow.lead_id, LeadRow.state == "known")
        waiting.join_queue(
            self.office,
            workspace_id=HERE,
            person_id=IDS["far_rep"],
            customer_id=self.records["owned"].customer_id,
            now=NOW,
        )
        lead = Lead(
            company="Zebra Own", contact="Bo Fox", email="bo@zebra.example", message="a quote please", source="website"
        )
        inquiries.receive(self.office, workspace_id=HERE, lead=lead, came=inquiries.Came("website", "lead-1"), now=NOW)
        of["lead"] = self.one(LeadRow.lead_id, LeadRow.state == "asked")


@dataclass(frozen=True)
class Scene:
    """One call: who, and on which customer."""

    world: World
    asker: Person
    on: Record

    @property
    def office(self) -> Office:
        return self.world.office

    @property
    def place(self) -> dict[str, Any]:
        return {"workspace_id": self.asker.workspace_id}

    @property
    def customer(self) -> dict[str, Any]:
        return {"customer_id": self.on.customer_id}

    @property
    def as_person(self) -> dict[str, Any]:
        return {**self.place, "person_id": self.asker.person_id, "now": NOW}

    @property
    def as_actor(self) -> dict[str, Any]:
        return {**self.place, "actor_id": self.asker.person_id, "now": NOW}

    @property
    def as_asker(self) -> dict[str, Any]:
        return {**self.place, "asker": self.asker}

    def id(self, what: str) -> Any:
        """Of the customer, else of what waits."""
        return self.on.ids.get(what) or self.world.waiting[what]
