"""A website's form sends an inquiry: a new customer in the pool, news for an owner, or a question to a manager."""

import io
import json
import time
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.lead_door import AT_ONCE
from bot.web import wsgi
from crm.leads.signing import signature
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, labels, tap

JANE = {"name": "Jane Wu", "company": "Globex", "email": "jane@globex.example", "message": "50 seats by May, please"}


class Website:
    """A web server that has the secret."""

    def __init__(self, firm: Company) -> None:
        self.firm, self.app = firm, wsgi(firm.dibs)
        self.secret = self.new_secret()

    def new_secret(self) -> str:
        blocks = self.firm.command(BOSS, "/dibs leads key").blocks
        return next(one["text"]["text"].split("```")[1].strip() for one in blocks if "```" in one["text"]["text"])

    def send(self, fields: object, *, form: bool = False, **how: Any) -> tuple[int, dict[str, Any]]:
        body = urlencode(fields).encode() if form else json.dumps(fields).encode()  # type: ignore[arg-type]
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        return self.post(body, **{"kind": kind, **how})

    def post(self, body: bytes, **how: Any) -> tuple[int, dict[str, Any]]:
        stamp = str(how.get("stamp", int(time.time())))
        environ = {
            "REQUEST_METHOD": how.get("method", "POST"),
            "PATH_INFO": how.get("path", "/leads/T1"),
            "CONTENT_TYPE": how.get("kind", "application/json"),
            "CONTENT_LENGTH": how.get("length", str(len(body))),
            "wsgi.input": io.BytesIO(body),
            "HTTP_X_DIBS_TIMESTAMP": stamp,
            "HTTP_X_DIBS_SIGNATURE": how.get("signature", signature(how.get("secret", self.secret), stamp, body)),
        }
        status: list[str] = []
        said = b"".join(self.app(environ, lambda line, headers: status.append(line)))  # type: ignore[arg-type, func-returns-value, return-value]
        if status[0].startswith("200"):
            self.firm.settle()
        return int(status[0].split()[0]), json.loads(said)


@pytest.fixture
def website(firm: Company) -> Website:
    return Website(firm)


def test_a_new_firm_is_in_the_pool_and_the_manager_asked_at_once(firm: Company, website: Website) -> None:
    assert website.send({**JANE, "utm_campaign": "spring fair"}, form=True) == (200, {"ok": True})
    card = firm.last(BOSS)
    assert "Globex" in card.text and "客户主动来咨询" in card.text
    assert "Jane Wu" in card.text and "spring fair" in card.text
    assert "50 seats by May, please" in str(card.blocks)
    assert "50 seats" not in firm.command(TOM, "/who globex").text, "what was written is for those who see it whole"
    firm.press(TOM, firm.command(TOM, "/dibs pool"), "pool.claim")  # open at once: whoever is quickest calls
    mine = firm.command(TOM, "/who globex")
    assert "Yours until" in mine.text and "jane@globex.example" in str(mine.blocks)
    assert "50 seats by May" in str(mine.blocks)
    assert "came in by an inquiry (website)" in firm.command(TOM, "/dibs history Globex").text


def test_an_inquiry_of_a_known_customer_reaches_its_owner_and_changes_nothing(firm: Company, website: Website) -> None:
    enter(firm, MEI, "Globex")
    website.send({"姓名": "王芳", "公司": "GLOBEX", "手机": "138 0013 8000", "留言": "想要报价"})
    news = firm.last(MEI)
    assert news.text.startswith("*Globex* 主动来咨询。王芳 · 138 0013 8000 · 官网。“想要报价”。请今天就联系")
    assert "王芳" not in str(firm.command(MEI, "/who Globex").blocks).split("线索")[0]
    tap(firm, MEI, news, "存为联系人")
    website.send({"phone": "+86 138-0013-8000", "message": "again"})
    assert firm.told(MEI, "again"), "the number alone is enough now"


def test_an_unsure_one_is_a_managers_to_tell(firm: Company, website: Website) -> None:
    enter(firm, TOM, "Globex Corporation")
    website.send({**JANE, "company": "Globex Corporatin"})
    question = firm.last(BOSS)
    assert (
        question.text.startswith("来了一条线索，是哪家客户的？Jane Wu") and "可能是 Globex Corporation" in question.text
    )
    assert labels(question)[:2] == ["是 Globex Corporation", "新客户"]
    tap(firm, BOSS, question, "是 Globex")
    assert firm.last(TOM).text.startswith("*Globex Corporation* has asked for us.")
    tap(firm, BOSS, question, "新客户")
    assert "已经处理过" in firm.last(BOSS).text
    assert "认出这是 Globex Corporation" in next(one for one in firm.heard(BOSS) if one.ts == question.ts).text


def test_a_form_counts_once_and_what_is_not_signed_stale_too_large_or_unreadable_is_refused_with_a_word(
    firm: Company, website: Website
) -> None:
    """Before that: the same form sent twice is one inquiry, and what a machine fills in is none."""
    now, heard = int(time.time()), len(firm.heard(BOSS))
    for stamp in (now, now, now + 1):
        assert website.send(JANE, stamp=stamp)[0] == 200
    assert website.send({**JANE, "company": "Bot Ltd", "_gotcha": "x"}) == (200, {"ok": True})
    assert len(firm.heard(BOSS)) == heard + 1
    body, heard = json.dumps(JANE).encode(), len(firm.heard(BOSS))
    odd: dict[str, Any] = {**JANE, "company": {"name": "x"}}
    for (status, answer), wanted in (
        (website.post(body, signature="v1=00"), (401, "bad_signature")),
        (website.post(body, signature=""), (401, "not_signed")),
        (website.post(body, secret="guessed"), (401, "bad_signature")),
        (
            website.post(body + b" ", signature=signature(website.secret, str(now), body), stamp=now),
            (401, "bad_signature"),
        ),
        (website.post(body, stamp=now - 301), (401, "stale")),
        (website.post(body, stamp="now"), (401, "stale")),
        (website.post(body, path="/leads/T2"), (401, "bad_signature")),
        (website.post(body, path="/leads/../x"), (404, "no_such_address")),
        (website.post(body, method="GET"), (405, "post_only")),
        (website.post(body, length=""), (411, "length_needed")),
        (website.post(body, length="-1"), (411, "length_needed")),
        (website.post(body, length="9" * 30), (413, "too_large")),
        (website.post(b"x" * 70_000), (413, "too_large")),
        (website.post(body, kind="text/plain"), (415, "wrong_kind")),
        (website.post(b"[" * 60_000), (400, "unreadable")),
        (website.post(b"[1]"), (400, "unreadable")),
        (website.post(b"\xff{}"), (400, "unreadable")),
        (website.post(b'{"a": NaN}'), (400, "unreadable")),
        (website.post(b'{"a": ' + b"9" * 6000 + b"}"), (400, "unreadable")),
        (website.send(odd), (422, "wrong_type")),
        (website.send({"a": [[1]]}), (422, "wrong_type")),
        (website.send({str(n): "x" for n in range(61)}), (422, "too_many_fields")),
        (website.send({"message": "hello"}), (422, "nobody")),
        (website.send({**JANE, "email": "jane"}), (422, "email")),
        (website.send({**JANE, "message": "x" * 6000}), (422, "long")),
    ):
        assert (status, answer["error"]) == wanted and answer["message"], answer
    assert len(firm.heard(BOSS)) == heard, "nothing of it was kept"
    assert website.send({**JANE, "message": "\x00\ud800 odd but true"})[0] == 200


def test_a_flood_is_slowed_down(firm: Company, website: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.lead_door.monotonic", lambda: 1_000.0)  # no time passes, however slow the machine
    answers = [website.send({"nobody": str(n)}) for n in range(int(AT_ONCE) + 10)]
    assert [status for status, _ in answers] == [422] * int(AT_ONCE) + [429] * 10
    assert (answers[-1][1]["error"], answers[-1][1]["retry_after"]) == ("too_many", "1")
    monkeypatch.setattr("bot.lead_door.monotonic", lambda: 1_001.0)
    assert website.send(JANE)[0] == 200


def test_a_new_secret_replaces_the_old_one_within_a_day_and_stop_ends_all(firm: Company, website: Website) -> None:
    old = website.secret
    website.secret = website.new_secret()
    assert old != website.secret
    assert website.send(JANE, secret=old)[0] == 200
    firm.wait(hours=25)
    assert website.send({**JANE, "message": "later"}, secret=old)[0] == 401
    assert website.send({**JANE, "message": "later"})[0] == 200
    assert "还没有密钥" in firm.command(BOSS, "/dibs 线索 停用").text
    assert website.send({**JANE, "message": "too late"})[0] == 401
    assert website.secret not in str(firm.command(BOSS, "/dibs leads").blocks)
    assert "You may not do that" in firm.command(TOM, "/dibs leads key").text
