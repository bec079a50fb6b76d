"""Chinese, one module a subject."""

from crm.reading.words.zh import companies, dates, kinds, money, people, script, stages, steps, talk

MODULES = (companies, dates, kinds, money, people, script, stages, steps, talk)
