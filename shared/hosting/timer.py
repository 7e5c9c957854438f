"""Time passing as commands: asks each service what is due and carries it out once, as the service itself."""

from __future__ import annotations

import threading
from uuid import UUID, uuid5

import structlog

from shared import codec
from shared.application.application import Application, Asked
from shared.application.routes import SYSTEM
from shared.application.service import Service
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError

_log = structlog.get_logger(__name__)
_DUE = UUID("5a6e6164-0000-5000-8000-000000000002")


def system(service: str, tenant: str) -> Actor:
    """The service itself, acting for a tenant."""
    return Actor(tenant=tenant, kind="service", ref=service, roles=frozenset({SYSTEM}))


class Timer:
    """Every `interval` seconds of real time, compares the platform's clock with what is due."""

    def __init__(self, service: Service, application: Application, *, interval: float = 0.5) -> None:
        self._service = service
        self._application = application
        self._interval = interval
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, in a thread."""
        if self._service.due:
            self._thread = threading.Thread(target=self.run, name=f"timer {self._service.name}", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Finish the round under way."""
        self._stopping.set()
        if self._thread:
            self._thread.join(10)

    def run(self) -> None:
        """Until stopped; what fails in one round is due in the next."""
        while not self._stopping.wait(self._interval):
            self.tick()

    def tick(self) -> None:
        """One round over all tenants."""
        for tenant in self._application.infrastructure.log.tenants():
            try:
                self._carry_out(tenant)
            except SanadError as refused:
                _log.info("due_refused", service=self._service.name, tenant=tenant, code=refused.code)
            except Exception as error:  # noqa: BLE001  one tenant's fault must not stop time for the others
                _log.warning("due_failed", service=self._service.name, tenant=tenant, error=type(error).__name__)

    def _carry_out(self, tenant: str) -> None:
        now = self._application.infrastructure.clock.now()
        for due in self._service.due:
            for command in due(self._application, tenant, now):
                told = f"{tenant}/{self._service.name}/{type(command).__name__}/".encode() + codec.encode(command)
                # The id comes from the content: whoever notices first, and however often, it is carried out once.
                command_id = uuid5(_DUE, told.hex())
                self._application.handle(
                    Asked(
                        command=command,
                        actor=system(self._service.name, tenant),
                        command_id=command_id,
                        correlation_id=command_id,
                    )
                )
