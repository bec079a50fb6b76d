"""`dibs erase`: the same as `/dibs erase`, at the operator's desk, for a request that came by letter."""

import click

from bot.lists import Desk, desk
from bot.settings import Settings
from crm.cards import Erasable
from crm.refusal import Refusal
from operations.customers import erasing


def erase(settings: Settings, named: str, who: str, customer: str | None, *, yes: bool) -> None:
    """Shows whom it would erase, asks, and takes out every trace before it ends."""
    with desk(settings, who) as at:
        found = erasing.find_person(
            at.office, workspace_id=at.person.workspace_id, actor_id=at.person.person_id, named=named
        )
        chosen = [one for one in found if customer is None or one.customer.casefold() == customer.casefold()]
        if not chosen:
            raise Refusal("erase_nobody", name=named)
        for one in chosen:
            click.echo(" · ".join(_shown(one)))
        if not yes:
            click.confirm("Erase for good?", abort=True)
        for one in chosen:
            _erase(at, one)
        erasing.erase_due(at.office, now=at.clock())
        click.echo("Erased. Older backups still hold it.")


def _shown(one: Erasable) -> list[str]:
    """Who it is and how they are reached, each word once."""
    said = (one.name, one.customer or ("inquiry" if one.lead_id else ""), one.phone, one.email)
    return list(dict.fromkeys(part for part in said if part))


def _erase(at: Desk, one: Erasable) -> None:
    who = {"workspace_id": at.person.workspace_id, "actor_id": at.person.person_id}
    if one.person_id:
        erasing.erase_colleague(at.office, **who, person_id=one.person_id, now=at.clock())
    elif one.lead_id:
        erasing.erase_inquirer(at.office, **who, lead_id=one.lead_id, now=at.clock())
    else:
        of = {"customer_id": one.customer_id, "contact_id": one.contact_id}
        erasing.erase_contact(at.office, **who, **of, now=at.clock())
