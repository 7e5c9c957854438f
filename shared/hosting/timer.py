"""Time passing as commands: asks a service what is due and carries it out once, as the service itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

import structlog

from shared import codec
from shared.application.application import Application, Asked
from shared.application.routes import SYSTEM
from shared.application.service import Due, Service
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError

_log = structlog.get_logger(__name__)
_DUE = UUID("5a6e6164-0000-5000-8000-000000000002")


def system(service: str, tenant: str) -> Actor:
    """The service itself, acting for a tenant."""
    return Actor(tenant=tenant, kind="service", ref=service, roles=frozenset({SYSTEM}))


def due_id(service: str, tenant: str, command: Any) -> UUID:
    """Comes from the content: whoever notices first, and however often, it is carried out once."""
    told = f"{tenant}/{service}/{type(command).__name__}/".encode() + codec.encode(command)
    return uuid5(_DUE, told.hex())


class Timer:
    """Compares the platform's clock with what is due, tenant by tenant. What fails in one round is due in the next."""

    def __init__(self, service: Service, application: Application) -> None:
        self._service = service
        self._application = application

    def tick(self) -> None:
        """One round; nothing that fails keeps anything else from being carried out."""
        if not self._service.due:
            return
        for tenant in self._application.infrastructure.log.tenants():
            for due in self._service.due:
                self._look(tenant, due)

    def _look(self, tenant: str, due: Due) -> None:
        try:
            commands = due(self._application, tenant, self._application.infrastructure.clock.now())
            asked = self._identified(tenant, commands)
            # What time goes on asking for after it was carried out is not worth deciding again in every round.
            done = self._application.infrastructure.log.receipts(tenant, asked.keys()) if asked else {}
        except Exception as error:  # noqa: BLE001  # one tenant's fault must not stop time for the others
            self._failed(tenant, error)
            return
        for command_id, command in asked.items():
            if command_id in done:
                continue
            try:
                self._carry_out(tenant, command, command_id)
            except SanadError as refused:
                _log.info("due_refused", service=self._service.name, tenant=tenant, code=refused.code)
            except Exception as error:  # noqa: BLE001  # nor one command's fault for those after it
                self._failed(tenant, error)

    def _identified(self, tenant: str, commands: Sequence[Any]) -> dict[UUID, Any]:
        asked: dict[UUID, Any] = {}
        for command in commands:
            try:
                asked[due_id(self._service.name, tenant, command)] = command
            except Exception as error:  # noqa: BLE001  # as below: the commands after it are none the worse
                self._failed(tenant, error)
        return asked

    def _carry_out(self, tenant: str, command: Any, command_id: UUID) -> None:
        itself = system(self._service.name, tenant)
        asked = Asked(command=command, actor=itself, command_id=command_id, correlation_id=command_id)
        self._application.handle(asked)

    def _failed(self, tenant: str, error: Exception) -> None:
        _log.warning("due_failed", service=self._service.name, tenant=tenant, error=type(error).__name__)
