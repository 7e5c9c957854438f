"""A process that appends until it is killed: `python -m tests.infrastructure.store.writer sqlite|postgres WHERE`.

Prints each command id and position once the append is acknowledged, as a caller would have heard it.
"""

from __future__ import annotations

import sys
from itertools import count
from uuid import UUID, uuid5

from shared.store.log import Append
from shared.store.postgres_log import PostgresLog
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.store.examples import SIDR, append, event

COMMANDS = UUID(int=7)


def nth(number: int) -> Append:
    """The same n-th command in every process."""
    return append(event(number), event(number, stream="other"), command_id=uuid5(COMMANDS, str(number)))


def open_log(store: str, where: str) -> SqliteLog | PostgresLog:
    """The log the processes of a test share."""
    return SqliteLog(where) if store == "sqlite" else PostgresLog(where)


if __name__ == "__main__":
    log = open_log(sys.argv[1], sys.argv[2])
    for number in count(log.head(SIDR) // 2 + 1):
        sys.stdout.write(f"{number} {log.append(nth(number)).first}\n")
        sys.stdout.flush()
