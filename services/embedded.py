"""The whole platform in one process: every service on SQLite, one bus, one gRPC server, one web address."""

from __future__ import annotations

import fcntl
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import uvicorn
from fastapi import FastAPI

from gateways.audit.replay import DOOR as AUDIT
from gateways.audit.replay import Replayer
from gateways.doors import DOORS
from gateways.portal.app import web_application
from gateways.reach import OnBehalf, Reach
from services.catalogue import NAMES, SERVICES
from shared.application.infrastructure import Infrastructure
from shared.application.service import Service
from shared.bus.embedded import EmbeddedBus
from shared.bus.parked import ParkedContracts
from shared.bus.sources import LocalSources
from shared.clock import Clock
from shared.contracts.index import CONTRACTS
from shared.doors.door import ServedDoor
from shared.doors.server import AddressTaken, Listening, serve
from shared.followers.engine import engine_for
from shared.followers.views import ViewStore
from shared.followers.wake import Wake
from shared.hosting import gauges
from shared.hosting.doors import served
from shared.hosting.runtime import ServiceRuntime, publishing_of
from shared.identity import create_keys, signing_key, verifying_key
from shared.settings import Settings
from shared.store.grouping import GroupingLog
from shared.store.sqlite_log import SqliteLog
from shared.telemetry.commands import observed
from shared.vault import Vault
from shared.vault.keyring import FileKeyring
from shared.vault.sqlite import open_vault


class DataFolderInUse(Exception):
    """Another platform runs on the same data folder."""


class EmbeddedPlatform:
    """Starts, serves and stops. The ports of the settings may be 0 for any free one; see `url` and `grpc`."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        with ExitStack() as opened:
            opened.callback(_lock(settings.data).close)
            create_keys(settings.keys)
            self.vault = self._open_vault(opened)
            self._bus = EmbeddedBus()
            self._wakes = {service.name: Wake() for service in SERVICES}
            self._infrastructure = {service.name: self._build(service, opened) for service in SERVICES}
            sources = self._sources()
            self.runtimes = {service.name: self._runtime(service, sources) for service in SERVICES}
            self._opened = opened.pop_all()

    def start(self) -> None:
        """Serve; returns once everything answers. What fails half way is stopped and closed."""
        with self._opened as opened:
            self._start_services(opened)
            listening = self._serve_grpc(opened)
            self.grpc = f"{self.settings.host}:{listening.port}"
            self._reach.open(dict.fromkeys((*NAMES, "audit"), self.grpc))
            app = web_application(self._reach, signing_key(self.settings.keys), self.clock, self.settings.data)
            web = _Web(app, self.settings)
            opened.callback(web.stop)
            self.url = web.start()
            self._opened = opened.pop_all()

    def stop(self) -> None:
        """Take no more, finish what is under way, close: the last that was opened first."""
        self._opened.close()

    def _start_services(self, opened: ExitStack) -> None:
        for runtime in self.runtimes.values():
            runtime.subscribe()
        opened.callback(self._bus.stop)
        self._bus.start()
        for runtime in self.runtimes.values():
            opened.callback(runtime.stop)
            opened.callback(gauges.shown(runtime))
            runtime.sweep()
            runtime.start()

    def _open_vault(self, opened: ExitStack) -> Vault:
        keyring = FileKeyring(self.settings.keys / "key-encryption.json", create=True)
        vault = open_vault(self.settings.data / "vault.db", keyring, self.clock.now)
        opened.callback(vault.close)
        return vault

    def _sources(self) -> LocalSources:
        return LocalSources(
            {service.name: (self._infrastructure[service.name].log, publishing_of(service)) for service in SERVICES}
        )

    def _build(self, service: Service, opened: ExitStack) -> Infrastructure:
        log = SqliteLog(self.settings.data / f"{service.name}.db", self.clock.now)
        opened.callback(log.close)
        log.create()
        engine = engine_for(f"sqlite:///{self.settings.data / f'{service.name}-views.db'}")
        opened.callback(engine.dispose)
        views = ViewStore(engine, service.views, service.catalogue.decode)
        views.create()
        return Infrastructure(
            log=GroupingLog(log),
            vault=self.vault,
            clock=self.clock,
            views=views,
            announce=self._wakes[service.name].appended,
            observe=observed,
            settings=self.settings,
        )

    def _runtime(self, service: Service, sources: LocalSources) -> ServiceRuntime:
        infrastructure = self._infrastructure[service.name]
        parked = ParkedContracts(infrastructure.views.engine)
        parked.create()
        return ServiceRuntime(
            service,
            infrastructure,
            bus=self._bus,
            sources=sources,
            parked=parked,
            contracts=CONTRACTS,
            wake=self._wakes[service.name],
        )

    def _serve_grpc(self, opened: ExitStack) -> Listening:
        self._reach = Reach(DOORS)
        opened.callback(self._reach.close)
        replayer = Replayer(NAMES, OnBehalf(self._reach, signing_key(self.settings.keys), self.clock).ask)
        doors = [served(runtime) for runtime in self.runtimes.values()]
        audit = ServedDoor(door=AUDIT, ask=replayer.answer)
        listening = serve(
            [*doors, audit],
            verifying_key=verifying_key(self.settings.keys),
            clock=self.clock.now,
            address=f"{self.settings.host}:{self.settings.grpc_port}",
        )
        opened.callback(listening.stop)
        return listening


def _lock(data: Path) -> IO[str]:
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = (data / "platform.lock").open("w")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        handle.close()
        raise DataFolderInUse(str(data)) from None
    return handle


class _Web:
    """The web application in a thread of its own."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        config = uvicorn.Config(
            app, host=settings.host, port=settings.http_port, log_level="warning", access_log=False, lifespan="off"
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, name="web", daemon=True)
        self._host = settings.host

    def start(self) -> str:
        """Serve; gives the address."""
        self._thread.start()
        while not self._server.started:
            if not self._thread.is_alive():
                raise AddressTaken("cannot listen on the web address")
            self._thread.join(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://{self._host}:{port}"

    def stop(self) -> None:
        """Finish the requests under way."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(10)
