"""What people wrote, cut to fit: no word broken, no bold left open, no sentence of ours turned round; and no mark of
theirs that acts as ours do."""

import re
import unicodedata
from datetime import UTC, datetime
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from handlers.deals.view import hint_buttons, hint_text
from handlers.kit.blocks import clip, esc, header, section, table, that_fit
from handlers.kit.speech import Speech
from tests.shape.samples import activity, deal_hints

AT_AN_EDGE = re.compile(r"(?<![^\W_])[*_]|[*_](?![^\W_])|(?<=\S)~(?![^\W_])|`")


def test_a_cut_falls_between_words_and_in_chinese_anywhere() -> None:
    assert (
        clip("They want the offer for fifty seats before the quarter ends", 45)
        == "They want the offer for fifty seats before…"
    )
    assert (
        clip("他们希望在本季度结束之前收到五十个席位的报价" * 3, 41)
        == ("他们希望在本季度结束之前收到五十个席位的报价" * 3)[:40] + "…"
    )


def test_a_name_cannot_write_our_sentence_backwards() -> None:
    assert esc("Acme\u202e Ltd\u2066") + " is yours." == "Acme Ltd is yours."
    assert esc("אקמי") == "אקמי"


def test_lines_that_do_not_fit_go_whole_so_that_no_bold_is_left_open() -> None:
    said = section("\n".join(f"*Customer {n}*: somebody has it now." for n in range(200)))["text"]["text"]
    assert len(said) <= 3000 and said.count("*") % 2 == 0 and said.endswith(".\n…")


def test_a_header_and_a_table_show_an_ampersand_as_one() -> None:
    assert header(esc("Müller & Co"))["text"]["text"] == "Müller & Co"
    assert table(["Who"], [[esc("Müller & Co")]])["rows"][1][0]["text"] == "Müller & Co"


@given(st.text(alphabet="ab 华1*_~`&<>.-", max_size=30))
def test_no_mark_in_a_name_acts_and_each_is_read_as_itself_again(name: str) -> None:
    shown = unescape(esc(name))
    assert not AT_AN_EDGE.search(shown)
    assert unicodedata.normalize("NFKC", shown) == unicodedata.normalize("NFKC", name)


def test_what_is_no_mark_stands_as_it_was_written() -> None:
    for plain in ("jane_doe@acme.com", "5*3*2", "~50 seats", "请看*这里*吧"):
        assert esc(plain) == plain
    assert f"*{esc('Acme* _x_ `y`')}*" == "*Acme＊ ＿x＿ ｀y｀*"


def test_a_fact_that_ends_a_sentence_ends_it_alone() -> None:
    said = Speech("en", "UTC", datetime(2026, 3, 11, tzinfo=UTC))
    assert said.t("Deal {deal}.", deal="Acme Ltd.") == "Deal Acme Ltd."
    assert said.t("{customers}.", customers="Acme, Globex…") == "Acme, Globex…"
    assert said.sentences("Still: Acme….", "It is kept.") == "Still: Acme… It is kept."
    assert said.t("{customer}. It is kept.", customer="*Globex…*") == "*Globex…* It is kept."
    assert said.t("Reading {file}... {n}", file="a..b", n=1) == "Reading a..b... 1"


def test_deals_that_begin_alike_have_each_its_own_question_and_button() -> None:
    said = Speech("en", "UTC", datetime(2026, 3, 11, tzinfo=UTC))
    for card in (one for one in deal_hints("Annual contract of the northern region, phase ") if one.offers):
        labels = [one["text"]["text"] for one in hint_buttons(card, activity("call"), said)]
        questions = (hint_text(card, said) or "").splitlines()
        assert len(set(labels)) == len(labels) and len(set(questions)) == len(questions)


def test_who_has_no_name_yet_is_someone() -> None:
    said = Speech("en", "UTC", datetime(2026, 3, 11, tzinfo=UTC))
    assert said.t("{person} works on {customer} too.", person=said.named(""), customer="x") == "Someone works on x too."
    assert said.t("Locked by {who}.", who=said.named(None)) == "Locked by someone."


def test_a_list_that_is_cut_ends_in_one_ellipsis() -> None:
    said = Speech("en", "UTC", datetime(2026, 3, 11, tzinfo=UTC))
    assert said.listed(["Acme", "Globex…"], more=True) == said.listed(["Acme", "Globex"], more=True) == "Acme, Globex…"
    assert said.listed(["Acme", "Globex"], more=False) == "Acme, Globex"


def test_in_chinese_a_name_that_was_cut_does_not_run_into_the_next_sentence() -> None:
    said = Speech("zh", "UTC", datetime(2026, 3, 11, tzinfo=UTC))
    assert said.sentences("现在归 林…", "记录会保留。") == "现在归 林…。记录会保留。"
    assert said.sentences("记录会保留。", "现在归 林…") == "记录会保留。现在归 林…"


@given(st.lists(st.text(alphabet="a华", max_size=900), max_size=20))
def test_the_lines_that_fit_stand_whole_and_the_first_that_does_not_would_be_cut(lines: list[str]) -> None:
    shown = that_fit("Left out:", lines)
    assert shown == lines[: len(shown)]
    assert not section("\n".join(["*Left out:*", *shown]))["text"]["text"].endswith("…")
    if len(shown) < len(lines):
        assert section("\n".join(["*Left out:*", *lines[: len(shown) + 1]]))["text"]["text"].endswith("…")
