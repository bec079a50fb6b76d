"""Codes of the CRM in words: kinds, stages, reasons. Each is a table, so that a missing word is seen at once."""

from crm.activities import Activity
from crm.customers import Customer
from crm.exemptions import Exemption
from crm.followups import FollowUp
from crm.rules import Rule
from handlers.kit.blocks import esc
from handlers.kit.speech import Speech


def kind(speech: Speech, code: str) -> str:
    return {
        "call": speech.t("call"),
        "meeting": speech.t("meeting"),
        "visit": speech.t("visit"),
        "demo": speech.t("demo"),
        "email": speech.t("e-mail"),
        "message": speech.t("message"),
        "note": speech.t("note"),
    }.get(code, code)


def last_touch(speech: Speech, last: Activity) -> str:
    """When a customer was last spoken with, how, and the words of the note as a sentence another can follow."""
    said = speech.ended(esc(last.outcome, 200))
    return speech.t(
        "Last: {day}, {kind}. {words}", day=speech.day(last.happened_at), kind=kind(speech, last.kind), words=said
    )


def stage(speech: Speech, code: str) -> str:
    """Our own word for a stage; an admin's own that is no longer in the list has left nothing but its key."""
    return {
        "lead": speech.t("lead"),
        "qualified": speech.t("qualified"),
        "evaluation": speech.t("evaluation"),
        "proposal": speech.t("proposal"),
        "negotiation": speech.t("negotiation"),
        "won": speech.t("won"),
        "lost": speech.t("lost"),
    }.get(code, speech.t("a deleted stage"))


def lost_reason(speech: Speech, code: str) -> str:
    return {
        "price": speech.t("price"),
        "competitor": speech.t("a competitor"),
        "no_budget": speech.t("no budget"),
        "no_need": speech.t("no need"),
        "timing": speech.t("timing"),
        "fit": speech.t("does not fit"),
        "no_response": speech.t("no response"),
        "other": speech.t("other reason"),
    }.get(code, code)


def source(speech: Speech, code: str) -> str:
    """Where a customer came from: the unified list, and whatever else was once written."""
    return {
        "campaign": speech.t("campaign"),
        "website": speech.t("website"),
        "inbound email": speech.t("inbound e-mail"),
        "inbound call": speech.t("inbound call"),
        "prospecting": speech.t("prospecting"),
        "referral": speech.t("referral"),
        "import": speech.t("import"),
    }.get(code, code)


def role(speech: Speech, code: str) -> str:
    return {
        "rep": speech.t("rep"),
        "assistant": speech.t("assistant"),
        "manager": speech.t("manager"),
        "admin": speech.t("admin"),
    }.get(code, code)


def pool_reason(speech: Speech, code: str | None) -> str:
    """Why a customer is in the pool."""
    return {
        "expired": speech.t("nobody followed up in time"),
        "left": speech.t("its owner has left"),
        "imported": speech.t("it came with a list"),
        "inquiry": speech.t("an inquiry came in"),
        "no_response": speech.t("no response"),
        "bad_data": speech.t("bad data"),
        "poor_fit": speech.t("poor fit"),
        "completed": speech.t("worked to completion"),
        "later": speech.t("later"),
        "handed": speech.t("handed over"),
        "other": speech.t("other reason"),
    }.get(code or "", speech.t("nobody has taken it yet"))


def suggested_because(speech: Speech, code: str | None) -> str:
    return {
        "only_one": speech.t("the only one free"),
        "same_team": speech.t("same team"),
        "skilled": speech.t("good at this grade"),
        "fewest_held": speech.t("holds the fewest customers"),
        "longest_waiting": speech.t("has waited longest"),
    }.get(code or "", "")


def for_others(speech: Speech) -> str:
    """To an assistant without customers of their own, instead of them."""
    return speech.t(
        "None of your own: what you write counts for the rep you name. Send me what a rep tells you, such as "
        "“for @Mei called Acme, spoke with Jane, send quote Friday”."
    )


def why_not(speech: Speech, activity: Activity, owner_name: str | None, rule: Rule) -> str | None:
    """Why a log did not extend the clock by the rule, and how to mend it. None where it did."""
    if activity.why_not is None:
        return None
    owner = speech.named(owner_name)
    return {
        "not_owner": speech.t(
            "Kept. The clock is {owner}'s, so it did not move: only the owner's follow-ups count.", owner=owner
        ),
        "for_whom": speech.t(
            "Kept. The clock is {owner}'s, so it did not move. When you write for somebody, begin with “for @name”: "
            "then it counts.",
            owner=owner,
        ),
        "unowned": speech.t("Kept. Nobody owns this customer, so no clock runs. Claim it to make it yours."),
        "future": speech.t("Kept. It lies in the future, so the clock did not move. *Edit* when it happened."),
        "too_old": speech.t(
            "Kept. It happened more than {time} ago, so the clock did not move. Log within {time} to extend.",
            time=_backdating(speech, rule),
        ),
        "no_kind": speech.t(
            "Kept. To extend the clock, say what you did (call, visit, meeting, demo, e-mail, message): *Edit*."
        ),
        "no_contact": speech.t(
            "Kept. To extend the clock, say whom you spoke with, or that there was no answer: *Edit*."
        ),
        "too_short": speech.t("Kept. To extend the clock, add a few words about what came of it: *Edit*."),
        "no_answer_limit": speech.t(
            "Kept. At most {n} “no answer” in a row count, so the clock did not move. Try another way to reach them.",
            n=rule.no_answer_in_a_row,
        ),
        "near_copy": speech.t(
            "Kept. It reads almost like an earlier note, so the clock did not move. *Edit* in what is new."
        ),
        "imported": speech.t("Kept. It came with a list, and a list moves no clock."),
        "rejected": speech.t(
            "Kept. A manager looked at it and did not count it as a follow-up. A new one moves the clock again."
        ),
        "once_a_day": speech.t("Kept. The clock moves once a working day for each customer, and it has today."),
    }.get(activity.why_not, activity.why_not)


def _backdating(speech: Speech, rule: Rule) -> str:
    """How long after it happened a log still counts."""
    if rule.backdate_hours % 24 == 0:
        return speech.tn("{n} day", "{n} days", rule.backdate_hours // 24)
    return speech.tn("{n} hour", "{n} hours", rule.backdate_hours)


def rival(speech: Speech, activity: Activity) -> str:
    """Against whom, and that it was lost to them where it was, for a line of a timeline."""
    name = esc(activity.competitor or "?", 60)
    lost = activity.stage_hint == "lost"
    return (
        speech.t("lost to {competitor}", competitor=name) if lost else speech.t("against {competitor}", competitor=name)
    )


def touch_line(speech: Speech, activity: Activity, author: str | None) -> str:
    """One line of a timeline: day, kind, who with whom, and below it their words, where there are any."""
    head = f"*{speech.day(activity.happened_at)}* · {kind(speech, activity.kind)}"
    people = [one for one in (author, activity.contact) if one]
    with_whom = f" · {esc(' → '.join(people), 120)}" if people else ""
    money = f" · {speech.money(activity.amount, activity.currency)}" if activity.amount is not None else ""
    money += f" · {rival(speech, activity)}" if activity.competitor else ""
    return f"{head}{with_whom}{money}\n{esc(activity.outcome, 160)}".rstrip()


def step(speech: Speech, plan: FollowUp) -> str:
    """The next step in the rep's own words, or simply a follow-up."""
    return esc(plan.step or speech.t("follow up"), 160)


def countdown(speech: Speech, customer: Customer, days_left: int) -> str:
    """How long a claim still runs, in words: a colour or an emoji alone would not do."""
    if customer.protected_until is None:
        return ""
    until = speech.day(customer.protected_until)
    if days_left < 0:
        return speech.t("overdue since {day}", day=until)
    if days_left == 0:
        return speech.t("ends today ({day})", day=until)
    return speech.tn("{day}, {n} day left", "{day}, {n} days left", days_left, day=until)


def held(speech: Speech, exemption: Exemption) -> str:
    """Why a customer stays although nobody follows up, and until when."""
    day = speech.day(exemption.until)
    return {
        "planned": speech.t("Held until {day} by a planned step.", day=day),
        "locked": speech.t("Locked until {day}.", day=day),
        "won": speech.t("Held until {day} as a won customer.", day=day),
        "open_deal": speech.t("Held until {day} by an open deal.", day=day),
        "open_complaint": speech.t("Held until {day} by an open complaint.", day=day),
    }[exemption.why]


def and_more(speech: Speech, n: int) -> list[str]:
    """How many a list leaves out; nothing where it has all."""
    return [speech.t("And {n} more.", n=n)] if n > 0 else []
