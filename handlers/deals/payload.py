"""The form of a deal as it comes back, and what in it can't be taken."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crm.deals import MOST_MONEY, Terms
from crm.reading.deal import amount_in
from handlers.kit.desk import FormErrors
from handlers.kit.ids import DEAL_STAGE
from handlers.kit.payloads import Form
from handlers.kit.speech import Speech

FIELD_OF = {"unknown_person": "owner", "no_stage": DEAL_STAGE.id(), "why_lost": "lost_reason"}


@dataclass(frozen=True)
class FilledDeal:
    """`deal_id` and `version` of the deal that was opened; none for a new one with `customer_id`."""

    terms: Terms
    customer_id: str | None
    deal_id: str | None
    version: int


def read_form(form: Form, speech: Speech) -> FilledDeal:
    """Raises FormErrors, each at its field."""
    values, about = form.values, json.loads(form.metadata or "{}")
    amount, written = _amount(values.get("amount"), speech)
    terms = Terms(
        name=values.get("name"),
        stage=values.get("stage"),
        amount=amount,
        currency=written or values.get("currency"),
        close_on=_day(values.get("close_on")),
        probability=_probability(values.get("probability"), speech),
        owner_id=values.get("owner"),
        lost_reason=values.get("lost_reason"),
        competitor=values.get("competitor"),
        contract_end=_day(values.get("contract_end")),
        helpers=tuple(filter(None, (values.get("helpers") or "").split(","))),
        whole=True,
    )
    if terms.stage == "lost" and terms.lost_reason is None and "lost_reason" in values:
        raise FormErrors(lost_reason=speech.t("Choose why it was lost."))
    return FilledDeal(terms, values.get("customer"), about.get("deal"), int(about.get("version") or 0))


def _amount(typed: str | None, speech: Speech) -> tuple[Decimal | None, str | None]:
    """Figures as people write them: 50000, 50k, 5万, $50,000."""
    if not typed or not typed.strip():
        return None, None
    found = amount_in(typed)
    if found is None or not 0 <= found[0] < MOST_MONEY:
        raise FormErrors(amount=speech.t("Write the amount in figures, such as 12000 or 50k."))
    return found


def _probability(typed: str | None, speech: Speech) -> int | None:
    if not typed or not typed.strip():
        return None
    figure = typed.strip().removesuffix("%").removesuffix("％").strip()
    if not (figure.isascii() and figure.isdigit() and int(figure) <= 100):
        raise FormErrors(probability=speech.t("Write a whole number from 0 to 100."))
    return int(figure)


def _day(picked: str | None) -> date | None:
    return date.fromisoformat(picked) if picked else None
