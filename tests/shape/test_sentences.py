"""Half of our users read Chinese: every sentence has its Chinese, with the same facts in it."""

import ast
import re
import string

import pytest

from tests.shape.sentences import HANDLERS, catalogue, sentences

SENTENCES = sorted({said if isinstance(said, str) else said[0] for said, _ in sentences()})


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_has_its_chinese_with_the_same_facts(sentence: str) -> None:
    said = catalogue().get(sentence)
    chinese = said.string if said and isinstance(said.string, str) else (said.string[0] if said and said.string else "")
    assert chinese, "no Chinese: run make translations and fill it in"
    assert _facts(chinese) <= _facts(sentence) | {"n"}
    assert _facts(sentence) - _facts(chinese) <= {"n"}


def test_the_catalogue_holds_no_sentence_nobody_says() -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue() if message.id}
    assert known == set(SENTENCES)


def test_no_sentence_hides_in_an_f_string_where_translators_tools_miss_it() -> None:
    hidden = [
        f"{path.relative_to(HANDLERS)}:{node.lineno}"
        for path in HANDLERS.rglob("*.py")
        for outer in ast.walk(ast.parse(path.read_text()))
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("t", "tn")
    ]
    assert hidden == []


@pytest.mark.parametrize("sentence", [one for one in SENTENCES if "*" in one])
def test_bold_words_stand_apart_as_slack_wants_them(sentence: str) -> None:
    said = catalogue().get(sentence)
    chinese = said.string if said and isinstance(said.string, str) else ""
    assert not re.search(r"[\w}]\*[^*\n]+\*|\*[^*\n]+\*[\w{]", re.sub(r"`[^`]*`", "", chinese)), chinese


def _facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
