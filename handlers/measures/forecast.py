"""The forecast: month by month, by rep or team, and what moved it since last week."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date

from crm.cards.measures import ForecastCard
from crm.deals import Stage, Stages, Version
from crm.forecast import Cause, Forecast, Sums
from crm.measures import Rates
from handlers.deals.words import stage_name, title
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, begun, bold, button, context, section, table
from handlers.kit.charts import bars
from handlers.kit.speech import Speech
from handlers.measures.outcome import came_out
from handlers.measures.words import figure, group_name, in_which_money, money, whose

MOST_CAUSES = 5


def forecast(card: ForecastCard, speech: Speech) -> Message:
    t, of = speech.t, card.forecast
    heading = t("Forecast, {whose}", whose=whose(card.circle, speech))
    if not of.rows and not of.unconverted and card.last_quarter is None:
        said = t(
            "{heading}: nothing to forecast. Give your deals a sum and a day: `/dibs deal`.",
            heading=heading,
        )
        return Message(said, [section(said)])
    rows = [(_row(row, speech), sums) for row, sums in of.rows]
    head = [_figures(of.total, card, speech), change(of, card.rates, speech)]
    last = came_out(card.last_quarter, card.rates, speech) if card.last_quarter else []
    blocks: list[Block] = [section(bold(heading, *head)), *([section(bold(t("Last quarter"), *last))] if last else [])]
    if rows:
        blocks.append(_chart(rows, card.rates, speech))
    groups = [(group_name(name, card.by, speech), sums) for name, sums in card.groups] if len(card.groups) > 1 else []
    if rows:
        blocks.append(_table([*rows, (begun(t("total")), of.total), *groups], card, speech))
    if of.causes:
        blocks.append(section(bold(t("What moved the forecast most"))))
    blocks += [cause_row(one, card.rates, card.stages, speech) for one in of.causes[:MOST_CAUSES]]
    note = in_which_money(card.rates, of.unconverted, speech)
    blocks.append(context(*filter(None, (note, t("How it is counted: `/dibs define`.")))))
    before = [f"{t('Last quarter')}{speech.colon}".rstrip(), *last] if last else []
    spoken = [f"{_sums(name, sums, card, speech)}{speech.stop}" for name, sums in rows]
    by_group = [f"{_sums(name, sums, card, speech)}{speech.stop}" for name, sums in groups]
    moved = [f"{cause_text(one, card.rates, card.stages, speech)}{speech.stop}" for one in of.causes[:MOST_CAUSES]]
    return Message(
        speech.sentences(f"{heading}{speech.colon}".rstrip(), *head, *before, *spoken, *by_group, *moved, note), blocks
    )


def _figures(sums: Sums, card: ForecastCard, speech: Speech) -> str:
    return speech.t(
        "Weighted {weighted}; committed {committed}, at best {best}, won {won}.",
        weighted=money(sums.weighted, card.rates, speech),
        committed=money(sums.committed, card.rates, speech),
        best=money(sums.best, card.rates, speech),
        won=money(sums.won, card.rates, speech),
    )


def change(of: Forecast, rates: Rates, speech: Speech) -> str:
    if not of.causes:
        return speech.t("Nothing has changed since last week.")
    return speech.t("Since last week: {change} weighted.", change=_signed(of.change, rates, speech))


def _signed(amount: Decimal, rates: Rates, speech: Speech) -> str:
    return f"{'+' if amount >= 0 else '−'}{money(abs(amount), rates, speech)}"


def _row(row: date | str, speech: Speech) -> str:
    if isinstance(row, date):
        zh = speech.locale == "zh"
        return format_date(row, "y年M月" if zh else "MMM y", locale="zh_Hans" if zh else "en")
    said = {"later": speech.t("after that"), "late": speech.t("past their day"), "undated": speech.t("no day set")}
    return begun(said[row])


def _table(rows: list[tuple[str, Sums]], card: ForecastCard, speech: Speech) -> Block:
    """Months, their total, and the reps or teams below it: Slack takes one table a message."""
    t = speech.t
    heading = (card.rates.base, t("Won"), t("Committed"), t("Weighted"), t("At best"))
    cells = [
        (name, *(figure(one, speech) for one in (sums.won, sums.committed, sums.weighted, sums.best)))
        for name, sums in rows
    ]
    return table(heading, cells)


def _chart(rows: list[tuple[str, Sums]], rates: Rates, speech: Speech) -> Block:
    t = speech.t
    return bars(
        t("Forecast by month, {currency}", currency=rates.base),
        [name for name, _ in rows],
        (t("Committed"), [sums.committed for _, sums in rows]),
        (t("Weighted"), [sums.weighted for _, sums in rows]),
        (t("At best"), [sums.best for _, sums in rows]),
    )


def _sums(name: str, sums: Sums, card: ForecastCard, speech: Speech) -> str:
    return speech.t(
        "{name}: won {won}, committed {committed}, weighted {weighted}, at best {best}",
        name=name,
        won=money(sums.won, card.rates, speech),
        committed=money(sums.committed, card.rates, speech),
        weighted=money(sums.weighted, card.rates, speech),
        best=money(sums.best, card.rates, speech),
    )


def cause_row(one: Cause, rates: Rates, stages: Stages, speech: Speech) -> Block:
    """A deal that moved the forecast, with its button."""
    tap = ids.DEAL_EDIT.id(one.deal.deal_id)
    return section(cause_text(one, rates, stages, speech), accessory=button(speech.t("Deal…"), tap))


def cause_text(one: Cause, rates: Rates, stages: Stages, speech: Speech) -> str:
    return speech.t(
        "{deal}: {change} ({why})",
        deal=title(one.deal),
        change=_signed(one.by, rates, speech),
        why=_why(one, stages, speech),
    )


def _why(one: Cause, stages: Stages, speech: Speech) -> str:
    """What of the deal changed, in the order that matters."""
    before, after = one.before, one.after
    if before is None or after is None:
        return speech.t("new")
    said = []
    if before.stage != after.stage:
        said.append(f"{_stage(before, stages, speech)} → {_stage(after, stages, speech)}")
    if (before.amount, before.currency) != (after.amount, after.currency):
        said.append(speech.t("sum"))
    if before.probability != after.probability:
        said.append(speech.t("probability"))
    return speech.comma.join(said) or speech.t("other")


def _stage(version: Version, stages: Stages, speech: Speech) -> str:
    return stage_name(stages.of(version.stage) or Stage(version.stage, 0, 0), speech)
