"""A statement of credits: what the rule gives, who has how much, and the latest lines."""

from decimal import Decimal

from crm.cards.credits import CreditLine, CreditsCard
from crm.credits import Owed
from handlers.kit.blocks import Block, Message, bold, context, esc, section, that_fit
from handlers.kit.speech import Speech


def credits(card: CreditsCard, speech: Speech) -> Message:
    t = speech.t
    who = {"mine": t("yours"), "all": t("all teams")}.get(card.circle.whose) or esc(card.circle.name or "?", 80)
    span = speech.span(card.period.first, card.period.last)
    heading = t("Credits, {who}, {span}", who=who, span=span)
    rule = gives(card.owed, card.base, speech)
    if not card.lines:
        said = t("{heading}: none.", heading=heading)
        return Message(speech.sentences(said, rule), [section(speech.sentences(said, rule))])
    sums = [f"{speech.named(name, 80)}{speech.colon}{_money(sums, speech)}" for name, sums in card.totals]
    lines = [_line(one, speech) for one in card.lines]
    shown = that_fit("", lines)
    blocks: list[Block] = [section(bold(heading, *sums)), section("\n".join(shown))]
    more = card.total_lines - len(shown)
    file = t("As a file: `/dibs credits csv`.")
    left = speech.tn("And {n} more line.", "And {n} more lines.", more) if more > 0 else None
    blocks.append(context(*filter(None, (left, rule, file))))
    spoken = [f"{one}{speech.stop}" for one in (*sums, *lines)]
    return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), *spoken, rule, file), blocks)


def gives(owed: Owed, base: str, speech: Speech) -> str:
    """ "Who developed a customer has $500 of its first won deal and, for 12 months after, 5% of what others win there.\""""
    t = speech.t
    one_off, percent = speech.money(owed.one_off, base), owed.percent
    if owed.one_off and percent:
        return t(
            "Who developed a customer has {one_off} of its first won deal, and {percent}% of what others win there, for "
            "{months} months after it ceased to be theirs.",
            one_off=one_off,
            percent=percent,
            months=owed.months,
        )
    if owed.one_off:
        return t("Who developed a customer has {one_off} of its first won deal.", one_off=one_off)
    if percent:
        return t(
            "Who developed a customer has {percent}% of what others win there, for {months} months after it ceased to be "
            "theirs.",
            percent=percent,
            months=owed.months,
        )
    return t("The rule gives no credits; an admin sets them with `/dibs rules`.")


def _line(one: CreditLine, speech: Speech) -> str:
    of = one.credit
    kind = speech.t("one-off") if of.kind == "one_off" else speech.t("{percent}% share", percent=of.percent)
    name = esc(one.customer_name, 80)
    if one.deal_name != one.customer_name:
        name = f"{name} · {esc(one.deal_name, 60)}"
    return f"{speech.day(of.at)} · {name} · {kind} · {signed(of.amount, of.currency, speech)}{_paid(one, speech)}"


def _paid(one: CreditLine, speech: Speech) -> str:
    """What the customer has paid, where finance has papers of theirs: a credit is easier to give for money that is there."""
    if not (one.invoiced or one.received):
        return ""
    received, invoiced = (speech.money(sum_, one.credit.currency) for sum_ in (one.received, one.invoiced))
    return " · " + speech.t("the customer paid {received} of {invoiced}", received=received, invoiced=invoiced)


def signed(amount: Decimal, currency: str, speech: Speech) -> str:
    return f"{'−' if amount < 0 else ''}{speech.money(abs(amount), currency)}"


def _money(sums: tuple[tuple[str, Decimal], ...], speech: Speech) -> str:
    return speech.comma.join(signed(amount, currency, speech) for currency, amount in sums) or "0"
