"""Whole notes, a field at a time. The customers are the writer's own unless a test says otherwise."""

from datetime import datetime
from decimal import Decimal

import pytest

from crm.reading import CustomerIndex, KnownCustomer, Reading, ReadingContext, read_note
from crm.reading.several import read_parts

NOW = datetime.fromisoformat("2026-03-11T16:20")
NAMES = (
    "Acme Corp|Acme Labs|Globex Corporation|Northwind Traders|Target|May Mobility|International Business Machines"
    "|Delta Dental of Ohio|华为技术有限公司|招商银行|招商证券|京东集团|京东方科技集团|周大福珠宝|海康威视|东方航空"
)
KNOWN = tuple(KnownCustomer(f"C{n}", name) for n, name in enumerate(NAMES.split("|")))
OWN = frozenset(customer.customer_id for customer in KNOWN)
INDEX = CustomerIndex(KNOWN)


def read(text: str, index: CustomerIndex = INDEX) -> Reading:
    return read_note(text, customers=index, context=ReadingContext(now=NOW, own=OWN))


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


def test_a_slip_as_near_to_two_customers_is_asked_between_them() -> None:
    index = CustomerIndex((KnownCustomer("C1", "Delfa Foods"), KnownCustomer("C2", "Delta Steel")))
    assert {one.name for one in read("Delra rang", index).customer.candidates} == {"Delfa Foods", "Delta Steel"}


@pytest.mark.parametrize(
    "text", ["Globex rang. They supply Target and want our price", "Target offered 10% less, but Globex stays"]
)
def test_a_firm_that_is_only_spoken_of_is_not_the_customer(text: str) -> None:
    assert read(text).customer.name == "Globex Corporation"


def test_a_known_contact_decides_between_customers() -> None:
    index = CustomerIndex((*KNOWN, KnownCustomer("C1", "Acme Labs", contacts=("Jane Wu",))))
    index.put(KnownCustomer("C1", "Acme Labs", contacts=("Jane Wu",)))
    assert read("call with Jane Wu at Acme", index).customer.name == "Acme Labs"


@pytest.mark.parametrize(
    "text", ["we target 50 new logos this quarter", "it may rain", "lol ok", "Merry Christmas!", "谢谢", "天气怎么样"]
)
def test_small_talk_is_no_log(text: str) -> None:
    assert read(text).intent == "chitchat"


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
    ],
)
def test_the_kind_is_what_was_done(text: str, kind: str) -> None:
    assert read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Globex quote $18.5k", "18500", "USD"),
        ("Globex $300-350k deal", "300000", "USD"),
        ("海康总价9万6", "96000", "CNY"),
        ("海康报价12万8", "128000", "CNY"),
        ("海康预算80到100万", "800000", "CNY"),
        ("海康大概300w", "3000000", "CNY"),
        ("海康从两百八十万谈到两百四", "2400000", "CNY"),
        ("Globex: we quoted 50k, competitor is at 40k", "50000", None),
        ("Globex deposit of $5k on the $25k order", "25000", "USD"),
    ],
)
def test_the_amount_is_the_deals_total(text: str, amount: str, currency: str | None) -> None:
    reading = read(text)
    assert (reading.amount, reading.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    ["Globex 50 seats at $40/user", "华为 100台，单价3000元", "Globex wants 10% off", "ship 1000 units to Globex"],
)
def test_unit_prices_counts_and_shares_are_no_amount(text: str) -> None:
    assert read(text).amount is None


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
    ],
)
def test_the_contact_is_the_first_person_of_the_customer(text: str, contact: str | None) -> None:
    assert read(text).contact == contact


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("met sat w/ Globex founders, follow up in sept", "2026-09-01"),
        ("Globex budget is approved for Q3", None),
        ("Globex contract expires 30 June", None),
        ("Karen at Globex is out til jan 5", "2027-01-05"),
        ("Globex moved from Tuesday to Thursday", "2026-03-12"),
        ("spoke to Globex today", None),
        ("华为节后跟进", None),
        ("华为明年二季度再联系", "2027-04-01"),
    ],
)
def test_the_follow_up_is_the_next_dated_action(text: str, day: str | None) -> None:
    follow_up = read(text).follow_up
    assert (str(follow_up.date) if follow_up else None) == day


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


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("who owns Acme Corp?", "lookup"),
        ("谁在跟进华为？", "lookup"),
        ("any open deals at Globex", "lookup"),
        ("remind me to call Globex Friday", "command"),
        ("撤销", "command"),
        ("把华为的跟进改到下周一", "command"),
        ("move Globex to Thursday", "command"),
        ("Update: met Globex", "log"),
        ("fu thurs w/ Sam from Globex", "log"),
    ],
)
def test_questions_and_orders_are_told_from_logs(text: str, intent: str) -> None:
    assert read(text).intent == intent


def test_slacks_markup_is_read_as_words() -> None:
    reading = read(
        "call w/ Maria at Globex &amp; team, <mailto:m@globex.com|m@globex.com> <tel:+14155550142|415-555-0142>, fu <@U1> tmrw"
    )
    assert (reading.email, reading.phone) == ("m@globex.com", "415-555-0142")
    assert reading.contact == "Maria"


@pytest.mark.parametrize("text", ["for <@U123>: met Globex", "替<@U123>记录：拜访了华为", "帮 <@U123> 拜访了华为"])
def test_an_assistant_logs_for_somebody(text: str) -> None:
    assert read(text).on_behalf_of == "U123"


@pytest.mark.parametrize("text", ["new customer Acme Studios, met Bo", "新客户 华为科技园 聊了"])
def test_new_forces_a_new_customer(text: str) -> None:
    assert read(text).forces_new


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Globex call ok, send quote by Friday", "send quote"),
        ("跟华为聊了，周五前发报价", "发报价"),
        ("met Globex. I'll send the deck tomorrow", "send the deck"),
    ],
)
def test_the_next_step_is_kept_in_words(text: str, step: str) -> None:
    assert read(text).next_step == step


def test_what_is_said_in_passing_is_kept() -> None:
    reading = read("Globex complained about late delivery, met them at the trade show, no answer from legal")
    assert (reading.complaint, reading.source, reading.no_answer) == (True, "campaign", True)
    assert read("lost Globex, price too high").lost_reason == "price"
    assert read("Globex节后联系").needs_date


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
    ("text", "day"),
    [
        ("Globex meeting pushed from 3/20 to the following Monday", "2026-03-23"),
        ("Globex wants a visit wk of april 6, pencil me in for the tues", "2026-04-07"),
        ("Globex closed 3/25 - 4/3, back on the 6th", "2026-04-03"),
        ("Globex: trial order likely after new year, ring him 6 may", "2026-05-06"),
        ("Globex said circle back after q1 closes", "2026-04-01"),
        ("华为25日前必须完成培训", "2026-03-25"),
        ("华为董事会3月28日过预算", "2026-03-28"),
    ],
)
def test_a_day_is_reckoned_from_what_stands_around_it(text: str, day: str) -> None:
    step = read(text).follow_up
    assert step is not None
    assert step.date.isoformat() == day


@pytest.mark.parametrize("text", ["morning - had a quick word with Globex", "华为这周都不接电话，可能换号了"])
def test_a_greeting_and_what_was_done_this_week_plan_nothing(text: str) -> None:
    assert read(text).follow_up is None


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("无锡市第二人民医院", "无锡二院说下周开标"),
        ("苏州大学附属第一医院", "去了苏大附一"),
        ("深圳市博朗精密仪器有限公司", "博朗仪器的吴工来电"),
        ("Yackandandah Brewing", "yack brewing wants a quote"),
        ("London & Quadrant", "spoke to L&Q"),
        ("First Capital Bank of Virginia", "FCB wants references"),
    ],
)
def test_a_customer_is_known_by_what_is_left_of_the_name(name: str, written: str) -> None:
    index = CustomerIndex((KnownCustomer("X", name), KnownCustomer("Y", "Globex Corporation")))
    found = read_note(written, customers=index, context=ReadingContext(now=NOW, own=frozenset(("X", "Y"))))
    assert found.customer.name == name


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Globex 从80万砍到40万", 400_000),
        ("Globex offered 84.000 €", 84_000),
        ("Globex: 18 buses, 2,150 a unit, 38.7k total", 38_700),
        ("Globex PO received Rs 12,40,000", 1_240_000),
        ("Globex renewed, 3 yrs @ 22k/yr = 66k", 66_000),
        ("Globex pays Schein 31k/yr, we came in at 26,500", 26_500),
        ("Globex 嫌贵，同行报49万8，我们52万，后天再谈", 520_000),
    ],
)
def test_the_sum_that_holds_is_the_amount(text: str, amount: int) -> None:
    assert read(text).amount == amount


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("let Globex go", "release"),
        ("把华为放回公海", "release"),
        ("招行改名了 帮我改一下", "edit"),
        ("log it as a visit", "edit"),
    ],
)
def test_an_order_in_passing_words_is_one(text: str, command: str) -> None:
    assert read(text).command == command


def test_a_name_within_a_firms_name_is_nobody_and_leaves_the_firm_whole() -> None:
    reading = read("新客户 大成化工：上门拜访王工，设备老化想换，下周四去测量")
    assert (reading.customer.name, reading.contact) == ("大成化工", "王工")
    assert (reading := read("拜访大成化工王工，设备老化想换")).customer.name == "大成化工" and reading.contact == "王工"


def test_an_hour_nobody_does_anything_at_is_asked_about_rather_than_set() -> None:
    reading = read("东航来访，参观了车间，晚上七点一起，意向明确")
    assert (reading.follow_up, reading.needs_date) == (None, True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sent Acme Labs the quote Monday", None),
        ("Acme Labs out Monday, back Tuesday", "2026-03-17"),
        ("Acme Labs - Jo rescheduled our 10am, now next Monday same time", "2026-03-16"),
        ("Acme Labs - Jo is only in before 7am. calling her Friday", "2026-03-13"),
        ("Acme Labs committee meets the 3rd Thursday", "2026-03-19"),
        ("东航的货今天发走了", None),
        ("Acme Labs install slipped from the 2nd to the 9th June", "2026-06-09"),
        ("Acme Labs pulled out of Friday, new slot tbc", None),
        ("Acme Labs - bank hol Monday so delivery Tuesday", "2026-03-17"),
        ("Acme Labs call overran, part 2 on Tuesday 10-11", "2026-03-17"),
        ("good chat w/ Acme Labs' new MD, she starts in May, coffee 7th May", "2026-05-07"),
        ("Acme Labs: sometime next week, thurs or fri", "2026-03-19"),
        ("Acme Labs text: can we do Friday? said sure 2pm", "2026-03-13"),
        ("东航说周末加班，周日下午可以去", "2026-03-15"),
        ("东航的秦姐发火了 24号上门", "2026-03-24"),
        ("Acme Labs - Thursday no good, Friday instead", "2026-03-13"),
        ("10am with Acme Labs tomorrow", "2026-03-12"),
        ("Acme Labs trial ends 3/27, wants a call the day before", "2026-03-26"),
        ("Acme Labs' CFO joins the next one Mar 23 at 2", "2026-03-23"),
        ("Acme Labs won't do anything til after easter. touch base 9 April", "2026-04-09"),
        ("东航邮件回了，年底前不采购", None),
    ],
)
def test_a_day_that_is_over_refused_or_off_is_no_next_step(text: str, day: str | None) -> None:
    step = read(text).follow_up
    assert (step and step.date.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("site induction 07:30 on Friday", "07:30"),
        ("surveyor comes Thursday 8.30", "08:30"),
        ("the 24th or 26th, pencilled the 24th 6pm", "18:00"),
        ("Jo rescheduled our 10am, now next Monday same time", "10:00"),
        ("明天下午三点二次送样", "15:00"),
    ],
)
def test_an_hour_is_of_the_day_it_was_said_for(text: str, at: str) -> None:
    step = read(f"Acme Labs: {text}").follow_up
    assert step and step.time and f"{step.time:%H:%M}" == at


def test_a_name_gives_way_to_the_word_it_would_cut() -> None:
    index = CustomerIndex((KnownCustomer("C1", "三江电缆"),))
    reading = read("三江电话里说不急", index)
    assert (reading.customer.phrase, reading.kind) == ("三江", "call")


def test_a_competitor_is_no_contact() -> None:
    reading = read("拜访海康威视，竞争对手是金蝶，下周三再谈")
    assert (reading.contact, reading.competitor) == (None, "金蝶")


@pytest.mark.parametrize(
    ("text", "amount"), [("price 4.8L", 480_000), ("half a million", 500_000), ("PO 4500987", None)]
)
def test_a_sum_is_read_as_it_is_said_at_home(text: str, amount: int | None) -> None:
    context = ReadingContext(now=NOW, own=OWN, default_currency="INR")
    assert read_note(f"Acme Labs {text}", customers=INDEX, context=context).amount == amount


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("今天：华为报价已确认；海康没人接；小米说暂时不考虑", ["华为技术有限公司", "海康威视", "小米"]),
        ("华为报价已确认；海康没人接；小康说暂时不考虑", ["华为技术有限公司", "海康威视", "小康"]),
        ("华为报价已确认；小康说下周签；海康没人接", ["华为技术有限公司", "海康威视"]),  # somebody answered there
        ("华为报价已确认；海康没人接；小王说下周再打", ["华为技术有限公司", "海康威视"]),
        ("华为报价已确认；比亚迪表示没兴趣；海康没人接", ["华为技术有限公司", "比亚迪", "海康威视"]),
        ("华为报价已确认；张伟说下周签；对方表示没问题；另外说要发票；海康没人接", ["华为技术有限公司", "海康威视"]),
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
