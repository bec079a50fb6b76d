"""The desk every room works at: the office, the clock, and the four ways Slack is answered.

Each way does the same around a room's work: read who it is, do one operation, acknowledge after its commit, and turn a
refusal, a missing database or a mistake of ours into a sentence. A room's listener is then a few lines.
"""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from crm.people import Person
from crm.refusal import Refusal
from handlers.kit import payloads
from handlers.kit.blocks import Block, Message
from handlers.kit.ids import Tap
from handlers.kit.payloads import Command, Form, Press, Who
from handlers.kit.refusals import away, broken, sentence
from handlers.kit.speech import Speech
from operations import members, telling
from operations.office import Office
from storage.database import DatabaseAway

log = logging.getLogger(__name__)

Errors = dict[str, str]


class FormErrors(Exception):  # noqa: N818 - raised by a room to show errors at fields
    """Fields of a form that can't be taken, with what to do about each, by block id."""

    def __init__(self, **errors: str) -> None:
        super().__init__(errors)
        self.errors = errors


@dataclass(frozen=True)
class Turn:
    """One request being answered: who asks, in which language, at which time, and how to open a form."""

    person: Person
    speech: Speech
    now: datetime
    client: WebClient
    trigger_id: str

    @property
    def workspace_id(self) -> str:
        return self.person.workspace_id

    @property
    def person_id(self) -> str:
        return self.person.person_id

    def open(self, view: Block, *, on_top: bool = False) -> None:
        """Open a form: the one call to Slack made while Slack waits, since its trigger lives three seconds."""
        if on_top:
            self.client.views_push(trigger_id=self.trigger_id, view=view)
        else:
            self.client.views_open(trigger_id=self.trigger_id, view=view)


class Desk:
    def __init__(self, office: Office, clock: Callable[[], datetime]) -> None:
        self.office = office
        self._clock = clock

    def now(self) -> datetime:
        return self._clock()

    def turn(self, who: Who, client: WebClient, trigger_id: str = "") -> Turn:
        now = self._clock()
        person = members.read_person(self.office, workspace_id=who.workspace_id, person_id=who.person_id)
        return Turn(person, Speech(person.locale, person.zone, now), now, client, trigger_id)

    def command(self, app: App, name: str, answer: Callable[[Turn, Command], Message | None]) -> None:
        """A slash command: what `answer` returns goes back in the ack, for the asker's eyes only."""

        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            asked = payloads.command(body)
            said = self._safely(asked.who, client, asked.trigger_id, lambda turn: answer(turn, asked))
            if said is None:
                ack()
            else:
                ack(text=said.text, blocks=said.blocks or None, response_type="ephemeral")

        app.command(name)(listen)

    def tap(self, app: App, tap: Tap, act: Callable[[Turn, Press], Message | None]) -> None:
        """A button or menu. What `act` returns is told in the DM; most change the message they sit on instead."""

        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            pressed = payloads.press(body)
            said = self._safely(pressed.who, client, pressed.trigger_id, lambda turn: act(turn, pressed), tell=True)
            ack()
            if said and body.get("response_url"):
                _answer_here(body["response_url"], said)

        app.action(tap.pattern)(listen)

    def form(self, app: App, callback_id: str, submit: Callable[[Turn, Form], None]) -> None:
        """A modal: closed when `submit` returns; errors are shown at its fields and nothing typed is lost."""

        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            filled = payloads.form(body)
            errors = self._errors(filled, client, submit)
            if errors:
                ack(response_action="errors", errors=errors)
            else:
                ack(response_action="clear")

        app.view(callback_id)(listen)

    def shortcut(self, app: App, callback_id: str, act: Callable[[Turn, dict[str, Any]], None]) -> None:
        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            who = payloads.shortcut_who(body)
            self._safely(who, client, body["trigger_id"], lambda turn: act(turn, body), tell=True)
            ack()

        app.shortcut(callback_id)(listen)

    def _errors(self, filled: Form, client: WebClient, submit: Callable[[Turn, Form], None]) -> Errors:
        first = next(iter(filled.values), "")
        try:
            turn = self.turn(filled.who, client)
        except DatabaseAway:
            return {first: away(_plain_speech(self._clock()))}
        try:
            submit(turn, filled)
        except FormErrors as error:
            return error.errors
        except Refusal as refusal:
            return {first: sentence(refusal, turn.speech)}
        except DatabaseAway:
            return {first: away(turn.speech)}
        except Exception:
            return {first: broken(turn.speech, _noted())}
        return {}

    def _safely(
        self,
        who: Who,
        client: WebClient,
        trigger_id: str,
        work: Callable[[Turn], Message | None],
        *,
        tell: bool = False,
    ) -> Message | None:
        """Do the work; what can't be done becomes a sentence: told in the DM (`tell`), else the answer itself."""
        try:
            turn = self.turn(who, client, trigger_id)
        except DatabaseAway:
            return Message(away(_plain_speech(self._clock())))
        try:
            return work(turn)
        except Refusal as refusal:
            if tell:
                telling.decline(
                    self.office, workspace_id=who.workspace_id, person_id=who.person_id, refusal=refusal, now=turn.now
                )
                return None
            return Message(sentence(refusal, turn.speech))
        except DatabaseAway:
            return Message(away(turn.speech))
        except Exception:
            return Message(broken(turn.speech, _noted()))


def _plain_speech(now: datetime) -> Speech:
    return Speech("en", "UTC", now)


def _noted() -> str:
    """Write the mistake into the log under a short reference, without a word of any customer."""
    reference = secrets.token_hex(3).upper()
    log.exception("reference %s", reference)
    return reference


def _answer_here(response_url: str, said: Message) -> None:
    """The only copy is not meant to last: what is said here are errors while the outbox can't be reached."""
    try:
        WebhookClient(response_url, timeout=2).send(text=said.text, response_type="ephemeral", replace_original=False)
    except OSError:
        log.warning("an answer could not be given")
