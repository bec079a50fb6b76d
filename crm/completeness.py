"""What must be known of a customer at its stage, and what of it is missing.

The further a deal has come, the more is needed: first somebody to speak with and a next step, then a way to reach them and
where they came from, then what it is worth, then when it should close. Stages are told by their probability, so that a
workspace's own list needs no table of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crm.customers import Contact
from crm.deals import Deal, Stages
from crm.measures import Share

Need = Literal["contact", "next_step", "reach", "source", "amount", "close_on"]
FROM: dict[Need, int] = {  # needed from a stage of this probability on, in per cent; the order is that of asking
    "contact": 0,
    "next_step": 0,
    "amount": 30,
    "close_on": 50,
    "reach": 15,
    "source": 15,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a customer somebody owns. `deals`: the open ones; `has_number`: the firm's own phone."""

    customer_id: str
    customer_name: str
    owner_id: str
    source: str | None = None
    has_number: bool = False
    contacts: tuple[Contact, ...] = ()
    planned: bool = False
    deals: tuple[Deal, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing needed of a customer: whether it is there, and the deal or contact it belongs to."""

    customer_id: str
    customer_name: str
    need: Need
    there: bool
    about_id: str | None = None


def asked_of(known: Known, stages: Stages) -> Iterator[Asked]:
    """Everything its stage needs: once of the customer by its furthest open deal, of each deal its sum and day."""
    furthest = max((chance(deal, stages) for deal in known.deals), default=0)
    unreached = next((one.contact_id for one in known.contacts if not (one.phone or one.email)), None)
    reached = known.has_number or any(one.phone or one.email for one in known.contacts)
    of_customer: tuple[tuple[Need, bool, str | None], ...] = (
        ("contact", bool(known.contacts), None),
        ("next_step", known.planned, None),
        ("reach", reached, unreached),
        ("source", known.source is not None, None),
    )
    for need, there, about in of_customer:
        if furthest >= FROM[need]:
            yield Asked(known.customer_id, known.customer_name, need, there, about)
    for deal in known.deals:
        of_deal: tuple[tuple[Need, bool], ...] = (
            ("amount", deal.amount is not None),
            ("close_on", deal.close_on is not None),
        )
        for need, there in of_deal:
            if chance(deal, stages) >= FROM[need]:
                yield Asked(known.customer_id, known.customer_name, need, there, deal.deal_id)


def completeness(known: Iterable[Known], stages: Stages) -> Share:
    """What is there of all that is needed."""
    there = [one.there for customer in known for one in asked_of(customer, stages)]
    return Share(sum(there), len(there))


def missing(known: Sequence[Known], stages: Stages) -> list[Asked]:
    """What to mend, the furthest deals first; of one customer in the order of asking."""
    order = list(FROM)
    furthest = {one.customer_id: max((chance(deal, stages) for deal in one.deals), default=0) for one in known}
    gaps = [gap for one in known for gap in asked_of(one, stages) if not gap.there]
    return sorted(gaps, key=lambda gap: (-furthest[gap.customer_id], order.index(gap.need)))


def chance(deal: Deal, stages: Stages) -> int:
    """In per cent, by the stage alone: what somebody hopes for does not change what must be known."""
    stage = stages.of(deal.stage)
    return stage.probability if stage and stage.kind == "open" else 0
