"""One message being understood inside one transaction: read, and then logged, asked about, answered or obeyed."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import cached_property

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.calendar import WorkCalendar
from crm.customers import Customer
from crm.deals import reason_code
from crm.drafts import Draft, DraftPart
from crm.notices import (
    Declined,
    Notice,
    Receipt,
    SeveralNotes,
    Transcribing,
    WhichCustomer,
    Word,
)
from crm.people import Person, Role, Workspace
from crm.reading import Reading, ReadingContext, When, read_note
from crm.reading.several import Part, read_parts
from crm.refusal import Refusal
from operations import mail
from operations.clockwork import read_clocks
from operations.heard import CANDIDATES, DEFAULT_HOUR, RECENT, Heard, question_key
from operations.members import local, meet
from operations.obeying import look_up, obey
from operations.office import Office
from operations.plain_words import plain_words
from operations.recording import Source, create_customer, on_whose_behalf, record
from storage import activities, customers, drafts, letters, parts, people, voice
from storage.ids import new_id
from storage.voice import VoiceClip


class Turn:
    """One message being understood inside one transaction."""

    def __init__(self, office: Office, tx: Connection, heard: Heard, now: datetime) -> None:
        self.office, self.tx, self.heard, self.now = office, tx, heard, now
        self.workspace_id = heard.workspace_id
        self.author: Person = meet(tx, workspace_id=heard.workspace_id, person_id=heard.person_id)
        self.workspace: Workspace = people.workspace(tx, workspace_id=heard.workspace_id)
        self._reading: Reading | None = None

    @property
    def reading(self) -> Reading:
        if self._reading is None:
            self._reading = read_note(
                self.heard.text, customers=self.office.directory.index(self.workspace_id), context=self._context
            )
        return self._reading

    def take(self) -> None:
        try:
            self._answer()
        except Refusal as refusal:
            facts = tuple((key, str(value)) for key, value in refusal.facts.items())
            self.say(Declined(refusal.code, facts))

    def _answer(self) -> None:
        if self.heard.voice and not self.heard.text.strip():
            return self._await_words(self.heard.voice)
        if not self.heard.text.strip() and not self.heard.links:
            return self.say(Word("empty"))
        if self.reading.intent == "chitchat":
            return self.say(Word("small_talk_assistant" if self.author.role == Role.ASSISTANT else "small_talk"))
        answers = {"lookup": look_up, "command": obey}
        answer = answers.get(self.reading.intent)
        return answer(self) if answer else self._log()

    def _log(self) -> None:
        if self.reading.on_behalf_of:
            on_whose_behalf(self.tx, self.entry(), workspace_id=self.workspace_id, author=self.author, now=self.now)
        threaded = self._customer_of_thread()
        found = () if threaded else self._parts()
        if found:
            return self._ask_about_all(found)
        choice = self.clear_choice()
        if threaded and self.reading.customer.customer_id is None:
            choice = threaded.customer_id
        return self.say_receipt(self.log_as(choice)) if choice else self._ask()

    def clear_choice(self) -> str | None:
        """Whose note it is, where the words leave no doubt: a customer's id, or "new" where they say so."""
        match = self.reading.customer
        return match.customer_id or ("new" if match.is_new and self.reading.forces_new else None)

    def _await_words(self, file_id: str) -> None:
        """A voice clip: kept as a draft until Slack has written down what was said."""
        draft = self._keep()
        clip = VoiceClip(self.workspace_id, draft.draft_id, file_id, 0)
        voice.add(self.tx, clip, look_at=self.now + timedelta(seconds=1))
        slip, key = Transcribing(draft.draft_id), question_key(draft.draft_id)
        mail.post(self.tx, slip, workspace_id=self.workspace_id, to=self.author.person_id, now=self.now, key=key)

    def _ask(self) -> None:
        """Keep the words and ask whose they are."""
        draft = self._keep()
        slip, key = self._question(draft.draft_id), question_key(draft.draft_id)
        mail.post(self.tx, slip, workspace_id=self.workspace_id, to=self.author.person_id, now=self.now, key=key)

    def _ask_about_all(self, found: Sequence[Part]) -> None:
        """A message about several customers: keep it with its parts, and show what each would be logged as."""
        draft = self._keep()
        rows = [self._part(number, one) for number, one in enumerate(found)]
        parts.add(self.tx, rows, workspace_id=self.workspace_id, draft_id=draft.draft_id)
        slip, key = SeveralNotes(draft.draft_id), f"several:{draft.draft_id}"
        mail.post(self.tx, slip, workspace_id=self.workspace_id, to=self.author.person_id, now=self.now, key=key)

    def _keep(self) -> Draft:
        draft = Draft(
            draft_id=new_id(self.now),
            person_id=self.author.person_id,
            channel=self.heard.channel,
            ts=self.heard.ts,
            text=self.heard.text,
            links="\n".join(self.heard.links) or None,
            state="open",
            sent_at=self.heard.sent_at,
        )
        drafts.add(self.tx, draft, workspace_id=self.workspace_id)
        return draft

    def _part(self, number: int, one: Part) -> DraftPart:
        reading, match = one.reading, one.reading.customer
        near = tuple(candidate.customer_id for candidate in match.candidates[:CANDIDATES])
        new_name = (match.name or match.phrase) if match.is_new else None
        return DraftPart(
            part=number,
            text=one.text,
            customer_id=match.customer_id,
            new_name=new_name if not near else None,
            candidate_ids=near,
            kind=reading.kind or "note",
            contact=(reading.contact or "")[:200] or None,
            due_at=self.instant(reading.follow_up) if reading.follow_up else None,
            step=(reading.next_step or "")[:500] or None,
        )

    def _question(self, draft_id: str) -> WhichCustomer:
        """Whose it may be: the near ones, else the writer's latest customers."""
        match = self.reading.customer
        near = [one.customer_id for one in match.candidates[:CANDIDATES]]
        if match.customer_id:
            near = [match.customer_id]
        candidates = near or ([] if match.is_new else self._latest_customers())
        return WhichCustomer(draft_id, tuple(candidates), self.new_name())

    def new_name(self) -> str | None:
        """What a new customer would be called. "Called Hooli, …" names somebody unknown: it may well be a firm."""
        match = self.reading.customer
        if match.is_new or match.candidates:
            return match.name or match.phrase or None
        return self.reading.contact if match.customer_id is None else None

    def ask_again(self, draft: Draft) -> None:
        """The words of a kept note were edited: its question follows them."""
        asked = letters.keyed(self.tx, workspace_id=self.workspace_id, key=question_key(draft.draft_id))
        if asked and asked.channel and asked.ts:
            mail.edit(
                self.tx,
                self._question(draft.draft_id),
                workspace_id=self.workspace_id,
                person_id=self.author.person_id,
                channel=asked.channel,
                ts=asked.ts,
                now=self.now,
            )

    def log_as(self, choice: str, *, named: str | None = None) -> Receipt:
        """Log the note on a customer: an id, or "new" for the name the note gives. Raises Refusal: no_customer, no_name,
        unknown_person."""
        entry = self.entry()
        on_whose_behalf(self.tx, entry, workspace_id=self.workspace_id, author=self.author, now=self.now)
        customer, is_new = self._new_customer(named) if choice == "new" else (self.known(choice), False)
        clocks = read_clocks(self.tx, workspace_id=self.workspace_id, now=self.now)
        activity = record(
            self.tx,
            entry,
            workspace_id=self.workspace_id,
            author=self.author,
            customer=customer,
            source=Source(self.heard.channel, self.heard.ts, self.heard.part),
            clocks=clocks,
            now=self.now,
        )
        self._learn(customer, choice)
        self.office.directory.put(self.tx, self.workspace_id, customer.customer_id)
        self._redraw_home(activity)
        return self.receipt(activity.activity_id, is_new=is_new)

    def receipt(self, activity_id: str, *, is_new: bool = False) -> Receipt:
        """Of a log of these words."""
        when = self.reading.follow_up
        other = self.instant(when.other) if when and when.other else None
        unclear = self.reading.next_step or "?" if self.reading.needs_date and not when else None
        return Receipt(activity_id, is_new=is_new, other_due=other, unclear_date=unclear)

    def _parts(self) -> tuple[Part, ...]:
        index = self.office.directory.index(self.workspace_id)
        return read_parts(self.heard.text, customers=index, context=self._context)

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
            on_behalf_of=reading.on_behalf_of,
            follow_up_at=self.instant(reading.follow_up) if reading.follow_up else None,
            next_step=reading.next_step,
            links=heard.links,
        )

    def instant(self, when: When) -> datetime:
        """The UTC instant of a local reading; a day without a time is its start of business."""
        return WorkCalendar(self.author.zone).at(when.date, when.time or DEFAULT_HOUR)

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

    def say_receipt(self, receipt: Receipt) -> None:
        """A receipt always goes to the DM: a whisper vanishes, and the only copy must not."""
        mail.post(
            self.tx,
            receipt,
            workspace_id=self.workspace_id,
            to=self.author.person_id,
            now=self.now,
            key=f"receipt:{receipt.activity_id}",
        )

    def known(self, customer_id: str) -> Customer:
        found = customers.customer(self.tx, workspace_id=self.workspace_id, customer_id=customer_id)
        if found is None or found.state == "archived":
            raise Refusal("no_customer")
        return found

    def _new_customer(self, named: str | None = None) -> tuple[Customer, bool]:
        name = named or self.new_name()
        if not name:
            raise Refusal("no_name")
        return create_customer(
            self.tx,
            workspace_id=self.workspace_id,
            name=name,
            created_by=self.author.person_id,
            now=self.now,
            source=self.reading.source,
        )

    def _learn(self, customer: Customer, choice: str) -> None:
        """A confirmed near name becomes an alias; where several fitted it decided nothing for next time."""
        match = self.reading.customer
        if [one.customer_id for one in match.candidates] == [choice] and match.phrase:
            customers.keep_alias(
                self.tx, workspace_id=self.workspace_id, customer_id=customer.customer_id, alias=match.phrase
            )

    def _redraw_home(self, activity: Activity) -> None:
        for person_id in {activity.author_id, activity.on_behalf_of or activity.author_id}:
            mail.republish_home(self.tx, workspace_id=self.workspace_id, person_id=person_id, now=self.now)

    def _customer_of_thread(self) -> Customer | None:
        """A reply in the thread of a receipt is about the receipt's customer."""
        if self.heard.thread_ts is None:
            return None
        receipted = activities.receipted(
            self.tx, workspace_id=self.workspace_id, channel=self.heard.channel, ts=self.heard.thread_ts
        )
        return self.known(receipted.customer_id) if receipted else None

    def _latest_customers(self) -> list[str]:
        owned = customers.owned_by(self.tx, workspace_id=self.workspace_id, owner_id=self.author.person_id)
        return [one.customer_id for one in owned[:CANDIDATES]]

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
