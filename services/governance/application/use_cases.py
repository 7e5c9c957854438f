"""Use cases that touch more than one thing at once."""

from __future__ import annotations

from services.governance.application.aggregates import (
    ACKNOWLEDGEMENT,
    ASSOCIATION,
    POLICY,
    STAFF_MEMBER,
    TOOL,
    WORKING_CALENDAR,
)
from services.governance.application.deciding import joined, record
from services.governance.domain import (
    acknowledgement,
    approving,
    association,
    settings,
    staff_member,
    tool,
)
from services.governance.domain.commands.acknowledgement import (
    DeclineAcknowledgement,
    RequestAcknowledgement,
    SignAcknowledgement,
)
from services.governance.domain.commands.association import ChangeTenantSettings, RegisterAssociation
from services.governance.domain.commands.offerings import ListTool
from services.governance.domain.commands.people import EndService, RegisterStaffMember
from services.governance.domain.commands.policy import CirculatePolicy, PutPolicyInForce
from services.governance.domain.events.association import SeatFilled, SeatVacated
from services.governance.domain.policy_version import Policy
from services.governance.domain.refusals import people as refusals
from shared.application.work import Work


def tenant_of(work: Work) -> str:
    """The association's id, which is the tenant's; refuses where none has joined."""
    joined(work)
    assert work.rules.association is not None
    return work.rules.association.association


def register_association(command: RegisterAssociation, work: Work) -> None:
    state, situation = work.load(ASSOCIATION, command.association), work.situation(ASSOCIATION, command.association)
    record(work, ASSOCIATION, command.association, *association.register(command, state, situation))


def change_settings(command: ChangeTenantSettings, work: Work) -> None:
    joined(work)
    work.existing(WORKING_CALENDAR, command.settings.calendar_version)
    id_ = tenant_of(work)
    events = settings.change_settings(command, work.load(ASSOCIATION, id_), work.situation(ASSOCIATION, id_))
    record(work, ASSOCIATION, id_, *events)


def put_in_force(command: PutPolicyInForce, work: Work) -> None:
    """A new version asks every signature again, so those given for the old one lapse."""
    joined(work)
    policy: Policy = work.existing(POLICY, command.policy_id)
    events = approving.put_in_force(command, policy, work.situation(POLICY, command.policy_id))
    record(work, POLICY, command.policy_id, *events)
    if policy.in_force is not None:
        for id_ in policy.current.acknowledgement_ids:
            record(work, ACKNOWLEDGEMENT, id_, *acknowledgement.lapse(work.load(ACKNOWLEDGEMENT, id_), "superseded"))


def circulate(command: CirculatePolicy, work: Work) -> None:
    """Everybody who must sign is asked in the same append."""
    joined(work)
    policy: Policy = work.existing(POLICY, command.policy_id)
    tenant = tenant_of(work)
    known = work.load(ASSOCIATION, tenant)
    seats = acknowledgement.seats_to_ask(policy.version(command.version), known)
    requests = tuple(acknowledgement.requests(seats, policy, command.version, known, tenant, command.due_on))
    fresh = tuple(each for each in requests if _is_unasked(work, each.acknowledgement_id))
    asked = tuple(each.acknowledgement_id for each in fresh)
    situation = work.situation(POLICY, command.policy_id)
    record(work, POLICY, command.policy_id, *acknowledgement.circulate(command, policy, situation, asked))
    for request in fresh:
        record(work, ACKNOWLEDGEMENT, request.acknowledgement_id, request)


def request_acknowledgement(command: RequestAcknowledgement, work: Work) -> None:
    joined(work)
    policy: Policy = work.existing(POLICY, command.policy_id)
    refusals.not_circulated.unless(policy.current.circulated)
    tenant = tenant_of(work)
    known = work.load(ASSOCIATION, tenant)
    holder = known.seats.get(command.seat_id)
    refusals.seat_excepted.unless(holder is None or not association.is_excepted(holder, known))
    number = policy.current.number
    for request in acknowledgement.requests((command.seat_id,), policy, number, known, tenant, command.due_on):
        if _is_unasked(work, request.acknowledgement_id):
            record(work, ACKNOWLEDGEMENT, request.acknowledgement_id, request)


def sign(command: SignAcknowledgement, work: Work) -> None:
    joined(work)
    id_ = command.acknowledgement_id
    state, situation = work.existing(ACKNOWLEDGEMENT, id_), work.situation(ACKNOWLEDGEMENT, id_)
    known = work.load(ASSOCIATION, situation.actor.tenant)
    record(work, ACKNOWLEDGEMENT, id_, *acknowledgement.sign(command, state, known, situation))


def decline(command: DeclineAcknowledgement, work: Work) -> None:
    joined(work)
    id_ = command.acknowledgement_id
    state, situation = work.existing(ACKNOWLEDGEMENT, id_), work.situation(ACKNOWLEDGEMENT, id_)
    known = work.load(ASSOCIATION, situation.actor.tenant)
    record(work, ACKNOWLEDGEMENT, id_, *acknowledgement.decline(command, state, known, situation))


def register_staff(command: RegisterStaffMember, work: Work) -> None:
    joined(work)
    tenant = tenant_of(work)
    refusals.seat_taken.unless(command.seat_id not in work.load(ASSOCIATION, tenant).seats)
    refusals.staff_registered.unless(work.load(STAFF_MEMBER, command.staff_ref) == STAFF_MEMBER.initial)
    events = staff_member.register(command, STAFF_MEMBER.initial, work.situation(STAFF_MEMBER, command.staff_ref))
    record(work, STAFF_MEMBER, command.staff_ref, *events)
    filled = SeatFilled(
        seat_id=command.seat_id,
        staff_ref=command.staff_ref,
        job_title_code=command.job_title_code,
        unit_code=command.unit_code,
    )
    record(work, ASSOCIATION, tenant, filled)


def end_service(command: EndService, work: Work) -> None:
    """Roles, seat and signature go with the person."""
    joined(work)
    state, situation = work.existing(STAFF_MEMBER, command.staff_ref), work.situation(STAFF_MEMBER, command.staff_ref)
    record(work, STAFF_MEMBER, command.staff_ref, *staff_member.end_service(command, state, situation))
    tenant = situation.actor.tenant
    record(work, ASSOCIATION, tenant, SeatVacated(seat_id=state.seat_id, staff_ref=command.staff_ref))
    ruling = work.rules.policy()
    if ruling is not None:
        id_ = acknowledgement.id_of(tenant, ruling.policy_id, ruling.version, state.seat_id)
        record(work, ACKNOWLEDGEMENT, id_, *acknowledgement.lapse(work.load(ACKNOWLEDGEMENT, id_), "left_service"))


def list_tool(command: ListTool, work: Work) -> None:
    joined(work)
    ruling = work.rules.policy()
    basis: tool.Basis = "not_listed_in_policy"
    if ruling is not None:
        basis = tool.basis_in(work.existing(POLICY, ruling.policy_id).current.document, command.tool_code)
    record(work, TOOL, command.tool_code, *tool.list_tool(command, work.load(TOOL, command.tool_code), basis))


def _is_unasked(work: Work, acknowledgement_id: str) -> bool:
    return bool(work.load(ACKNOWLEDGEMENT, acknowledgement_id) == ACKNOWLEDGEMENT.initial)
