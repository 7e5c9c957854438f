"""The distributed platform as real processes: every service twice, the gateways, PostgreSQL and RabbitMQ."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from gateways.client import PlatformClient, Unavailable
from services.catalogue import NAMES
from shared.clock import FileClock
from shared.identity import signing_key
from tests.ground.process import Process, free_ports, wait_until
from tests.ground.servers import Postgres, private_postgres

ROOT = Path(__file__).parents[2]
PASSWORD = "rehearsal"


class Distributed:
    """Starts and stops the processes; `process(name)` gives one, e.g. `intake serve`, to be killed and started."""

    def __init__(self, folder: Path, server: Postgres, amqp: str) -> None:
        self.keys, self.clock = folder / "keys", FileClock(folder / "clock")
        self.ports = dict(zip((*NAMES, "audit", "web"), free_ports(len(NAMES) + 2), strict=True))
        halves = [f"{name} {half}" for name in NAMES for half in ("serve", "work")]
        self.metrics = dict(zip(halves, free_ports(len(halves)), strict=True))
        self._folder, self.amqp, self.server = folder, amqp, server
        self._host = urlsplit(server.url)
        self._processes: dict[str, Process] = {}

    def prepare(self) -> None:
        """Databases, roles, keys and tables, by the deployment's own scripts."""
        owner = self._database("{service}", "owner")
        roles = {"SANAD_OWNER_PASSWORD": PASSWORD, "SANAD_APP_PASSWORD": PASSWORD}
        server = {"PGHOST": str(self._host.hostname), "PGPORT": str(self._host.port)}
        script = {"SANAD_ROLES_SQL": str(ROOT / "deploy/postgres/roles.sql")}
        self._run(["sh", str(ROOT / "deploy/postgres/create-databases.sh")], roles | server | script)
        self._run([sys.executable, "-m", "gateways.cli", "init"], {"SANAD_OWNER_DATABASE_URL": owner})

    def start(self) -> PlatformClient:
        """Start everything and wait until it answers."""
        for name in NAMES:
            self._start(f"{name} serve", ["-m", f"services.{name}", "serve"], self._of(name, "serve"))
            self._start(f"{name} work", ["-m", f"services.{name}", "work"], self._of(name, "work"))
        self._start("audit", ["-m", "gateways.audit"], {"SANAD_GRPC_PORT": str(self.ports["audit"])})
        self._start("web", ["-m", "gateways.portal"], {"SANAD_HTTP_PORT": str(self.ports["web"])})
        client = PlatformClient(f"http://127.0.0.1:{self.ports['web']}", signing_key(self.keys))
        wait_until(lambda: self._answers(client), "the distributed platform", seconds=120)
        return client

    def process(self, name: str) -> Process:
        """One of the processes."""
        return self._processes[name]

    def names(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self._processes)

    def stop(self) -> None:
        """Stop all, in parallel where they let us."""
        for process in self._processes.values():
            process.stop()

    def database(self, service: str) -> str:
        """A service's database, as its working role."""
        return self._database(service, "app")

    def _answers(self, client: PlatformClient) -> bool:
        for name, process in self._processes.items():
            if not process.running:
                raise RuntimeError(f"{name} stopped:\n{process.log[-4000:]}")
        try:
            return bool(client.ready()["status"] == "ok")
        except Unavailable:
            return False

    def _start(self, name: str, arguments: list[str], env: Mapping[str, str]) -> None:
        everything = self._common() | dict(env)
        process = Process(name.replace(" ", "-"), [sys.executable, *arguments], self._folder, env=everything)
        process.start()
        self._processes[name] = process

    def _of(self, service: str, half: str) -> dict[str, str]:
        return {
            "SANAD_DATABASE_URL": self._database(service, "app"),
            "SANAD_GRPC_PORT": str(self.ports[service]),
            "SANAD_METRICS_PORT": str(self.metrics[f"{service} {half}"]),
        }

    def _common(self) -> dict[str, str]:
        doors = ",".join(f"{name}=127.0.0.1:{port}" for name, port in self.ports.items() if name != "web")
        return {
            "PYTHONPATH": str(ROOT),
            "SANAD_KEYS": str(self.keys),
            "SANAD_VAULT_URL": self._database("vault", "app"),
            "SANAD_AMQP_URL": self.amqp,
            "SANAD_SERVICES": doors,
            "SANAD_CLOCK_FILE": str(self._folder / "clock"),
            "SANAD_DATA": str(self._folder),
        }

    def _database(self, service: str, role: str) -> str:
        where = f"{self._host.hostname}:{self._host.port}"
        return f"postgresql://sanad_{service}_{role}:{PASSWORD}@{where}/sanad_{service}"

    def _run(self, command: list[str], env: Mapping[str, str]) -> None:
        subprocess.run(command, check=True, cwd=self._folder, env=os.environ | self._common() | dict(env))


@contextmanager
def distributed(
    folder: Path, amqp: str, begins: datetime, *, durable: bool = False
) -> Iterator[tuple[Distributed, PlatformClient]]:
    """A distributed platform with a PostgreSQL cluster of its own, since its databases have fixed names."""
    with ExitStack() as stack:
        postgres = stack.enter_context(private_postgres(durable=durable))
        platform = Distributed(folder, postgres, amqp)
        stack.callback(platform.stop)
        platform.clock.begin_at(begins)
        platform.prepare()
        client = platform.start()
        stack.callback(client.close)
        yield platform, client
