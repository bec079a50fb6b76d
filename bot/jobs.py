"""What a process does again and again, all in one table. Each job finds out itself what is due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot import people_book
from bot.installed import drop_revoked
from bot.voice import read_transcripts
from operations import installing, tidying
from operations.assigning import batching, escalating, leaving, opening
from operations.clock import expiry, first_touches, recounting, ruling, shadowing, spot_checks, warning
from operations.customers import complaining, erasing, plans
from operations.figures import digesting, grading, reporting
from scheduler.timetable import Job

if TYPE_CHECKING:
    from bot.app import Dibs

HOUR_SECONDS = 3600
DAY_SECONDS = 24 * HOUR_SECONDS


def jobs_of(dibs: Dibs) -> list[Job]:
    """The jobs of one process, in the order in which a tick takes them."""
    office, listening = dibs.office, dibs.pulse.listening
    return [
        Job("pulse", 10, dibs.pulse.beat),
        Job("reminders", 1, lambda now: plans.remind_due(office, now=now)),
        Job("recounts", 1, lambda now: recounting.recount_due(office, now=now)),
        Job("proposals", 1, lambda now: ruling.count_proposals(office, now=now)),
        Job("warnings", 1, listening(lambda now: warning.warn_due(office, now=now))),
        Job("sweep", 1, listening(lambda now: expiry.sweep_due(office, now=now))),
        Job("complaints", 1, lambda now: complaining.chase_due(office, now=now)),
        Job("first touches", 5, lambda now: first_touches.ask_after_touches(office, now=now)),
        Job("decisions", 5, lambda now: escalating.escalate_due(office, now=now)),
        Job("resting", 5, lambda now: opening.wake_due(office, now=now)),
        Job("queues", 5, lambda now: opening.tell_waiting(office, now=now)),
        Job("batches", 1, lambda now: batching.run_batches(office, now=now)),
        Job("mornings", 5, lambda now: digesting.send_mornings(office, now=now)),
        Job("reports", 20, lambda now: reporting.send_reports(office, now=now)),
        Job("grades", 20, lambda now: grading.suggest_grades(office, now=now)),
        Job("confirmed grades", 2, lambda now: grading.carry_out(office, now=now)),
        Job("spot checks", 60, lambda now: spot_checks.send_spot_checks(office, now=now)),
        Job("erasures", 5, lambda now: erasing.erase_due(office, now=now)),
        Job("shadow weeks", 60, lambda now: shadowing.send_shadow_weeks(office, now=now)),
        Job("strangers", 5, lambda now: people_book.read_strangers(dibs.client_of, office, now=now)),
        Job("leavers", 5, lambda now: leaving.freeze_leavers(office, now=now)),
        Job("voice", 1, lambda now: read_transcripts(dibs.client_of, office, now=now)),
        Job("directory", 5, lambda now: office.directory.catch_up(now=now)),
        Job("imports", 2, dibs.porter.carry_lists),
        Job("exports", 2, dibs.porter.send_exports),
        Job("people", DAY_SECONDS, dibs.read_people),
        *_of_many(dibs),
        Job("tidying", HOUR_SECONDS, lambda now: tidying.tidy(office, now=now)),
    ]


def _of_many(dibs: Dibs) -> list[Job]:
    """What only a Dibs of many workspaces does."""
    if not (many := dibs.many):
        return []
    office, kept = dibs.office, timedelta(days=dibs.settings.keep_days)
    return [
        Job("installations", 5, lambda now: many.catch_up()),
        Job("new workspaces", 5, dibs.read_new_workspaces),
        Job("still installed", HOUR_SECONDS, lambda now: drop_revoked(office, many, dibs.client_of, now=now)),
        Job("forgetting", 60, lambda now: installing.forget_removed(office, kept=kept, now=now)),
    ]
