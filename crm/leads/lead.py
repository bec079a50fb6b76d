"""An inquiry as it came in, what became of it, and where such come in."""

from dataclasses import dataclass
from datetime import datetime

DOORS = ("form", "channel", "workflow")
REPEATED = "repeated"
OUTCOMES = (
    "new",
    "known",
    "asked",
    REPEATED,
)  # what a workflow's step tells: a kept inquiry's state, or that it was kept before


@dataclass(frozen=True, slots=True)
class Lead:
    """What an inquiry says. `domain` is bare ("acme.com"), never a mail provider's; `source` one of the unified list."""

    company: str | None = None
    contact: str | None = None
    email: str | None = None
    phone: str | None = None
    domain: str | None = None
    city: str | None = None
    industry: str | None = None
    message: str = ""
    source: str | None = None
    campaign: str | None = None

    @property
    def name(self) -> str:
        """What it is called as a customer: the firm; where it names none, its web domain, or the person."""
        return self.company or self.domain or self.contact or self.email or self.phone or ""


@dataclass(frozen=True, slots=True)
class KeptLead:
    """`door`: form, channel, workflow. `state`: new (it became a customer), known (it is one's), asked (a manager is
    asked which), dropped. `told`: the person who hears of it; `candidate_ids`: whom it may be."""

    lead_id: str
    at: datetime
    door: str
    lead: Lead
    state: str
    customer_id: str | None = None
    candidate_ids: tuple[str, ...] = ()
    told: str | None = None
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class LeadKey:
    """A secret that signs inquiries. `ends_at`: until when it is taken, once there is a newer one (aware UTC)."""

    key_id: str
    secret: str
    made_by: str
    made_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WatchedChannel:
    channel_id: str
    source: str
    watched_by: str
    since: datetime
