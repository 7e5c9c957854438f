"""The servers by one name each; as a program, both of them until Ctrl-C: `python -m tests.ground.servers`."""

from __future__ import annotations

import signal
import threading

from tests.ground.postgres import Postgres, create_database, drop_database, private_postgres
from tests.ground.rabbitmq import RabbitMQ, create_vhost, delete_vhost, private_rabbitmq

__all__ = [
    "Postgres",
    "RabbitMQ",
    "create_database",
    "create_vhost",
    "delete_vhost",
    "drop_database",
    "private_postgres",
    "private_rabbitmq",
]


def main() -> None:
    """Start both servers, print how to reach them, and wait."""
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    signal.signal(signal.SIGINT, lambda *_: stopped.set())
    with private_postgres() as postgres, private_rabbitmq() as rabbitmq:
        print(f"export SANAD_TEST_DATABASE_URL={postgres.url}")
        print(f"export SANAD_TEST_AMQP_URL={rabbitmq.url}")
        print(f"export SANAD_TEST_RABBITMQ_API={rabbitmq.api}", flush=True)
        stopped.wait()


if __name__ == "__main__":
    main()
