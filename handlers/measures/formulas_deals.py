"""How each number of the funnel, the forecast and the deals is counted, in words."""

from handlers.kit.speech import Speech

Said = dict[str, tuple[str, str]]


def of_deals(speech: Speech) -> Said:
    """code -> (name, formula)."""
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
        "change": (
            t("Since last week"),
            t(
                "The weighted total now less that of seven days ago, both by today's stages and rates; deal by deal. What was "
                "won in these days counts in full, also where its month is over."
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
        "credits": (
            t("Credits"),
            t(
                "A customer's developer is its first owner. While it is theirs, and for the months of the rule after, they "
                "have the one-off of its first won deal and the share of what others win there, by the rule of the day a "
                "deal was won. A deal that came by a list counts alike; won before the rule gave anything, it brings "
                "nothing. What changes later, or goes with a list taken back, is booked as a line of its own."
            ),
        ),
        "time_to_win": (
            t("Time to win"),
            t("The median of the calendar days from opening a deal to winning it, of the deals won in the period."),
        ),
        "opened": (t("Opened"), t("Deals opened in the period.")),
        "steps_ahead": (
            t("Steps ahead"),
            t("How often a deal came to a stage further on than the one it stood in, in the period."),
        ),
        "won": (t("Won"), t("Deals won in the period and still won, and their sums in your own currency.")),
        "lost": (
            t("Lost"),
            t("Deals lost in the period and still lost, each by the reason given."),
        ),
        "late": (
            t("Past their day"),
            t(
                "Open sums whose expected day has passed, and those without one, are counted in no month but apart, so that "
                "no month looks better for being late."
            ),
        ),
        "slipped": (
            t("Slipped and unforeseen"),
            t(
                "Of the sums deals promised at the start of the quarter: slipped is what was still open at its end, lost what "
                "was lost. Not promised: what was won from deals that were not expected in it."
            ),
        ),
    }
