"""Questions about the association's services: what each is called, and what a request for it must carry."""

from __future__ import annotations

from services.governance.application.aggregates import SERVICE_ENTRY
from services.governance.domain.catalogue_entry import ServiceEntry
from services.governance.domain.commands.offerings import ItemName
from shared.application.desk import Desk
from shared.contracts.governance import Wording
from shared.domain.messages import message


@message
class ListServices:
    """The catalogue as it stands."""


@message
class ServiceRow:
    """item_names: of those items that were given one."""

    service_code: str
    version: int
    criteria_version: int
    name: Wording
    required_items: tuple[str, ...]
    item_names: tuple[ItemName, ...]


@message
class ServiceList:
    """By code."""

    services: tuple[ServiceRow, ...]


def list_services(_query: ListServices, desk: Desk) -> ServiceList:
    """From the entries' own events."""
    return ServiceList(services=tuple(_row(desk.load(SERVICE_ENTRY, code)) for code in sorted(desk.rules().services)))


def _row(entry: ServiceEntry) -> ServiceRow:
    current = entry.current
    assert current is not None
    return ServiceRow(
        service_code=current.service_code,
        version=current.version,
        criteria_version=current.criteria_version,
        name=current.name,
        required_items=current.required_items,
        item_names=current.item_names,
    )
