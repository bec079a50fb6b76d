"""Complaints and promises: kept from a note or a command, seen to in time, chased when late, closed with an outcome."""

import pytest

from tests.stories.clockside import pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import again, enter, form, labels, saved, standing, words


@pytest.fixture
def acme(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Acme Tools")
    return firm


def complain(firm: Company, user: str, **more: str) -> None:
    name = "Acme" if user == TOM else "Acme Tools"  # of one's own, half the name will do
    firm.command(user, f"/dibs complaint {name} the press jams every morning")
    stands = standing(form(firm, user))
    assert (stands["customer"], stands["words"]) == ("Acme Tools", "the press jams every morning")
    assert saved(firm.submit(user, more))


def test_a_complaint_is_told_to_the_owner_and_stands_on_every_card(acme: Company) -> None:
    complain(acme, MEI, words="the press jams every morning", severity="high")
    told = acme.last(TOM).text
    assert told.startswith("Complaint of *Acme Tools* (high), noted by 陈梅: Tom Reed sees to it by")
    assert told.endswith("the press jams every morning")
    assert acme.last(MEI).text.startswith("*Acme Tools* 的投诉（高）")
    card = acme.command(TOM, "/who Acme Tools")
    assert "Complaint (high), due" in card.text and "the press jams every morning" in words(card.blocks)
    masked = acme.command(MEI, "/who Acme Tools")
    assert "有 1 项投诉或承诺未了结" in masked.text and "press" not in masked.text
    assert "Acme Tools" in acme.command(BOSS, "/dibs 投诉").text


def test_at_its_time_the_owner_is_reminded_and_overdue_the_manager_hears(acme: Company) -> None:
    complain(acme, TOM, severity="high")
    pass_until(acme, "2026-03-12 17:01")
    assert acme.told(TOM, "It is time: the complaint of *Acme Tools*")
    assert not acme.told(BOSS, "逾期")
    pass_until(acme, "2026-03-13 12:00")
    late = acme.told(BOSS, "已逾期", "Acme Tools")
    assert late is not None and "Tom Reed" in late.text
    assert len(said_to(acme, BOSS, "已逾期")) == 1


def test_it_is_closed_with_what_came_of_it_and_every_message_says_so(acme: Company) -> None:
    complain(acme, MEI, severity="low")
    told = acme.last(TOM)
    acme.press(TOM, told, "complaint.resolve")
    assert acme.submit(TOM, {"score": "4"}).errors
    assert saved(acme.submit(TOM, {"resolution": "new rollers fitted", "score": "4"}))
    after = again(acme, TOM, told)
    assert after.text.startswith("Complaint of *Acme Tools*: closed by Tom Reed.")
    assert "Satisfaction: 4 of 5." in after.text and not has_action(after, "complaint.resolve")
    assert "new rollers fitted" in acme.last(MEI).text
    acme.press(TOM, told, "complaint.resolve")
    assert acme.last(TOM).text == "That is closed already; nothing was changed."
    assert "Complaint (" not in acme.command(TOM, "/who Acme Tools").text
    assert acme.command(TOM, "/dibs complaint").text == "No complaint and no promise is open."


def test_a_note_that_complains_offers_to_be_kept_as_one(acme: Company) -> None:
    acme.say(TOM, "called Acme Tools, spoke with Ann, she complained that the delivery came late")
    receipt = acme.last(TOM)
    acme.press(TOM, receipt, "log.edit")
    assert saved(acme.submit(TOM, {"contact": "Ann Ray"}))
    receipt = again(acme, TOM, receipt)
    assert "Ann Ray" in receipt.text and "Keep as a complaint…" in labels(receipt)  # worded again, the offer stays
    acme.press(TOM, receipt, "complaint.open")
    assert "delivery came late" in standing(form(acme, TOM))["words"]
    assert saved(acme.submit(TOM, {}))
    assert "Acme Tools" in acme.last(TOM).text and "(medium)" in acme.last(TOM).text


def test_a_promise_is_kept_and_chased_the_same_way(acme: Company) -> None:
    acme.command(MEI, "/dibs 承诺 Acme Tools 周五前交样品")
    assert saved(acme.submit(MEI, {"due_on": "2026-03-13", "due_at": "10:00"}))
    assert acme.last(TOM).text.startswith("Promised to *Acme Tools*, noted by 陈梅: Tom Reed sees to it by")
    pass_until(acme, "2026-03-13 10:01")
    assert acme.told(TOM, "It is time: what was promised to *Acme Tools* is due")


def test_an_open_complaint_holds_the_claim_and_a_closed_one_leaves_time_to_be_warned(acme: Company) -> None:
    pass_until(acme, "2026-04-01 09:00")
    before = acme.command(TOM, "/dibs mine").text
    complain(acme, TOM, severity="low")
    held = acme.command(TOM, "/who Acme Tools").text
    assert "by an open complaint." in held and acme.command(TOM, "/dibs mine").text != before
    acme.press(TOM, acme.command(TOM, "/who Acme Tools"), "complaint.resolve")
    assert saved(acme.submit(TOM, {"resolution": "replaced"}))
    assert "by an open complaint." not in acme.command(TOM, "/who Acme Tools").text


def test_only_who_has_a_hand_in_it_closes_it(acme: Company) -> None:
    complain(acme, MEI, severity="low")
    acme.press(MEI, acme.last(MEI), "complaint.resolve")
    assert acme.last(MEI).text == "你没有权限这样做。你的经理或管理员可以。"
    acme.press(BOSS, acme.command(BOSS, "/dibs complaint"), "complaint.resolve")
    assert saved(acme.submit(BOSS, {"resolution": "已换货"}))
