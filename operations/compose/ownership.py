"""What is said when a customer changes hands, and of those who wait for one or join in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from crm import cards
from crm.notices import ownership as notices
from operations.assigning import asking_owner, compose_moves
from operations.assigning import waiting as queues
from operations.compose.desk import Card, Desk
from operations.customers import co_owning, merge_steps
from operations.figures import credit_booking, grading
from storage import claims, customers


def _gone(desk: Desk, slip: notices.GoneToPool) -> Card | None:
    taken = claims.swept_at(desk.tx, workspace_id=desk.workspace_id, owner_id=desk.reader.person_id, at=slip.swept_at)
    return (
        cards.PooledCard(customers.customers(desk.tx, workspace_id=desk.workspace_id, customer_ids=taken))
        if taken
        else None
    )


def _reassignments(desk: Desk, slip: notices.ReassignmentAsked) -> Card | None:
    card = compose_moves.reassignments_card(
        desk.tx, slip.asked_first or desk.reader.person_id, slip.opened_at, workspace_id=desk.workspace_id
    )
    if not desk.is_edit and card.together is not None and not card.together.open:
        return None
    return replace(card, late_manager=desk.name(slip.asked_first))


def _handed_over(desk: Desk, slip: notices.HandedOver) -> Card | None:
    return compose_moves.brief_card(desk.tx, slip.customer_id, slip.epoch, **desk.to_reader)


def _handed_over_together(desk: Desk, slip: notices.HandedOverTogether) -> Card | None:
    return compose_moves.briefs_card(desk.tx, slip.batch_id, **desk.to_reader)


def _moved_on(desk: Desk, slip: notices.MovedOn) -> Card | None:
    customer = desk.customer(slip.customer_id)
    new_owner = desk.name(customer.owner_id) if customer else None
    if customer is None or new_owner is None:
        return None
    stays = credit_booking.stays(desk.tx, customer, desk.reader, workspace_id=desk.workspace_id, now=desk.now)
    return cards.MovedOnCard(customer, new_owner, stays)


def _grades(desk: Desk, slip: notices.GradesSuggested) -> Card | None:
    return grading.card(desk.tx, workspace_id=desk.workspace_id, manager_id=slip.manager_id, month=slip.month)


def _moved_on_together(desk: Desk, slip: notices.MovedOnTogether) -> Card | None:
    return compose_moves.moved_ons_card(desk.tx, slip.batch_id, workspace_id=desk.workspace_id, reader=desk.reader)


def _batch(desk: Desk, slip: notices.BatchTold) -> Card | None:
    return compose_moves.batch_card(desk.tx, slip.batch_id, workspace_id=desk.workspace_id)


def _rests(desk: Desk, slip: notices.Rests) -> Card | None:
    customer = desk.customer(slip.customer_id)
    return cards.RestsCard(customer) if customer and customer.owner_epoch == slip.epoch else None


def _queued(desk: Desk, slip: notices.Queued) -> Card | None:
    return queues.queued_card(desk.tx, slip, workspace_id=desk.workspace_id, person_id=desk.reader.person_id)


def _freed(desk: Desk, slip: notices.CustomerFreed) -> Card | None:
    card = queues.freed_card(desk.tx, slip.customer_id, slip.epoch, slip.known_as, workspace_id=desk.workspace_id)
    return None if card and card.gone and not desk.is_edit else card


def _owner_asked(desk: Desk, slip: notices.HandoverAsked | notices.HandoverAnswered) -> Card | None:
    to_asker = isinstance(slip, notices.HandoverAnswered)
    return asking_owner.ask_card(desk.tx, slip.ask_id, workspace_id=desk.workspace_id, to_asker=to_asker)


def _merged(desk: Desk, slip: notices.MergeTold) -> Card | None:
    return merge_steps.merged_card(desk.tx, slip.merge_id, workspace_id=desk.workspace_id)


def _join(desk: Desk, slip: notices.JoinAsked | notices.JoinAnswered) -> Card | None:
    to_owner = isinstance(slip, notices.JoinAsked)
    card = co_owning.join_card(
        desk.tx, slip.customer_id, slip.person_id, workspace_id=desk.workspace_id, to_owner=to_owner
    )
    return card if card and (card.state == "asked" or not to_owner or desk.is_edit) else None


COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    notices.GoneToPool: _gone,
    notices.ReassignmentAsked: _reassignments,
    notices.HandedOver: _handed_over,
    notices.MovedOn: _moved_on,
    notices.GradesSuggested: _grades,
    notices.BatchTold: _batch,
    notices.Rests: _rests,
    notices.Queued: _queued,
    notices.CustomerFreed: _freed,
    notices.HandoverAsked: _owner_asked,
    notices.HandoverAnswered: _owner_asked,
    notices.HandedOverTogether: _handed_over_together,
    notices.MovedOnTogether: _moved_on_together,
    notices.MergeTold: _merged,
    notices.JoinAsked: _join,
    notices.JoinAnswered: _join,
}
