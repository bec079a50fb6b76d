"""Days and times, phrase by phrase. To teach a phrase: a word in crm/reading/words, a line here."""

from datetime import datetime

import pytest

from crm.reading import read_date

WEDNESDAY = datetime.fromisoformat("2026-03-11T16:20")

DATES = """
tomorrow | 2026-03-12
the day after tomorrow | 2026-03-13
Wed | 2026-03-18
this Fri | 2026-03-13
next Tue | 2026-03-17
coming Friday | 2026-03-13
a week from Tuesday | 2026-03-24
a week on Friday | 2026-03-20
after the weekend | 2026-03-16
mid-April | 2026-04-15
back 3/22, call the week after | 2026-03-22
19 Mar 1400 | 2026-03-19T14:00
breakfast with him Tues 7:30 | 2026-03-17T07:30
by the month's end | 2026-03-31
after quarter end | 2026-04-01
Thursday fortnight | 2026-03-26
next week | 2026-03-16
mid next week | 2026-03-18
end of next week | 2026-03-20
EOW | 2026-03-13
this weekend | 2026-03-14
EOM | 2026-03-31
end of July | 2026-07-31
in Jan | 2027-01-01
mid August | 2026-08-15
end of quarter | 2026-03-31
Q2 | 2026-04-01
before xmas | 2026-12-24
in the new year | 2027-01-02
in 3 weeks | 2026-04-01
in a fortnight | 2026-03-25
in a couple of days | 2026-03-13
in 2-3 weeks | 2026-03-25
in 3 months | 2026-06-11
in 48 hrs | 2026-03-13
day after | 2026-03-13
tomorrow between 10 and 11 | 2026-03-12T10:00
on the 24th | 2026-03-24
by 3/20 | 2026-03-20
20/3 | 2026-03-20
w/c 13th April | 2026-04-13
tmrw am | 2026-03-12T09:00
Friday 3pm | 2026-03-13T15:00
Monday at 10 | 2026-03-16T10:00
half past 3 on Friday | 2026-03-13T15:30
COB tues | 2026-03-17T17:00
tomorrow arvo | 2026-03-12T14:00
tonight | 2026-03-11T19:00
at 3 | 2026-03-12T15:00
in 2 hours | 2026-03-11T18:20
first thing Monday | 2026-03-16T09:00
16. März | 2026-03-16
2026-05-04 | 2026-05-04
明天 | 2026-03-12
三五天内 | 2026-03-14
还要十天 | 2026-03-21
隔一周 | 2026-03-18
十天半个月后 | 2026-03-21
618前 | 2026-06-17
一刻钟后 | 2026-03-11T16:35
定在4.15 | 2026-04-15
大后天 | 2026-03-14
周三 | 2026-03-18
这周五 | 2026-03-13
下周二 | 2026-03-17
下下周二 | 2026-03-24
下周 | 2026-03-16
本周内 | 2026-03-13
周末 | 2026-03-14
月底前 | 2026-03-31
下月底 | 2026-04-30
6月初 | 2026-06-01
下个月15号 | 2026-04-15
年底 | 2026-12-31
五一后 | 2026-05-06
国庆后 | 2026-10-08
元旦后 | 2027-01-02
三天后 | 2026-03-14
半个月后 | 2026-03-26
过两天 | 2026-03-13
三个月后 | 2026-06-11
24号 | 2026-03-24
明年1月5号 | 2027-01-05
二季度 | 2026-04-01
明天下午三点半 | 2026-03-12T15:30
周五下班前 | 2026-03-13T17:00
明早 | 2026-03-12T09:00
今晚八点 | 2026-03-11T20:00
半小时后 | 2026-03-11T16:50
下周三下午 | 2026-03-18T14:00
後天 | 2026-03-13
"""


def _iso(phrase: str, order: str = "MDY") -> str | None:
    found = read_date(phrase, now=WEDNESDAY, date_order=order)
    if found is None:
        return None
    return f"{found.date}T{found.time:%H:%M}" if found.time else f"{found.date}"


@pytest.mark.parametrize(("phrase", "day"), [line.split(" | ") for line in DATES.strip().splitlines()])
def test_a_phrase_means_the_day_the_guide_gives_it(phrase: str, day: str) -> None:
    assert _iso(phrase) == day


@pytest.mark.parametrize(("order", "day"), [("MDY", "2027-03-04"), ("DMY", "2026-04-03"), ("YMD", "2027-03-04")])
def test_numbers_are_read_in_the_writers_order(order: str, day: str) -> None:
    assert _iso("3/4", order) == day


@pytest.mark.parametrize(
    "words",
    [
        "节后",
        "春节后",
        "after Easter",
        "a second opinion",
        "net 60",
        "may need 50 seats",
        "12k ARR",
        "3 trucks",
        "二手",
        "24/7 support",
    ],
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert read_date(words, now=WEDNESDAY) is None


def test_next_tuesday_offers_the_nearer_one_as_its_other_reading() -> None:
    found = read_date("next Fri", now=WEDNESDAY)
    assert found and str(found.date) == "2026-03-20"
    assert found.other and str(found.other.date) == "2026-03-13"


def test_a_29_february_waits_for_its_leap_year() -> None:
    assert _iso("Feb 29") == "2028-02-29"
