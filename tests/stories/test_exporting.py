"""Customers taken out as a file: one's own, a team's, everybody's; safe, noted, and fit to come in again."""

import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection, select

from operations.in_and_out import exporting
from storage import audit
from storage.tables.activities import FollowUpRow
from storage.tables.complaints import CoOwnerRow
from storage.tables.customers import AliasRow, CustomerRow
from storage.tables.deals import DealRow, DealVersionRow
from tests.stories.company import BOSS, CLERK, MEI, TOM, Company
from tests.stories.lists import carry_in, sent_file, sent_rows
from tests.stories.rep import enter, words


def export(firm: Company, user: str, words_: str = "") -> str:
    answer = firm.command(user, f"/dibs export {words_}".strip())
    firm.settle()
    return answer.message.text


def test_a_rep_takes_out_what_is_theirs(firm: Company) -> None:
    enter(firm, TOM, "Northwind Ltd")
    enter(firm, MEI, "北风物流")
    assert export(firm, TOM) == "A file with 1 customer is being made; it comes to our direct messages in a minute."
    assert firm.last(TOM).text == "Here is your file: 1 customer. That you took it out is noted."
    name, content = sent_file(firm, TOM)
    assert name == "customers 2026-03-10.csv" and content.startswith(
        b"\xef\xbb\xbf"
    )  # still the day before in New York
    head, row = sent_rows(firm, TOM)
    assert head[:4] == ["Customer", "Also known as", "Owner", "Owner since"]
    assert row[0] == "Northwind Ltd" and row[2] == "Tom Reed" and "wants a quote for 50 seats" in row
    assert export(firm, TOM, "team") == export(firm, TOM, "all")
    assert export(firm, TOM, "all") == "You may not do that here. Your manager or an admin can."


def test_headings_are_in_the_readers_language(firm: Company) -> None:
    enter(firm, MEI, "北风物流")
    firm.command(MEI, "/dibs 导出 我的 excel")
    firm.settle()
    assert firm.last(MEI).text == "这是你要的文件，共 1 个客户。这次导出已留下记录。"
    name, content = sent_file(firm, MEI)
    assert name == "客户 2026-03-11.xlsx"
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][:3] == ("客户", "别名", "负责人") and rows[1][0] == "北风物流" and "电话" in rows[1]


def test_an_assistant_takes_out_the_team_and_an_admin_everything(firm: Company) -> None:
    enter(firm, TOM, "Northwind Ltd")
    carry_in(firm, "Company\nContoso\n")
    export(firm, CLERK, "team")
    assert [row[0] for row in sent_rows(firm, CLERK)[1:]] == ["Northwind Ltd"]
    export(firm, BOSS, "all")
    assert {row[0] for row in sent_rows(firm, BOSS)[1:]} == {"Northwind Ltd", "Contoso"}


def test_a_formula_goes_out_harmless_and_comes_back_as_it_was(firm: Company) -> None:
    evil = '=HYPERLINK("https://evil.example")'
    carry_in(
        firm, f'Company,City,Contact,Phone\n"Northwind","{evil.replace(chr(34), chr(34) * 2)}",@Ann,+1 617 555 0101\n'
    )
    export(firm, BOSS, "all")
    row = sent_rows(firm, BOSS)[1]
    assert f"'{evil}" in row and "'@Ann" in row and "+1 617 555 0101" in row
    content = sent_file(firm, BOSS)[1]
    firm.press(BOSS, next(m for m in reversed(firm.heard(BOSS)) if "已导入" in m.text), "import.undo")
    carry_in(firm, content)
    shown = words(firm.command(BOSS, "/who Northwind").message.blocks)
    assert "=HYPERLINK" in shown and "'=" not in shown and "'@" not in shown


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_what_went_out_comes_in_again_without_loss(firm: Company, format_: str) -> None:
    carry_in(
        firm,
        "客户,别名,负责人,归属开始日期,等级,来源,城市,行业,联系人,电话,邮箱,跟进方式,跟进时间,记录人,跟进对象,跟进内容,金额,币种,"
        "网址,客户电话,市场活动,协作人,下次跟进时间,下一步,下一步对象,商机,商机阶段,商机金额,商机币种,预计成交日期,商机概率,商机创建时间,输单原因\n"
        "北风物流有限公司,北风; Northwind,陈梅,2026-02-20,B,展会,上海,物流,王芳,138 0000 0000,w@bf.example,"
        '拜访,2026-03-05 14:05,Tom Reed,王芳,"看了仓库,\n很满意",120000.50,CNY,'
        "https://www.bf.example/,021-5555 0000,春季展会,Tom Reed,2026-03-20 15:00,送报价,王芳,"
        "仓储项目,方案,88000.50,CNY,2026-05-01,60,2026-02-21,\n"
        "北风物流有限公司,,,,,,,,李强,+86 139 0000 0000,,电话,2026-03-06 09:30,陈梅,李强,谈价格,,,"
        ",,,,,,,二期,输单,,,,,2026-01-02,价格\n"
        "Contoso,,,,,,Berlin,,,,,,,,,,,,,,,,,,,,,,,,,,\n",
    )
    export(firm, BOSS, f"all {format_}")
    first = sent_file(firm, BOSS)[1]
    done = next(m for m in reversed(firm.heard(BOSS)) if "已导入" in m.text)
    firm.press(BOSS, done, "import.undo")
    assert "没有" in firm.command(BOSS, "/who Contoso").message.text
    with firm.dibs.database.read() as tx:
        assert tx.execute(select(DealRow)).first() is None and tx.execute(select(FollowUpRow)).first() is None
    again = carry_in(firm, first, name=f"back.{format_}")
    assert "新客户 2 个" in again.text and "退回 0 行" in again.text
    export(firm, BOSS, f"all {format_}")
    second = sent_file(firm, BOSS)[1]
    assert _table(second, format_) == _table(first, format_)
    shown = str(_table(second, format_))
    words_ = (
        "仓储项目",
        "方案",
        "88000.5",
        "二期",
        "价格",
        "送报价",
        "bf.example",
        "021-5555 0000",
        "春季展会",
        "市场活动",
    )
    assert [word for word in words_ if word not in shown] == []
    assert "4月20日" not in str(firm.command(MEI, "/dibs 我的").message)  # neither plan nor deal holds the claim


def test_a_list_about_known_customers_adds_what_is_missing_and_takes_exactly_that_back(firm: Company) -> None:
    enter(firm, TOM, "Acme", contact="Jane Wu")
    firm.command(TOM, "/dibs deal Acme 50k proposal")
    until = firm.command(TOM, "/dibs mine").text
    with firm.dibs.database.read() as tx:
        before = _rows(tx)
    card = carry_in(
        firm,
        "Customer,Also known as,Web domain,Co-owners,Next step due,Next step,Deal,Deal stage,Deal amount\n"
        "Acme,Acme Corp,acme.example,陈梅,2026-03-25,call again,Second line,negotiation,7000\n"
        "Acme,,,,,,acme,won,1\n"
        "Acme,,,,,,Third line,the moon,1\n",
    )
    assert "退回 1 行" in card.text or "退回" in card.text
    assert firm.command(TOM, "/dibs mine").text == until  # nothing of it holds the claim
    shown = words(firm.command(TOM, "/dibs deal Acme").message.blocks) + words(firm.last(TOM).blocks)
    assert "Second line" in shown and "Third line" not in shown
    firm.press(BOSS, next(m for m in reversed(firm.heard(BOSS)) if "已导入" in m.text), "import.undo")
    with firm.dibs.database.read() as tx:
        assert _rows(tx) == before


def _rows(tx: Connection) -> list[object]:
    """What a list may add to, as it stands."""
    tables = (AliasRow, CoOwnerRow, FollowUpRow, DealRow, DealVersionRow)
    found = [sorted(map(tuple, tx.execute(select(table.__table__))), key=repr) for table in tables]  # type: ignore[attr-defined]
    return [*found, tx.execute(select(CustomerRow.domain)).scalars().all()]


def _table(content: bytes, format_: str) -> set[tuple[object, ...]]:
    if format_ == "xlsx":
        return set(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    return {(line,) for line in content.decode("utf-8-sig").splitlines()}


def test_each_export_is_noted_and_a_reps_day_is_capped(firm: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "REP_EXPORT_CAP", 3)
    for name in ("Northwind", "Contoso"):
        enter(firm, TOM, name)
    export(firm, TOM)
    export(firm, TOM)
    assert len(sent_rows(firm, TOM)) == 2  # one was left of the day's three
    assert export(firm, TOM) == "You have exported 3 customers today, that is all for one day. Ask an admin for more."
    with firm.dibs.database.read() as tx:
        noted = [line for line in audit.lines(tx, workspace_id="T1") if line[2] == "exported"]
    assert sorted((line[1], line[3]["count"]) for line in noted) == [(TOM, 1), (TOM, 2)]


def test_admins_hear_of_a_large_export(firm: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "LARGE_EXPORT", 2)
    for name in ("Northwind", "Contoso"):
        enter(firm, TOM, name)
    export(firm, TOM)
    assert firm.told(BOSS, "Tom Reed 导出了 2 个客户。")


def test_nothing_to_export_is_said(firm: Company) -> None:
    assert export(firm, TOM) == "There is no customer to export. `/dibs mine` shows yours."
    assert export(firm, TOM, "yours").startswith("I can't read “yours”. Write `/dibs export`")
    assert export(firm, TOM, "grade city Boston").startswith("I can't read “grade”.")


def test_what_goes_out_can_be_narrowed_and_what_one_helps_with_is_ones_own(firm: Company) -> None:
    carry_in(
        firm,
        "Customer,Owner,Owner since,Grade,Source,City,Industry,Campaign\n"
        "Northwind,Tom Reed,2026-03-01,A,Trade Show,New York,Logistics,spring fair\n"
        "Contoso,Tom Reed,2026-03-01,B,Web,Boston,Logistics,\n"
        "新华,陈梅,2026-03-01,A,转介绍,上海,物流,\n"
        "Fabrikam,,,A,Web,Boston,Energy,\n",
    )
    firm.command(MEI, f"/dibs join 新华 <@{TOM}>")

    def names(user: str, words_: str) -> list[str]:
        export(firm, user, words_)
        return [row[0] for row in sent_rows(firm, user)[1:]]

    assert names(TOM, "") == ["Northwind", "Contoso", "新华"]
    assert names(TOM, "grade a") == ["Northwind", "新华"]
    assert names(TOM, "city: New York industry LOGISTICS csv") == ["Northwind"]
    assert names(BOSS, "全部 来源展会") == ["Northwind"]
    assert names(BOSS, "pool source website") == ["Fabrikam"]
    assert names(BOSS, f"<@{MEI}|chen>") == ["新华"]
    said = export(firm, BOSS, f"<@{TOM}> 等级 A B 城市：Boston")
    assert "范围：等级 A/B、城市 Boston、" in said and f"<@{TOM}>" in said
    assert export(firm, TOM, "pool") == "You may not do that here. Your manager or an admin can."
    with firm.dibs.database.read() as tx:
        noted = [line[3] for line in audit.lines(tx, workspace_id="T1") if line[2] == "exported"]
    assert [one["grades"] for one in noted if one["scope"] == "mine" and "grades" in one] == [["A"]]
    assert export(firm, TOM, "city Oslo") == "No customer fits that. Leave a word out, and try again."
