"""English, one module a subject."""

from crm.reading.words.en import (
    around_companies,
    asides,
    asking,
    companies,
    dates,
    doings,
    given_names,
    kinds,
    kinds_written,
    money,
    people,
    spelling,
    stages,
    steps,
    talk,
)

MODULES = (
    around_companies,
    asides,
    asking,
    companies,
    dates,
    doings,
    given_names,
    kinds,
    kinds_written,
    money,
    people,
    spelling,
    stages,
    steps,
    talk,
)
