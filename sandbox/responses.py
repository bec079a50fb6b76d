"""What a response_url does with a post, and what an acknowledged slash command says: answers outside the Web API."""

from __future__ import annotations

import json

from sandbox import events
from sandbox.api.chat import said
from sandbox.checks import require_message
from sandbox.errors import SlackError
from sandbox.interactions import with_block_ids
from sandbox.nouns import Answer, Channel, CommandAnswer, Json, Message
from sandbox.tickets import ResponseHook
from sandbox.workspace import Workspace

SLACKBOT = "USLACKBOT"


def respond(ws: Workspace, key: str, body: Json) -> None:
    """One use of a response_url: a new answer, or the message it came from replaced or deleted."""
    hook = ws.tickets.use_hook(key)
    if body.get("delete_original") and hook.ts:
        ws.remove_message(hook.channel, hook.ts)
        return
    require_message(body.get("text"), body.get("blocks"), body.get("attachments"))
    if body.get("replace_original") and hook.ts and hook.ts in ws.messages[hook.channel]:
        _replace(ws, hook, body)
    else:
        say(ws, ws.channel(hook.channel), hook.user, body)


def say(ws: Workspace, channel: Channel, user: str, body: Json) -> Message:
    """Said to one person only, unless the bot asks for the whole conversation to hear it."""
    public = body.get("response_type") == "in_channel"
    message = ws.post(said(ws, channel, body, to=None if public else user, thread_ts=body.get("thread_ts")))
    if public:
        ws.on_bot_event(events.message(ws, message))
    return message


def command_answer(ws: Workspace, channel: Channel, user: str, name: str, answer: Answer) -> CommandAnswer:
    """What the person sees after a slash command; refusals and silence as Slack words them."""
    if not answer.ok:
        error = "operation_timeout" if answer.error == "http_timeout" else "dispatch_failed"
        return refused(ws, channel, user, name, error, answer)
    try:
        body = _read(answer.body)
        if not body:
            return CommandAnswer("", [], "ephemeral", None, answer.status, answer.seconds)
        require_message(body.get("text"), body.get("blocks"), body.get("attachments"))
    except SlackError as refusal:
        return refused(ws, channel, user, name, str(refusal), answer)
    message = say(ws, channel, user, body)
    kind = "ephemeral" if message.ephemeral else "in_channel"
    return CommandAnswer(message.text, message.blocks, kind, None, answer.status, answer.seconds, message)


def _read(body: bytes) -> Json:
    text = body.decode()
    if not text.strip():
        return {}
    try:
        read = json.loads(text)
    except ValueError:
        return {"text": text}
    return read if isinstance(read, dict) else {"text": text}


def refused(ws: Workspace, channel: Channel, user: str, name: str, error: str, answer: Answer) -> CommandAnswer:
    """An error shown to the person in the app's stead."""
    text = f"{name} failed with the error “{error}”"
    shown = Message(ws.clock.stamp(), channel.id, SLACKBOT, text, ephemeral=True, to=user)
    return CommandAnswer(text, [], "ephemeral", error, answer.status, answer.seconds, ws.post(shown))


def _replace(ws: Workspace, hook: ResponseHook, body: Json) -> None:
    assert hook.ts is not None
    changes = {"text": str(body.get("text") or ""), "blocks": with_block_ids(ws, body.get("blocks") or [])}
    before, after = ws.change_message(hook.channel, hook.ts, **changes, edited=ws.clock.stamp())
    if not after.ephemeral:
        ws.on_bot_event(events.message_changed(ws, before, after))
