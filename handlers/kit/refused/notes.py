"""Why a note, a plan, a promise, an inquiry or a deal could not be kept or changed."""

from handlers.kit.refused.facts import Sentences, day, fact, who

NOTES: Sentences = {
    "draft_closed": lambda s, f: s.t("This note was answered already. Send it again if something is missing."),
    "lead_nobody": lambda s, f: s.t("No inquiry was kept: it needs a company, a person, an e-mail or a phone."),
    "lead_long": lambda s, f: s.t(
        "No inquiry was kept: {field} is longer than {limit} characters.",
        field=fact(f, "field"),
        limit=fact(f, "limit"),
    ),
    "lead_decided": lambda s, f: s.t("This inquiry was decided already; the message says how."),
    "lead_gone": lambda s, f: s.t("I don't know that inquiry any more. Nothing was changed."),
    "no_contact": lambda s, f: s.t("The inquiry names nobody to keep. Add them with `/dibs contacts`."),
    "lead_source": lambda s, f: s.t(
        "I know no source called “{source}”. Write website, campaign, inbound e-mail, inbound call, referral or prospecting.",
        source=fact(f, "source"),
    ),
    "lead_channels": lambda s, f: s.t("{limit} channels are watched, that is the most.", limit=fact(f, "limit")),
    "lead_unwatched": lambda s, f: s.t("That channel is not watched. `/dibs leads` shows which are."),
    "lead_no_channel": lambda s, f: s.t("Name the channel with its #, and pick the name Slack offers you."),
    "no_day": lambda s, f: s.t("When? Write the day too, such as “remind me to call Acme on Friday 3pm”."),
    "complaint_closed": lambda s, f: s.t("That is closed already; nothing was changed."),
    "no_words": lambda s, f: s.t("Say in a few words what it is."),
    "too_late": lambda s, f: s.t(
        "A log can be changed or undone for 24 hours; this one is older. Log what has changed as a new note."
    ),
    "undone_already": lambda s, f: s.t("That log was undone already."),
    "nothing_to_undo": lambda s, f: s.t("There is nothing of yours to undo."),
    "plan_closed": lambda s, f: s.t("That follow-up is closed already."),
    "in_the_past": lambda s, f: s.t("That time has passed. Choose one that is still to come."),
    "no_reason": lambda s, f: s.t("Say in a few words why you need the time."),
    "rejection_needs_reason": lambda s, f: s.t("Say in a few words why it is no real follow-up."),
    "reason_needed": lambda s, f: s.t("Choose why you let it go."),
    "no_resolution": lambda s, f: s.t("Say in a few words what was done about it."),
    "wake_date_needed": lambda s, f: s.t("Choose the day on which it should come back: one that is still to come."),
    "which_day": lambda s, f: s.t("Which day? Write it like 2026-06-30. Nothing was changed."),
    "assisted_over": lambda s, f: s.t(
        "Assisted entry for {rep}'s team ended on {day}, so this was not logged. "
        "Your words stand above: {rep} can send them to me.",
        rep=who(f, "rep", s),
        day=day(f, "day", s),
    ),
    "no_deal": lambda s, f: s.t("That deal is not there any more. `/dibs deal` shows yours."),
    "deal_not_yours": lambda s, f: s.t(
        "The deals of {customer} are for its owner and their manager. Ask with `/who` whose it is.",
        customer=fact(f, "customer"),
    ),
    "deal_moved_on": lambda s, f: s.t(
        "The deal {deal} has changed since you saw it, so nothing was changed. Open it again with `/dibs deal`.",
        deal=fact(f, "deal"),
    ),
    "offer_gone": lambda s, f: s.t("The deal has changed since that note, so nothing was changed."),
    "no_stage": lambda s, f: s.t("There is no such stage. There are: {stages}.", stages=fact(f, "stages")),
    "why_lost": lambda s, f: s.t("Say why it was lost: choose a reason in the form of the deal."),
}
