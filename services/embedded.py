"""The whole platform in one process: every service on SQLite, one bus, one gRPC server, one web address."""

from __future__ import annotations

import fcntl
import threading
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
from shared.doors.server import Listening, serve
from shared.followers.engine import engine_for
from shared.followers.follower import Wake
from shared.followers.views import ViewStore
from shared.hosting.doors import served
from shared.hosting.runtime import ServiceRuntime, publishing_of
from shared.identity import create_keys, signing_key, verifying_key
from shared.settings import Settings
from shared.store.grouping import GroupingLog
from shared.store.sqlite_log import SqliteLog
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
        self._lock = _lock(settings.data)
        create_keys(settings.keys)
        keyring = FileKeyring(settings.keys / "key-encryption.json", create=True)
        self.vault: Vault = open_vault(settings.data / "vault.db", keyring, clock.now)
        self._bus = EmbeddedBus()
        self._wakes = {service.name: Wake() for service in SERVICES}
        self._infrastructure = {service.name: self._build(service) for service in SERVICES}
        sources = LocalSources(
            {service.name: (self._infrastructure[service.name].log, publishing_of(service)) for service in SERVICES}
        )
        self.runtimes = {service.name: self._runtime(service, sources) for service in SERVICES}

    def start(self) -> None:
        """Serve; returns once everything answers."""
        for runtime in self.runtimes.values():
            runtime.subscribe()
        self._bus.start()
        for runtime in self.runtimes.values():
            runtime.sweep()
            runtime.start()
        self._grpc = self._serve_grpc()
        self.grpc = f"{self.settings.host}:{self._grpc.port}"
        self._reach.open(dict.fromkeys((*NAMES, "audit"), self.grpc))
        self._web = _Web(web_application(self._reach, verifying_key(self.settings.keys), self.clock), self.settings)
        self.url = self._web.start()

    def stop(self) -> None:
        """Take no more, finish what is under way, close."""
        self._web.stop()
        self._grpc.stop()
        for runtime in self.runtimes.values():
            runtime.stop()
        self._bus.stop()
        self._reach.close()
        self._lock.close()

    def _build(self, service: Service) -> Infrastructure:
        log = SqliteLog(self.settings.data / f"{service.name}.db", self.clock.now)
        log.create()
        engine = engine_for(f"sqlite:///{self.settings.data / f'{service.name}-views.db'}")
        views = ViewStore(engine, service.views, service.catalogue.decode)
        views.create()
        return Infrastructure(
            log=GroupingLog(log),
            vault=self.vault,
            clock=self.clock,
            views=views,
            announce=self._wakes[service.name].set,
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

    def _serve_grpc(self) -> Listening:
        self._reach = Reach(DOORS)
        replayer = Replayer(NAMES, OnBehalf(self._reach, signing_key(self.settings.keys), self.clock).ask)
        doors = [served(runtime) for runtime in self.runtimes.values()]
        audit = ServedDoor(door=AUDIT, ask=replayer.replay)
        return serve(
            [*doors, audit],
            verifying_key=verifying_key(self.settings.keys),
            clock=self.clock.now,
            address=f"{self.settings.host}:{self.settings.grpc_port}",
        )


def _lock(data: Path) -> IO[str]:
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = (data / "platform.lock").open("w")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
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
                raise OSError("the web address cannot be had; is another platform running?")
            self._thread.join(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://{self._host}:{port}"

    def stop(self) -> None:
        """Finish the requests under way."""
        self._server.should_exit = True
        self._thread.join(10)
