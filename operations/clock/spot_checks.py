"""Spot checks: each week a manager is shown a few logs that moved a deadline, and may find one not to be a follow-up.

A log found wanting stays in the history; its extension goes, with time to be warned, and its writer hears how to mend it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm import qualifying
from crm.activities import Activity
from crm.calendar import WorkCalendar
from crm.cards import SpotCheckRow, SpotChecksCard, SpotRejectedCard
from crm.notices.clock import SpotChecks, SpotRejected
from crm.people import Person, Team, may_manage
from crm.refusal import Refusal
from crm.spot_checks import SpotCheck
from operations import mail
from operations.clock.clockwork import Clocks, read_clocks
from operations.clock.resetting import reset
from operations.hearing.receipts import edit_receipt
from operations.hearing.undoing import count_others
from operations.members import meet
from operations.office import Office
from storage import activities, customers, people, slots, spot_checks
from storage.outbox import Priority

JOB = "spot checks"
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class _Slot:
    """The week before this one, for one team and the manager who is asked."""

    team: Team
    manager: Person
    monday: date  # of the week that is looked at

    @property
    def week(self) -> str:
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"

    @property
    def name(self) -> str:
        return f"{self.team.team_id}:{self.week}"


def send_spot_checks(office: Office, *, now: datetime) -> int:
    """Put last week's spot checks to every manager whose hour has come; returns how many teams were drawn from."""
    with office.database.read(at_most=10) as tx:
        due = [
            (workspace.workspace_id, slot)
            for workspace in people.workspaces(tx)
            for slot in _due(tx, workspace.workspace_id, now)
        ]
    for workspace_id, slot in due:
        with office.database.begin() as tx:
            if slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=slot.name, now=now):
                _draw(tx, slot, workspace_id=workspace_id, now=now)
    return len(due)


def judge(
    office: Office, *, workspace_id: str, actor_id: str, activity_id: str, reason: str | None, now: datetime
) -> None:
    """Find a log fine (no reason), or not a real follow-up (with one).

    Raises Refusal: not_allowed, decided_already, rejection_needs_reason.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        check, activity = _open(tx, actor, activity_id, workspace_id=workspace_id)
        if reason is not None and not reason.strip():
            raise Refusal("rejection_needs_reason")
        said = reason.strip()[:500] if reason else None
        state = "rejected" if said else "fine"
        if not spot_checks.decide(
            tx,
            workspace_id=workspace_id,
            activity_id=activity_id,
            state=state,
            reason=said,
            decided_by=actor_id,
            now=now,
        ):
            raise Refusal("decided_already")
        if said:
            _reject(tx, activity, workspace_id=workspace_id, actor_id=actor_id, reason=said, now=now)
        mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(check.manager_id, check.week), now=now)


def read_check(office: Office, *, workspace_id: str, actor_id: str, activity_id: str) -> SpotCheckRow:
    """A log that waits for a verdict, for the form. Raises Refusal: not_allowed, decided_already."""
    with office.database.read() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        check, activity = _open(tx, actor, activity_id, workspace_id=workspace_id)
        return _row(tx, check, activity, workspace_id=workspace_id)


def checks_card(tx: Connection, slip: SpotChecks, *, workspace_id: str, manager_id: str) -> SpotChecksCard | None:
    """The week's checks; None where nothing is left of them to look at."""
    rows = []
    for check in spot_checks.of_week(tx, workspace_id=workspace_id, manager_id=manager_id, week=slip.week):
        activity = activities.activity(tx, workspace_id=workspace_id, activity_id=check.activity_id)
        if activity and not (activity.withdrawn and check.state == "open"):
            rows.append(_row(tx, check, activity, workspace_id=workspace_id))
    return SpotChecksCard(tuple(rows)) if rows else None


def rejected_card(tx: Connection, slip: SpotRejected, *, workspace_id: str, reader_id: str) -> SpotRejectedCard | None:
    check = spot_checks.check(tx, workspace_id=workspace_id, activity_id=slip.activity_id)
    activity = activities.activity(tx, workspace_id=workspace_id, activity_id=slip.activity_id)
    if check is None or activity is None:
        return None
    row = _row(tx, check, activity, workspace_id=workspace_id)
    owner = people.person(tx, workspace_id=workspace_id, person_id=row.customer.owner_id or "")
    return SpotRejectedCard(row, owner.name if owner else None, row.customer.owner_id == reader_id)


def _due(tx: Connection, workspace_id: str, now: datetime) -> list[_Slot]:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    wanted = [
        slot
        for team in clocks.teams.values()
        for manager in people.managers_of(tx, workspace_id=workspace_id, team_id=team.team_id)[:1]
        for slot in _slot_of(team, manager, clocks, now)
    ]
    done = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=[slot.name for slot in wanted])
    return [slot for slot in wanted if slot.name not in done]


def _slot_of(team: Team, manager: Person, clocks: Clocks, now: datetime) -> list[_Slot]:
    """On working days, from the hour of the manager's morning message on."""
    own = WorkCalendar(manager.zone)
    today = own.local_date(now)
    works = clocks.calendar(team.team_id).is_working(today)
    late_enough = works and now >= own.at(today, time(manager.digest_hour))
    return [_Slot(team, manager, today - timedelta(days=today.weekday()) - WEEK)] if late_enough else []


def _draw(tx: Connection, slot: _Slot, *, workspace_id: str, now: datetime) -> None:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    clock_ = clocks.of(Person(workspace_id, "", "", team_id=slot.team.team_id))
    members = people.members(tx, workspace_id=workspace_id, team_id=slot.team.team_id)
    authors = [one.person_id for one in members if one.person_id != slot.manager.person_id]
    if not clock_.runs_at(now) or not authors:
        return
    since, until = (clock_.calendar.at(day, time.min) for day in (slot.monday, slot.monday + WEEK))
    found = spot_checks.candidates(tx, workspace_id=workspace_id, authors=authors, since=since, until=until)
    drawn = qualifying.spot_checks(found, week=slot.week, rule=clock_.rule)
    if not drawn:
        return
    checks = [SpotCheck(one, slot.manager.person_id, slot.week) for one in drawn]
    spot_checks.add(tx, checks, workspace_id=workspace_id, now=now)
    mail.post(
        tx,
        SpotChecks(slot.week),
        workspace_id=workspace_id,
        to=slot.manager.person_id,
        now=now,
        priority=Priority.DIGEST,
        key=_key(slot.manager.person_id, slot.week),
    )


def _open(tx: Connection, actor: Person, activity_id: str, *, workspace_id: str) -> tuple[SpotCheck, Activity]:
    check = spot_checks.check(tx, workspace_id=workspace_id, activity_id=activity_id)
    activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
    if check is None or activity is None or check.state != "open" or activity.withdrawn:
        raise Refusal("decided_already")
    author = people.person(tx, workspace_id=workspace_id, person_id=activity.author_id)
    if not may_manage(actor, team_id=author.team_id if author else None) or actor.person_id == activity.author_id:
        raise Refusal("not_allowed")
    return check, activity


def _reject(
    tx: Connection, activity: Activity, *, workspace_id: str, actor_id: str, reason: str, now: datetime
) -> None:
    not_counted = {"extends": False, "why_not": "rejected", "gained_days": 0}
    activities.change(tx, workspace_id=workspace_id, activity_id=activity.activity_id, **not_counted)
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
    if customer and customer.owner_id and customer.owner_epoch == activity.epoch and activity.extends:
        count_others(tx, customer, activity, workspace_id=workspace_id, now=now)
        reset(
            tx,
            customer.customer_id,
            workspace_id=workspace_id,
            actor_id=actor_id,
            event="rejected",
            why=reason,
            now=now,
            always=True,
            by_manager=True,
        )
    edit_receipt(tx, workspace_id=workspace_id, activity_id=activity.activity_id, now=now)
    for person_id in activity.written_by_and_for:
        mail.post(tx, SpotRejected(activity.activity_id), workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)


def _row(tx: Connection, check: SpotCheck, activity: Activity, *, workspace_id: str) -> SpotCheckRow:
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
    assert customer is not None
    named = people.names(tx, workspace_id=workspace_id, person_ids={activity.author_id, check.decided_by})
    return SpotCheckRow(check, activity, customer, named.get(activity.author_id, ""), named.get(check.decided_by or ""))


def _key(manager_id: str, week: str) -> str:
    return f"spot:{manager_id}:{week}"
