"""Every door of the platform by service name, so that gateways can read and write its messages."""

from __future__ import annotations

from collections.abc import Mapping

from gateways.audit.replay import DOOR as AUDIT
from services.catalogue import SERVICES
from shared.doors.door import Door
from shared.hosting.doors import door_of

DOORS: Mapping[str, Door] = {service.name: door_of(service) for service in SERVICES} | {"audit": AUDIT}
