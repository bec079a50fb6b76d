"""What is said of lists in and out, and of what could not arrive."""

from dataclasses import dataclass

from crm.imports import Import


@dataclass(frozen=True, slots=True)
class ImportCard:
    """A list as far as it is."""

    list_: Import


@dataclass(frozen=True, slots=True)
class LargeExportCard:
    person_name: str
    customers: int


@dataclass(frozen=True, slots=True)
class UndeliverableCard:
    person_name: str
    why: str
