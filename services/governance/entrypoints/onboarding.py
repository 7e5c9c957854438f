"""Onboarding: an association's file carried out as commands, by one operator and two governance officers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from uuid import UUID

from services.governance.application.questions import AssociationAnswer, ReadAssociation
from services.governance.domain.association_file import AssociationFile
from services.governance.domain.loading import By, LoadingStep, loading, registration
from shared.domain.actor import Actor

ACTORS: Mapping[By, tuple[str, str]] = {
    "platform_operator": ("onboarding-operator", "platform_operator"),
    "drafter": ("onboarding-drafter", "governance_officer"),
    "recorder": ("onboarding-recorder", "governance_officer"),
}


class Tell(Protocol):
    """Sends governance a command, in the name of an actor."""

    def __call__(self, command: Any, actor: Actor, command_id: UUID, correlation_id: UUID) -> Any: ...


Ask = Callable[[Any, Actor], Any]


def load(file: AssociationFile, tell: Tell, ask: Ask) -> int:
    """Load an association and give the number of commands sent; loading the same file again changes nothing.

    Refused, before anything is written: `association_already_registered`, when it joined by another file.
    """
    first = registration(file)
    correlation_id = first.command_id
    _tell(file, first, tell, correlation_id)
    known: AssociationAnswer = ask(ReadAssociation(), actor(file.tenant, "drafter"))
    steps = loading(file, known.registered_on)
    for step in steps[1:]:
        _tell(file, step, tell, correlation_id)
    return len(steps)


def _tell(file: AssociationFile, step: LoadingStep, tell: Tell, correlation_id: UUID) -> None:
    tell(step.command, actor(file.tenant, step.by), step.command_id, correlation_id)


def actor(tenant: str, by: By) -> Actor:
    """In whose name a step is asked."""
    ref, role = ACTORS[by]
    return Actor(tenant=tenant, kind="staff", ref=ref, roles=frozenset({role}))
