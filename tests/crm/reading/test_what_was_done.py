"""What was done, with whom, and how far the deal has come."""

import pytest

from tests.crm.reading.notebook import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("vm left for Tom at Globex", "call"),
        ("demo for Globex went ok", "demo"),
        ("Globex wants a demo next week", "note"),
        ("coffee w/ Alan at Globex", "meeting"),
        ("dropped by Globex", "visit"),
        ("sent quote to Globex", "email"),
        ("whatsapp'd Sam at Globex", "message"),
        ("no show for the 2pm w/ Globex", "meeting"),
        ("Globex demo pushed to Friday", "meeting"),
        ("call Globex tomorrow", "note"),
        ("拜访了华为", "visit"),
        ("加了华为王工微信", "message"),
        ("华为约了明天演示", "note"),
        ("上门给华为做了演示", "demo"),
        ("sent the quote to Globex on whatsapp", "message"),
        ("报价微信发给华为王总了", "message"),
        ("准备约华为王总吃饭", "note"),
        ("Globex didn't turn up to our 10am", "meeting"),
    ],
)
def test_the_kind_is_what_was_done(text: str, kind: str) -> None:
    assert read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("spoke to jane at globex", "jane"),
        ("Helen Wu (Globex) asked for a quote", "Helen Wu"),
        ("met Dr. Patel at Globex", "Patel"),
        ("referred by Tom, met Ann Lee at Globex", "Ann Lee"),
        ("华为李经理说可以", "李经理"),
        ("华为新对接人是林晓，电话13812345678", "林晓"),
        ("Globex legal is slow", None),
        ("Joe (our engineer) and I met Paul at Globex", "Paul"),
        ("Grace Lim, purchasing mgr at Globex", "Grace Lim"),
        ("跟华为赵敏通了电话", "赵敏"),
        ("跟华为老马喝茶", "老马"),
        ("我和小李一起去华为见了孙总", "孙总"),
        ("竞争对手的刘总也在华为", None),
    ],
)
def test_the_contact_is_the_first_person_of_the_customer(text: str, contact: str | None) -> None:
    assert read(text).contact == contact


def test_a_competitor_is_no_contact() -> None:
    reading = read("拜访海康威视，竞争对手是金蝶，下周三再谈")
    assert (reading.contact, reading.competitor) == (None, "金蝶")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Globex signed the PO", "won"),
        ("Globex will sign on Friday", "negotiation"),
        ("Globex went with another vendor", "lost"),
        ("Globex wants a proposal", "proposal"),
        ("Globex asked for a PoC", "evaluation"),
        ("Globex is keen", "qualified"),
        ("华为丢单了", "lost"),
        ("华为还没签", None),
        ("华为要求降价", "negotiation"),
    ],
)
def test_the_stage_is_the_strongest_the_note_supports(text: str, stage: str | None) -> None:
    assert read(text).stage_hint == stage


def test_what_is_said_in_passing_is_kept() -> None:
    reading = read("Globex complained about late delivery, met them at the trade show, no answer from legal")
    assert (reading.complaint, reading.source, reading.no_answer) == (True, "campaign", True)
    assert read("lost Globex, price too high").lost_reason == "price"
    assert read("Globex节后联系").needs_date
