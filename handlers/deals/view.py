"""Deals: one after it was changed, a list of them, and what a receipt suggests about them."""

from collections.abc import Sequence

from crm.activities import Activity
from crm.cards.deals import DEALS_A_PAGE, DealCard, DealHint, DealLine, DealsCard
from crm.deal_offers import Offer
from crm.deals import Move, Stage, Stages
from handlers.deals.words import facts, money, stage_label, stage_name, stalled, title
from handlers.kit import ids
from handlers.kit.blocks import Block, Element, Message, actions, button, clip, context, esc, section
from handlers.kit.paging import Page, standing, turning
from handlers.kit.speech import Speech


def kept(card: DealCard, speech: Speech) -> Message:
    """A deal as it is now, its last steps, and the next one as a button."""
    said = speech.t("Deal {deal}: {facts}.", deal=f"*{title(card.line.deal)}*", facts=facts(card.line, speech))
    if not card.is_current:
        said = speech.sentences(said, speech.t("(It was changed again; the newest message has the buttons.)"))
        return Message(said, [section(said)])
    helpers = speech.comma.join(speech.named(name, 60) for name in card.helper_names)
    helped = speech.t("With {names}.", names=helpers) if helpers else None
    blocks = [section(speech.sentences(said, helped))]
    if len(card.steps) > 1:
        blocks.append(context("\n".join(_step(step, who, card.stages, speech) for step, who in card.steps)))
    return Message(speech.sentences(said, helped), [*blocks, actions(*_moves(card, speech))])


def _step(step: Move, who: str | None, stages: Stages, speech: Speech) -> str:
    after = stage_name(stages.of(step.after) or Stage(step.after, 0, 0), speech)
    return f"{speech.day(step.at)} · {after}" + (f" · {esc(who, 60)}" if who else "")


def _moves(card: DealCard, speech: Speech) -> list[Element]:
    """One stage on, won, lost, and the whole form."""
    deal, stages, t = card.line.deal, card.stages, speech.t
    edit = button(t("Edit the deal…"), ids.DEAL_EDIT.id(deal.deal_id))
    if deal.closed_at is not None:
        return [edit]
    buttons = []
    ahead = next((one for one in stages.open if stages.rank(one.code) > stages.rank(deal.stage)), None)
    if ahead:
        label = t("Now in {stage}", stage=stage_label(ahead, speech))
        buttons.append(button(label, ids.DEAL_MOVE.id(deal.deal_id, deal.version, ahead.code)))
    won = ids.DEAL_MOVE.id(deal.deal_id, deal.version, stages.won.code)
    return [
        *buttons,
        button(t("Won"), won, style="primary"),
        button(t("Lost…"), ids.DEAL_LOST.id(deal.deal_id)),
        edit,
    ]


def deals(card: DealsCard, speech: Speech) -> Message:
    """A list, each with its form behind a button."""
    t = speech.t
    new = [actions(button(t("New deal…"), ids.DEAL_NEW.id(card.customer.customer_id if card.customer else "")))]
    if not card.lines:
        said = (
            t("No deal with {customer} yet.", customer=esc(card.customer.name, 120))
            if card.customer
            else t("You have no open deal. Write `/dibs deal Acme 50k` to open one.")
        )
        return Message(said, [section(said), *new])
    if card.unclear:
        head = t("{customer} has several open deals. Which one do you mean?", customer=_customer(card))
    elif card.customer:
        head = speech.tn(
            "{n} deal with {customer}.", "{n} deals with {customer}.", card.total, customer=_customer(card)
        )
    else:
        head = speech.tn("{n} open deal is yours.", "{n} open deals are yours.", card.total)
    spoken = [t("{deal}: {facts}.", deal=title(line.deal), facts=_line(line, speech)) for line in card.lines]
    blocks = [section(f"*{head}*"), *(row(line, speech) for line in card.lines)]
    shown = Page(card.lines, card.offset, card.total, DEALS_A_PAGE)
    customer_id = card.customer.customer_id if card.customer else ""
    blocks += turning(shown, lambda offset: ids.DEALS.id(customer_id, offset), speech)
    return Message(speech.sentences(head, *spoken, standing(shown, speech)), [*blocks, *new])


def _customer(card: DealsCard) -> str:
    return esc(card.customer.name, 120) if card.customer else ""


def row(line: DealLine, speech: Speech) -> Block:
    text = f"*{title(line.deal)}* · {_line(line, speech)}"
    return section(text, accessory=button(speech.t("Deal…"), ids.DEAL_EDIT.id(line.deal.deal_id)))


def _line(line: DealLine, speech: Speech) -> str:
    return speech.comma.join(one for one in (facts(line, speech), stalled(line, speech)) if one)


def hint_text(card: DealHint, speech: Speech) -> str | None:
    """What the receipt says: a question with its one tap, or what became of the deal."""
    if card.offers:
        return "\n".join(f"{n}{_asked(one, speech)}" for n, one in _numbered(card.offers))
    said = [speech.t("Deal {deal}: {facts}.", deal=title(one.deal), facts=facts(one, speech)) for one in card.settled]
    return "\n".join(said) or None


def _numbered(offers: Sequence[Offer]) -> list[tuple[str, Offer]]:
    """Each with "1. " before it where their names alike would leave no question with its own button."""
    alike = len({_short(one) for one in offers}) < len(offers)
    return [(f"{n}. " if alike else "", one) for n, one in enumerate(offers, 1)]


def _short(offer: Offer) -> str:
    """The deal's name for a button, beside the words of the button."""
    return clip(offer.deal.name, 40) if offer.deal else ""


def _asked(offer: Offer, speech: Speech) -> str:
    t = speech.t
    sum_ = speech.money(offer.amount, offer.currency) if offer.amount is not None else None
    stage = stage_name(offer.stage, speech) if offer.stage else None
    if offer.deal is None:
        what = speech.comma.join(one for one in (stage, sum_) if one)
        return t("No deal is open here. Open one: {what}?", what=what)
    before = money(offer.deal, speech) or t("no amount yet")
    if stage and sum_:
        return t("Deal {deal}: now {stage}, {amount}?", deal=title(offer.deal), stage=stage, amount=sum_)
    if stage:
        return t("Deal {deal}: now {stage}?", deal=title(offer.deal), stage=stage)
    return t("Deal {deal}: now {amount} ({before} before)?", deal=title(offer.deal), amount=sum_, before=before)


def hint_buttons(card: DealHint, activity: Activity, speech: Speech) -> list[Element]:
    """One tap for each; a loss asks why only where the note does not say it."""
    several, why_lost = len(card.offers) > 1, activity.lost_reason is not None
    return [
        _confirm(one, f"{n}{_short(one)}", activity.activity_id, several, why_lost, speech)
        for n, one in _numbered(card.offers)
    ]


def _confirm(offer: Offer, name: str, activity_id: str, several: bool, why_lost: bool, speech: Speech) -> Element:
    t = speech.t
    if offer.deal is None:
        return button(t("Open the deal"), ids.DEAL_OFFER.id(activity_id, "new"), style="primary")
    tap = ids.DEAL_OFFER.id(activity_id, offer.deal.deal_id)
    if offer.stage and offer.stage.kind == "lost" and why_lost:
        return button(t("Yes, {deal} is lost", deal=name), tap)
    if offer.stage and offer.stage.kind == "lost":
        return button(t("Lost: {deal}…", deal=name.rstrip("…")), ids.DEAL_LOST.id(offer.deal.deal_id))
    if several:
        stage = stage_label(offer.stage, speech) if offer.stage else ""
        return button(t("Yes, {deal}: {stage}", deal=name, stage=stage), tap)
    if offer.stage and offer.stage.kind == "won":
        return button(t("Yes, it is won"), tap, style="primary")
    return button(t("Yes, update the deal"), tap, style="primary")
