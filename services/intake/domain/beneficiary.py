"""A beneficiary: person, household or organisation in the register."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from services.intake.domain.events import beneficiary as events
from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardianship:
    """Who acts for the beneficiary, and until when."""

    guardian_id: str
    basis: str
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        """The last day counts."""
        return self.valid_to is None or day <= self.valid_to


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedContact:
    """By which channel, at which point, to whom, in which language."""

    channel: str
    contact_point_id: str
    recipient_id: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beneficiary:
    """Somebody in the register; what is personal lies in the vault."""

    kind: str
    internal: bool
    guardian_required: bool
    profile: ContentRef
    contact_points: ContentRef
    contact_point_ids: tuple[str, ...]
    contact_point_kinds: tuple[str, ...] = ()
    identity: ContentRef | None = None
    data_revision: int = 1
    identity_verified: bool = False
    identity_verified_by: str | None = None
    guardians: tuple[Guardianship, ...] = ()
    agreed_contact: AgreedContact | None = None
    consents: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    registration_completed: bool = False

    def guardians_on(self, day: date) -> frozenset[str]:
        """Who may act for him on a day."""
        return frozenset(link.guardian_id for link in self.guardians if link.holds_on(day))

    def kind_of(self, contact_point_id: str) -> str | None:
        """What kind a contact point is, None where that was not recorded."""
        return dict(zip(self.contact_point_ids, self.contact_point_kinds, strict=False)).get(contact_point_id)

    def acts_through(self, day: date) -> str | None:
        """The first of those guardians, while he needs one."""
        links = (link.guardian_id for link in self.guardians if link.holds_on(day))
        return next(links, None) if self.guardian_required else None

    def guardian(self, guardian_id: str) -> Guardianship | None:
        """One of his guardianships, in force or expired."""
        return next((link for link in self.guardians if link.guardian_id == guardian_id), None)


def evolve(state: Beneficiary | None, event: Any) -> Beneficiary | None:
    """The beneficiary after one more event."""
    if isinstance(event, events.BeneficiaryRegistered):
        return Beneficiary(
            kind=event.kind,
            internal=event.internal,
            guardian_required=event.guardian_required,
            profile=event.profile,
            identity=event.identity,
            contact_points=event.contact_points,
            contact_point_ids=event.contact_point_ids,
            contact_point_kinds=event.contact_point_kinds,
        )
    return state and _changed(state, event)


def _changed(state: Beneficiary, event: Any) -> Beneficiary:
    match event:
        case events.IdentityVerified(verified_by=who):
            return replace(state, identity_verified=True, identity_verified_by=who)
        case events.GuardianLinked():
            link = Guardianship(guardian_id=event.guardian_id, basis=event.basis, valid_to=event.valid_to)
            return replace(state, guardians=(*_others(state, event.guardian_id), link))
        case events.GuardianshipEnded():
            return replace(
                state, guardians=_others(state, event.guardian_id), agreed_contact=_without(state, {event.guardian_id})
            )
        case events.MajorityReached():
            # Consents were given by the guardian: they are asked for again.
            return replace(state, guardian_required=False, guardians=(), consents=(), agreed_contact=_own(state))
        case events.BeneficiaryDataCorrected():
            return _corrected(state, event)
        case events.ContactChannelAgreed():
            return replace(state, agreed_contact=_agreed(event))
        case events.ConsentGiven(purpose=purpose):
            return replace(state, consents=tuple(sorted({*state.consents, purpose})))
        case events.ConsentWithdrawn(purpose=purpose):
            return replace(state, consents=tuple(each for each in state.consents if each != purpose))
        case events.RequestNoted(request_id=request_id):
            return replace(state, requests=(*state.requests, request_id))
        case events.RegistrationCompleted():
            return replace(state, registration_completed=True)
    return state


def _others(state: Beneficiary, guardian_id: str) -> tuple[Guardianship, ...]:
    return tuple(link for link in state.guardians if link.guardian_id != guardian_id)


def _own(state: Beneficiary) -> AgreedContact | None:
    return _without(state, {link.guardian_id for link in state.guardians})


def _without(state: Beneficiary, guardians: set[str]) -> AgreedContact | None:
    """What was agreed with a guardian ends with the guardianship."""
    contact = state.agreed_contact
    return None if contact and contact.recipient_id in guardians else contact


def _agreed(event: events.ContactChannelAgreed) -> AgreedContact:
    return AgreedContact(
        channel=event.channel_code,
        contact_point_id=event.contact_point_id,
        recipient_id=event.recipient_id,
        language=event.language,
    )


def _corrected(state: Beneficiary, event: events.BeneficiaryDataCorrected) -> Beneficiary:
    points, agreed = event.contact_points, state.agreed_contact
    gone = points is not None and agreed is not None and agreed.contact_point_id not in event.contact_point_ids
    # What was compared with the original was the old number.
    seen = state.identity_verified and event.identity is None
    return replace(
        state,
        data_revision=event.data_revision,
        identity_verified=seen,
        identity_verified_by=state.identity_verified_by if seen else None,
        guardian_required=event.guardian_required,
        profile=event.profile or state.profile,
        identity=event.identity or state.identity,
        contact_points=points or state.contact_points,
        contact_point_ids=event.contact_point_ids if points else state.contact_point_ids,
        contact_point_kinds=event.contact_point_kinds if points else state.contact_point_kinds,
        agreed_contact=None if gone else agreed,
    )
