"""Which digests a person gets, in words: said by `/dibs digest` and on their Home."""

from crm.cards import HomeCard
from crm.people import Person
from handlers.kit.speech import Speech


def said(one: Person | HomeCard, speech: Speech) -> str:
    """Switched off, nothing comes, whatever else is chosen."""
    t = speech.t
    if not one.digests_on:
        return t("Morning message and digests: off.") if one.leads else t("Morning message: off.")
    morning = t("Morning message: {hour}:00 on working days.", hour=f"{one.digest_hour:02d}")
    if not one.leads:
        return morning
    weekly = t("Weekly digest: off.")
    if one.weekly_day is not None:
        weekly = t("Weekly digest: {day}.", day=speech.weekday(one.weekly_day))
    quarterly = t("Quarterly digest: on.") if one.quarterly_on else t("Quarterly digest: off.")
    return speech.sentences(morning, weekly, quarterly)
