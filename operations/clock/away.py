"""Leave: a rep says when they are away and who covers; a manager approves; the clocks stand still and run on by themselves."""

from datetime import date, datetime

from sqlalchemy import Connection

from crm.allowances import may_pause
from crm.cards import LeaveCard
from crm.leave import Leave
from crm.ledger import LedgerLine
from crm.notices.clock import LeaveAnswered, LeaveAsked, LeaveCovered
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks, rewrite
from operations.clock.ownership import write_line
from operations.clock.warned import refresh_warnings
from operations.hearing.undoing import shorten
from operations.members import meet
from operations.office import Office
from storage import audit, customers, leave, people
from storage.ids import new_id
from storage.outbox import Priority


def ask_leave(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    first_day: date,
    last_day: date,
    cover_id: str | None,
    now: datetime,
    tell: bool = True,
) -> LeaveCard:
    """Ask the manager for leave; where nobody else decides for the person, they have it at once. What was asked for the
    same days and waits for an answer is withdrawn: asking again corrects it. Says how it stands in the DM, unless the
    caller shows the card.

    Raises Refusal: pause_backwards, pause_days, leave_over, unknown_person, cover_self, cover_away.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        _check_cover(tx, workspace_id=workspace_id, person=person, cover_id=cover_id, days=(first_day, last_day))
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person)
        if last_day < clock_.calendar.local_date(now):
            raise Refusal("leave_over")
        taken = [
            (one.first_day, one.last_day) for one in leave.approved(tx, workspace_id=workspace_id, person_id=person_id)
        ]
        if refused := may_pause((first_day, last_day), taken, rule=clock_.rule):
            raise refused
        _withdraw_waiting(tx, person, (first_day, last_day), workspace_id=workspace_id, now=now)
        asked = Leave(new_id(now), person_id, first_day, last_day, cover_id)
        leave.add(tx, asked, workspace_id=workspace_id, now=now)
        leaders = _leaders(tx, workspace_id=workspace_id, person=person)
        if leaders:
            mail.post(
                tx,
                LeaveAsked(asked.leave_id),
                workspace_id=workspace_id,
                to=leaders[0].person_id,
                now=now,
                priority=Priority.REASSIGNMENT,
                key=_key(asked.leave_id),
            )
            mail.republish_home(tx, workspace_id=workspace_id, person_id=leaders[0].person_id, now=now)
        else:
            _approve(tx, asked, workspace_id=workspace_id, actor_id=person_id, now=now)
        if tell:
            slip = LeaveAnswered(asked.leave_id)
            mail.post(tx, slip, workspace_id=workspace_id, to=person_id, now=now, key=_own_key(asked.leave_id))
        card = leave_card(tx, asked.leave_id, workspace_id=workspace_id, reader="rep")
        assert card is not None
        return card


def leave_card(tx: Connection, leave_id: str, *, workspace_id: str, reader: str) -> LeaveCard | None:
    """Leave as its reader (manager, rep, cover) needs to know it."""
    asked = leave.leave(tx, workspace_id=workspace_id, leave_id=leave_id)
    if asked is None:
        return None
    held = customers.owned_ids(tx, workspace_id=workspace_id, owner_id=asked.person_id)
    named = people.names(tx, workspace_id=workspace_id, person_ids={asked.person_id, asked.cover_id, asked.decided_by})
    who, cover, decider = (named.get(one or "") for one in (asked.person_id, asked.cover_id, asked.decided_by))
    return LeaveCard(asked, who or "", cover, decider, len(held), reader)


def answer_leave(
    office: Office, *, workspace_id: str, actor_id: str, leave_id: str, approve: bool, now: datetime
) -> None:
    """A manager approves or refuses. Raises Refusal: not_allowed, decided_already."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        asked = leave.leave(tx, workspace_id=workspace_id, leave_id=leave_id)
        person = people.person(tx, workspace_id=workspace_id, person_id=asked.person_id) if asked else None
        if asked is None or person is None:
            raise Refusal("decided_already")
        if not may_manage(actor, team_id=person.team_id) or actor_id == person.person_id:
            raise Refusal("not_allowed")
        if approve:
            _approve(tx, asked, workspace_id=workspace_id, actor_id=actor_id, now=now)
        elif not leave.decide(
            tx, workspace_id=workspace_id, leave_id=leave_id, was="asked", state="refused", decided_by=actor_id, now=now
        ):
            raise Refusal("decided_already")
        _retell(tx, asked, workspace_id=workspace_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=actor_id, now=now)


def come_back(office: Office, *, workspace_id: str, person_id: str, leave_id: str, now: datetime) -> None:
    """Cancel leave that has not begun, or end it yesterday: from today the clocks run.

    Raises Refusal: not_allowed, decided_already.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        taken = leave.leave(tx, workspace_id=workspace_id, leave_id=leave_id)
        if taken is None or taken.person_id != person_id:
            raise Refusal("not_allowed")
        today = read_clocks(tx, workspace_id=workspace_id, now=now).of(person).calendar.local_date(now)
        begun = taken.state == "approved" and taken.first_day < today
        changed = leave.decide(
            tx,
            workspace_id=workspace_id,
            leave_id=leave_id,
            was=taken.state,
            state="approved" if begun else "cancelled",
            decided_by=person_id,
            now=now,
            **({"last_day": date.fromordinal(today.toordinal() - 1)} if begun else {}),
        )
        if not changed or taken.state not in ("asked", "approved") or taken.last_day < today:
            raise Refusal("decided_already")
        _rewrite_claims(tx, workspace_id=workspace_id, person=person, event="resumed", reason=leave_id, now=now)
        _retell(tx, taken, workspace_id=workspace_id, now=now)
        if taken.state == "approved":
            _tell_cover(tx, taken, workspace_id=workspace_id, now=now)


def _withdraw_waiting(
    tx: Connection, person: Person, days: tuple[date, date], *, workspace_id: str, now: datetime
) -> None:
    key = {"workspace_id": workspace_id}
    for one in leave.meeting(tx, **key, person_id=person.person_id, first=days[0], last=days[1]):
        decided = {"was": "asked", "state": "cancelled", "decided_by": person.person_id}
        if leave.decide(tx, **key, leave_id=one.leave_id, now=now, **decided):
            for letter in (_key(one.leave_id), _own_key(one.leave_id)):
                mail.edit_keyed(tx, **key, key=letter, now=now)


def _approve(tx: Connection, asked: Leave, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    approved = leave.decide(
        tx,
        workspace_id=workspace_id,
        leave_id=asked.leave_id,
        was="asked",
        state="approved",
        decided_by=actor_id,
        now=now,
    )
    if not approved:
        raise Refusal("decided_already")
    person = people.person(tx, workspace_id=workspace_id, person_id=asked.person_id)
    assert person is not None
    days = f"{asked.first_day.isoformat()}/{asked.last_day.isoformat()}"
    audit.write(
        tx,
        workspace_id=workspace_id,
        actor_id=actor_id,
        what="leave_approved",
        now=now,
        person=asked.person_id,
        days=days,
    )
    _rewrite_claims(tx, workspace_id=workspace_id, person=person, event="paused", reason=asked.leave_id, now=now)
    _tell_cover(tx, asked, workspace_id=workspace_id, now=now)


def _tell_cover(tx: Connection, taken: Leave, *, workspace_id: str, now: datetime) -> None:
    """That they cover, or no longer do: the slip says what is true when it is sent."""
    if taken.cover_id:
        mail.post(tx, LeaveCovered(taken.leave_id), workspace_id=workspace_id, to=taken.cover_id, now=now)


def _rewrite_claims(
    tx: Connection, *, workspace_id: str, person: Person, event: str, reason: str, now: datetime
) -> None:
    """Every running claim of the person hears of it; a moved deadline is a line in the ledger and an edited warning."""
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    for customer in customers.owned_by(tx, workspace_id=workspace_id, owner_id=person.person_id):
        clock_ = clocks.of(person, customer)
        if event == "resumed":  # time is taken back: with notice
            who = {"workspace_id": workspace_id, "actor_id": person.person_id}
            shorten(tx, customer, **who, why=reason, event=event, now=now)
            continue
        moved = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
        if moved is None or moved.protected_until == customer.protected_until:
            continue
        line = LedgerLine(
            now,
            person.person_id,
            event,
            customer.owner_epoch,
            person.person_id,
            person.person_id,
            reason,
            clock_.rule.version,
            customer.protected_until,
            moved.protected_until,
        )
        write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
        refresh_warnings(tx, workspace_id=workspace_id, customer=moved, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=person.person_id, now=now)


def _leaders(tx: Connection, *, workspace_id: str, person: Person) -> list[Person]:
    """Whom to ask: others who decide for the person's team. Nobody approves their own leave where there is another."""
    return [
        one
        for one in people.managers_of(tx, workspace_id=workspace_id, team_id=person.team_id)
        if one.person_id != person.person_id and may_manage(one, team_id=person.team_id)
    ]


def _check_cover(
    tx: Connection, *, workspace_id: str, person: Person, cover_id: str | None, days: tuple[date, date]
) -> None:
    """A cover is somebody else, still here, and not away themselves: two who cover each other are both away."""
    if cover_id is None:
        return
    if cover_id == person.person_id:
        raise Refusal("cover_self")
    cover = people.person(tx, workspace_id=workspace_id, person_id=cover_id)
    if cover is None or cover.deactivated:
        raise Refusal("unknown_person")
    first, last = days
    away = leave.meeting(tx, workspace_id=workspace_id, person_id=cover_id, first=first, last=last)
    if away:
        raise Refusal("cover_away", cover=cover.name, first=away[0].first_day, last=away[0].last_day)


def _retell(tx: Connection, asked: Leave, *, workspace_id: str, now: datetime) -> None:
    mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(asked.leave_id), now=now)
    mail.post(tx, LeaveAnswered(asked.leave_id), workspace_id=workspace_id, to=asked.person_id, now=now)


def _key(leave_id: str) -> str:
    return f"leave:{leave_id}"


def _own_key(leave_id: str) -> str:
    return f"leave asked:{leave_id}"
