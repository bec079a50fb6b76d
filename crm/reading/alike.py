"""The customers a name that is nobody's may yet mean: those whose names share most of its pieces, looked at in four ways.

They are gathered once and looked at as often as it takes: gathering is what costs, among very many names.
"""

from dataclasses import dataclass

from crm.reading.grams import whole_likeness
from crm.reading.model import KnownCustomer
from crm.reading.names import is_han, name_keys, without_form
from crm.reading.syllables import pinyin

_SHORTEST_PINYIN = 4  # letters


@dataclass(frozen=True, slots=True)
class Alike:
    """A name, and the few customers that share most of its pieces."""

    name: str
    found: tuple[KnownCustomer, ...]

    def near(self, *, least: float = 86.0, limit: int = 3) -> list[KnownCustomer]:
        """Those whose whole name is close to this one, closest first; `least` of 100."""
        flat = self._flat()
        scored = [(whole_likeness(flat, one), one) for one in self.found]
        close = sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: -pair[0])
        return [one for _, one in close[:limit]]

    def begun(self) -> list[KnownCustomer]:
        """Those whose name begins with these words: "Acme" may be Acme Tools or Acme Foods."""
        start, size = self.name.casefold(), len(self.name)
        return [
            one
            for one in self.found
            if one.name.casefold().startswith(start) and not one.name[size : size + 1].islower()
        ]

    def sounding(self) -> list[KnownCustomer]:
        """Those whose Chinese name begins with this pinyin: 华为技术 for Huawei."""
        flat = self._flat()
        if not flat.isascii() or len(flat) < _SHORTEST_PINYIN:
            return []
        return [one for one in self.found if _sound_of(one.name).startswith(flat)]

    def holding(self) -> list[KnownCustomer]:
        """Those with these words anywhere in their name: 上海复新医疗 for 复新."""
        flat = self._flat()
        return [one for one in self.found if flat in "".join(name_keys(one.name))]

    def _flat(self) -> str:
        return "".join(name_keys(self.name))


def _sound_of(name: str) -> str:
    keys = name_keys(name)
    return "".join(pinyin(without_form(keys))) if any(map(is_han, keys)) else ""
