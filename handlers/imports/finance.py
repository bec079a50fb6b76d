"""A list of finance's in words: what it would bring, and that it is in. It can't be taken back: the right list again is the
way to correct one."""

from crm.imports import Example, Import, Tally
from handlers.imports.columns import column_lines
from handlers.imports.report import sent_back, with_reason
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, actions, bold, bullets, button, esc, section
from handlers.kit.speech import Speech


def ready(one: Import, speech: Speech) -> Message:
    heading = title(one, speech)
    said = [counts(one.tally, speech), _what_it_is(speech), sent_back(one, speech)]
    blocks: list[Block] = [section(bold(heading, *filter(None, said)))]
    if one.tally.examples:
        blocks.append(section("\n".join(bullets(example(each, speech) for each in one.tally.examples))))
    go = button(speech.t("Import"), ids.IMPORT_START.id(one.import_id), style="primary")
    assert one.reading is not None
    held = section(bold(speech.t("Columns"), *column_lines(one.reading, speech)))
    columns = button(speech.t("Columns…"), ids.IMPORT_COLUMNS.id(one.import_id))
    drop = button(speech.t("Drop it"), ids.IMPORT_DROP.id(one.import_id))
    can_go = one.tally.new + one.tally.changed > 0
    blocks += [held, actions(*([go] if can_go else []), columns, drop)]
    return Message(speech.sentences(heading, *said), blocks)


def done(one: Import, speech: Speech) -> Message:
    heading = speech.t("{file} is imported.", file=esc(one.file_name, 100) or "?")
    mend = speech.t("To correct it, import the right list: a paper with the same number is replaced.")
    said = speech.sentences(heading, counts(one.tally, speech), mend)
    return Message(said, [section(said)])


def title(one: Import, speech: Speech) -> str:
    return speech.tn(
        "{file}: {n} row of finance's papers. Nothing was changed yet.",
        "{file}: {n} rows of finance's papers. Nothing was changed yet.",
        one.rows_read,
        file=esc(one.file_name, 100) or "?",
    )


def counts(tally: Tally, speech: Speech) -> str:
    return speech.t(
        "{new} new, {changed} changed, {same} as they were, {refused} refused.",
        new=tally.new,
        changed=tally.changed,
        same=tally.matched,
        refused=tally.refused,
    )


def _what_it_is(speech: Speech) -> str:
    return speech.t("They are shown and counted here; nothing of them is ever changed here or sent back.")


def example(of: Example, speech: Speech) -> str:
    facts = {"row": of.row, "name": esc(of.name, 60) or "–"}
    return {
        "new": speech.t("Row {row}: {name}, a new paper", **facts),
        "changed": speech.t("Row {row}: {name}, changed", **facts),
        "matched": speech.t("Row {row}: {name}, as it was", **facts),
        "refused": with_reason(speech.t("Row {row}: {name}, refused", **facts), of, speech),
    }.get(of.verdict, "")
