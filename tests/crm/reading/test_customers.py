"""Whose note it is: a known customer, one of a few to ask about, a new one, or none."""

import pytest

from crm.reading import CustomerIndex, CustomerMatch, KnownCustomer, ReadingContext, read_note
from tests.crm.reading.notebook import KNOWN, NOW, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("spoke w/ Jane @ Acme Labs", "Acme Labs"),
        ("rang ibm, no answer", "International Business Machines"),
        ("talked 2 Greg at norhtwind", "Northwind Traders"),
        ("met target today", "Target"),
        ("May Mobility call went well", "May Mobility"),
        ("spoke to Delta Dental", "Delta Dental of Ohio"),
        ("招行陈经理约了明天演示", "招商银行"),
        ("谁负责京东？", "京东集团"),
        ("跟huawei的Kevin吃了个饭", "华为技术有限公司"),
        ("拜访了海康威士", "海康威视"),
        ("东航王总来电", "东方航空"),
    ],
)
def test_a_customer_is_known_by_short_forms_initials_pinyin_and_slips(text: str, name: str) -> None:
    assert read(text).customer.name == name


@pytest.mark.parametrize(("text", "count"), [("Acme wants a discount", 2), ("招商的沈总同意了", 2)])
def test_a_name_that_fits_several_is_asked_about(text: str, count: int) -> None:
    match = read(text).customer
    assert match.is_asked
    assert len(match.candidates) == count


@pytest.mark.parametrize(
    "text", ["visited Northwick today", "met Glomex Corporation", "Globex Copco rang", "delua dental called"]
)
def test_a_name_so_near_a_customers_that_it_may_be_anothers_is_asked_about(text: str) -> None:
    match = read(text).customer
    assert match.is_asked
    assert len(match.candidates) == 1


def test_a_short_form_that_two_firms_share_is_asked_about_and_half_a_brand_is_none() -> None:
    index = CustomerIndex(
        KnownCustomer(f"C{n}", name) for n, name in enumerate(("国药控股", "国药器械", "京东集团", "京东方科技"))
    )
    assert {one.name for one in read("国药要一份报价", index).customer.candidates} == {"国药控股", "国药器械"}
    assert read("京东要一份报价", index).customer.name == "京东集团"


def test_what_two_firms_begin_with_is_asked_about() -> None:
    index = CustomerIndex((KnownCustomer("C1", "维也纳酒店"), KnownCustomer("C2", "维也纳音乐餐厅")))
    assert len(read("维也纳采购说要对比三家布草", index).customer.candidates) == 2
    index = CustomerIndex(
        (KnownCustomer("C1", "杨桥盛虹集团"), KnownCustomer("C2", "盛虹石化"), KnownCustomer("C3", "平安银行"))
    )
    assert len(read("盛虹那边签了", index).customer.candidates) == 2
    assert read("童总监约我平安夜吃饭", index).customer == CustomerMatch()


@pytest.mark.parametrize("text", ["发京东给华为了", "在京东请华为李总吃饭", "路过京东，顺便去了华为"])
def test_a_firm_made_use_of_on_the_way_is_not_the_customer(text: str) -> None:
    assert read(text).customer.name == "华为技术有限公司"


def test_a_name_without_the_place_nobody_lists_is_the_one_customers_that_ends_so() -> None:
    index = CustomerIndex((KnownCustomer("C1", "峨眉山红珠山宾馆"), KnownCustomer("C2", "Agência Ponto Azul")))
    assert read("红珠山宾馆余姐打来说要换货", index).customer.name == "峨眉山红珠山宾馆"
    assert read("talked with Beatriz of Ponto Azul", index).customer.name == "Agência Ponto Azul"


def test_a_slip_as_near_to_two_customers_is_asked_between_them() -> None:
    index = CustomerIndex((KnownCustomer("C1", "Delfa Foods"), KnownCustomer("C2", "Delta Steel")))
    assert {one.name for one in read("Delra rang", index).customer.candidates} == {"Delfa Foods", "Delta Steel"}


@pytest.mark.parametrize(
    "text",
    [
        "Globex rang. They supply Target and want our price",
        "Target offered 10% less, but Globex stays",
        "demo for Globex, they liked what we did for Target",
        "coffee w/ Nell, she left Target and is at Globex now",
        "东航的刘总现在在Globex，周一见",
    ],
)
def test_a_firm_that_is_only_spoken_of_is_not_the_customer(text: str) -> None:
    assert read(text).customer.name == "Globex Corporation"


@pytest.mark.parametrize(
    ("known", "text", "name"),
    [
        ("Cedar Ridge Dental|Cedar Ridge Builders", "call Cedar Ridge Roofing tomorrow", "Cedar Ridge Roofing"),
        ("宁波金田铜业", "新客户：宁波金田机械，对接人汤工", "宁波金田机械"),
        ("隆基绿能科技", "鑫隆基建材来要报价，温先生", "鑫隆基建材"),
        ("通威股份", "通威徐总介绍了宜宾天原光伏的人，姓叶", "宜宾天原光伏"),
        ("大族激光科技", "大族机器人是新客户，周三见", "大族机器人"),
        ("比亚迪", "弗迪电池要样品，比亚迪旗下的", "弗迪电池"),
        ("Hope Hospice", "Hope Hospice gave our name to a firm called Marlow Care, ring Monday", "Marlow Care"),
        ("万科企业", "万科物业推荐的那家叫联创物业，跟对方秦经理打了电话", "联创物业"),
        ("Cascade Windows", "Cascade Doors, new, sent our way by Pete at Cascade Windows", "Cascade Doors"),
    ],
)
def test_a_firm_with_part_of_a_customers_name_or_sent_by_one_is_another(known: str, text: str, name: str) -> None:
    index = CustomerIndex(KnownCustomer(f"C{n}", one) for n, one in enumerate(known.split("|")))
    assert (read(text, index).customer.name, read(text, index).customer.is_new) == (name, True)


def test_what_is_told_in_brackets_and_whom_somebody_is_with_decide_between_names() -> None:
    index = CustomerIndex(
        KnownCustomer(f"C{n}", one)
        for n, one in enumerate(("Mercury Paints", "Mercury Lighting", "Oscar Health", "Lowe's"))
    )
    assert read("Mercury (the paint people) ordered again", index).customer.name == "Mercury Paints"
    assert read("vm for Oscar at Lowe's", index).customer.name == "Lowe's"


def test_a_plain_word_before_what_no_firm_has_is_none() -> None:
    index = CustomerIndex((KnownCustomer("C1", "Visa"),))
    assert read("visa line is 2 hours long", index).customer.name is None
    assert read("visa wants a quote", index).customer.name == "Visa"


@pytest.mark.parametrize(("short", "slot"), [("MSK", 0), ("sloan kettering", 0), ("UVM", 1), ("Tri County Co-op", 2)])
def test_a_long_name_is_known_by_its_first_initials_and_a_university_by_its_own(short: str, slot: int) -> None:
    names = ("Memorial Sloan Kettering Cancer Center", "University of Vermont", "Tri-County Electric Cooperative")
    index = CustomerIndex(KnownCustomer(f"C{n}", name) for n, name in enumerate(names))
    assert read(f"rang {short}, no answer", index).customer.name == names[slot]


def test_a_known_contact_decides_between_customers() -> None:
    index = CustomerIndex((*KNOWN, KnownCustomer("C1", "Acme Labs", contacts=("Jane Wu",))))
    index.put(KnownCustomer("C1", "Acme Labs", contacts=("Jane Wu",)))
    assert read("call with Jane Wu at Acme", index).customer.name == "Acme Labs"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("new lead from the webinar: Oakridge Brewing, contact Steph Miller", "Oakridge Brewing"),
        ("cold called Pinnacle Storage - not interested", "Pinnacle Storage"),
        ("新客户：苏州鼎盛机械，联系人 何总", "苏州鼎盛机械"),
        ("拜访了恒通物流的前台", "恒通物流"),
        ("Umbrella quote 35k by Friday", "Umbrella"),
        ("比亚迪 报价 35万 含税 周五前回复", "比亚迪"),
        ("新客户 墨西哥 Grupo Ilumex 采购 Carlos carlos@ilumex.mx", "Grupo Ilumex"),
        ("New enquiry, Shanti Builders Nagpur, contact Mr Joshi", "Shanti Builders"),
        ("zoom w Petra Sky Camp (Hussein, Rania), 32 tents", "Petra Sky Camp"),
        ("cold visit - Shree Ganga Ice Factory, Mr. Tapas, kept card", "Shree Ganga Ice Factory"),
    ],
)
def test_a_company_nobody_knows_is_new(text: str, name: str) -> None:
    match = read(text).customer
    assert (match.name, match.is_new) == (name, True)


def test_a_colleagues_customer_in_pinyin_is_asked_about_before_a_new_one_is_made() -> None:
    index = CustomerIndex([KnownCustomer("H", "华为技术"), KnownCustomer("W", "万华化学")])
    asked = read_note("called Huawei, no answer", customers=index, context=ReadingContext(now=NOW, own=frozenset()))
    assert ([one.name for one in asked.customer.candidates], asked.customer.is_new) == (["华为技术"], False)


@pytest.mark.parametrize("text", ["lost Acme Labs to Globex", "Acme Labs went with Globex"])
def test_a_competitor_is_not_the_customer(text: str) -> None:
    assert read(text).customer.name == "Acme Labs"


@pytest.mark.parametrize("text", ["new customer Acme Studios, met Bo", "新客户 华为科技园 聊了"])
def test_new_forces_a_new_customer(text: str) -> None:
    assert read(text).forces_new


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新客户腾讯，刚给李经理打了电话，对50套感兴趣", "腾讯"),
        ("新客户字节跳动，刚给李经理打了电话", "字节跳动"),
        ("新客户 美团 拜访了马总", "美团"),
        ("new customer Initech: called Bob Lee, wants a quote", "Initech"),
    ],
)
def test_what_is_announced_as_a_new_customer_is_one_and_needs_no_question(text: str, name: str) -> None:
    found = read(text)
    assert (found.customer.name, found.customer.is_new, found.forces_new) == (name, True, True)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("无锡市第二人民医院", "无锡二院说下周开标"),
        ("苏州大学附属第一医院", "去了苏大附一"),
        ("深圳市博朗精密仪器有限公司", "博朗仪器的吴工来电"),
        ("Yackandandah Brewing", "yack brewing wants a quote"),
        ("London & Quadrant", "spoke to L&Q"),
        ("First Capital Bank of Virginia", "FCB wants references"),
        ("上海浦东发展银行", "浦发说下周开标"),
        ("浙江大学医学院附属第二医院", "去了浙二见陈主任"),
        ("宁德时代", "ningde时代王工来电"),
        ("中铁四局集团", "铁四局项目部要送货"),
        ("长江存储", "去了长存"),
        ("Watsons 屈臣氏", "屈臣氏要改包装"),
        ("Bosch 博世汽车部件", "博世的密码忘了"),
        ("温州医科大学附属眼视光医院", "眼视光那边周四开会"),
        ("洛阳栾川钼业集团", "给洛钼乔工演示了"),
        ("天津医科大学总医院", "总医院设备科打了两次，没人接"),
        ("平安银行", "pingan银行的Iris约了五一后聊接口"),
        ("比亚迪", "byd要30台"),
        ("中国建筑第三工程局有限公司", "三局李工约周四看现场"),
        ("苏州大学附属第二医院", "附二院说下周招标"),
        ("Pacific Rim Produce", "pacificrim order 4 pallets"),
        ("良品铺子", "lppz要一份报价"),
        ("万科企业股份有限公司", "wanke的王总来电"),
        ("Saint Luke's Hospital", "texted Ike about the st lukes job"),
        ("Next plc", "Next have gone quiet. Nudge Dipesh"),
    ],
)
def test_a_customer_is_known_by_what_is_left_of_the_name(name: str, written: str) -> None:
    index = CustomerIndex((KnownCustomer("X", name), KnownCustomer("Y", "Globex Corporation")))
    found = read_note(written, customers=index, context=ReadingContext(now=NOW, own=frozenset(("X", "Y"))))
    assert found.customer.name == name


def test_a_name_within_a_firms_name_is_nobody_and_leaves_the_firm_whole() -> None:
    reading = read("新客户 大成化工：上门拜访王工，设备老化想换，下周四去测量")
    assert (reading.customer.name, reading.contact) == ("大成化工", "王工")
    assert (reading := read("拜访大成化工王工，设备老化想换")).customer.name == "大成化工" and reading.contact == "王工"


def test_the_end_of_a_firms_trade_is_nobodys_title() -> None:
    reading = read("扫了张名片 丛佩 设备主管 烟台海岳重工 13300112266")
    assert (reading.customer.name, reading.contact) == ("烟台海岳重工", "丛佩")


def test_a_name_gives_way_to_the_word_it_would_cut() -> None:
    index = CustomerIndex((KnownCustomer("C1", "三江电缆"),))
    reading = read("三江电话里说不急", index)
    assert (reading.customer.phrase, reading.kind) == ("三江", "call")


def test_an_unknown_firm_stands_before_somebody_with_a_title_behind_whom_it_is_written_for() -> None:
    found = read("for <@U0MEI> 金鼎 李经理 电话 聊了报价 周五回复")
    assert (found.customer.name, found.customer.is_new, found.contact) == ("金鼎", True, "李经理")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Called Kiewit, Tasha in purchasing. Rebar pkg roughly 1.4M, bids close may 1", "Kiewit"),
        ("TCL温总监来电，问年框续签，半小时后回他", "TCL科技集团"),
    ],
)
def test_a_word_of_another_name_is_no_rival_and_three_letters_are_a_name(text: str, name: str) -> None:
    known = [KnownCustomer(one, one) for one in ("Kiewit", "Gulf States Rebar", "TCL科技集团")]
    context = ReadingContext(now=NOW, own=frozenset(one.customer_id for one in known))
    assert read_note(text, customers=CustomerIndex(known), context=context).customer.name == name
