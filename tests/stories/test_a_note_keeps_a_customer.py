"""The main job: a rep writes a line, and the customer is theirs."""

from tests.stories.company import MEI, TOM, Company, has_action


def test_an_english_note_on_a_new_customer_is_kept_after_one_tap(firm: Company) -> None:
    firm.say(TOM, "called Acme, spoke with Jane Wu, they want 50 seats, follow up next Tuesday 3pm")
    asked = firm.last(TOM)
    assert "Acme" in asked.text and has_action(asked, "note.choose")
    firm.press(TOM, asked, "note.choose")
    receipt = firm.last(TOM)
    assert receipt.text.startswith("Logged with a new customer: call, Jane Wu (Acme).")
    assert "Yours until Fri 10 Apr." in receipt.text
    assert "Next: Tue 17 Mar 15:00" in receipt.text


def test_a_chinese_note_on_a_new_customer_is_kept_after_one_tap(firm: Company) -> None:
    firm.say(MEI, "刚给华为李经理打了电话,对50套感兴趣,下周三下午跟进")
    firm.press(MEI, firm.last(MEI), "note.choose")
    receipt = firm.last(MEI)
    assert receipt.text.startswith("已记录，并新建客户：电话，李经理（华为）。")
    assert "下一步：3月18日周三 14:00" in receipt.text
