"""A private PostgreSQL cluster, and empty databases in whichever cluster there is."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from tests.ground.process import Process, free_ports, leashed_folder

# Losing a test database to a power cut hurts nobody; waiting for the disk in every test hurts everybody.
_CARELESS = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
_numbers = count(1)


class Postgres:
    """A PostgreSQL server one may stop, kill and start again on the same port and the same data."""

    def __init__(self, folder: Path, port: int, *, durable: bool, user: str | None) -> None:
        self.url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        options = ("-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}")
        limits = ("-c", "max_connections=300", "-c", "max_prepared_transactions=0", "-c", "log_min_messages=fatal")
        command = (binary("postgres"), "-D", str(folder / "data"), "-p", str(port), *options, *limits)
        self._process = Process("postgres", (*command, *(() if durable else _CARELESS)), folder, user=user)

    def start(self) -> None:
        self._process.start()
        self._process.wait_until(lambda: answers(self.url))

    def stop(self) -> None:
        """Stop in order: open sessions are ended, everything is written."""
        self._process.stop(signal.SIGINT)

    def kill(self) -> None:
        """Crash: no farewell, nothing more is written."""
        self._process.kill()

    def stop_at_once(self) -> None:
        """PostgreSQL's immediate shutdown: every session is cut off, and the next start recovers from the log."""
        self._process.stop(signal.SIGQUIT)


def binary(name: str) -> str:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(installed[-1]) if installed else shutil.which(name)
    if found is None:
        raise FileNotFoundError(
            f"{name} is not installed: run scripts/servers_for_tests, or set SANAD_TEST_DATABASE_URL"
        )
    return found


def _unprivileged() -> str | None:
    """Name the account to run as: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def private_postgres(*, durable: bool = False) -> Iterator[Postgres]:
    """Run a cluster of one's own on a free port; `durable` waits for the disk, as measurements must."""
    user = _unprivileged()
    with leashed_folder("postgres", owner=user) as folder:
        command = [binary("initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        group = pwd.getpwnam(user).pw_gid if user else None
        initdb = [*command, "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(initdb, check=True, capture_output=True, user=user, group=group, cwd=folder)
        server = Postgres(folder, free_ports(1)[0], durable=durable, user=user)
        try:
            server.start()
            yield server
        finally:
            server.stop()


def answers(url: str) -> bool:
    """Say whether a connection to this database succeeds."""
    try:
        psycopg2.connect(url, connect_timeout=2).close()
    except psycopg2.OperationalError:
        return False
    return True


def _administer(url: str, statement: str) -> None:
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)


def create_database(server_url: str) -> str:
    """Create an empty database on this server and return its URL."""
    name = f"sanad_test_{os.getpid()}_{next(_numbers)}"
    _administer(server_url, f'CREATE DATABASE "{name}" TEMPLATE template0')
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))


def drop_database(server_url: str, url: str) -> None:
    """Drop the database at `url`, whoever is still connected."""
    _administer(server_url, f'DROP DATABASE IF EXISTS "{urlsplit(url).path[1:]}" WITH (FORCE)')
