"""What each row of a list is about. Most headings tell; where they don't, the one who drops the list says so, and other
fields of it count: an invoice has a number and a due day, a call has an author and an outcome."""

from collections.abc import Sequence
from dataclasses import replace

from crm.activities import KINDS as TOUCHES
from crm.finance import KINDS as PAPERS
from crm.imports import FileReading
from crm.intake.fields import folded, recognised
from crm.intake.finance import PAPER, finance_found, is_finance, kind_of_numbers

CUSTOMER, ACTIVITY, DEAL = (
    "customer",
    "activity",
    "deal",
)  # `activity`, and PAPER: of several kinds, each row says which
ABOUTS = (CUSTOMER, ACTIVITY, *TOUCHES, DEAL, PAPER, *PAPERS)
_WHO = ("name", "owner", "owner_since", "contact", "first_name", "last_name", "phone", "email")
_OFFERED = {
    CUSTOMER: (
        *("name", "aliases", "owner", "owner_since", "grade", "source", "city", "industry", "created", "contact"),
        *("first_name", "last_name", "phone", "email", "outcome", "domain", "campaign", "firm_phone", "co_owners"),
        *("plan_due", "plan_step", "decision"),
    ),
    ACTIVITY: (
        *(*_WHO, "kind", "happened_at", "author", "with", "subject", "outcome", "amount", "currency", "done"),
        *("plan_due", "plan_step", "decision"),
    ),
    DEAL: (
        *(
            *_WHO,
            "deal",
            "deal_stage",
            "deal_status",
            "deal_amount",
            "deal_currency",
            "deal_close",
            "deal_owner",
            "deal_probability",
        ),
        *("deal_created", "deal_entered", "deal_ended", "deal_lost", "competitor", "contract_end", "decision"),
    ),
}


_SAID_BY = {
    **dict.fromkeys(("callnotes", "callstarttime", "calltitle", "calldate"), "call"),
    **dict.fromkeys(("meetingname", "meetingnotes", "meetingstarttime", "meetingdescription"), "meeting"),
    **dict.fromkeys(("emailsubject", "emailbody", "emailsenddate"), "email"),
}


def told_by(headings: Sequence[str]) -> str | None:
    """The one kind of thing that such headings are of, in other systems' lists of calls, of meetings or of e-mails."""
    kinds = {_SAID_BY[form] for heading in headings if (form := folded(heading)) in _SAID_BY}
    return kinds.pop() if len(kinds) == 1 and not {"kind", "deal"} & recognised(headings).keys() else None


def about_of(reading: FileReading) -> str:
    """One of ABOUTS: what was said, else what the columns tell."""
    columns = reading.reading.columns
    if reading.reading.about:
        return reading.reading.about
    if is_finance(reading):
        return kind_of_numbers(reading) or PAPER
    deals, touches = "deal" in columns, "happened_at" in columns
    return CUSTOMER if deals == touches else DEAL if deals else ACTIVITY


def offered(about: str) -> frozenset[str]:
    """The fields to ask about even where the list has no column that is known for one."""
    return frozenset(_OFFERED[ACTIVITY if about in TOUCHES else about])


def retold(reading: FileReading, about: str) -> FileReading:
    """The list as one of something else: what its headings tell of that."""
    if about == about_of(reading):
        return reading
    paper = about == PAPER or about in PAPERS
    columns = finance_found(reading.headings) if paper else recognised(reading.headings)
    return replace(reading, reading=replace(reading.reading, columns=columns, about=about))
