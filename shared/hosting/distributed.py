"""A service's parts as the distributed platform builds them: PostgreSQL, RabbitMQ, and nothing shared in memory."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from shared.application.infrastructure import Infrastructure
from shared.application.service import Service
from shared.bus.parked import ParkedContracts
from shared.bus.rabbit import RabbitBus
from shared.bus.sources import LocalSources, Sources
from shared.clock import Clock, FileClock, SystemClock
from shared.contracts.index import CONTRACTS
from shared.followers.engine import engine_for
from shared.followers.views import ViewStore
from shared.followers.wake import Wake
from shared.hosting.runtime import Rests, ServiceRuntime
from shared.settings import Settings
from shared.store.log import EventLog
from shared.store.postgres_log import PostgresLog
from shared.telemetry.commands import observed
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault


def named(target: str) -> Service:
    """The service that `package.module:NAME` names."""
    module, _, name = target.partition(":")
    service: Service = getattr(import_module(module), name)
    return service


def clock_of(settings: Settings) -> Clock:
    """The machine's clock, or the one several processes of a rehearsal share."""
    return FileClock(settings.clock_file) if settings.clock_file else SystemClock()


# Appends of other processes are heard at once, so that looking for unheard ones may be rare.
POLL = 0.25
# Read models share a process with what is told to other services, and leave it room; so does what acts
# outside, where nobody waits for the moment. What is told to others rests just long enough to gather.
RESTS = Rests(views=0.15, effects=0.03, publishing=0.005)


def runtime_of(
    service: Service,
    settings: Settings,
    clock: Clock,
    *,
    grouping: Any = None,
    announce: Callable[[str, int], None] | None = None,
    sources: Sources | None = None,
) -> ServiceRuntime:
    """The service over its own database. grouping: wraps the log where one process appends for many callers; announce:
    tells other processes of appends, where this one does not follow itself."""
    log: EventLog = PostgresLog(settings.database_url)
    wake = Wake()
    # Read models are no record: the working role makes their tables itself, in a schema of its own.
    views = ViewStore(engine_for(settings.database_url), service.views, service.catalogue.decode)
    parked = ParkedContracts(views.engine)
    views.create()
    parked.create()
    infrastructure = Infrastructure(
        log=grouping(log) if grouping else log,
        vault=open_vault(settings.vault_url, FileKeyring(settings.keys / KEY_FILE), clock.now, prepare=False),
        clock=clock,
        views=views,
        announce=announce or wake.appended,
        observe=observed,
        settings=settings,
    )
    return ServiceRuntime(
        service,
        infrastructure,
        bus=RabbitBus(settings.amqp_url),
        sources=sources or LocalSources({}),
        parked=parked,
        contracts=CONTRACTS,
        wake=wake,
        poll=POLL,
        rests=RESTS,
    )


KEY_FILE = "key-encryption.json"
