"""Months of languages that have no tables of their own: what makes a span worth showing to dateparser."""

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
MONTHS = frozenset(
    """januar februar märz mai juni juli oktober dezember janvier février fevrier mars avril juin juillet août aout septembre
    octobre novembre décembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho
    julho setembro outubro novembro dezembro januari februari maart mei augustus""".split()  # noqa: SIM905
)
