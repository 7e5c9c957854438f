"""Everywhere a platform keeps or says something, read as bytes: stores, files, bus, logs, answers."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from io import StringIO
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import httpx
import psycopg2
import structlog
from kombu import Connection, Consumer, Queue
from prometheus_client.parser import text_string_to_metric_families

from gateways.cli.speaking import actor
from services.catalogue import NAMES
from shared.bus import topology
from shared.bus.wire import to_bytes
from shared.followers.engine import engine_for
from shared.vault import Vault
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault
from tests.ground.postgres import binary
from tests.ground.process import wait_until
from tests.journeys.conftest import Stage

Tables = Mapping[str, bytes]


def tables(stage: Stage) -> Tables:
    """Every column of every row, by `store/table`."""
    return dict(_of_files(stage) if stage.mode == "embedded" else _of_server(stage))


def _of_files(stage: Stage) -> Iterator[tuple[str, bytes]]:
    for path in sorted(stage.folder.glob("*.db")):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as link:
            for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                yield f"{path.stem}/{name}", _flat(link.execute(f'SELECT * FROM "{name}"').fetchall())


def _of_server(stage: Stage) -> Iterator[tuple[str, bytes]]:
    for service in (*NAMES, "vault"):
        with closing(psycopg2.connect(database(stage, service))) as link, link.cursor() as cursor:
            cursor.execute(
                "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                " AND table_schema NOT IN ('pg_catalog', 'information_schema')"
            )
            for schema, name in cursor.fetchall():
                cursor.execute(f'SELECT * FROM "{schema}"."{name}"')
                yield f"{service}/{name}", _flat(cursor.fetchall())


def _flat(rows: list[tuple[Any, ...]]) -> bytes:
    return b"\n".join(b"\t".join(map(_bytes, row)) for row in rows)


def _bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def database(stage: Stage, service: str) -> str:
    """A database as the superuser, whom no row is hidden from."""
    server: str = stage.platform.server.url
    return urlunsplit(urlsplit(server)._replace(path=f"/sanad_{service}"))


def files(stage: Stage) -> Tables:
    """Raw bytes of all files in the platform's folder but its keys, and a dump of the database server if it has one."""
    keys = stage.folder / "keys"
    paths = [path for path in stage.folder.rglob("*") if path.is_file() and keys not in path.parents]
    kept = {str(path.relative_to(stage.folder)): path.read_bytes() for path in paths}
    if stage.mode == "embedded":
        return kept
    command = [binary("pg_dumpall"), "-d", stage.platform.server.url]
    return {**kept, "dump": subprocess.run(command, check=True, capture_output=True).stdout}


def column(stage: Stage, table: str, name: str, **where: str) -> list[bytes]:
    """The values of a column of the vault."""
    told = " AND ".join(f"{each} = %s" for each in where)
    sql = f"SELECT {name} FROM {table} WHERE {name} IS NOT NULL AND {told}"
    with closing(_link(stage, "vault")) as link, closing(link.cursor()) as cursor:
        cursor.execute(sql if stage.mode == "distributed" else sql.replace("%s", "?"), tuple(where.values()))
        return [_bytes(value) for (value,) in cursor.fetchall()]


def pieces(stage: Stage, value: bytes) -> list[bytes]:
    """A value as it must lie in the files: SQLite may break a long one over pages, a dump writes it in hex."""
    return [value[:40]] if stage.mode == "embedded" else [value.hex().encode()]


def cases(stage: Stage, service: str, tenant: str) -> list[str]:
    """The cases a service's log has events of."""
    sql = f"SELECT DISTINCT case_id FROM event WHERE case_id IS NOT NULL AND tenant = '{tenant}'"
    with closing(_link(stage, service)) as link, closing(link.cursor()) as cursor:
        cursor.execute(sql)
        return [case_id for (case_id,) in cursor.fetchall()]


def _link(stage: Stage, service: str) -> Any:
    if stage.mode == "embedded":
        return sqlite3.connect(f"file:{stage.folder / service}.db?mode=ro", uri=True)
    return psycopg2.connect(database(stage, service))


def open_vault_of(stage: Stage) -> Vault:
    """The platform's vault."""
    if stage.mode == "embedded":
        vault: Vault = stage.platform.vault
        return vault
    keyring = FileKeyring(stage.platform.keys / "key-encryption.json")
    return open_vault(stage.platform.database("vault"), keyring, stage.client.now, prepare=False)


def views_engine(stage: Stage, service: str) -> Any:
    """Where a service keeps its views and what it parked."""
    if stage.mode == "embedded":
        return stage.platform.runtimes[service].infrastructure.views.engine
    return engine_for(stage.platform.database(service))


class Spy:
    """Hears every contract of every service."""

    def __init__(self, stage: Stage) -> None:
        self.heard: list[bytes] = []
        self._link = None if stage.mode == "embedded" else Connection(stage.platform.amqp)
        if self._link is None:
            for service in NAMES:
                stage.platform._bus.subscribe("spy", service, lambda envelope: self.heard.append(to_bytes(envelope)))
        else:
            queues = [
                Queue(
                    f"spy.{uuid4()}.{service}",
                    topology.exchange(service),
                    routing_key="#",
                    durable=False,
                    exclusive=True,
                )
                for service in NAMES
            ]
            # Kept open: an exclusive queue goes with its consumer.
            Consumer(self._link.default_channel, queues, on_message=self._take).consume()

    def all(self) -> bytes:
        """Everything heard so far."""
        if self._link is not None:
            with suppress(TimeoutError):
                while True:
                    self._link.drain_events(timeout=1)
        return b"\n".join(self.heard)

    def _take(self, message: Any) -> None:
        body = message.body if isinstance(message.body, bytes) else str(message.body).encode()
        self.heard.append(str(message.headers).encode() + str(message.properties).encode() + body)
        message.ack()


@contextmanager
def listening_to_logs() -> Iterator[StringIO]:
    """Everything this process logs meanwhile, by structlog or by the standard library."""
    book, before = StringIO(), structlog.get_config()
    handler = logging.StreamHandler(book)
    loggers = [logging.getLogger(name) for name in (None, "uvicorn", "uvicorn.error")]
    # The embedded platform says only what is wrong to whoever starts it for a moment; here all of it is heard.
    everything = structlog.make_filtering_bound_logger(logging.DEBUG)
    structlog.configure(**{**before, "logger_factory": structlog.PrintLoggerFactory(book), "wrapper_class": everything})
    for logger in loggers:
        logger.addHandler(handler)
    yield book
    structlog.configure(**before)
    for logger in loggers:
        logger.removeHandler(handler)


@contextmanager
def noting_urls(stage: Stage) -> Iterator[list[str]]:
    """Every address that is asked for meanwhile."""
    urls: list[str] = []

    def note(request: httpx.Request) -> None:
        urls.append(str(request.url))

    hooks = stage.client._http.event_hooks
    stage.client._http.event_hooks = {**hooks, "request": [*hooks["request"], note]}
    yield urls
    stage.client._http.event_hooks = hooks


def logs(stage: Stage, own: StringIO) -> str:
    """What the platform's processes have printed."""
    if stage.mode == "embedded":
        return own.getvalue()
    return "\n".join(stage.platform.process(name).log for name in stage.platform.names())


def operators_answers(stage: Stage, tenant: str) -> str:
    """What an operator is told: who is behind, what is parked, and the pages that need no signing in."""
    operator = actor(tenant, "platform_operator:tests")
    asked = [
        stage.client.ask(operator, f"{service}.{name}", {})
        for service in NAMES
        for name in ("ReadLag", "ReadParked", "ListTenants")
    ]
    return str(asked) + "".join(httpx.get(f"{stage.client.url}{page}").text for page in ("/", "/readyz"))


def metrics(stage: Stage) -> str:
    """The metrics pages of all processes."""
    ports = stage.platform.metrics.values() if stage.mode == "distributed" else ()
    pages = (f"{stage.client.url}/metrics", *(f"http://127.0.0.1:{port}/metrics" for port in ports))
    return "\n".join(httpx.get(page).text for page in pages)


def figure(stage: Stage, name: str, **labels: str) -> float:
    """One figure of the metrics pages, summed over the processes that show it; 0 where none does."""
    families = text_string_to_metric_families(metrics(stage))
    samples = [sample for family in families for sample in family.samples if sample.name == name]
    return sum(sample.value for sample in samples if labels.items() <= sample.labels.items())


def settle(stage: Stage, tenant: str) -> None:
    """Wait until no follower is behind and nothing new has been said for a while."""
    operator = actor(tenant, "platform_operator:tests")
    seen: list[list[int]] = []

    def quiet() -> bool:
        lag = [stage.client.ask(operator, f"{service}.ReadLag", {})["followers"] for service in NAMES]
        seen.append([row["head"] for rows in lag for row in rows])
        level = all(row["position"] >= row["head"] for rows in lag for row in rows)
        return level and len(seen) > 8 and all(heads == seen[-1] for heads in seen[-8:])

    wait_until(quiet, "quiet", seconds=60)
