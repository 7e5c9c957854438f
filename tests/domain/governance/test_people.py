"""Who serves, who may do what, and who has signed that he knows the policy."""

from __future__ import annotations

from collections.abc import Callable

from services.governance.application.questions.acknowledgements import ListAcknowledgements
from services.governance.application.questions.people import ListRoles, ListStaff, ReadStaffMember
from services.governance.domain.acknowledgement import id_of
from services.governance.domain.commands.acknowledgement import (
    DeclineAcknowledgement,
    RequestAcknowledgement,
    SignAcknowledgement,
)
from services.governance.domain.commands.association import GrantScopeException
from services.governance.domain.commands.people import (
    AssignRole,
    EndService,
    RegisterStaffMember,
    RevokeRole,
    StaffPerson,
)
from services.governance.domain.commands.policy import CirculatePolicy, Delivery
from tests.domain.governance.scene import Scene

Join = Callable[[str], Scene]
SEAT = id_of("kayan", "kayan-brp", 1, "seat-7")


def worker(ref: str = "staff-7", seat: str = "seat-7") -> RegisterStaffMember:
    person = StaffPerson(name="MARKER-NAME", email="marker@example.org")
    return RegisterStaffMember(staff_ref=ref, seat_id=seat, job_title_code="social_worker", person=person)


def signing(scene: Scene, **changes: object) -> SignAcknowledgement:
    rows = scene.ask(ListAcknowledgements()).acknowledgements
    state = scene.governance.facts(scene.tenant)
    sha256 = next(fact.document_sha256 for fact in state if type(fact).__name__ == "AcknowledgementRequested")
    assert rows
    usual = {"acknowledgement_id": SEAT, "staff_ref": "staff-7", "document_sha256": sha256}
    return SignAcknowledgement(**(usual | changes))


def test_a_name_is_opened_on_record_and_is_nowhere_else(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    assert [row.staff_ref for row in kayan.ask(ListStaff()).staff] == ["staff-7"]
    opened = kayan.ask(ReadStaffMember(staff_ref="staff-7"), by="manager-1", role="senior_management")
    assert opened.person.name == "MARKER-NAME"
    (reading,) = kayan.governance.vault.readings("kayan", subject="staff-7")
    assert (reading.reader, reading.reason) == ("manager-1", "staff_directory")
    assert all(b"MARKER" not in row.data for row in kayan.governance.rows("kayan"))


def test_a_seat_and_a_reference_are_used_once(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    assert kayan.refused(worker("staff-8")) == "seat_taken"
    assert kayan.refused(worker("staff-7", "seat-8")) == "staff_registered"


def test_roles_are_given_and_taken_in_a_unit_or_in_all(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    role = AssignRole(staff_ref="staff-7", role="social_worker")
    kayan.when(role)
    assert kayan.refused(role) == "role_held"
    kayan.when(AssignRole(staff_ref="staff-7", role="social_worker", unit_code="families"))
    assert [(row.role, row.unit_code) for row in kayan.ask(ListRoles(staff_ref="staff-7")).roles] == [
        ("social_worker", ""),
        ("social_worker", "families"),
    ]
    kayan.when(RevokeRole(staff_ref="staff-7", role="social_worker"))
    assert kayan.refused(RevokeRole(staff_ref="staff-7", role="social_worker")) == "role_not_held"
    assert kayan.refused(AssignRole(staff_ref="staff-7", role="platform_operator")) == "role_unknown"
    assert kayan.refused(AssignRole(staff_ref="nobody", role="auditor")) == "no_such_staff_member"


def test_whoever_leaves_takes_no_role_seat_or_signature_along(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    kayan.when(AssignRole(staff_ref="staff-7", role="social_worker"))
    kayan.when(signing(kayan), by="staff-7", role="social_worker")
    assert kayan.names(EndService(staff_ref="staff-7")) == [
        "RoleRevoked",
        "StaffMemberLeft",
        "SeatVacated",
        "AcknowledgementLapsed",
    ]
    assert kayan.ask(ListRoles(staff_ref="staff-7")).roles == ()
    assert kayan.refused(AssignRole(staff_ref="staff-7", role="auditor")) == "service_ended"
    assert kayan.refused(EndService(staff_ref="staff-7")) == "service_ended"


def test_a_signature_binds_person_title_text_and_day(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    (signed,) = kayan.when(signing(kayan), by="staff-7", role="social_worker")
    assert (signed.staff_ref, signed.job_title_code, signed.version) == ("staff-7", "social_worker", 1)
    assert kayan.refused(signing(kayan), by="staff-7", role="social_worker") == "acknowledgement_settled"


def test_nobody_signs_for_another_or_for_another_text(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    kayan.when(worker("staff-8", "seat-8"))
    assert kayan.refused(signing(kayan), by="staff-8", role="social_worker") == "not_your_seat"
    other = signing(kayan, staff_ref="staff-8")
    assert kayan.refused(other, by="staff-8", role="social_worker") == "not_your_seat"
    changed = signing(kayan, document_sha256="0" * 64)
    assert kayan.refused(changed, by="staff-7", role="social_worker") == "other_text_shown"


def test_a_signature_on_paper_is_recorded_by_the_governance_officer(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    on_paper = signing(kayan, method="paper", paper_location="file 3")
    assert kayan.names(on_paper) == ["AcknowledgementSigned"]


def test_who_declined_may_still_sign(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.when(worker())
    decline = DeclineAcknowledgement(acknowledgement_id=SEAT, staff_ref="staff-7", reason_code="wants_explanation")
    assert kayan.names(decline, by="staff-7", role="social_worker") == ["AcknowledgementDeclined"]
    assert kayan.names(signing(kayan), by="staff-7", role="social_worker") == ["AcknowledgementSigned"]


def test_a_new_version_reopens_every_signature(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.amended(2)
    rows = kayan.ask(ListAcknowledgements(version=1)).acknowledgements
    assert {row.stage for row in rows} == {"lapsed"}
    to_all = (Delivery(to_kind="unit", to="all", medium="email"),)
    kayan.when(CirculatePolicy(policy_id="kayan-brp", version=2, deliveries=to_all))
    rows = kayan.ask(ListAcknowledgements(version=2)).acknowledgements
    assert (len(rows), {row.stage for row in rows}) == (9, {"requested"})


def test_a_seat_under_a_special_policy_is_never_asked(joined: Join) -> None:
    kadi = joined("kadi")
    kadi.when(worker("staff-1", "seat-1"))
    kadi.when(worker("staff-2", "seat-2"))
    assert kadi.refused(GrantScopeException(special_policy_ref=" ", staff_ref="staff-1")) == "special_policy_required"
    assert kadi.refused(GrantScopeException(special_policy_ref="HR-9")) == "exception_needs_one"
    kadi.when(GrantScopeException(special_policy_ref="HR-9", staff_ref="staff-1"))
    to_units = (Delivery(to_kind="unit", to="aid", medium="paper"),)
    early = RequestAcknowledgement(policy_id="kadi-brp", seat_id="seat-2")
    assert kadi.refused(early) == "not_circulated"
    kadi.when(CirculatePolicy(policy_id="kadi-brp", version=1, deliveries=to_units))
    assert [row.seat_id for row in kadi.ask(ListAcknowledgements()).acknowledgements] == ["seat-2"]
    assert kadi.refused(RequestAcknowledgement(policy_id="kadi-brp", seat_id="seat-1")) == "seat_excepted"
    assert kadi.names(RequestAcknowledgement(policy_id="kadi-brp", seat_id="seat-3")) == ["AcknowledgementRequested"]
    assert kadi.when(RequestAcknowledgement(policy_id="kadi-brp", seat_id="seat-3")) == []


def test_sidr_asks_nobody_to_sign(joined: Join) -> None:
    sidr = joined("sidr")
    sidr.when(worker("staff-1", "seat-1"))
    everybody = (Delivery(to_kind="staff", to="staff-1", medium="email"),)
    assert sidr.names(CirculatePolicy(policy_id="sidr-brp", version=1, deliveries=everybody)) == ["PolicyCirculated"]
