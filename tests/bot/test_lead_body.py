"""A body that trickles is cut off; one in another charset is read where it says so."""

import socket
from urllib.parse import urlencode

import pytest

from bot import lead_body
from bot.lead_body import Refused, fields_of, read_body

FORM = "application/x-www-form-urlencoded"


def test_whoever_sends_slowly_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lead_body, "BODY_SECONDS", 0.05)
    ours, theirs = socket.socketpair()
    theirs.sendall(b"{")  # and no more
    with ours, theirs, ours.makefile("rb") as stream, pytest.raises(Refused) as refused:
        read_body({"gunicorn.socket": ours, "wsgi.input": stream}, 5_000)
    assert (refused.value.status, refused.value.error) == (408, "too_slow")


def test_a_form_in_gbk_is_read_where_it_says_so_and_refused_where_it_does_not() -> None:
    body = urlencode({"姓名": "韩梅", "留言": "要报价 & 样品"}, encoding="gbk").encode()
    assert fields_of(body, f"{FORM}; charset=GBK") == {"姓名": "韩梅", "留言": "要报价 & 样品"}
    for kind, status in ((FORM, 400), (f"{FORM}; charset=utf-7", 415)):
        with pytest.raises(Refused) as refused:
            fields_of(body, kind)
        assert refused.value.status == status
