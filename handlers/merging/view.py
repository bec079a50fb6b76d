"""Merging two customers: what would stay, what was done, and the way back."""

from crm.merging import Merged, MergePreview
from handlers.kit import ids
from handlers.kit.blocks import Message, actions, bold, button, confirm, context, esc, section
from handlers.kit.speech import Speech


def preview(card: MergePreview, speech: Speech) -> Message:
    """Which stays, whose it is and until when, and what goes along; done by the button only."""
    t = speech.t
    kept, gone = esc(card.kept.name, 120), esc(card.gone.name, 120)
    title = t("{gone} would go into {kept}.", gone=gone, kept=kept)
    lines = [
        _claim(card, speech),
        *_along(card, speech),
        t("Both histories stay; {gone} becomes another name.", gone=gone),
    ]
    if card.gone_owner and card.gone.owner_id != card.kept.owner_id:
        lines.append(t("{owner} goes on working on it as a co-owner.", owner=speech.named(card.gone_owner)))
    sure = confirm(t("Merge them?"), t("It can be taken back for 30 days."), t("Merge"), t("Leave them"))
    facts = (card.kept.customer_id, card.kept.owner_epoch, card.gone.customer_id, card.gone.owner_epoch)
    merge = button(t("Merge"), ids.MERGE.id(*facts), style="primary", confirm=sure)
    return Message(
        speech.sentences(title, *lines),
        [section(bold(title, *lines)), context(t("It can be taken back for 30 days.")), actions(merge)],
    )


def _claim(card: MergePreview, speech: Speech) -> str:
    if card.until is None or card.kept_owner is None:
        return speech.t("Nobody owns it.")
    return speech.t(
        "It is {owner}'s, by the earlier claim, until {day}, the later of both dates.",
        owner=speech.named(card.kept_owner),
        day=speech.day(card.until),
    )


def _along(card: MergePreview, speech: Speech) -> list[str]:
    """What comes along; what there is none of is left out."""
    moved, tn = card.moved, speech.tn
    parts = (
        (moved.activities, tn("{n} log", "{n} logs", moved.activities)),
        (moved.contacts, tn("{n} new contact", "{n} new contacts", moved.contacts)),
        (moved.plans, tn("{n} plan", "{n} plans", moved.plans)),
        (moved.deals, tn("{n} deal", "{n} deals", moved.deals)),
        (moved.complaints, tn("{n} complaint or promise", "{n} complaints or promises", moved.complaints)),
    )
    things = speech.comma.join(said for n, said in parts if n)
    return [speech.t("Along go: {things}.", things=things)] if things else []


def merged(card: Merged, speech: Speech) -> Message:
    """What was done, by whom; with the way back while it is open."""
    t = speech.t
    facts = {
        "gone": f"*{esc(card.gone_name, 120)}*",
        "kept": f"*{esc(card.kept.name, 120)}*",
        "who": speech.named(card.merger_name),
    }
    if card.undone_by is not None:
        said = t(
            "{gone} and {kept} are two customers again: {by} took the merge back.",
            by=speech.named(card.undone_by),
            **facts,
        )
        return Message(said, [section(said)])
    said = t("{who} merged {gone} into {kept}. Both histories are there.", **facts)
    blocks = [section(said)]
    buttons = [button(t("Customer card"), ids.OPEN_CARD.id(card.kept.customer_id))]
    if speech.now < card.undo_until:
        buttons.append(button(t("Take apart again"), ids.UNMERGE.id(card.merge_id)))
    return Message(said, [*blocks, actions(*buttons)])
