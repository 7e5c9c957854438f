"""What the vault asks of a database: short transactions, row locks, and overwriting what was deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Protocol

Row = tuple[Any, ...]

Read = Callable[..., list[Row]]
"""read(sql, *parameters): placeholders are `%s`; gives the rows, empty where there are none."""


class Run(Protocol):
    """Statements of one transaction."""

    def __call__(self, sql: str, *parameters: Any) -> list[Row]:
        """As `Read`."""

    def later(self, sql: str, *parameters: Any) -> None:
        """Nothing of the answer is wanted, so it may travel with the next statement, and fails where that would."""


class Database(Protocol):
    """A store of rows. `shared`, `exclusive` and `unlocked` are the clauses that lock selected rows, the last one only
    those that nobody else has locked; all empty where writers queue."""

    shared: str
    exclusive: str
    unlocked: str

    def read(self, sql: str, *parameters: Any) -> list[Row]:
        """The rows of one statement that needs no transaction around it."""

    def transaction(self) -> AbstractContextManager[Run]:
        """Commit at the end, roll back on an exception. Never nested."""

    def overwrite(self) -> bool:
        """Remove deleted bytes from the files; False where the database does that in its own time."""

    def close(self) -> None:
        """Give the connections back."""


def marks(values: Iterable[Any]) -> str:
    """Placeholders for `IN (…)`; matches nothing when there are no values."""
    return ", ".join("%s" for _ in values) or "NULL"


def rows_of(rows: Iterable[Row]) -> tuple[str, list[Any]]:
    """Placeholders for `VALUES …` over several rows, and their parameters in one list."""
    rows = list(rows)
    return ", ".join(f"({marks(row)})" for row in rows), [value for row in rows for value in row]


def stamp(instant: datetime) -> str:
    """An aware instant as stored: fixed width, so that text order is time order."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")
