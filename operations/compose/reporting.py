"""Cards of what a manager is told by the week and by the quarter."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from crm.notices import reporting as notices
from crm.refusal import Refusal
from operations.compose.desk import Card, Desk
from operations.figures import digesting, reports
from operations.figures.asking import COUNTS
from operations.figures.question import Asked, What, question


def _to_manager(desk: Desk) -> dict[str, Any]:
    return {"workspace_id": desk.workspace_id, "manager": desk.reader, "now": desk.now}


def _channel_week(desk: Desk, slip: notices.ChannelWeek) -> Card | None:
    """Whose language it is in no longer decides whose team it is about."""
    lead = replace(desk.reader, team_id=slip.team_id)
    card = reports.week(desk.tx, workspace_id=desk.workspace_id, manager=lead, last=slip.last, now=desk.now)
    return replace(card, in_channel=True)


def _figures(desk: Desk, slip: notices.FiguresAsked) -> Card | None:
    """What was asked for, if it is still theirs to see."""
    what = cast("What", slip.what)
    asked = Asked(slip.words, slip.person_id)
    try:
        of = question(desk.tx, workspace_id=desk.workspace_id, asker=desk.reader, what=what, asked=asked, now=desk.now)
    except Refusal:
        return None
    return COUNTS[what](of)


def _channel_day(desk: Desk, slip: notices.ChannelDay) -> Card | None:
    lead = replace(desk.reader, team_id=slip.team_id)
    card = digesting.digest(desk.tx, workspace_id=desk.workspace_id, manager=lead, day=slip.day, now=desk.now)
    return replace(card, in_channel=True)


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.FiguresAsked: _figures,
    notices.WeeklyDigest: lambda desk, slip: reports.week(
        desk.tx, **_to_manager(desk), last=slip.last, again=desk.is_edit
    ),
    notices.ChannelDay: _channel_day,
    notices.ChannelWeek: _channel_week,
    notices.QuarterlyDigest: lambda desk, slip: reports.quarter(desk.tx, **_to_manager(desk), first=slip.first),
}
