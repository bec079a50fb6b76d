"""The form that says which column is what: filled in with what was recognised, remembered for the next such list."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from crm.imports import FileReading, Import
from crm.intake.about import ABOUTS, about_of, retold
from crm.intake.finance import is_finance
from handlers.imports.columns import NEEDED, abouts, column_name, fields
from handlers.kit import ids
from handlers.kit.blocks import Block, Element, clip, context, date_of, date_picker, input_, modal, option, select
from handlers.kit.desk import FormErrors
from handlers.kit.speech import Speech

NOWHERE = "-"
BACK, TO_POOL = "back", "pool"  # what becomes of a row whose owner is nobody here
MOST_COLUMNS = 60  # offered for each field
MOST_OPTIONS = 1_400  # of all fields together: a form with more becomes too large for Slack
ORDERS = ("MDY", "DMY", "YMD")


def columns_form(one: Import, speech: Speech, about: str | None = None) -> Block:
    """`about`: what each row is, where somebody has just said so; other fields are asked for then."""
    assert one.reading is not None
    reading = _told(one.reading, about)
    t = speech.t
    nowhere = option(t("– not in this list –"), NOWHERE)
    labels = fields(reading, speech)
    most = min(MOST_COLUMNS, MOST_OPTIONS // len(labels))
    blocks = [context(t("Which column of the list holds what? I remember it for lists with the same headings."))]
    each = [option(said, code) for code, said in abouts(speech).items()]
    blocks.append(input_(t("Each row is"), ids.IMPORT_ABOUT.id(), select(each, about_of(reading)), heard=True))
    for name, label in labels.items():
        held = reading.reading.columns.get(name)
        chosen = str(held[0]) if held else NOWHERE
        columns = _options(reading, held, most)
        if name == "name" or (name in NEEDED and is_finance(reading)):
            blocks.append(input_(label, name, select(columns, chosen)))
        else:
            blocks.append(input_(label, name, select([nowhere, *columns], chosen), optional=True))
    orders = [option(t("month first"), "MDY"), option(t("day first"), "DMY"), option(t("year first"), "YMD")]
    blocks.append(input_(t("A date such as 3/4/2026"), "date_order", select(orders, reading.reading.date_order)))
    if not is_finance(reading):
        since = date_of(reading.reading.owned_since, reading.reading.zone)
        hint = t("For owners the list names without a date. Leave it empty, and their customers go to the pool.")
        blocks.append(input_(t("Owners hold since"), "owned_since", date_picker(since), hint=hint, optional=True))
        blocks.append(_strangers(reading, speech))
    return modal(
        t("Columns"), t("Read again"), t("Cancel"), blocks, callback_id=ids.IMPORT_FORM, metadata=one.import_id
    )


def _strangers(reading: FileReading, speech: Speech) -> Block:
    """Old lists name people who have left long ago."""
    ways = [option(speech.t("send the row back"), BACK), option(speech.t("their customer goes to the pool"), TO_POOL)]
    chosen = TO_POOL if reading.reading.strangers_to_pool else BACK
    return input_(speech.t("Owners nobody here goes by"), "strangers", select(ways, chosen))


def _options(reading: FileReading, held: tuple[int, ...] | None, most: int) -> list[Element]:
    """The columns to choose from: the field's own first of all, then those in use, then those with a heading."""
    used = {column for columns in reading.reading.columns.values() for column in columns}
    named = [n for n, heading in enumerate(reading.headings) if heading]
    wanted = dict.fromkeys([*(held or ())[:1], *sorted(used), *named])
    return [option(clip(column_name(reading.headings, n), 40), str(n)) for n in sorted(list(wanted)[:most])]


def corrected(one: Import, values: Mapping[str, str | None], speech: Speech) -> FileReading:
    """The reading as the form says. Raises FormErrors."""
    assert one.reading is not None
    told = _told(one.reading, values.get(ids.IMPORT_ABOUT.id()))
    before = told.reading
    columns = _columns(told, values, speech)
    day = values.get("owned_since")
    since = datetime.combine(date.fromisoformat(day), time(0), ZoneInfo(before.zone)).astimezone(UTC) if day else None
    if since and since > speech.now:
        raise FormErrors(owned_since=speech.t("That day is still to come. Choose one that has passed."))
    order = values.get("date_order")
    kept = replace(
        before,
        columns=columns,
        owned_since=since,
        date_order=order if order in ORDERS else before.date_order,
        strangers_to_pool=values.get("strangers") == TO_POOL,
    )
    return replace(told, reading=kept)


def _columns(told: FileReading, values: Mapping[str, str | None], speech: Speech) -> dict[str, tuple[int, ...]]:
    """A field left as it was keeps its further columns. A column that was chosen is taken from the field it was guessed
    for. Raises FormErrors where that one needs it, or was chosen too."""
    before, labels = told.reading.columns, fields(told, speech)
    chosen = {name: int(one) for name in labels if (one := values.get(name)) and one != NOWHERE}
    fresh = [name for name, column in chosen.items() if before.get(name, ())[:1] != (column,)]
    needed = {"name", *fresh, *(NEEDED if is_finance(told) else ())}
    for name in fresh:
        for other in [one for one, column in chosen.items() if column == chosen[name] and one != name]:
            if other in needed:
                raise FormErrors(**{name: _taken(column_name(told.headings, chosen[name]), labels[other], speech)})
            del chosen[other]
    return {name: _kept(before.get(name, ()), column) for name, column in chosen.items()}


def _taken(column: str, field: str, speech: Speech) -> str:
    return speech.t("{column} is chosen for “{field}” too: one of the two needs another.", column=column, field=field)


def _kept(held: tuple[int, ...], column: int) -> tuple[int, ...]:
    return held if held[:1] == (column,) else (column,)


def lacking(reading: FileReading) -> bool:
    """Whether a column is still to be named without which nothing of such a list can be taken."""
    return is_finance(reading) and not reading.reading.columns.keys() >= NEEDED


def _told(reading: FileReading, about: str | None) -> FileReading:
    return retold(reading, about) if about in ABOUTS else reading
