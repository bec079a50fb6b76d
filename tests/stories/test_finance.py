"""Finance's list is dropped, or imported at the operator's desk: shown on the card, counted, and never written to."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.lists import carry_in, drop, sent_rows, standing
from tests.stories.rep import enter, saved, words

INVOICES = (
    "Invoice number,Customer,Date,Due date,Amount,Currency\n"
    "INV-1,Acme,2026-01-05,2026-02-05,1000,USD\n"
    "INV-2,ACME,2026-03-05,2026-04-05,500.50,USD\n"
    "INV-3,Nobody Ltd,2026-03-05,,70,USD\n"
)
RECEIPTS = "收款单号,客户名称,收款日期,收款金额,币种\nR-1,Acme,2026-03-09,300,USD\n"


def test_a_dropped_list_is_shown_on_the_card_and_the_same_again_changes_nothing(firm: Company) -> None:
    enter(firm, TOM, "Acme")
    card = drop(firm, BOSS, INVOICES.replace("Due date", "Pay until"), "invoices.csv")
    assert "到期 ←" not in words(card.blocks)
    firm.press(BOSS, card, "import.columns")
    columns = {"name": "1", "number": "0", "dated": "2", "amount": "4", "currency": "5", "due": "3", "kind": "-"}
    assert saved(firm.submit(BOSS, columns))
    card = standing(firm, card)
    assert "到期 ← D · Pay until" in words(card.blocks) and "Nobody Ltd" in words(card.blocks)
    assert "财务单据 3 行" in card.text and "新增 2 张" in card.text and "退回 1 行" in card.text
    assert "Nobody Ltd" in sent_rows(firm, BOSS)[1][0]  # the reason
    firm.press(BOSS, card, "import.start")
    carry_in(firm, RECEIPTS, "收款.csv")
    mine = words(firm.command(TOM, "/who Acme").blocks)
    assert "Invoiced $1,500.50, received $300, owed $1,200.50, overdue $700" in mine
    assert "$" not in words(firm.command(MEI, "/who Acme").blocks), "money is for those who see the customer whole"

    again = drop(firm, BOSS, INVOICES, "invoices.csv")
    assert "新增 0 张，有变化 0 张，没有变化 2 张" in again.text
    paid = carry_in(firm, INVOICES.replace("500.50", "400"), "invoices.csv")
    assert "有变化 1 张，没有变化 1 张" in paid.text and "撤回" not in str(paid.blocks)
    report = firm.command(TOM, "/dibs finance")
    assert "Invoiced $1,400, received $300, owed $1,100, of that overdue $700." in report.text
    assert "Acme: overdue $700." in report.text
    assert "还没有" in firm.command(BOSS, "/dibs 财务").text or "逾期" in firm.command(BOSS, "/dibs 财务").text
    assert (
        "no orders" in firm.command(MEI, "/dibs finance").text or "还没有订单" in firm.command(MEI, "/dibs 财务").text
    )
    assert "逾期" in firm.command(MEI, "/dibs 定义 逾期").text


def test_at_the_operators_desk_too(firm: Company, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    enter(firm, TOM, "Acme")
    monkeypatch.setattr("bot.lists.business_clock", lambda file=None: firm.slack.clock.now)
    monkeypatch.setattr("bot.lists.upgrade", lambda url: None)
    monkeypatch.setenv("DIBS_DATABASE_URL", firm.dibs.settings.database_url)
    (tmp_path / "invoices.csv").write_text(INVOICES, encoding="utf-8")
    run = ["import", str(tmp_path / "invoices.csv"), "--finance", "--as", BOSS, "--yes"]
    first, second = (CliRunner().invoke(main, run).output for _ in range(2))
    assert "已导入。新增 2 张，有变化 0 张，没有变化 0 张" in first, first
    assert "已导入。新增 0 张，有变化 0 张，没有变化 2 张" in second, second
    assert len(list(csv.reader((tmp_path / "invoices.to-mend.csv").open(encoding="utf-8-sig")))) == 2
    (tmp_path / "list.csv").write_text("Customer,Phone\nAcme,1\n", encoding="utf-8")
    other = CliRunner().invoke(main, ["import", str(tmp_path / "list.csv"), "--finance", "--as", BOSS, "--yes"])
    assert "财务清单：需要" in other.output and other.exit_code == 1
