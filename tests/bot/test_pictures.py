"""A chart as a picture: with every letter drawn, or not at all."""

import pytest

from bot import pictures
from handlers.kit.charts import bars

matplotlib = pytest.importorskip("matplotlib")


def test_a_chart_becomes_a_png() -> None:
    chart = bars("Calls", ["Tom", "Mei"], ("calls", [3, 5]), ("visits", [1, 0]))
    drawn = pictures.draw(chart)
    assert drawn is not None and drawn.startswith(b"\x89PNG") and len(drawn) > 5000


def test_without_a_font_for_its_letters_there_is_no_picture_with_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = frozenset(range(32, 127))
    monkeypatch.setattr(pictures, "_fonts", lambda: (("latin.ttf", latin),))
    pictures._font_for.cache_clear()
    assert pictures.draw(bars("按销售", ["陈梅"], ("次数", [3]))) is None
    pictures._font_for.cache_clear()


def test_a_font_with_chinese_is_found_where_one_is_installed() -> None:
    path = pictures._font_for(frozenset("陈梅按销售abc"))
    if path is None:
        pytest.skip("no Chinese font here")
    assert pictures.draw(bars("按销售", ["陈梅"], ("次数", [3]))) is not None
