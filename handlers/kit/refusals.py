"""What the CRM declines, in words: the one place where a Refusal becomes a sentence, with one thing to do next."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import cast

from crm.refusal import Refusal
from handlers.kit.blocks import esc
from handlers.kit.refused_copies import COPIES
from handlers.kit.refused_files import FILES
from handlers.kit.speech import Speech

Facts = Mapping[str, object]
MOST_NAMED = 10  # teams


def sentence(refusal: Refusal, speech: Speech) -> str:
    """The refusal in the reader's language. An unknown code is said plainly, with the code for support."""
    return say(refusal.code, refusal.facts, speech)


def say(code: str, facts: Facts, speech: Speech) -> str:
    worded = _SENTENCES.get(code)
    if worded is None:
        return speech.t("That can't be done now ({code}). Nothing was changed.", code=code)
    return worded(speech, facts)


def _fact(facts: Facts, name: str) -> str:
    return esc(str(facts.get(name, "")), 200)


def _who(facts: Facts, name: str, speech: Speech) -> str:
    """A person, whom Slack may not have named yet."""
    return speech.named(str(facts.get(name) or ""), 200)


def _in_words(facts: Facts, speech: Speech) -> str:
    """The order that was given, as it is written whole."""
    whole = {
        "release": speech.t("release Acme"),
        "move": speech.t("move Acme to Thursday"),
        "remind": speech.t("remind me to call Acme on Friday 3pm"),
    }
    return whole.get(str(facts.get("command")), speech.t("claim Acme"))


def _moment(facts: Facts, name: str, speech: Speech) -> str:
    value = facts.get(name)
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return speech.moment(instant)


def _day(facts: Facts, name: str, speech: Speech) -> str:
    value = facts.get(name)
    return speech.date(value if isinstance(value, date) else date.fromisoformat(str(value)))


def _just_taken(s: Speech, facts: Facts) -> str:
    customer, owner = _fact(facts, "customer"), _fact(facts, "owner") or _mention(facts)
    if owner:
        return s.t(
            "{customer} is {owner}'s now: they were quicker. Nothing was changed.", customer=customer, owner=owner
        )
    return s.t("{customer} has moved meanwhile. Nothing was changed; look it up to see where it is.", customer=customer)


def _which_team(s: Speech, facts: Facts) -> str:
    teams = [esc(str(one), 80) for one in cast(tuple[str, ...], facts.get("names", ()))]
    if not teams:
        return s.t("Which team? Build one with `/dibs team new Sales`, or name it.")
    return s.t(
        "Which team? There are {names}: write `in {one}` behind it. Nothing was changed.",
        names=s.comma.join(teams[:MOST_NAMED]),
        one=teams[0],
    )


def _mention(facts: Facts) -> str:
    owner_id = str(facts.get("owner_id") or "")
    return f"<@{owner_id}>" if owner_id.isalnum() else ""


def _channel(facts: Facts) -> str:
    channel = str(facts.get("channel") or "")
    return channel if channel.isalnum() else "C0"


_SENTENCES: dict[str, Callable[[Speech, Facts], str]] = {
    "owned": lambda s, f: s.t(
        "{customer} is {owner}'s. Only a customer without an owner can be assigned; ask {owner} to hand it over or to let "
        "it go. Nothing was changed.",
        customer=_fact(f, "customer"),
        owner=_mention(f),
    ),
    "not_allowed": lambda s, f: s.t("You may not do that here. Your manager or an admin can."),
    "admins_only": lambda s, f: s.t(
        "Teams and their days are an admin's to set up. Ask an admin; nothing was changed."
    ),
    "quality_private": lambda s, f: s.t(
        "Entry quality is each person's own. `/dibs quality` shows yours; a team's is shown to its manager."
    ),
    "has_logged": lambda s, f: s.t("{person} has logged this week. Nothing was sent.", person=_who(f, "person", s)),
    "is_away": lambda s, f: s.t("{person} is on leave today. Nothing was sent.", person=_who(f, "person", s)),
    "nudged_already": lambda s, f: s.t(
        "{person} was written to this week already. Once is enough; have a word with them.", person=_who(f, "person", s)
    ),
    "people_words": lambda s, f: s.t(
        "Write a team's name, `team` or `rep`, and a period: `/dibs people rep last quarter`."
    ),
    "value_words": lambda s, f: s.t("Write a team's name, a person or a period: `/dibs value last quarter`."),
    "sources_words": lambda s, f: s.t(
        "Sources are counted for all together. Write a period: `/dibs sources last quarter`."
    ),
    "weight_out_of_range": lambda s, f: s.t("Write a number from 0 to 100, such as `/dibs quality team 60`."),
    "deactivated": lambda s, f: s.t("This account is no longer active, so nothing was saved."),
    "old_button": lambda s, f: s.t(
        "That button is from before I was updated, so I can't read it. Nothing was changed; look the thing up anew, such "
        "as with `/dibs today` or `/who Acme`."
    ),
    "old_form": lambda s, f: s.t(
        "This form is from before I was updated, so I can't take it. Nothing was saved, and what you typed still stands "
        "here: copy it, close this, and open the form anew."
    ),
    "draft_closed": lambda s, f: s.t("This note was answered already. Send it again if something is missing."),
    "lead_nobody": lambda s, f: s.t("No inquiry was kept: it needs a company, a person, an e-mail or a phone."),
    "lead_long": lambda s, f: s.t(
        "No inquiry was kept: {field} is longer than {limit} characters.",
        field=_fact(f, "field"),
        limit=_fact(f, "limit"),
    ),
    "lead_decided": lambda s, f: s.t("This inquiry was decided already; the message says how."),
    "lead_gone": lambda s, f: s.t("I don't know that inquiry any more. Nothing was changed."),
    "no_contact": lambda s, f: s.t("The inquiry names nobody to keep. Add them with `/dibs contacts`."),
    "lead_source": lambda s, f: s.t(
        "I know no source called “{source}”. Write website, campaign, inbound e-mail, inbound call, referral or prospecting.",
        source=_fact(f, "source"),
    ),
    "lead_channels": lambda s, f: s.t("{limit} channels are watched, that is the most.", limit=_fact(f, "limit")),
    "lead_unwatched": lambda s, f: s.t("That channel is not watched. `/dibs leads` shows which are."),
    "lead_no_channel": lambda s, f: s.t("Name the channel with its #, and pick the name Slack offers you."),
    "no_customer": lambda s, f: s.t(
        "I know no customer by that name. Check it with `/who name`, or log a call to add it."
    ),
    "no_name": lambda s, f: s.t(
        "Which customer? Write its name too, such as `{line}`.",
        line=" ".join((_fact(f, "line") or s.t("/dibs claim"), s.t("Acme"))),
    ),
    "share_external": lambda s, f: s.t(
        "Not shared: <#{channel}> is shared with another company. Choose a channel of your own.",
        channel=_channel(f),
    ),
    "share_uninvited": lambda s, f: s.t(
        "Not shared: I am not in <#{channel}>. Write `/invite @Dibs` there, then share again.", channel=_channel(f)
    ),
    "share_failed": lambda s, f: s.t("Not shared: Slack did not let me post in <#{channel}>.", channel=_channel(f)),
    "which_customer": lambda s, f: s.t(
        "Which customer? Write its name too, such as “{line}”. Nothing was changed.", line=_in_words(f, s)
    ),
    "no_day": lambda s, f: s.t("When? Write the day too, such as “remind me to call Acme on Friday 3pm”."),
    "name_taken": lambda s, f: s.t(
        "{customer} is another customer's name already, so nothing was changed. Write another one.",
        customer=_fact(f, "customer"),
    ),
    "contact_known": lambda s, f: s.t(
        "{contact} is among the contacts already. Edit that one, or add what tells them apart.",
        contact=_fact(f, "contact"),
    ),
    "same_customer": lambda s, f: s.t("Those two are the same customer already."),
    "merge_undone": lambda s, f: s.t("There is no merge to take back here."),
    "unmerge_over": lambda s, f: s.t(
        "A merge can be taken back for {days} days; this one is older. `/dibs edit` corrects what is wrong.",
        days=_fact(f, "days"),
    ),
    "join_pooled": lambda s, f: s.t(
        "{customer} is in the pool: nobody owns it. `/dibs claim {customer}` makes it yours.",
        customer=_fact(f, "customer"),
    ),
    "join_asked": lambda s, f: s.t(
        "You have asked already; the owner of {customer} has not answered yet.", customer=_fact(f, "customer")
    ),
    "complaint_closed": lambda s, f: s.t("That is closed already; nothing was changed."),
    "no_words": lambda s, f: s.t("Say in a few words what it is."),
    "contact_gone": lambda s, f: s.t("Somebody has removed this contact meanwhile. Add it again if it is still true."),
    "several": lambda s, f: s.t(
        "Several customers fit: {names}. Write a little more of the name.", names=_fact(f, "names")
    ),
    "unknown_person": lambda s, f: s.t("I don't know that person, or they have left. Nothing was changed."),
    "too_late": lambda s, f: s.t(
        "A log can be changed or undone for 24 hours; this one is older. Log what has changed as a new note."
    ),
    "undone_already": lambda s, f: s.t("That log was undone already."),
    "nothing_to_undo": lambda s, f: s.t("There is nothing of yours to undo."),
    "just_taken": _just_taken,
    "not_yours": lambda s, f: s.t(
        "{customer} is not yours, so this is not for you to decide.", customer=_fact(f, "customer")
    ),
    "plan_closed": lambda s, f: s.t("That follow-up is closed already."),
    "in_the_past": lambda s, f: s.t("That time has passed. Choose one that is still to come."),
    "no_reason": lambda s, f: s.t("Say in a few words why you need the time."),
    "rejection_needs_reason": lambda s, f: s.t("Say in a few words why it is no real follow-up."),
    "reason_needed": lambda s, f: s.t("Choose why you let it go."),
    "no_resolution": lambda s, f: s.t("Say in a few words what was done about it."),
    "wake_date_needed": lambda s, f: s.t("Choose the day on which it should come back: one that is still to come."),
    "asked_already": lambda s, f: s.t("You have asked already; your manager has not answered yet."),
    "no_more_time": lambda s, f: s.t(
        "More time was granted {limit} times already; a follow-up is the way to keep it.", limit=_fact(f, "limit")
    ),
    "lock_max": lambda s, f: s.t(
        "{limit} locks are the most one person may have. Take one off first: `/dibs unlock name`.",
        limit=_fact(f, "limit"),
    ),
    "locked_already": lambda s, f: s.t(
        "{customer} is locked already, until {when}.", customer=_fact(f, "customer"), when=_moment(f, "until", s)
    ),
    "lock_asked_already": lambda s, f: s.t(
        "A lock of {customer} was asked for already; the manager has not answered yet.", customer=_fact(f, "customer")
    ),
    "not_locked": lambda s, f: s.t("{customer} is not locked. Nothing was changed.", customer=_fact(f, "customer")),
    "unowned": lambda s, f: s.t(
        "Nobody owns {customer}, so there is nothing to lock. `/dibs claim {customer}` makes it yours.",
        customer=_fact(f, "customer"),
    ),
    "nobody_to_ask": lambda s, f: s.t("Your team has no manager to ask. An admin can add one with `/dibs team`."),
    "decided_already": lambda s, f: s.t("That was decided already."),
    "awaits_manager": lambda s, f: s.t(
        "A manager decides who gets this one. Ask yours, or wait until it is opened to all."
    ),
    "resting": lambda s, f: s.t("It rests until {day}; I can tell you when it is free.", day=_day(f, "wakes_on", s)),
    "frozen": lambda s, f: s.t(
        "It has just come into the pool; it can be claimed from {when}.", when=_moment(f, "until", s)
    ),
    "cooldown": lambda s, f: s.t(
        "It was yours until lately: you can have it again from {when}, or a manager may decide otherwise.",
        when=_moment(f, "until", s),
    ),
    "needs_reason": lambda s, f: s.t(
        "{rep} had it until lately: before {when} it takes a reason to give it back. The form of *Choose a rep…* asks for it.",
        rep=_who(f, "rep", s),
        when=_moment(f, "until", s),
    ),
    "reason_here": lambda s, f: s.t(
        "{rep} had it until lately: write here why it goes back before {when}, or choose somebody else.",
        rep=_who(f, "rep", s),
        when=_moment(f, "until", s),
    ),
    "undo_over": lambda s, f: s.t(
        "A move can be taken back for {hours} hours; this one is older. Assign the customer instead.",
        hours=_fact(f, "hours"),
    ),
    "moved_on": lambda s, f: s.t("The customer has moved on since, so there is nothing to take back."),
    "day_cap": lambda s, f: s.t(
        "You have claimed {limit} today, that is all for one day. Tomorrow you can go on.", limit=_fact(f, "limit")
    ),
    "holding_cap": lambda s, f: s.t(
        "{held} customers are held already, {limit} is the most. Let one go first.",
        held=_fact(f, "held"),
        limit=_fact(f, "limit"),
    ),
    "pause_backwards": lambda s, f: s.t("The last day lies before the first."),
    "pause_days": lambda s, f: s.t(
        "Leave stops the clock for at most {limit} days a year; {left} are left for {year}.",
        limit=_fact(f, "limit"),
        left=_fact(f, "left"),
        year=_fact(f, "year"),
    ),
    "leave_over": lambda s, f: s.t("Those days are over. Leave is asked for before it ends."),
    "cover_self": lambda s, f: s.t("You can't cover for yourself: name a colleague, or nobody."),
    "cover_away": lambda s, f: s.t(
        "{cover} is away from {first} to {last} themselves, so they can't cover for you then. Name another colleague, or nobody.",
        cover=_who(f, "cover", s),
        first=_day(f, "first", s),
        last=_day(f, "last", s),
    ),
    "team_changed": lambda s, f: s.t(
        "Somebody has changed {team} meanwhile. Nothing was saved: close the form and open it again.",
        team=_fact(f, "team"),
    ),
    "no_team_name": lambda s, f: s.t("A team needs a name."),
    "team_exists": lambda s, f: s.t("There is a team called {team} already.", team=_fact(f, "team")),
    "no_team_channel": lambda s, f: s.t(
        "The digests of {team} are told in no channel yet. Name one: `/dibs digest channel #sales`.",
        team=_fact(f, "team"),
    ),
    "no_team": lambda s, f: _which_team(s, f),
    "erase_nobody": lambda s, f: (
        s.t(
            "I know nobody by {name}. Write the whole name, the phone or the e-mail address. Nothing was erased.",
            name=_fact(f, "name"),
        )
        if f.get("name")
        else s.t("Who asks to be forgotten? Write the name, the phone or the e-mail address: `/dibs erase Jane Wu`.")
    ),
    "erase_gone": lambda s, f: s.t("Nobody is left to erase there: it was done already."),
    "erase_active": lambda s, f: s.t(
        "{name} still works here, and Slack would bring the name back. Deactivate the account in Slack first.",
        name=_fact(f, "name"),
    ),
    "which_day": lambda s, f: s.t("Which day? Write it like 2026-06-30. Nothing was changed."),
    "for_whom": lambda s, f: s.t(
        "{customer} has no owner yet, and you write for others. Say for whom: let your message begin with “for @name”, "
        "or choose the rep in the form. Nothing is lost.",
        customer=_fact(f, "customer"),
    ),
    "assisted_over": lambda s, f: s.t(
        "Assisted entry for {rep}'s team ended on {day}, so this was not logged. "
        "Your words stand above: {rep} can send them to me.",
        rep=_who(f, "rep", s),
        day=_day(f, "day", s),
    ),
    "no_zone": lambda s, f: (
        s.t("I don't know the time zone {zone}. Write it like `Asia/Shanghai`.", zone=_fact(f, "zone"))
        if f.get("zone")
        else s.t("Write the time zone like `Asia/Shanghai`.")
    ),
    "no_country": lambda s, f: s.t(
        "I don't know the country {country}. Write its two letters, like `CN`.", country=_fact(f, "country")
    ),
    "no_deal": lambda s, f: s.t("That deal is not there any more. `/dibs deal` shows yours."),
    "deal_not_yours": lambda s, f: s.t(
        "The deals of {customer} are for its owner and their manager. Ask with `/who` whose it is.",
        customer=_fact(f, "customer"),
    ),
    "deal_moved_on": lambda s, f: s.t(
        "The deal {deal} has changed since you saw it, so nothing was changed. Open it again with `/dibs deal`.",
        deal=_fact(f, "deal"),
    ),
    "offer_gone": lambda s, f: s.t("The deal has changed since that note, so nothing was changed."),
    "no_stage": lambda s, f: s.t("There is no such stage. There are: {stages}.", stages=_fact(f, "stages")),
    "why_lost": lambda s, f: s.t("Say why it was lost: choose a reason in the form of the deal."),
    "view_cap": lambda s, f: s.t(
        "You have looked at {limit} customers of the pool today; that is all for one day.", limit=_fact(f, "limit")
    ),
    "yours_already": lambda s, f: s.t("{customer} is yours already.", customer=_fact(f, "customer")),
    "free_now": lambda s, f: s.t("It is free now: you can claim it."),
    "waits_already": lambda s, f: s.t(
        "You wait for {customer} already; I tell you when it is free.", customer=_fact(f, "customer")
    ),
    "waits_not": lambda s, f: s.t("You don't wait for it any more."),
    "asked_owner_already": lambda s, f: s.t("You have asked {owner} already.", owner=_who(f, "owner", s)),
    "ask_manager": lambda s, f: s.t(
        "{rep} had it until lately: before {when} only a manager may give it back. You keep it.",
        rep=_who(f, "rep", s),
        when=_moment(f, "until", s),
    ),
    "under_way": lambda s, f: s.t("That is under way already; I tell you when it is done."),
    "nobody_free": lambda s, f: s.t("None of them could take it. Choose a rep for it."),
    "not_moved": lambda s, f: s.t("That went wrong on our side; it still waits for an owner."),
    "no_weekdays": lambda s, f: s.t("Which days are worked? Write them like `days Mon-Fri`."),
    "no_day_end": lambda s, f: s.t("The working day ends at 10:00 or later. Write it like `ends 18:00`."),
    "too_many_days": lambda s, f: s.t(
        "At most {limit} days can be set by hand. Nothing was changed; set those of one year.", limit=_fact(f, "limit")
    ),
    "rules_moved": lambda s, f: s.t(
        "The rules have changed since you opened this, so nothing was saved. `/dibs rules` shows how they are now."
    ),
    "rule_tie": lambda s, f: s.t(
        "For some customers another rule would fit as well as this one. Make a rule for both together first."
    ),
    "rule_as_it_is": lambda s, f: s.t("The rule is like that already. Nothing was changed."),
    "stages_moved": lambda s, f: s.t(
        "The stages have changed since you opened this, so nothing was saved. `/dibs stages` shows how they are now."
    ),
    "funnel_words": lambda s, f: s.t(
        "I don't know “{words}” here. Write a team, `rep`, `source` or `grade`, and a period such as `last quarter` or `30d`.",
        words=_fact(f, "words"),
    ),
    "no_credits": lambda s, f: s.t(
        "Nothing was ever credited here, so there is no file. `/dibs credits` says what the rule gives."
    ),
    "credit_words": lambda s, f: s.t(
        "I can't read “{words}” as a period. Write one such as `last quarter` or `30d`.", words=_fact(f, "words")
    ),
    "own_currency": lambda s, f: s.t(
        "{currency} is what all sums are in; it needs no rate.", currency=_fact(f, "currency")
    ),
    "as_it_is": lambda s, f: s.t("It is like that already. Nothing was changed."),
}

_SENTENCES |= FILES
_SENTENCES |= COPIES
CODES = frozenset(_SENTENCES)


def away(speech: Speech) -> str:
    """When the database is away: nothing was saved, and the person should know it."""
    return speech.t("I can't reach my records just now, so this was *not saved*. Please try again in a minute.")


def broken(speech: Speech, reference: str) -> str:
    """For a mistake of ours: no stack trace, a reference that support can find in the log."""
    return speech.t(
        "That went wrong on our side, and nothing was changed. If it stays so, tell your admin: {reference}.",
        reference=reference,
    )
