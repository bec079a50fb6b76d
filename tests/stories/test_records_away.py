"""The database is away for a while: it is said, nothing typed is lost, and what Slack sends again is kept once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import again, enter, form, logged, saved, tap, words

NOTE = "called Globex, spoke with Ann Ray, they compare two offers"
Away = Callable[[], "contextmanager[None]"]


@pytest.fixture
def away(firm: Company, database_url: str) -> Callable[[], object]:
    """`with away():` nobody reaches the database."""
    firm.forgiven |= {"http_error", "connection"}
    kind = _no_file if database_url.startswith("sqlite") else _no_connections
    return lambda: kind(firm, database_url)


@contextmanager
def _no_file(firm: Company, url: str) -> Iterator[None]:
    path = Path(url.removeprefix("sqlite:///"))
    firm.dibs.database.dispose()  # an open file would live on under any name
    kept = path.rename(path.with_suffix(".away"))
    path.mkdir()
    try:
        yield
    finally:
        path.rmdir()
        kept.rename(path)


@contextmanager
def _no_connections(firm: Company, url: str) -> Iterator[None]:
    name = make_url(url).database
    door = make_url(url).set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(door, autocommit=True) as admin:
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        try:
            yield
        finally:
            admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def test_a_command_says_that_nothing_was_saved_in_the_person_s_language(firm: Company, away: Away) -> None:
    firm.command(MEI, "/dibs 我的")
    with away():
        english = firm.slack.command(TOM, "/log called Globex, spoke with Ann Ray")
        chinese = firm.slack.command(MEI, "/dibs 我的")
    assert english.text == "I can't reach my records just now, so this was *not saved*. Please try again in a minute."
    assert "没有保存" in chinese.text


def test_a_note_is_left_with_slack_and_kept_once_when_it_comes_again(firm: Company, away: Away) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    with away():
        said = firm.slack.say(TOM, NOTE)
        firm.slack.settle()
        unheard = [one for one in firm.slack.deliveries if one.payload.get("event", {}).get("ts") == said.ts]
        assert unheard and all(one.error for one in unheard)
    firm.slack.redeliver(said)
    firm.slack.redeliver(said)
    firm.settle()
    assert len(logged(firm, TOM)) == 2
    assert words(firm.command(TOM, "/who Globex").blocks).count("they compare two offers") == 1


def test_a_form_shows_the_error_and_keeps_what_was_typed(firm: Company, away: Away) -> None:
    firm.command(MEI, "/log")
    typed = {"new_name": "新华印刷", "contact": "李经理", "outcome": "对50套感兴趣"}
    with away():
        wrong = firm.slack.submit(None, MEI, typed)
    assert list(wrong.errors) == ["customer"] and "没有保存" in wrong.errors["customer"]
    assert form(firm, MEI)
    assert saved(firm.submit(MEI, {}))  # what was typed still stands
    assert firm.last(MEI).text == "已记录，并新建客户：电话，李经理（新华印刷）。归你至4月10日周五。"


def test_a_button_on_a_message_says_so_where_it_was_pressed(firm: Company, away: Away) -> None:
    receipt = enter(firm, TOM, "Globex")
    with away():
        tap_unsettled(firm, TOM, receipt)
        told = [one for one in firm.slack.dm(TOM) if one.ephemeral][-1]
    assert told.text.startswith("I can't reach my records just now")
    assert again(firm, TOM, receipt).text == receipt.text
    tap(firm, TOM, receipt, "Undo")
    assert again(firm, TOM, receipt).text.startswith("Undone:")


def test_a_button_on_the_home_says_so_in_a_box(firm: Company, away: Away) -> None:
    enter(firm, TOM, "Globex")
    with away():
        firm.slack.press(TOM, "home", "home.log")
        assert "I can't reach my records just now" in words(form(firm, TOM).blocks)


def test_a_shortcut_says_so_in_a_box(firm: Company, away: Away) -> None:
    firm.command(MEI, "/dibs 我的")
    with away():
        firm.slack.shortcut(MEI, "log_call")
        assert "没有保存" in words(form(firm, MEI).blocks)


def test_a_search_finds_nothing_and_does_not_fail(firm: Company, away: Away) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/log")
    with away():
        assert firm.slack.suggest(TOM, "pick.customer", "glob") == []
    assert len(firm.slack.suggest(TOM, "pick.customer", "glob")) == 1


def test_a_reminder_due_meanwhile_comes_afterwards(firm: Company, away: Away) -> None:
    enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    with away():
        firm.slack.advance(2 * 3600)
    firm.settle()
    assert firm.told(TOM, "It is time")


def tap_unsettled(firm: Company, user: str, receipt: object) -> None:
    firm.slack.press(user, receipt, next(one for one in ids(receipt) if one.startswith("log.undo")))  # type: ignore[arg-type]


def ids(message: object) -> list[str]:
    from tests.stories.rep import elements

    return [one["action_id"] for one in elements(message.blocks)]  # type: ignore[attr-defined]
