"""Who wants to hear when the association's services change."""

from __future__ import annotations

from typing import Any
from uuid import uuid5

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened

Audience = frozenset[str]
AWARENESS = "awareness"


def evolve(audience: Audience, event: Any) -> Audience:
    """The audience after one more fact."""
    match event:
        case happened.AudienceJoined(beneficiary_id=id_):
            return audience | {id_}
        case happened.AudienceLeft(beneficiary_id=id_):
            return audience - {id_}
    return audience


def keep_in_step(command: asked.AdoptConsent, audience: Audience) -> tuple[Any, ...]:
    """Consent to awareness messages is what makes somebody part of it."""
    if command.purpose != AWARENESS or (command.beneficiary_id in audience) == command.given:
        return ()
    changed = happened.AudienceJoined if command.given else happened.AudienceLeft
    return (changed(beneficiary_id=command.beneficiary_id),)


def announce(command: asked.AnnounceInformation, announced: bool) -> tuple[Any, ...]:
    """Once for each published change."""
    if announced:
        return ()
    return (
        happened.InformationChangeAnnounced(
            source_event_id=command.source_event_id, service_code=command.service_code, version=command.version
        ),
    )


def news(announced: happened.InformationChangeAnnounced, beneficiary_id: str) -> asked.RequestNotification:
    """What one member of the audience is told; which service it is stays in the portal."""
    told = f"service_changed/{beneficiary_id}"
    return asked.RequestNotification(
        notification_id=str(uuid5(announced.source_event_id, told)),
        source_event_id=announced.source_event_id,
        purpose="awareness",
        template_code="service_changed",
        recipient_id=beneficiary_id,
        case_id=None,
        request_id=None,
        dedupe_key=f"{announced.source_event_id}/{told}",
    )
