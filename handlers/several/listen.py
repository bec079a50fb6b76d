"""Taps on the preview of a message about several customers."""

from slack_bolt import App

from handlers.kit import ids
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Press
from handlers.log.view import log_form, part_prefill
from operations.hearing import several


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.PART_CUSTOMER, lambda turn, press: _choose(desk, turn, press))
    desk.tap(app, ids.PART_EDIT, lambda turn, press: _edit(desk, turn, press))
    desk.tap(app, ids.PART_DROP, lambda turn, press: _drop(desk, turn, press))
    desk.tap(app, ids.SAVE_ALL, lambda turn, press: _save(desk, turn, press))


def _choose(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.PART_CUSTOMER.read(press.action_id)
    several.choose_customer(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        draft_id=facts["draft_id"],
        part=int(facts["part"]),
        customer_id=facts["customer_id"],
        channel=press.channel or "",
        ts=press.ts or "",
        now=turn.now,
    )


def _edit(desk: Desk, turn: Turn, press: Press) -> None:
    """The whole form for one row; saving it logs the row."""
    facts = ids.PART_EDIT.read(press.action_id)
    draft, row, reading = several.read_part(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        draft_id=facts["draft_id"],
        part=int(facts["part"]),
    )
    place = (press.channel or "", press.ts or "")
    turn.open(
        log_form(
            part_prefill(draft, row, reading, turn.speech, place=place),
            turn.speech,
            turn.person,
        )
    )


def _drop(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.PART_DROP.read(press.action_id)
    several.drop_part(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        draft_id=facts["draft_id"],
        part=int(facts["part"]),
        channel=press.channel or "",
        ts=press.ts or "",
        now=turn.now,
    )


def _save(desk: Desk, turn: Turn, press: Press) -> None:
    several.save_all(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        draft_id=ids.SAVE_ALL.read(press.action_id)["draft_id"],
        channel=press.channel or "",
        ts=press.ts or "",
        now=turn.now,
    )
