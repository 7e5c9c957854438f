"""An entry of the service catalogue: what a service is called, and the evidence a request for it must carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.governance.domain.commands.offerings import PublishServiceInformation
from services.governance.domain.events.offerings import ServiceInformationPublished
from services.governance.domain.policy import Situation, codes_are_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """The newest information, None before the first."""

    current: ServiceInformationPublished | None = None


def evolve(state: ServiceEntry, event: Any) -> ServiceEntry:
    match event:
        case ServiceInformationPublished():
            return ServiceEntry(current=event)
    return state


def publish(
    command: PublishServiceInformation, state: ServiceEntry, _situation: Situation
) -> tuple[ServiceInformationPublished, ...]:
    codes_are_plain(command.service_code, *command.required_items, *(one.item_code for one in command.item_names))
    before = state.current
    changed = tuple(
        name
        for name in ("name", "required_items", "item_names")
        if (before is None and name != "item_names") or (before and getattr(before, name) != getattr(command, name))
    )
    if not changed:
        return ()
    criteria_before = before.criteria_version if before else 0
    return (
        ServiceInformationPublished(
            service_code=command.service_code,
            version=(before.version if before else 0) + 1,
            criteria_version=criteria_before + ("required_items" in changed),
            name=command.name,
            required_items=command.required_items,
            changed_fields=changed,
            item_names=command.item_names,
        ),
    )
