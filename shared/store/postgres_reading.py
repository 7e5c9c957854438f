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


# Several things are looked up one by one (`offset 0` keeps it so): without statistics, as in a new database, the
# planner would read all that a tenant has and throw most of it away.
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
    f"""select e.* from unnest($2, $3) as wanted(stream, version) cross join lateral ({EVENTS}
        where e.tenant = $1 and e.stream = wanted.stream and e.version > wanted.version offset 0) e
        order by e.position""",
)
CASES = Question(
    "sanad_cases",
    ("text", "text[]"),
    f"""select e.* from unnest($2) as wanted(case_id) cross join lateral ({EVENTS}
        where e.tenant = $1 and e.case_id = wanted.case_id offset 0) e order by e.position""",
)
RECEIPTS = Question(
    "sanad_receipts",
    ("text", "uuid[]"),
    f"""select c.* from unnest($2) as wanted(id) cross join lateral (
        select {rows.RECEIPT_COLUMNS} from command where tenant = $1 and command_id = wanted.id offset 0) c""",
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
