"""What a card has no room for is said, with where the rest is; and two that look alike can be told apart."""

from dataclasses import replace

from crm import cards
from crm.cards import Candidate, Tended
from handlers.digests.team import near_not_drawn, tended_not_drawn
from handlers.digests.view import day_blocks
from handlers.dm_note import view as dm_note
from handlers.kit.speech import Speech
from handlers.quality.view import fix_blocks
from handlers.who.brief import brief
from tests.shape import customer_samples, home_samples, samples

EN, ZH = (Speech(locale, "Asia/Shanghai", samples.NOW) for locale in ("en", "zh"))
LONG = "Shanghai International Heavy Industries Equipment Trading and Leasing"


def test_customers_whose_names_begin_alike_stand_in_full_above_their_numbered_buttons() -> None:
    alike = (Candidate("1", f"{LONG} Pudong", "Mei"), Candidate("2", f"{LONG} Minhang", None))
    said = dm_note.choices(cards.ChoicesCard("shanghai", alike), EN)
    assert said.text.splitlines()[1:] == [f"1. {LONG} Pudong (Mei)", f"2. {LONG} Minhang"]
    labels = [tap["text"]["text"] for tap in said.blocks[-1]["elements"]]
    assert [label[:3] for label in labels] == ["1. ", "2. "] and max(map(len, labels)) <= 75
    short = (Candidate("1", "Acme", "Mei"), Candidate("2", "Acme Air", None))
    told = dm_note.choices(cards.ChoicesCard("acme", short), EN)
    assert [tap["text"]["text"] for tap in told.blocks[-1]["elements"]] == ["Acme (Mei)", "Acme Air"]


def test_a_brief_says_how_many_complaints_more_are_open() -> None:
    one = next(iter(customer_samples.complaint_cards("late"))).complaint
    card = samples.customer_card("Acme", complaints=(one,) * 8)
    assert "And 6 more are open." in brief(card, EN).text and "另有 6 项未了结。" in brief(card, ZH).text
    assert "more" not in brief(replace(card, complaints=(one,) * 2), EN).text
    assert "And 6" not in brief(replace(card, masked=True), EN).text


def test_who_finds_no_room_in_a_chart_is_told_in_words() -> None:
    parts = tuple(Tended(f"T{n:02}", 9, n, 1, 2) for n in range(33))
    numbers = replace(samples.numbers("x"), parts=parts)
    (near,), (tended,) = near_not_drawn(numbers, EN), tended_not_drawn(numbers, ZH)
    assert near.startswith("Not in the chart below: T20 (1 run out, 2 overdue), T21")
    assert near.endswith("T29 (1 run out, 2 overdue), and 3 others.")
    assert tended.startswith("下图未列出：T20") and "T29" in tended and "T30" not in tended
    assert not near_not_drawn(replace(numbers, parts=parts[:20]), EN)


def test_the_rest_of_a_day_and_of_what_is_to_mend_says_how_one_gets_there() -> None:
    line, fix = samples.line("Acme"), home_samples.home("Acme").fixes[0]
    day = replace(samples.day("Acme"), due=(), overdue=(), expiring=(line,) * 9)
    assert "And 1 more: `/dibs mine` shows them all." in str(day_blocks(day, EN))
    assert "And 28 more: they come up as you mend these." in str(fix_blocks((fix,), 29, EN))
    assert "还有 28 处：补完上面的，它们会接着出现。" in str(fix_blocks((fix,), 29, ZH))
