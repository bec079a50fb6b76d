"""A message about several customers: one preview, a row each, one "Save all"; afterwards the receipts in its place."""

from crm.cards import PreviewCard, PreviewRow
from handlers.dm_note.candidates import in_full, labels
from handlers.dm_note.receipt import receipt
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Element, Message, actions, button, context, divider, esc, section
from handlers.kit.speech import Speech


def preview(card: PreviewCard, speech: Speech) -> Message:
    """What each part would be logged as; what is unclear asks. Nothing is logged before "Save all"."""
    title, for_all = _title(card, speech), _for_all(card, speech)
    blocks: list[Block] = [section(f"*{title}*"), *([context(for_all)] if for_all else ())]
    rows = [_row(row, speech, says_for=not for_all) for row in card.rows]
    for row, said in zip(card.rows, rows, strict=True):
        blocks += [divider(), section(said), *_row_buttons(card, row, speech)]
    if card.state == "open" and any(_is_ready(row) for row in card.rows):
        blocks.append(actions(button(speech.t("Save all"), ids.SAVE_ALL.id(card.draft_id), style="primary")))
    return Message("\n".join((speech.sentences(title, for_all), *(said.replace("*", "") for said in rows))), blocks)


def _title(card: PreviewCard, speech: Speech) -> str:
    waiting = sum(row.part.state == "open" for row in card.rows)
    if card.state == "discarded":
        return speech.t("Nothing was logged; your words are below.")
    if not waiting:
        return speech.t("All are logged.")
    return speech.tn(
        "{n} customer in one message. Shall I log it?", "{n} customers in one message. Shall I log them?", waiting
    )


def _for_all(card: PreviewCard, speech: Speech) -> str | None:
    """Whom the message is kept for, where all of it is for one."""
    reps = {row.rep_name for row in card.rows if row.part.state != "dropped"}
    name = next(iter(reps)) if len(reps) == 1 else None
    return speech.t("This is for {name}.", name=speech.named(name)) if name and card.state != "discarded" else None


def _row(row: PreviewRow, speech: Speech, *, says_for: bool) -> str:
    if row.receipt:
        return receipt(row.receipt, speech).text
    if row.part.state == "dropped":
        return speech.t("Left out: {words}", words=esc(row.words, 300))
    name = esc(row.customer_name or speech.t("Which customer is it?"), 120)
    if row.part.new_name:
        name = speech.t("{name} (new)", name=name)
    what = [f"*{name}*", words.kind(speech, row.part.kind), esc(row.part.contact or "", 120)]
    if row.part.due_at:
        step = esc(row.part.step or speech.t("follow up"), 160)
        what.append(speech.t("next: {when}, {step}", when=speech.moment(row.part.due_at), step=step))
    if row.owner_name:
        what.append(speech.t("{owner}'s customer", owner=speech.named(row.owner_name)))
    if row.rep_name and says_for:
        what.append(speech.t("for {name}", name=speech.named(row.rep_name)))
    return " · ".join(one for one in what if one) + "\n" + esc(row.words, 300)


def _is_ready(row: PreviewRow) -> bool:
    return row.part.state == "open" and row.part.is_decided


def _row_buttons(card: PreviewCard, row: PreviewRow, speech: Speech) -> list[Block]:
    if row.receipt and not row.receipt.activity.withdrawn:
        activity_id = row.receipt.activity.activity_id
        taps = (
            button(speech.t("Edit"), ids.EDIT_LOG.id(activity_id)),
            button(speech.t("Undo"), ids.UNDO_LOG.id(activity_id)),
        )
        return [actions(*taps)]
    if row.part.state != "open" or card.state != "open":
        return []
    number = row.part.part
    edit = button(speech.t("Edit…"), ids.PART_EDIT.id(card.draft_id, number))
    drop = button(speech.t("Leave out"), ids.PART_DROP.id(card.draft_id, number))
    near = [] if row.part.is_decided else in_full(row.candidates, speech)
    return [*([context("\n".join(near))] if near else []), actions(*_choices(card, row, speech), edit, drop)]


def _choices(card: PreviewCard, row: PreviewRow, speech: Speech) -> list[Element]:
    """The near customers, where the words did not decide."""
    if row.part.is_decided:
        return []
    return [
        button(label, ids.PART_CUSTOMER.id(card.draft_id, row.part.part, one.customer_id))
        for label, one in zip(labels(row.candidates, speech), row.candidates, strict=True)
    ]
