"""Conditions for statements that are built once.

Building a statement anew for each note costs more than running it (0.3 against 0.05 ms on SQLite); a turn reads and
writes some twenty. What runs in every turn is therefore a constant of its module, and is told its values when run.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Dialect, String, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeEngine


def given(*columns: InstrumentedAttribute[Any], prefix: str = "") -> list[ColumnElement[bool]]:
    """`column = :column` for each. An UPDATE needs a `prefix`, since the plain names are what it sets."""
    return [column == bindparam(f"{prefix}{column.key}") for column in columns]


def among(column: InstrumentedAttribute[Any], name: str = "ids") -> ColumnElement[bool]:
    """`column` is one of the texts in `:name`. They go in as one parameter, so that asking for hundreds costs no more
    words than asking for one."""
    return _Among(column, bindparam(name, type_=_Texts()))


class _Texts(TypeDecorator[Collection[str]]):
    """Many texts in one parameter: an array on PostgreSQL, JSON on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(String()))

    def process_bind_param(self, value: Collection[str] | None, dialect: Dialect) -> Any:
        return json.dumps(list(value or ())) if dialect.name == "sqlite" else list(value or ())


class _Among(FunctionElement[Any]):
    inherit_cache = True
    type = NullType()  # as a Boolean it would be compared with 1 on SQLite, which then finds no index


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: Any, **how: Any) -> str:
    column, texts = (compiler.process(one, **how) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({texts}))"


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: Any, **how: Any) -> str:
    column, texts = (compiler.process(one, **how) for one in element.clauses)
    return f"{column} = ANY ({texts})"
