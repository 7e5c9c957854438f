"""A recipient's wishes: agreed channel, consents, what he stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.notifications.domain import events as happened
from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """recipient_id: who is told, the beneficiary or his guardian. forgotten: his data are destroyed.

    former: guardians who no longer act for him, and who read nothing more of what they were told.
    """

    recipient_id: str | None = None
    channel_code: str | None = None
    contact_point_id: str | None = None
    contact_point: ContentRef | None = None
    language: str = "ar"
    consents: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    forgotten: bool = False
    former: tuple[str, ...] = ()


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
                former=_with(recipient.former, event.recipient_id, False),
            )
        case happened.ConsentNoted(purpose=purpose, given=given):
            return replace(recipient, consents=_with(recipient.consents, purpose, given))
        case happened.RecipientOptedOut(purpose=purpose):
            return replace(recipient, stopped=_with(recipient.stopped, purpose, True))
        case happened.RecipientOptedIn(purpose=purpose):
            return replace(recipient, stopped=_with(recipient.stopped, purpose, False))
        case happened.GuardianArrangementsEnded():
            return _on_his_own(recipient, event)
        case happened.RecipientForgotten(scope=scope) if not scope or "contact_points" in scope:
            return Recipient(forgotten=True)
    return recipient


def _on_his_own(recipient: Recipient, event: happened.GuardianArrangementsEnded) -> Recipient:
    """Without what was agreed with the guardian; who comes of age consents anew as well."""
    told, of_age = recipient.recipient_id, event.guardian_id is None
    former = event.guardian_id or (told if told != event.beneficiary_id else None)
    kept = recipient
    if former is not None and former == told:
        kept = Recipient(stopped=recipient.stopped, consents=recipient.consents, former=recipient.former)
    if former is not None:
        kept = replace(kept, former=_with(kept.former, former, True))
    return replace(kept, consents=()) if of_age else kept


def _with(codes: tuple[str, ...], code: str, wanted: bool) -> tuple[str, ...]:
    others = tuple(each for each in codes if each != code)
    return (*others, code) if wanted else others
