"""How each number is counted, and from which tables: the sentences of crm/measures.py. And the rates sums are added by."""

from collections.abc import Sequence

from crm.measures import Measure, Rates
from handlers.kit.blocks import Message, esc, section
from handlers.kit.speech import Speech


def definitions(measures: Sequence[Measure], speech: Speech, *, missed: str | None = None) -> Message:
    """One measure, or all of them."""
    lines = [_definition(one, speech) for one in measures]
    unknown = (
        speech.t("I don't count anything called “{words}”. These there are:", words=esc(missed, 80)) if missed else None
    )
    return Message(
        "\n".join(filter(None, (unknown, *lines))), [section(one) for one in filter(None, (unknown, *lines))]
    )


def _definition(one: Measure, speech: Speech) -> str:
    name, formula = said(one.code, speech)
    source = speech.t("Source: {tables}.", tables=speech.comma.join(f"`{table}`" for table in one.source))
    return f"*{name}*{speech.colon}{speech.sentences(formula, source)}"


def said(code: str, speech: Speech) -> tuple[str, str]:
    """(name, formula). Raises KeyError for a measure nobody defined."""
    t = speech.t
    return {
        "open_deals": (t("Open deals"), t("Deals that are neither won nor lost now.")),
        "value": (
            t("Value"),
            t("The sums of the open deals, in your own currency; a sum without a rate is told apart, never mixed in."),
        ),
        "conversion": (
            t("Went on"),
            t(
                "Of the deals decided in a stage in the period, the share that went beyond it. Decided: gone beyond it for "
                "the first time, or lost with it as the furthest. No percentage of fewer than 10; of fewer than 30 "
                "with Wilson's 95% interval."
            ),
        ),
        "days_in_stage": (
            t("Days in a stage"),
            t("The median of the calendar days deals stood in it, of all times they left it in the period."),
        ),
        "stalled": (
            t("Stalled"),
            t("Open deals that neither moved nor had an activity for more days than their stage allows."),
        ),
        "win_rate": (t("Success rate"), t("Of the deals closed in the period, the share that was won.")),
        "invoiced": (
            t("Invoiced"),
            t("The sums of finance's invoices, credit notes taken off, each currency for itself."),
        ),
        "received": (t("Received"), t("The sums of finance's receipts, each currency for itself.")),
        "owed": (t("Owed"), t("Customer by customer, what is invoiced and not received; never below nothing.")),
        "overdue": (
            t("Overdue"),
            t(
                "Of what is owed, what was to be paid before today; an invoice without a day is due at once. What is "
                "received goes to the oldest debts first."
            ),
        ),
        "weak_stage": (
            t("Weak stage"),
            t(
                "The stage whose share that goes on lies furthest behind the wider circle or the period before, by at least "
                "10 points, where both are of 10 or more."
            ),
        ),
        "weighted": (
            t("Weighted"),
            t(
                "Each open sum times its probability (the one set by hand, else its stage's), and what was won from this "
                "month on. By the day it is expected to close."
            ),
        ),
        "committed": (t("Committed"), t("What was won, and open sums with a probability of 70% or more, in full.")),
        "best": (t("At best"), t("What was won, and all open sums in full.")),
        "came_out": (
            t("How the forecast came out"),
            t(
                "What deals expected to close in the quarter promised at its start, against what was won in it. Slipped: "
                "promised, and at its end neither won nor lost. No percentage of fewer than 10 deals."
            ),
        ),
        "odd_deals": (
            t("Odd deals"),
            t(
                "Open deals with a sum over ten times or under a tenth of the median (of 10 or more); open for over twice the "
                "time in which nine of ten deals of the last 365 days were won (of 10 or more); moved to a later day three times "
                "or more; or "
                "with nothing planned with the customer."
            ),
        ),
        "pareto": (
            t("Suggested grade"),
            t(
                "Customers that ever won a deal or had an invoice and are known for 90 days, by what was won or invoiced in "
                "the last twelve months, whichever is more: A those, the largest first, that bring four "
                "fifths of it, at least 10% and at most 15% of the customers; B those up "
                "to 95%, 15 to 25%; C the rest. Equal values have equal grades."
            ),
        ),
        "credits": (
            t("Credits"),
            t(
                "A customer's developer is its first owner. While it is theirs, and for the months of the rule after, they "
                "have the one-off of its first won deal and the share of what others win there, by the rule of the day a "
                "deal was won. A deal that came by a list counts alike; won before the rule gave anything, it brings "
                "nothing. What changes later, or goes with a list taken back, is booked as a line of its own."
            ),
        ),
        "change": (
            t("Since last week"),
            t("The weighted total now less that of seven days ago, both by today's stages and rates; deal by deal."),
        ),
        "time_to_win": (
            t("Time to win"),
            t("The median of the calendar days from opening a deal to winning it, of the deals won in the period."),
        ),
        "plan_done": (
            t("Plans done"),
            t(
                "Of the follow-ups due in the period, as they stand now, the share that was done. Dropped ones do not count."
            ),
        ),
        "need": (
            t("By need"),
            t("Each held customer once, by the stage of its furthest open deal; without one, as without a known need."),
        ),
        "bought": (
            t("By value"),
            t(
                "Each held customer once, by the deals won from it in the last 365 days, in your own currency and in steps "
                "of ten; a sum without a rate is left out."
            ),
        ),
        "grade": (t("By grade"), t("Each held customer once, by its grade.")),
        "adoption": (
            t("Logged this week"),
            t(
                "Reps in a team for whom something was logged since Monday, of those who are not on leave. A log an assistant "
                "writes for a rep is the rep's; one that came with a list is nobody's."
            ),
        ),
        "rescued": (
            t("Rescued by a warning"),
            t(
                "Of the customers whose owner was warned for the first time in the period, those with a follow-up that counted "
                "after it. Gone: it ended without one. A customer counts once for each owner."
            ),
        ),
        "new_hands": (
            t("Won in new hands"),
            t("Deals won in the period with a customer that somebody else had before, and their value."),
        ),
        "found_again": (
            t("Found again"),
            t(
                "Customers something was done with in the period after sixty days or more without anything. The first touch "
                "of all does not count, nor what came with a list."
            ),
        ),
        "log_seconds": (
            t("Seconds per log"),
            t(
                "The median. By form it is measured, from opening to saving. By message it is estimated by its words, 36 a "
                "minute or 60 Chinese characters, since nobody can see when somebody begins to type."
            ),
        ),
        "came": (
            t("Came"),
            t(
                "Customers entered in the period, by source and campaign; without those a list brought and those merged into "
                "another."
            ),
        ),
        "first_touch": (
            t("First touch"),
            t(
                "The median of your team's working hours from entering a customer to the first log about it, of those with one."
            ),
        ),
        "source_won": (
            t("Bought"),
            t(
                "Of the customers that came in the period, those with a deal won since; and what was won and is still open."
            ),
        ),
        "quality": (
            t("Entry quality"),
            t(
                "From 0 to 100, the mean of the four shares below, of the last 30 days. 60% of a rep's figure is the team's, "
                "unless an admin sets another weight. Writing more about the same thing never raises it."
            ),
        ),
        "complete": (
            t("Known"),
            t(
                "Of what the stage needs, the share that is there. Of every customer a contact and a next step; from a stage "
                "of 15% on a phone or e-mail and the source; of every deal from 30% on its amount, from 50% on its "
                "closing day."
            ),
        ),
        "in_time": (
            t("In time"),
            t(
                "Of the customers and days on which something was written, the share where all of it was written by the end "
                "of the working day after it happened. Words that stood there before do not count."
            ),
        ),
        "sound": (
            t("Sound"),
            t(
                "Of the customers and days on which something was written, the share without a copy, without a log a spot "
                "check rejected, and without a customer that was there before under another name."
            ),
        ),
        "plans_kept": (
            t("Plans kept"),
            t(
                "Of the plans whose day has come, as first promised, the share followed by a log of another day, by the end "
                "of the next working day. A customer and a day count once."
            ),
        ),
    }[code]


def rates(of: Rates, speech: Speech) -> Message:
    """What other currencies are worth in the workspace's own."""
    if not of.of:
        said_ = speech.t(
            "All sums are in {currency}. Other currencies are told apart until an admin sets a rate: `/dibs rate USD 7.1`.",
            currency=of.base,
        )
    else:
        listed = speech.comma.join(f"1 {currency} = {rate.normalize():f} {of.base}" for currency, rate in of.of.items())
        said_ = speech.t("Sums are added up in {currency}: {rates}.", currency=of.base, rates=listed)
    return Message(said_, [section(said_)])
