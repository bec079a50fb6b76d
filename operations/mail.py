"""Putting slips into the outbox: the only way an operation makes the bot say something."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import get_args

from pydantic import TypeAdapter
from sqlalchemy import Connection

from crm.notices import Notice
from crm.notices.clock import ExpiryCopy, ExpiryWarning, FollowUpDue
from crm.notices.conversation import Home
from crm.notices.leads import StepAnswered
from crm.people import Person
from crm.quiet import spoken_at
from storage import letters, outbox, people
from storage.outbox import Letter, Priority

AT_A_CHOSEN_TIME = (FollowUpDue,)
OF_THE_CLOCK = (ExpiryWarning, ExpiryCopy)  # what they hold back, they hold back no longer than a night
_SLIPS: dict[str, TypeAdapter[Notice]] = {slip.__name__: TypeAdapter(slip) for slip in get_args(Notice)}


def post(
    tx: Connection,
    notice: Notice,
    *,
    workspace_id: str,
    to: str,
    now: datetime,
    person_id: str | None = None,
    priority: Priority = Priority.ANSWER,
    key: str | None = None,
    after: timedelta = timedelta(),
    thread_ts: str | None = None,
) -> str | None:
    """A new message to a person (U…), or to a channel for a reader; one that is no answer keeps their quiet and working hours.

    Returns its outbox id; None if `key` was used before.
    """
    due_at = now + after
    if priority is not Priority.ANSWER and not isinstance(notice, AT_A_CHOSEN_TIME):
        due_at = _heard_at(due_at, people.person(tx, workspace_id=workspace_id, person_id=to), notice)
    return outbox.put(
        tx,
        workspace_id=workspace_id,
        to=to,
        person_id=person_id or to,
        kind=type(notice).__name__,
        facts=write(notice),
        now=now,
        priority=priority,
        due_at=due_at,
        dedupe_key=key,
        thread_ts=thread_ts,
    )


def _heard_at(due_at: datetime, person: Person | None, notice: Notice) -> datetime:
    if person is None:
        return due_at
    any_day = isinstance(notice, OF_THE_CLOCK)
    return spoken_at(due_at, zone=person.zone, quiet=person.quiet, hours=person.hours, any_day=any_day)


def post_to_each(
    tx: Connection,
    notice: Notice,
    readers: Iterable[tuple[Person, str]],
    *,
    workspace_id: str,
    now: datetime,
    priority: Priority,
    after: timedelta = timedelta(),
) -> None:
    """The same slip to many people, each with a key and when they may be spoken to; nothing to whom that key was used for
    before. No answer goes this way."""
    rows = [(one.person_id, key, _heard_at(now + after, one, notice)) for one, key in readers]
    how = {"workspace_id": workspace_id, "now": now, "priority": priority}
    outbox.put_for_each(tx, rows, kind=type(notice).__name__, facts=write(notice), **how)  # type: ignore[arg-type]


def whisper(
    tx: Connection,
    notice: Notice,
    *,
    workspace_id: str,
    channel: str,
    person_id: str,
    now: datetime,
    thread_ts: str | None = None,
) -> None:
    """An answer in a channel that only one person sees."""
    outbox.put(
        tx,
        workspace_id=workspace_id,
        to=channel,
        person_id=person_id,
        kind=type(notice).__name__,
        facts=write(notice),
        now=now,
        method="chat.postEphemeral",
        thread_ts=thread_ts,
    )


def end_step(tx: Connection, notice: StepAnswered, *, workspace_id: str, execution_id: str, now: datetime) -> None:
    """Tell a workflow how its step ended, once."""
    outbox.put(
        tx,
        workspace_id=workspace_id,
        to=execution_id,
        person_id=None,
        kind=type(notice).__name__,
        facts=write(notice),
        now=now,
        method="functions.completeError" if notice.code else "functions.completeSuccess",
        dedupe_key=f"step:{execution_id}",
    )


def edit(
    tx: Connection,
    notice: Notice,
    *,
    workspace_id: str,
    person_id: str,
    channel: str,
    ts: str,
    now: datetime,
    key: str | None = None,
    after: timedelta = timedelta(),
) -> None:
    """Word a message again, as things are when it is sent; once a `key`."""
    outbox.put(
        tx,
        workspace_id=workspace_id,
        to=person_id,
        person_id=person_id,
        kind=type(notice).__name__,
        facts=write(notice),
        now=now,
        method="chat.update",
        due_at=now + after,
        dedupe_key=key,
        edits_channel=channel,
        edits_ts=ts,
    )


def edit_letter(
    tx: Connection, letter: Letter | None, *, now: datetime, key: str | None = None, after: timedelta = timedelta()
) -> None:
    """Word a letter again that was sent before; one not yet sent is worded when it is."""
    if letter and letter.channel and letter.ts and letter.person_id:
        edit(
            tx,
            read(letter),
            workspace_id=letter.workspace_id,
            person_id=letter.person_id,
            channel=letter.channel,
            ts=letter.ts,
            now=now,
            key=key,
            after=after,
        )


def edit_keyed(tx: Connection, *, workspace_id: str, key: str, now: datetime) -> None:
    edit_letter(tx, letters.keyed(tx, workspace_id=workspace_id, key=key), now=now)


def republish_home(tx: Connection, *, workspace_id: str, person_id: str, now: datetime) -> None:
    """The App Home is drawn again after every change; several changes before it is sent are one."""
    outbox.put(
        tx,
        workspace_id=workspace_id,
        to=person_id,
        person_id=person_id,
        kind="Home",
        facts=write(Home()),
        now=now,
        method="views.publish",
        priority=Priority.REMINDER,
        dedupe_key=home_key(person_id),
    )


def republish_homes(tx: Connection, *, workspace_id: str, person_ids: Iterable[str], now: datetime) -> None:
    """The same for many."""
    same = {"kind": "Home", "facts": write(Home()), "method": "views.publish", "priority": Priority.REMINDER}
    rows = [(one, home_key(one), now) for one in person_ids]
    outbox.put_for_each(tx, rows, workspace_id=workspace_id, now=now, **same)  # type: ignore[arg-type]


def home_key(person_id: str) -> str:
    return f"home:{person_id}"


def write(notice: Notice) -> str:
    return _SLIPS[type(notice).__name__].dump_json(notice).decode()


def read(letter: Letter) -> Notice:
    """The slip of a letter. Raises KeyError for a kind this version does not know."""
    return _SLIPS[letter.kind].validate_json(letter.facts)
