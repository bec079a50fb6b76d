"""Rules as an admin sets them: seen in words, changed in a form, counted before they are saved, begun the next day."""

from typing import Any

import pytest

from operations.clock import recounting
from tests.stories.clockside import enter_all, history, jump_to, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import again, enter, form, labels, standing, tap

BOTH = ("en", "zh")
NAMES = [f"Firm {letter}" for letter in "ABCDEFGHIJKL"]


def open_form(firm: Company, who: str = BOSS, verb: str = "rules.change") -> Any:
    firm.press(who, firm.command(who, "/dibs rules"), verb)
    return form(firm, who)


def propose(firm: Company, **changes: Any) -> Any:
    """Change the workspace's rule by the form; what the bot says it would do."""
    open_form(firm)
    result = firm.submit(BOSS, changes)
    assert not result.errors and not result.error, result
    firm.settle()
    return firm.last_with(BOSS, "rules.answer")


def save(firm: Company, said: Any) -> None:
    tap(firm, BOSS, said, "保存" if "保存" in labels(said) else "Save it")


def test_everybody_reads_the_rule_and_only_an_admin_may_change_it(firm: Company) -> None:
    mine, theirs = firm.command(BOSS, "/dibs 规则"), firm.command(TOM, "/dibs rules")
    assert "新客户" in mine.text and "A 60 / 30" in mine.text and "等经理决定" in mine.text
    assert "protected for 30 days" in theirs.text and "A 60 / 30" in theirs.text
    assert has_action(mine.message, "rules.change") and not labels(theirs.message)


def test_the_form_shows_every_field_as_it_stands(firm: Company) -> None:
    fields = standing(open_form(firm))
    assert (
        fields["protection_days"] == "30" and fields["by_grade.B"] == "45 / 20" and fields["warn_rungs"] == "7, 3, 1, 0"
    )
    assert fields["after_expiry"] == "由经理决定" and fields["first_touch_hours"] is None and fields["enabled"] == "开"
    assert len(fields) >= 40


def test_what_no_rule_can_have_is_said_at_its_field_and_nothing_is_saved(firm: Company) -> None:
    open_form(firm)
    wrong = {
        "protection_days": "many",
        "by_grade.A": "60",
        "warn_rungs": "soon",
        "min_notice_hours": "ｘ",
    }
    errors = firm.submit(BOSS, wrong).errors
    assert set(errors) == set(wrong) and "整数" in errors["protection_days"] and "60 / 30" in errors["by_grade.A"]
    errors = firm.submit(
        BOSS, {"protection_days": "５００", "by_grade.A": "60/30", "warn_rungs": "7", "min_notice_hours": "24"}
    ).errors
    assert "最多持有" in errors["protection_days"]
    errors = firm.submit(BOSS, {"protection_days": "0"}).errors
    assert errors["protection_days"] == "至少 1。"
    assert len(firm.command(BOSS, "/dibs history rules").message.blocks) == 2  # the one that was switched on


def test_a_change_says_what_it_would_do_before_it_does_it(firm: Company) -> None:
    enter_all(firm, TOM, NAMES)
    enter(firm, MEI, "华为")
    jump_to(firm, "2026-03-30 10:00")
    said = propose(firm, protection_days="10", extend_days="10", max_hold_days="", after_expiry="both")
    assert "30 → 10" in said.text and "180 → 不限" in said.text and "谁先认领归谁" in said.text
    assert "13 个客户中有 13 个会进公海，最多的是：Tom Reed（12）、陈梅（1）" in said.text
    assert "3月31日周二起生效" in said.text and "照原来承诺的到期日" in said.text  # which is tomorrow
    pass_until(firm, "2026-04-01 19:00")  # nothing was saved, so nothing has begun
    assert "protected for 30 days" in firm.command(TOM, "/dibs rules").text
    tap(firm, BOSS, said, "放弃")
    assert "已放弃" in again(firm, BOSS, said).text and not labels(again(firm, BOSS, said))


def test_a_saved_change_begins_the_next_day_with_warnings_first_and_no_flood(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    pass_until(firm, "2026-03-12 10:00")
    enter_all(firm, TOM, NAMES)
    pass_until(firm, "2026-03-26 10:00")
    said = propose(firm, protection_days="10", extend_days="10")
    save(firm, said)
    assert "已保存为第 2 版，从3月27日周五起生效" in again(firm, BOSS, said).text
    assert "4月13日" in firm.command(BOSS, "/who Firm A").text  # today still by the old rule
    pass_until(firm, "2026-03-27 00:01")
    told = firm.told(BOSS, "第 2 版规则现已生效")
    assert told and "3 个提前" in told.text  # one a day from 8 April; the others keep 13 April, as promised
    pass_until(firm, "2026-04-06 17:59")
    assert not said_to(firm, TOM, "went to the pool") and said_to(firm, TOM, "Firm A", "run")
    pass_until(firm, "2026-04-13 19:00")
    gone = [one.text for one in said_to(firm, TOM, "went to the pool")]
    assert len(gone) == 3 and all("Firm" in text and "customers" not in text for text in gone)
    pass_until(firm, "2026-04-14 19:00")
    assert "9 customers" in said_to(firm, TOM, "went to the pool")[-1].text
    assert any("修改了规则" in line and "第 2 版规则" in line for line in history(firm, "Firm A")), history(
        firm, "Firm A"
    )


def test_where_counting_takes_long_one_message_says_so_and_then_the_result(
    firm: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(firm, TOM, "Acme")
    monkeypatch.setattr(recounting, "LONG", 1)
    save(firm, propose(firm, protection_days="20", extend_days="10"))
    assert len([one for one in firm.heard(BOSS) if one.text.startswith("所有人 的规则")]) == 1
    pass_until(firm, "2026-03-12 00:01")
    told = [one.text for one in firm.heard(BOSS) if "第 2 版规则现已生效" in one.text]
    assert len(told) == 1 and "已重新计算 1 个客户的到期日" in told[0]


def test_a_rule_for_a_grade_and_one_for_a_team_that_could_both_win_is_refused(firm: Company) -> None:
    open_form(firm, verb="rules.new")
    assert "scope_team" in firm.submit(BOSS, {}).errors
    result = firm.submit(BOSS, {"scope_team": "Sales", "protection_days": "40"})
    assert not result.errors
    firm.settle()
    save(firm, firm.last_with(BOSS, "rules.answer"))
    assert "团队 Sales" in firm.command(BOSS, "/dibs rules").text
    open_form(firm, verb="rules.new")
    errors = firm.submit(BOSS, {"scope_grade": "A", "protection_days": "50"}).errors
    assert "分不出先后" in next(iter(errors.values()))


def test_a_teams_own_rule_holds_from_its_day_and_until_it_is_removed(firm: Company) -> None:
    open_form(firm, verb="rules.new")
    firm.submit(BOSS, {"scope_team": "Sales", "protection_days": "40"})
    save(firm, firm.last_with(BOSS, "rules.answer"))
    assert "10 Apr" in enter(firm, TOM, "Acme").text  # today by the workspace's thirty days
    pass_until(firm, "2026-03-12 09:00")
    assert "21 Apr" in firm.command(TOM, "/who Acme").text or "20 Apr" in firm.command(TOM, "/who Acme").text
    firm.press(BOSS, firm.command(BOSS, "/dibs rules"), "rules.retire")
    firm.settle()
    save(firm, firm.last_with(BOSS, "rules.answer"))
    pass_until(firm, "2026-03-13 09:00")
    assert "团队 Sales" not in firm.command(BOSS, "/dibs rules").text
    assert "10 Apr" in firm.command(TOM, "/who Acme").text


def test_two_admins_at_once_do_not_overwrite_each_other(firm: Company) -> None:
    first = propose(firm, protection_days="20")
    second = propose(firm, protection_days="25")
    save(firm, first)
    save(firm, second)
    assert firm.told(BOSS, "没有保存")
    tap(firm, BOSS, first, "保存")  # an old button, pressed again
    assert firm.told(BOSS, "已经")
    assert len(firm.command(BOSS, "/dibs history rules").message.blocks) == 3


def test_every_version_is_kept_with_who_when_and_what(firm: Company) -> None:
    save(firm, propose(firm, protection_days="20", grace_days="2"))
    said = firm.command(TOM, "/dibs history rules")
    assert "2 · Everybody · from Thu 12 Mar · 王总" in said.text
    assert "Days a new customer is protected: 30 → 20" in said.text and "Claim clock: off → on" in said.text
    assert "第 2 版" in firm.command(MEI, "/dibs 历史 规则").text


def test_what_runs_out_may_be_left_to_whoever_claims_it(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    save(firm, propose(firm, after_expiry="self_claim"))
    pass_until(firm, "2026-03-12 10:00")
    enter(firm, TOM, "Acme")
    pass_until(firm, "2026-04-14 18:01")
    assert said_to(firm, TOM, "went to the pool") and not has_action(firm.last(BOSS), "pool.assign")
    assert "4月16日周四 12:00起可以认领" in firm.command(MEI, "/dibs claim Acme").text  # the freeze is for everybody
    pass_until(firm, "2026-04-16 12:01")
    assert "归你" in firm.command(MEI, "/dibs claim Acme").text


def test_or_be_for_the_manager_and_for_whoever_is_first(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    save(firm, propose(firm, after_expiry="both"))
    pass_until(firm, "2026-03-12 10:00")
    enter(firm, TOM, "Acme")
    pass_until(firm, "2026-04-14 18:01")
    asked = firm.last_with(BOSS, "pool.assign")
    pass_until(firm, "2026-04-16 12:01")
    assert "归你" in firm.command(MEI, "/dibs claim Acme").text
    assert not has_action(again(firm, BOSS, asked), "pool.assign")
