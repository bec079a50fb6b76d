"""One card of every kind, filled with whatever words a test wants to see survive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import get_args

from crm import cards, waiting
from crm.activities import Activity
from crm.customers import Contact, Customer, CustomerState
from crm.deal_offers import Offer
from crm.deals import DEFAULT_STAGES, LOST_REASONS, Deal, Move, Stage, Stages
from crm.downtime import Outage
from crm.drafts import DraftPart
from crm.exemptions import Exemption, Why
from crm.followups import FollowUp, FollowUpState
from crm.leave import Leave
from crm.locks import Lock
from crm.rules import Rule
from crm.spot_checks import SpotCheck
from handlers.dm_note.view import WORD_CODES
from tests.shape.refusal_samples import every_refusal
from tests.shape.rollout_samples import every_switch
from tests.shape.rule_samples import rule_cards
from tests.shape.samples_lists import every_list

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
ULID = "01KKD6GRM09TARY37CBA6WQCK9"

WORDS = {
    "short": "Acme",
    "chinese": "华为技术有限公司",
    "long": "Wörd and more of it, " * 150,
    "hostile": "<!channel> *bold* _it_ `code` <@U0EVIL> & <https://evil.example|click> \u202eRTL 👩‍👩‍👧 > quote",
    "empty": "",
}


def customer(words: str, **more: object) -> Customer:
    owned = Customer(
        ULID, words[:200] or "?", CustomerState.OWNED, "U0MEI", 2, NOW - timedelta(days=9), NOW + timedelta(days=9)
    )
    return replace(
        owned, city=words[:100] or None, industry=words[:100] or None, source=words[:60] or None, grade="A", **more
    )


def pooled(words: str) -> Customer:
    return customer(
        words, state=CustomerState.POOL, owner_id=None, protected_until=None, pooled_at=NOW, pool_reason="expired"
    )


def activity(words: str, **more: object) -> Activity:
    said = Activity(
        ULID, ULID, 2, "U0MEI", None, "call", NOW, NOW, words, contact=words[:200] or None, extends=True, gained_days=12
    )
    passing = {"competitor": words[:200] or None, "source": "referral"}
    return replace(
        said, **{"amount": Decimal("1234567.50"), "currency": "CNY", "stage_hint": "proposal", **passing, **more}
    )


def plan(words: str, **more: object) -> FollowUp:
    return replace(
        FollowUp(
            ULID, ULID, words[:200] or "?", "U0MEI", NOW + timedelta(hours=2), words[:500] or None, words[:200] or None
        ),
        **more,
    )


def customer_card(words: str, **more: object) -> cards.CustomerCard:
    card = cards.CustomerCard(
        customer=customer(words),
        owner_name=words[:200] or None,
        is_mine=True,
        masked=False,
        clock_on=True,
        contacts=(Contact(ULID, words[:200] or "?", "+86 138 0000 0000", "a@b.example"),) * 9,
        touches=(activity(words),) * 3,
        author_names=(("U0MEI", words[:200]),),
        follow_ups=(plan(words),) * 7,
        may_claim=False,
        may_release=True,
        may_assign=False,
        deals=tuple(deal_line(words, n) for n in range(10)),
        deals_total=12,
    )
    return replace(card, **more)


def receipts(words: str) -> Iterator[cards.ReceiptCard]:
    plain = cards.ReceiptCard(activity(words), customer(words), words[:200], True, 12, plan(words), False, None, None)
    yield plain
    yield replace(plain, is_new=True, follow_up=None, unclear_date=words or "?")
    yield replace(plain, follow_up=None, unclear_date="?", days=(NOW + timedelta(days=1), NOW + timedelta(days=9)))
    late = activity(words, extends=False, why_not="too_old")
    yield replace(plain, activity=late, rule=Rule(backdate_hours=30))
    yield from (replace(plain, held=Exemption(why, NOW + timedelta(days=9))) for why in get_args(Why))
    yield replace(plain, other_due=NOW + timedelta(days=9))
    yield from (replace(plain, assisted_until=NOW.date() + timedelta(days=left)) for left in (-1, 0, 1, 12))
    yield replace(plain, activity=activity(words, withdrawn=True))
    for code in (
        "not_owner",
        "for_whom",
        "unowned",
        "future",
        "too_old",
        "no_kind",
        "no_contact",
        "too_short",
        "no_answer_limit",
        "near_copy",
        "once_a_day",
        "rejected",
    ):
        yield replace(plain, activity=activity(words, extends=False, why_not=code))
    yield replace(plain, customer=pooled(words), owner_name=None)
    lost = activity(words, stage_hint="lost", lost_reason="price")
    yield from (replace(plain, deal=one, activity=said) for one in deal_hints(words) for said in (plain.activity, lost))


def spot_check(words: str, state: str) -> cards.SpotCheckRow:
    check = SpotCheck(ULID, "U0BOSS", "2026-W10", state, words[:500] or "?", "U0BOSS")
    return cards.SpotCheckRow(check, activity(words), customer(words), words[:200], words[:200] or None)


def line(words: str, **more: object) -> cards.ClaimLine:
    return replace(cards.ClaimLine(customer(words), words[:200] or None, 9, activity(words)), **more)


def decision(words: str, **more: object) -> cards.ReassignmentCard:
    card = cards.ReassignmentCard(
        pooled(words),
        3,
        "expired",
        words[:200] or None,
        (activity(words),) * 3,
        (("U0MEI", words[:200]),),
        "U0TOM",
        words[:200] or None,
        "fewest_held",
        "open",
        None,
        None,
    )
    return replace(card, **more)


def numbers(words: str) -> cards.TeamNumbers:
    done, before = cards.Done(1, 2, 3, 4, 5, 6, 7), cards.Done(9, 0, 1)
    parts = (
        *(cards.Tended(f"{words[:190]}{n}", 30, n, n % 3, n % 2) for n in range(30)),
        cards.Tended(None, 1, 0, 1, 1),
    )
    return cards.TeamNumbers(done, before, 8, 9, parts, (("CNY", Decimal(5)), ("USD", Decimal("6.5"))))


def preview_rows(words: str, near: tuple[cards.Candidate, ...], state: str) -> Iterator[cards.PreviewRow]:
    part = DraftPart(0, words, ULID, None, (), "call", words[:200] or None, NOW, words[:500] or None)
    logged = next(receipts(words))
    for number in range(3):
        yield cards.PreviewRow(replace(part, part=4 * number), words[:200] or None, (), None, words, words[:80] or None)
        yield cards.PreviewRow(
            replace(part, part=4 * number + 1, customer_id=None, new_name=words[:200] or "?"),
            words[:200],
            (),
            None,
            words,
        )
        undecided = replace(part, part=4 * number + 2, customer_id=None, candidate_ids=(ULID,))
        yield cards.PreviewRow(undecided, None, near, None, words, owner_name=words[:80] or None)
        if number == 0:
            yield cards.PreviewRow(
                replace(part, part=3, state="saved", activity_id=ULID), words[:200], (), logged, words
            )
        else:
            yield cards.PreviewRow(replace(part, part=4 * number + 3, state="dropped"), words[:200], (), None, words)


def every_card(words: str) -> Iterator[object]:
    """Each kind of card, in its states."""
    yield from receipts(words)
    near = tuple(cards.Candidate(f"{ULID[:-1]}{n}", words[:200] or "?", words[:200] or None) for n in range(3))
    for state in ("open", "saved", "discarded"):
        yield cards.QuestionCard(ULID, words, near, words[:200] or None, state)
    yield cards.QuestionCard(ULID, words, (), words[:200] or None, "open")
    yield cards.QuestionCard(ULID, words, (), None, "open")
    some = tuple((f"U0{n}", words[:200]) for n in range(8))
    yield from (cards.ForWhomCard(ULID, "new", words[:200] or "?", words, reps) for reps in ((), some))
    yield from (cards.VoiceCard(ULID, lost, closed) for lost in (False, True) for closed in (False, True))
    for state in ("open", "saved", "discarded"):
        yield cards.PreviewCard(ULID, tuple(preview_rows(words, near, state)), state)
    yield from every_list(words)
    yield cards.ChoicesCard(words or "?", near)
    yield cards.ChoicesCard(words or "?", ())
    yield from (cards.WordCard(code, words or "?") for code in sorted(WORD_CODES - {"planned"}))
    yield from every_refusal(words)
    yield from (cards.PlanCard(plan(words, state=state)) for state in FollowUpState)
    yield from (
        cards.ReminderCard(plan(words, state=state), customer(words), activity(words)) for state in FollowUpState
    )
    yield cards.ReminderCard(plan(words), customer(words), None, moved=True)
    yield cards.UndeliverableCard(words, words or "account_inactive")
    yield customer_card(words)
    yield customer_card(
        words, customer=pooled(words), masked=True, contacts=(), touches=(), follow_ups=(), deals=(), may_assign=True
    )
    many = (
        line(words),
        line(words, handled=True),
        line(words, time_asked=True),
        line(words, customer=pooled(words), handled=True),
    )
    for to_manager, unreachable in ((False, False), (True, False), (True, True)):
        yield cards.WarningCard(many * 10, to_manager, unreachable)
    yield from (cards.UntouchedCard(many * 10, to_manager) for to_manager in (False, True))
    yield cards.UntouchedCard(many[1:2], False)
    yield cards.PooledCard((pooled(words),) * 40)
    for state in ("open", "granted", "refused", "lapsed"):
        for to_asker in (False, True) if state != "open" else (False,):
            yield cards.TimeRequestCard(
                ULID, customer(words), words[:200], words[:500] or "?", 15, state, words[:200], to_asker
            )
    for state in ("asked", "approved", "refused", "cancelled"):
        days = Leave(ULID, "U0MEI", date(2026, 7, 3), date(2026, 7, 10), "U0TOM", state)
        for reader in ("manager", "rep", "cover"):
            yield cards.LeaveCard(days, words[:200], words[:200] or None, words[:200] or None, 12, reader)
    for state in ("asked", "locked", "refused", "ended"):
        lock = Lock(ULID, ULID, 2, "U0MEI", words[:500], state, "U0BOSS", NOW + timedelta(days=90))
        for to_manager in (True, False):
            yield cards.LockCard(lock, customer(words), words[:200], words[:200] or None, 90, to_manager)
    judged = tuple(spot_check(words, state) for state in ("open", "fine", "rejected"))
    yield cards.SpotChecksCard(judged * 4)
    yield cards.SpotRejectedCard(judged[2], words[:200] or None, True)
    yield cards.SpotRejectedCard(judged[2], words[:200] or None, False)
    yield cards.SpotRejectedCard(replace(judged[2], customer=pooled(words)), None, False)
    yield from rule_cards(words)
    yield from every_switch(words)
    yield from (cards.ErasedCard(n) for n in (0, 1, 1_204))
    yield cards.DaysBackCard(Outage(NOW - timedelta(days=2), NOW), 12, 2)
    yield cards.DaysBackCard(Outage(NOW - timedelta(days=2), NOW), 1, 1)
    yield cards.HaltedCard(143, 610, NOW, False)
    yield cards.HaltedCard(143, 610, NOW, True)
    states = ("open", "assigned", "opened", "claimed", "undone")
    rows = tuple(
        decision(words, state=state, new_owner_name=words[:200], decided_by_name=words[:200]) for state in states
    )
    yield cards.ReassignmentsCard(
        (*rows, decision(words, suggested_id=None, suggested_name=None), rows[0], rows[0]),
        more=92,
        together=cards.Together("U0BOSS", NOW, 3, 3),
    )
    leaver = cards.Leaver(words[:200], 30, 12, 49)
    for n in (1, 92):
        yield cards.ReassignmentsCard(rows, together=cards.Together("U0BOSS", NOW, n, n, leaver))
    yield cards.ReassignmentsCard((rows[1],), together=cards.Together("U0BOSS", NOW, 0, 0))
    yield from batches(words)
    yield from around_the_pool(words)
    yield cards.BriefCard(customer_card(words), "expired", words[:200] or None)
    yield cards.BriefCard(customer_card(words), None, None)
    yield cards.MovedOnCard(customer(words), words[:200])
    yield cards.MovedOnCard(customer(words), words[:200], (5, NOW + timedelta(days=365)))
    yield day(words)
    yield from (cards.TodayCard(one) for one in (day(words), cards.DayCard(NOW.date(), (), (), ())))
    yield from (cards.MineCard((line(words),) * count, 40 * count, 10, 0, 20) for count in (0, 10))
    yield from (cards.ExpiringCard((line(words, days_left=5),) * count, 4 * count, 10, 0, 20) for count in (0, 10))
    yield from (cards.HelpCard(role) for role in ("rep", "manager", "admin", "assistant"))
    rows = tuple(
        cards.PoolLine(pooled(words), words[:200] or "?", free_at, awaits, awaits, not awaits)
        for free_at in (NOW, None)
        for awaits in (True, False)
    )
    yield from (cards.PoolCard(rows[:count], 40 * count, count, 10, 0, 20) for count in (0, 4))
    secret = {"masked": True, "is_mine": False, "contacts": (), "touches": (), "follow_ups": (), "deals": ()}
    yield cards.SharedCard(customer_card(words, **secret), words[:200])
    yield cards.SharedCard(customer_card(words, customer=pooled(words), **secret), words[:200])
    yield customer_card(words, more_touches=True)
    yield cards.LineCard("complaint", words[:1500])
    yield from (cards.LetGoCard(customer(words), mine) for mine in (True, False))
    yield cards.DigestCard(
        date(2026, 3, 11),
        words[:100] or None,
        numbers(words),
        (line(words),) * 6,
        (decision(words),) * 3,
        expiring_total=40,
        overdue=3,
    )
    yield cards.DigestCard(date(2026, 3, 11), None, cards.TeamNumbers(cards.Done(), cards.Done(), 0, 0), (), ())
    yield cards.DigestCard(date(2026, 3, 11), words, numbers(words), (), (), in_channel=True)
    yield from deal_kept(words)
    yield cards.NudgeCard(words[:200])
    yield from (cards.WelcomeCard(role) for role in ("rep", "manager", "admin", "assistant"))


def timeline(words: str) -> cards.TimelineCard:
    return cards.TimelineCard(customer(words), (activity(words),) * 8, {"U0MEI": words[:200]}, 0, 16)


def deal(words: str, n: int = 0, **more: object) -> Deal:
    plain = Deal(
        f"{ULID[:-2]}{n:02d}", ULID, words[:200] or "?", words[:200] or "?", "proposal", "U0MEI", NOW, NOW, NOW
    )
    return replace(plain, **{"amount": Decimal("1234567.50"), "currency": "CNY", "close_on": date(2026, 4, 1), **more})


def deal_line(words: str, n: int = 0, **more: object) -> cards.DealLine:
    return cards.DealLine(deal(words, n, **more), DEFAULT_STAGES[3], words[:200] or None, stalled=n or None)


def deal_hints(words: str) -> Iterator[cards.DealHint]:
    own = Stages((Stage("s1", 10, 9, "open", words[:60] or "?"), *DEFAULT_STAGES))
    for stage in own.all:
        one = Offer(deal(words), stage, Decimal(5), "USD")
        yield cards.DealHint((one,), (), own)
        yield cards.DealHint((replace(one, amount=None),) * 1, (), own)
        yield cards.DealHint(tuple(replace(one, deal=deal(words, n), amount=None) for n in range(3)), (), own)
    yield cards.DealHint((Offer(deal(words, amount=None, currency=None), None, Decimal(5), "USD"),), (), own)
    yield cards.DealHint((Offer(None, own.all[0], None, None),), (), own)
    yield cards.DealHint((), (deal_line(words), deal_line(words, 3)), own)


def deal_kept(words: str) -> Iterator[cards.DealCard]:
    steps = tuple((Move(ULID, NOW, "U0MEI", None, code), words[:200]) for code in ("lead", "gone", "won"))
    own = Stages((Stage("s1", 10, 9, "open", words[:60] or "?"), *DEFAULT_STAGES))
    card = cards.DealCard(deal_line(words), 1, own, (words[:200],) * 3, steps)
    yield card
    yield replace(card, version=2)
    for reason in LOST_REASONS:
        lost = deal_line(words, closed_at=NOW, stage="lost", lost_reason=reason)
        yield replace(card, line=replace(lost, stage=DEFAULT_STAGES[-1]), helper_names=())
    yield cards.DealsCard(customer(words), tuple(deal_line(words, n) for n in range(10)), 40)
    yield cards.DealsCard(customer(words), tuple(deal_line(words, n) for n in range(10)), 12, unclear=True)
    yield cards.DealsCard(None, tuple(deal_line(words, n) for n in range(10)), 40, offset=20)
    yield cards.DealsCard(None, (), 0)
    yield cards.DealsCard(customer(words), (), 0)


def around_the_pool(words: str) -> Iterator[object]:
    """Cards of the pool, a queue, a question to an owner."""
    masked = {"masked": True, "contacts": (), "touches": (), "follow_ups": (), "deals": (), "deals_total": 0}
    for place in (None, 3):
        queue = cards.Queue(12, place)
        yield customer_card(words, customer=pooled(words), last_outcome=words or None, queue=queue, **masked)
        yield customer_card(words, is_mine=False, queue=queue, **masked)
        yield cards.QueuedCard(ULID, words[:200] or "?", place)
    rests = replace(pooled(words), wakes_at=NOW + timedelta(days=9))
    yield customer_card(words, customer=rests, is_mine=False, queue=cards.Queue(0, None), **masked)
    yield customer_card(words, customer=pooled(words), is_mine=False, may_claim=True, **masked)
    yield from (cards.FreedCard(ULID, words[:200] or "?", gone) for gone in (False, True))
    yield from (cards.RestsCard(replace(pooled(words), wakes_at=at)) for at in (NOW, None))
    for state in ("open", "given", "refused"):
        ask = waiting.HandoverAsk(ULID, ULID, 2, "U0MEI", "U0TOM", state)
        for to_asker, stale in ((False, False), (False, True), (True, False)):
            yield cards.HandoverAskCard(ask, words[:200] or "?", words[:200], words[:200], stale, to_asker)


def batches(words: str) -> Iterator[object]:
    """What is told of many customers that move together."""
    facts = (("rep", words), ("until", NOW.isoformat()), ("held", "100"), ("limit", "100"), ("customer", words or "?"))
    skipped = tuple((words[:200] or "?", why, facts) for why in ("nobody_free", "needs_reason", "just_taken") * 20)
    yield cards.BatchCard(120, 80, (), ())
    yield cards.BatchCard(120, 0, ((words[:200], 30),) * 30, skipped)
    yield cards.BatchCard(1, 0, ((words[:200], 1),), ())
    brief = cards.BriefCard(customer_card(words), "left", words[:200] or None)
    yield cards.BriefsCard((brief,) * 6, (words[:200] or "?",) * 90)
    yield cards.BriefsCard((replace(brief, from_name=None), brief))
    yield cards.MovedOnsCard(((words[:200] or "?", words[:200]),) * 90)


def day(words: str) -> cards.DayCard:
    today, late, ahead = (plan(words, due_at=NOW + timedelta(days=days, hours=2)) for days in (0, -2, 2))
    return cards.DayCard(date(2026, 3, 11), (today,) * 12, (late,) * 12, (line(words),) * 12, (ahead,) * 12)
