"""What the bot answers at once that is no card of its own: lists, previews and refusals in a line, by the room they come from."""

from collections.abc import Iterator
from dataclasses import replace

from crm.exports import Export, Narrowed
from crm.locks import Lock
from crm.merging import MergePreview, Moved
from crm.people import Person, Role
from handlers.calendar.view import calendar
from handlers.complaints.view import open_list
from handlers.exports import view as exports
from handlers.history.view import history
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.locks import view as locks
from handlers.merging.view import preview
from handlers.rules.view import rules, versions
from handlers.teams.view import teams
from handlers.who.brief import brief
from tests.shape import customer_samples, rollout_samples, rule_samples, samples
from tests.shape.history_samples import histories
from tests.shape.samples import NOW, ULID

ADMIN, REP = (Person("T1", "U0ANY", "*Ann* <!channel>", role) for role in (Role.ADMIN, Role.REP))


def every_answer(words: str, speech: Speech) -> Iterator[tuple[str, Message]]:
    """(room, answer)."""
    yield from (("Rules", one) for one in _rules(words, speech))
    yield from (("Rollout", one) for one in rollout_samples.answers(words, speech))
    yield from (("Teams", one) for one in _teams(words, speech))
    yield from (("Exports", one) for one in _exports(words, speech))
    yield from (("Customer", one) for one in _about_a_customer(words, speech))
    for of in ("customer", "person"):
        yield from (("History", history(page, speech)) for page in histories(words, of))


def _rules(words: str, speech: Speech) -> Iterator[Message]:
    card = rule_samples.rules_card(words)
    yield from (rules(card, speech, may_change=may) for may in (True, False))
    yield rules(replace(card, overdue=()), speech, may_change=False, offset=12)
    yield rules(replace(card, waiting_teams=(words[:100] or "?",) * 30), speech, may_change=True)
    yield versions(rule_samples.version_lines(words), {"U0BOSS": words[:200]}, speech)
    yield versions((), {}, speech)


def _teams(words: str, speech: Speech) -> Iterator[Message]:
    card = rule_samples.calendar_card(words)
    yield calendar(card, speech)
    yield calendar(replace(card, spans=(), may_change=False, team=replace(card.team, country=None)), speech)
    for asker in (ADMIN, REP):
        yield teams([], speech, asker=asker)
        yield teams([(card.team, (replace(asker, name=words[:200] or "?"),) * 3), (card.team, ())], speech, asker=asker)


def _exports(words: str, speech: Speech) -> Iterator[Message]:
    one = Export("T1", ULID, "U0ANY", "all", "xlsx", "asked", NOW, 1204)
    yield exports.asked(one, speech)
    yield exports.asked(replace(one, narrowed=Narrowed(("A", "B"), words, words, words, "U0MEI", True)), speech)
    yield exports.how(words, speech)


def _about_a_customer(words: str, speech: Speech) -> Iterator[Message]:
    one, name = samples.customer(words), words[:200] or "?"
    moved = MergePreview(one, replace(one, owner_id="U0TOM"), name, name, Moved(40, 3, 2, 1, 0), NOW)
    yield preview(moved, speech)
    yield preview(replace(moved, kept_owner=None, gone_owner=None, until=None), speech)
    told = tuple(customer_samples.complaint_cards(words))
    yield from (open_list(cards, speech) for cards in (told, ()))
    lock = Lock(ULID, ULID, 1, "U0ANY", words)
    yield from (locks.asked(each, name, speech) for each in (lock, replace(lock, state="locked", until=NOW)))
    yield locks.unlocked(one, speech)
    full = samples.customer_card(words, complaints=tuple(card.complaint for card in told))
    yield brief(full, speech)
    yield brief(replace(full, masked=True, is_mine=False, contacts=(), touches=(), follow_ups=(), deals=()), speech)
