"""The names of one workspace's customers, in memory: strong variants of all, every variant of the writer's own.

A name is looked up as a run of tokens in a dictionary, so that a note costs the same at any number of customers and
a new customer costs nothing but their own entries. Readers never lock: every table is replaced, or changed by one
dictionary operation at a time.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from threading import Lock

from crm.reading.alike import Alike
from crm.reading.grams import Grams
from crm.reading.model import KnownCustomer
from crm.reading.names import key_of
from crm.reading.variants import Variants, first_few, telling, variants

_LONGEST_NAME = 14  # tokens
_FAR_BEHIND = 30.0  # points of likeness behind the best: no longer what was meant
_TIERS_KEPT = 64
FULL, USUAL, EVERYONE, FAINT = 5, 3, 2, 1  # how far a key is trusted; a strong variant ranks between full and usual
Slots = tuple[int, ...]


class Names:
    """Keys of names and whose they are."""

    def __init__(self) -> None:
        self._slots: dict[str, int | Slots] = {}
        self._longest: dict[str, int] = {}

    def add(self, key: str, slot: int) -> None:
        held = self._slots.get(key)
        if held is None:
            self._slots[key] = slot
        elif held != slot and (isinstance(held, int) or slot not in held):
            self._slots[key] = (held, slot) if isinstance(held, int) else (*held, slot)
        opener, spaces = key.split(" ", 1)[0], key.count(" ") + 1
        if self._longest.get(opener, 0) < spaces:
            self._longest[opener] = min(spaces, _LONGEST_NAME)

    def drop(self, key: str, slot: int) -> None:
        left = tuple(other for other in self.get(key) if other != slot)
        if left:
            self._slots[key] = left if len(left) > 1 else left[0]
        else:
            self._slots.pop(key, None)

    def get(self, key: str) -> Slots:
        held = self._slots.get(key, ())
        return (held,) if isinstance(held, int) else held

    def longest(self, opener: str) -> int:
        """How many tokens the longest name beginning with this one has; 0 when none does."""
        return self._longest.get(opener, 0)


class Tier:
    """Every variant of a few customers, and their contacts' names."""

    def __init__(self) -> None:
        self.names: dict[str, tuple[int, Slots]] = {}  # key: (rank, whose); the best rank of a key wins
        self.longest: dict[str, int] = {}
        self.contacts: dict[str, frozenset[int]] = {}
        self.words: set[str] = set()
        self.by_letter: dict[str, set[str]] = {}  # the words by their first letter
        self.openers: dict[str, set[tuple[str, int]]] = {}  # a name's second word: (its first, whose)
        self.begun: dict[str, set[int]] = {}  # two or three characters that names begin with: whose
        self.beginnings: dict[str, set[tuple[tuple[str, ...], int]]] | None = None  # see shortened.py
        self.sounds: dict[str, Slots] | None = None  # pinyin of the Chinese names, made when first asked for

    def add(self, slot: int, customer: KnownCustomer, named: Variants) -> None:
        for rank, keys in zip((FULL, USUAL + 1, USUAL, FAINT), named, strict=True):
            for key in keys:
                self._add(key, slot, rank)
        for first, second in (key.split(" ")[:2] for key in named.full | named.strong if " " in key):
            self.openers.setdefault(second, set()).add((first, slot))
        for key in first_few(customer.name, customer.aliases):
            self.begun.setdefault(key, set()).add(slot)
        for contact in customer.contacts:
            self.contacts[key_of(contact)] = self.contacts.get(key_of(contact), frozenset()) | {slot}

    def with_people(self, slot: int, contacts: Iterable[str]) -> dict[str, frozenset[int]]:
        """The contacts, of this customer these and no others."""
        left = {key: slots - {slot} for key, slots in self.contacts.items() if slots != {slot}}
        return left | {key: left.get(key, frozenset()) | {slot} for key in map(key_of, contacts)}

    def _add(self, key: str, slot: int, rank: int) -> None:
        held_rank, held = self.names.get(key, (0, ()))
        if rank > held_rank:
            self.names[key] = (rank, (slot,))
        elif rank == held_rank and slot not in held:
            self.names[key] = (rank, (*held, slot))
        words = key.split(" ")
        self.longest[words[0]] = max(self.longest.get(words[0], 0), min(len(words), _LONGEST_NAME))
        for word in words:
            if len(word) > 3:
                self.words.add(word)
                self.by_letter.setdefault(word[0], set()).add(word)


class CustomerIndex:
    """`put` and `remove` may run beside readers; a reader sees a customer before or after, never half."""

    def __init__(self, customers: Iterable[KnownCustomer] = ()) -> None:
        self._customers: list[KnownCustomer | None] = []
        self._slot_of: dict[str, int] = {}
        self._strong = Names()
        self._grams = Grams()
        self._tiers: OrderedDict[frozenset[str], Tier] = OrderedDict()
        self._writing = Lock()
        for customer in customers:
            self._insert(customer)

    def __len__(self) -> int:
        return len(self._slot_of)

    def put(self, customer: KnownCustomer) -> None:
        """Take over a customer; most notes change no name, and then no name has to be cut into its keys anew."""
        with self._writing:
            slot = self._slot_of.get(customer.customer_id)
            held = self._customers[slot] if slot is not None else None
            if slot is None or held is None or not _same_names(held, customer):
                self._discard(customer.customer_id)
                self._insert(customer)
            elif set(held.contacts) != set(customer.contacts):
                self._meet(slot, customer)

    def remove(self, customer_id: str) -> None:
        with self._writing:
            self._discard(customer_id)

    def _insert(self, customer: KnownCustomer) -> None:
        slot = len(self._customers)
        self._customers.append(customer)
        for key in telling(customer.name, customer.aliases):
            self._strong.add(key, slot)
        self._grams.add(slot, customer)
        self._slot_of[customer.customer_id] = slot
        self._forget_tiers(customer.customer_id)

    def _meet(self, slot: int, customer: KnownCustomer) -> None:
        """Other people at a customer; whoever reads a tier has all of its contacts of before, or of now."""
        self._customers[slot] = customer
        for own, tier in list(self._tiers.items()):
            if customer.customer_id in own:
                tier.contacts = tier.with_people(slot, customer.contacts)

    def _discard(self, customer_id: str) -> None:
        slot = self._slot_of.pop(customer_id, None)
        if slot is None:
            return
        customer = self._customers[slot]
        self._customers[slot] = None
        if customer:
            for key in telling(customer.name, customer.aliases):
                self._strong.drop(key, slot)
        self._forget_tiers(customer_id)

    def _forget_tiers(self, customer_id: str) -> None:
        for own in [own for own in list(self._tiers) if customer_id in own]:
            self._tiers.pop(own, None)

    def known(self, customer_id: str) -> KnownCustomer | None:
        """The customer as it is held here."""
        slot = self._slot_of.get(customer_id)
        return self._customers[slot] if slot is not None else None

    @property
    def everyone(self) -> Names:
        """The strong variants of all customers."""
        return self._strong

    def own(self, customer_ids: frozenset[str]) -> Tier:
        """Every variant of these customers; kept for the next note of the same writer."""
        tier = self._tiers.get(customer_ids)
        if tier is not None:
            with self._writing:
                if customer_ids in self._tiers:
                    self._tiers.move_to_end(customer_ids)
        else:
            tier = Tier()
            for customer_id in customer_ids:
                slot = self._slot_of.get(customer_id)
                customer = self._customers[slot] if slot is not None else None
                if slot is not None and customer:
                    tier.add(slot, customer, variants(customer.name, customer.aliases))
            with self._writing:
                self._tiers[customer_ids] = tier
                while len(self._tiers) > _TIERS_KEPT:
                    self._tiers.popitem(last=False)
        return tier

    def at(self, slots: Iterable[int]) -> list[KnownCustomer]:
        """The customers of these slots that still exist."""
        return [customer for slot in slots if (customer := self._customers[slot])]

    def alike(self, name: str) -> Alike:
        """The customers a name may mean that is nobody's."""
        return Alike(name, tuple(self.at(self._grams.sharing(name))))

    def find(self, query: str, *, own: Collection[str] = (), limit: int = 5) -> tuple[KnownCustomer, ...]:
        """For `/who`: exact, alias, pinyin, initials, typos; best first, the asker's own before others."""
        exact = self._strong.get(key_of(query))
        ranked = dict.fromkeys(exact, 200.0)
        for slot, score in self._grams.near(query, self._customers, least=55.0, limit=limit * 4):
            ranked.setdefault(slot, score)
        held = set(own)
        least = min(max(ranked.values(), default=0.0), 100.0) - _FAR_BEHIND
        found = [
            (score, customer)
            for slot, score in ranked.items()
            if score >= least and (customer := self._customers[slot])
        ]
        found.sort(key=lambda pair: (-pair[0] - 3 * (pair[1].customer_id in held), pair[1].name))
        return tuple(customer for _, customer in found[:limit])


def _same_names(held: KnownCustomer, told: KnownCustomer) -> bool:
    return held.name == told.name and set(held.aliases) == set(told.aliases)
