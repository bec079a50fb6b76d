"""Which letter reminded of which first follow-up, so that it is worded again once that is made."""

from sqlalchemy import ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base


class TouchReminderRow(Base):
    """A letter that says of this claim that nobody has called yet: the owner's, or their manager's."""

    __tablename__ = "touch_reminders"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    outbox_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    __table_args__ = (
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
