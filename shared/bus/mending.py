"""Queues that the broker has lost half of: known by name, but with nothing behind the name that could serve them.

RabbitMQ 3.10 keeps a new quorum queue's entry in memory for three seconds. Killed within them it has a queue afterwards
that answers nobody: a consumer is cut off with an internal error after a minute, a publisher waits for ever. The queue
is deleted, and declared at the next connection; what was in it is fetched from the publisher's log, as any gap is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import structlog
from kombu import Connection, Queue

PATIENCE, INTERNAL_ERROR = 15.0, 541
_log = structlog.get_logger(__name__)


def cut_off_by(error: Exception) -> bool:
    """Whether the broker ended the connection because a queue did not answer it."""
    return getattr(error, "code", None) == INTERNAL_ERROR


def mend(url: str, queues: Sequence[Queue], *, patience: float = PATIENCE) -> list[str]:
    """Delete those of the queues that do not answer within so many seconds; gives their names."""
    return [one.name for one in queues if not _answers(url, one, patience) and _deleted(url, one.name, patience)]


def _answers(url: str, queue: Queue, patience: float) -> bool:
    """Whether the queue lets somebody consume; nothing is taken out of it, since nothing is acknowledged."""
    try:
        with _connected(url, patience) as connection:
            channel = connection.channel()
            channel.basic_qos(0, 1, False)
            queue(channel).declare()
            queue(channel).consume("mend", callback=lambda _message: None)
    except TimeoutError:
        return False
    except Exception as error:  # noqa: BLE001  # the broker is away: of the queue nothing is known
        _log.info("queue_not_seen", queue=queue.name, error=type(error).__name__)
        return not cut_off_by(error)
    return True


def _deleted(url: str, name: str, patience: float) -> bool:
    try:
        with _connected(url, patience) as connection:
            connection.channel().queue_delete(name)
    except Exception as error:  # noqa: BLE001  # the next connection will fail as this one did, and mend again
        _log.warning("queue_not_deleted", queue=name, error=type(error).__name__)
        return False
    _log.warning("queue_made_anew", queue=name)
    return True


@contextmanager
def _connected(url: str, patience: float) -> Iterator[Connection]:
    connection = Connection(url, connect_timeout=5, transport_options={"read_timeout": patience})
    try:
        connection.connect()
        yield connection
    finally:
        with suppress(Exception):  # a farewell would wait for the queue that does not answer
            connection.collect(socket_timeout=1)
