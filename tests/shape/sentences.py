"""Every English sentence in handlers/, found in the syntax tree; and `python -m tests.shape.sentences`, which writes the
Chinese catalogue anew with what is missing left empty, so that a translator sees it."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from handlers.kit.speech import CATALOGUE

HANDLERS = Path(__file__).parents[2] / "handlers"
Sentence = str | tuple[str, str]


@functools.cache
def sentences() -> tuple[tuple[Sentence, str], ...]:
    """(sentence, file) of every call of `t` and `tn`."""
    return tuple(_sentences())


def _sentences() -> Iterator[tuple[Sentence, str]]:
    for path in sorted(HANDLERS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (found := _said(node)):
                yield found, str(path.relative_to(HANDLERS.parent))


@functools.cache
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def _said(call: ast.Call) -> Sentence | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    literals = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if name == "t" and literals:
        return literals[0]
    return (literals[0], literals[1]) if name == "tn" and len(literals) >= 2 else None


def rewrite() -> Catalog:
    """The catalogue with exactly the sentences there are, in the order of the files."""
    old = catalogue() if CATALOGUE.exists() else Catalog(locale="zh_Hans")
    new = Catalog(locale="zh_Hans", project="Dibs", fuzzy=False, creation_date=old.creation_date)
    for sentence, file in sentences():
        known = old.get(sentence)
        new.add(sentence, known.string if known else None, locations=[(file, 0)])
    return new


if __name__ == "__main__":
    fresh = rewrite()
    with CATALOGUE.open("wb") as out:
        write_po(out, fresh, width=120, include_lineno=False, omit_header=False)
