"""The ledger in words: who, why, by which rule, from which date to which, after which warning."""

from crm.cards import HistoryCard
from crm.ledger import LedgerLine
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Element, Message, actions, bullets, button, esc, modal, packed, section
from handlers.kit.speech import Speech


def history(card: HistoryCard, speech: Speech) -> Message:
    """The latest lines, and a button to the older ones."""
    title = _title(card, speech)
    return Message(
        speech.sentences(title, *(f"{line}{speech.stop}" for line in _lines(card, speech))),
        history_blocks(card, speech),
    )


def history_modal(card: HistoryCard, speech: Speech) -> Block:
    blocks = history_blocks(card, speech)
    return modal(speech.t("History"), None, speech.t("Close"), blocks, callback_id=ids.CARD_VIEW)


def history_blocks(card: HistoryCard, speech: Speech) -> list[Block]:
    lines = bullets(_lines(card, speech)) or [speech.t("Nothing is written here yet.")]
    blocks = [section(f"*{_title(card, speech)}*"), *packed(lines)]
    turns = _turns(card, speech)
    return [*blocks, actions(*turns)] if turns else blocks


def _title(card: HistoryCard, speech: Speech) -> str:
    return speech.t("History of {customer}:", customer=esc(card.title, 120))


def _turns(card: HistoryCard, speech: Speech) -> list[Element]:
    def to(label: str, offset: int) -> Element:
        return button(label, ids.HISTORY.id(card.of, card.about_id, offset))

    turns = ((speech.t("Newer…"), card.newer), (speech.t("Older…"), card.older))
    return [to(label, offset) for label, offset in turns if offset is not None]


def _lines(card: HistoryCard, speech: Speech) -> list[str]:
    return [_line(customer, line, card.names, speech) for customer, line in card.rows]


def _line(customer: str | None, line: LedgerLine, names: dict[str, str], speech: Speech) -> str:
    by = _by(line, speech)
    about = f"*{esc(customer, 80)}* · " if customer else ""
    said = _said(line, names, speech)
    said = speech.t("{said} ({by})", said=said, by=by) if by else said
    return f"{speech.moment(line.at)} · {about}{said}"


def _said(line: LedgerLine, names: dict[str, str], speech: Speech) -> str:
    facts = {
        "actor": speech.named(names.get(line.actor_id, "")) if line.actor_id else "Dibs",
        "owner": speech.named(names.get(line.to_owner or line.from_owner or ""), 60),
        "until": speech.day(line.new_deadline) if line.new_deadline else speech.t("further notice"),
        "why": words.pool_reason(speech, line.reason),
        "other": esc(line.reason or "?", 60),
    }
    t = speech.t
    alone = line.actor_id == line.to_owner
    return {
        "entered": t("{actor} entered it, until {until}", **facts)
        if alone
        else t("{actor} entered it for {owner}, until {until}", **facts),
        "imported": t("{actor} imported it for {owner}, until {until}", **facts)
        if line.to_owner
        else t("{actor} imported it", **facts),
        "claimed": t("{owner} claimed it, until {until}", **facts),
        "assigned": t("{actor} gave it to {owner}, until {until}", **facts),
        "paused": t("{owner} is on leave, now until {until}", **facts),
        "resumed": t("{owner} has come back early from leave, now until {until}", **facts),
        "extended": t("{owner} followed up, now until {until}", **facts),
        "shortened": t("{actor} took a log back, now until {until}", **facts),
        "recounted": _recounted(line, facts, speech),
        "regraded": t("{actor} changed its grade, now until {until}", **facts),
        "complaint_opened": t("{actor} opened a complaint that holds it, now until {until}", **facts),
        "complaint_resolved": t("{actor} closed a complaint that held it, now until {until}", **facts),
        "merged": t("{actor} merged {other} into it, now until {until}", **facts)
        if line.new_deadline
        else t("{actor} merged {other} into it", **facts),
        "unmerged": t("{actor} took a merge back, now until {until}", **facts)
        if line.new_deadline
        else t("{actor} took a merge back", **facts),
        "stages_changed": t("{actor} changed the stages of deals, now until {until}", **facts),
        "deal_changed": t("{actor} changed a deal, now until {until}", **facts),
        "rejected": t("{actor} did not count a follow-up, now until {until}", **facts),
        "given_back": t("{owner} has days back for an outage, now until {until}", **facts),
        "planned": t("{actor} planned a step that holds it, now until {until}", **facts),
        "plan_dropped": t("{actor} dropped a step that held it, now until {until}", **facts),
        "locked": t("{actor} locked it, until {until}", **facts),
        "unlocked": t("{actor} took the lock off, now until {until}", **facts),
        "time_granted": t("{actor} granted time, now until {until}", **facts),
        "released": t("{owner} let it go: {why}", **facts),
        "swept": t("went from {owner} to the pool: {why}", **facts),
        "undone": t("{actor} took the last move back: {owner}", **facts),
        "left": t("{owner} has left; it went to the pool", **facts),
        "handed": t("{actor} handed it to {owner}, until {until}", **facts),
        "came_in": t("came in by an inquiry ({source})", source=esc(words.source(speech, line.reason or "?"), 60)),
        "woken": t("it came back into the pool, its day had come"),
        "archived": t("{actor} took it out of use", **facts),
    }.get(line.event, line.event)


def _recounted(line: LedgerLine, facts: dict[str, str], speech: Speech) -> str:
    if line.reason == "calendar":
        return speech.t("{actor} changed the team's calendar, now until {until}", **facts)
    if line.reason == "people":
        return speech.t("{actor} changed the owner's team, now until {until}", **facts)
    return speech.t("{actor} changed the rule, now until {until}", **facts)


def _by(line: LedgerLine, speech: Speech) -> str:
    """What led to it: a manager's words, the date before, the warning, and the rule's version."""
    t = speech.t
    reasoned = line.reason if line.event in ("assigned", "locked", "rejected") else None
    parts = [
        t("“{reason}”", reason=esc(reasoned, 120)) if reasoned else None,
        t("before: {day}", day=speech.day(line.old_deadline)) if line.old_deadline else None,
        _warned(line.warning_rung, speech),
        t("rule {n}", n=line.rule_version) if line.rule_version else None,
    ]
    return speech.semicolon.join(part for part in parts if part)


def _warned(rung: str | None, speech: Speech) -> str | None:
    if rung is None:
        return None
    if rung.endswith("!"):
        return speech.t("the manager was warned, the owner could not be reached")
    days = int(rung.rstrip("d"))
    if days == 0:
        return speech.t("warned that morning")
    return speech.tn("warned {n} working day before", "warned {n} working days before", days)
