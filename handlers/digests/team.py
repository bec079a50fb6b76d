"""What a team's day and week have in common: what asks for somebody first, then what was done beside the days before it,
and how each tends what they hold."""

from collections.abc import Sequence

from crm.cards import TeamNumbers, Tended
from handlers.kit import ids
from handlers.kit.blocks import Block, actions, button, esc
from handlers.kit.charts import MOST_LABEL, MOST_POINTS, bars
from handlers.kit.speech import Speech

MOST_SAID = 10  # names in words


def to_do(asks: Sequence[tuple[int, str]], speech: Speech) -> str:
    """The first line: what asks for somebody, how often; what there is none of is left out."""
    said = speech.comma.join(said for n, said in asks if n)
    return speech.t("To do: {things}.", things=said) if said else speech.t("Nothing waits for you.")


def asks_of(
    waiting: int, expiring: int, overdue: int, stalled: int, speech: Speech, *, complaints: int = 0
) -> list[tuple[int, str]]:
    """`complaints`: all that are open, said where not all of them are overdue."""
    tn = speech.tn
    still_open = complaints if complaints > overdue else 0
    return [
        (waiting, tn("{n} customer needs an owner", "{n} customers need an owner", waiting)),
        (expiring, tn("{n} customer runs out within a week", "{n} customers run out within a week", expiring)),
        (overdue, tn("{n} complaint or promise is overdue", "{n} complaints and promises are overdue", overdue)),
        (still_open, tn("{n} complaint or promise is open", "{n} complaints and promises are open", still_open)),
        (stalled, tn("{n} deal stands still", "{n} deals stand still", stalled)),
    ]


def counted(numbers: TeamNumbers, speech: Speech) -> list[str]:
    """What was done, a sentence each, with what it was in as many days before; what there is none of is left out."""
    now, before, tn = numbers.done, numbers.before, speech.tn
    rows = (
        (now.activities, before.activities, tn("{n} activity logged", "{n} activities logged", now.activities)),
        (
            now.followed,
            before.followed,
            tn("{n} customer followed up", "{n} customers followed up", now.followed),
        ),
        (now.new_customers, before.new_customers, tn("{n} new customer", "{n} new customers", now.new_customers)),
        (now.kept, before.kept, tn("{n} follow-up kept", "{n} follow-ups kept", now.kept)),
        (now.missed, before.missed, tn("{n} follow-up missed", "{n} follow-ups missed", now.missed)),
        (
            now.pooled,
            before.pooled,
            tn("{n} customer went to the pool", "{n} customers went to the pool", now.pooled),
        ),
        (
            now.reassigned,
            before.reassigned,
            tn("{n} customer got a new owner", "{n} customers got a new owner", now.reassigned),
        ),
    )
    return [said + speech.aside(speech.t("before: {n}", n=earlier)) + speech.stop for n, earlier, said in rows if n]


def owned_now(numbers: TeamNumbers, speech: Speech) -> list[str]:
    """What is held, and of how much money the notes speak."""
    now = speech.tn("{n} customer is owned now.", "{n} customers are owned now.", numbers.owned)
    money = speech.comma.join(speech.money(total, currency) for currency, total in numbers.amount)
    return [now, *([speech.t("Amounts in the notes: {amounts}.", amounts=money)] if money else [])]


def near_chart(numbers: TeamNumbers, speech: Speech) -> list[Block]:
    """What runs out and what is overdue, by rep or team; where nothing does there is no chart."""
    t, parts = speech.t, [one for one in numbers.parts if one.soon or one.overdue]
    if len(numbers.parts) < 2 or not parts:
        return []
    soon = (t("Run out in a week"), [one.soon for one in parts])
    overdue = (t("Plans overdue"), [one.overdue for one in parts])
    return [bars(t("What runs out and what is overdue"), _names(parts, speech), soon, overdue)]


def tended_chart(numbers: TeamNumbers, speech: Speech) -> list[Block]:
    """Of what each holds, how many were followed up: in the order of names, since nobody is ranked."""
    t, parts = speech.t, numbers.parts
    if len(parts) < 2:
        return []
    followed = (t("Followed up"), [one.followed for one in parts])
    held = (t("Held"), [one.held for one in parts])
    return [bars(t("Customers followed up, of those held"), _names(parts, speech), followed, held)]


def near_not_drawn(numbers: TeamNumbers, speech: Speech) -> list[str]:
    """Who finds no room in the chart of what runs out."""
    return _not_drawn(
        _near_each([one for one in numbers.parts if one.soon or one.overdue], speech, most=MOST_LABEL), speech
    )


def tended_not_drawn(numbers: TeamNumbers, speech: Speech) -> list[str]:
    """Who finds no room in the chart of what was followed up."""
    return _not_drawn(_tended_each(numbers.parts, speech, most=MOST_LABEL), speech)


def _not_drawn(each: Sequence[str], speech: Speech) -> list[str]:
    left = list(each[MOST_POINTS:])
    if len(left) > MOST_SAID:
        left = [*left[:MOST_SAID], speech.tn("and {n} other", "and {n} others", len(left) - MOST_SAID)]
    return [speech.t("Not in the chart below: {each}.", each=speech.comma.join(left))] if left else []


def tended_said(numbers: TeamNumbers, speech: Speech) -> list[str]:
    """The same in words, for who does not see the chart."""
    if len(numbers.parts) < 2:
        return []
    said = speech.comma.join(_tended_each(numbers.parts, speech))
    return [speech.t("Followed up of what is held: {each}.", each=said)]


def _tended_each(parts: Sequence[Tended], speech: Speech, *, most: int = 60) -> list[str]:
    return [
        speech.t("{name} ({followed} of {held})", name=name, followed=one.followed, held=one.held)
        for name, one in zip(_escaped(parts, speech, most), parts, strict=True)
    ]


def near_said(numbers: TeamNumbers, speech: Speech) -> list[str]:
    parts = [one for one in numbers.parts if one.soon or one.overdue]
    if len(numbers.parts) < 2 or not parts:
        return []
    said = speech.comma.join(_near_each(parts, speech))
    return [speech.t("What runs out within a week and which plans are overdue: {each}.", each=said)]


def _near_each(parts: Sequence[Tended], speech: Speech, *, most: int = 60) -> list[str]:
    return [
        speech.t("{name} ({soon} run out, {overdue} overdue)", name=name, soon=one.soon, overdue=one.overdue)
        for name, one in zip(_escaped(parts, speech, most), parts, strict=True)
    ]


def figures_buttons(speech: Speech, *, days: str = "") -> Block:
    """The figures behind the lines. `days`: of which period, else the usual one."""
    named = (
        ("people", speech.t("People")),
        ("funnel", speech.t("Funnel")),
        ("forecast", speech.t("Forecast")),
        ("odd", speech.t("Odd deals")),
        ("pool", speech.t("Pool")),
    )
    return actions(*(button(label, ids.SHOW_FIGURES.id(what, days)) for what, label in named))


def _names(parts: Sequence[Tended], speech: Speech) -> list[str]:
    return [one.name or speech.t("no team") for one in parts]


def _escaped(parts: Sequence[Tended], speech: Speech, most: int) -> list[str]:
    return [esc(name, most) for name in _names(parts, speech)]
