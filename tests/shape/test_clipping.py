"""What people wrote, cut to fit: no word broken, no bold left open, no sentence of ours turned round."""

from handlers.kit.blocks import clip, esc, header, section, table


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
