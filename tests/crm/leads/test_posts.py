"""Posts of forms, mails and people, in English and Chinese."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.leads.posts import Inquiry, Mail, Post, read_post
from crm.reading.model import ReadingContext

CONTEXT = ReadingContext(datetime(2026, 3, 11, 9), default_currency="CNY")  # noqa: DTZ001 - local, as the reader has it


def read(*texts: str, mail: Mail | None = None) -> Inquiry | None:
    return read_post(Post(texts, mail), CONTEXT, source="website")


WORDS = "50 seats by May\nand a demo: next week if you can"
JANE = "<mailto:jane@globex.example|jane@globex.example>"
FORMS = (
    f"*New submission: Contact us*\n*Name:* Jane Wu\n*Company:* Globex\n*Email:* {JANE}\n*Message:* {WORDS}",
    f"New submission\nName\nJane Wu\nCompany\nGlobex\nEmail\njane@globex.example\nMessage\n{WORDS}",
    f"官网留言\n姓名：Jane Wu\n公司名称：Globex\n邮箱：jane@globex.example\n留言内容：{WORDS}",
)


@pytest.mark.parametrize("text", FORMS)
def test_a_form_is_read_however_it_is_laid_out(text: str) -> None:
    found = read("fallback text", text)
    assert found and found.sure
    lead = found.lead
    assert (lead.contact, lead.company, lead.email) == ("Jane Wu", "Globex", "jane@globex.example")
    assert lead.message.startswith(WORDS)


def test_a_forwarded_mail_is_from_its_sender_unless_it_is_a_form_itself() -> None:
    sent = Mail("jane@globex.example", "Jane Wu", "Quote for 50 seats", "Hello,\nwe would like a quote.\nRegards, Jane")
    found = read("", mail=sent)
    assert found and found.sure and found.lead.name == "globex.example"
    assert found.lead.message == "Quote for 50 seats\nHello,\nwe would like a quote.\nRegards, Jane"
    form = Mail("no-reply@forms.example", "Forms", "New entry", "Name: Wang Fang\nPhone: 138 0013 8000\nCompany: 华新")
    found = read("", mail=form)
    assert found and found.sure and (found.lead.company, found.lead.email) == ("华新", None)
    assert read("", mail=Mail("newsletter@shop.example", "Shop", "Sale!", "Everything must go")) is None


def test_free_words_with_an_address_are_asked_about_and_without_one_left_alone() -> None:
    found = read(
        "Somebody from Globex wrote on LinkedIn, <mailto:jane@globex.example|jane@globex.example>, please call"
    )
    assert found and not found.sure and found.lead.email == "jane@globex.example"
    assert found.lead.message.startswith("Somebody from Globex")
    found = read("刚才有人打热线 13800138000 想要报价")
    assert found and not found.sure and found.lead.phone == "13800138000"
    for talk in ("thanks, will do!", "meeting at 10:30: room 4", "谢谢，我来跟", "see https://example.com/x: nice", ""):
        assert read(talk) is None, talk


@given(st.lists(st.text(max_size=80), max_size=3), st.none() | st.builds(Mail, *[st.text(max_size=40)] * 4))
def test_no_post_breaks_it(texts: list[str], mail: Mail | None) -> None:
    found = read_post(Post(tuple(texts), mail), CONTEXT, source="website")
    assert found is None or found.lead.name
