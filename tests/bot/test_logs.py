"""The log says what went wrong and where, on one line, and nothing of what somebody wrote."""

import json
import logging

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot.logs import formatter
from storage.database import Database
from storage.tables.customers import CustomerRow

WROTE = "Quagga Ltd. said they are broke"


def logged(error: BaseException | None, message: str, *args: object) -> logging.LogRecord:
    told = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("operations.notes", logging.ERROR, __file__, 1, message, args, told)


def mistake(database: Database) -> IntegrityError:
    """A row that can't be, on either database, with somebody's words in it."""
    row = {"workspace_id": "T1", "customer_id": "C1", "name": WROTE, "normal_name": WROTE, "state": "no state"}
    with pytest.raises(IntegrityError) as caught, database.begin() as tx:
        tx.execute(insert(CustomerRow).values(**row))
    return caught.value


def test_of_a_mistake_the_kind_and_the_place_are_written_down_and_not_the_words(database: Database) -> None:
    error = mistake(database)
    assert WROTE not in str(error).partition("[SQL")[2], "parameters are hidden wherever it is printed"
    text = formatter("text").format(logged(error, "reference %s", "3FA9C1"))
    said = json.loads(formatter("json").format(logged(error, "reference %s", "3FA9C1")))
    assert WROTE not in text + str(said)
    assert "reference 3FA9C1 | IntegrityError from " in text and "tests/bot/test_logs.py" in text
    assert said["message"] == "reference 3FA9C1" and said["error"].startswith("IntegrityError from ")


def test_a_record_is_one_line_whatever_is_in_it() -> None:
    for form in ("text", "json"):
        assert "\n" not in formatter(form).format(logged(None, "one\nERROR forged two"))  # type: ignore[arg-type]
