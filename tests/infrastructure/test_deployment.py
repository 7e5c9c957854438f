"""The databases and roles that the containers' first start makes, made here on a cluster of their own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from services.complaints.service import SERVICE
from shared.followers.engine import engine_for
from shared.followers.views import ViewStore
from shared.store.postgres_log import PostgresLog
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault
from tests.ground.postgres import private_postgres

DEPLOY = Path(__file__).parents[2] / "deploy" / "postgres"


def create_databases(port: int) -> None:
    """Run the script as the postgres image would, against a server on this port."""
    passwords = {"SANAD_OWNER_PASSWORD": "owner's", "SANAD_APP_PASSWORD": "app's"}
    where = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "SANAD_ROLES_SQL": str(DEPLOY / "roles.sql")}
    script = ["sh", str(DEPLOY / "create-databases.sh")]
    subprocess.run(script, env=os.environ | passwords | where, check=True, capture_output=True)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """`host:port` of a cluster with every database and role."""
    try:
        with private_postgres() as server:
            address = urlsplit(server.url)
            create_databases(address.port or 5432)
            yield f"{address.hostname}:{address.port}"
    except FileNotFoundError as missing:
        pytest.skip(str(missing))


def url(cluster: str, service: str, role: str) -> str:
    return f"postgresql://sanad_{service}_{role}@{cluster}/sanad_{service}"


def test_making_them_again_changes_nothing(cluster: str) -> None:
    create_databases(int(cluster.rpartition(":")[2]))


def test_a_service_reads_its_log_and_owns_its_views_but_cannot_rewrite_an_event(cluster: str) -> None:
    with closing(PostgresLog(url(cluster, "complaints", "owner"))) as log:
        log.create(app_role="sanad_complaints_app")
    engine = engine_for(url(cluster, "complaints", "app"))
    ViewStore(engine, SERVICE.views, SERVICE.catalogue.decode).create()
    with closing(PostgresLog(url(cluster, "complaints", "app"))) as log:
        assert log.head("kadi") == 0
    with (
        closing(psycopg2.connect(url(cluster, "complaints", "app"))) as connection,
        connection.cursor() as cursor,
        pytest.raises(psycopg2.errors.InsufficientPrivilege),
    ):
        cursor.execute("UPDATE event SET type = 'Other'")


def test_a_service_cannot_enter_the_database_of_another(cluster: str) -> None:
    with pytest.raises(psycopg2.OperationalError, match="permission denied"):
        psycopg2.connect(f"postgresql://sanad_complaints_app@{cluster}/sanad_intake")


def test_the_vault_is_open_to_its_working_role(cluster: str, tmp_path: Path) -> None:
    keyring = FileKeyring(tmp_path / "keys.json", create=True)
    open_vault(url(cluster, "vault", "owner"), keyring, lambda: datetime.now(UTC), prepare=True)
    vault = open_vault(url(cluster, "vault", "app"), keyring, lambda: datetime.now(UTC), prepare=False)
    assert list(vault.readings("kadi")) == []
