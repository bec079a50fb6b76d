"""Steps inside a transaction: what was said of a plan is said anew when the plan changes."""

from datetime import datetime

from sqlalchemy import Connection

from crm.followups import FollowUp
from operations import mail
from operations.hearing.receipts import edit_receipt
from storage import letters


def retell(tx: Connection, plan: FollowUp, *, workspace_id: str, now: datetime) -> bool:
    """Edit the plan's reminder, its announcement and the receipt it stands on, where they were sent; draw the home again.

    False where there was no message to edit: the plan was only ever answered to a command."""
    said = [letters.keyed(tx, workspace_id=workspace_id, key=key) for key in (reminder_key(plan), plan_key(plan))]
    for letter in said:
        mail.edit_letter(tx, letter, now=now)
    if plan.activity_id:
        edit_receipt(tx, workspace_id=workspace_id, activity_id=plan.activity_id, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=plan.owner_id, now=now)
    return any(said) or plan.activity_id is not None


def plan_key(plan: FollowUp) -> str:
    return f"planned:{plan.followup_id}"


def reminder_key(plan: FollowUp) -> str:
    """One reminder for each date a plan was given."""
    return f"reminder:{plan.followup_id}:{plan.due_at.isoformat()}"
