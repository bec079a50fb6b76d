"""A slip becomes a card: the facts of a notice as they are at the moment it is sent.

`None` means the notice is no longer true and is not sent. An edit of a message that was sent is always composed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm import cards, notices, waiting
from crm.cards import ClaimLine
from crm.customers import Customer
from crm.drafts import DraftPart
from crm.followups import FollowUpState
from crm.notices import Notice, WarnedClaim
from crm.people import Person
from operations import (
    asking_owner,
    away,
    co_owning,
    complaining,
    compose_moves,
    deal_seeing,
    digesting,
    downtime,
    locking,
    merging,
    rule_cards_of,
    seeing,
    spot_checks,
)
from operations import waiting as queues
from operations.clockwork import held, read_clocks
from operations.office import Office
from operations.plain_words import plain_words
from storage import (
    activities,
    claims,
    complaints,
    customers,
    drafts,
    followups,
    imports,
    parts,
    people,
    slots,
    time_requests,
    voice,
)

Card = Any


def compose(
    office: Office, notice: Notice, *, workspace_id: str, reader: Person, now: datetime, is_edit: bool
) -> Card | None:
    """The card a slip stands for, read in one snapshot."""
    with office.database.read() as tx:
        return _COMPOSERS[type(notice)](_Desk(tx, workspace_id, reader, now, is_edit), notice)


class _Desk:
    """What composing needs, so that each composer takes two arguments."""

    def __init__(self, tx: Connection, workspace_id: str, reader: Person, now: datetime, is_edit: bool) -> None:
        self.tx, self.workspace_id, self.reader, self.now, self.is_edit = tx, workspace_id, reader, now, is_edit

    @property
    def to_reader(self) -> dict[str, Any]:
        return {"workspace_id": self.workspace_id, "reader": self.reader, "now": self.now}

    def customer(self, customer_id: str) -> Customer | None:
        return customers.customer(self.tx, workspace_id=self.workspace_id, customer_id=customer_id)

    def name(self, person_id: str | None) -> str | None:
        return people.names(self.tx, workspace_id=self.workspace_id, person_ids={person_id}).get(person_id or "")

    def card(self, customer: Customer) -> cards.CustomerCard:
        return seeing.card(self.tx, customer, workspace_id=self.workspace_id, asker=self.reader, now=self.now)


def _receipt(desk: _Desk, slip: notices.Receipt) -> Card | None:
    activity = activities.activity(desk.tx, workspace_id=desk.workspace_id, activity_id=slip.activity_id)
    customer = desk.customer(activity.customer_id) if activity else None
    if activity is None or customer is None:
        return None
    owner = (
        people.person(desk.tx, workspace_id=desk.workspace_id, person_id=customer.owner_id)
        if customer.owner_id
        else None
    )
    clock_ = read_clocks(desk.tx, workspace_id=desk.workspace_id, now=desk.now).of(owner, customer)
    return cards.ReceiptCard(
        activity=activity,
        customer=customer,
        owner_name=owner.name if owner else None,
        clock_on=clock_.runs_at(desk.now),
        gained_days=activity.gained_days,
        follow_up=followups.of_activity(desk.tx, workspace_id=desk.workspace_id, activity_id=activity.activity_id),
        is_new=slip.is_new,
        other_due=slip.other_due,
        unclear_date=slip.unclear_date,
        held=held(desk.tx, customer, workspace_id=desk.workspace_id, clock_=clock_, now=desk.now),
        rule=clock_.rule,
        hears=slip.hears
        and complaining.unheard(desk.tx, slip.hears, activity.activity_id, workspace_id=desk.workspace_id),
        deal=deal_seeing.hint(desk.tx, activity, workspace_id=desk.workspace_id, reader=desk.reader, now=desk.now),
    )


def _question(desk: _Desk, slip: notices.WhichCustomer) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    if draft is None or (draft.state != "open" and not desk.is_edit):
        return None
    near = seeing.candidates(desk.tx, slip.candidate_ids, workspace_id=desk.workspace_id)
    text = plain_words(desk.tx, draft.text, workspace_id=desk.workspace_id)
    return cards.QuestionCard(draft.draft_id, text, near, slip.new_name, draft.state)


def _preview(desk: _Desk, slip: notices.SeveralNotes) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    if draft is None:
        return None
    rows = parts.of_draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    return cards.PreviewCard(draft.draft_id, tuple(_preview_row(desk, row) for row in rows), draft.state)


def _preview_row(desk: _Desk, row: DraftPart) -> cards.PreviewRow:
    known = desk.customer(row.customer_id) if row.customer_id else None
    near = seeing.candidates(desk.tx, row.candidate_ids, workspace_id=desk.workspace_id)
    receipt = _receipt(desk, notices.Receipt(row.activity_id)) if row.activity_id else None
    return cards.PreviewRow(row, known.name if known else row.new_name, near, receipt)


def _transcribing(desk: _Desk, slip: notices.Transcribing) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    clip = voice.clip(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    return cards.VoiceCard(slip.draft_id, clip.state == "lost", draft.state != "open") if draft and clip else None


def _import(desk: _Desk, slip: notices.ImportFile) -> Card | None:
    one = imports.find(desk.tx, workspace_id=desk.workspace_id, import_id=slip.import_id)
    return cards.ImportCard(one) if one else None


def _large_export(desk: _Desk, slip: notices.LargeExport) -> Card | None:
    one = imports.export(desk.tx, workspace_id=desk.workspace_id, export_id=slip.export_id)
    return cards.LargeExportCard(desk.name(one.person_id) or "?", one.customers or 0) if one else None


def _customer(desk: _Desk, slip: notices.CustomerAnswer) -> Card | None:
    customer = desk.customer(slip.customer_id)
    return desk.card(customer) if customer else None


def _several(desk: _Desk, slip: notices.Several) -> Card | None:
    return seeing.choices(desk.tx, slip.query, slip.customer_ids, workspace_id=desk.workspace_id)


def _nobody(desk: _Desk, slip: notices.NobodyCalled) -> Card | None:
    return cards.ChoicesCard(slip.query, ())


def _word(desk: _Desk, slip: notices.Word) -> Card | None:
    if slip.code == "planned":
        plan = followups.followup(desk.tx, workspace_id=desk.workspace_id, followup_id=slip.about)
        return cards.PlanCard(plan) if plan else None
    return cards.WordCard(slip.code, slip.about)


def _declined(desk: _Desk, slip: notices.Declined) -> Card | None:
    facts = dict(slip.facts)
    if "owner_id" in facts:
        facts["owner"] = desk.name(facts["owner_id"]) or ""
    return cards.DeclinedCard(slip.code, tuple(facts.items()))


def _follow_up_due(desk: _Desk, slip: notices.FollowUpDue) -> Card | None:
    plan = followups.followup(desk.tx, workspace_id=desk.workspace_id, followup_id=slip.followup_id)
    customer = desk.customer(plan.customer_id) if plan else None
    if plan is None or customer is None:
        return None
    overtaken = plan.state != FollowUpState.OPEN or plan.due_at > desk.now or customer.state == "pool"
    if overtaken and not desk.is_edit:
        return None
    latest = activities.latest(desk.tx, workspace_id=desk.workspace_id, customer_id=plan.customer_id, limit=1)
    return cards.ReminderCard(plan, customer, latest[0] if latest else None, moved=plan.due_at > desk.now)


def _warning(desk: _Desk, slip: notices.ExpiryWarning | notices.ExpiryCopy) -> Card | None:
    lines = [line for row in slip.rows for line in _warned_line(desk, row)]
    if not desk.is_edit and all(line.handled for line in lines):
        return None
    to_manager = isinstance(slip, notices.ExpiryCopy)
    return cards.WarningCard(
        tuple(lines), to_manager, unreachable=isinstance(slip, notices.ExpiryCopy) and slip.unreachable
    )


def _warned_line(desk: _Desk, row: WarnedClaim) -> list[ClaimLine]:
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


def _gone(desk: _Desk, slip: notices.GoneToPool) -> Card | None:
    taken = claims.swept_at(desk.tx, workspace_id=desk.workspace_id, owner_id=desk.reader.person_id, at=slip.swept_at)
    return (
        cards.PooledCard(customers.customers(desk.tx, workspace_id=desk.workspace_id, customer_ids=taken))
        if taken
        else None
    )


def _reassignments(desk: _Desk, slip: notices.ReassignmentAsked) -> Card | None:
    card = compose_moves.reassignments_card(
        desk.tx, slip.asked_first or desk.reader.person_id, slip.opened_at, workspace_id=desk.workspace_id
    )
    if not desk.is_edit and card.together is not None and not card.together.open:
        return None
    return replace(card, late_manager=desk.name(slip.asked_first))


def _handed_over(desk: _Desk, slip: notices.HandedOver) -> Card | None:
    return compose_moves.brief_card(desk.tx, slip.customer_id, slip.epoch, **desk.to_reader)


def _rests(desk: _Desk, slip: notices.Rests) -> Card | None:
    customer = desk.customer(slip.customer_id)
    return waiting.RestsCard(customer) if customer and customer.owner_epoch == slip.epoch else None


def _queued(desk: _Desk, slip: notices.Queued) -> Card | None:
    return queues.queued_card(desk.tx, slip, workspace_id=desk.workspace_id, person_id=desk.reader.person_id)


def _freed(desk: _Desk, slip: notices.CustomerFreed) -> Card | None:
    card = queues.freed_card(desk.tx, slip.customer_id, slip.epoch, slip.known_as, workspace_id=desk.workspace_id)
    return None if card and card.gone and not desk.is_edit else card


def _owner_asked(desk: _Desk, slip: notices.HandoverAsked | notices.HandoverAnswered) -> Card | None:
    to_asker = isinstance(slip, notices.HandoverAnswered)
    return asking_owner.ask_card(desk.tx, slip.ask_id, workspace_id=desk.workspace_id, to_asker=to_asker)


def _batch(desk: _Desk, slip: notices.BatchTold) -> Card | None:
    return compose_moves.batch_card(desk.tx, slip.batch_id, workspace_id=desk.workspace_id)


def _handed_over_together(desk: _Desk, slip: notices.HandedOverTogether) -> Card | None:
    return compose_moves.briefs_card(desk.tx, slip.batch_id, **desk.to_reader)


def _moved_on_together(desk: _Desk, slip: notices.MovedOnTogether) -> Card | None:
    return compose_moves.moved_ons_card(desk.tx, slip.batch_id, workspace_id=desk.workspace_id, reader=desk.reader)


def _moved_on(desk: _Desk, slip: notices.MovedOn) -> Card | None:
    customer = desk.customer(slip.customer_id)
    new_owner = desk.name(customer.owner_id) if customer else None
    return cards.MovedOnCard(customer, new_owner) if customer and new_owner else None


def _time_request(desk: _Desk, slip: notices.TimeAsked | notices.TimeAnswered) -> Card | None:
    request = time_requests.request(desk.tx, workspace_id=desk.workspace_id, request_id=slip.request_id)
    customer = desk.customer(request.customer_id) if request else None
    if request is None or customer is None:
        return None
    return cards.TimeRequestCard(
        request.request_id,
        customer,
        desk.name(request.asked_by) or "",
        request.reason,
        request.days,
        request.state,
        desk.name(request.decided_by),
        to_asker=isinstance(slip, notices.TimeAnswered),
    )


def _leave(desk: _Desk, slip: notices.LeaveAsked | notices.LeaveAnswered | notices.LeaveCovered) -> Card | None:
    reader = {notices.LeaveAsked: "manager", notices.LeaveAnswered: "rep", notices.LeaveCovered: "cover"}[type(slip)]
    return away.leave_card(desk.tx, slip.leave_id, workspace_id=desk.workspace_id, reader=reader)


def _lock(desk: _Desk, slip: notices.LockAsked | notices.LockAnswered) -> Card | None:
    to_manager = isinstance(slip, notices.LockAsked)
    return locking.lock_card(desk.tx, slip.lock_id, workspace_id=desk.workspace_id, to_manager=to_manager, now=desk.now)


def _spot_checks(desk: _Desk, slip: notices.SpotChecks) -> Card | None:
    who = {"workspace_id": desk.workspace_id, "manager_id": desk.reader.person_id}
    return spot_checks.checks_card(desk.tx, slip, **who)


def _spot_rejected(desk: _Desk, slip: notices.SpotRejected) -> Card | None:
    return spot_checks.rejected_card(desk.tx, slip, workspace_id=desk.workspace_id, reader_id=desk.reader.person_id)


def _morning(desk: _Desk, slip: notices.MorningList) -> Card | None:
    today = seeing.day(desk.tx, workspace_id=desk.workspace_id, person=desk.reader, now=desk.now)
    return today if today.due or today.overdue or today.expiring else None


def _digest(desk: _Desk, slip: notices.DailyDigest) -> Card | None:
    return digesting.digest(
        desk.tx, workspace_id=desk.workspace_id, manager=desk.reader, day=slip.day, now=desk.now, again=desk.is_edit
    )


def _complaint(desk: _Desk, slip: notices.ComplaintTold) -> Card | None:
    one = complaints.complaint(desk.tx, workspace_id=desk.workspace_id, complaint_id=slip.complaint_id)
    if one is None or (not one.is_open and slip.occasion != "resolved" and not desk.is_edit):
        return None
    return complaining.complaint_card(desk.tx, one, slip.occasion, workspace_id=desk.workspace_id)


def _merged(desk: _Desk, slip: notices.MergeTold) -> Card | None:
    return merging.merged_card(desk.tx, slip.merge_id, workspace_id=desk.workspace_id)


def _join(desk: _Desk, slip: notices.JoinAsked | notices.JoinAnswered) -> Card | None:
    to_owner = isinstance(slip, notices.JoinAsked)
    card = co_owning.join_card(
        desk.tx, slip.customer_id, slip.person_id, workspace_id=desk.workspace_id, to_owner=to_owner
    )
    return card if card and (card.state == "asked" or not to_owner or desk.is_edit) else None


def _team_log(desk: _Desk, slip: notices.TeamLog) -> Card | None:
    activity = activities.activity(desk.tx, workspace_id=desk.workspace_id, activity_id=slip.activity_id)
    customer = desk.customer(activity.customer_id) if activity else None
    if activity is None or activity.withdrawn or customer is None or customer.owner_id != desk.reader.person_id:
        return None
    return cards.TeamLogCard(activity, customer, desk.name(activity.author_id) or "?")


def _deal_kept(desk: _Desk, slip: notices.DealKept) -> Card | None:
    return deal_seeing.deal_card(
        desk.tx, workspace_id=desk.workspace_id, deal_id=slip.deal_id, version=slip.version, now=desk.now
    )


def _welcome(desk: _Desk, slip: notices.Welcome) -> Card | None:
    return cards.WelcomeCard(desk.reader.role.value)


def _home(desk: _Desk, slip: notices.Home) -> Card | None:
    return seeing.home(desk.tx, workspace_id=desk.workspace_id, person=desk.reader, now=desk.now)


def _halted(desk: _Desk, slip: notices.SweepHalted) -> Card | None:
    day = slip.halted_at.date().isoformat()
    resumed = slots.was_taken(desk.tx, workspace_id=desk.workspace_id, job="sweep resumed", slot=day)
    return cards.HaltedCard(slip.due, slip.owned, slip.halted_at, resumed)


def _proposed(desk: _Desk, slip: notices.RuleProposed) -> Card | None:
    return rule_cards_of.proposal(desk.tx, slip.proposal_id, workspace_id=desk.workspace_id, now=desk.now)


def _recounted(desk: _Desk, slip: notices.Recounted) -> Card | None:
    return rule_cards_of.recount(desk.tx, slip.recount_id, workspace_id=desk.workspace_id)


def _undeliverable(desk: _Desk, slip: notices.Undeliverable) -> Card | None:
    return cards.UndeliverableCard(desk.name(slip.person_id) or slip.person_id, slip.why)


_COMPOSERS: dict[type, Callable[[_Desk, Any], Card | None]] = {
    notices.Receipt: _receipt,
    notices.WhichCustomer: _question,
    notices.SeveralNotes: _preview,
    notices.Transcribing: _transcribing,
    notices.ImportFile: _import,
    notices.LargeExport: _large_export,
    notices.CustomerAnswer: _customer,
    notices.Several: _several,
    notices.NobodyCalled: _nobody,
    notices.Word: _word,
    notices.Declined: _declined,
    notices.FollowUpDue: _follow_up_due,
    notices.ExpiryWarning: _warning,
    notices.ExpiryCopy: _warning,
    notices.GoneToPool: _gone,
    notices.ReassignmentAsked: _reassignments,
    notices.HandedOver: _handed_over,
    notices.MovedOn: _moved_on,
    notices.BatchTold: _batch,
    notices.Rests: _rests,
    notices.Queued: _queued,
    notices.CustomerFreed: _freed,
    notices.HandoverAsked: _owner_asked,
    notices.HandoverAnswered: _owner_asked,
    notices.HandedOverTogether: _handed_over_together,
    notices.MovedOnTogether: _moved_on_together,
    notices.TimeAsked: _time_request,
    notices.TimeAnswered: _time_request,
    notices.LeaveAsked: _leave,
    notices.LeaveAnswered: _leave,
    notices.LeaveCovered: _leave,
    notices.LockAsked: _lock,
    notices.LockAnswered: _lock,
    notices.SpotChecks: _spot_checks,
    notices.SpotRejected: _spot_rejected,
    notices.DaysGivenBack: lambda desk, slip: downtime.days_back_card(slip),
    notices.MorningList: _morning,
    notices.DailyDigest: _digest,
    notices.DealKept: _deal_kept,
    notices.ComplaintTold: _complaint,
    notices.MergeTold: _merged,
    notices.JoinAsked: _join,
    notices.JoinAnswered: _join,
    notices.TeamLog: _team_log,
    notices.Welcome: _welcome,
    notices.Home: _home,
    notices.SweepHalted: _halted,
    notices.RuleProposed: _proposed,
    notices.Recounted: _recounted,
    notices.Undeliverable: _undeliverable,
}
