"""Whose inquiry is it? Certain of one customer, certain of none, or a question for a manager: nothing is guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phonenumbers import NumberParseException, parse

from crm.leads.lead import Lead

MOST_CANDIDATES = 3
CERTAIN = frozenset({"name", "mail", "phone", "domain"})


@dataclass(frozen=True, slots=True)
class Alike:
    """A customer an inquiry may be of, and by what: name (or another name), mail, phone, domain; near (a name close to
    it), neighbour (a contact with an address of the same firm)."""

    customer_id: str
    by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """`kind`: new, known (then one id), unsure (then the likeliest first)."""

    kind: str
    customer_ids: tuple[str, ...] = ()


def match(lead: Lead, found: Sequence[Alike]) -> Match:
    """One customer that has the very name, address, number or domain is it, unless the inquiry gives another firm's name:
    people change firms and keep their number. Two such customers, or a mere likeness, are a manager's to tell apart."""
    certain = [one for one in found if one.by & CERTAIN]
    if len(certain) == 1 and (lead.company is None or certain[0].by & {"name", "near"}):
        return Match("known", (certain[0].customer_id,))
    if not found:
        return Match("new")
    ordered = sorted(found, key=lambda one: (not one.by & CERTAIN, -len(one.by), one.customer_id))
    return Match("unsure", tuple(one.customer_id for one in ordered[:MOST_CANDIDATES]))


def gathered(pairs: Sequence[tuple[str, str]]) -> tuple[Alike, ...]:
    """(customer, by what), as it was found, made one row a customer."""
    by: dict[str, set[str]] = {}
    for customer_id, what in pairs:
        by.setdefault(customer_id, set()).add(what)
    return tuple(Alike(customer_id, frozenset(whats)) for customer_id, whats in by.items())


def dialled(phone: str) -> frozenset[str]:
    """The digits under which the same number may be kept: with and without its country, a trunk zero, 00 before it."""
    bare = re.split(r"(?:x|ext\.?|转)", phone, maxsplit=1, flags=re.I)[0]
    digits = re.sub(r"\D", "", bare)
    if len(digits) < 6:
        return frozenset({digits} - {""})
    home = {digits.lstrip("0")}
    for country in (None, "CN", "US"):
        try:
            read = parse(bare, country)
        except NumberParseException:
            continue
        national = str(read.national_number)
        home |= {national, f"{read.country_code}{national}"}
    return frozenset({digits} | home | {f"0{one}" for one in home} | {f"00{one}" for one in home})
