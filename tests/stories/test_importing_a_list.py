"""A list dropped on the bot: shown first, carried in by a tap, mended, taken back as one."""

from sandbox.nouns import Upload
from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.lists import OLD_CRM, carry_in, drop, sent_file, sent_rows, standing
from tests.stories.rep import enter, labels, log, words


def who(firm: Company, user: str, name: str) -> str:
    return words(firm.command(user, f"/who {name}").message.blocks)


def test_a_list_is_shown_before_anything_changes(firm: Company) -> None:
    card = drop(firm, BOSS, OLD_CRM)
    assert labels(card) == ["导入", "对应列…", "不导入"]
    assert "old crm.csv：共 4 行。还没有改动任何内容。" in card.text
    assert "新客户 2 个、已有客户 0 行、存疑 0 行、退回 2 行。" in card.text
    assert "我不认识 Nobody Known。" in card.text
    assert "未采用：Lead score。" in words(card.blocks)
    assert "Fabrikam，退回：我不认识 Nobody Known。请写其邮箱" in words(card.blocks)
    assert "没有" in firm.command(BOSS, "/who Northwind Ltd").message.text


def test_where_slack_refuses_the_file_of_reasons_the_preview_says_so(firm: Company) -> None:
    firm.slack.faults.next("files.completeUploadExternal", "error", code="file_uploads_disabled")
    card = drop(firm, BOSS, OLD_CRM)
    assert "Slack 没有收下我写明原因的文件" in card.text and "4 行" in card.text
    firm.press(BOSS, card, "import.start")
    assert "已导入" in standing(firm, card).text


def test_refused_rows_come_back_with_their_reasons(firm: Company) -> None:
    drop(firm, BOSS, OLD_CRM)
    name, content = sent_file(firm, BOSS)
    assert name == "old crm－待修改的行.csv" and content.startswith(b"\xef\xbb\xbf")
    head, unknown, nameless = sent_rows(firm, BOSS)
    assert head[:3] == ["Dibs：原因", "Dibs：相同客户", "Company name"]
    assert unknown[0] == "我不认识 Nobody Known。请写其邮箱；留空则进公海。" and unknown[2] == "Fabrikam"
    assert nameless[0] == "没有客户名称。" and nameless[9] == "lost@example.com"


def test_a_stated_owner_and_date_make_a_claim_with_a_week_to_spare_and_the_rest_is_in_the_pool(firm: Company) -> None:
    done = carry_in(firm, OLD_CRM)
    assert done.text == (
        "old crm.csv 已导入。新客户 2 个、已有客户 0 行、存疑 0 行、退回 2 行。新增联系人 2 位、跟进 1 条。"
    )
    mine = who(firm, TOM, "Northwind")  # the evening before in New York
    assert "Yours until Wed 18 Mar" in mine  # 30 days from 1 Feb are long over; a week is left
    assert "Ann Ray" in mine and "Wants a quote" in mine
    assert "在公海（随名单导入）" in who(firm, BOSS, "Contoso")


def test_an_imported_claim_is_warned_of_before_it_goes(firm: Company) -> None:
    carry_in(firm, OLD_CRM)
    firm.until(lambda: firm.told(TOM, "runs out soon", "Northwind Ltd"), days=6)


def test_an_owner_without_a_date_goes_to_the_pool_unless_the_form_gives_one(firm: Company) -> None:
    card = drop(firm, BOSS, "客户名称,负责人\n北风物流,陈梅\n")
    assert "有负责人但没有日期的 1 个，进公海" in card.text
    firm.press(BOSS, card, "import.columns")
    firm.submit(BOSS, {"owned_since": "2026-03-01"})
    again = standing(firm, card)
    assert "写明负责人和日期的 1 个" in again.text
    firm.press(BOSS, again, "import.start")
    assert "北风物流" in firm.command(MEI, "/dibs mine").message.text


def test_customers_of_people_who_are_not_here_go_to_the_pool_where_the_form_says_so(firm: Company) -> None:
    old = "Customer,Owner,Owner since\nNorthwind,Tom Reed,2026-03-01\nFabrikam,Long Gone,2025-01-01\n"
    card = drop(firm, BOSS, old)
    assert "退回 1 行" in card.text and "在 *对应列…* 里可以让他们的客户进公海" in card.text
    firm.press(BOSS, card, "import.columns")
    firm.submit(BOSS, {"name": "0", "owner": "1", "owner_since": "2", "strangers": "pool"})
    again = standing(firm, card)
    assert "新客户 2 个" in again.text and "退回 0 行" in again.text
    firm.press(BOSS, again, "import.start")
    assert (
        "在公海（随名单导入）" in who(firm, BOSS, "Fabrikam")
        and "Northwind" in firm.command(TOM, "/dibs mine").message.text
    )


def test_columns_nobody_could_guess_are_chosen_in_the_form_and_remembered(firm: Company) -> None:
    odd = "Foo,Bar,Baz\nNorthwind,Boston,Ann Ray\n"
    card = drop(firm, BOSS, odd)
    assert labels(card) == ["对应列…", "不导入"] and "看不出 old crm.csv 的哪一列是客户名称" in card.text
    firm.press(BOSS, card, "import.columns")
    firm.submit(BOSS, {"name": "0", "city": "1", "contact": "2"})
    assert "新客户 1 个" in standing(firm, card).text
    again = drop(firm, BOSS, odd.replace("Northwind", "Eastwind"), name="next.csv")
    assert "新客户 1 个" in again.text and "客户 ← A · Foo" in words(again.blocks)


def test_a_list_whose_headings_tell_nothing_is_said_to_be_of_invoices_or_of_calls(firm: Company) -> None:
    enter(firm, TOM, "Northwind")
    card = drop(firm, BOSS, "Foo,Bar,Baz,Qux\nNorthwind,7-1,2026-03-01,900\n", name="money.csv")
    firm.press(BOSS, card, "import.columns")
    firm.slack.press(BOSS, firm.slack.ws.top(BOSS), "import.about", selected="invoice")
    firm.submit(BOSS, {"name": "0", "number": "1", "dated": "2", "amount": "3"})
    again = standing(firm, card)
    assert "财务单据 1 行" in again.text and "每行是一张发票。" in words(again.blocks)
    firm.press(BOSS, again, "import.start")
    assert "owed $900" in words(firm.command(TOM, "/who Northwind").blocks)

    card = drop(
        firm, BOSS, "Foo,Bar,Baz,Who\nNorthwind,2026-03-02 11:00,talked about June,Tom Reed\n", name="calls.csv"
    )
    firm.press(BOSS, card, "import.columns")
    firm.slack.press(BOSS, firm.slack.ws.top(BOSS), "import.about", selected="call")
    firm.submit(BOSS, {"name": "0", "happened_at": "1", "outcome": "2", "author": "3"})
    firm.press(BOSS, standing(firm, card), "import.start")
    assert "*Sun 1 Mar* · call · Tom Reed" in who(firm, TOM, "Northwind")  # the evening before in New York
    later = drop(firm, BOSS, "Foo,Bar,Baz,Who\nNorthwind,2026-03-03 11:00,and again,Tom Reed\n", name="more.csv")
    assert "每行是一次电话。" in words(later.blocks)


def test_a_list_left_alone_changes_nothing_and_old_buttons_say_so(firm: Company) -> None:
    card = drop(firm, BOSS, OLD_CRM)
    firm.press(BOSS, card, "import.drop")
    assert standing(firm, card).text == "old crm.csv 没有导入，什么都没有改动。"
    firm.press(BOSS, card, "import.start")
    assert firm.last(BOSS).text == "这件事已经定了；名单那条消息里写着现在的情况。"
    assert "没有" in firm.command(BOSS, "/who Northwind Ltd").message.text


def test_importing_twice_doubles_nothing(firm: Company) -> None:
    first, second = carry_in(firm, OLD_CRM), carry_in(firm, OLD_CRM, name="again.csv")
    assert "跟进 1 条" in first.text
    firm.wait(days=1)
    third = carry_in(firm, OLD_CRM, name="later.csv")
    assert "新增联系人 0 位、跟进 0 条。" in third.text  # a note without a day is not of another day by that
    assert "新客户 0 个、已有客户 2 行" in second.text and "新增联系人 0 位、跟进 0 条。" in second.text


def test_a_list_moves_nobodys_customer_and_no_clock(firm: Company) -> None:
    enter(firm, MEI, "Northwind Ltd")
    before = who(firm, MEI, "Northwind Ltd").splitlines()[1]
    carry_in(firm, OLD_CRM)
    assert who(firm, MEI, "Northwind Ltd").splitlines()[1] == before
    assert "Boston" in who(firm, MEI, "Northwind Ltd")  # what was empty is filled in


def test_a_doubtful_row_is_decided_in_the_file_that_comes_back(firm: Company) -> None:
    enter(firm, TOM, "Contoso Inc")
    drop(firm, BOSS, "Company,City\nContoso GmbH,Berlin\n")
    head, row = sent_rows(firm, BOSS)
    assert row[0] == "可能就是已有的 Contoso Inc：请在下一列写上这个名称，或写“新”。"
    assert "新客户 1 个" in drop(firm, BOSS, ",".join(head) + "\n,新,Contoso GmbH,Berlin\n", name="new.csv").text
    same = carry_in(firm, ",".join(head) + "\n,Contoso Inc,Contoso GmbH,Berlin\n", name="same.csv")
    assert "已有客户 1 行" in same.text
    assert "Berlin" in who(firm, TOM, "Contoso GmbH")  # the other spelling is known now


def test_an_import_is_taken_back_as_one_but_for_what_somebody_worked_with(firm: Company) -> None:
    enter(firm, MEI, "Adventure Works")
    done = carry_in(firm, OLD_CRM + "Adventure Works,,,Oslo,,,,,,,\n")
    firm.say(TOM, "called Northwind Ltd, Ann Ray wants 50 seats by June")
    firm.press(BOSS, done, "import.undo")
    assert standing(firm, done).text == "old crm.csv 的导入已撤回。有 1 个客户之后有人跟进过，予以保留。"
    assert "Northwind" in firm.command(TOM, "/dibs mine").message.text
    assert "没有" in firm.command(BOSS, "/who Contoso GmbH").message.text
    assert "Oslo" not in who(firm, MEI, "Adventure Works")
    assert "新客户 1 个" in drop(firm, BOSS, OLD_CRM, name="anew.csv").text


def test_a_rep_is_told_who_imports(firm: Company) -> None:
    said = drop(firm, TOM, OLD_CRM)
    assert said.text == "Lists are imported by managers and admins: hand the file to yours. Nothing was changed."


def test_a_note_with_a_list_beside_it_stays_a_note(firm: Company) -> None:
    said = drop(firm, BOSS, OLD_CRM, text="new customer Acme, called Jane Wu, sent her the price list")
    assert not has_action(said, "import.start") and "Acme" in said.text


def test_what_was_done_keeps_its_day_and_its_author(firm: Company) -> None:
    carry_in(
        firm,
        "客户,负责人,归属开始日期,跟进方式,跟进时间,记录人,跟进内容\n"
        "北风物流,陈梅,2026-03-01,上门拜访,2026年3月5日 14:05,Tom Reed,看了仓库\n",
    )
    shown = who(firm, MEI, "北风物流")
    assert "*3月5日周四* · 拜访 · Tom Reed" in shown and "看了仓库" in shown
    assert "4月1日" not in shown  # the visit of the 5th extends nothing: 30 days from 1 March end on 31 March


def test_a_list_delivered_again_is_read_once(firm: Company) -> None:
    said = firm.slack.say(BOSS, "", files=[Upload("old crm.csv", OLD_CRM.encode(), "text/csv")])
    firm.slack.redeliver(said)
    firm.settle()
    cards = [one for one in firm.heard(BOSS) if has_action(one, "import.start")]
    assert len(cards) == 1


def test_a_claim_logged_on_after_an_import_goes_on_as_any_other(firm: Company) -> None:
    carry_in(firm, OLD_CRM)
    receipt = log(firm, TOM, new_name="Northwind Ltd", kind="call", contact="Ann Ray", outcome="wants 50 seats by June")
    assert "Yours until Tue 31 Mar" in receipt.text  # 20 days from now


def test_a_bot_that_stops_puts_a_list_down_and_goes_on_with_it_later(firm: Company) -> None:
    card = drop(firm, BOSS, OLD_CRM)
    firm.dibs.porter.stop()
    firm.press(BOSS, card, "import.start")
    assert "正在导入 old crm.csv" in standing(firm, card).text
    firm.dibs.porter._stopping.clear()  # as the next process would begin
    firm.settle()
    assert "old crm.csv 已导入" in standing(firm, card).text
