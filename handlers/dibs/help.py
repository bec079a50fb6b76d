"""/dibs help: what this person can do, by role, each with an example, and what can be tried with a tap.

One function a subject, so that a new command is a new line in its place.
"""

from crm.cards import HelpCard
from handlers.dibs.view import line_button
from handlers.kit import ids
from handlers.kit.blocks import Element, Message, actions, bold, button, section
from handlers.kit.speech import Speech

LEADS = ("manager", "admin")
LINES = {
    "rep": ("plan", "deal", "funnel", "quality", "settings"),
    "assistant": ("log", "complaint", "calendar", "settings"),
    "manager": ("team", "people", "funnel", "grades", "value", "settings"),
    "admin": ("team", "rules", "rollout", "stages", "leads", "settings"),
}


def help_(card: HelpCard, speech: Speech) -> Message:
    """A block of lines for each subject this role has to do with."""
    t = speech.t
    subjects = [
        (t("After a call"), _logging(card, speech)),
        (t("Customers"), _customers(speech)),
        (t("Claims and the pool"), _claims(speech)),
        (t("Plans and deals"), _deals(speech)),
        (t("You"), _person(speech)),
    ]
    if card.role in LEADS:
        subjects.append((t("Your team"), _team(speech)))
    if card.role == "admin":
        subjects.append((t("The rules"), _rules(speech)))
    blocks = [section(bold(title, *lines)) for title, lines in subjects]
    said = "\n".join(line for _, lines in subjects for line in lines)
    return Message(said, [*blocks, actions(*tries(speech)), actions(*_lines(card.role, speech))])


def _lines(role: str, speech: Speech) -> list[Element]:
    """Commands that need no words, for a tap."""
    return [line_button(name, "", speech) for name in LINES.get(role, LINES["rep"])]


def tries(speech: Speech) -> list[Element]:
    """What can be tried with a tap."""
    t = speech.t
    return [
        button(t("Log a call"), ids.NEW_LOG.id(), style="primary"),
        button(t("My day"), ids.TRY.id("today")),
        button(t("My customers"), ids.TRY.id("mine")),
        button(t("My deals"), ids.TRY.id("deals")),
        button(t("The pool"), ids.TRY.id("pool")),
    ]


def _logging(card: HelpCard, speech: Speech) -> list[str]:
    t = speech.t
    lines = [
        t("*Just write to me* after a call: “called Acme, spoke with Jane, send quote Friday 3pm”."),
        t("`/log` the form · `/dibs undo` takes back your last log"),
        t("`/dibs complaint Acme …` · `/dibs promise Acme …` keep one and see to it in time"),
    ]
    if card.role == "assistant":
        rule = t("*Write for a rep*, the rep's name first: “for @Mei called Acme, spoke with Jane, send quote Friday”.")
        return [rule, *lines]
    return lines


def _customers(speech: Speech) -> list[str]:
    t = speech.t
    return [
        t("`/who Acme` is it free, whose is it, until when · `/dibs brief Acme` what matters before a call"),
        t("`/dibs today` your day · `/dibs mine` your customers · `/dibs history Acme` who had it when"),
        t("`/dibs edit Acme` its names, place and source · `/dibs contacts Acme` the people there"),
        t("`/dibs merge Acme | Acme Inc` make two customers one · `/dibs unmerge Acme` two again"),
        t("`/dibs join Acme` ask to work on it too · `/dibs join Acme @colleague` take somebody in"),
        t("`/dibs export xlsx` your customers as a file"),
    ]


def _claims(speech: Speech) -> list[str]:
    t = speech.t
    return [
        t("`/dibs pool` what is free · `/dibs claim Acme` take it · `/dibs release Acme` let it go"),
        t("`/dibs lock Acme: their board meets in May` hold it without follow-ups · `/dibs unlock Acme`"),
        t("`/dibs away 3–10 July cover @colleague` your leave: the clocks stand still"),
    ]


def _deals(speech: Speech) -> list[str]:
    t = speech.t
    return [
        t("`/dibs plan Acme Friday 3pm send quote` plan a step"),
        t("`/dibs deal Acme 50k proposal` open or move a deal · `/dibs deal` your deals"),
        t(
            "`/dibs funnel` where your deals stand · `/dibs forecast` what they promise · `/dibs define` how it is counted"
        ),
        t("`/dibs credits` what you have for customers you developed"),
        t("`/dibs odd` deals with a sum, an age or a plan out of line"),
        t("`/dibs finance` what is invoiced, received and overdue, by finance's lists"),
    ]


def _person(speech: Speech) -> list[str]:
    t = speech.t
    return [
        t("`/dibs quality` how good your entries are, and what to mend"),
        t("`/dibs calendar` your team's holidays and make-up days"),
        t("`/dibs settings` your language, zone, morning message, working and quiet hours"),
        t("`/dibs language 中文` my language · `/dibs digest off` no morning message"),
        t("Chinese works too: `/dibs 我的`, `/dibs 公海`, `/dibs 认领 华为`; so do plain words, such as “claim Acme”."),
    ]


def _team(speech: Speech) -> list[str]:
    t = speech.t
    return [
        t("`/dibs assign Acme @rep` give a free customer to somebody · `/dibs team` your team"),
        t("`/dibs people` what each closed and kept · `/dibs adoption` who has not logged this week"),
        t("`/dibs value` what the clock was worth · `/dibs sources` where customers come from"),
        t("`/dibs history @rep` what came to somebody and went from them"),
        t("`/dibs grades` which customers should have another grade"),
        t("`/dibs digest weekly Friday` when your week comes · `/dibs digest quarterly off`"),
        t("`/dibs digest channel #sales` tells your team's days and weeks there"),
        t("`/dibs leads` where inquiries come in: your website's form, watched channels"),
        t("`/dibs rollout` the claim clock team by team, and what it would do"),
        t("Drop a CSV or Excel list on me to import it: customers, or finance's orders, invoices and receipts"),
    ]


def _rules(speech: Speech) -> list[str]:
    t = speech.t
    return [
        t("`/dibs rules` the claim clock: see it, change it, switch it · `/dibs history rules` its versions"),
        t("`/dibs stages` the stages of a deal: see them, change them"),
        t("`/dibs erase Jane Wu` take out a person who asks to be forgotten"),
        t("`/dibs rate USD 7.1` what another currency is worth in yours"),
    ]
