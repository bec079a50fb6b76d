"""A list of finance's in words: what it would bring, and that it is in. It can't be taken back: the right list again is the
way to correct one."""

from crm.imports import Example, Import, Tally
from handlers.imports.form import column_name
from handlers.imports.report import sent_back
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, actions, button, esc, section
from handlers.kit.speech import Speech


def ready(one: Import, speech: Speech) -> Message:
    title = speech.tn(
        "{file}: {n} row of finance's papers. Nothing was changed yet.",
        "{file}: {n} rows of finance's papers. Nothing was changed yet.",
        one.rows_read,
        file=esc(one.file_name, 100) or "?",
    )
    said = [_counts(one.tally, speech), _what_it_is(speech), sent_back(one, speech)]
    blocks: list[Block] = [section(f"*{title}*\n{speech.sentences(*said)}")]
    if one.tally.examples:
        blocks.append(section("\n".join(_example(example, speech) for example in one.tally.examples)))
    go = button(speech.t("Import"), ids.IMPORT_START.id(one.import_id), style="primary")
    drop = button(speech.t("Drop it"), ids.IMPORT_DROP.id(one.import_id))
    can_go = one.tally.new + one.tally.changed > 0
    blocks += [section(_columns(one, speech)), actions(*([go] if can_go else []), drop)]
    return Message(speech.sentences(title, *said), blocks)


def done(one: Import, speech: Speech) -> Message:
    title = speech.t("{file} is imported.", file=esc(one.file_name, 100) or "?")
    mend = speech.t("To correct it, import the right list: a paper with the same number is replaced.")
    said = speech.sentences(title, _counts(one.tally, speech), mend)
    return Message(said, [section(said)])


def _counts(tally: Tally, speech: Speech) -> str:
    return speech.t(
        "{new} new, {changed} changed, {same} as they were, {refused} refused.",
        new=tally.new,
        changed=tally.changed,
        same=tally.matched,
        refused=tally.refused,
    )


def _what_it_is(speech: Speech) -> str:
    return speech.t("They are shown and counted here; nothing of them is ever changed here or sent back.")


def _example(example: Example, speech: Speech) -> str:
    facts = {"row": example.row, "name": esc(example.name, 80) or "–"}
    return {
        "new": speech.t("Row {row}: {name}, new", **facts),
        "changed": speech.t("Row {row}: {name}, changed", **facts),
        "matched": speech.t("Row {row}: {name}, as it was", **facts),
        "refused": speech.t("Row {row}: {name}, refused", **facts),
    }.get(example.verdict, "")


def _columns(one: Import, speech: Speech) -> str:
    """What was taken for what."""
    assert one.reading is not None
    t, held = speech.t, one.reading.reading.columns
    names = {
        "name": t("customer"),
        "number": t("number"),
        "kind": t("kind"),
        "dated": t("day"),
        "due": t("due"),
        "amount": t("sum"),
        "currency": t("currency"),
        "status": t("status"),
    }
    pairs = [
        f"{name} ← {esc(column_name(one.reading.headings, held[field][0]), 40)}"
        for field, name in names.items()
        if held.get(field)
    ]
    return t("Columns: {pairs}.", pairs=speech.comma.join(pairs))
