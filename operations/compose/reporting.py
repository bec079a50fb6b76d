"""Cards of what a manager is told by the week and by the quarter."""

from collections.abc import Callable
from typing import Any

from crm import notices
from operations import reports
from operations.compose.desk import Card, Desk


def _to_manager(desk: Desk) -> dict[str, Any]:
    return {"workspace_id": desk.workspace_id, "manager": desk.reader, "now": desk.now}


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.WeeklyDigest: lambda desk, slip: reports.week(desk.tx, **_to_manager(desk), last=slip.last),
    notices.QuarterlyDigest: lambda desk, slip: reports.quarter(desk.tx, **_to_manager(desk), first=slip.first),
}
