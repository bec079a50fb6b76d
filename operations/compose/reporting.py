"""Cards of what a manager is told by the week and by the quarter."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from crm import notices
from operations.compose.desk import Card, Desk
from operations.figures import reports


def _to_manager(desk: Desk) -> dict[str, Any]:
    return {"workspace_id": desk.workspace_id, "manager": desk.reader, "now": desk.now}


def _channel_week(desk: Desk, slip: notices.ChannelWeek) -> Card | None:
    """Whose language it is in no longer decides whose team it is about."""
    lead = replace(desk.reader, team_id=slip.team_id)
    card = reports.week(desk.tx, workspace_id=desk.workspace_id, manager=lead, last=slip.last, now=desk.now)
    return replace(card, in_channel=True)


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.WeeklyDigest: lambda desk, slip: reports.week(desk.tx, **_to_manager(desk), last=slip.last),
    notices.ChannelWeek: _channel_week,
    notices.QuarterlyDigest: lambda desk, slip: reports.quarter(desk.tx, **_to_manager(desk), first=slip.first),
}
