"""The form of a deal as it comes back, and what in it can't be taken."""

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from crm.deals import Terms
from handlers.kit.desk import FormErrors
from handlers.kit.ids import DEAL_STAGE
from handlers.kit.payloads import Form, about
from handlers.kit.speech import Speech
from handlers.log.payload import read_amount

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
    values, opened = form.values, about(form.metadata)
    amount, written = read_amount(values.get("amount"), speech)
    terms = Terms(
        name=(values.get("name") or "").strip() or None,
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
    return FilledDeal(terms, values.get("customer"), opened.get("deal"), int(opened.get("version") or 0))


def _probability(typed: str | None, speech: Speech) -> int | None:
    if not typed or not typed.strip():
        return None
    figure = normalize("NFKC", typed).strip().removesuffix("%").strip()
    if not (figure.isascii() and figure.isdigit() and int(figure) <= 100):
        raise FormErrors(probability=speech.t("Write a whole number from 0 to 100."))
    return int(figure)


def _day(picked: str | None) -> date | None:
    return date.fromisoformat(picked) if picked else None
