"""What the command line says to whoever runs it. Text for a terminal: nothing in it is written for Slack."""

from html import unescape

from crm.cards import Erasable, ImportCard
from crm.imports import FileReading, Import
from crm.refusal import Refusal
from handlers.imports import view
from handlers.imports.columns import column_lines, left_out
from handlers.kit import refusals
from handlers.kit.speech import Speech

YES = frozenset({"y", "yes", "是", "是的", "好", "好的"})


def refused(refusal: Refusal, speech: Speech) -> str:
    return unescape(refusals.sentence(refusal, speech))


def question(asked: str) -> str:
    return f"{asked} [y/N]"


def is_yes(answer: str) -> bool:
    return answer.strip().casefold() in YES


def left_alone(speech: Speech) -> str:
    return speech.t("Nothing was changed.")


# a list


def preview(one: Import, reading: FileReading, speech: Speech) -> tuple[str, ...]:
    lines = (
        view.title(one, speech),
        view.counts(one, speech),
        *view.examples(one, speech),
        speech.t("Columns"),
        *column_lines(reading, speech, most=len(reading.headings)),
        left_out(reading, speech),
    )
    return tuple(unescape(line) for line in lines if line)


def imported(one: Import, speech: Speech) -> str:
    return unescape(view.imported(ImportCard(one), speech).text)


def shall_it_go_in(speech: Speech) -> str:
    return question(speech.t("Import it?"))


def going_on(one: Import, speech: Speech) -> str:
    return speech.t("Going on after row {done} of {rows}.", done=f"{one.rows_done:,}", rows=f"{one.rows_read:,}")


def progress(one: Import, speech: Speech) -> str:
    return speech.t("{done} of {rows} rows", done=f"{one.rows_done:,}", rows=f"{one.rows_read:,}")


def to_mend(file: object, speech: Speech) -> str:
    return speech.t("Refused and doubtful rows, each with its reason: {file}", file=file)


def no_name_column(speech: Speech) -> str:
    return speech.t("No column holds the customer's name: call one of the headings “Customer”.")


def no_finance_list(speech: Speech) -> str:
    return speech.t(
        "This is no list of finance's: it needs columns such as Customer, Invoice number, Date and Amount. "
        "Where its headings are others, drop it on Dibs and choose them under “Columns…”."
    )


# a file that goes out


def cant_read_only(word: str, speech: Speech) -> str:
    return speech.t(
        "I can't read “{word}” after --only. It takes “grade A”, “source website”, “city Boston”, “industry logistics” and "
        "“pool”, alone or together. Nothing was exported.",
        word=word,
    )


def whose_view(speech: Speech) -> str:
    return speech.t("Whose view is it? Add --as boss@firm.example, or --all for everything there is.")


def copied(rows: int, tables: int, file: object, speech: Speech) -> str:
    return speech.t("{rows} rows of {tables} tables are in {file}.", rows=f"{rows:,}", tables=tables, file=file)


def restored(rows: int, workspace: str, speech: Speech) -> str:
    return speech.t("{rows} rows of {workspace} are back.", rows=f"{rows:,}", workspace=workspace)


# erasing


def to_erase(one: Erasable, speech: Speech) -> str:
    """Who it is and how they are reached, each word once."""
    said = (one.name, one.customer or (speech.t("wrote an inquiry") if one.lead_id else ""), one.phone, one.email)
    return " · ".join(dict.fromkeys(part for part in said if part))


def shall_they_go(speech: Speech) -> str:
    return question(speech.t("Erase for good?"))


def erased(speech: Speech) -> str:
    return speech.t("Erased. Older backups still hold it.")


# the database and its keys


def no_row(line: int, speech: Speech) -> str:
    return speech.t(
        "Line {line} is no row that can be read. Each is JSON with `id`, `text` and `reference_now` "
        "(with --dates: `id`, `text` and `reference`), as in tests/crm/reading/data.",
        line=line,
    )


def database_at(revision: object, speech: Speech) -> str:
    return speech.t("The database is at {revision}.", revision=revision)


def no_tables(speech: Speech) -> str:
    return speech.t("The database has no tables for it yet. Run: dibs db upgrade")


def relocked(tokens: int, speech: Speech) -> str:
    return speech.tn(
        "{n} token is locked under the first key. The others can be taken out of DIBS_TOKEN_KEYS.",
        "{n} tokens are locked under the first key. The others can be taken out of DIBS_TOKEN_KEYS.",
        tokens,
    )


def no_key(workspace: object, speech: Speech) -> str:
    return speech.t(
        "DIBS_TOKEN_KEYS: no key opens the token of {workspace}. Add the key it was stored under, behind the new one.",
        workspace=workspace,
    )


def slack_says(error: object, speech: Speech) -> str:
    return speech.t("Slack says {error}. Run: dibs doctor", error=error)


def slack_away(error: object, speech: Speech) -> str:
    return speech.t("Slack can't be reached: {error}. Is SLACK_API_URL right?", error=error)
