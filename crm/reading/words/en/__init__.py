"""English, one module a subject."""

from crm.reading.words.en import companies, dates, given_names, kinds, money, people, stages, talk

MODULES = (companies, dates, given_names, kinds, money, people, stages, talk)
