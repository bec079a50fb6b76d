"""Many workspaces by OAuth: each is let in by somebody of its own, and none hears of another."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import insert, select

from bot.crypto import Safe, new_key
from bot.doctor import examine
from bot.keys import rotate
from handlers.kit.speech import Speech
from storage import audit, installations, people
from storage.tables.installations import InstallationRow
from tests.stories.company import START, action_of
from tests.stories.two_firms import ACME, CLIENT_SECRET, MEI, TOM, XINHUA, TwoFirms, two_firms

NEW_ACME = "new customer Globex: called Jane Wu, they want 50 seats, follow up next Tuesday 3pm"


@pytest.fixture
def firms(database_url: str) -> Iterator[TwoFirms]:
    with two_firms(database_url) as both:
        yield both


def test_two_workspaces_install_dibs_and_neither_sees_the_other(firms: TwoFirms) -> None:
    page = firms.install(ACME, TOM)
    assert page.status == 200 and "Dibs is in ACME" in page.text and "slack://app?team=T0ACME" in page.text
    assert "Dibs 已加入 XINHUA" in firms.install(XINHUA, MEI, language="zh-CN,zh;q=0.9").text
    assert "`/dibs team new Sales`" in firms.heard(ACME, TOM)[0].text, (
        "who installed it is the first admin, and welcomed"
    )
    assert "我是 Dibs" in firms.heard(XINHUA, MEI)[0].text
    firms.say(ACME, TOM, NEW_ACME)
    assert "Globex" in firms.heard(ACME, TOM)[-1].text
    firms.say(XINHUA, MEI, "新客户 新华印刷：跟李经理通了电话，想要 20 套，周五报价")
    assert "新华印刷" in firms.heard(XINHUA, MEI)[-1].text
    asked = firms.slacks[XINHUA].command(MEI, "/who Globex").text
    assert asked.startswith("没有叫 *Globex* 的客户")
    assert all("Jane" not in one.text for one in firms.slacks[XINHUA].dm(MEI))
    for slack in firms.slacks.values():
        assert [call for call in slack.calls if not call.ok] == []
        assert [one for one in slack.deliveries if one.error] == []


def test_a_request_that_names_one_workspace_and_comes_from_another_is_let_go(firms: TwoFirms) -> None:
    firms.install(ACME, TOM)
    firms.install(XINHUA, MEI)
    acme = firms.slacks[ACME]
    note = acme.say(TOM, "new customer Initech: called Bill, send quote on Friday")
    firms.settle()
    body = dict(next(one.payload for one in reversed(acme.deliveries) if note.ts in str(one.payload)))
    body |= {"team_id": XINHUA, "event_id": "EvForeign"}
    body["event"] = {**body["event"], "ts": "1773190999.000100"}
    assert acme.courier.handshake(body).status == 200
    with firms.dibs.database.read() as tx:
        assert len(people.people(tx, workspace_id=XINHUA)) == 1, "nobody of the one was met in the other"


def test_a_token_lies_locked_in_the_database_and_is_never_logged(
    firms: TwoFirms, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        firms.install(ACME, TOM)
        firms.install(XINHUA, MEI, org_wide=True)
        firms.say(ACME, TOM, NEW_ACME)
        firms.slacks[ACME].revoke_token()
        firms.say(ACME, TOM, "called Globex again, they will sign on Friday")
    secrets = (firms.slacks[ACME].bot_token, firms.slacks[XINHUA].bot_token, CLIENT_SECRET, firms.key)
    said = caplog.text + "".join(capsys.readouterr()) + repr(firms.settings) + repr(firms.dibs.installed.all())
    with firms.dibs.database.read() as tx:
        stored = [str(tuple(row)) for row in tx.execute(select(InstallationRow.token, InstallationRow.workspace_id))]
    assert len(stored) == 1
    assert [one for one in secrets if one in said or one in stored[0]] == []


def test_keys_are_changed_without_losing_a_token(firms: TwoFirms, capsys: pytest.CaptureFixture[str]) -> None:
    firms.install(ACME, TOM)
    fresh = new_key()
    both = firms.settings.model_copy(update={"token_keys": SecretStr(f"{fresh},{firms.key}")})
    rotate(both)
    assert "1 token is locked under the first key" in capsys.readouterr().out
    firms.settings = firms.settings.model_copy(update={"token_keys": SecretStr(fresh)})
    firms.start()
    firms.say(ACME, TOM, NEW_ACME)
    assert "Globex" in firms.heard(ACME, TOM)[-1].text
    said: list[str] = []
    for language in ("en", "zh"):
        examine(firms.settings, said.append, Speech(language, "UTC", START))
    assert {"ok    T0ACME: token: dibs in ACME", "正常    T0ACME：令牌：ACME 里的 dibs"} <= set(said)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_cannot_be_installed_is_said_kindly_and_nothing_is_kept(firms: TwoFirms, language: str) -> None:
    def words(page: Any) -> str:
        return re.sub("<[^>]+>", " ", page.text)

    zh = language == "zh"
    whole = firms.install(ACME, TOM, org_wide=True, language=language)
    assert whole.status == 400 and ("整个组织" if zh else "not into a whole organisation") in words(whole)
    assert firms.slacks[ACME].ws.given_back, "a token we have no use for goes back"
    page, state = firms.begin(language=language)
    refused = firms.visit(
        f"/slack/oauth_redirect?error=access_denied&state={state}", cookie=page.cookie, language=language
    )
    assert ("没有得到允许" if zh else "It was not allowed in") in words(refused)
    code = firms.slacks[ACME].consent(TOM)
    back = f"/slack/oauth_redirect?code={code}&state={state}"
    assert ("另一个浏览器" if zh else "another browser") in words(firms.visit(back, language=language))
    forged = firms.visit(back.replace(state, "forged"), cookie="slack-app-oauth-state=forged", language=language)
    assert forged.status == 401
    assert firms.visit(back, cookie=page.cookie).status == 200
    assert firms.visit(back, cookie=page.cookie).status == 401, "a state is good once"
    with firms.dibs.database.read() as tx:
        assert [one.workspace_id for one in people.workspaces(tx)] == [ACME]


def test_an_uninstalled_workspace_rests_and_finds_everything_when_it_comes_back(firms: TwoFirms) -> None:
    firms.install(ACME, TOM)
    acme = firms.slacks[ACME]
    rules = acme.command(TOM, "/dibs rules")
    acme.press(TOM, rules, action_of(rules.blocks, "rules.switch"))
    firms.wait(days=1)
    firms.say(ACME, TOM, NEW_ACME)
    assert "Yours until Fri 10 Apr" in acme.command(TOM, "/who Globex").text
    firms.wait(days=20)
    acme.uninstall()
    firms.settle()
    with firms.dibs.database.read() as tx:
        gone = installations.find(tx, workspace_id=ACME)
        assert gone and gone.locked_token == "" and gone.removed_at
    calls = len(acme.calls)
    firms.wait(days=25)
    assert len(acme.calls) == calls, "it is not spoken to"
    firms.install(ACME, TOM)
    assert "Yours until Wed 6 May" in acme.command(TOM, "/who Globex").text, (
        "the deadline passed while nobody could log"
    )
    with firms.dibs.database.read() as tx:
        said = [what for _, _, what, _ in audit.lines(tx, workspace_id=ACME)]
    assert {"installed", "removed", "outage"} <= set(said) and said.count("admin_appointed") == 1


def test_what_a_workspace_leaves_is_erased_after_the_promised_days_and_another_s_stays(firms: TwoFirms) -> None:
    firms.install(ACME, TOM)
    firms.install(XINHUA, MEI)
    firms.say(ACME, TOM, NEW_ACME)
    firms.say(XINHUA, MEI, "新客户 新华印刷：跟李经理通了电话，想要 20 套，周五报价")
    firms.slacks[ACME].uninstall()
    firms.settle()
    firms.wait(days=29)
    assert _rows(firms, ACME)
    firms.wait(days=2)
    assert _rows(firms, ACME) == {}
    assert {"customers", "people", "installations"} <= _rows(firms, XINHUA).keys()
    assert "新华印刷" in firms.slacks[XINHUA].command(MEI, "/dibs mine").text


def _rows(firms: TwoFirms, home: str) -> dict[str, int]:
    """How many rows each table has of a workspace; tables without any are left out."""
    from storage.migrations import metadata

    with firms.dibs.database.read() as tx:
        counts = {
            name: len(tx.execute(select(one.c.workspace_id).where(one.c.workspace_id == home)).all())
            for name, one in metadata().tables.items()
        }
    return {name: count for name, count in counts.items() if count}


def test_who_took_dibs_out_while_nobody_listened_is_noticed(firms: TwoFirms) -> None:
    firms.install(ACME, TOM)
    firms.install(XINHUA, MEI)
    firms.slacks[ACME].revoke_token("account_inactive")
    firms.wait(hours=1, seconds=1)
    assert firms.dibs.installed.of(ACME) is None and firms.dibs.installed.of(XINHUA)
    with firms.dibs.database.read() as tx:
        assert "removed" in [what for _, _, what, _ in audit.lines(tx, workspace_id=ACME)]


def test_a_token_of_another_workspace_is_not_taken_for_ones_own(firms: TwoFirms) -> None:
    firms.install(ACME, TOM)
    with firms.dibs.database.begin() as tx:
        row = installations.find(tx, workspace_id=ACME)
        assert row
        swapped = {"workspace_id": XINHUA, "token": row.locked_token, "bot_user_id": "U", "bot_id": "B"}
        tx.execute(insert(InstallationRow).values(**swapped, installed_by=TOM, installed_at=row.installed_at))
    firms.dibs.many.catch_up()  # type: ignore[union-attr]
    assert firms.dibs.installed.of(XINHUA) is None and firms.dibs.installed.of(ACME)
    assert Safe([firms.key]).open(ACME, row.locked_token) == firms.slacks[ACME].bot_token
