"""Cards become messages: which view words which card."""

from typing import Any

from crm import cards
from crm.cards import measures, reports
from crm.cards.grades import GradesCard
from crm.merging import Merged
from handlers.adoption import view as adoption
from handlers.away import view as away
from handlers.co_owners import view as co_owners
from handlers.complaints import view as complaints
from handlers.deals import view as deals
from handlers.dibs import help as dibs_help
from handlers.dibs import view as dibs
from handlers.digests import view as digests
from handlers.digests.day import digest
from handlers.digests.quarter import quarter
from handlers.digests.week import week
from handlers.dm_note import view as dm_note
from handlers.dm_note.receipt import receipt
from handlers.downtime import view as downtime
from handlers.erasing import view as erasing
from handlers.expiry import first_touch
from handlers.expiry import view as expiry
from handlers.exports import view as exports
from handlers.finance.view import report as finance
from handlers.grades.view import grades
from handlers.home import view as home
from handlers.home import welcome
from handlers.imports import view as imports
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.leads import view as leads
from handlers.locks import view as locks
from handlers.measures.forecast import forecast
from handlers.measures.funnel import funnel
from handlers.measures.odd import odd
from handlers.merging import view as merging
from handlers.plans import view as plans
from handlers.pool import view as pool
from handlers.reassign import together
from handlers.reassign import view as reassign
from handlers.reports.people import people
from handlers.reports.sources import sources
from handlers.reports.value import value
from handlers.rollout import view as rollout
from handlers.rules import view as rules
from handlers.several import view as several
from handlers.sharing import view as sharing
from handlers.spot_checks import view as spot_checks
from handlers.who import view as who

VIEWS: dict[type, Any] = {
    cards.ReceiptCard: receipt,
    cards.QuestionCard: dm_note.question,
    cards.ForWhomCard: dm_note.for_whom,
    cards.PreviewCard: several.preview,
    cards.VoiceCard: dm_note.voice_clip,
    cards.ImportCard: imports.imported,
    cards.LargeExportCard: exports.large,
    cards.ChoicesCard: dm_note.choices,
    cards.WordCard: dm_note.word,
    cards.DeclinedCard: dm_note.declined,
    cards.PlanCard: dm_note.planned,
    cards.UndeliverableCard: dm_note.undeliverable,
    cards.CustomerCard: who.card,
    cards.SharedCard: sharing.shared,
    cards.ReminderCard: plans.reminder,
    cards.WarningCard: expiry.warning,
    cards.UntouchedCard: first_touch.untouched,
    cards.PooledCard: expiry.pooled,
    cards.TimeRequestCard: expiry.time_request,
    cards.LeaveCard: away.leave,
    Merged: merging.merged,
    cards.ComplaintCard: complaints.complaint,
    cards.JoinCard: co_owners.join,
    cards.TeamLogCard: co_owners.team_log,
    cards.LeadCard: leads.told,
    cards.StepCard: leads.step,
    cards.LockCard: locks.lock,
    cards.SpotChecksCard: spot_checks.checks,
    cards.SpotRejectedCard: spot_checks.rejected,
    cards.ShadowWeekCard: rollout.shadow_week,
    cards.ErasedCard: erasing.erased,
    cards.TeamClockCard: rollout.switched,
    cards.DaysBackCard: downtime.days_back,
    cards.HaltedCard: expiry.halted,
    cards.ReassignmentsCard: reassign.reassignments,
    cards.BriefCard: reassign.brief,
    cards.MovedOnCard: reassign.moved_on,
    cards.QueuedCard: pool.queued,
    cards.FreedCard: pool.freed,
    cards.RestsCard: pool.rests,
    cards.HandoverAskCard: pool.owner_asked,
    cards.BatchCard: together.batch,
    cards.BriefsCard: together.briefs,
    cards.MovedOnsCard: together.moved_ons,
    cards.LetGoCard: expiry.let_go,
    cards.LineCard: dibs.line_heard,
    cards.PoolCard: pool.pool,
    cards.MineCard: dibs.mine,
    cards.ExpiringCard: dibs.expiring,
    cards.TodayCard: dibs.today,
    cards.HelpCard: dibs_help.help_,
    cards.DayCard: digests.morning,
    cards.DigestCard: digest,
    GradesCard: grades,
    measures.FunnelCard: funnel,
    measures.ForecastCard: forecast,
    reports.OddCard: odd,
    cards.PeopleCard: people,
    cards.ValueCard: value,
    cards.SourcesCard: sources,
    cards.FinanceCard: finance,
    reports.WeekCard: week,
    reports.QuarterCard: quarter,
    cards.DealCard: deals.kept,
    cards.DealsCard: deals.deals,
    cards.WelcomeCard: welcome.welcome,
    cards.NudgeCard: adoption.nudge,
    cards.ProposalCard: rules.proposal,
    cards.RecountCard: rules.recount,
}


def word(card: object, speech: Speech) -> Message:
    """The message of a card. Raises KeyError for a card no view words."""
    message: Message = VIEWS[type(card)](card, speech)
    return message


def word_home(card: cards.HomeCard, speech: Speech) -> dict[str, Any]:
    return home.home(card, speech)
