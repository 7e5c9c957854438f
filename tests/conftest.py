"""What every test may ask for: a database, a virtual host, a broker to kill."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

from tests.ground.postgres import create_database, drop_database, private_postgres
from tests.ground.rabbitmq import RabbitMQ, create_vhost, default_api, delete_vhost, private_rabbitmq


def pytest_configure() -> None:
    """Turn a polite kill into an interrupt, so that servers are stopped on that way out too."""

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Superuser URL of a PostgreSQL server, from SANAD_TEST_DATABASE_URL or a private one."""
    if given := os.environ.get("SANAD_TEST_DATABASE_URL"):
        yield given
        return
    with private_postgres() as server:
        yield server.url


@pytest.fixture
def fresh_database(postgres_url: str) -> Iterator[Callable[[], str]]:
    """Make empty databases: each call returns the URL of a new one, dropped after the test."""
    made: list[str] = []

    def make() -> str:
        made.append(create_database(postgres_url))
        return made[-1]

    yield make
    for url in made:
        drop_database(postgres_url, url)


@pytest.fixture(scope="session")
def _private_broker() -> Iterator[RabbitMQ]:
    with private_rabbitmq() as node:
        yield node


@pytest.fixture(scope="session")
def _broker_address(request: pytest.FixtureRequest) -> tuple[str, str]:
    if given := os.environ.get("SANAD_TEST_AMQP_URL"):
        return given, os.environ.get("SANAD_TEST_RABBITMQ_API", default_api(given))
    node: RabbitMQ = request.getfixturevalue("_private_broker")
    return node.url, node.api


@pytest.fixture(scope="session")
def amqp_url(_broker_address: tuple[str, str]) -> str:
    """URL of a RabbitMQ node's default virtual host, from SANAD_TEST_AMQP_URL or a private one."""
    return _broker_address[0]


@pytest.fixture
def rabbit_vhost(_broker_address: tuple[str, str]) -> Iterator[str]:
    """URL of a virtual host nobody has used, deleted after the test."""
    url = create_vhost(*_broker_address)
    yield url
    delete_vhost(*_broker_address, url)


@pytest.fixture
def broker(_private_broker: RabbitMQ) -> Iterator[RabbitMQ]:
    """A broker one may stop, kill and start; it is up again when the test is over."""
    yield _private_broker
    if not _private_broker.running:
        _private_broker.start()
