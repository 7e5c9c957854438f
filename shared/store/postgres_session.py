"""A connection of the log, and the statements it has the server parse and plan once instead of each time.

The connections must be sessions of the server's own; a pooler that lends them for one transaction would lose what is
prepared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg2.extensions

# Left to itself the server would plan what takes an array anew each time, which costs more than the answer does.
PLAN_ONCE = "set plan_cache_mode = force_generic_plan"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement with a name of its own and parameters $1, $2, …; types: theirs, in their order."""

    name: str
    types: tuple[str, ...]
    statement: str
    preparing: str = field(init=False)
    executing: str = field(init=False)

    def __post_init__(self) -> None:
        taken = f"({', '.join(self.types)})"
        # An array needs its cast; the server finds the rest by itself, and sooner.
        given = ", ".join(f"%s::{type_}" if type_.endswith("[]") else "%s" for type_ in self.types)
        object.__setattr__(self, "preparing", f"prepare {self.name} {taken} as {self.statement}")
        object.__setattr__(self, "executing", f"execute {self.name} ({given})")


class Session(psycopg2.extensions.connection):
    """A connection that knows what it has prepared."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.prepared: set[str] = set()

    def call(self, what: Prepared, parameters: Sequence[Any], *, within: str = "") -> list[tuple[Any, ...]]:
        """The rows of the answer. within: a statement to go before, in the same round trip and transaction; its
        parameters come first."""
        cursor = self.cursor()
        if what.name not in self.prepared:
            # By itself: what else is in the same transaction could fail and leave it prepared but unknown.
            cursor.execute(what.preparing)
            self.prepared.add(what.name)
        cursor.execute(f"{within}{what.executing}", parameters)
        return cursor.fetchall()
