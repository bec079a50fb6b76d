"""A list that is cut says so, counts what it left out as its heading does, and leaves out what is settled first."""

from dataclasses import replace

from crm import cards
from handlers.kit.speech import Speech
from handlers.wording import word
from tests.shape import lead_samples, samples

ENGLISH = Speech("en", "Asia/Shanghai", samples.NOW)


def test_settled_rows_give_way_to_those_that_wait_and_the_rest_counts_these_only() -> None:
    settled, waiting = (samples.line(name, handled=name == "Globex", last=None) for name in ("Globex", "Acme"))
    rows = (settled,) * 20 + (waiting,) * 20
    for card in (cards.WarningCard(rows, True, False), cards.UntouchedCard(rows, True)):
        said = word(card, ENGLISH)
        assert "20 customers" in said.text and said.text.endswith("And 5 more.")
        assert "Globex" not in said.text and said.text.count("days left") == 15
    mine = word(cards.UntouchedCard(rows, False), ENGLISH)
    assert mine.text.endswith("And 5 more: `/dibs mine` shows them all.")
    few = word(cards.WarningCard((settled,) * 20 + (waiting,), True, False), ENGLISH)
    assert few.text.count("*Globex*:") == 14 and "more" not in few.text


def test_long_words_of_an_inquiry_stand_whole_below_the_buttons_and_short_ones_above() -> None:
    card = next(one for one in lead_samples.every_card("Acme") if isinstance(one, cards.LeadCard) and one.asks)
    for words, last in (("please call " * 100, "section"), ("please call", "actions")):
        kept = replace(card.kept, lead=replace(card.kept.lead, message=words), state="asked")
        blocks = word(replace(card, kept=kept), ENGLISH).blocks
        assert blocks[-1]["type"] == last and words.strip() in str(blocks)
