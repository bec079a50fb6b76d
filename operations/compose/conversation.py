"""What answers somebody: receipts, questions, previews, what was looked up or declined, lists in and out, their day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from crm import cards
from crm.activities import Activity
from crm.calendar import WorkCalendar
from crm.customers import CustomerState
from crm.drafts import DraftPart
from crm.notices import conversation as notices
from crm.people import Person, Role
from operations.clock.clockwork import Clocks, held, read_clocks
from operations.compose.desk import Card, Desk
from operations.compose.home import home
from operations.customers import complaining, erasing, seeing
from operations.deals import deal_seeing
from operations.figures import adoption, digesting
from operations.hearing import showing
from operations.hearing.plain_words import plain_words
from storage import activities, complaints, drafts, followups, imports, parts, people, voice


def _receipt(desk: Desk, slip: notices.Receipt) -> Card | None:
    activity = activities.activity(desk.tx, workspace_id=desk.workspace_id, activity_id=slip.activity_id)
    customer = desk.customer(activity.customer_id) if activity else None
    if activity is None or customer is None:
        return None
    owner = desk.person(customer.owner_id)
    clocks = read_clocks(desk.tx, workspace_id=desk.workspace_id, now=desk.now)
    clock_ = clocks.of(owner, customer)
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
        days=slip.days,
        held=held(desk.tx, customer, workspace_id=desk.workspace_id, clock_=clock_, now=desk.now),
        rule=clock_.rule,
        hears=activity.hears
        and complaining.unheard(desk.tx, activity.hears, activity.activity_id, workspace_id=desk.workspace_id),
        assisted_until=_assisted_until(desk, activity, clocks),
        deal=deal_seeing.hint(desk.tx, activity, customer, **desk.to_reader),
    )


def _assisted_until(desk: Desk, activity: Activity, clocks: Clocks) -> date | None:
    """For an assistant who wrote for a rep: the last day they may."""
    if desk.reader.role != Role.ASSISTANT or activity.on_behalf_of in (None, activity.author_id):
        return None
    rep = desk.person(activity.on_behalf_of)
    team = clocks.teams.get(rep.team_id or "") if rep else None
    return team.assisted_until if team else None


def _erased(desk: Desk, slip: notices.Erased) -> Card | None:
    return erasing.erased_card(desk.tx, slip, workspace_id=desk.workspace_id)


def _question(desk: Desk, slip: notices.WhichCustomer) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    if draft is None or (draft.state != "open" and not desk.is_edit):
        return None
    near = seeing.candidates(desk.tx, slip.candidate_ids, workspace_id=desk.workspace_id)
    text = plain_words(desk.tx, draft.text, workspace_id=desk.workspace_id)
    return cards.QuestionCard(draft.draft_id, text, near, slip.new_name, draft.state)


def _for_whom(desk: Desk, slip: notices.ForWhom) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    if draft is None or draft.state != "open":
        return None
    text = plain_words(desk.tx, draft.text, workspace_id=desk.workspace_id)
    reps = people.reps(desk.tx, workspace_id=desk.workspace_id, team_id=desk.reader.team_id)
    named = tuple((one.person_id, one.name) for one in reps)
    return cards.ForWhomCard(draft.draft_id, slip.choice, slip.name, text, named)


def _preview(desk: Desk, slip: notices.SeveralNotes) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    if draft is None:
        return None
    rows = parts.of_draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    return cards.PreviewCard(draft.draft_id, tuple(_preview_row(desk, row) for row in rows), draft.state)


def _preview_row(desk: Desk, row: DraftPart) -> cards.PreviewRow:
    known = desk.customer(row.customer_id) if row.customer_id else None
    near = seeing.candidates(desk.tx, row.candidate_ids, workspace_id=desk.workspace_id)
    receipt = _receipt(desk, notices.Receipt(row.activity_id)) if row.activity_id else None
    words = plain_words(desk.tx, row.text, workspace_id=desk.workspace_id)
    rep_id = row.on_behalf_of or desk.reader.person_id
    rep = desk.name(rep_id) if rep_id != desk.reader.person_id else None
    owner = desk.name(known.owner_id) if known and known.owner_id not in (None, rep_id) else None
    return cards.PreviewRow(row, known.name if known else row.new_name, near, receipt, words, rep, owner)


def _transcribing(desk: Desk, slip: notices.Transcribing) -> Card | None:
    draft = drafts.draft(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    clip = voice.clip(desk.tx, workspace_id=desk.workspace_id, draft_id=slip.draft_id)
    return cards.VoiceCard(slip.draft_id, clip.state == "lost", draft.state != "open") if draft and clip else None


def _import(desk: Desk, slip: notices.ImportFile) -> Card | None:
    one = imports.find(desk.tx, workspace_id=desk.workspace_id, import_id=slip.import_id)
    return cards.ImportCard(one) if one else None


def _large_export(desk: Desk, slip: notices.LargeExport) -> Card | None:
    one = imports.export(desk.tx, workspace_id=desk.workspace_id, export_id=slip.export_id)
    return cards.LargeExportCard(desk.name(one.person_id) or "", one.customers or 0) if one else None


def _customer(desk: Desk, slip: notices.CustomerAnswer) -> Card | None:
    customer = desk.customer(slip.customer_id)
    return desk.card(customer) if customer else None


def _several(desk: Desk, slip: notices.Several) -> Card | None:
    return seeing.choices(desk.tx, slip.query, slip.customer_ids, workspace_id=desk.workspace_id)


def _nobody(desk: Desk, slip: notices.NobodyCalled) -> Card | None:
    return cards.ChoicesCard(slip.query, ())


def _shown(desk: Desk, slip: notices.Shown) -> Card | None:
    return showing.shown_card(desk.tx, slip.what, workspace_id=desk.workspace_id, asker=desk.reader, now=desk.now)


def _line(desk: Desk, slip: notices.LineHeard) -> Card | None:
    return cards.LineCard(slip.name, slip.rest)


def _let_go(desk: Desk, slip: notices.LetGoOffered) -> Card | None:
    customer = desk.customer(slip.customer_id)
    return cards.LetGoCard(customer, customer.owner_id == desk.reader.person_id, slip.why) if customer else None


def _customer_shared(desk: Desk, slip: notices.CustomerShared) -> Card | None:
    customer = desk.customer(slip.customer_id)
    if customer is None or customer.state == CustomerState.ARCHIVED:
        return None
    anybody = Person(desk.workspace_id, "", "")  # a member who has no hand in it: what they may see, all may
    card = seeing.card(desk.tx, customer, workspace_id=desk.workspace_id, asker=anybody, now=desk.now)
    return cards.SharedCard(replace(card, complaints=(), last_outcome=None, queue=None), desk.name(slip.by) or "")


def _word(desk: Desk, slip: notices.Word) -> Card | None:
    if slip.code == "planned":
        plan = followups.followup(desk.tx, workspace_id=desk.workspace_id, followup_id=slip.about)
        return cards.PlanCard(plan) if plan else None
    return cards.WordCard(slip.code, slip.about)


def _declined(desk: Desk, slip: notices.Declined) -> Card | None:
    facts = dict(slip.facts)
    if "owner_id" in facts:
        facts["owner"] = desk.name(facts["owner_id"]) or ""
    return cards.DeclinedCard(slip.code, tuple(facts.items()))


def _team_log(desk: Desk, slip: notices.TeamLog) -> Card | None:
    activity = activities.activity(desk.tx, workspace_id=desk.workspace_id, activity_id=slip.activity_id)
    customer = desk.customer(activity.customer_id) if activity else None
    if activity is None or activity.withdrawn or customer is None or customer.owner_id != desk.reader.person_id:
        return None
    return cards.TeamLogCard(activity, customer, desk.name(activity.author_id) or "")


def _deal_kept(desk: Desk, slip: notices.DealKept) -> Card | None:
    return deal_seeing.deal_card(
        desk.tx, workspace_id=desk.workspace_id, deal_id=slip.deal_id, version=slip.version, now=desk.now
    )


def _complaint(desk: Desk, slip: notices.ComplaintTold) -> Card | None:
    one = complaints.complaint(desk.tx, workspace_id=desk.workspace_id, complaint_id=slip.complaint_id)
    if one is None or (not one.is_open and slip.occasion != "resolved" and not desk.is_edit):
        return None
    return complaining.complaint_card(desk.tx, one, slip.occasion, workspace_id=desk.workspace_id)


def _morning(desk: Desk, slip: notices.MorningList) -> Card | None:
    today = seeing.day(desk.tx, workspace_id=desk.workspace_id, person=desk.reader, now=desk.now)
    if _is_over(desk, slip.day):
        return None
    return today if today.due or today.overdue or today.expiring else None


def _is_over(desk: Desk, day: date) -> bool:
    """What was meant for a morning and could not be sent that day is not sent the next: another comes by itself."""
    return not desk.is_edit and day < WorkCalendar(desk.reader.zone).local_date(desk.now)


def _digest(desk: Desk, slip: notices.DailyDigest) -> Card | None:
    if _is_over(desk, slip.day):
        return None
    return digesting.digest(
        desk.tx, workspace_id=desk.workspace_id, manager=desk.reader, day=slip.day, now=desk.now, again=desk.is_edit
    )


def _welcome(desk: Desk, slip: notices.Welcome) -> Card | None:
    return cards.WelcomeCard(desk.reader.role.value)


def _home(desk: Desk, slip: notices.Home) -> Card | None:
    return home(desk)


def _nudge(desk: Desk, slip: notices.Nudge) -> Card | None:
    return adoption.nudge_card(desk.tx, slip, workspace_id=desk.workspace_id, reader=desk.reader, now=desk.now)


def _undeliverable(desk: Desk, slip: notices.Undeliverable) -> Card | None:
    return cards.UndeliverableCard(desk.name(slip.person_id) or slip.person_id, slip.why)


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.Erased: _erased,
    notices.Receipt: _receipt,
    notices.WhichCustomer: _question,
    notices.ForWhom: _for_whom,
    notices.SeveralNotes: _preview,
    notices.Transcribing: _transcribing,
    notices.ImportFile: _import,
    notices.LargeExport: _large_export,
    notices.CustomerAnswer: _customer,
    notices.Several: _several,
    notices.NobodyCalled: _nobody,
    notices.Shown: _shown,
    notices.LetGoOffered: _let_go,
    notices.LineHeard: _line,
    notices.CustomerShared: _customer_shared,
    notices.Word: _word,
    notices.Declined: _declined,
    notices.MorningList: _morning,
    notices.DailyDigest: _digest,
    notices.DealKept: _deal_kept,
    notices.ComplaintTold: _complaint,
    notices.TeamLog: _team_log,
    notices.Welcome: _welcome,
    notices.Nudge: _nudge,
    notices.Home: _home,
    notices.Undeliverable: _undeliverable,
}
