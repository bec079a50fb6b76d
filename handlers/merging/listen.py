"""/dibs merge and /dibs unmerge, and their buttons."""

import re

from slack_bolt import App

from crm.refusal import Refusal
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.merging.view import preview
from operations.customers import merging, seeing, unmerging

BETWEEN = re.compile(r"\s*[|｜]\s*|\s+(?:into|with|and|=)\s+|\s*(?:并入|合并到|和|与)\s*")


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.MERGE, lambda turn, press: _merge(desk, turn, press))
    desk.tap(app, ids.UNMERGE, lambda turn, press: _unmerge(desk, turn, press))


def merge_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """ "Acme | Acme Inc": a preview; nothing is done before its button."""
    names = asked.text.split("|") if "|" in asked.text else BETWEEN.split(asked.text, maxsplit=1)
    if len(names) != 2 or not all(name.strip() for name in names):
        return Message(turn.speech.t("Name both customers, such as `/dibs merge Acme | Acme Inc`."))
    one, other = (
        seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=name.strip())
        for name in names
    )
    shown = merging.preview(
        desk.office,
        workspace_id=turn.workspace_id,
        asker=turn.person,
        one_id=one.customer_id,
        other_id=other.customer_id,
    )
    return preview(shown, turn.speech)


def unmerge_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    if not asked.text:
        raise Refusal("no_name")
    kept = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    merge_id = unmerging.latest_merge(desk.office, workspace_id=turn.workspace_id, kept_id=kept.customer_id)
    unmerging.unmerge(
        desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, merge_id=merge_id, now=turn.now
    )
    return Message(turn.speech.t("They are two customers again; it is in our direct messages."))


def _merge(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.MERGE.read(press.action_id)
    merging.merge(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        kept_id=facts["kept_id"],
        kept_epoch=int(facts["kept_epoch"]),
        gone_id=facts["gone_id"],
        gone_epoch=int(facts["gone_epoch"]),
        now=turn.now,
    )


def _unmerge(desk: Desk, turn: Turn, press: Press) -> None:
    merge_id = ids.UNMERGE.read(press.action_id)["merge_id"]
    unmerging.unmerge(
        desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, merge_id=merge_id, now=turn.now
    )
