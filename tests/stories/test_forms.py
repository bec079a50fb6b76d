"""What a form can't take is said at the field it is about, in its reader's words; nothing typed is lost, nothing kept."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.stories.company import BOSS, TOM, Company
from tests.stories.lists import drop
from tests.stories.rep import enter, form, tap

LONG = "long words " * 270  # as much as a field holds
HOSTILE = "<!channel> *x* & <@U0MEI>"
YESTERDAY, TOMORROW = "2026-03-09", "2026-03-12"
LOG = {"new_name": "Hooli", "outcome": "told us a great deal"}
NEW_TEAM = {"name": "East"}

# who, the form they open, what they write, the field that says no and a word of what it says
CASES: tuple[tuple[str, str, dict[str, Any], str, str], ...] = (
    (TOM, "/log", {"outcome": "told us"}, "customer", "write the name of a new one"),
    (TOM, "/log", LOG | {"new_name": "  "}, "new_name", "letter or digit"),
    (TOM, "/log", LOG | {"outcome": " "}, "outcome", "a few words"),
    (TOM, "/log", LOG | {"happened_on": TOMORROW}, "happened_on", "still to come"),
    (TOM, "/log", LOG | {"due_on": YESTERDAY}, "due_on", "has passed"),
    (TOM, "/log", LOG | {"due_at": "09:00"}, "due_on", "day too"),
    (TOM, "/log", LOG | {"amount": "lots 🎉"}, "amount", "in figures"),
    (TOM, "/log", LOG | {"amount": "-5"}, "amount", "in figures"),
    (TOM, "/log", LOG | {"amount": "9" * 20}, "amount", "in figures"),
    (TOM, "/dibs plan Globex", {"due_on": YESTERDAY}, "due_on", "has passed"),
    (TOM, "/dibs edit Acme", {"name": "🎉 "[1:]}, "name", "letter or digit"),
    (TOM, "/dibs edit Acme", {"name": "Globex"}, "name", "Globex is another customer's name"),
    (TOM, "/dibs edit Acme", {"aliases": "Ajax\nGlobex"}, "aliases", "Globex is another customer's name"),
    (TOM, "/dibs edit Acme", {"aliases": HOSTILE}, "aliases", "<!channel> ＊x＊ & <@U0MEI> is another"),
    (TOM, "/dibs edit Acme", {"aliases": LONG}, "aliases", "at most 200"),
    (TOM, "/dibs edit Acme", {"aliases": "\n".join(map(str, range(21)))}, "aliases", "At most 20"),
    (TOM, "/dibs edit Acme", {"domain": "acme"}, "domain", "acme.com"),
    (TOM, "/dibs edit Acme", {"phone": "call me"}, "phone", "+86"),
    (TOM, "contact", {"name": "Bo", "email": "bo@"}, "email", "jane@acme.com"),
    (TOM, "contact", {"name": "Bo", "phone": "１２"}, "phone", "+86"),
    (TOM, "contact", {"name": "Ann Ray"}, "name", "Ann Ray"),
    (TOM, "contact", {"name": " "}, "name", "letter or digit"),
    (TOM, "deal", {"amount": "a lot"}, "amount", "or 50k"),
    (TOM, "deal", {"probability": "101"}, "probability", "0 to 100"),
    (TOM, "/dibs complaint Acme", {"words": " "}, "words", "a few words"),
    (TOM, "/dibs complaint Acme", {"words": "jams", "due_on": YESTERDAY}, "due_on", "has passed"),
    (TOM, "/dibs promise Acme", {"words": "jams", "due_at": "10:00"}, "due_on", "day too"),
    (TOM, "/dibs away", {"first_day": "2026-04-03", "last_day": "2026-04-01"}, "last_day", "before the first"),
    (TOM, "/dibs away", {"first_day": "2026-03-02", "last_day": "2026-03-03"}, "last_day", "over"),
    (TOM, "/dibs away", {"first_day": "2026-04-01", "last_day": "2026-06-30"}, "last_day", "30"),
    (TOM, "/dibs settings", {"zone": HOSTILE}, "zone", "time zone <!channel> ＊x＊ & <@U0MEI>."),
    (TOM, "/dibs settings", {"work_from": "09:00"}, "work_until", "this time too"),
    (TOM, "/dibs settings", {"work_from": "18:00", "work_until": "09:00"}, "work_until", "later"),
    (TOM, "/dibs settings", {"work_from": "22:00", "work_until": "06:00", "work_days": ["0"]}, "work_until", "later"),
    (TOM, "/dibs settings", {"work_from": "09:00", "work_until": "18:00", "work_days": []}, "work_days", "one day"),
    (TOM, "/dibs settings", {"quiet_from": "20:00"}, "quiet_until", "this time too"),
    (TOM, "/dibs settings", {"quiet_from": "20:00", "quiet_until": "20:00"}, "quiet_until", "an end"),
    (BOSS, "/dibs team new", NEW_TEAM | {"name": " "}, "name", "名字"),
    (BOSS, "/dibs team new", NEW_TEAM | {"name": "SALES"}, "name", "已经有"),
    (BOSS, "/dibs team new", NEW_TEAM | {"zone": " "}, "zone", "Asia/Shanghai"),
    (BOSS, "/dibs team new", NEW_TEAM | {"country": "Atlantis 🎉"}, "country", "Atlantis"),
    (BOSS, "/dibs team new", NEW_TEAM | {"weekdays": []}, "weekdays", "哪几天"),
    (BOSS, "/dibs team new", NEW_TEAM | {"day_end": "08:00"}, "day_end", "10:00"),
    (BOSS, "/dibs team new", NEW_TEAM | {"rep": [TOM], "assistant": [TOM]}, "assistant", "一个角色"),
    (BOSS, "stages", {"stages": "🎉"}, "stages", "看不懂“🎉”"),
    (BOSS, "stages", {"stages": "proposal, 150%, 20"}, "stages", "100%"),
    (BOSS, "stages", {"stages": LONG}, "stages", "…"),
    (BOSS, "rules", {"protection_days": "三十"}, "protection_days", "整数"),
    (BOSS, "rules", {"protection_days": "0"}, "protection_days", "至少 1"),
    (BOSS, "rules", {"extend_days": "９９９９"}, "extend_days", "最多 3650"),
    (BOSS, "rules", {"by_grade.B": "60"}, "by_grade.B", "两个"),
    (BOSS, "rules", {"warn_rungs": " "}, "warn_rungs", "至少要有一次"),
    (BOSS, "days", {"days": "2026-02-30 off"}, "days", "第 1 行"),
    (BOSS, "import", {"city": "0"}, "city", "A · Company name 也选给了“客户”"),
    (BOSS, "import", {"owned_since": TOMORROW}, "owned_since", "还没到"),
    (BOSS, "days", {"days": " "}, "days", "至少写一天"),
)


@pytest.fixture
def open_form(firm: Company) -> Callable[[str, str], None]:
    """Opens a form by its command, or by its button where it has none."""
    enter(firm, TOM, "Acme")
    enter(firm, TOM, "Globex")
    enter(firm, TOM, HOSTILE)
    dropped = drop(firm, BOSS, "Company name,City\nNorthwind,Boston\n")

    def opened(who: str, name: str) -> None:
        while firm.slack.open_view(who):
            firm.slack.close_view(who)
        by_button: dict[str, Callable[[], Any]] = {
            "contact": lambda: (
                firm.command(who, "/dibs contacts Acme"),
                firm.press(who, form(firm, who), "contact.add"),
            ),
            "deal": lambda: firm.press(who, firm.command(who, "/dibs deal Acme"), "deal.new"),
            "stages": lambda: firm.press(who, firm.command(who, "/dibs stages"), "stages.edit"),
            "rules": lambda: tap(firm, who, firm.command(who, "/dibs rules").message, "修改"),
            "import": lambda: firm.press(who, dropped, "import.columns"),
            "days": lambda: firm.press(who, firm.command(who, "/dibs calendar"), "calendar.days"),
        }
        by_button.get(name, lambda: firm.command(who, name))()

    return opened


def test_each_field_says_what_it_cannot_take_and_keeps_what_was_typed(
    firm: Company, open_form: Callable[[str, str], None]
) -> None:
    wrong = []
    for who, name, values, field, says in CASES:
        open_form(who, name)
        result = firm.submit(who, values)
        errors = result.errors or {}
        if list(errors) != [field] or says not in errors[field] or len(errors[field]) > 300:
            wrong.append(f"{name} {str(values)[:90]}: {errors or result.error or 'taken'}")
        elif form(firm, who) is None:
            wrong.append(f"{name} {values}: gone")
    assert wrong == [], "\n".join(wrong)
    assert firm.troubles() == []
