"""The buttons under a list, and the form that corrects its columns."""

from collections.abc import Callable
from typing import Any

from slack_bolt import App

from handlers.imports.form import columns_form, corrected, lacking
from handlers.kit import ids
from handlers.kit.blocks import Block
from handlers.kit.desk import Desk, Turn
from handlers.kit.ids import Tap
from handlers.kit.payloads import Form, Press
from operations.in_and_out import imports


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.IMPORT_START, lambda turn, press: _do(desk, turn, press, ids.IMPORT_START, imports.start))
    desk.tap(app, ids.IMPORT_DROP, lambda turn, press: _do(desk, turn, press, ids.IMPORT_DROP, imports.drop))
    desk.tap(app, ids.IMPORT_UNDO, lambda turn, press: _do(desk, turn, press, ids.IMPORT_UNDO, imports.undo))
    desk.tap(app, ids.IMPORT_COLUMNS, lambda turn, press: _columns(desk, turn, press))
    desk.tap(app, ids.IMPORT_ABOUT, lambda turn, press: turn.redraw(press, _again(desk, turn, press)))
    desk.form(app, ids.IMPORT_FORM, lambda turn, form: _correct(desk, turn, form))


def _do(desk: Desk, turn: Turn, press: Press, tap: Tap, act: Callable[..., Any]) -> None:
    import_id = tap.read(press.action_id)["import_id"]
    act(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, import_id=import_id, now=turn.now)


def _columns(desk: Desk, turn: Turn, press: Press) -> None:
    import_id = ids.IMPORT_COLUMNS.read(press.action_id)["import_id"]
    one = imports.read_import(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, import_id=import_id
    )
    turn.open(columns_form(one, turn.speech))


def _again(desk: Desk, turn: Turn, press: Press) -> Block:
    """The form as it is for a list of such rows."""
    key = {"workspace_id": turn.workspace_id, "person_id": turn.person_id, "import_id": press.metadata}
    return columns_form(imports.read_import(desk.office, **key), turn.speech, press.value)


def _correct(desk: Desk, turn: Turn, form: Form) -> Block | None:
    """Kept; or the form again where what the rows are was changed, and the fields for it were not there yet."""
    key = {"workspace_id": turn.workspace_id, "person_id": turn.person_id, "import_id": form.metadata}
    one = imports.read_import(desk.office, **key)
    reading = corrected(one, form.values, turn.speech)
    if lacking(reading):
        return columns_form(one, turn.speech, reading.reading.about)
    imports.correct(desk.office, **key, reading=reading, now=turn.now)
    return None
