"""Why somebody may not, or what a line about people, teams, days, rules and figures lacks."""

from typing import cast

from handlers.kit.blocks import esc
from handlers.kit.refused.facts import Facts, Sentences, day, fact, who
from handlers.kit.speech import Speech

MOST_NAMED = 10  # teams


def _which_team(s: Speech, facts: Facts) -> str:
    teams = [esc(str(one), 80) for one in cast(tuple[str, ...], facts.get("names", ()))]
    if not teams:
        return s.t("Which team? Build one with `/dibs team new Sales`, or name it.")
    return s.t(
        "Which team? There are {names}: write `in {one}` behind it. Nothing was changed.",
        names=s.comma.join(teams[:MOST_NAMED]),
        one=teams[0],
    )


PEOPLE: Sentences = {
    "not_allowed": lambda s, f: s.t("You may not do that here. Your manager or an admin can."),
    "admins_only": lambda s, f: s.t(
        "Teams and their days are an admin's to set up. Ask an admin; nothing was changed."
    ),
    "quality_private": lambda s, f: s.t(
        "Entry quality is each person's own. `/dibs quality` shows yours; a team's is shown to its manager."
    ),
    "has_logged": lambda s, f: s.t("{person} has logged this week. Nothing was sent.", person=who(f, "person", s)),
    "is_away": lambda s, f: s.t("{person} is on leave today. Nothing was sent.", person=who(f, "person", s)),
    "nudged_already": lambda s, f: s.t(
        "{person} was written to this week already. Once is enough; have a word with them.", person=who(f, "person", s)
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
    "unknown_person": lambda s, f: s.t("I don't know that person, or they have left. Nothing was changed."),
    "nobody_to_ask": lambda s, f: s.t("Your team has no manager to ask. An admin can add one with `/dibs team`."),
    "pause_backwards": lambda s, f: s.t("The last day lies before the first."),
    "pause_days": lambda s, f: s.t(
        "Leave stops the clock for at most {limit} days a year; {left} are left for {year}.",
        limit=fact(f, "limit"),
        left=fact(f, "left"),
        year=fact(f, "year"),
    ),
    "leave_over": lambda s, f: s.t("Those days are over. Leave is asked for before it ends."),
    "cover_self": lambda s, f: s.t("You can't cover for yourself: name a colleague, or nobody."),
    "cover_away": lambda s, f: s.t(
        "{cover} is away from {first} to {last} themselves, so they can't cover for you then. Name another colleague, or nobody.",
        cover=who(f, "cover", s),
        first=day(f, "first", s),
        last=day(f, "last", s),
    ),
    "team_changed": lambda s, f: s.t(
        "Somebody has changed {team} meanwhile. Nothing was saved: close the form and open it again.",
        team=fact(f, "team"),
    ),
    "no_team_name": lambda s, f: s.t("A team needs a name."),
    "team_exists": lambda s, f: s.t("There is a team called {team} already.", team=fact(f, "team")),
    "no_team_channel": lambda s, f: s.t(
        "The digests of {team} are told in no channel yet. Name one: `/dibs digest channel #sales`.",
        team=fact(f, "team"),
    ),
    "no_team": lambda s, f: _which_team(s, f),
    "no_zone": lambda s, f: (
        s.t("I don't know the time zone {zone}. Write it like `Asia/Shanghai`.", zone=fact(f, "zone"))
        if f.get("zone")
        else s.t("Write the time zone like `Asia/Shanghai`.")
    ),
    "no_country": lambda s, f: s.t(
        "I don't know the country {country}. Write its two letters, like `CN`.", country=fact(f, "country")
    ),
    "no_weekdays": lambda s, f: s.t("Which days are worked? Write them like `days Mon-Fri`."),
    "no_day_end": lambda s, f: s.t("The working day ends at 10:00 or later. Write it like `ends 18:00`."),
    "too_many_days": lambda s, f: s.t(
        "At most {limit} days can be set by hand. Nothing was changed; set those of one year.", limit=fact(f, "limit")
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
        words=fact(f, "words"),
    ),
    "no_credits": lambda s, f: s.t(
        "Nothing was ever credited here, so there is no file. `/dibs credits` says what the rule gives."
    ),
    "credit_words": lambda s, f: s.t(
        "I can't read “{words}” as a period. Write one such as `last quarter` or `30d`.", words=fact(f, "words")
    ),
    "own_currency": lambda s, f: s.t(
        "{currency} is what all sums are in; it needs no rate.", currency=fact(f, "currency")
    ),
    "as_it_is": lambda s, f: s.t("It is like that already. Nothing was changed."),
}
