"""The PostgreSQL vault where it can go wrong: lost connections, killed greenlets, destruction against keeping."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import psycopg2
import pytest

from shared.domain.refusals import NotFound
from shared.vault import destruction, postgres
from shared.vault.keyring import FileKeyring
from shared.vault.relational import RelationalVault
from tests.infrastructure.vault.examples import MUNIRA, PROFILE, kept, read, sealed

EVENTLET = """
import eventlet; eventlet.monkey_patch()
from psycogreen.eventlet import patch_psycopg; patch_psycopg()
import sys, pathlib
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault
from tests.infrastructure.vault.conftest import NOW
from tests.infrastructure.vault.examples import PROFILE, kept, read
vault = open_vault(sys.argv[1], FileKeyring(pathlib.Path(sys.argv[2]), create=True), lambda: NOW)
turns = []
def others_run():
    while True:
        turns.append(1)
        eventlet.sleep(0.001)
eventlet.spawn(others_run)
pool = eventlet.GreenPool(32)
assert all(read(vault, kept(vault).ref) == PROFILE for _ in range(3))
assert all(content == PROFILE for content in pool.imap(lambda n: read(vault, kept(vault).ref), range(64)))
assert len(turns) > 10, turns
killed = [pool.spawn(lambda: read(vault, kept(vault).ref)) for _ in range(24)]
eventlet.sleep(0.01)
for greenlet in killed:
    greenlet.kill()
assert all(content == PROFILE for content in pool.imap(lambda n: read(vault, kept(vault).ref), range(64)))
print("cooperative")
"""


@pytest.fixture
def url(fresh_database: Callable[[], str]) -> str:
    return fresh_database()


@pytest.fixture
def vault(url: str, tmp_path: Path) -> RelationalVault:
    keyring = FileKeyring(tmp_path / "keys.json", create=True)
    return postgres.open_vault(url, keyring, lambda: datetime.now(UTC))


def test_greenlets_take_turns_and_a_killed_one_spoils_no_connection(url: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-c", EVENTLET, url, str(tmp_path / "keys.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.stdout == "cooperative\n", done.stderr


def test_a_connection_lost_while_idle_is_replaced(
    vault: RelationalVault, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "IDLE", 0.0)
    ref = kept(vault).ref
    _end_other_sessions(url)
    assert read(vault, ref) == PROFILE


def test_a_connection_lost_in_use_fails_once_and_is_not_used_again(vault: RelationalVault, url: str) -> None:
    ref = kept(vault).ref
    with pytest.raises(psycopg2.OperationalError), vault._database.transaction() as run:
        _end_other_sessions(url)
        run("SELECT 1")
    assert read(vault, ref) == PROFILE


def test_keeping_waits_for_a_running_destruction_and_then_fails(vault: RelationalVault) -> None:
    """The subject's row is locked by the destruction, so the late content sees that its key is gone."""
    late, started, failures = sealed(vault), Event(), list[str]()

    def keep() -> None:
        started.set()
        try:
            vault.keep([late])
        except NotFound as refusal:
            failures.append(refusal.code)

    keeper = Thread(target=keep)
    with vault._database.transaction() as run:
        destruction.lock_against_keeping(run, vault._database, "sidr", MUNIRA)
        assert destruction.in_force(run, "sidr", MUNIRA) == []
        keeper.start()
        assert started.wait(5)
        keeper.join(0.2)
        assert keeper.is_alive()
        destruction.destroyed(run, "sidr", MUNIRA, None, datetime.now(UTC))
    keeper.join(5)
    assert failures == ["subject_destroyed"]


def _end_other_sessions(url: str) -> None:
    link = psycopg2.connect(url)
    with link, link.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    link.close()
