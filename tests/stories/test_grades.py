"""Grades are suggested by the month, confirmed in one card, and the clock follows."""

from sqlalchemy import select

from storage.tables.claims import ClaimRow
from storage.tables.customers import CustomerRow
from tests.stories.clockside import jump_to, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, enter, labels, tap


def won(firm: Company, name: str, amount: int) -> None:
    """A customer of Tom's with a deal that was won."""
    enter(firm, TOM, name)
    firm.command(TOM, f"/dibs deal {name} {amount} won")


def words_of(firm: Company, user: str, line: str) -> str:
    message = firm.command(user, line).message
    return message.text if message else ""


def test_a_manager_confirms_the_months_grades_in_one_card_and_the_clock_follows(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    names = ["Acme", "Globex", "Initech", "Hooli", "Umbrella", "Stark", "Wayne", "Cyberdyne", "Tyrell", "Soylent"]
    for number, name in enumerate(names):
        won(firm, name, 10000 if name == "Acme" else 1000 - number)
    jump_to(firm, "2026-05-06 10:00")
    assert not said_to(firm, BOSS, "等级，")  # known for less than ninety days: too new
    jump_to(firm, "2026-07-01 10:00")
    card = said_to(firm, BOSS, "等级，2026年7月")[-1]
    assert card.text.startswith("等级，2026年7月：10 个客户的等级建议调整。"), card.text
    assert "Acme（未分级 → A、US$10,000）" in card.text and "Globex（未分级 → B、US$999）" in card.text
    assert labels(card)[0] == "保持未分级" and labels(card)[-1] == "确认 10 个等级"
    tap(firm, BOSS, card, "保持")  # Acme
    card = again(firm, BOSS, card)
    tap(firm, BOSS, card, "确认 9 个等级")
    assert "已决定；已调整 9 个等级。" in again(firm, BOSS, card).text
    shown = firm.command(BOSS, "/dibs 等级建议").message
    assert shown and "Acme（未分级 → A、US$10,000）" in shown.text
    assert "No grades are suggested yet" not in shown.text and "You may not" in words_of(firm, TOM, "/dibs grades")
    with firm.dibs.database.read() as tx:
        found = dict(tx.execute(select(CustomerRow.name, CustomerRow.grade)).all())
        former = set(tx.execute(select(ClaimRow.former_grades)).scalars())
    assert (found["Acme"], found["Globex"], found["Soylent"]) == (None, "B", "C")
    assert former == {"", "-"}  # the clock knows: a running epoch keeps the better days of both
    jump_to(firm, "2026-08-03 10:00")
    assert not said_to(firm, BOSS, "等级，2026年8月")  # what was declined is not asked again, the rest is as suggested
