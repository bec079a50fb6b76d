"""Money that finance owns, in words: on a customer's card, and summed."""

from collections.abc import Sequence

from crm.cards import FinanceCard, Sums
from crm.finance import Account
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, begun, bold, button, context, esc, section
from handlers.kit.speech import Speech
from handlers.measures.words import whose


def account_line(account: Account, speech: Speech) -> str:
    """One customer's money in one currency; what is nothing is left out."""
    t = speech.t
    sums = (
        (t("ordered"), account.ordered),
        (t("invoiced"), account.invoiced),
        (t("received"), account.received),
        (t("owed"), account.owed),
        (t("overdue"), account.overdue),
    )
    return speech.comma.join(f"{name} {speech.money(sum_, account.currency)}" for name, sum_ in sums if sum_)


def account_lines(accounts: Sequence[Account], speech: Speech) -> list[str]:
    return [begun(line) for line in (account_line(one, speech) for one in accounts) if line]


def report(card: FinanceCard, speech: Speech) -> Message:
    """What is invoiced and what came of it, and who is late, each with a card to open."""
    t = speech.t
    title = t(
        "Money by finance's lists, {circle}",
        circle=t("your customers") if card.circle.whose == "mine" else whose(card.circle, speech),
    )
    if not card.sums:
        none = t("There are no orders, invoices or receipts yet: a manager drops finance's list on me.")
        return Message(f"{title}{speech.colon}{none}", [section(f"*{title}*\n{none}")])
    lines = [_sums(one, speech) for one in card.sums]
    blocks: list[Block] = [section(bold(title, *lines))]
    late = [
        t("{customer}: overdue {sum}.", customer=esc(one.name, 100), sum=speech.money(one.overdue, one.currency))
        for one in card.debtors
    ]
    for one, words in zip(card.debtors, late, strict=True):
        blocks.append(section(words, accessory=button(t("Card"), ids.OPEN_CARD.id(one.customer_id))))
    if card.more:
        blocks.append(context(speech.tn("And {n} more is late.", "And {n} more are late.", card.more)))
    return Message(speech.sentences(f"{title}{speech.stop}", *lines, *late), blocks)


def _sums(one: Sums, speech: Speech) -> str:
    def money(name: str) -> str:
        return speech.money(getattr(one, name), one.currency)

    return speech.t(
        "Invoiced {invoiced}, received {received}, owed {owed}, of that overdue {overdue}.",
        **{name: money(name) for name in ("invoiced", "received", "owed", "overdue")},
    )
