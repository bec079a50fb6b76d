"""`dibs erase`: the same as `/dibs erase`, at the operator's desk, for a request that came by letter."""

import click

from bot.lists import Desk, desk
from bot.settings import Settings
from bot.tongue import ask
from crm.cards import Erasable
from crm.refusal import Refusal
from handlers.operator import view
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
            click.echo(view.to_erase(one, at.speech))
        if not yes:
            ask(view.shall_they_go(at.speech), at.speech)
        for one in chosen:
            _erase(at, one)
        erasing.erase_due(at.office, now=at.clock())
        click.echo(view.erased(at.speech))


def _erase(at: Desk, one: Erasable) -> None:
    who = {"workspace_id": at.person.workspace_id, "actor_id": at.person.person_id}
    if one.person_id:
        erasing.erase_colleague(at.office, **who, person_id=one.person_id, now=at.clock())
    elif one.lead_id:
        erasing.erase_inquirer(at.office, **who, lead_id=one.lead_id, now=at.clock())
    else:
        of = {"customer_id": one.customer_id, "contact_id": one.contact_id}
        erasing.erase_contact(at.office, **who, **of, now=at.clock())
