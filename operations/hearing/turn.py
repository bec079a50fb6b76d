"""One message being understood inside one transaction: read, and then logged, asked about, answered or obeyed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from crm.activities import Activity
from crm.customers import Customer, CustomerState
from crm.drafts import Draft, DraftPart
from crm.notices import Notice
from crm.notices.conversation import (
    Declined,
    ForWhom,
    Receipt,
    SeveralNotes,
    Transcribing,
    WhichCustomer,
    Word,
)
from crm.people import Role
from crm.reading.several import Part, read_parts
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.hearing.heard import CANDIDATES, Heard, preview_key, question_key
from operations.hearing.lines import do_line, is_meant
from operations.hearing.obeying import look_up, obey
from operations.hearing.recording import Source, create_customer, on_whose_behalf, record
from operations.hearing.understanding import Understanding
from storage import activities, customers, drafts, letters, parts, voice
from storage.ids import new_id
from storage.voice import VoiceClip


class Turn(Understanding):
    """One message being answered inside one transaction: logged, asked about, looked up or obeyed."""

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
        if self.heard.line and is_meant(self, self.heard.line, replies=self._customer_of_thread() is not None):
            return do_line(self, self.heard.line)
        if self.reading.intent == "chitchat":
            return self.say(Word("small_talk_assistant" if self.author.role == Role.ASSISTANT else "small_talk"))
        answers = {"lookup": look_up, "command": obey}
        answer = answers.get(self.reading.intent)
        return answer(self) if answer else self._log()

    def _log(self) -> None:
        if self.reading.on_behalf_of:
            on_whose_behalf(self.tx, self.entry(), workspace_id=self.workspace_id, author=self.author, now=self.now)
        threaded = self._customer_of_thread()
        found = () if threaded else self.shares()
        if found:
            return self._ask_about_all(found)
        choice = self.clear_choice()
        if threaded and self.reading.customer.customer_id is None:
            choice = threaded.customer_id
        if choice and (asked := self.for_whom(choice)):
            return self._ask(asked)
        return self.say_receipt(self.log_as(choice)) if choice else self._ask()

    def _await_words(self, file_id: str) -> None:
        """A voice clip: kept as a draft until Slack has written down what was said."""
        draft = self._keep()
        clip = VoiceClip(self.workspace_id, draft.draft_id, file_id, 0)
        voice.add(self.tx, clip, look_at=self.now + timedelta(seconds=1))
        slip, key = Transcribing(draft.draft_id), question_key(draft.draft_id)
        mail.post(self.tx, slip, workspace_id=self.workspace_id, to=self.author.person_id, now=self.now, key=key)

    def for_whom(self, choice: str) -> Callable[[str], ForWhom] | None:
        """What to ask of an assistant's note that names no rep and would begin a claim: a claim is a rep's. None where there
        is nothing to ask."""
        if not self.author.writes_for_others or self.entry().on_behalf_of:
            return None
        known = None if choice == "new" else self.known(choice)
        if known and known.state != CustomerState.LEAD:
            return None
        name = known.name if known else self.new_name() or "?"
        return lambda draft_id: ForWhom(draft_id, choice, name)

    def _ask(self, asked: Callable[[str], Notice] | None = None) -> None:
        """Keep the words and ask whose they are, or what else has to be known first."""
        draft = self._keep()
        slip, key = (asked or self._question)(draft.draft_id), question_key(draft.draft_id)
        mail.post(self.tx, slip, workspace_id=self.workspace_id, to=self.author.person_id, now=self.now, key=key)

    def _ask_about_all(self, found: Sequence[Part]) -> None:
        """A message about several customers: keep it with its parts, and show what each would be logged as."""
        draft = self._keep()
        rows = [self.row(number, one) for number, one in enumerate(found)]
        parts.add(self.tx, rows, workspace_id=self.workspace_id, draft_id=draft.draft_id)
        slip, key = SeveralNotes(draft.draft_id), preview_key(draft.draft_id)
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

    def row(self, number: int, one: Part) -> DraftPart:
        """What a share would be logged as."""
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
            on_behalf_of=one.on_behalf_of,
        )

    def _question(self, draft_id: str) -> WhichCustomer:
        """Whose it may be: the near ones, else the writer's latest customers."""
        match = self.reading.customer
        near = [one.customer_id for one in match.candidates[:CANDIDATES]]
        if match.customer_id:
            near = [match.customer_id]
        candidates = near or ([] if match.is_new else self._latest_customers())
        return WhichCustomer(draft_id, tuple(candidates), self.new_name())

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
        clocks = read_clocks(self.tx, workspace_id=self.workspace_id, now=self.now, zone=self.workspace.zone)
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
        self.office.directory.keep(self.tx, self.workspace_id, customer, people=entry.contacts)
        self._learn(customer, choice)
        self._redraw_home(activity)
        return self.receipt(activity.activity_id, is_new=is_new)

    def shares(self) -> tuple[Part, ...]:
        """Each customer's share of a message about several; none where it is about one."""
        index = self.office.directory.index(self.workspace_id)
        return read_parts(self._words, customers=index, context=self._context)

    def share_of(self, activity: Activity) -> Heard | None:
        """What the message says of a log made from it: all of it, or of several customers the share of that one; None where
        it has none any more."""
        if not parts.draft_of(self.tx, workspace_id=self.workspace_id, activity_id=activity.activity_id):
            return self.heard
        shares = (one for one in self.shares() if one.reading.customer.customer_id == activity.customer_id)
        share = next(shares, None)
        return replace(self.heard, text=share.text, on_behalf_of=share.on_behalf_of) if share else None

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
            self.office.directory.put(self.tx, self.workspace_id, customer.customer_id)

    def _redraw_home(self, activity: Activity) -> None:
        for person_id in activity.written_by_and_for:
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
