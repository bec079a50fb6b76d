"""A customer's own facts and its people are corrected in forms: who may, what is asked first, and what a race does."""

from typing import Any

import pytest

from tests.stories.company import BOSS, CLERK, MEI, TOM, Company
from tests.stories.rep import enter, form, log, saved, standing, words


@pytest.fixture
def acme(firm: Company) -> Company:
    enter(firm, TOM, "Acme Tools")
    return firm


def edit(firm: Company, user: str, customer: str, /, **values: Any) -> Any:
    assert firm.command(user, f"/dibs edit {customer}").text == ""
    return firm.submit(user, values)


def test_the_owner_corrects_what_is_known_and_the_card_shows_it(acme: Company) -> None:
    result = edit(
        acme,
        TOM,
        "Acme Tools",
        city="Berlin",
        industry="machines",
        domain="https://www.Acme-Tools.com/about",
        phone="+49 30 1234",
        source="referral",
    )
    assert saved(result) and acme.slack.open_view(TOM) is None
    assert "Berlin · machines · referral" in words(acme.command(TOM, "/who Acme Tools").blocks)
    acme.command(TOM, "/dibs edit Acme Tools")
    assert standing(form(acme, TOM)) == {
        "name": "Acme Tools",
        "aliases": None,
        "city": "Berlin",
        "industry": "machines",
        "domain": "acme-tools.com",
        "phone": "+49 30 1234",
        "source": "referral",
    }


def test_a_new_name_is_found_at_once_and_so_is_the_old_one(acme: Company) -> None:
    assert saved(edit(acme, TOM, "Acme Tools", name="Globex", aliases="GBX\n格洛贝克斯, globex"))
    for query in ("Globex", "GBX", "格洛贝克斯", "Acme Tools"):
        assert acme.command(TOM, f"/who {query}").text.startswith("Globex: Yours until"), query
    acme.say(TOM, "called 格洛贝克斯, spoke with Ann, they sign on Friday")
    assert "(Globex)" in acme.last(TOM).text
    said = log(acme, TOM, new_name="gbx", kind="call", contact="Bo", outcome="asked for the signed contract").text
    assert said.startswith("Logged: call, Bo (Globex).")  # no second customer of that name


def test_each_wrong_field_says_so_and_nothing_typed_is_lost(acme: Company) -> None:
    result = edit(acme, TOM, "Acme Tools", name="!!", domain="not a domain", phone="call me", city="Berlin")
    assert result.errors == {
        "name": "A name needs at least one letter or digit.",
        "domain": "Write it like acme.com.",
        "phone": "Write a number such as +86 138 0000 0000.",
    }
    assert saved(acme.submit(TOM, {"name": "Acme Tools", "domain": "acme.de", "phone": "030 1234"}))
    assert "Berlin" in words(acme.command(TOM, "/who Acme Tools").blocks)


def test_another_customer_s_name_is_not_taken(acme: Company) -> None:
    enter(acme, MEI, "Initech")
    for field in ("name", "aliases"):
        result = edit(acme, TOM, "Acme Tools", **{field: "INITECH."})
        assert result.errors == {
            field: "Initech is another customer's name already, so nothing was changed. Write another one."
        }
        acme.slack.close_view(TOM)


def test_a_name_close_to_another_s_is_asked_about_and_kept_the_second_time(acme: Company) -> None:
    enter(acme, MEI, "Initech Systems")
    edit(acme, TOM, "Acme Tools", name="Initech Sistems", city="Bonn")
    asked = form(acme, TOM)
    assert "This may be the same firm as *Initech Systems* (陈梅)." in words(asked.blocks)
    assert standing(asked)["name"] == "Initech Sistems" and standing(asked)["city"] == "Bonn"
    assert "Bonn" not in words(acme.command(TOM, "/who Acme Tools").blocks)
    assert saved(acme.submit(TOM, {}))
    assert acme.command(TOM, "/who Initech Sistems").text.startswith("Initech Sistems: Yours")


def test_a_known_web_domain_is_asked_about(acme: Company) -> None:
    enter(acme, MEI, "新华印刷")
    assert saved(edit(acme, MEI, "新华印刷", domain="acme.com"))
    edit(acme, TOM, "Acme Tools", domain="www.acme.com")
    assert "*新华印刷* (陈梅)" in words(form(acme, TOM).blocks)


def test_two_who_edit_at_once_lose_nothing_and_are_told(acme: Company) -> None:
    acme.command(TOM, "/dibs edit Acme Tools")
    acme.command(BOSS, "/dibs 编辑 Acme Tools")
    assert saved(acme.submit(BOSS, {"city": "上海", "industry": "机床"}))
    acme.submit(TOM, {"city": "Shanghai", "phone": "021 5555"})
    asked = form(acme, TOM)
    assert "Somebody has changed this meanwhile: City." in words(asked.blocks)
    assert standing(asked)["city"] == "Shanghai"
    assert saved(acme.submit(TOM, {}))
    acme.command(TOM, "/dibs edit Acme Tools")
    now = standing(form(acme, TOM))
    assert (now["city"], now["industry"], now["phone"]) == ("Shanghai", "机床", "021 5555")


def test_only_those_who_see_it_whole_edit_it_and_only_a_manager_grades_it(acme: Company) -> None:
    assert acme.command(MEI, "/dibs 编辑 Acme Tools").text == "你没有权限这样做。你的经理或管理员可以。"
    assert acme.command(MEI, "/dibs 联系人 Acme Tools").text == "你没有权限这样做。你的经理或管理员可以。"
    for user, may in ((TOM, False), (CLERK, False), (BOSS, True)):
        acme.command(user, "/dibs edit Acme Tools")
        assert ("grade" in standing(form(acme, user))) is may
        acme.slack.close_view(user)


def test_a_better_grade_gives_its_days_and_a_worse_one_takes_none(acme: Company) -> None:
    before = acme.command(TOM, "/dibs mine").text
    assert saved(edit(acme, BOSS, "Acme Tools", grade="A"))
    better = acme.command(TOM, "/dibs mine").text
    assert (better != before and "61 days left" in better) or "60 days left" in better or "59 days left" in better
    assert saved(edit(acme, BOSS, "Acme Tools", grade="C"))
    assert acme.command(TOM, "/dibs mine").text == better


def test_contacts_are_added_edited_and_removed_in_one_window(acme: Company) -> None:
    acme.command(TOM, "/dibs contacts Acme Tools")
    acme.press(TOM, form(acme, TOM), "contact.add")
    assert acme.submit(TOM, {"name": "Bo Li", "email": "nowhere"}).errors == {"email": "Write it like jane@acme.com."}
    acme.submit(TOM, {"name": "Bo Li", "email": "bo@acme.com"})
    assert "Bo Li · bo@acme.com" in words(form(acme, TOM).blocks)
    acme.press(TOM, form(acme, TOM), "contact.edit")  # the first one: Ann Ray, from the log
    acme.submit(TOM, {"name": "Ann Ray", "phone": "030 99"})
    assert "Ann Ray · 030 99" in words(form(acme, TOM).blocks)
    acme.press(TOM, form(acme, TOM), "contact.edit")
    assert acme.submit(TOM, {"name": "bo  li"}).errors == {
        "name": "bo li is among the contacts already. Edit that one, or add what tells them apart."
    }
    acme.press(TOM, form(acme, TOM), "contact.remove")
    assert "Ann Ray" not in words(form(acme, TOM).blocks)
    assert "Bo Li" in words(acme.command(TOM, "/who Acme Tools").blocks)


def test_the_card_s_menu_opens_both_forms(acme: Company) -> None:
    card = acme.command(TOM, "/who Acme Tools")
    acme.press(TOM, card, "card.menu", selected="edit")
    assert form(acme, TOM).title == "Edit the customer"
    acme.press(TOM, card, "card.menu", selected="contacts")
    assert form(acme, TOM).title == "Contacts"
