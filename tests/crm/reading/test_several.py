"""Several customers in one message."""

import pytest

from crm.reading import ReadingContext
from crm.reading.several import read_parts
from tests.crm.reading.notebook import INDEX, NOW, OWN


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("今天：华为报价已确认；海康没人接；小米说暂时不考虑", ["华为技术有限公司", "海康威视", "小米"]),
        ("华为报价已确认；海康没人接；小康说暂时不考虑", ["华为技术有限公司", "海康威视", "小康"]),
        ("华为报价已确认；小康说下周签；海康没人接", ["华为技术有限公司", "海康威视"]),  # somebody answered there
        ("华为报价已确认；海康没人接；小王说下周再打", ["华为技术有限公司", "海康威视"]),
        ("华为报价已确认；比亚迪表示没兴趣；海康没人接", ["华为技术有限公司", "比亚迪", "海康威视"]),
        ("华为报价已确认；张伟说下周签；对方表示没问题；另外说要发票；海康没人接", ["华为技术有限公司", "海康威视"]),
        ("华为报价已确认；小米要一份报价", ["华为技术有限公司", "小米"]),
        ("Globex no answer; Soylent says not now; Target ok", ["Globex Corporation", "Soylent", "Target"]),
        ("Globex no answer; Jane says not now; Target ok", ["Globex Corporation", "Target"]),
    ],
)
def test_who_speaks_in_a_list_is_a_firm_of_its_own_unless_somebody_of_the_one_before(
    text: str, firms: list[str]
) -> None:
    parts = read_parts(text, customers=INDEX, context=ReadingContext(now=NOW, own=OWN))
    assert [one.reading.customer.name for one in parts] == firms


def test_for_whom_a_list_is_written_holds_until_somebody_else_is_named() -> None:
    text = "for <@U0TOM|tom>, today: Globex no answer; Target ok\n替<@U0MEI>记：\n- 华为报价已确认\n- 海康没人接"
    parts = read_parts(text, customers=INDEX, context=ReadingContext(now=NOW, own=OWN))
    assert [one.on_behalf_of for one in parts] == ["U0TOM", "U0TOM", "U0MEI", "U0MEI"]
    assert not [one for one in parts if "@" in one.text]
