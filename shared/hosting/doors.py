"""A service's door: every command that may be asked from outside, every question, and the operator's few."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shared.application.application import Asked
from shared.application.routes import SYSTEM
from shared.application.service import Service
from shared.domain.actor import Actor
from shared.doors.door import Door, ServedDoor
from shared.hosting.operations import Operations
from shared.hosting.operator_questions import QUERIES
from shared.hosting.runtime import ServiceRuntime
from shared.store.log import Receipt


def door_of(service: Service) -> Door:
    """The door; commands that only the system itself may give have no place in it."""
    return Door(
        service=service.name,
        commands=tuple(route.command for route in service.routes if route.by != {SYSTEM}),
        queries=(*((question.query, question.answer) for question in service.questions), *QUERIES),
    )


def served(runtime: ServiceRuntime) -> ServedDoor:
    """The door with the service behind it."""
    application = runtime.application
    operators = Operations(runtime)
    asked_by_operators = {query for query, _ in QUERIES}

    def tell(command: Any, actor: Actor, command_id: UUID, correlation_id: UUID) -> Receipt:
        return application.handle(
            Asked(command=command, actor=actor, command_id=command_id, correlation_id=correlation_id)
        )

    def ask(query: Any, actor: Actor) -> Any:
        return operators.ask(query, actor) if type(query) in asked_by_operators else application.ask(query, actor)

    return ServedDoor(door=door_of(runtime.service), tell=tell, ask=ask)
