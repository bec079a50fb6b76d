"""A list somebody dropped, in one message from the first look to the last row: what it would bring, and the buttons."""

from crm.cards import ImportCard
from crm.imports import Example, FileReading, Import, ImportState, Tally
from crm.intake.finance import is_finance
from handlers.imports import finance, report
from handlers.imports.columns import column_lines, left_out
from handlers.kit import ids, refusals
from handlers.kit.blocks import Block, Message, actions, bold, bullets, button, confirm, context, esc, section
from handlers.kit.speech import Speech

MOST_NAME = 60  # characters: a line holds two of them


def imported(card: ImportCard, speech: Speech) -> Message:
    return _STATES[card.list_.state](card.list_, speech)


def _file(one: Import) -> str:
    return esc(one.file_name, 100) or "?"


def _waiting(one: Import, speech: Speech) -> Message:
    said = speech.t("I am reading {file}. Nothing is changed until you say so.", file=_file(one))
    return Message(said, [section(said)])


def _ready(one: Import, speech: Speech) -> Message:
    assert one.reading is not None
    if is_finance(one.reading):
        return finance.ready(one, speech)
    correct = button(speech.t("Columns…"), ids.IMPORT_COLUMNS.id(one.import_id))
    drop = button(speech.t("Drop it"), ids.IMPORT_DROP.id(one.import_id))
    if "name" not in one.reading.reading.columns:
        said = speech.t(
            "I can't tell which column of {file} holds the customer's name. Choose it under *Columns…*; nothing was changed.",
            file=_file(one),
        )
        return Message(said, [section(said), actions({**correct, "style": "primary"}, drop)])
    heading = title(one, speech)
    lines = [
        counts(one, speech),
        _owners(one, speech),
        _unknown(one.tally, speech),
        report.sent_back(one, speech),
    ]
    go = button(speech.t("Import"), ids.IMPORT_START.id(one.import_id), style="primary")
    can_go = one.tally.new + one.tally.matched > 0
    seen = [counts(one, speech), _owners(one, speech), report.sent_back(one, speech)]
    blocks: list[Block] = [section(bold(heading, *filter(None, seen))), *_strangers(one.tally, speech)]
    if one.tally.examples:
        blocks.append(section("\n".join(bullets(examples(one, speech)))))
    blocks += [*_columns(one.reading, speech), actions(*([go] if can_go else []), correct, drop)]
    return Message(speech.sentences(heading, *lines), blocks)


def title(one: Import, speech: Speech) -> str:
    """What it is, and that nothing has happened."""
    if is_finance(one.reading):
        return finance.title(one, speech)
    return speech.tn(
        "{file}: {n} row. Nothing was changed yet.",
        "{file}: {n} rows. Nothing was changed yet.",
        one.rows_read,
        file=_file(one),
    )


def counts(one: Import, speech: Speech) -> str:
    """How many rows of each kind."""
    if is_finance(one.reading):
        return finance.counts(one.tally, speech)
    tally = one.tally
    said = [
        speech.tn("{n} new customer", "{n} new customers", tally.new),
        speech.tn("{n} row about a customer already here", "{n} rows about customers already here", tally.matched),
        speech.t("{n} doubtful", n=tally.doubtful),
        speech.t("{n} refused", n=tally.refused),
    ]
    return speech.comma.join(said) + speech.stop


def _owners(one: Import, speech: Speech) -> str | None:
    """Where the new customers go: the claim rules are said before, not after."""
    tally = one.tally
    if not tally.new:
        return None
    said = []
    if tally.owned:
        said.append(
            speech.t(
                "With an owner and a date: {n}, theirs as the list says, and none is lost within a week.", n=tally.owned
            )
        )
    if tally.without_start:
        said.append(
            speech.t(
                "With an owner but no date: {n}, to the pool; a date under *Columns…* makes them their owners'.",
                n=tally.without_start,
            )
        )
    if tally.new > tally.owned + tally.without_start:
        said.append(speech.t("Without an owner: {n}, to the pool.", n=tally.new - tally.owned - tally.without_start))
    return speech.sentences(*said)


def _unknown(tally: Tally, speech: Speech) -> str | None:
    if not tally.unknown_people:
        return None
    names = speech.comma.join(esc(name, MOST_NAME) for name in tally.unknown_people)
    return speech.sentences(speech.t("I know nobody called {names}.", names=names), _to_the_pool(speech))


def _strangers(tally: Tally, speech: Speech) -> list[Block]:
    """The same, a line each."""
    if not tally.unknown_people:
        return []
    names = bullets(esc(name, MOST_NAME) for name in tally.unknown_people)
    return [section(bold(speech.t("I know nobody called"), *names, _to_the_pool(speech)))]


def _to_the_pool(speech: Speech) -> str:
    return speech.t("*Columns…* can let their customers go to the pool.")


def examples(one: Import, speech: Speech) -> list[str]:
    """Some rows, with what becomes of each."""
    word = finance.example if is_finance(one.reading) else _example
    return [word(example, speech) for example in one.tally.examples]


def _example(example: Example, speech: Speech) -> str:
    name = esc(example.name, MOST_NAME) or "–"
    facts = {"row": example.row, "name": name, "about": esc(example.about, MOST_NAME)}
    return {
        "new": lambda: speech.t("Row {row}: {name}, new", **facts),
        "matched": lambda: speech.t("Row {row}: {name}, is {about}", **facts),
        "doubtful": lambda: speech.t("Row {row}: {name}, perhaps {about}", **facts),
        "refused": lambda: report.with_reason(speech.t("Row {row}: {name}, refused", **facts), example, speech),
    }[example.verdict]()


def _columns(reading: FileReading, speech: Speech) -> list[Block]:
    left = left_out(reading, speech)
    said = section(bold(speech.t("Columns"), *column_lines(reading, speech)))
    return [said, *([context(left)] if left else [])]


def _importing(one: Import, speech: Speech) -> Message:
    said = speech.tn(
        "Importing {file}: {done} of {n} row.",
        "Importing {file}: {done} of {n} rows.",
        one.rows_read,
        file=_file(one),
        done=one.rows_done,
    )
    return Message(said, [section(said)])


def _done(one: Import, speech: Speech) -> Message:
    if is_finance(one.reading):
        return finance.done(one, speech)
    heading = speech.t("{file} is imported.", file=_file(one))
    more = speech.t(
        "Added: contacts {contacts}, activities {touches}.",
        contacts=one.tally.contacts,
        touches=one.tally.touches,
    )
    said = speech.sentences(heading, counts(one, speech), more)
    sure = confirm(
        speech.t("Take this import back?"),
        speech.t("What it brought goes again. Customers somebody has worked with since stay."),
        speech.t("Take back"),
        speech.t("Keep"),
    )
    back = button(speech.t("Undo import"), ids.IMPORT_UNDO.id(one.import_id), style="danger", confirm=sure)
    return Message(said, [section(said), actions(back)])


def _undoing(one: Import, speech: Speech) -> Message:
    said = speech.t("Taking the import of {file} back…", file=_file(one))
    return Message(said, [section(said)])


def _undone(one: Import, speech: Speech) -> Message:
    said = speech.t("The import of {file} was taken back.", file=_file(one))
    if one.tally.kept:
        kept = speech.tn(
            "{n} customer stays, since somebody has worked with it.",
            "{n} customers stay, since somebody has worked with them.",
            one.tally.kept,
        )
        said = speech.sentences(said, kept)
    return Message(said, [section(said)])


def _dropped(one: Import, speech: Speech) -> Message:
    said = speech.t("{file} was left alone: nothing was changed.", file=_file(one))
    return Message(said, [section(said)])


def _refused(one: Import, speech: Speech) -> Message:
    code, facts = one.problem or ("file_broken", ())
    said = speech.sentences(
        speech.t("I could not read {file}.", file=_file(one)), refusals.say(code, dict(facts), speech)
    )
    return Message(said, [section(said)])


_STATES = {
    ImportState.WAITING: _waiting,
    ImportState.READY: _ready,
    ImportState.IMPORTING: _importing,
    ImportState.DONE: _done,
    ImportState.UNDOING: _undoing,
    ImportState.UNDONE: _undone,
    ImportState.DROPPED: _dropped,
    ImportState.REFUSED: _refused,
}
