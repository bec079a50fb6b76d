"""Odd deals: each with why it is on the list, and the button that mends it."""

from crm.cards.reports import OddCard, OddLine
from handlers.deals.words import facts, title
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, bold, button, context, section
from handlers.kit.speech import Speech
from handlers.measures.words import whose
from handlers.quality.view import come_up


def odd(card: OddCard, speech: Speech) -> Message:
    t = speech.t
    heading = t("Odd deals, {whose}", whose=whose(card.circle, speech))
    if not card.lines:
        said = t("{heading}: none. Every open deal has a next step and figures in line.", heading=heading)
        return Message(said, [section(said)])
    blocks = [section(bold(heading)), *(odd_row(one, speech) for one in card.lines)]
    more = card.total - len(card.lines)
    blocks.append(context(*come_up(more, speech), t("How it is counted: `/dibs define odd deals`.")))
    said = f"{heading}{speech.colon}{odd_names(card.lines, speech)}"
    return Message(speech.sentences(said, *come_up(more, speech)), blocks)


def odd_names(lines: tuple[OddLine, ...], speech: Speech) -> str:
    """ "Acme (nothing planned), Globex (moved back 3 times).\""""
    named = (
        speech.t("{deal} ({why})", deal=title(one.line.deal), why=speech.comma.join(_whys(one, speech)))
        for one in lines
    )
    return speech.comma.join(named) + speech.stop


def odd_row(one: OddLine, speech: Speech) -> Block:
    deal = one.line.deal
    text = f"*{title(deal)}* · {facts(one.line, speech)} · {speech.comma.join(_whys(one, speech))}"
    tap = button(speech.t("Deal…"), ids.DEAL_EDIT.id(deal.deal_id))
    if one.whys == ("no_step",):
        tap = button(speech.t("Plan"), ids.PLAN.id(deal.customer_id))
    return section(text, accessory=tap)


def _whys(one: OddLine, speech: Speech) -> list[str]:
    t = speech.t
    said = {
        "amount": t("sum out of line"),
        "age": t("open for unusually long"),
        "pushed": speech.tn("moved back {n} time", "moved back {n} times", one.pushed),
        "no_step": t("nothing planned"),
    }
    return [said[why] for why in one.whys]
