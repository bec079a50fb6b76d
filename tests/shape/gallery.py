"""`python -m tests.shape.gallery`: writes every view the bot can produce to build/gallery/<view>.<language>.<data>.json:
of a message its `text` and `blocks`, of a form or Home the view. tests/browser/gallery.py draws them."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handlers import wording
from handlers.kit.speech import Speech
from tests.shape import answers, customer_samples, figures, home_samples, lead_samples, samples
from tests.shape.forms import every_form

BUILT = Path(__file__).parents[2] / "build" / "gallery"
LANGUAGES = ("en", "zh")


def every_card(words: str) -> Iterator[object]:
    yield from samples.every_card(words)
    yield from customer_samples.every_card(words)
    yield from lead_samples.every_card(words)
    yield from figures.reports(words)
    yield from figures.grade_cards(words)


def every_view(words: str, speech: Speech) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, payload): a message is named for its card, a form for what it is called back by; each counted."""
    seen: Counter[str] = Counter()
    for name, payload in _views(words, speech):
        seen[name] += 1
        yield f"{name}-{seen[name]:03}", payload


def _views(words: str, speech: Speech) -> Iterator[tuple[str, dict[str, Any]]]:
    for card in every_card(words):
        said = wording.word(card, speech)
        yield type(card).__name__, {"text": said.text, "blocks": said.blocks}
    for said in (*figures.every_answer(words, speech), *lead_samples.every_answer(words, speech)):
        yield "Figures", {"text": said.text, "blocks": said.blocks}
    for room, said in answers.every_answer(words, speech):
        yield f"{room}Answer", {"text": said.text, "blocks": said.blocks}
    for form in every_form(words, speech):
        yield str(form["callback_id"]), form
    yield from (("Home", wording.word_home(home, speech)) for home in home_samples.homes(words))


def write() -> int:
    """How many payloads were written; what stood there before is gone."""
    BUILT.mkdir(parents=True, exist_ok=True)
    for old in BUILT.glob("*.json"):
        old.unlink()
    written = 0
    for language in LANGUAGES:
        for data, words in samples.WORDS.items():
            for name, payload in every_view(words, Speech(language, "Asia/Shanghai", samples.NOW)):
                text = json.dumps(payload, ensure_ascii=False, indent=1)
                (BUILT / f"{name}.{language}.{data}.json").write_text(text, encoding="utf-8")
                written += 1
    return written


if __name__ == "__main__":
    print(f"{write()} views in {BUILT}")
