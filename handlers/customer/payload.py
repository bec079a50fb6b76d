"""The forms about a customer as they come back, and what in them can't be taken."""

from collections.abc import Callable
from dataclasses import dataclass

from crm.customers import normal_name, tidy_name
from crm.details import MOST_ALIASES, Details, email_address, phone_number, read_aliases, web_domain, written_aliases
from crm.details import Person as Facts
from handlers.kit.desk import FormErrors
from handlers.kit.payloads import Form, about
from handlers.kit.speech import Speech

MOST_ALIAS = 200


@dataclass(frozen=True)
class FilledCustomer:
    """`stood`: marks of what the form showed; `answered`: near customers asked about before."""

    customer_id: str
    typed: Details
    stood: dict[str, str]
    answered: tuple[str, ...]
    may_grade: bool


@dataclass(frozen=True)
class FilledContact:
    customer_id: str
    contact_id: str | None
    typed: Facts
    stood: dict[str, str]


def read_customer(form: Form, speech: Speech) -> FilledCustomer:
    """Raises FormErrors, each at its field."""
    opened = about(form.metadata, "customer", "stood", "asked", "grade")
    values, errors = form.values, dict[str, str]()
    name = _name(values, errors, speech)
    aliases = read_aliases(values.get("aliases") or "", name=name)
    if len(aliases) > MOST_ALIASES:
        errors["aliases"] = speech.t("At most {limit} other names, please.", limit=MOST_ALIASES)
    if any(len(one.strip()) > MOST_ALIAS for one in written_aliases(values.get("aliases") or "")):
        errors["aliases"] = speech.t("A name has at most {limit} characters. Write one name a line.", limit=MOST_ALIAS)
    domain = _read(values, "domain", web_domain, errors, speech.t("Write it like acme.com."))
    phone = _phone(values, errors, speech)
    if errors:
        raise FormErrors(**errors)
    typed = Details(
        name,
        aliases,
        _plain(values, "city"),
        _plain(values, "industry"),
        domain,
        phone,
        values.get("source"),
        values.get("grade"),
    )
    return FilledCustomer(opened["customer"], typed, opened["stood"], tuple(opened["asked"]), opened["grade"])


def read_contact(form: Form, speech: Speech) -> FilledContact:
    """Raises FormErrors, each at its field."""
    opened, values, errors = about(form.metadata, "customer", "contact", "stood"), form.values, dict[str, str]()
    name, phone = _name(values, errors, speech), _phone(values, errors, speech)
    email = _read(values, "email", email_address, errors, speech.t("Write it like jane@acme.com."))
    if errors:
        raise FormErrors(**errors)
    return FilledContact(opened["customer"], opened["contact"], Facts(name, phone, email), opened["stood"])


def _name(values: dict[str, str | None], errors: dict[str, str], speech: Speech) -> str:
    name = tidy_name(values.get("name") or "")
    if not normal_name(name):
        errors["name"] = speech.t("A name needs at least one letter or digit.")
    return name


def _phone(values: dict[str, str | None], errors: dict[str, str], speech: Speech) -> str | None:
    return _read(values, "phone", phone_number, errors, speech.t("Write a number such as +86 138 0000 0000."))


def _plain(values: dict[str, str | None], field: str) -> str | None:
    return tidy_name(values.get(field) or "") or None


def _read(
    values: dict[str, str | None],
    field: str,
    reader: Callable[[str], str | None],
    errors: dict[str, str],
    said: str,
) -> str | None:
    typed = (values.get(field) or "").strip()
    if not typed:
        return None
    read = reader(typed)
    if read is None:
        errors[field] = said
    return read
