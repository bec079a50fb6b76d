"""Grades: suggested once a month from what customers brought, confirmed by a manager in one card, carried out by a job.

What a customer brought is what was won there, or what finance invoiced if that is more. Of another currency without a
rate nothing is counted. A grade a manager said no to is not suggested again within the year.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards.grades import GradesCard, Suggestion
from crm.grading import NEW_DAYS, grades
from crm.notices.ownership import GradesSuggested
from crm.people import Role
from crm.refusal import Refusal
from operations import mail
from operations.customers.customer_editing import set_grade
from operations.figures.counting import rates_of
from operations.members import meet
from operations.office import Office
from storage import customers, deal_settings, people, slots
from storage import grades as kept
from storage.outbox import Priority

log = logging.getLogger(__name__)

JOB = "grades"
HOUR = time(9)
YEAR = timedelta(days=365)
AT_ONCE = 40  # a turn of the job: others have theirs


def suggest_grades(office: Office, *, now: datetime) -> int:
    """Suggest this month's grades where that has not been done, from nine on its first working day; how many were."""
    with office.database.read(at_most=10) as tx:
        due = [(one.workspace_id, month) for one in people.workspaces(tx) if (month := _due(tx, one.workspace_id, now))]
    done = 0
    for workspace_id, month in due:
        with office.database.begin() as tx:
            if slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=month, now=now):
                done += _suggest(tx, month, workspace_id=workspace_id, now=now)
    return done


def confirm(office: Office, *, workspace_id: str, actor_id: str, manager_id: str, month: str, now: datetime) -> None:
    """Take over all that is still open on a card. Raises Refusal: not_allowed, decided_already."""
    _decide(office, "confirmed", None, workspace_id, actor_id, manager_id, month, now)


def keep(
    office: Office, *, workspace_id: str, actor_id: str, manager_id: str, month: str, customer_id: str, now: datetime
) -> None:
    """Leave one customer its grade. Raises Refusal: not_allowed, decided_already."""
    _decide(office, "kept", customer_id, workspace_id, actor_id, manager_id, month, now)


def carry_out(office: Office, *, now: datetime) -> int:
    """Set what was confirmed, one customer a transaction; returns how many were settled."""
    with office.database.read() as tx:
        to_do = kept.confirmed(tx, limit=AT_ONCE)
    for workspace_id, actor_id, one in to_do:
        try:
            _carry_out(office, one, workspace_id=workspace_id, actor_id=actor_id, now=now)
        except Exception:
            log.exception("customer %s could not be graded; the others go on", one.customer_id)
            with office.database.begin() as tx:
                kept.settle(tx, one, workspace_id=workspace_id, state="overtaken")
    for workspace_id, manager_id, month in {(each, one.manager_id, one.month) for each, _, one in to_do}:
        with office.database.begin() as tx:
            mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(manager_id, month), now=now)
    return len(to_do)


def read_grades(office: Office, *, workspace_id: str, asker_id: str) -> GradesCard | None:
    """The latest suggestions to the asker. Raises Refusal("not_allowed")."""
    with office.database.read() as tx:
        asker = meet(tx, workspace_id=workspace_id, person_id=asker_id)
        if not asker.leads:
            raise Refusal("not_allowed")
        month = kept.latest_month(tx, workspace_id=workspace_id, manager_id=asker_id)
        return card(tx, workspace_id=workspace_id, manager_id=asker_id, month=month) if month else None


def card(tx: Connection, *, workspace_id: str, manager_id: str, month: str) -> GradesCard | None:
    rows = kept.of_manager(tx, workspace_id=workspace_id, manager_id=manager_id, month=month)
    currency = people.workspace(tx, workspace_id=workspace_id).currency
    return GradesCard(month, manager_id, rows, currency) if rows else None


def _due(tx: Connection, workspace_id: str, now: datetime) -> str | None:
    """This month, from nine of its first working day on, if nobody has begun it."""
    calendar = WorkCalendar(people.workspace(tx, workspace_id=workspace_id).zone)
    today = calendar.local_date(now)
    first = calendar.next_working_day(today.replace(day=1))
    month = f"{today:%Y-%m}"
    if now < calendar.at(first, HOUR) or slots.was_taken(tx, workspace_id=workspace_id, job=JOB, slot=month):
        return None
    return month


def _suggest(tx: Connection, month: str, *, workspace_id: str, now: datetime) -> int:
    stage, rates = deal_settings.stages(tx, workspace_id=workspace_id).won.code, rates_of(tx, workspace_id=workspace_id)
    known = kept.graded(tx, workspace_id=workspace_id, stage=stage, known_before=now - timedelta(days=NEW_DAYS))
    since = now - YEAR
    won = kept.won_values(tx, workspace_id=workspace_id, stage=stage, since=since)
    invoiced = kept.invoiced_values(tx, workspace_id=workspace_id, since=since.date())

    def total(sums: Sequence[tuple[str | None, Decimal]]) -> Decimal:
        return sum((rates.convert(amount, currency) or Decimal() for currency, amount in sums), Decimal())

    # what is won is invoiced later: the larger of the two, for together they would count it twice
    worth = {one: max(total(won.get(one, ())), total(invoiced.get(one, ()))) for one in known}
    no = kept.declined(tx, workspace_id=workspace_id, since_month=f"{now - YEAR:%Y-%m}")
    wanted = {
        customer_id: grade
        for customer_id, grade in grades(worth).items()
        if grade != known[customer_id][0] and (customer_id, grade) not in no
    }
    leads = _managers(tx, workspace_id=workspace_id)
    rows: dict[str, list[Suggestion]] = defaultdict(list)
    for customer_id, grade in wanted.items():
        before, owner_id = known[customer_id]
        if manager_id := leads.get(owner_id, leads.get(None)):
            rows[manager_id].append(Suggestion(month, customer_id, "", manager_id, before, grade, worth[customer_id]))
    for manager_id, theirs in rows.items():
        kept.add(tx, theirs, workspace_id=workspace_id)
        slip, key = GradesSuggested(month, manager_id), _key(manager_id, month)
        mail.post(tx, slip, workspace_id=workspace_id, to=manager_id, now=now, priority=Priority.DIGEST, key=key)
    return len(wanted)


def _managers(tx: Connection, *, workspace_id: str) -> dict[str | None, str]:
    """owner -> who decides for their team; under None who decides for a customer nobody owns."""
    first = {
        team_id: found[0].person_id
        for team_id in (None, *(one.team_id for one in people.teams(tx, workspace_id=workspace_id)))
        if (found := people.managers_of(tx, workspace_id=workspace_id, team_id=team_id))
    }
    of: dict[str | None, str] = {
        one.person_id: first[one.team_id]
        for one in people.people(tx, workspace_id=workspace_id)
        if one.team_id in first
    }
    return of | ({None: first[None]} if None in first else {})


def _decide(
    office: Office,
    state: str,
    customer_id: str | None,
    workspace_id: str,
    actor_id: str,
    manager_id: str,
    month: str,
    now: datetime,
) -> None:
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        if not actor.leads or (actor_id != manager_id and actor.role != Role.ADMIN):
            raise Refusal("not_allowed")
        if not kept.decide(
            tx,
            workspace_id=workspace_id,
            manager_id=manager_id,
            month=month,
            state=state,
            decided_by=actor_id,
            now=now,
            customer_id=customer_id,
        ):
            raise Refusal("decided_already")
        mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(manager_id, month), now=now)


def _carry_out(office: Office, one: Suggestion, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    """What was graded otherwise meanwhile stays as it is."""
    with office.database.begin() as tx:
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=one.customer_id)
        stands = customer is not None and customer.state != "archived" and customer.grade == one.before
        if not kept.settle(tx, one, workspace_id=workspace_id, state="done" if stands else "overtaken") or not stands:
            return
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        set_grade(office, tx, one.customer_id, grade=one.grade, workspace_id=workspace_id, actor=actor, now=now)


def _key(manager_id: str, month: str) -> str:
    return f"grades:{manager_id}:{month}"
