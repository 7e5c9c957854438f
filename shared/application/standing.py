"""How far a service has come with an association: the head of its log, and the rules it has adopted."""

from __future__ import annotations

from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ReadStanding:
    """How far this service has come."""


@message
class Standing:
    """head: last position of the tenant's log; policy_version: the one in force as adopted here, None before that."""

    service: str
    head: int
    policy_version: str | None
    settings_version: int | None
    calendar_version: str | None
    service_codes: tuple[str, ...]


def read_standing(service: str, desk: Desk) -> Standing:
    """The head of the log and the rules adopted so far."""
    rules = desk.rules()
    return Standing(
        service=service,
        head=desk.infrastructure.log.head(desk.actor.tenant),
        policy_version=rules.current,
        settings_version=rules.settings.settings_version if rules.settings else None,
        calendar_version=rules.calendar.calendar_version if rules.calendar else None,
        service_codes=tuple(sorted(rules.services)),
    )
