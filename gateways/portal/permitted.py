"""What a page may offer somebody: read from the services' own tables of contents, so that no rule is told twice."""

from __future__ import annotations

from collections.abc import Mapping

from gateways.audit.replay import EXPORTERS, ExportCase, ReplayCase
from services.catalogue import SERVICES
from shared.application.common import READERS_OF_CASES
from shared.domain.actor import Actor

BY: Mapping[tuple[str, str], frozenset[str]] = (
    {(service.name, route.command.__name__): frozenset(route.by) for service in SERVICES for route in service.routes}
    | {(service.name, one.query.__name__): frozenset(one.by) for service in SERVICES for one in service.questions}
    | {("audit", ReplayCase.__name__): frozenset(READERS_OF_CASES), ("audit", ExportCase.__name__): EXPORTERS}
)


def may(actor: Actor, service: str, name: str) -> bool:
    """Whether one of his roles may ask this; the service itself decides when he does."""
    return not actor.roles.isdisjoint(BY.get((service, name), frozenset()))
