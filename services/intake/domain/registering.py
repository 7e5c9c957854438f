"""How the register is kept: entering, verifying and correcting beneficiaries, and who acts for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import beneficiary as commands
from services.intake.domain.events import beneficiary as events
from services.intake.domain.person import Profile, checked_contact_point, checked_identity, checked_profile
from services.intake.domain.policy import Situation, demand_channel, demand_own
from services.intake.domain.reaching import demand_way
from services.intake.domain.refusals import beneficiary as refusals
from shared.domain.sealed import ContentRef
from shared.locale.majority import is_of_age


def checked_registration(command: commands.RegisterBeneficiary) -> commands.RegisterBeneficiary:
    """The command with its numbers in one spelling; refused where a number or a day cannot exist."""
    return replace(
        command,
        profile=checked_profile(command.profile),
        identity=command.identity and checked_identity(command.identity),
        contact_points=tuple(checked_contact_point(point) for point in command.contact_points),
    )


def checked_correction(command: commands.CorrectBeneficiaryData) -> commands.CorrectBeneficiaryData:
    """As for a registration; what is not corrected is not given."""
    return replace(
        command,
        profile=command.profile and checked_profile(command.profile),
        identity=command.identity and checked_identity(command.identity),
        contact_points=tuple(checked_contact_point(point) for point in command.contact_points),
    )


def register(
    command: commands.RegisterBeneficiary, _state: None, situation: Situation
) -> tuple[events.BeneficiaryRegistered | events.DuplicateDismissed, ...]:
    demand_sound(command.profile, situation)
    dismissed = {each.other_id: each.grounds for each in command.other_than}
    refusals.other_than_himself.unless(command.beneficiary_id not in dismissed)
    return (
        events.BeneficiaryRegistered(
            kind=command.kind,
            internal=command.internal,
            guardian_required=needs_guardian(command.profile, situation),
            profile=situation.refs["profile"],
            identity=situation.refs.get("identity"),
            contact_points=situation.refs["contact_points"],
            contact_point_ids=tuple(point.contact_point_id for point in command.contact_points),
            contact_point_kinds=tuple(point.kind for point in command.contact_points),
            shared_number_reason=situation.refs.get("shared_number_reason"),
        ),
        *(events.DuplicateDismissed(other_id=id_, grounds=grounds) for id_, grounds in dismissed.items()),
    )


def demand_number_of_his_own(
    command: commands.RegisterBeneficiary | commands.CorrectBeneficiaryData, bearers: Collection[str]
) -> None:
    """One number, one person: whoever enters it for a second one writes down why."""
    others = [bearer for bearer in bearers if bearer != command.beneficiary_id]
    refusals.number_of_another.unless(not others or bool((command.shared_number_reason or "").strip()))


def demand_sound(profile: Profile, situation: Situation) -> None:
    """A profile has a name, and nobody is born tomorrow."""
    refusals.name_missing.unless(bool(profile.name.strip()))
    refusals.birth_in_future.unless(profile.birth is None or profile.birth.on <= situation.today)


def needs_guardian(profile: Profile, situation: Situation) -> bool:
    """A minor, where the policy asks for a guardian."""
    if profile.birth is None or not situation.policy.minors_need_guardian:
        return False
    return not is_of_age(profile.birth.on, situation.today)


def verify_identity(
    command: commands.VerifyIdentity, state: Beneficiary, situation: Situation
) -> tuple[events.IdentityVerified]:
    refusals.identity_number_missing.unless(state.identity is not None)
    return (
        events.IdentityVerified(
            method=command.method, document_kind=command.document_kind, verified_by=situation.actor.ref
        ),
    )


def link_guardian(
    command: commands.LinkGuardian, state: Beneficiary, situation: Situation
) -> tuple[events.GuardianLinked]:
    refusals.guardian_of_himself.unless(command.guardian_id != command.beneficiary_id)
    refusals.guardianship_unproven.unless(bool(command.evidence.strip()))
    refusals.already_guardian.unless(command.guardian_id not in state.guardians_on(situation.today))
    refusals.guardianship_expired.unless(
        command.valid_to is None or command.valid_to >= situation.today, date=command.valid_to
    )
    return (
        events.GuardianLinked(
            guardian_id=command.guardian_id,
            basis=command.basis,
            evidence=situation.refs["evidence"],
            valid_to=command.valid_to,
        ),
    )


def end_guardianship(
    command: commands.EndGuardianship, state: Beneficiary, _situation: Situation
) -> tuple[events.GuardianshipEnded]:
    refusals.not_guardian.unless(state.guardian(command.guardian_id) is not None)
    return (events.GuardianshipEnded(guardian_id=command.guardian_id, reason_code=command.reason_code),)


def lapse_guardianship(
    command: commands.LapseGuardianship, state: Beneficiary, situation: Situation
) -> tuple[events.GuardianshipEnded, ...]:
    link = state.guardian(command.guardian_id)
    if link is None or link.valid_to != command.valid_to or link.holds_on(situation.today):
        return ()
    return (events.GuardianshipEnded(guardian_id=command.guardian_id, reason_code="expired"),)


def reach_majority(
    _command: commands.NoteMajority, state: Beneficiary, _situation: Situation
) -> tuple[events.MajorityReached, ...]:
    return (events.MajorityReached(),) if state.guardian_required else ()


def correct(
    command: commands.CorrectBeneficiaryData, state: Beneficiary, situation: Situation
) -> tuple[events.BeneficiaryDataCorrected | events.ContactChannelAgreed, ...]:
    changed = tuple(name for name in ("profile", "identity", "contact_points") if getattr(command, name))
    refusals.nothing_corrected.unless(bool(changed))
    if command.profile:
        demand_sound(command.profile, situation)
    minor = needs_guardian(command.profile, situation) if command.profile else state.guardian_required
    ref: dict[str, ContentRef] = {name: situation.refs[name] for name in changed}
    corrected = events.BeneficiaryDataCorrected(
        fields_changed=changed,
        data_revision=state.data_revision + 1,
        basis=command.basis,
        guardian_required=minor,
        profile=ref.get("profile"),
        identity=ref.get("identity"),
        contact_points=ref.get("contact_points"),
        contact_point_ids=tuple(point.contact_point_id for point in command.contact_points),
        contact_point_kinds=tuple(point.kind for point in command.contact_points),
        shared_number_reason=situation.refs.get("shared_number_reason"),
    )
    return (corrected, *agreed_anew(state, corrected))


def agreed_anew(
    state: Beneficiary, corrected: events.BeneficiaryDataCorrected
) -> tuple[events.ContactChannelAgreed, ...]:
    """What was agreed stays agreed, at the corrected contact point."""
    agreed = state.agreed_contact
    if corrected.contact_points is None or agreed is None:
        return ()
    if agreed.contact_point_id not in corrected.contact_point_ids:
        return ()
    return (
        events.ContactChannelAgreed(
            channel_code=agreed.channel,
            contact_point_id=agreed.contact_point_id,
            recipient_id=agreed.recipient_id,
            language=agreed.language,
            contact_point=corrected.contact_points,
        ),
    )


def agree_contact_channel(
    command: commands.AgreeContactChannel, state: Beneficiary, situation: Situation
) -> tuple[events.ContactChannelAgreed]:
    guardians = state.guardians_on(situation.today)
    demand_own(command.beneficiary_id, guardians, situation)
    demand_channel(command.channel, "AgreeContactChannel", situation)
    refusals.contact_point_unknown.unless(command.contact_point_id in state.contact_point_ids)
    refusals.recipient_unknown.unless(command.recipient_id in {command.beneficiary_id, *guardians})
    demand_way(command.channel, command.contact_point_id, state, situation)
    return (
        events.ContactChannelAgreed(
            channel_code=command.channel,
            contact_point_id=command.contact_point_id,
            recipient_id=command.recipient_id,
            language=command.language,
            contact_point=state.contact_points,
        ),
    )


def give_consent(command: commands.GiveConsent, state: Beneficiary, situation: Situation) -> tuple[events.ConsentGiven]:
    demand_own(command.beneficiary_id, state.guardians_on(situation.today), situation)
    demand_able(command.given_by, command.beneficiary_id, state, situation)
    return (
        events.ConsentGiven(purpose=command.purpose, notice_version=command.notice_version, given_by=command.given_by),
    )


def withdraw_consent(
    command: commands.WithdrawConsent, state: Beneficiary, situation: Situation
) -> tuple[events.ConsentWithdrawn]:
    demand_own(command.beneficiary_id, state.guardians_on(situation.today), situation)
    refusals.not_consented.unless(command.purpose in state.consents)
    return (events.ConsentWithdrawn(purpose=command.purpose),)


def demand_able(person_id: str, beneficiary_id: str, state: Beneficiary, situation: Situation) -> None:
    """Who signs and consents: the guardian for a minor, else the beneficiary or one who acts for him."""
    if person_id == beneficiary_id:
        refusals.guardian_must_act.unless(not state.guardian_required)
        return
    link = state.guardian(person_id)
    refusals.not_guardian.unless(link is not None)
    assert link is not None
    refusals.guardianship_expired.unless(link.holds_on(situation.today), date=link.valid_to)
