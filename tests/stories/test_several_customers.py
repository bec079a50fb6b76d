"""Several customers in one message: one preview, one "Save all"."""

from tests.stories.company import MEI, TOM, Company, has_action

LIST = (
    "today: Acme, spoke with Jane, quote is ok; Globex no answer, try again tomorrow; "
    "Initech demo went well with Bill, call Friday"
)


def _known(firm: Company) -> None:
    for name in ("Acme", "Globex", "Initech"):
        firm.say(TOM, f"new customer {name}: called Ann Lee, they want 50 seats")
    firm.wait(days=1)


def test_one_message_about_three_customers_is_saved_with_one_tap(firm: Company) -> None:
    _known(firm)
    firm.say(TOM, LIST)
    preview = firm.last(TOM)
    assert preview.text.startswith("3 customers in one message. Shall I log them?")
    assert "nothing" not in preview.text
    firm.press(TOM, preview, "part.save_all")
    saved = firm.last(TOM)
    assert saved.text.startswith("All are logged.")
    for name in ("Acme", "Globex", "Initech"):
        assert f"({name})" in saved.text
    assert firm.command(TOM, "/who initech").text.count("Friday") == 1


def test_nothing_is_logged_before_save_all_and_a_row_can_be_left_out(firm: Company) -> None:
    _known(firm)
    firm.say(TOM, LIST)
    assert "quote is ok" not in firm.command(TOM, "/who acme").text
    firm.press(TOM, firm.last_with(TOM, "part.drop"), "part.drop")
    preview = firm.last_with(TOM, "part.save_all")
    assert "Left out: Acme" in preview.text
    firm.press(TOM, preview, "part.save_all")
    assert "(Globex)" in firm.last_with(TOM, "log.undo").text
    assert "quote is ok" not in firm.command(TOM, "/who acme").text


def test_a_row_can_be_edited_in_the_form(firm: Company) -> None:
    _known(firm)
    firm.say(TOM, LIST)
    firm.press(TOM, firm.last(TOM), "part.edit")
    firm.submit(TOM, {"outcome": "they take the quote as it is", "contact": "Jane Wu"})
    edited = firm.last(TOM)
    assert "Jane Wu (Acme)" in edited.text and has_action(edited, "part.save_all")
    assert "they take the quote" in firm.command(TOM, "/who acme").text


def test_one_saved_row_can_be_undone_and_the_others_stay(firm: Company) -> None:
    _known(firm)
    firm.say(TOM, LIST)
    firm.press(TOM, firm.last(TOM), "part.save_all")
    firm.press(TOM, firm.last(TOM), "log.undo")
    after = firm.last(TOM)
    assert "Undone:" in after.text and "(Globex)" in after.text
    assert "quote is ok" not in firm.command(TOM, "/who acme").text


def test_an_edited_list_changes_each_log_by_its_own_words_and_moves_none_to_another_customer(firm: Company) -> None:
    _known(firm)
    said = firm.say(TOM, LIST)
    firm.press(TOM, firm.last(TOM), "part.save_all")
    firm.slack.edit(TOM, said, LIST.replace("quote is ok", "quote is ok for 70 seats"))
    firm.settle()
    kept = firm.last(TOM).text
    assert kept.startswith("All are logged.") and all(f"({name})" in kept for name in ("Acme", "Globex", "Initech"))
    assert "70 seats" in firm.command(TOM, "/who acme").text
    assert "70 seats" not in firm.command(TOM, "/who globex").text


def test_a_list_edited_before_it_is_saved_is_shown_as_it_is_now(firm: Company) -> None:
    _known(firm)
    said = firm.say(TOM, LIST)
    firm.press(TOM, firm.last(TOM), "part.drop")
    firm.slack.edit(
        TOM, said, LIST.replace("no answer, try again tomorrow", "wants two more seats").replace("Bill", "Ben")
    )
    firm.settle()
    preview = firm.last_with(TOM, "part.save_all")
    assert "two more seats" in preview.text and "Ben" in preview.text and "Bill" not in preview.text
    assert preview.text.count("Acme") == 1 and "Left out: Acme" in preview.text
    firm.press(TOM, preview, "part.save_all")
    assert "wants two more seats" in firm.command(TOM, "/who globex").text
    assert "quote is ok" not in firm.command(TOM, "/who acme").text


def test_a_chinese_list_is_read_too(firm: Company) -> None:
    for name in ("华为技术", "新华印刷"):
        firm.say(MEI, f"新客户 {name}：给王经理打了电话，要50套")
    firm.wait(days=1)
    firm.say(MEI, "华为技术：给王经理打电话，报价已确认，周五签合同\n新华印刷：没人接，明天再打")
    preview = firm.last(MEI)
    assert preview.text.startswith("一条消息里有 2 个客户，要记录吗？")
    firm.press(MEI, preview, "part.save_all")
    assert firm.last(MEI).text.startswith("都已记录。")


def test_the_same_message_twice_is_one_preview(firm: Company) -> None:
    _known(firm)
    said = firm.say(TOM, LIST)
    firm.slack.redeliver(said)
    firm.settle()
    assert len([one for one in firm.heard(TOM) if "customers in one message" in one.text]) == 1
