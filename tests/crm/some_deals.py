"""Deals by the steps they took, for the rules that judge one by itself."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from crm.deals import DEFAULT_STAGES, Deal, Stages
from crm.funnel import Span
from crm.measures import Rates

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
STAGES = Stages()
ALWAYS = Span(NOW - timedelta(days=999), NOW + timedelta(days=999))
RATES = Rates("CNY", {"USD": Decimal(7)})
CODES = [stage.code for stage in DEFAULT_STAGES]


def day(n: float) -> datetime:
    return NOW + timedelta(days=n)


def went(*steps: tuple[float, str], amount: int | None = 100, currency: str = "CNY") -> Deal:
    """A deal that took these steps, as it is after the last."""
    at, stage = day(steps[-1][0]), steps[-1][1]
    closed = at if stage in ("won", "lost") else None
    sum_, code = (Decimal(amount), currency) if amount is not None else (None, None)
    began = day(steps[0][0])
    return Deal("d", "c", "Acme", "Acme", stage, "U1", began, at, at, len(steps), sum_, code, closed_at=closed)
