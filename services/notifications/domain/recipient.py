"""A recipient's wishes: agreed channel, consents, what he stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.notifications.domain import events as happened
from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """recipient_id: who is told, the beneficiary or his guardian. forgotten: his data are destroyed."""

    recipient_id: str | None = None
    channel_code: str | None = None
    contact_point_id: str | None = None
    contact_point: ContentRef | None = None
    language: str = "ar"
    consents: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    forgotten: bool = False


def evolve(recipient: Recipient, event: Any) -> Recipient:
    """The wishes after one more fact."""
    match event:
        case happened.ContactChannelNoted():
            return replace(
                recipient,
                recipient_id=event.recipient_id,
                channel_code=event.channel_code,
                contact_point_id=event.contact_point_id,
                contact_point=event.contact_point,
                language=event.language,
            )
        case happened.ConsentNoted(purpose=purpose, given=given):
            return replace(recipient, consents=_with(recipient.consents, purpose, given))
        case happened.RecipientOptedOut(purpose=purpose):
            return replace(recipient, stopped=_with(recipient.stopped, purpose, True))
        case happened.RecipientOptedIn(purpose=purpose):
            return replace(recipient, stopped=_with(recipient.stopped, purpose, False))
        case happened.GuardianArrangementsEnded(beneficiary_id=beneficiary):
            kept = recipient if recipient.recipient_id in (None, beneficiary) else Recipient(stopped=recipient.stopped)
            return replace(kept, consents=())
        case happened.RecipientForgotten(scope=scope) if not scope or "contact_points" in scope:
            return Recipient(forgotten=True)
    return recipient


def _with(codes: tuple[str, ...], code: str, wanted: bool) -> tuple[str, ...]:
    others = tuple(each for each in codes if each != code)
    return (*others, code) if wanted else others
