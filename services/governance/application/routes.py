"""The table of contents of governance: each command, who may ask it, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.governance.application import use_cases
from services.governance.application.aggregates import (
    AGREEMENT,
    ASSOCIATION,
    BREACH,
    DESTRUCTION,
    LIAISON_OFFICER,
    POLICY,
    SERVICE_ENTRY,
    STAFF_MEMBER,
    TOOL,
    WORKING_CALENDAR,
)
from services.governance.application.deciding import existing, joined, new, on, record
from services.governance.domain import (
    agreement,
    approving,
    association,
    breach,
    catalogue_entry,
    channels,
    destruction,
    drafting,
    keeping,
    liaison_officer,
    naming,
    staff_member,
    tool,
    working_calendar,
)
from services.governance.domain.commands import acknowledgement as signing
from services.governance.domain.commands import association as membership
from services.governance.domain.commands import directory, offerings, people, policy
from services.governance.domain.commands.naming import NameStaffMember
from shared.application.common import common_routes
from shared.application.routes import SYSTEM, Decide, Route, UseCase
from shared.application.work import Work
from shared.contracts.roles import STAFF_ROLES

OPERATOR = frozenset({"platform_operator"})
OFFICER = frozenset({"governance_officer"})
PROTECTION = frozenset({"data_protection_officer"})
STAFF = STAFF_ROLES - {"auditor", "integrator"}
PEOPLE = STAFF_ROLES - {"integrator"}


def on_association(decide: Decide) -> UseCase:
    """Decides on the tenant's own association."""

    def use_case(command: Any, work: Work) -> None:
        joined(work)
        id_ = use_cases.tenant_of(work)
        record(work, ASSOCIATION, id_, *decide(command, work.load(ASSOCIATION, id_), work.situation(ASSOCIATION, id_)))

    return use_case


def officer(command: type[Any], does: Callable[[Any, Work], None]) -> Route:
    """A route of the governance officer."""
    return Route(command=command, by=OFFICER, does=does)


ROUTES = (
    Route(command=membership.RegisterAssociation, by=OPERATOR, does=use_cases.register_association),
    officer(membership.CompleteOnboarding, on_association(association.complete_onboarding)),
    officer(membership.ChangeTenantSettings, use_cases.change_settings),
    officer(membership.DefineUnit, on_association(association.define_unit)),
    officer(membership.CloseUnit, on_association(association.close_unit)),
    officer(membership.PermitChannel, on_association(channels.permit_channel)),
    officer(membership.RetireChannel, on_association(channels.retire_channel)),
    officer(membership.GrantScopeException, on_association(association.grant_exception)),
    officer(membership.RevokeScopeException, on_association(association.revoke_exception)),
    officer(membership.RecordAwarenessActivity, on_association(association.record_awareness)),
    officer(policy.DraftPolicy, new(POLICY, "policy_id", drafting.draft)),
    officer(policy.AmendPolicy, existing(POLICY, "policy_id", drafting.amend)),
    officer(policy.UploadTextOfRecord, existing(POLICY, "policy_id", drafting.upload_text)),
    officer(policy.SubmitPolicyForApproval, existing(POLICY, "policy_id", approving.submit)),
    officer(policy.ReturnPolicy, existing(POLICY, "policy_id", approving.give_back)),
    officer(policy.RecordBoardApproval, existing(POLICY, "policy_id", approving.approve)),
    officer(policy.PutPolicyInForce, use_cases.put_in_force),
    officer(policy.CirculatePolicy, use_cases.circulate),
    officer(policy.OpenPolicyReview, existing(POLICY, "policy_id", keeping.open_review)),
    officer(policy.ClosePolicyReview, existing(POLICY, "policy_id", keeping.close_review)),
    officer(policy.RecordFinding, existing(POLICY, "policy_id", keeping.record_finding)),
    officer(policy.ResolveFinding, existing(POLICY, "policy_id", keeping.resolve_finding)),
    officer(policy.SetWindowInterpretation, existing(POLICY, "policy_id", drafting.set_interpretation)),
    officer(policy.WithdrawPolicy, existing(POLICY, "policy_id", approving.withdraw)),
    officer(offerings.PublishWorkingCalendar, new(WORKING_CALENDAR, "calendar_version", working_calendar.publish)),
    officer(offerings.PublishServiceInformation, new(SERVICE_ENTRY, "service_code", catalogue_entry.publish)),
    officer(offerings.ListTool, use_cases.list_tool),
    officer(offerings.PublishToolVersion, existing(TOOL, "tool_code", tool.publish_version)),
    officer(people.RegisterStaffMember, use_cases.register_staff),
    officer(people.EndService, use_cases.end_service),
    officer(people.AssignRole, existing(STAFF_MEMBER, "staff_ref", staff_member.assign)),
    officer(people.RevokeRole, existing(STAFF_MEMBER, "staff_ref", staff_member.revoke)),
    Route(
        command=NameStaffMember,
        by=PEOPLE,
        does=existing(STAFF_MEMBER, "staff_ref", naming.name),
        reads=naming.checked,
    ),
    officer(signing.RequestAcknowledgement, use_cases.request_acknowledgement),
    Route(command=signing.SignAcknowledgement, by=STAFF, does=use_cases.sign),
    Route(command=signing.DeclineAcknowledgement, by=STAFF, does=use_cases.decline),
    officer(directory.AppointLiaisonOfficer, on(LIAISON_OFFICER, liaison_officer.id_of, liaison_officer.appoint)),
    officer(directory.EndAppointment, on(LIAISON_OFFICER, liaison_officer.id_of, liaison_officer.end)),
    officer(directory.RecordAgreement, new(AGREEMENT, "agreement_id", agreement.record)),
    officer(directory.EndAgreement, existing(AGREEMENT, "agreement_id", agreement.end)),
    Route(command=directory.RecordBreach, by=PROTECTION, does=new(BREACH, "breach_id", breach.record)),
    Route(command=directory.UpdateBreach, by=PROTECTION, does=existing(BREACH, "breach_id", breach.update)),
    Route(command=directory.CloseBreach, by=PROTECTION, does=existing(BREACH, "breach_id", breach.close)),
    Route(
        command=directory.ConfirmDestruction,
        by=frozenset({SYSTEM}),
        does=new(DESTRUCTION, "order_id", destruction.confirm),
    ),
    *common_routes(),
)
