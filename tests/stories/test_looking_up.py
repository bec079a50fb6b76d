"""/who: is it free, whose is it, until when; whole for whom it concerns, masked for the rest."""

from tests.stories.company import BOSS, CLERK, MEI, TOM, Company, has_action
from tests.stories.rep import enter, form, labels, saved, tap, words


def other_team(firm: Company) -> None:
    """Mei works in another team than Tom."""
    firm.command(BOSS, "/dibs team new East")
    firm.command(BOSS, f"/dibs team add <@{MEI}> in East")


def test_the_owner_sees_all(firm: Company) -> None:
    enter(firm, TOM, "Globex", due_on="2026-03-13", due_at="15:00", step="send the quote")
    firm.wait(days=1)
    shown = firm.command(TOM, "/who globex")
    assert shown.text == (
        "Globex: Yours until Fri 10 Apr. Last: Tue 10 Mar, call. wants a quote for 50 seats. "
        "Next: Fri 13 Mar 15:00, send the quote."
    )
    assert "Ann Ray" in words(shown.blocks)
    assert labels(shown) == ["Log call", "Plan next step", "New deal…", "Let go…"]


def test_another_team_s_rep_sees_whose_it_is_and_no_more(firm: Company) -> None:
    other_team(firm)
    enter(firm, TOM, "Globex", due_on="2026-03-13", due_at="15:00", step="send the quote")
    firm.wait(days=1)
    shown = firm.command(MEI, "/who globex")
    assert shown.text == "Globex：已有人跟进：归 Tom Reed，至4月10日周五。"
    everything = words(shown.blocks)
    assert "联系人" in everything
    for secret in ("Ann Ray", "50 seats", "send the quote"):
        assert secret not in everything
    assert labels(shown) == ["申请协作", "可认领时告诉我", "请求接手"]


def test_a_manager_sees_their_team_s_customers_whole(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    assert "wants a quote for 50 seats" in words(firm.command(BOSS, "/who globex").blocks)


def test_the_team_s_assistant_sees_what_is_needed_to_write_for_them(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    assert "Ann Ray" in words(firm.command(CLERK, "/who globex").blocks)


def test_a_name_nobody_knows_is_said_so(firm: Company) -> None:
    assert firm.command(TOM, "/who Nobody Inc").text == (
        "I know no customer called *Nobody Inc*. Log a call with it and it is yours."
    )
    assert firm.command(MEI, "/who 没有这家").text == "没有叫 *没有这家* 的客户。记录一次跟进，它就归你。"


def test_who_alone_asks_whom(firm: Company) -> None:
    assert firm.command(TOM, "/who").text == "Whom do you look for? Write `/who Acme`."
    assert "`/who" in firm.command(MEI, "/who").text


def test_several_that_fit_are_offered_with_their_owners(firm: Company) -> None:
    enter(firm, TOM, "Acme Tools")
    enter(firm, MEI, "Acme Foods")
    shown = firm.command(TOM, "/who acme")
    assert shown.text.startswith("Which one do you mean by *acme*?")
    assert set(labels(shown)) == {"Acme Tools (Tom Reed)", "Acme Foods (陈梅)"}
    tap(firm, TOM, shown, "Acme Foods")
    assert "*Acme Foods*\nTaken: 陈梅's until" in words(form(firm, TOM).blocks)


def test_a_typing_mistake_is_forgiven(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    shown = firm.command(TOM, "/who globxe")
    assert "Globex" in shown.text


def test_an_exact_name_is_answered_at_once_among_its_likes(firm: Company) -> None:
    enter(firm, TOM, "Acme")
    enter(firm, MEI, "Acme Foods")
    assert firm.command(TOM, "/who ACME").text.startswith("Acme: Yours until")


def test_case_spaces_and_width_make_no_difference(firm: Company) -> None:
    enter(firm, MEI, "Ｇｌｏｂｅｘ　中国")
    for typed in ("globex中国", "GLOBEX 中国", "ＧＬＯＢＥＸ中国"):
        assert "归你" in firm.command(MEI, f"/who {typed}").text


def test_a_question_in_the_dm_is_answered_and_not_logged(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(MEI, "who owns Globex?")
    assert firm.last(MEI).text.startswith("Globex：已有人跟进：归 Tom Reed，至4月10日周五。")
    enter(firm, MEI, "华为")
    firm.say(TOM, "谁在跟进华为?")
    assert firm.last(TOM).text.startswith("华为: Taken: 陈梅's until Fri 10 Apr.")
    assert firm.command(TOM, "/dibs undo").text == "Your last log, on Globex, is undone."


def test_a_free_customer_says_why_and_offers_to_claim(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs release Globex")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))
    firm.wait(days=5)
    shown = firm.command(MEI, "/who globex")
    assert "Globex" not in shown.text and "公海" in shown.text
    assert has_action(shown, "pool.claim")
    firm.press(MEI, shown, "pool.claim")
    assert "归你" in firm.command(MEI, "/who Globex").text


def test_log_call_on_a_card_opens_the_form_for_it(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    tap(firm, TOM, firm.command(TOM, "/who globex"), "Log call")
    assert saved(firm.submit(TOM, {"outcome": "they compare two offers"}))
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")


def test_a_card_in_a_box_opens_the_next_box_on_top(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, TOM, receipt, "Customer card")
    tap(firm, TOM, form(firm, TOM), "Plan next step")
    assert form(firm, TOM).title == "Plan next step"
    assert saved(firm.submit(TOM, {"due_on": "2026-03-16", "step": "call Ann"}))
    assert firm.slack.open_view(TOM) is None
    assert firm.last(TOM).text == "Planned with Globex: Mon 16 Mar 09:00, call Ann."
