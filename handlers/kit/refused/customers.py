"""Why nothing could be done with a customer: whose it is, claiming, letting go, the pool, locks, merging."""

from handlers.kit.refused.facts import Facts, Sentences, channel, day, fact, mention, moment, who
from handlers.kit.speech import Speech


def _just_taken(s: Speech, facts: Facts) -> str:
    customer, owner = fact(facts, "customer"), fact(facts, "owner") or mention(facts)
    if owner:
        return s.t(
            "{customer} is {owner}'s now: they were quicker. Nothing was changed.", customer=customer, owner=owner
        )
    return s.t("{customer} has moved meanwhile. Nothing was changed; look it up to see where it is.", customer=customer)


def _in_words(facts: Facts, speech: Speech) -> str:
    """The order that was given, as it is written whole."""
    whole = {
        "release": speech.t("release Acme"),
        "move": speech.t("move Acme to Thursday"),
        "remind": speech.t("remind me to call Acme on Friday 3pm"),
    }
    return whole.get(str(facts.get("command")), speech.t("claim Acme"))


CUSTOMERS: Sentences = {
    "owned": lambda s, f: s.t(
        "{customer} is {owner}'s. Only a customer without an owner can be assigned; ask {owner} to hand it over or to let "
        "it go. Nothing was changed.",
        customer=fact(f, "customer"),
        owner=mention(f),
    ),
    "no_customer": lambda s, f: s.t(
        "I know no customer by that name. Check it with `/who name`, or log a call to add it."
    ),
    "no_name": lambda s, f: s.t(
        "Which customer? Write its name too, such as `{line}`.",
        line=" ".join((fact(f, "line") or s.t("/dibs claim"), s.t("Acme"))),
    ),
    "share_external": lambda s, f: s.t(
        "Not shared: <#{channel}> is shared with another company. Choose a channel of your own.",
        channel=channel(f),
    ),
    "share_uninvited": lambda s, f: s.t(
        "Not shared: I am not in <#{channel}>. Write `/invite @Dibs` there, then share again.", channel=channel(f)
    ),
    "share_failed": lambda s, f: s.t("Not shared: Slack did not let me post in <#{channel}>.", channel=channel(f)),
    "which_customer": lambda s, f: s.t(
        "Which customer? Write its name too, such as “{line}”. Nothing was changed.", line=_in_words(f, s)
    ),
    "name_taken": lambda s, f: s.t(
        "{customer} is another customer's name already, so nothing was changed. Write another one.",
        customer=fact(f, "customer"),
    ),
    "contact_known": lambda s, f: s.t(
        "{contact} is among the contacts already. Edit that one, or add what tells them apart.",
        contact=fact(f, "contact"),
    ),
    "same_customer": lambda s, f: s.t("Those two are the same customer already."),
    "merge_undone": lambda s, f: s.t("There is no merge to take back here."),
    "unmerge_over": lambda s, f: s.t(
        "A merge can be taken back for {days} days; this one is older. `/dibs edit` corrects what is wrong.",
        days=fact(f, "days"),
    ),
    "join_pooled": lambda s, f: s.t(
        "{customer} is in the pool: nobody owns it. `/dibs claim {customer}` makes it yours.",
        customer=fact(f, "customer"),
    ),
    "join_asked": lambda s, f: s.t(
        "You have asked already; the owner of {customer} has not answered yet.", customer=fact(f, "customer")
    ),
    "contact_gone": lambda s, f: s.t("Somebody has removed this contact meanwhile. Add it again if it is still true."),
    "several": lambda s, f: s.t(
        "Several customers fit: {names}. Write a little more of the name.", names=fact(f, "names")
    ),
    "just_taken": _just_taken,
    "not_yours": lambda s, f: s.t(
        "{customer} is not yours, so this is not for you to decide.", customer=fact(f, "customer")
    ),
    "asked_already": lambda s, f: s.t("You have asked already; your manager has not answered yet."),
    "no_more_time": lambda s, f: s.t(
        "More time was granted {limit} times already; a follow-up is the way to keep it.", limit=fact(f, "limit")
    ),
    "lock_max": lambda s, f: s.t(
        "{limit} locks are the most one person may have. Take one off first: `/dibs unlock name`.",
        limit=fact(f, "limit"),
    ),
    "locked_already": lambda s, f: s.t(
        "{customer} is locked already, until {when}.", customer=fact(f, "customer"), when=moment(f, "until", s)
    ),
    "lock_asked_already": lambda s, f: s.t(
        "A lock of {customer} was asked for already; the manager has not answered yet.", customer=fact(f, "customer")
    ),
    "not_locked": lambda s, f: s.t("{customer} is not locked. Nothing was changed.", customer=fact(f, "customer")),
    "unowned": lambda s, f: s.t(
        "Nobody owns {customer}, so there is nothing to lock. `/dibs claim {customer}` makes it yours.",
        customer=fact(f, "customer"),
    ),
    "decided_already": lambda s, f: s.t("That was decided already."),
    "awaits_manager": lambda s, f: s.t(
        "A manager decides who gets this one. Ask yours, or wait until it is opened to all."
    ),
    "resting": lambda s, f: s.t("It rests until {day}; I can tell you when it is free.", day=day(f, "wakes_on", s)),
    "frozen": lambda s, f: s.t(
        "It has just come into the pool; it can be claimed from {when}.", when=moment(f, "until", s)
    ),
    "cooldown": lambda s, f: s.t(
        "It was yours until lately: you can have it again from {when}, or a manager may decide otherwise.",
        when=moment(f, "until", s),
    ),
    "needs_reason": lambda s, f: s.t(
        "{rep} had it until lately: before {when} it takes a reason to give it back. The form of *Choose a rep…* asks for it.",
        rep=who(f, "rep", s),
        when=moment(f, "until", s),
    ),
    "reason_here": lambda s, f: s.t(
        "{rep} had it until lately: write here why it goes back before {when}, or choose somebody else.",
        rep=who(f, "rep", s),
        when=moment(f, "until", s),
    ),
    "undo_over": lambda s, f: s.t(
        "A move can be taken back for {hours} hours; this one is older. Assign the customer instead.",
        hours=fact(f, "hours"),
    ),
    "moved_on": lambda s, f: s.t("The customer has moved on since, so there is nothing to take back."),
    "day_cap": lambda s, f: s.t(
        "You have claimed {limit} today, that is all for one day. Tomorrow you can go on.", limit=fact(f, "limit")
    ),
    "holding_cap": lambda s, f: s.t(
        "{held} customers are held already, {limit} is the most. Let one go first.",
        held=fact(f, "held"),
        limit=fact(f, "limit"),
    ),
    "erase_nobody": lambda s, f: (
        s.t(
            "I know nobody by {name}. Write the whole name, the phone or the e-mail address. Nothing was erased.",
            name=fact(f, "name"),
        )
        if f.get("name")
        else s.t("Who asks to be forgotten? Write the name, the phone or the e-mail address: `/dibs erase Jane Wu`.")
    ),
    "erase_gone": lambda s, f: s.t("Nobody is left to erase there: it was done already."),
    "erase_active": lambda s, f: s.t(
        "{name} still works here, and Slack would bring the name back. Deactivate the account in Slack first.",
        name=fact(f, "name"),
    ),
    "for_whom": lambda s, f: s.t(
        "{customer} has no owner yet, and you write for others. Say for whom: let your message begin with “for @name”, "
        "or choose the rep in the form. Nothing is lost.",
        customer=fact(f, "customer"),
    ),
    "view_cap": lambda s, f: s.t(
        "You have looked at {limit} customers of the pool today; that is all for one day.", limit=fact(f, "limit")
    ),
    "yours_already": lambda s, f: s.t("{customer} is yours already.", customer=fact(f, "customer")),
    "free_now": lambda s, f: s.t("It is free now: you can claim it."),
    "waits_already": lambda s, f: s.t(
        "You wait for {customer} already; I tell you when it is free.", customer=fact(f, "customer")
    ),
    "waits_not": lambda s, f: s.t("You don't wait for it any more."),
    "asked_owner_already": lambda s, f: s.t("You have asked {owner} already.", owner=who(f, "owner", s)),
    "ask_manager": lambda s, f: s.t(
        "{rep} had it until lately: before {when} only a manager may give it back. You keep it.",
        rep=who(f, "rep", s),
        when=moment(f, "until", s),
    ),
    "under_way": lambda s, f: s.t("That is under way already; I tell you when it is done."),
    "nobody_free": lambda s, f: s.t("None of them could take it. Choose a rep for it."),
    "not_moved": lambda s, f: s.t("That went wrong on our side; it still waits for an owner."),
}
