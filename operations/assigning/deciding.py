"""Steps inside a transaction that let a manager decide about a pooled customer: a suggestion, a card, and its closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from crm import pool
from crm.allowances import assign_due
from crm.customers import Customer
from crm.digest_days import week_of
from crm.notices.ownership import ReassignmentAsked
from crm.people import Person, Role
from crm.pool import Claimant
from crm.suggest import Candidate, Ranking, Suggestion
from operations import mail
from operations.assigning import holdings
from operations.clock.clockwork import Clock, Clocks, read_clocks
from storage import claims, people, reassignments
from storage.outbox import Priority
from storage.reassignments import Reassignment


def open_decision(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    former: Person | None,
    why: str,
    clock_: Clock,
    now: datetime,
) -> Person | None:
    """Inside a transaction: a pooled customer waits for a manager, with a suggestion. Returns who is asked, if anybody:
    what expired by a rule of self_claim is open to all at once, and nobody is."""
    team_id = former.team_id if former else None
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=team_id)
    manager = leaders[0] if leaders else None
    suggestion = suggest(tx, customer, workspace_id=workspace_id, team_id=team_id, clock_=clock_, now=now)
    claim = (customer.customer_id, customer.owner_epoch)
    asked = decision(claim, manager, former=former, why=why, suggestion=suggestion, clock_=clock_, now=now)
    reassignments.open_(tx, asked, workspace_id=workspace_id)
    return manager if asked.manager_id else None


def decision(
    claim: tuple[str, int],
    manager: Person | None,
    *,
    former: Person | None,
    why: str,
    suggestion: Suggestion | None,
    clock_: Clock,
    now: datetime,
) -> Reassignment:
    """What the manager is asked about a (customer, epoch) that has just been pooled; nobody where it is open to all at
    once."""
    open_to_all = why == "expired" and clock_.rule.after_expiry == "self_claim"
    return Reassignment(
        *claim,
        manager.person_id if manager and not open_to_all else None,
        former.person_id if former else None,
        why,
        suggestion.person_id if suggestion else None,
        suggestion.why if suggestion else None,
        now,
        assign_due(now, rule=clock_.rule, calendar=clock_.calendar),
        "opened" if open_to_all else "open",
    )


def suggest(
    tx: Connection, customer: Customer, *, workspace_id: str, team_id: str | None, clock_: Clock, now: datetime
) -> Suggestion | None:
    """The rep with room for it, what they are suggested for already counted in, so that many customers are spread; a
    former owner in cooldown and somebody on leave are never suggested."""
    found = shortlist(tx, workspace_id=workspace_id, clocks=read_clocks(tx, workspace_id=workspace_id, now=now))
    history = claims.tenures(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    return found.suggest(customer, history, team_id=team_id, clock_=clock_, now=now)


@dataclass(frozen=True)
class Shortlist:
    """Who might be suggested, as far as it does not depend on which customer: read once for many. In the ranking, what
    they are suggested for already is counted in."""

    reps: dict[str, Person]
    ranking: Ranking

    def suggest(
        self, customer: Customer, history: tuple[pool.Tenure, ...], *, team_id: str | None, clock_: Clock, now: datetime
    ) -> Suggestion | None:
        owners, teams = pool.concerned(history, rule=clock_.rule)
        known = [self.reps[one] for one in owners if one in self.reps]
        known += [rep for rep in self.reps.values() if rep.team_id in teams] if teams else []
        barred = {rep.person_id for rep in known if cooling(rep, history, clock_, now)}
        cap = clock_.rule.holding_cap
        return self.ranking.suggest(team_id=team_id, grade=customer.grade, holding_cap=cap, barred=barred)


def shortlist(tx: Connection, *, workspace_id: str, clocks: Clocks) -> Shortlist:
    """Every rep of a team, as they stand now."""
    reps = [one for one in people.people(tx, workspace_id=workspace_id) if one.role == Role.REP and one.team_id]
    promised = reassignments.suggested_counts(tx, workspace_id=workspace_id)
    found = candidates(tx, reps, workspace_id=workspace_id, clocks=clocks)
    weighed = (one.holding(one.held + promised.get(one.person_id, 0)) for one in found)
    return Shortlist({one.person_id: one for one in reps}, Ranking(weighed))


def candidates(tx: Connection, reps: Sequence[Person], *, workspace_id: str, clocks: Clocks) -> list[Candidate]:
    """These people, as far as it does not depend on which customer: what they hold, when they last got one, who is away."""
    held = holdings.counted(tx, reps, workspace_id=workspace_id, clocks=clocks)
    assigned = claims.last_assigned(tx, workspace_id=workspace_id)
    gone = holdings.away(tx, reps, workspace_id=workspace_id, clocks=clocks)
    return [
        Candidate(
            person_id=rep.person_id,
            team_id=rep.team_id,
            held=held[rep.person_id],
            last_assigned_at=assigned.get(rep.person_id),
            away=rep.person_id in gone,
        )
        for rep in reps
    ]


def ask(tx: Connection, manager: Person, *, workspace_id: str, now: datetime, after: timedelta = timedelta()) -> None:
    """Inside a transaction: one card for all that came up at this instant; one that was sent already is worded again."""
    key = card_key(manager.person_id, now)
    slip, rank = ReassignmentAsked(now), Priority.REASSIGNMENT
    posted = mail.post(
        tx, slip, workspace_id=workspace_id, to=manager.person_id, now=now, priority=rank, key=key, after=after
    )
    if posted is None:
        mail.edit_keyed(tx, workspace_id=workspace_id, key=key, now=now)


def card_key(manager_id: str, opened_at: datetime) -> str:
    """The outbox key of the card that asked a manager about everything that came up at one instant."""
    return f"reassign:{manager_id}:{opened_at.isoformat()}"


def card_above_key(manager_id: str, opened_at: datetime) -> str:
    """The outbox key of the card that went to the next leader, where this manager did not answer in time."""
    return f"{card_key(manager_id, opened_at)}:above"


def former_owner(tx: Connection, waiting: Reassignment | None, *, workspace_id: str) -> Person | None:
    """Whose it was before it came into the pool."""
    if waiting is None or waiting.from_owner is None:
        return None
    return people.person(tx, workspace_id=workspace_id, person_id=waiting.from_owner)


def settle(
    tx: Connection,
    waiting: Reassignment | None,
    *,
    workspace_id: str,
    state: str,
    actor_id: str,
    now: datetime,
    drawn_again: bool = True,
) -> bool:
    """Close the decision, and word the manager's card again unless the caller does so at the end of a batch."""
    if waiting is None:
        return False
    decided = reassignments.decide(
        tx,
        workspace_id=workspace_id,
        customer_id=waiting.customer_id,
        epoch=waiting.epoch,
        state=state,
        decided_by=actor_id,
        now=now,
    )
    if decided and waiting.manager_id and drawn_again:
        redraw(tx, waiting.manager_id, waiting.opened_at, workspace_id=workspace_id, now=now)
    return decided


def redraw(tx: Connection, manager_id: str | None, opened_at: datetime, *, workspace_id: str, now: datetime) -> None:
    """Word everything again on which the decision has live buttons: the card, the one it was passed up on, today's
    digest and the week's, the home."""
    if manager_id is None:
        return
    today = [now.date() + timedelta(days=days) for days in (-1, 0, 1)]  # by the zone of whoever reads it
    digests = [digest_key(manager_id, day) for day in today]
    weeks = sorted({report_key(week_slot(manager_id, day)) for day in today})
    for key in (card_key(manager_id, opened_at), card_above_key(manager_id, opened_at), *digests, *weeks):
        mail.edit_keyed(tx, workspace_id=workspace_id, key=key, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=manager_id, now=now)


def digest_key(manager_id: str, day: date) -> str:
    """The outbox key of a manager's digest of their local day."""
    return f"digest:{manager_id}:{day.isoformat()}"


def week_slot(manager_id: str, day: date) -> str:
    """The slot of a manager's digest of the week in which their local day lies."""
    return f"{manager_id}:{week_of(day)}"


def report_key(slot: str) -> str:
    """The outbox key of a digest of a week, a quarter or a channel."""
    return f"report:{slot}"


def cooling(rep: Person, history: tuple[pool.Tenure, ...], clock_: Clock, now: datetime) -> bool:
    """Whether the customer of this history is barred to the rep."""
    until = pool.cooldown_until(
        Claimant(rep.person_id, rep.team_id), history, rule=clock_.rule, calendar=clock_.calendar
    )
    return until is not None and now < until
