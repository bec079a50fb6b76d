"""What a person sets for themselves holds: quiet hours, working hours, the hour of the morning message, zone and language."""

from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, home, saved, standing, tap, words


def test_what_dibs_begins_by_itself_waits_for_the_end_of_quiet_hours(firm: Company) -> None:
    enter(firm, MEI, "Globex")
    tap(firm, TOM, firm.slack.home(TOM) or opened(firm, TOM), "Settings…")
    assert firm.submit(TOM, {"quiet_from": "20:00"}).errors == {
        "quiet_until": "Choose this time too, or leave both empty."
    }
    assert saved(firm.submit(TOM, {"quiet_from": "20:00", "quiet_until": "08:30", "morning": "off"}))
    assert "Quiet hours: 20:00–08:30." in home(firm, TOM) and "Morning message: off." in home(firm, TOM)
    tap(firm, MEI, firm.command(MEI, "/who globex"), "释放…")
    assert saved(firm.submit(MEI, {"reason": "other"}))
    before = len(firm.heard(TOM))
    firm.command(BOSS, f"/dibs assign Globex <@{TOM}>")
    assert len(firm.heard(TOM)) == before  # nine in the evening in New York: his already, but nothing rang
    firm.say(TOM, "who owns Globex?")  # an answer comes all the same
    assert firm.last(TOM).text.startswith("Globex: Yours until")
    told = len(firm.heard(TOM))
    firm.wait(hours=11, minutes=31)
    assert len(firm.heard(TOM)) == told + 1 and "Globex" in firm.last(TOM).text


def opened(firm: Company, user: str) -> object:
    firm.slack.open_home(user)
    firm.settle()
    return firm.slack.home(user)


def test_a_chosen_zone_and_language_stay_and_an_unknown_zone_is_said_at_its_field(firm: Company) -> None:
    firm.command(BOSS, "/dibs 设置")
    assert saved(firm.submit(BOSS, {"weekly": "4", "quarterly": "off"}))
    assert "周报：周五。季报：关。" in home(firm, BOSS)
    firm.command(MEI, "/dibs 设置")
    assert standing(form(firm, MEI))["zone"] == "Asia/Shanghai"
    wrong = firm.submit(MEI, {"zone": "Shanghai"}).errors
    assert wrong == {"zone": "我不认识时区 Shanghai。请写成 `Asia/Shanghai` 这样。"}
    assert saved(firm.submit(MEI, {"zone": "Asia/Tokyo", "language": "en", "morning": "7"}))
    firm.slack.change_user(MEI, tz="Asia/Shanghai", locale="zh-CN")
    firm.settle()
    firm.say(MEI, "new customer Globex: called Ann Ray, wants a quote, call again Friday 3pm")
    assert "Fri 13 Mar 15:00" in firm.last(MEI).text
    with firm.dibs.database.read() as tx:
        row = tx.exec_driver_sql("select zone, locale, digest_hour from people where person_id = 'U0MEI'").one()
    assert tuple(row) == ("Asia/Tokyo", "en", 7)
    assert "Morning message: 07:00" in words(opened(firm, MEI).blocks)  # type: ignore[attr-defined]


def test_own_working_hours_say_when_dibs_begins_and_what_a_day_without_an_hour_means(firm: Company) -> None:
    firm.command(TOM, "/dibs settings")
    wrong = [
        {"work_from": "13:00"},
        {"work_from": "13:00", "work_until": "09:00"},
        {"work_from": "13:00", "work_until": "21:00"},
        {
            "work_from": "13:00",
            "work_until": "21:00",
            "work_days": ["1"],
            "quiet_from": "12:00",
            "quiet_until": "22:00",
        },
    ]
    assert [list(firm.submit(TOM, one).errors or {}) for one in wrong] == [
        ["work_until"],
        ["work_until"],
        ["work_days"],
        ["quiet_until"],
    ]
    hours = {"work_from": "13:00", "work_until": "21:00", "work_days": ["1", "2", "3", "4", "5"]}
    assert saved(firm.submit(TOM, {**hours, "quiet_from": None, "quiet_until": None}))
    assert "Your working hours: Tue–Sat, 13:00–21:00." in home(firm, TOM)
    firm.say(TOM, "new customer Globex: called Ann Ray, wants a quote, call again Friday")
    assert "Fri 13 Mar 13:00" in firm.last(TOM).text
    enter(firm, MEI, "Initech")
    tap(firm, MEI, firm.command(MEI, "/who initech"), "释放…")
    assert saved(firm.submit(MEI, {"reason": "other"}))
    before = len(firm.heard(TOM))
    firm.command(BOSS, f"/dibs assign Initech <@{TOM}>")
    assert len(firm.heard(TOM)) == before  # nine in the evening in New York
    firm.wait(hours=15, minutes=31)
    assert len(firm.heard(TOM)) == before
    firm.wait(minutes=30)
    assert len(firm.heard(TOM)) > before and "Initech" in firm.last(TOM).text
