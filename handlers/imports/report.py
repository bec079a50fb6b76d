"""The file that goes back: the refused and doubtful rows as they were, each with its reason and a column to decide in.
It can be mended and dropped on the bot again."""

import csv
from collections.abc import Sequence
from html import unescape
from typing import TextIO

from crm.imports import Example, Import
from crm.intake.fields import REASON, own_heading
from crm.sheets import Cell, harmless, plain_text
from handlers.kit import refusals
from handlers.kit.speech import Speech
from operations.in_and_out.judging import Judged


class Report:
    """Writes rows as they come; `rows` counts them. `file` is text with a byte order mark, or Excel misreads Chinese."""

    def __init__(self, file: TextIO, headings: Sequence[str], speech: Speech) -> None:
        self._writer, self._speech, self._width = csv.writer(file), speech, len(headings)
        self.rows = 0
        own = (REASON[speech.locale == "zh"], own_heading("decision", speech.locale))
        self._headings = [*own, *(harmless(heading) for heading in headings)]

    def keep(self, cells: Sequence[Cell], judged: Judged) -> None:
        if not self.rows:
            self._writer.writerow(self._headings)
        self.rows += 1
        row = [harmless(plain_text(cell)) for cell in cells]
        why = unescape(reason(judged, self._speech))  # words for Slack have & < > escaped; a file has not
        self._writer.writerow([harmless(why), "", *row])


def reason(judged: Judged, speech: Speech) -> str:
    if judged.refusal:
        return refusals.sentence(judged.refusal, speech)
    return speech.t(
        "May be {name}, which is here already: write that name or “new” in the next column.", name=judged.near
    )


def with_reason(said: str, of: Example, speech: Speech) -> str:
    """An example of a refused row, and why it is."""
    return f"{said}{speech.colon}{refusals.say(of.about, dict(of.facts), speech)}" if of.about else said


def report_name(one: Import, speech: Speech) -> str:
    """What the file is called: after the list it comes from."""
    return speech.t("{file}, rows to mend.csv", file=one.file_name.rsplit(".", 1)[0][:80])


def report_comment(rows: int, speech: Speech) -> str:
    return speech.tn(
        "{n} row can't go in as it is: the first column says why. Mend it here and drop the file on me.",
        "{n} rows can't go in as they are: the first column says why. Mend them here and drop the file on me.",
        rows,
    )


def sent_back(one: Import, speech: Speech) -> str | None:
    """Where the reasons of the rows are that can't go in as they are."""
    if not one.tally.refused + one.tally.doubtful:
        return None
    if one.report_file is None:
        return speech.t(
            "Slack did not take my file with the reason for each of these rows. Drop the list on me once more."
        )
    return speech.t("My file beside this has the reason for each of these rows: mend it there and drop it on me.")
