"""Speaking: one reader's language and zone. English sentences are the keys; Chinese stands in locale/zh_Hans.

`t` and `tn` mark what is translated (Babel extracts them by name). Facts go in by name, so that a translation may order
them as its language does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency

from crm.people import START_OF_WORK
from handlers.kit.blocks import begun, esc

ENDS = ".!?…:;。！？：；"  # after these a sentence may follow
_STOPPED_TWICE = re.compile(
    r"(?<=…)(?:\.|。$)|(?<=…\*)\.|(?<!\.)\.(?=\.(?:[\s*)]|$))"
)  # a fact that ends as the sentence does
CATALOGUE = Path(__file__).parent.parent / "locale" / "zh_Hans" / "LC_MESSAGES" / "messages.po"


@lru_cache
def _translations(locale: str) -> NullTranslations:
    if locale != "zh":
        return NullTranslations()
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="zh_Hans")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _stopped_once(said: str) -> str:
    """ "Acme Ltd." and "Jane, Mei…" end a sentence by themselves; in Chinese not where another follows without a space."""
    return _STOPPED_TWICE.sub("", said) if "…" in said or ".." in said else said


def _in_thousands(facts: dict[str, object]) -> dict[str, object]:
    """Counts as money is written: "1,204"; a year is said as text, and stays as it is."""
    return {name: f"{fact:,}" if type(fact) is int else fact for name, fact in facts.items()}


def _begun(sentence: str, said: str) -> str:
    """A sentence that begins with a person begins large, where there is only our word for them."""
    begins = sentence.startswith("{") and said.startswith("someone")
    return (begun(said) if begins else said).replace(". someone", ". Someone")


@dataclass(frozen=True)
class Speech:
    """`locale` is "en" or "zh"; `zone` an IANA name; `now` what "today" means (aware UTC). `to_many`: read by people of
    several zones, so that Slack shows each the day of their own. `morning`: what a day without an hour means to them."""

    locale: str
    zone: str
    now: datetime
    to_many: bool = False
    morning: time = START_OF_WORK

    def t(self, sentence: str, /, **facts: object) -> str:
        """A sentence with its facts, in the reader's language."""
        said = _translations(self.locale).gettext(sentence)
        return _begun(sentence, _stopped_once(said.format(**_in_thousands(facts)))) if facts else said

    def tn(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """A sentence that counts; `n` is among its facts."""
        said = _translations(self.locale).ngettext(one, many, n)
        return _stopped_once(said.format(**_in_thousands({"n": n, **facts})))

    def named(self, name: str | None, most: int = 80) -> str:
        """A person's name, escaped; a word for them while Slack has told us none."""
        return esc(name, most) if name else self.t("someone")

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(ZoneInfo(self.zone))

    def day(self, instant: datetime) -> str:
        """ "Fri 11 Dec", with the year where it is another one."""
        return self._each_in_their_zone(instant, "{date_short}", self.date(self.local(instant).date()))

    def _each_in_their_zone(self, instant: datetime, shown: str, said: str) -> str:
        """Slack words an instant for every reader of a channel; `said` stands where it cannot."""
        return f"<!date^{int(instant.timestamp())}^{shown}|{said}>" if self.to_many else said

    def span(self, first: date, last: date) -> str:
        """ "Fri 12 Dec – Wed 11 Mar"."""
        between = "至" if self.locale == "zh" else " – "
        return f"{self.date(first)}{between}{self.date(last)}"

    def date(self, day: date) -> str:
        """A day of a calendar, such as a team's: the same day whoever reads of it, and so never Slack's to move."""
        same_year = day.year == self.local(self.now).year
        if self.locale == "zh":
            return format_date(day, "M月d日EEE" if same_year else "y年M月d日EEE", locale="zh_Hans")
        return format_date(day, "EEE d MMM" if same_year else "EEE d MMM y", locale="en")

    def weekday(self, number: int) -> str:
        """ "Monday" for 0."""
        monday = date(2024, 1, 1)
        zh = self.locale == "zh"
        return format_date(monday + timedelta(days=number), "EEE" if zh else "EEEE", locale="zh_Hans" if zh else "en")

    def moment(self, instant: datetime) -> str:
        """ "Tue 24 Nov 09:00"."""
        return f"{self.day(instant)} {self.time(instant)}"

    def time(self, instant: datetime) -> str:
        said = format_time(self.local(instant), "HH:mm", tzinfo=ZoneInfo(self.zone), locale="en")
        return self._each_in_their_zone(instant, "{time}", said)

    def money(self, amount: Decimal, currency: str | None) -> str:
        locale = "zh_Hans" if self.locale == "zh" else "en"
        figures = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
        shown = f"¤{figures}" if currency else figures
        return format_currency(amount, currency or "USD", shown, locale=locale, currency_digits=False)

    def aside(self, said: str) -> str:
        """What stands in brackets behind a name."""
        return f"（{said}）" if self.locale == "zh" else f" ({said})"

    @property
    def comma(self) -> str:
        return "、" if self.locale == "zh" else ", "

    @property
    def semicolon(self) -> str:
        return "；" if self.locale == "zh" else "; "

    @property
    def colon(self) -> str:
        return "：" if self.locale == "zh" else ": "

    @property
    def stop(self) -> str:
        return "。" if self.locale == "zh" else "."

    def ended(self, said: str) -> str:
        """What somebody wrote, as a sentence another can follow."""
        return said if not said or said[-1] in ENDS else said + self.stop

    def sentences(self, *said: str | None) -> str:
        """Sentences in a row, "…" ending one by itself; Chinese puts no space between them, and so a stop after it."""
        spoken = [one for one in said if one]
        if self.locale != "zh":
            return " ".join(one.removesuffix(".") if one.endswith("….") else one for one in spoken)
        return "".join([f"{one}。" if one.endswith("…") else one for one in spoken[:-1]] + spoken[-1:])

    def listed(self, names: Sequence[str], *, more: bool) -> str:
        """Names in a row, of which there are `more` than these: one "…", also where the last is cut itself."""
        said = self.comma.join(names)
        return f"{said}…" if more and not said.endswith("…") else said
