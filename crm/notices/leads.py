"""Inquiries of people who asked for us."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeadTold:
    """To a customer's owner, or to a manager where nobody has it: somebody there has asked for us."""

    lead_id: str


@dataclass(frozen=True, slots=True)
class LeadAsked:
    """To a manager: whose is this inquiry?"""

    lead_id: str


@dataclass(frozen=True, slots=True)
class StepAnswered:
    """To Slack: how the step "Add a lead" of a workflow ended. `code`: of the refusal, empty where it was done; then
    `outcome` says what became of the inquiry (crm.leads.lead.OUTCOMES), and `person_id` who was told of it."""

    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    person_id: str = ""


Notice = LeadTold | LeadAsked | StepAnswered
