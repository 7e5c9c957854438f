"""What a recipient wants and does not want, as he says here or as intake has agreed with him."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import refusals
from services.notifications.domain.recipient import Recipient

if TYPE_CHECKING:
    from shared.application.situation import Situation

Facts = tuple[Any, ...]
STAFF = "beneficiary_relations_officer"


def adopt_contact_channel(command: asked.AdoptContactChannel, recipient: Recipient, _situation: Situation) -> Facts:
    if recipient.forgotten:
        return ()
    return (
        happened.ContactChannelNoted(
            beneficiary_id=command.beneficiary_id,
            recipient_id=command.recipient_id,
            channel_code=command.channel_code,
            contact_point_id=command.contact_point_id,
            language=command.language,
            contact_point=command.contact_point,
        ),
    )


def adopt_consent(command: asked.AdoptConsent, recipient: Recipient, _situation: Situation) -> Facts:
    if recipient.forgotten or (command.purpose in recipient.consents) == command.given:
        return ()
    return (happened.ConsentNoted(beneficiary_id=command.beneficiary_id, purpose=command.purpose, given=command.given),)


def note_majority(command: asked.NoteMajority, recipient: Recipient, _situation: Situation) -> Facts:
    if recipient == Recipient():
        return ()
    return (happened.GuardianArrangementsEnded(beneficiary_id=command.beneficiary_id),)


def note_guardianship_ended(command: asked.NoteGuardianshipEnded, recipient: Recipient, _situation: Situation) -> Facts:
    if recipient.forgotten or command.guardian_id in recipient.former:
        return ()
    return (happened.GuardianArrangementsEnded(beneficiary_id=command.beneficiary_id, guardian_id=command.guardian_id),)


def opt_out(command: asked.OptOut, recipient: Recipient, situation: Situation) -> Facts:
    _is_his_wish(command.beneficiary_id, recipient, situation)
    if command.purpose in recipient.stopped:
        return ()
    return (happened.RecipientOptedOut(beneficiary_id=command.beneficiary_id, purpose=command.purpose),)


def opt_in(command: asked.OptIn, recipient: Recipient, situation: Situation) -> Facts:
    _is_his_wish(command.beneficiary_id, recipient, situation)
    if command.purpose not in recipient.stopped:
        return ()
    return (happened.RecipientOptedIn(beneficiary_id=command.beneficiary_id, purpose=command.purpose),)


def destroy_recipient(command: asked.DestroyRecipient, _recipient: Recipient, _situation: Situation) -> Facts:
    # Each order is answered, also one about somebody forgotten before.
    return (happened.RecipientForgotten(order_id=command.order_id, subject_id=command.subject_id, scope=command.scope),)


def _is_his_wish(beneficiary_id: str, recipient: Recipient, situation: Situation) -> None:
    actor = situation.actor
    refusals.not_your_wish.unless(STAFF in actor.roles or actor.ref in (beneficiary_id, recipient.recipient_id))
