"""What was understood and declined: a code and facts, never a sentence.

handlers/kit/refusals.py, with its tables in handlers/kit/refused/, is the one place that turns these into words.
"""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """An operation understood the request and says no. `code` names the reason; `facts` fill the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
