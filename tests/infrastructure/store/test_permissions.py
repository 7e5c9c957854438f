"""Append-only in the databases themselves, and what the role a service works as can and cannot do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg2
import psycopg2.errors
import psycopg2.extensions
import pytest
from eventsourcing.persistence import Tracking

from shared.store.postgres_log import PostgresLog
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.store.conftest import FreshDatabase
from tests.infrastructure.store.examples import KADI, SIDR, append, event

CREATE_DATABASES = Path(__file__).parents[3] / "deploy" / "postgres" / "create-databases.sh"
CHANGES = (
    "update {table} set tenant = tenant",
    "delete from {table}",
    "truncate {table}",
)
PERMISSION_DENIED = "42501"


@pytest.fixture(scope="module")
def service_urls(postgres_url: str) -> Iterator[tuple[str, str]]:
    """The URLs of a service's owner and of its working role, made by the deployment's own script."""
    service = f"t{uuid4().hex[:12]}"
    for _ in range(2):  # It may be run again.
        _create_databases(postgres_url, service)
    server = urlsplit(postgres_url)
    host = f"{server.hostname}:{server.port or 5432}/sanad_{service}"
    yield f"postgresql://sanad_{service}_owner:owner@{host}", f"postgresql://sanad_{service}_app:app@{host}"
    with closing(psycopg2.connect(postgres_url)) as conn, conn.cursor() as cursor:
        conn.autocommit = True
        cursor.execute(f"drop database sanad_{service} with (force)")
        cursor.execute(f"drop role sanad_{service}_owner, sanad_{service}_app")


def _create_databases(postgres_url: str, service: str) -> None:
    server = urlsplit(postgres_url)
    environment = {
        "PATH": os.environ["PATH"],
        "PGHOST": server.hostname or "",
        "PGPORT": str(server.port or 5432),
        "PGPASSWORD": server.password or "",
        "POSTGRES_USER": server.username or "postgres",
        "SANAD_DATABASES": service,
        "SANAD_OWNER_PASSWORD": "owner",
        "SANAD_APP_PASSWORD": "app",
        "SANAD_ROLES_SQL": str(CREATE_DATABASES.with_name("roles.sql")),
    }
    assert shutil.which("psql")
    subprocess.run([CREATE_DATABASES], env=environment, check=True)


@pytest.fixture(scope="module")
def app_url(service_urls: tuple[str, str]) -> str:
    """The working role's URL, in a database whose owner has made the store and where two associations have events."""
    owner_url, app_url = service_urls
    owner = PostgresLog(owner_url)
    owner.create(app_role=urlsplit(app_url).username)
    for tenant in (SIDR, KADI):
        owner.append(append(event(1), tenant=tenant))
    owner.close()
    return app_url


def _rejection(cursor: psycopg2.extensions.cursor, statement: str) -> str | None:
    try:
        cursor.execute(statement)
    except psycopg2.Error as error:
        return error.pgcode
    return None


def test_the_working_role_reads_and_appends_and_finds_the_store_ready(app_url: str) -> None:
    log = PostgresLog(app_url)
    log.create()
    assert log.append(append(event(1), tenant="ihsan")).first == 1
    log.move("ihsan", Tracking("views", 1))
    log.forget("ihsan", "views")
    assert [each.version for each in log.read("ihsan", 0, 10)] == [1]
    assert log.tenants() == ("ihsan", KADI, SIDR)
    log.close()


@pytest.mark.parametrize("table", ["event", "command", "tracking", "tenant"])
@pytest.mark.parametrize("change", [*CHANGES, "insert into {table} select * from {table}", "drop table {table}"])
def test_the_working_role_cannot_write_but_through_the_functions(app_url: str, table: str, change: str) -> None:
    with closing(psycopg2.connect(app_url)) as conn, conn.cursor() as cursor:
        conn.autocommit = True
        cursor.execute("select set_config('sanad.tenant', %s, false)", (SIDR,))
        assert _rejection(cursor, change.format(table=table)) == PERMISSION_DENIED


@pytest.mark.parametrize(
    "attempt",
    [
        "alter table event disable trigger append_only",
        "alter table event disable row level security",
        "drop policy own_tenant on event",
        "create or replace function public.append_all() returns void language sql as 'select'",
        "create table public.events (position bigint)",
        "create trigger silent before insert on event execute function refuse_change()",
        "set session authorization postgres",
        "set session_replication_role = replica",
    ],
)
def test_the_working_role_cannot_take_the_protection_away(app_url: str, attempt: str) -> None:
    with closing(psycopg2.connect(app_url)) as conn, conn.cursor() as cursor:
        conn.autocommit = True
        assert _rejection(cursor, attempt) == PERMISSION_DENIED


def test_the_working_role_sees_the_rows_of_the_named_tenant_only(app_url: str) -> None:
    with closing(psycopg2.connect(app_url)) as conn, conn.cursor() as cursor:
        for table in ("event", "command"):
            cursor.execute(f"select tenant from {table}")
            assert cursor.fetchall() == []
            cursor.execute(f"select set_config('sanad.tenant', %s, true); select tenant from {table}", (SIDR,))
            assert cursor.fetchall() == [(SIDR,)]
            cursor.execute(f"select tenant from {table} where tenant = %s", (KADI,))
            assert cursor.fetchall() == []
            conn.rollback()


def test_no_tenant_stays_set_on_a_pooled_connection(app_url: str) -> None:
    log = PostgresLog(app_url, pool_size=1)
    log.read(SIDR, 0, 10)
    log.append(append(event(1, stream="request-2"), tenant=KADI))
    assert log._query("select count(*) from event", ()) == [(0,)]
    log.close()


@pytest.mark.parametrize("table", ["event", "command", "tenant"])
@pytest.mark.parametrize("change", CHANGES)
def test_even_a_superuser_is_stopped_by_the_trigger(fresh_database: FreshDatabase, table: str, change: str) -> None:
    url = fresh_database()
    log = PostgresLog(url)
    log.create()
    log.append(append(event(1)))
    log.close()
    stopped = pytest.raises(psycopg2.errors.InsufficientPrivilege, match="append-only")
    with closing(psycopg2.connect(url)) as conn, conn.cursor() as cursor, stopped:
        cursor.execute(change.format(table=table))


@pytest.mark.parametrize(
    "change",
    [
        "update event set type = 'Forged'",
        "delete from event",
        "update command set fingerprint = ''",
        "delete from command",
        "insert or replace into event select * from event",
        "insert or replace into command select * from command",
        "insert into event select tenant, 3, stream, 2, type, data, case_id, actor_kind, actor_ref, command_id,"
        " correlation_id, causation_id, policy_version, occurred_at, recorded_at from event",
    ],
)
def test_a_file_refuses_to_change_its_past_or_to_leave_a_gap(
    sqlite_log: SqliteLog, tmp_path: Path, change: str
) -> None:
    sqlite_log.append(append(event(1)))
    with closing(sqlite3.connect(tmp_path / "events.db")) as conn, pytest.raises(sqlite3.IntegrityError):
        conn.execute(change)
