"""Erasing a person: who may be meant, and what was done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Erasable:
    """Somebody who can be erased: a contact at a customer, (`person_id`) a colleague who has left, or (`lead_id`) somebody
    who only ever wrote an inquiry."""

    name: str
    customer: str = ""
    customer_id: str = ""
    contact_id: str = ""
    person_id: str = ""
    phone: str | None = None
    email: str | None = None
    lead_id: str = ""


@dataclass(frozen=True, slots=True)
class ErasedCard:
    """`changed`: how many entries named them."""

    changed: int
