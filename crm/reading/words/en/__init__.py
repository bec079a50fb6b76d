"""English, one module a subject."""

from crm.reading.words.en import (
    companies,
    dates,
    doings,
    given_names,
    kinds,
    money,
    people,
    spelling,
    stages,
    steps,
    talk,
)

MODULES = (companies, dates, doings, given_names, kinds, money, people, spelling, stages, steps, talk)
