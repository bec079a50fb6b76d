"""What one message says, and to whom it is answered: read once, against the workspace's names, in its author's zone."""

from datetime import datetime, time
from functools import cached_property

from sqlalchemy import Connection

from crm.activities import Entry
from crm.calendar import WorkCalendar
from crm.customers import Customer
from crm.deals import reason_code
from crm.notices import Notice
from crm.notices.conversation import Receipt
from crm.people import Person, Workspace
from crm.reading import Reading, ReadingContext, When, read_note
from crm.reading.people import may_be_a_firm
from crm.refusal import Refusal
from operations import mail
from operations.hearing.handles import with_mentions
from operations.hearing.heard import RECENT, Heard
from operations.hearing.plain_words import plain_words
from operations.members import local, meet
from operations.office import Office
from storage import activities, customers, people


class Understanding:
    """One message inside one transaction: its words, its author, and what was read in them."""

    def __init__(self, office: Office, tx: Connection, heard: Heard, now: datetime) -> None:
        self.office, self.tx, self.heard, self.now = office, tx, heard, now
        self.workspace_id = heard.workspace_id
        self.author: Person = meet(tx, workspace_id=heard.workspace_id, person_id=heard.person_id)
        self.workspace: Workspace = people.workspace(tx, workspace_id=heard.workspace_id)
        self._reading: Reading | None = None

    @property
    def reading(self) -> Reading:
        if self._reading is None:
            index = self.office.directory.index(self.workspace_id)
            self._reading = read_note(self._words, customers=index, context=self._context)
        return self._reading

    @cached_property
    def _words(self) -> str:
        """What was written, people in it as the mentions Slack makes of them."""
        return with_mentions(self.tx, self.heard.text, workspace_id=self.workspace_id, by=self.author)

    @cached_property
    def _only_rep(self) -> str | None:
        """Whom an assistant writes for where their team has one rep only."""
        if not self.author.writes_for_others:
            return None
        reps = people.reps(self.tx, workspace_id=self.workspace_id, team_id=self.author.team_id)
        return reps[0].person_id if len(reps) == 1 else None

    def new_name(self) -> str | None:
        """What a new customer would be called. "Called Hooli, …" names somebody unknown: it may well be a firm."""
        match = self.reading.customer
        if match.is_new or match.candidates:
            return match.name or match.phrase or None
        somebody = self.reading.contact
        return somebody if somebody and match.customer_id is None and may_be_a_firm(somebody) else None

    def clear_choice(self) -> str | None:
        """Whose note it is, where the words leave no doubt: a customer's id, or "new" where they say so."""
        match = self.reading.customer
        return match.customer_id or ("new" if match.is_new and self.reading.forces_new else None)

    def entry(self) -> Entry:
        reading, heard = self.reading, self.heard
        people = [name for name in reading.contacts if name != self.new_name()]
        return Entry(
            kind=reading.kind or "note",
            outcome=plain_words(self.tx, heard.text, workspace_id=self.workspace_id),
            happened_at=self._happened_at(),
            contact=people[0] if people else None,
            contacts=tuple(people),
            phone=reading.phone,
            email=reading.email,
            no_answer=reading.no_answer,
            amount=reading.amount,
            currency=(reading.currency or self.workspace.currency) if reading.amount is not None else None,
            stage_hint=reading.stage_hint,
            competitor=(reading.competitor or "")[:200] or None,
            lost_reason=reason_code(reading.lost_reason),
            source=reading.source,
            hears="complaint" if reading.complaint else "promise" if reading.promise else None,
            on_behalf_of=reading.on_behalf_of or heard.on_behalf_of or self._only_rep,
            follow_up_at=self.instant(reading.follow_up) if reading.follow_up else None,
            next_step=reading.next_step,
            links=heard.links,
        )

    def receipt(self, activity_id: str, *, is_new: bool = False) -> Receipt:
        """Of a log of these words."""
        when = self.reading.follow_up
        other = self.instant(when.other) if when and when.other else None
        unclear = self.reading.next_step or "?" if self.reading.needs_date and not when else None
        days = tuple(self.instant(day) for day in self.reading.days) if unclear else ()
        return Receipt(activity_id, is_new=is_new, other_due=other, unclear_date=unclear, days=days)

    def instant(self, when: When) -> datetime:
        """The UTC instant of a local reading; a day without a time is when their work begins."""
        return WorkCalendar(self.author.zone).at(when.date, when.time or self.author.morning)

    def known(self, customer_id: str) -> Customer:
        found = customers.customer(self.tx, workspace_id=self.workspace_id, customer_id=customer_id)
        if found is None or found.state == "archived":
            raise Refusal("no_customer")
        return found

    def say(self, notice: Notice) -> None:
        if self.heard.private:
            mail.post(self.tx, notice, workspace_id=self.workspace_id, to=self.author.person_id, now=self.now)
        else:
            mail.whisper(
                self.tx,
                notice,
                workspace_id=self.workspace_id,
                channel=self.heard.channel,
                person_id=self.author.person_id,
                thread_ts=self.heard.thread_ts,
                now=self.now,
            )

    def _happened_at(self) -> datetime:
        """When it happened: when it was written, unless the note names an earlier day. Slack's clock may be a little
        ahead of ours, and nothing written lies in the future."""
        written, past = min(self.heard.sent_at, self.now), self.reading.happened_on
        if past is None:
            return written
        return min(WorkCalendar(self.author.zone).at(past.date, past.time or time(12)), written)

    @cached_property
    def _context(self) -> ReadingContext:
        own = customers.owned_ids(self.tx, workspace_id=self.workspace_id, owner_id=self.author.person_id)
        recent = activities.recent_customers(
            self.tx, workspace_id=self.workspace_id, author_id=self.author.person_id, since=self.now - RECENT
        )
        return ReadingContext(
            now=local(self.heard.sent_at, self.author),
            date_order=self.workspace.date_order,
            default_currency=self.workspace.currency,
            own=own | recent,
        )
