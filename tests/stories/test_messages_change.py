"""The log follows the message: edited, deleted, crossed out; replies, mentions and shortcuts are notes too."""

from sandbox.nouns import Message, Upload
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, enter, form, labels, logged, saved, tap, words

NOTE = "called Globex, spoke with Ann Ray, they compare two offers"


def noted(firm: Company) -> tuple[Message, Message]:
    """A message of Tom's about Globex three weeks into its protection, and its receipt: ten days gained."""
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    said = firm.say(TOM, NOTE)
    assert "(+10 days)" in firm.last(TOM).text
    return said, firm.last(TOM)


def card(firm: Company) -> str:
    return words(firm.command(TOM, "/who Globex").blocks)


def test_an_edited_message_edits_its_log(firm: Company) -> None:
    said, receipt = noted(firm)
    firm.slack.edit(
        TOM, said, "visited Globex, spoke with Bob Lee, they take the second offer, send contract Friday 3pm"
    )
    firm.settle()
    assert again(firm, TOM, receipt).text.startswith(
        "Logged: visit, Bob Lee (Globex). Yours until Mon 20 Apr (+10 days). Next: Fri 3 Apr 15:00"
    )
    assert "they take the second offer" in card(firm) and "compare two offers" not in card(firm)
    assert len(logged(firm, TOM)) == 2  # no second receipt


def test_an_edit_that_takes_the_substance_away_takes_the_days_away(firm: Company) -> None:
    said, receipt = noted(firm)
    firm.slack.edit(TOM, said, "Globex ok")
    firm.settle()
    assert "Yours until Fri 10 Apr." in again(firm, TOM, receipt).text


def test_a_message_edited_after_a_day_changes_nothing(firm: Company) -> None:
    said, receipt = noted(firm)
    firm.wait(hours=25)
    firm.slack.edit(TOM, said, "visited Globex, spoke with Bob Lee, they take the second offer")
    firm.settle()
    assert again(firm, TOM, receipt).text == receipt.text


def test_a_deleted_message_withdraws_its_log(firm: Company) -> None:
    said, receipt = noted(firm)
    firm.slack.delete(TOM, said)
    firm.settle()
    assert again(firm, TOM, receipt).text == "Undone: call, Ann Ray (Globex). Your words are kept below."
    assert "Yours until Fri 10 Apr." in card(firm)


def test_a_cross_on_the_message_withdraws_its_log(firm: Company) -> None:
    said, receipt = noted(firm)
    firm.slack.react(TOM, said, "x")
    firm.settle()
    assert again(firm, TOM, receipt).text.startswith("Undone:")


def test_a_cross_on_the_receipt_withdraws_its_log(firm: Company) -> None:
    _, receipt = noted(firm)
    firm.slack.react(TOM, receipt, "heavy_multiplication_x")
    firm.settle()
    assert again(firm, TOM, receipt).text.startswith("Undone:")


def test_any_other_reaction_is_only_a_reaction(firm: Company) -> None:
    said, receipt = noted(firm)
    firm.slack.react(TOM, said, "eyes")
    firm.slack.react(TOM, receipt, "white_check_mark")
    firm.settle()
    assert again(firm, TOM, receipt).text == receipt.text


def test_a_reply_under_a_receipt_is_a_note_on_the_same_customer(firm: Company) -> None:
    _, receipt = noted(firm)
    firm.wait(days=1)
    firm.say(TOM, "met Bob at the fair, he decides next week", thread_ts=receipt.ts)
    assert "(Globex)" in firm.last(TOM).text and firm.last(TOM).text.startswith("Logged:")
    assert "he decides next week" in card(firm)


def test_a_reply_in_chinese_under_a_receipt_is_a_note_too(firm: Company) -> None:
    receipt = enter(firm, MEI, "新华印刷", contact="李经理")
    firm.wait(days=1)
    firm.say(MEI, "又打了电话，他说下周三上午十点再谈", thread_ts=receipt.ts)
    assert "新华印刷" in firm.last(MEI).text and firm.last(MEI).text.startswith("已记录：")


def test_a_mention_in_a_channel_is_logged_and_answered_privately(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, f"<@{firm.slack.ws.bot_user}> {NOTE}", channel="C0SALES")
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")
    assert [one for one in firm.slack.messages("C0SALES") if one.bot] == []


def test_a_question_by_mention_is_answered_for_the_asker_s_eyes_alone(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(MEI, f"<@{firm.slack.ws.bot_user}> who owns Globex?", channel="C0SALES")
    assert [one for one in firm.slack.messages("C0SALES") if one.bot] == []
    whispered = [one for one in firm.slack.messages("C0SALES", as_user=MEI) if one.bot]
    assert whispered[-1].ephemeral and whispered[-1].text.startswith("Globex：已有人跟进：归 Tom Reed")
    assert [one for one in firm.slack.messages("C0SALES", as_user=TOM) if one.bot] == []


def test_the_mention_may_stand_anywhere(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, f"{NOTE} <@{firm.slack.ws.bot_user}>", channel="C0SALES")
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")
    assert "@Dibs" not in card(firm) and firm.slack.ws.bot_user not in card(firm)


def test_in_a_channel_shared_with_others_the_answer_comes_in_the_dm(firm: Company) -> None:
    firm.slack.add_channel("C0SHARED", name="with-globex", members=[TOM], external=True)
    enter(firm, MEI, "Globex")
    firm.say(TOM, f"<@{firm.slack.ws.bot_user}> who owns Globex?", channel="C0SHARED")
    assert [one for one in firm.slack.messages("C0SHARED", as_user=TOM) if one.bot] == []
    assert firm.last(TOM).text.startswith("Globex: Taken: 陈梅's")


def test_a_stranger_in_a_shared_channel_is_not_answered(firm: Company) -> None:
    firm.slack.add_user("U0OTHER", name="Eve", is_stranger=True)
    firm.slack.add_channel("C0SHARED", name="with-globex", members=[TOM, "U0OTHER"], external=True)
    enter(firm, MEI, "Globex")
    firm.settle()
    before = [call for call in firm.slack.calls if call.method.startswith("chat.")]
    asked = {"type": "app_mention", "user": "U0OTHER", "text": "<@U_BOT> who owns Globex?", "ts": "1773190801.000001"}
    firm.slack.emit({**asked, "channel": "C0SHARED", "user_team": "T_ELSEWHERE", "event_ts": asked["ts"]})
    firm.settle()
    assert [call for call in firm.slack.calls if call.method.startswith("chat.")] == before


def test_another_s_cross_in_a_channel_changes_nothing(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    said = firm.say(TOM, f"<@{firm.slack.ws.bot_user}> {NOTE}", channel="C0SALES")
    receipt = firm.last(TOM)
    firm.slack.react(MEI, said, "x")
    firm.settle()
    assert again(firm, TOM, receipt).text == receipt.text
    firm.slack.react(TOM, said, "x")
    firm.settle()
    assert again(firm, TOM, receipt).text.startswith("Undone:")


def test_log_to_dibs_on_any_message_logs_it_for_who_chose_it(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    said = firm.say(MEI, NOTE, channel="C0SALES")
    firm.slack.shortcut(TOM, "log_message", said)
    firm.settle()
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")
    assert firm.heard(MEI) == []


def test_log_to_dibs_twice_on_one_message_logs_once(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    said = firm.say(MEI, NOTE, channel="C0SALES")
    firm.slack.shortcut(TOM, "log_message", said)
    firm.slack.shortcut(TOM, "log_message", said)
    firm.settle()
    assert len(logged(firm, TOM)) == 2  # Globex by the form, and this one


def test_log_a_call_anywhere_opens_the_form(firm: Company) -> None:
    firm.slack.shortcut(MEI, "log_call")
    assert form(firm, MEI).title == "记录跟进"
    assert saved(firm.submit(MEI, {"new_name": "新华印刷", "contact": "李经理", "outcome": "对50套感兴趣"}))
    assert firm.last(MEI).text == "已记录，并新建客户：电话，李经理（新华印刷）。归你至4月10日周五。"


def test_a_file_in_a_note_is_kept_as_a_link(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, NOTE, files=[Upload("offer.pdf", b"%PDF")])
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")


def test_a_voice_clip_is_logged_from_what_slack_heard(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "", files=[Upload("clip.m4a", b"", transcript=NOTE, polls=0)])
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")


def test_what_the_bot_says_itself_is_never_a_note(firm: Company) -> None:
    noted(firm)
    assert len(logged(firm, TOM)) == 2


def test_an_edit_that_overtakes_its_message_is_logged_once_as_edited(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.slack.disconnect_bot()
    firm.forgiven.add("connection_failed")
    said = firm.slack.say(TOM, NOTE)
    edited = firm.slack.edit(TOM, said, NOTE.replace("two", "three"))
    firm.reconnect()
    events = [one.payload for one in firm.slack.deliveries if one.payload.get("event", {}).get("type") == "message"][
        -2:
    ]
    for callback in reversed(events):
        firm.slack.courier.redeliver(callback)
    firm.settle()
    assert edited.edited
    assert len(logged(firm, TOM)) == 2
    assert "compare three offers" in card(firm) and "compare two offers" not in card(firm)


def test_an_older_edit_that_comes_late_changes_nothing(firm: Company) -> None:
    said, _ = noted(firm)
    firm.slack.disconnect_bot()
    firm.forgiven.add("connection_failed")
    for count in ("three", "four"):
        firm.wait(seconds=1)
        firm.slack.edit(TOM, said, NOTE.replace("two", count))
    firm.reconnect()
    told = [one.payload for one in firm.slack.deliveries if "event" in one.payload]
    for callback in reversed([one for one in told if one["event"].get("subtype") == "message_changed"][-2:]):
        firm.slack.courier.redeliver(callback)
    firm.settle()
    assert "compare four offers" in card(firm) and "compare three offers" not in card(firm)


def test_a_message_deleted_before_it_was_delivered_is_not_logged(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.slack.disconnect_bot()
    firm.forgiven.add("connection_failed")
    said = firm.slack.say(TOM, NOTE)
    firm.slack.delete(TOM, said)
    firm.reconnect()
    events = [one.payload for one in firm.slack.deliveries if one.payload.get("event", {}).get("type") == "message"][
        -2:
    ]
    for callback in reversed(events):
        firm.slack.courier.redeliver(callback)
    firm.settle()
    assert len(logged(firm, TOM)) == 1


def test_a_manager_may_cross_out_nothing_but_by_the_button(firm: Company) -> None:
    _, receipt = noted(firm)
    tap(firm, BOSS, receipt, "Undo")
    assert again(firm, TOM, receipt).text.startswith("Undone:")
    assert labels(again(firm, TOM, receipt)) == []
