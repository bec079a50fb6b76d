"""What changes many deadlines at once: a rule proposed and counted before it is saved, and the counting anew after it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class RuleProposalRow(Base):
    """A rule as an admin would have it: counted first, saved only when confirmed. `counted` is its dry run as JSON;
    `based_on` the latest version its maker saw; `retire`: the scope would have no rule of its own any more."""

    __tablename__ = "rule_proposals"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    proposal_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    team_id: Mapped[str | None] = mapped_column(String(26))
    grade: Mapped[str | None] = mapped_column(String(1))
    source: Mapped[str | None] = mapped_column(String(60))
    fields: Mapped[str] = mapped_column(Text)
    retire: Mapped[bool] = mapped_column(server_default=text("false"))
    based_on: Mapped[int]
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'counting'"))
    counted: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int | None]
    begins: Mapped[date | None]
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('counting', 'open', 'saved', 'dropped')", name="state"),
        Index(
            "ix_rule_proposals_counting",
            "asked_at",
            sqlite_where=text("state = 'counting'"),
            postgresql_where=text("state = 'counting'"),
        ),
    )


class RecountRow(Base):
    """Deadlines to be counted anew, since a rule or a team's calendar changed. `about`: the version, or the team's id.
    `due_at` is empty once done; while somebody is at it, it says when another may try."""

    __tablename__ = "recounts"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    recount_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    cause: Mapped[str] = mapped_column(String(10))
    about: Mapped[str] = mapped_column(String(30))
    actor_id: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen: Mapped[int] = mapped_column(server_default=text("0"))
    total: Mapped[int] = mapped_column(server_default=text("0"))
    earlier: Mapped[int] = mapped_column(server_default=text("0"))
    later: Mapped[int] = mapped_column(server_default=text("0"))
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("cause in ('rule', 'calendar', 'team', 'people')", name="cause"),
        Index(
            "ix_recounts_due",
            "due_at",
            sqlite_where=text("due_at is not null"),
            postgresql_where=text("due_at is not null"),
        ),
    )
