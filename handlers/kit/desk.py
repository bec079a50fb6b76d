"""The desk every room works at: the office, the clock, and the four ways Slack is answered.

Each way does the same around a room's work: read who it is, do one operation, acknowledge after its commit, and turn a
refusal, a missing database or a mistake of ours into a sentence. A room's listener is then a few lines.
"""

import logging
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from crm.people import Person
from crm.refusal import Refusal
from handlers.kit import payloads
from handlers.kit.blocks import Block, Message, modal, section, unmarked
from handlers.kit.charts import without_charts
from handlers.kit.ids import CARD_VIEW, Tap, verb_of
from handlers.kit.payloads import Command, Form, Press, Who
from handlers.kit.refusals import away, broken, sentence
from handlers.kit.speech import Speech
from operations import members, telling
from operations.office import Office
from storage.database import DatabaseAway

log = logging.getLogger(__name__)

Errors = dict[str, str]
Listener = Callable[[Ack, dict[str, Any], WebClient], None]
NOWHERE: Mapping[str, str] = {}
ANYTHING = re.compile(".*")


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
    in_modal: bool = False  # whether what was pressed sits in a form already

    @property
    def workspace_id(self) -> str:
        return self.person.workspace_id

    @property
    def person_id(self) -> str:
        return self.person.person_id

    def open(self, view: Block, *, on_top: bool = False, instead_of: Press | None = None) -> None:
        """Open a form: the one call to Slack made while Slack waits, since its trigger lives three seconds.
        `instead_of`: pressed in an open one whose place it takes, unless another press was quicker."""
        if instead_of:
            self.redraw(instead_of, view)
        elif on_top or self.in_modal:
            self.client.views_push(trigger_id=self.trigger_id, view=view)
        else:
            self.client.views_open(trigger_id=self.trigger_id, view=view)

    def redraw(self, press: Press, view: Block, *, just_read: bool = False) -> None:
        """The form a choice was made in, with the fields that choice needs, or another page. What is typed in the others
        stays; where the form has changed since the press, the later one stands, unless this is what was `just_read`
        after a change. Of a press that was in no form there is nothing to redraw."""
        if press.view_id is None:
            return
        try:
            self.client.views_update(view_id=press.view_id, hash=None if just_read else press.view_hash, view=view)
        except SlackApiError as error:
            if error.response["error"] not in ("hash_conflict", "not_found"):
                raise


class Desk:
    """`draws_charts`: whether Slack has drawn our charts so far, since an answer in the ack is never heard refused."""

    def __init__(
        self, office: Office, clock: Callable[[], datetime], *, draws_charts: Callable[[], bool] = lambda: True
    ) -> None:
        self.office = office
        self._clock, self._draws_charts = clock, draws_charts
        self.boxes: dict[str, Callable[[Turn], Block]] = {}  # by their metadata: drawn again after each press in them
        self._spoken_with: dict[Who, tuple[str, str]] = {}  # language and zone, for when the records are away
        self._taps: dict[str, Listener] = {}
        self._forms: dict[str, Listener] = {}

    def now(self) -> datetime:
        return self._clock()

    def turn(self, who: Who, client: WebClient, trigger_id: str = "") -> Turn:
        now = self._clock()
        person = members.read_person(self.office, workspace_id=who.workspace_id, person_id=who.person_id)
        self._spoken_with[who] = (person.locale, person.zone)
        speech = Speech(person.locale, person.zone, now, morning=person.morning)
        return Turn(person, speech, now, client, trigger_id)

    def speech_of(self, who: Who) -> Speech:
        """How to speak with somebody without asking the database: as the last time."""
        locale, zone = self._spoken_with.get(who, ("en", "UTC"))
        return Speech(locale, zone, self._clock())

    def command(self, app: App, name: str, answer: Callable[[Turn, Command], Message | None]) -> None:
        """A slash command: what `answer` returns goes back in the ack, for the asker's eyes only."""

        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            asked = payloads.command(body)
            said = self._safely(asked.who, client, asked.trigger_id, lambda turn: answer(turn, asked))
            if said is None:
                ack()
            else:
                plain = None if self._draws_charts() else without_charts(said.blocks)
                ack(text=said.text, blocks=plain or said.blocks or None, response_type="ephemeral")

        app.command(name)(listen)

    def tap(self, app: App, tap: Tap, act: Callable[[Turn, Press], Message | None]) -> None:
        """A button or menu. What `act` returns is told in the DM; most change the message they sit on instead."""

        def acted(turn: Turn, press: Press) -> Message | None:
            try:
                return act(turn, press)
            finally:  # where somebody else was quicker too
                if box := self.boxes.get(press.metadata):
                    turn.redraw(press, box(turn), just_read=True)

        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            pressed = payloads.press(body)
            said = self._safely(pressed.who, client, pressed.trigger_id, lambda turn: acted(turn, pressed), tell=True)
            ack()
            if said:
                self._answer_here(pressed.who, body, client, said)

        if not self._taps:
            _listen_by(lambda body: verb_of(payloads.pressed_id(body)), app.block_action, self._taps)
        self._taps[tap.verb] = listen

    def form(
        self,
        app: App,
        callback_id: str,
        submit: Callable[[Turn, Form], Block | None],
        *,
        at: Mapping[str, str] = NOWHERE,
    ) -> None:
        """A modal: closed when `submit` returns, or turned into the view it returns; errors are shown at its fields and
        nothing typed is lost. `at`: the field a refusal is about, by its code; else it stands at the first one."""

        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            filled, then = payloads.form(body), []

            def submitted(turn: Turn, form: Form) -> None:
                then.append(submit(turn, form))

            errors = self._errors(filled, client, submitted, at)
            if errors:
                ack(response_action="errors", errors={field: unmarked(said) for field, said in errors.items()})
            elif then[0]:
                ack(response_action="update", view=then[0])
            else:
                ack(response_action="clear")

        if not self._forms:
            _listen_by(payloads.submitted_id, app.view, self._forms)
        self._forms[callback_id] = listen

    def shortcut(self, app: App, callback_id: str, act: Callable[[Turn, dict[str, Any]], None]) -> None:
        def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
            who = payloads.shortcut_who(body)
            said = self._safely(who, client, body["trigger_id"], lambda turn: act(turn, body), tell=True)
            ack()
            if said:
                self._answer_here(who, body, client, said)

        app.shortcut(callback_id)(listen)

    def _errors(
        self, filled: Form, client: WebClient, submit: Callable[[Turn, Form], None], at: Mapping[str, str]
    ) -> Errors:
        first = next(iter(filled.values), "")
        try:
            submit(self._member_turn(filled.who, client), filled)
        except FormErrors as error:
            return error.errors
        except Refusal as refusal:
            field = at.get(refusal.code, first)
            return {field if field in filled.values else first: sentence(refusal, self.speech_of(filled.who))}
        except DatabaseAway:
            return {first: away(self.speech_of(filled.who))}
        except Exception:
            return {first: broken(self.speech_of(filled.who), _noted())}
        return {}

    def _member_turn(self, who: Who, client: WebClient, trigger_id: str = "") -> Turn:
        """A turn of somebody who still works here. Raises Refusal("deactivated"), DatabaseAway."""
        turn = self.turn(who, client, trigger_id)
        if turn.person.deactivated:
            raise Refusal("deactivated")
        return turn

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
            return work(self._member_turn(who, client, trigger_id))
        except Refusal as refusal:
            return self._declined(who, refusal, tell=tell)
        except DatabaseAway:
            return Message(away(self.speech_of(who)))
        except Exception:
            return Message(broken(self.speech_of(who), _noted()))

    def _declined(self, who: Who, refusal: Refusal, *, tell: bool) -> Message | None:
        if not tell or refusal.code == "deactivated":
            return Message(sentence(refusal, self.speech_of(who)))
        try:
            telling.decline(
                self.office, workspace_id=who.workspace_id, person_id=who.person_id, refusal=refusal, now=self._clock()
            )
        except DatabaseAway:
            return Message(away(self.speech_of(who)))
        return None

    def _answer_here(self, who: Who, body: Mapping[str, Any], client: WebClient, said: Message) -> None:
        """Say what went wrong where the finger was, while the outbox may be out of reach: at the message, else in a box
        of its own. It need not last: nothing was kept."""
        try:
            if body.get("response_url"):
                answer = WebhookClient(body["response_url"], timeout=2)
                answer.send(text=said.text, response_type="ephemeral", replace_original=False)
            elif body.get("trigger_id"):
                t = self.speech_of(who).t
                box = modal("Dibs", None, t("Close"), [section(said.text)], callback_id=CARD_VIEW)
                in_modal = (body.get("view") or {}).get("type") == "modal"
                show = client.views_push if in_modal else client.views_open
                show(trigger_id=body["trigger_id"], view=box)
        except (OSError, SlackApiError):
            log.warning("an answer could not be given")


def _listen_by(name: Callable[[dict[str, Any]], str], listen_for: Any, listeners: Mapping[str, Listener]) -> None:
    """One listener of Bolt's for all of them: it would ask a hundred, one after another, whether a press is theirs."""

    def is_ours(body: dict[str, Any]) -> bool:
        return name(body) in listeners

    def listen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        listeners[name(body)](ack, body, client)

    listen_for(ANYTHING, matchers=[is_ours])(listen)


def _noted() -> str:
    """Write the mistake into the log under a short reference, without a word of any customer."""
    reference = secrets.token_hex(3).upper()
    log.exception("reference %s", reference)
    return reference
