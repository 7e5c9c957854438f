"""What staff are called: given by themselves, kept sealed, read on record by those of their own association."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from services.governance.application.questions.names import ReadStaffNames, StaffNameRow
from services.governance.application.questions.people import ReadStaffMember
from services.governance.domain.commands.naming import NameStaffMember, StaffName
from services.governance.domain.commands.people import EndService, RegisterStaffMember, StaffPerson
from shared.contracts.roles import STAFF_ROLES
from shared.domain.refusals import Forbidden, Refused
from tests.domain.governance.scene import Scene

Join = Callable[[str], Scene]
REGISTERED = RegisterStaffMember(staff_ref="staff-7", seat_id="seat-7", job_title_code="social_worker")


def named(name: str, latin: str | None = None, ref: str = "staff-7") -> NameStaffMember:
    return NameStaffMember(staff_ref=ref, name=StaffName(name=name, latin=latin))


def read(scene: Scene, *refs: str, role: str = "social_worker", by: str = "staff-9") -> tuple[StaffNameRow, ...]:
    rows: tuple[StaffNameRow, ...] = scene.ask(ReadStaffNames(staff_refs=refs, reason="page"), role, by).names
    return rows


@pytest.fixture
def sidr(joined: Join) -> Scene:
    scene = joined("sidr")
    scene.when(REGISTERED)
    return scene


def test_one_says_oneself_what_one_is_called_and_may_say_it_better(sidr: Scene) -> None:
    assert sidr.names(named("موظف مثال"), by="staff-7", role="social_worker") == ["StaffMemberNamed"]
    sidr.when(named("  موظف   مثال الأول ", " Example  One "), by="staff-7", role="social_worker")
    (row,) = read(sidr, "staff-7")
    assert (row.name, row.job_title_code) == (StaffName(name="موظف مثال الأول", latin="Example One"), "social_worker")


def test_an_auditor_has_a_name_too(sidr: Scene) -> None:
    assert sidr.names(named("مدقق مثال"), by="staff-7", role="auditor") == ["StaffMemberNamed"]


def test_nobody_names_another_but_the_governance_officer(sidr: Scene) -> None:
    assert sidr.refused(named("آخر"), by="staff-8", role="social_worker") == "not_your_name"
    assert sidr.names(named("موظف مثال")) == ["StaffMemberNamed"]


@pytest.mark.parametrize(
    ("name", "latin", "code"),
    [
        ("  ", None, "name_missing"),
        ("12", None, "name_missing"),
        ("م" * 121, None, "name_too_long"),
        ("موظف", "موظف", "not_in_latin_letters"),
    ],
)
def test_what_is_no_name_is_refused(sidr: Scene, name: str, latin: str | None, code: str) -> None:
    assert sidr.refused(named(name, latin), by="staff-7", role="social_worker") == code


def test_who_is_not_registered_or_has_left_is_not_named(sidr: Scene) -> None:
    assert sidr.refused(named("آخر", ref="staff-8"), by="staff-8", role="social_worker") == "no_such_staff_member"
    sidr.when(EndService(staff_ref="staff-7"))
    assert sidr.refused(named("موظف"), by="staff-7", role="social_worker") == "service_ended"


def test_the_event_holds_no_name_and_each_reading_is_on_record(sidr: Scene) -> None:
    sidr.when(named("MARKER-NAME", "MARKER-LATIN"), by="staff-7", role="social_worker")
    read(sidr, "staff-7", "staff-8")
    assert all(b"MARKER" not in row.data for row in sidr.governance.rows("sidr"))
    (reading,) = sidr.governance.vault.readings("sidr")
    assert (reading.subject, reading.category, reading.reader, reading.reason) == (
        "staff-7",
        "staff_name",
        "staff-9",
        "page",
    )


def test_without_a_name_of_ones_own_the_one_that_came_with_the_seat_is_told(sidr: Scene) -> None:
    person = StaffPerson(name="مثال المقعد", phone="0500000001")
    sidr.when(RegisterStaffMember(staff_ref="staff-8", seat_id="seat-8", job_title_code="clerk", person=person))
    unnamed, entered, unknown = read(sidr, "staff-7", "staff-8", "staff-9")
    assert (unnamed.name, unnamed.job_title_code) == (None, "social_worker")
    assert (entered.name, entered.job_title_code) == (StaffName(name="مثال المقعد"), "clerk")
    assert (unknown.name, unknown.job_title_code) == (None, None)
    sidr.when(named("مثال أصح", ref="staff-8"), by="staff-8", role="social_worker")
    assert read(sidr, "staff-8")[0].name == StaffName(name="مثال أصح")
    whole = sidr.ask(ReadStaffMember(staff_ref="staff-8"))
    assert (whole.person, whole.name) == (person, StaffName(name="مثال أصح"))


def test_a_name_that_was_destroyed_is_none_and_its_place_stays(sidr: Scene) -> None:
    sidr.when(named("موظف مثال"), by="staff-7", role="social_worker")
    sidr.governance.vault.destroy("sidr", "staff-7", None)
    (row,) = read(sidr, "staff-7")
    assert (row.name, row.job_title_code) == (None, "social_worker")


@pytest.mark.parametrize("role", sorted(STAFF_ROLES | {"beneficiary", "guardian", "platform_operator", "system"}))
def test_staff_and_the_auditor_read_names_and_nobody_else(sidr: Scene, role: str) -> None:
    if role in STAFF_ROLES - {"integrator"}:
        assert len(read(sidr, "staff-7", role=role)) == 1
    else:
        with pytest.raises(Forbidden):
            read(sidr, "staff-7", role=role)


def test_another_associations_staff_are_unknown_here(sidr: Scene, joined: Join) -> None:
    sidr.when(named("موظف مثال"), by="staff-7", role="social_worker")
    (row,) = read(joined("israr"), "staff-7")
    assert (row.name, row.job_title_code) == (None, None)


def test_a_whole_directory_is_not_read_at_once(sidr: Scene) -> None:
    with pytest.raises(Refused, match="too_many_names"):
        read(sidr, *("staff-7",) * 51)
