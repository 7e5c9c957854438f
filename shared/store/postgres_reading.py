"""What the log asks PostgreSQL, prepared once for each connection: planning a small question costs more than its answer
does.

The connections must be sessions of the server's own; a pooler that lends them for one transaction would lose what is
prepared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg2.extensions

from shared.store import rows

SET_TENANT = "select set_config('sanad.tenant', %s, true)"
EVENTS = f"select {rows.EVENT_COLUMNS} from event e"


@dataclass(frozen=True, slots=True)
class Question:
    """A statement whose first parameter is the tenant; types: those of its parameters, in their order."""

    name: str
    types: tuple[str, ...]
    statement: str

    @property
    def preparing(self) -> str:
        """What makes the server parse it once."""
        return f"prepare {self.name} ({', '.join(self.types)}) as {self.statement}"

    @property
    def asking(self) -> str:
        """Asks it within the tenant's own rows: both statements in one round trip, thus in one transaction."""
        given = ", ".join(f"%s::{type_}" for type_ in self.types)
        return f"{SET_TENANT}; execute {self.name} ({given})"


PAGE = Question(
    "sanad_page",
    ("text", "bigint", "bigint"),
    f"{EVENTS} where e.tenant = $1 and e.position > $2 order by e.position limit $3",
)
STREAM = Question(
    "sanad_stream",
    ("text", "text", "bigint"),
    f"{EVENTS} where e.tenant = $1 and e.stream = $2 and e.version > $3 order by e.position",
)
STREAMS = Question(
    "sanad_streams",
    ("text", "text[]", "bigint[]"),
    f"""{EVENTS} join unnest($2, $3) as wanted(stream, version)
        on e.stream = wanted.stream and e.version > wanted.version where e.tenant = $1 order by e.position""",
)
CASES = Question(
    "sanad_cases",
    ("text", "text[]"),
    f"{EVENTS} where e.tenant = $1 and e.case_id = any($2) order by e.position",
)
RECEIPTS = Question(
    "sanad_receipts",
    ("text", "uuid[]"),
    f"select {rows.RECEIPT_COLUMNS} from command where tenant = $1 and command_id = any($2)",
)
HEAD = Question("sanad_head", ("text",), "select coalesce(max(position), 0) from event where tenant = $1")
POSITION = Question(
    "sanad_position",
    ("text", "text"),
    "select coalesce(max(position), 0) from tracking where tenant = $1 and follower = $2",
)


class Session(psycopg2.extensions.connection):
    """A connection that knows what it has prepared, questions and the append."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.prepared: set[str] = set()

    def ask(self, question: Question, tenant: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows of the answer."""
        with self.cursor() as cursor:
            if question.name not in self.prepared:
                # By itself: what else is in the same transaction could fail and leave it prepared but unknown.
                cursor.execute(question.preparing)
                self.prepared.add(question.name)
            cursor.execute(question.asking, (tenant, tenant, *parameters))
            return cursor.fetchall()
