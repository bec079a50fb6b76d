"""Why a whole copy of a workspace was not made or not brought back: said to the operator, at the command line."""

from handlers.kit.refused.facts import Facts, Sentences


def _fact(facts: Facts, name: str) -> str:
    return str(facts.get(name, ""))[:200]


COPIES: Sentences = {
    "copy_nothing": lambda s, f: s.t("There is no such workspace in this database. Check DIBS_DATABASE_URL."),
    "copy_which": lambda s, f: s.t(
        "There are several workspaces: {workspaces}. Name one with --workspace.", workspaces=_fact(f, "workspaces")
    ),
    "copy_not_ours": lambda s, f: s.t("This is no file that `dibs export --all` wrote. Nothing was changed."),
    "copy_too_new": lambda s, f: s.t(
        "The file is of a newer Dibs ({version}; this one knows {known}). Take that version first. Nothing was changed.",
        version=_fact(f, "version"),
        known=_fact(f, "known"),
    ),
    "copy_damaged": lambda s, f: s.t(
        "The file is damaged at {part}. Nothing was changed; take another copy.", part=_fact(f, "part")
    ),
    "copy_not_empty": lambda s, f: s.t(
        "There are rows in this database already. Nothing was changed; name a new one in DIBS_DATABASE_URL."
    ),
    "copy_other_tables": lambda s, f: s.t(
        "The tables here are at {there}, those of the file at {schema}. Nothing was changed; name a database without tables.",
        there=_fact(f, "there"),
        schema=_fact(f, "schema"),
    ),
    "copy_row_refused": lambda s, f: s.t(
        "This database does not take a row of {part}: {why}. Nothing was changed.",
        part=_fact(f, "part"),
        why=_fact(f, "why"),
    ),
}
