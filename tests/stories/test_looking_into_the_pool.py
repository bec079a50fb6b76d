"""What a rep sees of a customer nobody owns, and how many a day."""

import pytest
from sqlalchemy import update

from storage import customers
from storage.ids import new_id
from storage.tables.customers import CustomerRow
from tests.stories.clockside import pass_until, quiet
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, labels, saved, tap, words


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def pooled(firm: Company, name: str, **entry: str) -> None:
    enter(firm, TOM, name, **entry)
    firm.command(TOM, f"/dibs release {name}")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))


def test_the_card_shows_what_was_heard_last_and_no_way_to_call(held: Company) -> None:
    pooled(
        held,
        "Acme Trading",
        contact="Jane Wu",
        outcome="Jane Wu of Acme Trading wants a sample, call 138 0013 8000 or jane@acme.example",
    )
    card = held.command(MEI, "/who Acme Trading").message
    shown = words(card.blocks) + card.text
    assert "A••• T•••" in shown and "wants a sample" in shown and "不合适" in shown
    for hidden in ("Acme", "Jane", "138", "@acme"):
        assert hidden not in shown, hidden


def test_a_row_of_the_pool_opens_the_card_and_offers_what_can_be_done(held: Company) -> None:
    pooled(held, "Acme")
    frozen = held.command(MEI, "/dibs 公海").message
    assert labels(frozen) == ["可认领时告诉我", "客户卡片"]
    assert "在公海（不合适），还不能认领。" in held.command(MEI, "/who Acme").message.text
    pass_until(held, "2026-03-12 12:01")
    free = held.command(MEI, "/dibs 公海").message
    assert labels(free) == ["认领", "客户卡片"]
    held.press(MEI, free, "card.open")
    view = held.slack.open_view(MEI)
    assert view is not None and "A•••" in words(view.blocks) and "Acme" not in words(view.blocks)


def test_fifty_a_day_are_shown_the_same_one_counts_once_and_a_manager_is_not_stopped(held: Company) -> None:
    names = [f"{first}{second}" for first in "甲乙丙丁戊己庚" for second in "东南西北中春夏秋"][:52]
    with held.dibs.database.begin() as tx:
        for name in names:
            key = {"workspace_id": held.slack.ws.team_id, "customer_id": new_id(held.now), "now": held.now}
            customers.add(tx, name=f"{name}实业", created_by=BOSS, **key)
    held.settle()
    assert "可认领" in held.command(MEI, f"/who {names[0]}实业").text
    for name in names[:50]:
        assert "可认领" in held.command(MEI, f"/who {name}实业").text
    assert held.command(MEI, f"/who {names[50]}实业").text == "你今天已经查看了 50 个公海客户，一天最多这些，明天再看。"
    held.say(MEI, f"{names[51]}实业是谁的客户？")
    assert "一天最多这些" in held.last(MEI).text
    assert "可认领" in held.command(MEI, f"/who {names[0]}实业").text  # seen today already
    assert "可认领" in held.command(BOSS, f"/who {names[50]}实业").text
    pass_until(held, "2026-03-12 00:01")
    assert "可认领" in held.command(MEI, f"/who {names[50]}实业").text


def test_the_pool_is_read_page_by_page(held: Company) -> None:
    with held.dibs.database.begin() as tx:
        for number in range(12):
            key = {"workspace_id": held.slack.ws.team_id, "customer_id": new_id(held.now), "now": held.now}
            customers.add(tx, name=f"{number:02d} Ltd", created_by=BOSS, **key)
        tx.execute(update(CustomerRow).values(state="pool", pooled_at=held.now, pool_reason="new"))
    held.settle()
    pool = held.command(BOSS, "/dibs 公海").message
    assert "12" in pool.text.split("。")[0] and pool.text.endswith("还有 2 个。")
    assert "第 1–10 个，共 12 个" in words(pool.blocks) and "01 Ltd" not in words(pool.blocks)
    tap(held, BOSS, pool, "下一页…")
    assert "第 11–12 个，共 12 个" in words(form(held, BOSS).blocks) and "01 Ltd" in words(form(held, BOSS).blocks)
    tap(held, BOSS, form(held, BOSS), "上一页…")
    assert "第 1–10 个" in words(form(held, BOSS).blocks) and labels(form(held, BOSS))[-1] == "下一页…"
