"""Why a file, or a row of one, was declined: said in the message about the file, and in the file that goes back."""

from handlers.kit.refused.facts import Sentences, fact

FILES: Sentences = {
    "import_not_yours": lambda s, f: s.t(
        "Lists are imported by managers and admins: hand the file to yours. Nothing was changed."
    ),
    "import_gone": lambda s, f: s.t("I don't know that list any more. Drop the file on me again."),
    "import_moved_on": lambda s, f: s.t("That was decided already; the message about the list says how it stands."),
    "file_empty": lambda s, f: s.t("The file is empty. Nothing was changed."),
    "file_too_big": lambda s, f: s.t(
        "It is larger than {limit} MB. Split it, or save it as CSV, and drop the parts on me.", limit=fact(f, "limit")
    ),
    "file_password": lambda s, f: s.t("It has a password. Save it without one and drop it on me again."),
    "file_old_excel": lambda s, f: s.t("It is an Excel file of the old kind (.xls). Save it as .xlsx or CSV."),
    "file_no_table": lambda s, f: s.t("It is no table, whatever its name says. I read CSV and Excel (.xlsx)."),
    "file_broken": lambda s, f: s.t("It is damaged, or no real table. Save it anew as .xlsx or CSV."),
    "file_bomb": lambda s, f: s.t(
        "It unpacks to far more than a list would, so I left it alone. Save the sheet as CSV and drop that on me."
    ),
    "file_encoding": lambda s, f: s.t("Some of its letters can't be read. Save it as “CSV UTF-8”."),
    "file_gone": lambda s, f: s.t("Slack does not give it to me any more. Drop it on me again."),
    "too_many_columns": lambda s, f: s.t(
        "It has {columns} columns; {limit} is the most. Delete those you don't need.",
        columns=fact(f, "columns"),
        limit=fact(f, "limit"),
    ),
    "cell_too_big": lambda s, f: s.t("One of its cells is far too long: perhaps a quotation mark is missing there."),
    "file_quote": lambda s, f: s.t(
        "A quotation mark in line {line} is never closed, so the rest of the list would be one cell. Mend that line, or save "
        "the list anew as CSV.",
        line=fact(f, "line"),
    ),
    "no_rows": lambda s, f: s.t("It has headings and no row below them. Nothing was changed."),
    "no_headings": lambda s, f: s.t("It has no row I could read. The first row should name the columns."),
    "export_nothing": lambda s, f: s.t("There is no customer to export. `/dibs mine` shows yours."),
    "export_none_fits": lambda s, f: s.t("No customer fits that. Leave a word out, and try again."),
    "export_cap": lambda s, f: s.t(
        "You have exported {limit} customers today, that is all for one day. Ask an admin for more.",
        limit=fact(f, "limit"),
    ),
    "export_failed": lambda s, f: s.t("Your export could not be sent. Ask for it again with `/dibs export`."),
    "paper_no_number": lambda s, f: s.t("No number of its own, or one longer than 60 characters."),
    "paper_no_kind": lambda s, f: s.t(
        "Is it an order, an invoice or a receipt? “{value}” does not say.", value=fact(f, "value")
    ),
    "paper_no_customer": lambda s, f: s.t(
        "There is no customer called {name}. Add it first, or write the name it has here.", name=fact(f, "name")
    ),
    "paper_perhaps": lambda s, f: s.t(
        "There is no customer called {name}. If it is {near}, write that name in the next column.",
        name=fact(f, "name"),
        near=fact(f, "near"),
    ),
    "row_no_name": lambda s, f: s.t("No customer's name."),
    "row_date": lambda s, f: s.t("I can't read the date {value}. Write it like 2026-03-31.", value=fact(f, "value")),
    "row_amount": lambda s, f: s.t("I can't read the amount {value}.", value=fact(f, "value")),
    "row_long": lambda s, f: s.t("A text is longer than {limit} characters.", limit=fact(f, "limit")),
    "row_future": lambda s, f: s.t("The owner's date {value} lies in the future.", value=fact(f, "value")),
    "row_stage": lambda s, f: s.t(
        "There is no deal stage {value}. `/dibs stages` shows those there are.", value=fact(f, "value")
    ),
    "row_unknown_person": lambda s, f: s.t(
        "I know nobody called {name}. Write their e-mail, or leave it empty for the pool.", name=fact(f, "name")
    ),
    "row_two_people": lambda s, f: s.t("Several people are called {name}. Write the e-mail.", name=fact(f, "name")),
    "row_person_left": lambda s, f: s.t(
        "{name} has left. Name another owner, or leave it empty for the pool.", name=fact(f, "name")
    ),
    "row_no_such_customer": lambda s, f: s.t(
        "There is no customer called {name}. Write the name of one, or “new”.", name=fact(f, "name")
    ),
}
