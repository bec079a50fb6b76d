"""What every operation works with: the database, and the directory of customer names."""

from dataclasses import dataclass

from operations.directory import Directory
from storage.database import Database


@dataclass(frozen=True)
class Office:
    """Handed to each operation by its caller. Holds no state of its own."""

    database: Database
    directory: Directory
