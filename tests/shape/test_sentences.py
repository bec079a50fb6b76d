"""Half of our users read Chinese: every sentence has its Chinese, with the same facts in it."""

import ast
import functools
import re
import string

from tests.shape.sentences import HANDLERS, catalogue, sentences


@functools.cache
def english() -> list[str]:
    """Every sentence, as the catalogue knows it; found when it is asked for: not every worker of a run does."""
    return sorted({said if isinstance(said, str) else said[0] for said, _ in sentences()})


def test_every_sentence_has_its_chinese() -> None:
    assert [sentence for sentence in english() if not _chinese(sentence)] == [], (
        "run make translations and fill them in"
    )


def test_a_sentence_tells_the_same_facts_in_chinese() -> None:
    different = {
        sentence: _facts(_chinese(sentence))
        for sentence in english()
        if (_facts(sentence) ^ _facts(_chinese(sentence))) - {"n"}
    }
    assert different == {}


def test_a_counting_sentence_says_its_number_in_chinese() -> None:
    """Chinese has one form for all numbers, so that form has whatever the many's has."""
    counting = [one for one in catalogue() if isinstance(one.id, tuple)]
    assert [one.id for one in counting if _facts(one.id[1]) != _facts(_chinese(one.id[0]))] == []


def test_a_sentence_counts_everywhere_or_nowhere() -> None:
    """The catalogue has one entry for it; said both ways, one of them would lose its Chinese."""
    plain = {said for said, _ in sentences() if isinstance(said, str)}
    assert sorted(plain & {said[0] for said, _ in sentences() if not isinstance(said, str)}) == []


def test_the_catalogue_holds_no_sentence_nobody_says() -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue() if message.id}
    assert known == set(english())


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


def test_bold_words_stand_apart_as_slack_wants_them() -> None:
    glued = re.compile(r"[\w}]\*[^*\n]+\*|\*[^*\n]+\*[\w{]")
    chinese = [_chinese(sentence) for sentence in english() if "*" in sentence]
    assert [one for one in chinese if glued.search(re.sub(r"`[^`]*`", "", one))] == []


def _chinese(sentence: str) -> str:
    said = catalogue().get(sentence)
    words = (said.string if said else None) or ""
    return words if isinstance(words, str) else words[0]


def _facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
