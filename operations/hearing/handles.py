"""People of ours whose name was typed behind an @, where Slack made no mention of it: "for @tom: met Globex", 替@陈梅记."""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from crm.people import Person
from crm.reading.told_for import BY_NAME
from storage import people

_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]")  # the name goes on: Tom is not Tomas
_ENDS = re.compile(r"\s*(?:[:：,，]|记|写)")  # behind whom a line is for
_TYPED = re.compile(r"(?<![A-Za-z0-9_<@.])@(?=\w)")


def with_mentions(tx: Connection, text: str, *, workspace_id: str, by: Person) -> str:
    """The message with such names as the mentions Slack would have made of them; a name that two bear stays as it is.
    Of an assistant a line's "for Tom:" is "for @Tom:", where Tom is a rep of their team."""
    if by.writes_for_others and BY_NAME.search(text):
        text = _for_reps(people.reps(tx, workspace_id=workspace_id, team_id=by.team_id), text)
    if not _TYPED.search(text):
        return text
    everybody = people.people(tx, workspace_id=workspace_id)
    first, *behind = _TYPED.split(text)
    return first + "".join(_mentioned(everybody, words) for words in behind)


def _for_reps(reps: Sequence[Person], text: str) -> str:
    def handled(found: re.Match[str]) -> str:
        words = text[found.end() :]
        is_rep = any(_ENDS.match(words[len(name) :]) for name, _ in _called(reps, words))
        return f"{found[1]}@" if is_rep else found[1]

    return BY_NAME.sub(handled, text)


def _mentioned(everybody: Sequence[Person], words: str) -> str:
    called = sorted(_called(everybody, words), key=lambda found: -len(found[0]))
    longest = [(name, person) for name, person in called if len(name) == len(called[0][0])]
    if len(longest) != 1:
        return f"@{words}"
    name, person = longest[0]
    return f"<@{person.person_id}>{words[len(name) :]}"


def _called(everybody: Sequence[Person], words: str) -> Iterator[tuple[str, Person]]:
    """Who is called as the words begin, by the whole name or the first of it."""
    for person in everybody:
        for name in {person.name, person.name.split(" ")[0]}:
            is_called = name and words[: len(name)].casefold() == name.casefold()
            if is_called and not _LATIN.match(name[-1] + words[len(name) :]):
                yield name, person
