"""What is said of inquiries."""

from collections.abc import Callable
from typing import Any

from crm import cards
from crm.notices import leads as notices
from operations.compose.desk import Card, Desk
from operations.in_and_out import inquiries


def _told(desk: Desk, slip: notices.LeadTold) -> Card | None:
    return inquiries.lead_card(desk.tx, slip.lead_id, workspace_id=desk.workspace_id, asks=False)


def _asked(desk: Desk, slip: notices.LeadAsked) -> Card | None:
    card = inquiries.lead_card(desk.tx, slip.lead_id, workspace_id=desk.workspace_id, asks=True)
    return card if card and (card.kept.state == "asked" or desk.is_edit) else None


def _step(desk: Desk, slip: notices.StepAnswered) -> Card | None:
    return cards.StepCard(slip.code, slip.facts, slip.outcome, slip.person_id)


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.LeadTold: _told,
    notices.LeadAsked: _asked,
    notices.StepAnswered: _step,
}
