"""The services of the platform, in the order in which a case usually meets them."""

from __future__ import annotations

from collections.abc import Sequence

from services.committee.service import SERVICE as COMMITTEE
from services.complaints.service import SERVICE as COMPLAINTS
from services.governance.service import SERVICE as GOVERNANCE
from services.intake.service import SERVICE as INTAKE
from services.notifications.service import SERVICE as NOTIFICATIONS
from services.surveys.service import SERVICE as SURVEYS
from shared.application.service import Service

SERVICES: Sequence[Service] = (GOVERNANCE, INTAKE, COMMITTEE, NOTIFICATIONS, SURVEYS, COMPLAINTS)
NAMES: Sequence[str] = tuple(service.name for service in SERVICES)
