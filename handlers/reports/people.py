"""What each made of their deals and plans, and what kind of customers they hold."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from crm.cards import PeopleCard
from crm.deals import Stage
from crm.people_figures import Made
from handlers.deals.words import stage_name
from handlers.kit.blocks import Block, Message, begun, bold, context, section, table
from handlers.kit.speech import Speech
from handlers.measures.words import group_name, share, whose


def people(card: PeopleCard, speech: Speech) -> Message:
    t = speech.t
    span = speech.span(card.period.first, card.period.last)
    mine = card.circle.whose == "mine"
    heading = (
        t("People, you, {span}", span=span)
        if mine
        else t("People, {whose}, {span}", whose=whose(card.circle, speech), span=span)
    )
    whole = begun(f"{_made(card.made, speech)}{speech.stop}")
    blocks: list[Block] = [section(bold(heading, whole))]
    if card.groups:
        blocks.append(_table(card, speech))
    spread = _spread(card, speech)
    if spread:
        blocks.append(section("\n".join(spread)))
    blocks.append(context(t("How it is counted: `/dibs define`.")))
    rows = [
        f"{group_name(name, card.by, speech)}{speech.colon}{_made(of, speech)}{speech.stop}" for name, of in card.groups
    ]
    return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), whole, *rows, *spread), blocks)


def _made(of: Made, speech: Speech) -> str:
    """ "success rate 3 of 7, 24 days to win, plans done 12 of 14" """
    t = speech.t
    days = None if of.days is None else speech.tn("{n} day to win", "{n} days to win", round(of.days))
    said = (
        t("success rate {share}", share=share(of.won, speech)),
        days,
        t("plans done {share}", share=share(of.done, speech)),
    )
    return speech.semicolon.join(one for one in said if one)


def _table(card: PeopleCard, speech: Speech) -> Block:
    t = speech.t
    heading = (t("Who"), t("Success rate"), t("Days to win"), t("Plans done"))
    rows = [
        (
            group_name(name, card.by, speech),
            share(of.won, speech),
            "–" if of.days is None else f"{of.days:.0f}",
            share(of.done, speech),
        )
        for name, of in card.groups
    ]
    return table(heading, rows)


def _spread(card: PeopleCard, speech: Speech) -> list[str]:
    """The customers parted three ways, a sentence each."""
    if not card.held:
        return []
    t = speech.t
    need = _parts(((_need(code, card, speech), n) for code, n in card.spread.need), speech)
    bought = _parts(((_value(power, card, speech), n) for power, n in card.spread.bought), speech)
    grade = _parts(((code or t("no grade"), n) for code, n in card.spread.grade), speech)
    return [
        speech.tn("{n} customer is held.", "{n} customers are held.", card.held),
        t("By need: {parts}.", parts=need),
        t("By what was won within a year: {parts}.", parts=bought),
        t("By grade: {parts}.", parts=grade),
    ]


def _need(code: str | None, card: PeopleCard, speech: Speech) -> str:
    """The stage of the deal that is open there."""
    return stage_name(card.stages.of(code) or Stage(code, 0, 0), speech) if code else speech.t("no open deal")


def _parts(parts: Iterable[tuple[str, int]], speech: Speech) -> str:
    """Each once: several deleted stages are said with one word."""
    added: Counter[str] = Counter()
    for name, n in parts:
        added[name] += n
    return speech.comma.join(f"{name}{speech.aside(str(n))}" for name, n in added.items())


def _value(power: str | None, card: PeopleCard, speech: Speech) -> str:
    if power is None:
        return speech.t("nothing")
    return speech.t("from {amount}", amount=speech.money(Decimal(10) ** int(power), card.rates.base))
