"""How each number of customers, people, entry quality, sources and finance is counted, in words."""

from handlers.kit.speech import Speech

Said = dict[str, tuple[str, str]]


def of_the_team(speech: Speech) -> Said:
    """code -> (name, formula)."""
    t = speech.t
    return {
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
        "pareto": (
            t("Suggested grade"),
            t(
                "Customers that ever won a deal or had an invoice and are known for 90 days, by what was won or invoiced in "
                "the last twelve months, whichever is more: A those, the largest first, that bring four "
                "fifths of it, at least 10% and at most 15% of the customers; B those up "
                "to 95%, 15 to 25%; C the rest. Equal values have equal grades."
            ),
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
            t("Bought of those that came"),
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
        "activities": (
            t("Activities logged"),
            t("Logs written in the period for the team's people that still stand; not what came with a list."),
        ),
        "followed_up": (
            t("Followed up"),
            t(
                "Of the customers held now, those with a log in the period that counted as a follow-up, each once: ten logs "
                "on one customer count as one."
            ),
        ),
        "new_customers": (t("New customers"), t("Customers entered in the period by the team's people.")),
        "kept_missed": (
            t("Follow-ups kept and missed"),
            t("Of the follow-ups due in the period, those done, and those still open. Dropped ones do not count."),
        ),
        "pooled": (t("Went to the pool"), t("Customers that ran out or were let go in the period.")),
        "reassigned": (t("Got a new owner"), t("Customers assigned or claimed in the period.")),
        "held": (t("Held"), t("Customers somebody owns now.")),
        "note_amounts": (
            t("Amounts in the notes"),
            t("The sums named in the period's notes, each currency for itself. They are no deals and in no forecast."),
        ),
        "waiting": (t("Needs an owner"), t("Customers that ran out or were let go and wait for this manager's word.")),
        "running_out": (
            t("Runs out within a week"),
            t(
                "Customers whose protection ends within seven days, by the claim clock; what is over already counts too."
            ),
        ),
        "overdue_promises": (
            t("Complaints and promises overdue"),
            t("Open complaints and delivery promises whose time has passed."),
        ),
        "plans_overdue": (t("Plans overdue"), t("Planned steps that are still open after their time.")),
        "not_called": (
            t("Not called yet"),
            t("Of the customers that came in the period, those nobody has logged with."),
        ),
        "ordered": (t("Ordered"), t("The sums of finance's orders, each currency for itself.")),
    }
