"""How a deal is said: its name, its stage, its facts in one line. Shared by cards, lists, receipts and the funnel."""

from crm.cards.deals import DealLine
from crm.deals import Deal, Stage
from handlers.kit import words
from handlers.kit.blocks import esc
from handlers.kit.speech import Speech


def stage_label(stage: Stage, speech: Speech) -> str:
    """An admin's own word for it, else ours in the reader's language: for buttons and lists, where nothing is escaped."""
    return stage.name or words.stage(speech, stage.code)


def stage_name(stage: Stage, speech: Speech) -> str:
    """The same in a sentence."""
    return esc(stage_label(stage, speech), 60)


def title(deal: Deal) -> str:
    """The customer, and the deal's own name where it has one."""
    customer = esc(deal.customer_name, 100)
    return customer if deal.name == deal.customer_name else f"{customer} · {esc(deal.name, 100)}"


def money(deal: Deal, speech: Speech) -> str | None:
    return speech.money(deal.amount, deal.currency) if deal.amount is not None else None


def facts(line: DealLine, speech: Speech) -> str:
    """Stage, sum, when it closes, whose it is: "proposal, $50,000, closes Mon 30 Nov, Mei"."""
    deal, t = line.deal, speech.t
    closes = None
    if deal.closed_at is not None:
        closes = t("since {day}", day=speech.day(deal.closed_at))
    elif deal.close_on:
        closes = t("closes {day}", day=speech.date(deal.close_on))
    why = words.lost_reason(speech, deal.lost_reason) if deal.lost_reason else None
    rival = t("against {competitor}", competitor=esc(deal.competitor, 60)) if deal.competitor else None
    chance = f"{deal.probability}%" if deal.probability is not None and deal.closed_at is None else None
    owner = speech.named(line.owner_name, 60) if line.owner_name else None
    said = (stage_name(line.stage, speech), money(deal, speech), chance, closes, why, rival, owner)
    return speech.comma.join(one for one in said if one)


def stalled(line: DealLine, speech: Speech) -> str | None:
    if line.stalled is None:
        return None
    return speech.tn("no move for {n} day", "no move for {n} days", line.stalled)
