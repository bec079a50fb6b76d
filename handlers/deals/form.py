"""The form of a deal, as it opens."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from crm.deals import LOST_REASONS, Deal, Stages
from handlers.deals.words import stage_label
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    date_picker,
    external_select,
    input_,
    modal,
    option,
    select,
    text_input,
    users_select,
)
from handlers.kit.speech import Speech
from handlers.log.view import CURRENCIES


@dataclass(frozen=True)
class DealForm:
    """What stands in the form: a deal to change, or a new one with a customer that is set or to be searched. `stage` is
    the one that was asked for."""

    stages: Stages
    deal: Deal | None = None
    names: Mapping[str, str] | None = None
    customer: tuple[str, str] | None = None
    stage: str | None = None
    currency: str | None = None


def deal_form(about: DealForm, speech: Speech) -> Block:
    """Why it was lost is asked where it is, and until when the contract runs where it is won."""
    t, deal = speech.t, about.deal
    stage = about.stage or (deal.stage if deal else about.stages.all[0].code)
    stages = [option(stage_label(one, speech), one.code) for one in about.stages.all]
    currencies = [option(code, code) for code in CURRENCIES]
    name = deal.name if deal and deal.name != deal.customer_name else None
    amount = f"{deal.amount.normalize():f}" if deal and deal.amount is not None else None
    chance = str(deal.probability) if deal and deal.probability is not None else None
    blocks = [
        *_customer(about, speech),
        input_(t("What it is about"), "name", text_input(name, most=200), optional=True),
        input_(t("Stage"), ids.DEAL_STAGE.id(), select(stages, stage), heard=True),
        *_how_it_ended(about, stage, speech),
        input_(t("Amount"), "amount", text_input(amount, most=20), optional=True),
        input_(
            t("Currency"), "currency", select(currencies, (deal and deal.currency) or about.currency), optional=True
        ),
        input_(t("Expected to close on"), "close_on", date_picker(deal.close_on if deal else None), optional=True),
        input_(
            t("Probability in %"),
            "probability",
            text_input(chance, most=5),
            hint=t("Leave empty to take the stage's."),
            optional=True,
        ),
        input_(t("Owner"), "owner", _owner(about, speech), optional=True),
        input_(t("Who helps"), "helpers", users_select(deal.helpers if deal else ()), optional=True),
        input_(t("Competitor"), "competitor", text_input(deal.competitor if deal else None, most=200), optional=True),
    ]
    heading = t("Edit the deal") if deal else t("New deal")
    metadata = json.dumps({"deal": deal.deal_id, "version": deal.version} if deal else {"customer": about.customer})
    return modal(heading, t("Save"), t("Cancel"), blocks, callback_id=ids.DEAL_FORM, metadata=metadata)


def _how_it_ended(about: DealForm, stage: str, speech: Speech) -> list[Block]:
    t, deal = speech.t, about.deal
    if stage == about.stages.lost.code:
        reasons = [option(words.lost_reason(speech, one), one) for one in LOST_REASONS]
        known = deal.lost_reason if deal else None
        return [input_(t("Why it was lost"), "lost_reason", select(reasons, known))]
    if stage != about.stages.won.code:
        return []
    hint = t("The customer stays yours until some time after that day.")
    ends = date_picker(deal.contract_end if deal else None)
    return [input_(t("The contract runs until"), "contract_end", ends, hint=hint, optional=True)]


def _customer(about: DealForm, speech: Speech) -> list[Block]:
    """A deal stays with its customer; a new one needs one."""
    if about.deal:
        return []
    chosen = option(about.customer[1], about.customer[0]) if about.customer else None
    picker = external_select(ids.PICK_CUSTOMER, chosen, placeholder=speech.t("Search by name"))
    return [input_(speech.t("Customer"), "customer", picker)]


def _owner(about: DealForm, speech: Speech) -> Block:
    owner_id = about.deal.owner_id if about.deal else None
    name = (about.names or {}).get(owner_id or "")
    chosen = option(name, owner_id) if owner_id and name else None
    return external_select(ids.PICK_REP, chosen, placeholder=speech.t("Search by name"))
