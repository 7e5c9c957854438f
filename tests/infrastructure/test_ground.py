"""The servers the tests stand on: they answer, they are fresh, they survive being killed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import psycopg2
from kombu import Connection

from tests.ground.rabbitmq import RabbitMQ, create_vhost, delete_vhost


def test_two_databases_of_one_test_do_not_know_each_other(fresh_database: Callable[[], str]) -> None:
    first, second = fresh_database(), fresh_database()
    with closing(psycopg2.connect(first)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE mine (id int)")
    with closing(psycopg2.connect(second)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('mine')")
        assert cursor.fetchone() == (None,)


def test_a_message_comes_back_from_a_fresh_virtual_host(rabbit_vhost: str) -> None:
    with Connection(rabbit_vhost) as connection, closing(connection.SimpleQueue("told")) as queue:
        queue.put({"said": "yes"})
        assert queue.get(timeout=5).payload == {"said": "yes"}


def test_a_killed_broker_comes_back_with_its_virtual_hosts(broker: RabbitMQ) -> None:
    url = create_vhost(broker.url, broker.api)
    broker.kill()
    assert not broker.running
    broker.start()
    with Connection(url) as connection:
        assert connection.connect()
    delete_vhost(broker.url, broker.api, url)
