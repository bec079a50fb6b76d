"""`/dibs leads`, the buttons under an inquiry, and the posts of watched channels."""

import re
from typing import Any

from slack_bolt import Ack, App

from crm.leads.reading import read_lead
from crm.refusal import Refusal
from handlers.kit import ids
from handlers.kit.blocks import Message, esc
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.leads.payload import Step, is_in_a_channel, read_post, read_step
from handlers.leads.view import doors
from operations.in_and_out import inquiries, lead_doors, watching
from operations.in_and_out.inquiries import Came

CHANNEL = re.compile(r"<#([CG][A-Z0-9_]+)(?:\|[^>]*)?>")
KEY = ("key", "secret", "密钥")
STOP = ("stop", "off", "停用", "关闭")
WATCH = ("watch", "关注", "监听")
UNWATCH = ("unwatch", "取消关注", "取消监听")


def register(app: App, desk: Desk) -> None:
    def post(ack: Ack, body: dict[str, Any]) -> None:
        posted = read_post(body)
        if posted:
            watching.hear_post(desk.office, posted=posted, now=desk.now())
        ack()

    def step(ack: Ack, body: dict[str, Any]) -> None:
        asked = read_step(body)
        if asked:
            _run_step(desk, asked)
        ack()

    app.event("function_executed")(step)
    app.event("message", matchers=[is_in_a_channel])(post)
    desk.tap(app, ids.LEAD_ANSWER, lambda turn, press: _answer(desk, turn, press))
    desk.tap(app, ids.LEAD_CONTACT, lambda turn, press: _keep_contact(desk, turn, press))


def leads_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """Where inquiries come in; `key`, `stop`, `watch #channel source` and `unwatch #channel` change it."""
    word, _, rest = asked.text.partition(" ")
    key = {"workspace_id": turn.workspace_id, "actor_id": turn.person_id}
    word = word.casefold()
    if word in KEY:
        return doors(lead_doors.new_key(desk.office, **key, now=turn.now), turn.speech)
    if word in STOP:
        return doors(lead_doors.stop_keys(desk.office, **key, now=turn.now), turn.speech)
    if word in (*WATCH, *UNWATCH):
        channel_id, source = _channel(rest)
        if word in UNWATCH:
            card = lead_doors.unwatch(desk.office, **key, channel_id=channel_id, now=turn.now)
        else:
            card = lead_doors.watch(desk.office, **key, channel_id=channel_id, source=source, now=turn.now)
        return doors(card, turn.speech)
    if word:
        return Message(
            turn.speech.t(
                "I don't know `/dibs leads {text}`. There are `key`, `stop`, `watch #channel website`, `unwatch #channel`.",
                text=esc(asked.text, 60),
            )
        )
    card = lead_doors.read_doors(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, now=turn.now)
    return doors(card, turn.speech)


def _run_step(desk: Desk, asked: Step) -> None:
    """The workflow's step "Add a lead": what it brings can't be asked about again, so only nothing at all is refused."""
    try:
        lead = read_lead(asked.fields, source="website")
    except Refusal as refusal:
        inquiries.refuse_step(
            desk.office, workspace_id=asked.workspace_id, step=asked.execution_id, refusal=refusal, now=desk.now()
        )
        return
    came = Came("workflow", f"step:{asked.execution_id}", asked.execution_id)
    inquiries.receive(desk.office, workspace_id=asked.workspace_id, lead=lead, came=came, now=desk.now())


def _channel(words: str) -> tuple[str, str]:
    """The channel named, and what else was written. Raises Refusal("lead_no_channel")."""
    found = CHANNEL.search(words)
    if found is None:
        raise Refusal("lead_no_channel")
    return found.group(1), CHANNEL.sub("", words).strip()


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.LEAD_ANSWER.read(press.action_id)
    inquiries.answer(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        lead_id=facts["lead_id"],
        choice=facts["choice"],
        now=turn.now,
    )


def _keep_contact(desk: Desk, turn: Turn, press: Press) -> Message:
    customer = inquiries.take_over_contact(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        lead_id=ids.LEAD_CONTACT.read(press.action_id)["lead_id"],
        now=turn.now,
    )
    return Message(turn.speech.t("Kept among the contacts of {customer}.", customer=esc(customer, 120)))
