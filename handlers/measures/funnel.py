"""The funnel: a table of the stages, the weak one in words, what was won and lost, and what stands still, with buttons."""

from crm.cards.measures import Circle, FunnelCard
from crm.funnel import Funnel, StageFigures, Weak
from crm.measures import Rates
from handlers.deals.view import row
from handlers.deals.words import stage_name, title
from handlers.kit import words
from handlers.kit.blocks import Block, Message, bold, context, packed, section, table
from handlers.kit.charts import bars
from handlers.kit.speech import Speech
from handlers.measures.words import figure, group_name, in_which_money, money, percent, share, whose


def funnel(card: FunnelCard, speech: Speech) -> Message:
    t, of = speech.t, card.funnel
    span = speech.span(card.period.first, card.period.last)
    heading = t("Funnel, {whose}, {span}", whose=whose(card.circle, speech), span=span)
    if not of.open and not of.won and not of.lost:
        said = t("{heading}: no deal yet. Open one with `/dibs deal Acme 50k`.", heading=heading)
        return Message(said, [section(said)])
    standing = speech.tn(
        "{n} deal is open, {value}.", "{n} deals are open, {value}.", of.open, value=money(of.value, card.rates, speech)
    )
    head = [standing, closed(of, card.rates, speech), weak(card.weak, of, card.wider, speech)]
    blocks: list[Block] = [
        section(bold(heading, *filter(None, head))),
        *stages_chart(of, card.rates, speech),
        _stages(card, speech),
    ]
    if card.groups:
        blocks += packed(bold(name, f"{said}{speech.stop}") for name, said in _groups(card, speech))
    if card.stalled:
        blocks.append(section(bold(_stalled(card, speech))))
        blocks += [row(line, speech) for line in card.stalled]
        blocks += [context(one) for one in _more_stalled(card, speech)]
    note = in_which_money(card.rates, of.unconverted, speech)
    blocks.append(context(*filter(None, (note, t("How it is counted: `/dibs define`.")))))
    return Message(_spoken(heading, head, card, note, speech), blocks)


def _spoken(heading: str, head: list[str | None], card: FunnelCard, note: str | None, speech: Speech) -> str:
    """The whole in sentences: what the table shows too."""
    stages = [
        f"{_stage(one, card, speech)}{speech.stop}" for one in card.funnel.stages if one.open or one.went_on.whole
    ]
    groups = [f"{name}{speech.colon}{said}{speech.stop}" for name, said in _groups(card, speech)]
    names = speech.comma.join(title(line.deal) for line in card.stalled)
    stalled = f"{_stalled(card, speech)}{speech.colon}{names}{speech.stop}" if names else None
    return speech.sentences(f"{heading}{speech.colon}".rstrip(), *head, *stages, *groups, stalled, note)


def _stage(one: StageFigures, card: FunnelCard, speech: Speech) -> str:
    """A row of the table in words; what there is none of is left out."""
    name, value = stage_name(one.stage, speech), money(one.value, card.rates, speech)
    standing = speech.t("{stage}: {n} open, {value}", stage=name, n=one.open, value=value)
    went_on = speech.t("went on {share}", share=share(one.went_on, speech)) if one.went_on.whole else None
    stood = None if one.days is None else speech.tn("{n} day", "{n} days", round(one.days))
    return speech.comma.join(one_ for one_ in (standing, went_on, stood) if one_)


def _stages(card: FunnelCard, speech: Speech) -> Block:
    t = speech.t
    heading = (
        t("Stage"),
        t("Open"),
        t("Value"),
        t("Went on"),
        t("Days in"),
        t("Stalled"),
    )
    rows = [
        (
            stage_name(one.stage, speech),
            str(one.open),
            figure(one.value, speech),
            share(one.went_on, speech),
            _days(one),
            str(one.stalled),
        )
        for one in card.funnel.stages
    ]
    return table(heading, rows)


def stages_chart(of: Funnel, rates: Rates, speech: Speech) -> list[Block]:
    """What is open by stage: its value, or the number of deals where none has a sum."""
    if not of.open:
        return []
    labels = [one.stage.name or words.stage(speech, one.stage.code) for one in of.stages]
    if of.value:
        title = speech.t("Open value by stage, {currency}", currency=rates.base)
        return [bars(title, labels, (speech.t("Value"), [one.value for one in of.stages]))]
    return [bars(speech.t("Open deals by stage"), labels, (speech.t("Open"), [one.open for one in of.stages]))]


def _days(one: StageFigures) -> str:
    return "–" if one.days is None else f"{one.days:.0f}"


def closed(of: Funnel, rates: Rates, speech: Speech) -> str | None:
    if not of.won and not of.lost:
        return None
    won = speech.t(
        "Won {won} ({value}), lost {lost}; success rate {rate}.",
        won=of.won,
        value=money(of.won_value, rates, speech),
        lost=of.lost,
        rate=share(of.win_rate, speech),
    )
    why = speech.comma.join(
        f"{words.lost_reason(speech, code)}{speech.aside(str(count))}" for code, count in of.reasons[:4]
    )
    return speech.sentences(won, speech.t("Why lost: {reasons}.", reasons=why) if why else None)


def weak(found: Weak | None, of: Funnel, wider: Circle | None, speech: Speech) -> str | None:
    """ "Weak: proposal → negotiation 31%, Sales 52%, the period before 48%; 6 deals over 20 days." """
    t = speech.t
    if found is None or found.figures.went_on.rate is None:
        return None
    stages = [one.stage for one in of.stages]
    at = stages.index(found.figures.stage)
    following = stage_name(stages[at + 1], speech) if at + 1 < len(stages) else words.stage(speech, "won")
    others = [percent(found.figures.went_on.rate)]
    if found.wider is not None and wider:
        others.append(f"{whose(wider, speech)} {percent(found.wider)}")
    if found.before is not None:
        others.append(t("the period before {share}", share=percent(found.before)))
    step = f"{stage_name(found.figures.stage, speech)} → {following}"
    said = t("Weak: {step} {shares}.", step=step, shares=speech.comma.join(others))
    if not found.figures.stalled:
        return said
    still = speech.tn(
        "There, {n} deal stands still for over {days} days.",
        "There, {n} deals stand still for over {days} days.",
        found.figures.stalled,
        days=found.figures.stage.stall_days,
    )
    return speech.sentences(said, still)


def _groups(card: FunnelCard, speech: Speech) -> list[tuple[str, str]]:
    """Each rep, team or source, and its figures."""
    return [(group_name(name, card.by, speech), _group(figures, card, speech)) for name, figures in card.groups]


def _group(figures: Funnel, card: FunnelCard, speech: Speech) -> str:
    return speech.t(
        "{n} open, {value}, won {won}, lost {lost}, success rate {rate}",
        n=figures.open,
        value=money(figures.value, card.rates, speech),
        won=figures.won,
        lost=figures.lost,
        rate=share(figures.win_rate, speech),
    )


def _more_stalled(card: FunnelCard, speech: Speech) -> list[str]:
    """How many are left out, and where the next of them are; of a rep's own, with all they have open."""
    left = card.stalled_total - len(card.stalled)
    if left <= 0:
        return []
    if card.circle.whose == "mine":
        return [speech.t("And {n} more: `/dibs deal`.", n=left)]
    if card.circle.whose == "rep":
        return words.and_more(speech, left)
    return [speech.t("And {n} more: `/dibs funnel @name` shows one rep's.", n=left)]


def _stalled(card: FunnelCard, speech: Speech) -> str:
    return speech.tn("{n} deal stands still", "{n} deals stand still", card.stalled_total)
