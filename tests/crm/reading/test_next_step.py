"""The next dated step of a note, and its words."""

from datetime import time

import pytest

from tests.crm.reading.notebook import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("met sat w/ Globex founders, follow up in sept", "2026-09-01"),
        ("Globex budget is approved for Q3", None),
        ("Globex contract expires 30 June", None),
        ("Karen at Globex is out til jan 5", "2027-01-05"),
        ("Globex moved from Tuesday to Thursday", "2026-03-12"),
        ("Globex wants to push the pump trial to May", "2026-05-01"),
        ("Globex: closed for the season, reopens 15 May, call the day after", "2026-05-16"),
        ("Bob at Globex is out until 3/22, speak the week after", "2026-03-23"),
        ("Globex is shut til Thursday 26th, try the Friday", "2026-03-27"),
        ("Globex wanted Friday but I can't, offered Monday, accepted", "2026-03-16"),
        ("Globex: Thursday's call is now at 4 not 3", "2026-03-12"),
        ("Globex: demo kit valued on 5 March", None),
        ("Globex wants a visit Tuesday or Wednesday, I said Wednesday", "2026-03-18"),
        ("Globex: Thursday's out, Friday's fine", "2026-03-13"),
        ("Globex: their year end is 31 March so they want the invoice by the 27th", "2026-03-27"),
        ("Globex has the samples, Kim tests them next week, call her the Monday after", "2026-03-23"),
        ("Globex board meets Friday, call Jane the day after", "2026-03-14"),
        ("Globex trial ends Sunday 22nd, ring them the Friday before", "2026-03-20"),
        ("Globex: next service visit September", "2026-09-01"),
        ("Globex: elections are 7 May, nothing moves before. pencilled 12 May", "2026-05-12"),
        ("spoke to Globex today", None),
        ("spoke to Globex re Q1 numbers, all fine", None),
        ("华为节后跟进", None),
        ("华为明年二季度再联系", "2027-04-01"),
    ],
)
def test_the_follow_up_is_the_next_dated_action(text: str, day: str | None) -> None:
    follow_up = read(text).follow_up
    assert (str(follow_up.date) if follow_up else None) == day


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Globex call ok, send quote by Friday", "send quote"),
        ("跟华为聊了，周五前发报价", "发报价"),
        ("met Globex. I'll send the deck tomorrow", "send the deck"),
        ("华为 周五下午三点 发报价", "发报价"),
        ("计划 Globex 明天上午十点 发报价", "发报价"),
        ("拜访华为，条款谈妥，下周二签约", "签约"),
        ("跟华为聊过了，下周三 上午10点 演示", "演示"),
        ("met Globex, all fine, Friday 3pm. They liked it", None),
        ("王工说华为的设备下周到货", "设备到货"),
        ("Bob at Globex said the units ship Friday", "units ship"),
        ("跟华为王总约下周二，演示", "演示"),
        ("华为开完会，周四前把方案给他", "把方案给他"),
        ("华为李工问能不能降价，明天回他", "回他"),
        ("Pencil me in for Thursday with Globex", None),
        ("Globex has samples, Kim tests them next week, call her the Monday after", "call her"),
        ("Globex trial ends Sunday 22nd, ring them the Friday before", "ring them"),
        ("plan Globex Friday - send quote", "send quote"),
        ("华为王总周四再聊", "华为王总再聊"),
    ],
)
def test_the_next_step_is_kept_in_words(text: str, step: str | None) -> None:
    assert read(text).next_step == step


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Globex wants it next weekend? no. Monday 16 March", "2026-03-16"),
        ("Globex: check in 10 days", "2026-03-21"),
        ("Globex wants to meet the last week of March", "2026-03-23"),
        ("Globex demo before the holidays, 12/16 at 1:30", "2026-12-16"),
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
        ("东航月底忙，四月再约", "2026-04-01"),
        ("东航说周五忙完给我回电", "2026-03-13"),
        ("东航约的明天他说有事，改天再约", None),
        ("东航7月1日起执行新价格", None),
        ("东航每月20号对账", None),
        ("东航618之前不上新品，6月20号以后谈", "2026-06-20"),
        ("东航财务说最晚20号到账", "2026-03-20"),
        ("东航明早的飞机，后天上午九点前递上去", "2026-03-13"),
        ("东航 12.15 大修动员会", "2026-12-15"),
        ("东航说4月初六开业", None),
        ("东航测试环境4月5号到期", "2026-04-05"),
        ("东航年底才有预算", None),
        ("东航发了合同，她说周四看完", "2026-03-12"),
        ("东航发了合同，她说周四看完了", None),
        ("东航订单确认了12万6千8周五打款", "2026-03-13"),
        ("东航清明放三天，7号上班给她打电话", "2026-04-07"),
        ("东航一般周五结账", None),
        ("东航第二批货已于3月9日发出", None),
        ("东航1号到7号停产检修，8号以后去", "2026-04-08"),
        ("约了东航明天，临时改成后天", "2026-03-13"),
        ("东航周二年会，周三去拜访", "2026-03-18"),
        ("东航预算只有15万，月中再看", None),
        ("东航预算只有15万，月中再看方案", "2026-03-15"),
        ("下下周一上午十点东航评审会", "2026-03-23"),
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
        ("周一上午十点线上过一遍", "10:00"),
        ("下下周一上午十点评审会", "10:00"),
        ("后天同一时间下午两点", "14:00"),
        ("他们急一点，明天先给他们报", "09:00"),
    ],
)
def test_an_hour_is_of_the_day_it_was_said_for(text: str, at: str) -> None:
    step = read(f"Acme Labs: {text}").follow_up
    assert step and f"{step.time or time(9):%H:%M}" == at
