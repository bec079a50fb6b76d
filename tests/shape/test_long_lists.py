"""A list that is cut says so, counts what it left out as its heading does, and leaves out what is settled first."""

from dataclasses import replace

from crm import cards
from crm.cards.measures import Circle, Whose
from handlers.kit.speech import Speech
from handlers.wording import word
from tests.shape import customer_samples, figures, lead_samples, samples

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


def test_a_customers_card_says_how_many_of_each_it_leaves_out_and_where_they_are() -> None:
    card = replace(samples.customer_card("Acme"), co_owner_names=("Li Qiang",) * 12)
    shown = str(word(card, ENGLISH).blocks)
    for said in ("And 7 more: `/dibs deal Acme`.", "And 1 more: `/dibs contacts Acme`.", "Li Qiang, and 2 more."):
        assert said in shown, said
    assert "And 2 more." in shown, "of the next steps"
    few = replace(samples.customer_card("Acme"), contacts=(), follow_ups=(), deals=card.deals[:5], deals_total=5)
    assert "more" not in str(word(few, ENGLISH).blocks)


def test_each_part_of_a_digest_has_a_heading_with_the_count_of_its_first_line_and_says_what_it_leaves_out() -> None:
    plain = next(one for one in samples.every_card("Acme") if isinstance(one, cards.DigestCard))
    complaint = next(one for one in customer_samples.every_card("Acme") if isinstance(one, cards.ComplaintCard))
    numbers = replace(plain.numbers, waiting=8)
    card = replace(plain, numbers=numbers, complaints=(complaint,) * 10, overdue=0)
    said, shown = word(card, ENGLISH).text, str(word(card, ENGLISH).blocks)
    assert "8 customers need an owner, " in said and "10 complaints and promises are open" in said
    for part in ("8 customers need an owner.", "And 5 more in the app's Home.", "Complaints and promises: 10"):
        assert part in shown, part
    assert "And 4 more: `/dibs complaint`." in shown
    assert "Running out within a week: 40" in shown and "And 34 more…" in shown
    alone = replace(card, numbers=replace(numbers, waiting=0), waiting=(), expiring=(), expiring_total=0)
    assert "To do: 10 complaints and promises are open." in word(alone, ENGLISH).text


def test_deals_that_stand_still_and_find_no_room_are_counted_with_where_they_are() -> None:
    plain = next(figures.funnels("Acme"))
    lines = tuple(samples.deal_line("Acme", n) for n in range(5))
    said: dict[Whose, str] = {"mine": ": `/dibs deal`", "team": ": `/dibs funnel @name` shows one rep's", "rep": ""}
    for whose, where in said.items():
        card = replace(plain, circle=Circle(whose, "East"), stalled=lines, stalled_total=40)
        assert f"And 35 more{where}." in str(word(card, ENGLISH).blocks)
