"""To whom a service is given, opened for those who give it once it was approved; each reading is on record."""

from __future__ import annotations

from services.intake.application.answers_of_requests import seen
from services.intake.application.roles import SERVICE
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.person import ContactPoint, Profile
from services.intake.domain.refusals.reply import nobody_to_serve
from shared.application.desk import Desk
from shared.application.routes import Question
from shared.domain.messages import message
from shared.domain.refusals import NotFound

SERVED_IN = frozenset({"replied", "in_service", "delivered", "not_delivered"})


@message
class ReadRecipient:
    """Who is served under one request; who reads it and why is recorded."""

    request_id: str
    reason: str


@message
class Recipient:
    """No more than giving the service needs. contact: his agreed number or address, need: what he asked for, in words;
    None where there is none."""

    name: str
    channel: str | None
    contact: str | None
    need: str | None


def read_recipient(query: ReadRecipient, desk: Desk) -> Recipient:
    """Raises NotFound before the request was approved and replied to, and once it is over."""
    request, beneficiary, _ = seen(query.request_id, desk)
    if request.outcome != "approved" or request.stage not in SERVED_IN:
        raise NotFound(nobody_to_serve.code, en=nobody_to_serve.en, ar=nobody_to_serve.ar)
    why = {"reason": query.reason, "case_id": query.request_id}
    return Recipient(
        name=desk.open(beneficiary.profile, Profile, **why).name,
        channel=beneficiary.agreed_contact.channel if beneficiary.agreed_contact else None,
        contact=_contact(beneficiary, desk, why),
        need=desk.open(request.need, str, **why) if request.need else None,
    )


def _contact(beneficiary: Beneficiary, desk: Desk, why: dict[str, str]) -> str | None:
    agreed = beneficiary.agreed_contact
    if agreed is None:
        return None
    points = desk.open(beneficiary.contact_points, tuple[ContactPoint, ...], **why)
    return next((one.value for one in points if one.contact_point_id == agreed.contact_point_id), None)


RECIPIENTS = Question(query=ReadRecipient, answer=Recipient, by=SERVICE, answers=read_recipient)
