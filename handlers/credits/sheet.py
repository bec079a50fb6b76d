"""Credits as rows of a sheet for finance: a line each, plain figures, texts harmless to a spreadsheet."""

import csv
from collections.abc import Iterable
from pathlib import Path

from crm.cards.credits import CreditLine
from crm.sheets import harmless
from handlers.kit.speech import Speech


def write_credits(path: Path, lines: Iterable[CreditLine], people: dict[str, str], speech: Speech) -> None:
    """With a byte order mark, or Excel misreads Chinese."""
    t = speech.t
    heading = (t("Day"), t("Person"), t("Customer"), t("Deal"), t("Kind"), t("Per cent"), t("Amount"), t("Currency"))
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow((*heading, t("Rule"), t("Deal number"), t("Invoiced to the customer"), t("Received from them")))
        for one in lines:
            of = one.credit
            row = (
                speech.local(of.at).date().isoformat(),
                harmless(people.get(of.person_id, of.person_id)),
                harmless(one.customer_name),
                harmless(one.deal_name),
                t("one-off") if of.kind == "one_off" else t("share"),
                of.percent or "",
                of.amount,
                of.currency,
                of.rule_version or "",
                of.deal_id,
                one.invoiced,
                one.received,
            )
            writer.writerow(row)
