"""The Home of each role fits a screen and a half of a phone, however much there is, with what waits for the reader first."""

import pytest

from handlers import wording
from handlers.home.phone import LINES, lines
from handlers.kit.speech import Speech
from tests.shape import home_samples, samples

TOP = 2  # the buttons above all parts


@pytest.mark.parametrize(("words", "locale"), [("Acme Tools", "en"), ("华为技术", "zh")])
def test_a_full_home_is_folded_until_it_fits_and_hides_no_decision(words: str, locale: str) -> None:
    speech = Speech(locale, "Asia/Shanghai", samples.NOW)
    for card in home_samples.homes(words):
        blocks = wording.word_home(card, speech)["blocks"]
        assert sum(lines(block) for block in blocks) <= LINES + TOP, [(lines(one), one["type"]) for one in blocks]
        if card.team:
            shown = str(blocks)
            assert all(f"home.try|{one}" in shown for one in ("decide", "my_team", "today", "deals")), shown
