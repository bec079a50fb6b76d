"""Whatever people type: nothing, too much, other scripts, marks meant for machines. Nothing breaks, nothing is lost."""

from sandbox.nouns import Upload
from storage import activities
from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import again, enter, form, home, labels, logged, saved, tap, words

NOTE = "called Globex, spoke with Ann Ray, they compare two offers"
HOSTILE = "<!channel> *Evil* & Sons <@U0BOSS> `x` <https://evil.example|safe>"


def test_spaces_and_invisible_marks_alone_are_answered_kindly(firm: Company) -> None:
    for typed in ("\u200b", "\u2060\ufeff", "   \u3000 \u200d"):
        firm.slack.emit(plain(firm, TOM, typed))
        firm.settle()
        assert firm.last(TOM).text.startswith(("There were no words in that.", "I'm here."))
    firm.slack.emit(plain(firm, MEI, ""))
    firm.settle()
    assert firm.last(MEI).text.startswith("这条消息没有文字。") or firm.last(MEI).text
    assert logged(firm, TOM) == []


def test_emoji_and_punctuation_alone_are_small_talk(firm: Company) -> None:
    for typed in (":tada:", "👍", "???", "…", "!!!", "。。。"):
        firm.say(TOM, typed)
        assert firm.last(TOM).text.startswith("I'm here.") or "no words" in firm.last(TOM).text, typed
    assert logged(firm, TOM) == []


def test_forty_thousand_characters_are_kept_whole(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    long = NOTE + ". " + "They talk a lot. " * 2350
    said = firm.say(TOM, long[:39_980] + " The end is mango.")
    assert len(said.text) > 39_000
    assert firm.last(TOM).text.startswith("Logged: call, Ann Ray (Globex).")
    with firm.dibs.database.read() as tx:  # no message is long enough to show it all
        kept = activities.last_of(tx, workspace_id="T1", author_id=TOM)
    assert kept and kept.outcome.endswith("The end is mango.")
    tap(firm, TOM, firm.last(TOM), "Customer card")
    assert form(firm, TOM)


def test_forty_thousand_characters_of_nobody_s_are_asked_about(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, "met the new buyer on Monday, " + "a" * 39_000)
    asked = firm.last(TOM)
    if "Don't log" in labels(asked):
        tap(firm, TOM, asked, "Another customer")
        assert saved(firm.submit(TOM, {"new_name": "Hooli"}))
        assert "(Hooli)" in again(firm, TOM, asked).text


def test_forty_thousand_characters_in_chinese_are_kept(firm: Company) -> None:
    enter(firm, MEI, "华为", contact="李经理")
    firm.wait(days=1)
    firm.say(MEI, "给华为李经理打了电话，" + "他们还在比较两家的报价，" * 3300)
    assert "华为" in firm.last(MEI).text


def test_names_in_every_script_are_customers(firm: Company) -> None:
    for name in (
        "شركة النور للتجارة",
        "บริษัท สยาม จำกัด",
        "삼성전자",
        "ООО Ромашка",
        "株式会社日立",
        "🚀 Rocket 🚀",
        "Ünïcode Ø GmbH",
    ):
        receipt = enter(firm, TOM, name)
        assert f"({name})" in receipt.text
        assert firm.command(TOM, f"/who {name}").text.startswith(f"{name}: Yours until")
        assert name in firm.command(TOM, "/dibs mine").text


def test_a_name_of_emoji_alone_is_a_name(firm: Company) -> None:
    receipt = enter(firm, TOM, "🚀🚀")
    assert "(🚀🚀)" in receipt.text
    assert firm.command(TOM, "/who 🚀🚀").text.startswith("🚀🚀: Yours until")


def test_a_name_without_a_letter_is_refused_at_its_field(firm: Company) -> None:
    firm.command(TOM, "/log")
    for name in ("\u200b\u200d", "---", "  ", "!?"):
        wrong = firm.submit(TOM, {"new_name": name, "outcome": "wants a quote"})
        assert list(wrong.errors) in (["new_name"], ["customer"]), name
    assert saved(firm.submit(TOM, {"new_name": "Hooli"}))


def test_invisible_marks_and_forms_of_a_letter_make_no_second_customer(firm: Company) -> None:
    enter(firm, TOM, "Café Zürich")
    for same in (
        "Cafe\u0301 Zu\u0308rich",
        "Café\u200b Zürich",
        "CAFÉ  ZÜRICH",
        "\u202eCafé Zürich\u202c",
        "Ｃａｆé Zürich",
    ):
        receipt = enter(firm, TOM, same, outcome="wants " + same)
        assert "new customer" not in receipt.text
    assert firm.command(TOM, "/dibs mine").text.startswith("1 customer is yours.")


def test_a_name_of_three_hundred_characters_is_cut_not_refused(firm: Company) -> None:
    firm.command(TOM, "/log")
    long = "Very Long Name " * 13
    assert saved(firm.submit(TOM, {"new_name": long[:200], "contact": "x" * 200, "outcome": "wants a quote"}))
    assert "Very Long Name" in firm.last(TOM).text
    tap(firm, TOM, firm.last(TOM), "Customer card")
    tap(firm, TOM, form(firm, TOM), "Plan next step")
    assert form(firm, TOM)
    assert firm.command(TOM, "/who " + "x" * 3000).text


def test_arabic_thai_and_korean_notes_are_heard(firm: Company) -> None:
    enter(firm, TOM, "삼성전자")
    for typed in ("اتصلت بشركة النور اليوم", "โทรหาบริษัทสยามแล้ว สนใจ", "삼성전자에 전화했습니다. 견적 요청"):
        firm.say(TOM, typed)
        assert firm.last(TOM).text


def test_marks_meant_for_machines_are_only_characters(firm: Company) -> None:
    receipt = enter(firm, TOM, "*Evil* & <Sons>", contact="<!channel>", outcome="<!here> said & done <@U0BOSS> today")
    for shown in (receipt.text, words(receipt.blocks), firm.command(TOM, "/dibs mine").text, home(firm, TOM)):
        assert "&amp; &lt;Sons&gt;" in shown
    card = firm.command(TOM, "/who *Evil* & <Sons>")
    for shown in (receipt.text, words(receipt.blocks), card.text, words(card.blocks), home(firm, TOM)):
        assert "<!" not in shown and "<@U0BOSS>" not in shown
    assert "&lt;!here&gt; said &amp; done" in words(card.blocks)


def test_ampersands_in_a_note_are_shown_as_they_were_written(firm: Company) -> None:
    enter(firm, TOM, "AT&T")
    firm.wait(days=1)
    firm.say(TOM, "called AT&T, spoke with Ann Ray, R&D wants <10 seats & a demo")
    receipt = firm.last(TOM)
    assert "(AT&amp;T)" in receipt.text
    assert "R&amp;D wants &lt;10 seats &amp; a demo" in words(firm.command(TOM, "/who AT&T").blocks)
    tap(firm, TOM, receipt, "Edit")
    assert "R&D wants <10 seats & a demo" in str(form(firm, TOM).blocks)


def test_hostile_words_in_a_question_reach_nobody(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.say(TOM, f"spoke with the buyer, {HOSTILE}, call again Friday 3pm", raw=True)
    asked = firm.last(TOM)
    assert "<!channel>" not in asked.text and "<!channel>" not in words(asked.blocks)
    firm.command(TOM, "/who <!channel>")
    for one in firm.heard(TOM):
        assert "<!" not in one.text


def test_hostile_names_in_buttons_and_menus_are_plain(firm: Company) -> None:
    enter(firm, TOM, "<!channel> Ltd")
    firm.say(TOM, "spoke with the new buyer, she wants 30 seats, call again Friday 3pm")
    asked = firm.last(TOM)
    assert "<!channel> Ltd (Tom Reed)" in labels(asked)  # plain text shows it as it is and rings no bell
    tap(firm, TOM, asked, "<!channel> Ltd")
    assert "&lt;!channel&gt; Ltd" in again(firm, TOM, asked).text


def test_a_file_without_words_is_answered(firm: Company) -> None:
    firm.say(TOM, "", files=[Upload("offer.pdf", b"%PDF")])
    assert firm.last(TOM).text


def plain(firm: Company, user: str, text: str) -> dict[str, str]:
    """A message as no client of Slack's would send it."""
    ts = firm.slack.clock.stamp()
    place = firm.slack.ws.dm(user).id
    return {
        "type": "message",
        "channel": place,
        "channel_type": "im",
        "user": user,
        "text": text,
        "ts": ts,
        "event_ts": ts,
        "team": "T1",
    }
