"""Which deals are odd: by hand on both databases, and any company's against the same rules said in a few lines of Python."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.circles import Within
from crm.odd import WHYS
from storage.database import Database
from storage.odd_deals import odd
from tests.crm.some_deals import NOW, RATES, STAGES
from tests.storage.counted import T1, Step, Written, deal, write
from tests.storage.test_funnels import there

__all__ = ["there"]
CLOSE = date(2026, 5, 1)
FEW = settings(max_examples=15)


def whys(
    database: Database, written: Sequence[Written], *, planned: bool = True, within: Within | None = None
) -> dict[str, tuple[str, ...]]:
    ids = write(database, written, planned=planned)
    names = {deal_id: one.name for deal_id, one in zip(ids, written, strict=True)}
    whose = within or Within()
    with database.read() as tx:
        found, total = odd(tx, workspace_id=T1, within=whose, stages=STAGES, rates=RATES, now=NOW, most=50)
    assert total == len(found)
    return {names[one.deal_id]: one.whys for one in found}


def usual(n: int) -> list[Written]:
    return [deal(Step(-5, "proposal", 100), name=f"u{number}") for number in range(n)]


def test_a_sum_is_out_of_line_beyond_ten_times_the_median_and_only_among_ten(database: Database) -> None:
    large, fits, tiny = (
        deal(Step(-5, "proposal", amount), name=name) for name, amount in (("large", 1001), ("fits", 1000), ("tiny", 9))
    )
    dollars = deal(Step(-5, "proposal", 143, currency="USD"), name="dollars")  # 1001 at 7
    euros = deal(Step(-5, "proposal", 9999, currency="EUR"), name="euros")  # no rate, so nothing is known of it
    found = whys(database, [*usual(9), large, fits, tiny, dollars, euros])
    assert found == {"large": ("amount",), "tiny": ("amount",), "dollars": ("amount",)}
    assert whys(database, [*usual(6), large, fits, tiny]) == {}


def test_a_deal_is_old_beyond_twice_what_nine_of_ten_took(database: Database) -> None:
    won = [deal(Step(-90, "proposal"), Step(-90 + days, "won"), name=f"w{days}") for days in range(11, 21)]
    old, young = (deal(Step(-days, "proposal"), name=str(days)) for days in (39, 38))  # nine of ten: 19 days
    assert whys(database, [*won, old, young]) == {"39": ("age",)}
    assert whys(database, [*won[1:], old]) == {}


def test_what_was_pushed_three_times_or_has_nothing_planned(database: Database) -> None:
    days = (CLOSE, CLOSE + timedelta(9), CLOSE, CLOSE + timedelta(1), None, CLOSE + timedelta(2))
    steps = [
        Step(-50 + n, "proposal", 100, at) for n, at in enumerate(days)
    ]  # forward, back, forward, emptied, forward
    assert whys(database, [deal(*steps, name="p"), deal(*steps[:4], name="q")]) == {"p": ("pushed",)}
    assert whys(database, [deal(*steps, name="p")], planned=False) == {"p": ("pushed", "no_step")}
    assert whys(database, [deal(Step(-2, "lead"), Step(-1, "won"), name="n")], planned=False) == {}


def expected(of: Sequence[Written], planned: bool) -> dict[str, tuple[str, ...]]:
    """The rules of crm/odd.py, deal by deal."""
    standing = [one for one in of if one.steps[-1].stage not in ("won", "lost")]
    worth = {one.name: RATES.convert(Decimal(one.steps[-1].amount or 0), one.steps[-1].currency) for one in standing}
    sums = [value for value in worth.values() if value]
    usual = median(sums) if len(sums) >= 10 else None
    took = sorted(one.steps[-1].at - one.steps[0].at for one in of if one.steps[-1].stage == "won")
    slow = 2 * took[(len(took) * 9 - 1) // 10] if len(took) >= 10 else None

    def why(one: Written) -> tuple[str, ...]:
        value, closes = worth[one.name], [step.close for step in one.steps if step.close]
        holds = {
            "amount": bool(usual and value and not usual / 10 <= value <= usual * 10),
            "age": slow is not None and -one.steps[0].at > slow,
            "pushed": sum(later > earlier for earlier, later in pairwise(closes)) >= 3,
            "no_step": not planned,
        }
        return tuple(each for each in WHYS if holds[each])

    return {one.name: found for one in standing if (found := why(one))}


@st.composite
def companies(draw: st.DrawFn) -> list[Written]:
    """Ten alike and ten won, or none; and some out of line, open for long, pushed, in other currencies; of two reps."""
    like = draw(st.sampled_from((0, 10)))
    made = [*usual(like), *(deal(Step(-50, "proposal"), Step(n - 45, "won"), name=f"w{n}") for n in range(like))]
    for number in range(draw(st.integers(0, 8))):
        amount, currency = (
            draw(st.sampled_from((None, 9, 100, 110, 5000))),
            draw(st.sampled_from(("CNY", "USD", "EUR"))),
        )
        opened, end = -draw(st.integers(6, 200)), draw(st.sampled_from(("proposal", "proposal", "won", "won", "lost")))
        pushed = draw(st.integers(0, 4))
        days = [CLOSE + timedelta(n) for n in range(pushed + 1)]
        steps = [Step(opened + n, "proposal", amount, close, currency=currency) for n, close in enumerate(days)]
        last = Step(opened + 5, end, amount, days[-1], currency=currency)
        made.append(Written(f"n{number}", (*steps, last), draw(st.sampled_from(("U1", "U2")))))
    return made


@FEW
@given(companies(), st.booleans())
def test_odd_is_what_the_rules_say_deal_by_deal_whoever_is_asked_about(
    there: Database, of: list[Written], planned: bool
) -> None:
    assert whys(there, of, planned=planned) == expected(of, planned)
    theirs = [one for one in of if one.rep == "U1"]
    assert whys(there, of, planned=planned, within=Within(rep_id="U1")) == expected(theirs, planned)


@FEW
@given(companies())
def test_a_sum_without_a_rate_is_never_out_of_line_and_draws_no_line(there: Database, of: list[Written]) -> None:
    euros = {one.name for one in of if one.steps[-1].currency == "EUR"}
    found = whys(there, of)
    assert not [name for name in euros if "amount" in found.get(name, ())]
    without = whys(there, [one for one in of if one.name not in euros])
    assert {name for name, why in found.items() if "amount" in why} == {
        name for name, why in without.items() if "amount" in why
    }
