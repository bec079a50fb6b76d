"""`dibs import` and `dibs export`: shown, carried in, gone on with, told in the DM; and out again."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.stories.company import BOSS, TOM, Company
from tests.stories.lists import OLD_CRM


@pytest.fixture
def run(firm: Company, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command on the firm's own database, whose tables were made without a migration, by its clock."""
    monkeypatch.setattr("bot.lists.business_clock", lambda file=None: firm.slack.clock.now)
    monkeypatch.setattr("bot.lists.upgrade", lambda url: None)
    monkeypatch.setenv("DIBS_DATABASE_URL", firm.dibs.settings.database_url)

    def command(*arguments: str, **how: str) -> Result:
        return CliRunner().invoke(main, list(arguments), **how)

    return command


def test_a_list_is_shown_asked_about_and_carried_in(firm: Company, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "old crm.csv"
    path.write_text(OLD_CRM, encoding="utf-8")
    left = run("import", str(path), "--as", BOSS, input="n\n")
    assert "要导入吗？ [y/N]" in left.output and left.output.endswith("没有改动任何内容。\n"), left.output
    assert "共 4 行。还没有改动任何内容。\n新客户 2 个、已有客户 0 行、存疑 0 行、退回 2 行。" in left.output
    assert "退回：我不认识 Nobody Known。" in left.output and "对应列\n• 客户 ← A · Company name" in left.output
    assert left.exit_code == 1
    done = run("import", str(path), "--as", BOSS, "--yes")
    assert "old crm.csv 已导入。新客户 2 个" in done.output, done.output
    assert len(list(csv.reader((tmp_path / "old crm.to-mend.csv").open(encoding="utf-8-sig")))) == 3
    firm.settle()
    assert "old crm.csv 已导入" in firm.last(BOSS).text
    firm.press(BOSS, firm.last(BOSS), "import.undo")
    assert "已撤回" in firm.last(BOSS).text


def test_customers_are_written_to_a_file(firm: Company, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in.csv").write_text(OLD_CRM, encoding="utf-8")
    run("import", str(tmp_path / "in.csv"), "--as", BOSS, "--yes")
    done = run("export", str(tmp_path / "out.csv"), "--as", BOSS)
    assert "共 2 个客户" in done.output, done.output
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").startswith("客户,别名,负责人")


def test_it_speaks_the_language_it_is_asked_to_else_that_of_the_person(firm: Company, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "old crm.csv"
    path.write_text(OLD_CRM, encoding="utf-8")
    left = run("--language", "en", "import", str(path), "--as", BOSS, input="no\n")
    assert "Refused and doubtful rows" in left.output and "Import it? [y/N] no\nNothing was changed." in left.output
    colour = run("export", str(tmp_path / "out.csv"), "--as", BOSS, "--only", "颜色 蓝", "--language", "中文")
    assert colour.output == (
        "看不懂 --only 后面的“颜色”。可以写“等级 A”“来源 官网”“城市 上海”“行业 物流”“公海”，单独或一起写。没有导出任何内容。\n"
    )
    path.write_text("Foo\nBar\n", encoding="utf-8")
    assert "没有一列是客户名称" in run("import", str(path), "--as", BOSS).output


def test_who_may_not_is_told(firm: Company, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in.csv").write_text(OLD_CRM, encoding="utf-8")
    assert "managers and admins" in run("import", str(tmp_path / "in.csv"), "--as", TOM, "--yes").output
    assert "You may not do that" in run("export", str(tmp_path / "out.csv"), "--as", TOM).output
    assert "I don't know that person" in run("export", str(tmp_path / "out.csv"), "--as", "nobody@x.example").output
