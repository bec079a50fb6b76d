"""Whether a few letters typed into a search mean a colleague: parts of the name in any order, or how it sounds.

People are known by the name they show in Slack: 「王19」, "Tom Reed (Berlin)".
"""

import re
import unicodedata

from crm.customers import normal_name
from crm.reading.syllables import pinyin

PART = re.compile(r"\d+|[a-z]+|[^\W\d_a-z]+")  # a number, Latin letters, other letters: 「王19」 is two


def goes_by(name: str, query: str) -> bool:
    """Every part of the query is in the name, or in its pinyin. An empty query is in every name."""
    written = normal_name(name)
    sounds = "".join(pinyin(list(written)))
    parts = PART.findall(unicodedata.normalize("NFKC", query).casefold())
    return all(part in written or part in sounds for part in parts)
