"""What the claim clock says: plans due, warnings, what is asked and granted, rules and their forecasts."""

from collections.abc import Callable
from typing import Any

from crm import cards
from crm.cards import ClaimLine
from crm.followups import FollowUpState
from crm.notices import clock as notices
from crm.notices.clock import WarnedClaim
from operations.clock import (
    away,
    downtime,
    first_touches,
    granting_time,
    locking,
    rolling_out,
    rule_cards_of,
    shadowing,
    spot_checks,
)
from operations.clock.clockwork import read_clocks
from operations.compose.desk import Card, Desk
from operations.customers import seeing
from storage import activities, followups, people, slots


def _follow_up_due(desk: Desk, slip: notices.FollowUpDue) -> Card | None:
    plan = followups.followup(desk.tx, workspace_id=desk.workspace_id, followup_id=slip.followup_id)
    customer = desk.customer(plan.customer_id) if plan else None
    if plan is None or customer is None:
        return None
    overtaken = plan.state != FollowUpState.OPEN or plan.due_at > desk.now or customer.state == "pool"
    if overtaken and not desk.is_edit:
        return None
    latest = activities.latest(desk.tx, workspace_id=desk.workspace_id, customer_id=plan.customer_id, limit=1)
    return cards.ReminderCard(plan, customer, latest[0] if latest else None, moved=plan.due_at > desk.now)


def _warning(desk: Desk, slip: notices.ExpiryWarning | notices.ExpiryCopy) -> Card | None:
    lines = [line for row in slip.rows for line in _warned_line(desk, row)]
    if not desk.is_edit and all(line.handled for line in lines):
        return None
    to_manager = isinstance(slip, notices.ExpiryCopy)
    return cards.WarningCard(
        tuple(lines), to_manager, unreachable=isinstance(slip, notices.ExpiryCopy) and slip.unreachable
    )


def _warned_line(desk: Desk, row: WarnedClaim) -> list[ClaimLine]:
    customer = desk.customer(row.customer_id)
    if customer is None:
        return []
    stands = customer.owner_epoch == row.epoch and customer.protected_until == row.deadline
    found = seeing.claim_lines(desk.tx, [customer], workspace_id=desk.workspace_id, now=desk.now, with_last=True)
    line = found[0] if found else ClaimLine(customer, None, 0)
    asked = seeing.time_was_asked(desk.tx, customer, workspace_id=desk.workspace_id)
    if not desk.is_edit:  # nobody is warned by a rule that was switched off meanwhile
        owner = people.person(desk.tx, workspace_id=desk.workspace_id, person_id=customer.owner_id or "")
        clocks = read_clocks(desk.tx, workspace_id=desk.workspace_id, now=desk.now)
        stands = stands and clocks.of(owner, customer).runs_at(desk.now)
    return [ClaimLine(customer, line.owner_name, line.days_left, line.last, handled=not stands, time_asked=asked)]


def _untouched(desk: Desk, slip: notices.Untouched) -> Card | None:
    return first_touches.untouched_card(
        desk.tx, slip, workspace_id=desk.workspace_id, now=desk.now, is_edit=desk.is_edit
    )


def _time_request(desk: Desk, slip: notices.TimeAsked | notices.TimeAnswered) -> Card | None:
    to_asker = isinstance(slip, notices.TimeAnswered)
    return granting_time.request_card(desk.tx, slip.request_id, workspace_id=desk.workspace_id, to_asker=to_asker)


def _leave(desk: Desk, slip: notices.LeaveAsked | notices.LeaveAnswered | notices.LeaveCovered) -> Card | None:
    reader = {notices.LeaveAsked: "manager", notices.LeaveAnswered: "rep", notices.LeaveCovered: "cover"}[type(slip)]
    return away.leave_card(desk.tx, slip.leave_id, workspace_id=desk.workspace_id, reader=reader)


def _lock(desk: Desk, slip: notices.LockAsked | notices.LockAnswered) -> Card | None:
    to_manager = isinstance(slip, notices.LockAsked)
    return locking.lock_card(desk.tx, slip.lock_id, workspace_id=desk.workspace_id, to_manager=to_manager, now=desk.now)


def _spot_checks(desk: Desk, slip: notices.SpotChecks) -> Card | None:
    who = {"workspace_id": desk.workspace_id, "manager_id": desk.reader.person_id}
    return spot_checks.checks_card(desk.tx, slip, **who)


def _spot_rejected(desk: Desk, slip: notices.SpotRejected) -> Card | None:
    return spot_checks.rejected_card(desk.tx, slip, workspace_id=desk.workspace_id, reader_id=desk.reader.person_id)


def _shadow_week(desk: Desk, slip: notices.ShadowWeek) -> Card | None:
    return shadowing.week_card(desk.tx, slip, **desk.to_reader)


def _team_clock(desk: Desk, slip: notices.TeamClock) -> Card | None:
    return rolling_out.switched_card(desk.tx, slip, workspace_id=desk.workspace_id, now=desk.now)


def _halted(desk: Desk, slip: notices.SweepHalted) -> Card | None:
    day = slip.halted_at.date().isoformat()
    resumed = slots.was_taken(desk.tx, workspace_id=desk.workspace_id, job="sweep resumed", slot=day)
    return cards.HaltedCard(slip.due, slip.owned, slip.halted_at, resumed)


def _proposed(desk: Desk, slip: notices.RuleProposed) -> Card | None:
    return rule_cards_of.proposal(desk.tx, slip.proposal_id, workspace_id=desk.workspace_id, now=desk.now)


def _recounted(desk: Desk, slip: notices.Recounted) -> Card | None:
    return rule_cards_of.recount(desk.tx, slip.recount_id, workspace_id=desk.workspace_id)


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.FollowUpDue: _follow_up_due,
    notices.ExpiryWarning: _warning,
    notices.ExpiryCopy: _warning,
    notices.Untouched: _untouched,
    notices.TimeAsked: _time_request,
    notices.TimeAnswered: _time_request,
    notices.LeaveAsked: _leave,
    notices.LeaveAnswered: _leave,
    notices.LeaveCovered: _leave,
    notices.LockAsked: _lock,
    notices.LockAnswered: _lock,
    notices.SpotChecks: _spot_checks,
    notices.SpotRejected: _spot_rejected,
    notices.ShadowWeek: _shadow_week,
    notices.TeamClock: _team_clock,
    notices.DaysGivenBack: lambda desk, slip: downtime.days_back_card(slip),
    notices.SweepHalted: _halted,
    notices.RuleProposed: _proposed,
    notices.Recounted: _recounted,
}
