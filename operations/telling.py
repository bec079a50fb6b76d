"""Saying something to a person that is not about one change: a refusal, a word of help, a message nobody gets."""

from datetime import datetime

from sqlalchemy import Connection

from crm.notices import Notice
from crm.notices.conversation import Declined, Undeliverable
from crm.people import Role
from crm.refusal import Refusal
from operations import mail
from operations.office import Office
from storage import people
from storage.outbox import Letter

TOLD_OTHERWISE = ("Undeliverable", "CustomerShared")  # nobody to tell, or who shared was told


def decline(office: Office, *, workspace_id: str, person_id: str, refusal: Refusal, now: datetime) -> None:
    """Tell a refusal in the DM, where an ack can't."""
    facts = tuple((key, str(value)) for key, value in refusal.facts.items())
    tell(office, Declined(refusal.code, facts), workspace_id=workspace_id, person_id=person_id, now=now)


def tell(office: Office, notice: Notice, *, workspace_id: str, person_id: str, now: datetime) -> None:
    with office.database.begin() as tx:
        mail.post(tx, notice, workspace_id=workspace_id, to=person_id, now=now)


def report_dead(tx: Connection, letter: Letter, why: str, now: datetime) -> None:
    """A letter nobody will get: the admins hear of it, once a person and reason. Called as the letter is marked dead."""
    if (
        letter.kind in ("Undeliverable", "CustomerShared") or letter.method != "chat.postMessage"
    ):  # an edit may be of what was deleted
        return
    for one in people.people(tx, workspace_id=letter.workspace_id):
        if one.role == Role.ADMIN and one.person_id != letter.person_id:
            slip = Undeliverable(letter.person_id or letter.to, why)
            key = f"dead:{letter.person_id}:{why}:{one.person_id}"[:250]
            mail.post(tx, slip, workspace_id=letter.workspace_id, to=one.person_id, now=now, key=key)
