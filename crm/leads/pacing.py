"""How many inquiries a door takes: so many at once, then so many a second. Kept in memory, by the real clock."""

from dataclasses import dataclass


@dataclass
class Bucket:
    """`most` tokens, `a_second` come back; `wall` below is seconds of a clock that only goes forward."""

    most: float
    a_second: float
    held: float = -1.0
    at: float = 0.0

    def wait(self, wall: float) -> float:
        """Take one: 0 where there was one, else the seconds until there will be."""
        self.held = self.most if self.held < 0 else min(self.most, self.held + (wall - self.at) * self.a_second)
        self.at = wall
        if self.held >= 1:
            self.held -= 1
            return 0.0
        return (1 - self.held) / self.a_second
