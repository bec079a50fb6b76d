"""/dibs and every word after it, in English and Chinese; a word nobody knows is answered kindly and never carried out."""

from handlers.dibs.names import SUBCOMMANDS
from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import enter, form, labels, saved, words


def test_every_word_of_the_table_is_answered(firm: Company) -> None:
    for word in (word for all_words in SUBCOMMANDS.values() for word in all_words):
        for user, unknown in ((TOM, "I don't know"), (MEI, "我不认识")):
            answer = firm.command(user, f"/dibs {word}")
            assert answer.text or firm.slack.open_view(user), word
            assert not answer.text.startswith(unknown), word
            if firm.slack.open_view(user):
                firm.slack.close_view(user)


def test_dibs_alone_shows_the_day(firm: Company) -> None:
    assert firm.command(TOM, "/dibs").text == "Your day, Tue 10 Mar: Nothing is due today."
    assert firm.command(MEI, "/dibs").text == "3月11日周三，你要做的：今天没有要做的事。"


def test_today_lists_what_is_due_and_overdue(firm: Company) -> None:
    enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    enter(firm, TOM, "Initech", due_on="2026-03-11", due_at="16:00", step="call Bob")
    assert firm.command(TOM, "/dibs today").text == (
        "Your day, Tue 10 Mar: 1 follow-up today: Globex. The next seven days: Wed 11 Mar 16:00 Initech (call Bob)."
    )
    firm.say(TOM, "what do I have tomorrow?")
    assert firm.last(TOM).text.endswith("The next seven days: Wed 11 Mar 16:00 Initech (call Bob).")
    firm.wait(hours=12)
    shown = firm.command(TOM, "/dibs today")
    assert shown.text == "Your day, Wed 11 Mar: 1 follow-up today: Initech. 1 overdue: Globex."
    assert labels(shown) == ["Done…", "Done…"]
    firm.press(TOM, shown, "plan.done")
    assert saved(firm.submit(TOM, {"outcome": "he takes the second offer"}))


def test_mine_lists_my_customers_the_nearest_deadline_first(firm: Company) -> None:
    enter(firm, TOM, "Initech")
    firm.wait(days=2)
    enter(firm, TOM, "Globex")
    assert firm.command(TOM, "/dibs mine").text == (
        "2 customers are yours. Initech: Fri 10 Apr, 28 days left. Globex: Mon 13 Apr, 31 days left."
    )


def test_mine_in_chinese(firm: Company) -> None:
    enter(firm, MEI, "新华印刷")
    assert firm.command(MEI, "/dibs 我的客户").text == "你有 1 个客户。新华印刷：4月10日周五，还剩 30 天。"
    assert firm.command(TOM, "/dibs mine").text.startswith("None yet. Send me a line")


def test_pool_shows_what_was_let_go_under_a_masked_name(firm: Company) -> None:
    assert firm.command(TOM, "/dibs pool").text == "The pool is empty: every customer has an owner."
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs release Globex")
    assert saved(firm.submit(TOM, {"reason": "poor_fit"}))
    shown = firm.command(MEI, "/dibs 公海")
    assert "Globex" not in shown.text and "G•••" in shown.text
    assert "Globex" in firm.command(BOSS, "/dibs pool").text


def test_release_asks_for_the_reason_and_claim_takes_it_again_after_the_freeze(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs 释放 Globex")
    assert form(firm, TOM).title
    assert saved(firm.submit(TOM, {"reason": "no_response"}))
    assert firm.last(TOM).text == "Globex is in the pool now. Your notes stay in its history."
    refused = firm.command(MEI, "/dibs 认领 Globex")
    assert refused.text.startswith("它刚进公海")
    firm.wait(days=5)
    taken = firm.command(MEI, "/dibs 认领 Globex")
    assert taken.text.startswith("Globex：归你至")
    assert "Taken: 陈梅's until" in firm.command(TOM, "/who Globex").text


def test_what_is_another_s_is_neither_claimed_nor_released(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    assert (
        firm.command(MEI, "/dibs 认领 Globex").text
        == "Globex：已有人跟进：归 Tom Reed，至4月10日周五。（保护期时钟尚未运行。）"
    )
    assert "Globex" in firm.command(MEI, "/dibs 释放 Globex").text
    assert firm.slack.open_view(MEI) is None
    assert firm.command(TOM, "/dibs claim Globex").text == "Globex is yours already."


IMPOSSIBLE = [
    ("claim", "Which customer? Write its name too, such as `/dibs claim Acme`."),
    ("claim Nobody Inc", "I know no customer by that name. Check it with `/who name`, or log a call to add it."),
    ("release Nobody Inc", "I know no customer by that name. Check it with `/who name`, or log a call to add it."),
    ("assign Acme", "Name the customer and one person, such as `/dibs assign Acme @rep`."),
    ("language Klingon", "Write `/dibs language English` or `/dibs language 中文`."),
    (
        "digest maybe",
        "Morning message: 08:00 on working days. "
        "Write `/dibs digest off`, `/dibs digest on`, or the hour, such as `/dibs digest 9`.",
    ),
    (
        "digest 24",
        "Morning message: 08:00 on working days. "
        "Write `/dibs digest off`, `/dibs digest on`, or the hour, such as `/dibs digest 9`.",
    ),
    ("poool", "I don't know `/dibs poool`. Did you mean `/dibs pool`?"),
    ("release", "Which customer? Write its name too, such as `/dibs release Acme`."),
    (
        "MINE",
        "None yet. Send me a line after your next call, such as “called Acme, spoke with Jane, send quote Friday”.",
    ),
    ("xyzzy", "I don't know `/dibs xyzzy`. `/dibs help` shows what there is."),
    ("<!channel>", "I don't know `/dibs &lt;!channel&gt;`. `/dibs help` shows what there is."),
]


def test_what_can_t_be_done_is_said_with_what_can(firm: Company) -> None:
    for command, answer in IMPOSSIBLE:
        assert firm.command(TOM, f"/dibs {command}").text == answer


def test_a_mistyped_chinese_word_is_asked_about(firm: Company) -> None:
    for typed, near in (("工海", "公海"), ("我得", "我的"), ("认零", "认领"), ("计画", "计划"), ("请价", "请假")):
        assert f"`/dibs {near}`" in firm.command(MEI, f"/dibs {typed}").text


def test_full_width_typing_is_understood(firm: Company) -> None:
    assert firm.command(MEI, "/dibs ｈｅｌｐ").text.startswith("打完电话 *直接写给我*")
    assert firm.command(MEI, "/dibs 查　华为").text


def test_help_shows_each_what_they_can_do(firm: Company) -> None:
    assert "/dibs rules" not in firm.command(TOM, "/dibs help").text
    assert "/dibs 规则" in firm.command(BOSS, "/dibs 帮助").text
    assert has_action(firm.command(TOM, "/dibs help"), "home.log")


def test_history_tells_who_had_it_when(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    assert firm.command(TOM, "/dibs history Globex").text == (
        "History of Globex: Mon 30 Mar 21:00 · Tom Reed followed up, now until Mon 20 Apr (before: Fri 10 Apr; rule 1). "
        "Tue 10 Mar 21:00 · Tom Reed entered it, until Fri 10 Apr (rule 1)."
    )


def test_the_history_of_another_s_customer_is_not_shown(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    assert firm.command(MEI, "/dibs 历史 Globex").text == "你没有权限这样做。你的经理或管理员可以。"
    assert "Tom Reed" in firm.command(BOSS, "/dibs 历史 Globex").text


def test_digest_off_on_and_at_another_hour(firm: Company) -> None:
    assert firm.command(TOM, "/dibs digest off").text == "Morning message: off. `/dibs digest on` switches it on."
    assert firm.command(TOM, "/dibs digest on").text == "Morning message: 08:00 on working days."
    assert firm.command(MEI, "/dibs 早报 9").text == "早报：工作日 09:00。"
    assert firm.command(MEI, "/dibs 早报 关").text == "早报：关。发送 `/dibs 早报 开` 就会重新打开。"


def test_language_changes_what_dibs_speaks_at_once_and_for_good(firm: Company) -> None:
    assert firm.command(TOM, "/dibs language 中文").text == "好的，以后我和你说中文。"
    assert firm.command(TOM, "/dibs mine").text.startswith("还没有")
    firm.slack.change_user(TOM, locale="en-US")  # Slack's own setting does not undo a choice
    assert firm.command(TOM, "/dibs mine").text.startswith("还没有")
    assert firm.command(TOM, "/dibs 语言 English").text == "I speak English with you from now on."


def test_a_rep_can_t_change_teams_or_rules(firm: Company) -> None:
    for line in (f"team add <@{MEI}>", "team zone Asia/Tokyo", "team new Mine"):
        said = firm.command(TOM, f"/dibs {line}").text
        assert "admin" in said and said.endswith(("can.", "changed.")), said
    assert labels(firm.command(TOM, "/dibs rules")) == []


def test_team_says_what_it_can_t_take(firm: Company) -> None:
    assert firm.command(BOSS, "/dibs team zone Mars/Base").text
    assert "Mars/Base" in firm.command(BOSS, "/dibs team zone Mars/Base").text
    assert "XX" in firm.command(BOSS, "/dibs team country XX").text
    assert "Sales" in firm.command(BOSS, "/dibs team new Sales").text


def test_assign_is_the_manager_s_word(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs release Globex")
    firm.submit(TOM, {"reason": "poor_fit"})
    assert firm.command(MEI, f"/dibs 分配 Globex <@{MEI}>").text == "你没有权限这样做。你的经理或管理员可以。"
    assert "Globex" in firm.command(BOSS, f"/dibs 分配 Globex <@{MEI}>").text
    assert firm.command(MEI, "/dibs 我的").text.startswith("你有 1 个客户。Globex")
    assert firm.told(MEI, "Globex")


def test_who_and_log_work_as_words_of_dibs_too(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    assert firm.command(TOM, "/dibs who Globex").text == firm.command(TOM, "/who Globex").text
    firm.wait(days=1)
    firm.command(TOM, "/dibs log called Globex, spoke with Ann Ray, they compare two offers")
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")
    assert "they compare two offers" in words(firm.command(TOM, "/who Globex").blocks)
