"""A manager's quarter: what was won and lost, where it is weak, and how its forecast came out, in all and by rep."""

from html import unescape

from crm.cards.measures import Dimension
from crm.cards.reports import QuarterCard
from crm.forecast import Outcome
from handlers.digests.team import figures_buttons
from handlers.kit.blocks import Block, Message, bold, context, header, section, table
from handlers.kit.charts import bars
from handlers.kit.speech import Speech
from handlers.measures.funnel import closed, weak
from handlers.measures.outcome import came_out
from handlers.measures.words import group_name, in_which_money, money, percent, share, whose_first


def quarter(card: QuarterCard, speech: Speech) -> Message:
    t, of = speech.t, card.funnel
    heading = t(
        "{team}, quarter {n} of {year}",
        team=whose_first(card.circle, speech),
        n=(card.period.first.month + 2) // 3,
        year=f"{card.period.first.year}",
    )
    if not of.won and not of.lost and card.came_out is None:
        said = t("{title}: nothing to report.", title=heading)
        return Message(said, [section(said)])
    before = (
        t("Success rate the quarter before: {share}.", share=share(card.before, speech)) if card.before.whole else None
    )
    came = came_out(card.came_out, card.rates, speech) if card.came_out else []
    head = [closed(of, card.rates, speech), before, weak(card.weak, of, None, speech), *came]
    blocks: list[Block] = [header(heading), section("\n".join(filter(None, head)))]
    groups = [(group_name(name, _by(card), speech), one) for name, one in card.by_rep]
    if len(groups) > 1:
        blocks += [section(bold(t("By rep") if _by(card) == "rep" else t("By team"))), _chart(groups, card, speech)]
        blocks.append(_table(groups, card, speech))
    blocks.append(figures_buttons(speech, days=f"{card.period.first.year}Q{(card.period.first.month + 2) // 3}"))
    note = in_which_money(card.rates, of.unconverted, speech)
    how = t("How it is counted: `/dibs define`. Not wanted: `/dibs digest quarterly off`.")
    blocks.append(context(*filter(None, (note, how))))
    spoken = [_line(name, one, card, speech) for name, one in groups] if len(groups) > 1 else []
    return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), *head, *spoken, note), blocks)


def _by(card: QuarterCard) -> Dimension:
    return "team" if card.circle.whose == "all" else "rep"


def _line(name: str, one: Outcome, card: QuarterCard, speech: Speech) -> str:
    return speech.t(
        "{name}: weighted {promised}, won {won}.",
        name=name,
        promised=money(one.promised.weighted, card.rates, speech),
        won=money(one.won, card.rates, speech),
    )


def _chart(groups: list[tuple[str, Outcome]], card: QuarterCard, speech: Speech) -> Block:
    t = speech.t
    title = t("Promised and won, {currency}", currency=card.rates.base)
    promised, won = [one.promised.weighted for _, one in groups], [one.won for _, one in groups]
    return bars(title, [unescape(name) for name, _ in groups], (t("Weighted"), promised), (t("Won"), won))


def _table(groups: list[tuple[str, Outcome]], card: QuarterCard, speech: Speech) -> Block:
    """The share of what was promised is told where it is of ten deals or more, its column where anybody has one."""
    t, rated = speech.t, any(one.rate is not None for _, one in groups)
    rows = [
        (
            name,
            money(one.promised.weighted, card.rates, speech),
            money(one.won, card.rates, speech),
            *(["–" if one.rate is None else percent(one.rate)] if rated else []),
        )
        for name, one in groups
    ]
    return table((t("Who"), t("Weighted"), t("Won"), *([t("Won of the weighted")] if rated else [])), rows)
