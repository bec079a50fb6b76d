"""`dibs export --all` and `dibs restore`: everything leaves as one file, and works elsewhere, on the other kind of database."""

import json
import stat
import zipfile
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import make_url

from bot.cli import main
from storage import migrations
from tests.stories.company import BOSS, MEI, TOM, company
from tests.stories.rep import enter


def dibs(url: str, *arguments: str, language: str = "en_US.UTF-8") -> Result:
    return CliRunner().invoke(main, list(arguments), env={"DIBS_DATABASE_URL": url, "LC_ALL": language})


@pytest.fixture
def bare_postgresql(postgresql_url: str) -> str:
    url = make_url(postgresql_url)
    bare = f"{url.database}_restored"
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {bare} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {bare}")
    return url.set(database=bare).render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database in which a company has worked for some days."""
    url = f"sqlite:///{tmp_path_factory.mktemp('lived') / 'dibs.db'}"
    migrations.upgrade(url)
    with company(url) as firm:
        firm.build()
        enter(firm, TOM, "Acme", contact="Jane Wu", due_on="2026-03-16", due_at="15:00", step="send quote")
        firm.say(MEI, "新客户 华为:给李经理打了电话,对50套感兴趣,预算12.5万,下周三下午跟进")
        firm.command(TOM, "/dibs deal Acme 50k proposal")
        firm.command(MEI, "/dibs lock 华为: 六月开董事会")
        firm.wait(days=5)
    return url


def rows(path: Path) -> dict[str, list[str]]:
    """Table -> its lines, in no order; what a copy and its return write into the audit themselves is left out."""
    with zipfile.ZipFile(path) as archive:
        tables = [one["name"] for one in json.loads(archive.read("manifest.json"))["tables"]]
        read = {one: archive.read(f"tables/{one}.jsonl").decode().splitlines() for one in tables}
    read["audit"] = [line for line in read["audit"] if '"everything' not in line and '"restored"' not in line]
    return {name: sorted(lines) for name, lines in read.items()}


def test_everything_goes_out_and_comes_back_on_either_database_and_the_bot_works_on(
    lived: str, bare_postgresql: str, tmp_path: Path
) -> None:
    out = dibs(lived, "export", "--all", str(tmp_path / "first.zip"))
    assert "rows of" in out.output, out.output
    assert stat.S_IMODE((tmp_path / "first.zip").stat().st_mode) == 0o600
    back = dibs(bare_postgresql, "restore", str(tmp_path / "first.zip"))
    assert "are back" in back.output, back.output
    dibs(bare_postgresql, "export", "--all", str(tmp_path / "second.zip"))
    home = f"sqlite:///{tmp_path / 'home.db'}"
    assert "are back" in dibs(home, "restore", str(tmp_path / "second.zip")).output
    dibs(home, "export", "--all", str(tmp_path / "third.zip"))
    first = rows(tmp_path / "first.zip")
    assert first == rows(tmp_path / "second.zip") == rows(tmp_path / "third.zip")
    assert len(first["customers"]) == 2 and first["deals"] and first["ledger"] and first["followups"]
    refused = dibs(home, "restore", str(tmp_path / "first.zip"), language="zh_CN.UTF-8")
    assert refused.exit_code == 1 and "数据库里已经有" in refused.output, refused.output
    with company(bare_postgresql) as firm:
        firm.slack.advance(16 * 24 * 3600)
        firm.say(TOM, "called Acme, spoke with Jane Wu, they signed the contract for 50 seats today")
        assert firm.told(TOM, "Logged: call, Jane Wu (Acme)"), [one.text for one in firm.heard(TOM)]
        assert "华为" in str(firm.command(BOSS, "/who 华为").message)


def test_a_copy_of_an_older_version_is_brought_up_and_a_newer_one_is_refused(lived: str, tmp_path: Path) -> None:
    dibs(lived, "export", "--all", str(tmp_path / "now.zip"))
    old, new = tmp_path / "old.zip", tmp_path / "new.zip"
    with zipfile.ZipFile(tmp_path / "now.zip") as real:
        manifest = json.loads(real.read("manifest.json"))
        for path, schema in ((old, "0001"), (new, "9999")):
            kept = [one for one in manifest["tables"] if one["name"] == "seen"]  # it has not changed since
            with zipfile.ZipFile(path, "w") as made:
                made.writestr("manifest.json", json.dumps({**manifest, "schema": schema, "tables": kept}))
                made.writestr("tables/seen.jsonl", real.read("tables/seen.jsonl"))
    url = f"sqlite:///{tmp_path / 'other.db'}"
    refused = dibs(url, "restore", str(new))
    assert refused.exit_code == 1 and "of a newer Dibs (9999" in refused.output
    assert "are back" in dibs(url, "restore", str(old)).output
