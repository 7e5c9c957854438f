"""Where a recipient can be reached, opened from the vault at the moment of sending."""

from __future__ import annotations

from services.notifications.adapters.sender import NotSent
from services.notifications.domain.recipient import Recipient
from shared.application.desk import Desk
from shared.domain.messages import message

KINDS = {"email": "email", "text_message": "phone"}


@message
class ContactPoint:
    """As intake seals it: kind is phone, email, address or portal."""

    contact_point_id: str
    kind: str
    value: str


def address_of(desk: Desk, recipient: Recipient, means: str, reason: str, case_id: str | None) -> str:
    """The agreed contact point, or another of the kind the means asks for. Raises NotSent(no_contact_point)."""
    if recipient.contact_point is None:
        raise NotSent("no_contact_point", permanent=True)
    points = desk.open(recipient.contact_point, tuple[ContactPoint, ...], reason=reason, case_id=case_id)
    fitting = sorted(
        (point for point in points if point.kind == KINDS[means]),
        key=lambda point: point.contact_point_id != recipient.contact_point_id,
    )
    if not fitting:
        raise NotSent("no_contact_point", permanent=True)
    return fitting[0].value
