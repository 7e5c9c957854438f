"""A file that cannot be an association's is refused at its place, before anything is written."""

from __future__ import annotations

import pytest

from services.governance.application.questions.association import ReadAssociation
from shared.domain.refusals import Refused, SanadError
from tests.rooms.governance.stage import POLICIES, Governance, officer


@pytest.mark.parametrize(
    "old, new, field",
    [
        ("schema: beneficiary-relations-policy/v1", "schema: beneficiary-relations-policy/v2", "schema"),
        ("channels:\n", "channels_:\n", "file"),
        ("code: interview, order: 1", "code: phone_call, order: 1", "channels"),
        ("count: 14", "count: many", "response_window.min.count"),
        ("unit: calendar_day", "unit: fortnight", "response_window.min.unit"),
        ("kind: committee", "kind: anybody", "reviewing_body.kind"),
        ("  legal_form: association", "  legal_form: 7", "tenant.legal_form"),
        ("  id: sidr\n", "  id: 'Sidr; drop'\n", "tenant.id"),
        ("declaration: {required: true", "declaration: {required: maybe", "declaration.required"),
        ("kind: bylaw", "kind: spell", "tools[0].kind"),
    ],
)
def test_a_bad_file_is_refused_at_its_place_and_nothing_is_half_loaded(
    governance: Governance, old: str, new: str, field: str
) -> None:
    text = (POLICIES / "sidr.yaml").read_text("utf-8")
    assert old in text
    with pytest.raises(SanadError) as refusal:
        governance.load_text(text.replace(old, new, 1).encode())
    assert refusal.value.code == "association_file_invalid"
    assert f" {field}:" in refusal.value.en
    assert list(governance.log.tenants()) == []


def test_a_clock_that_stops_for_questions_needs_a_resolution_from_the_first_day(governance: Governance) -> None:
    text = (POLICIES / "kadi.yaml").read_text("utf-8")
    settings = "schema: tenant-settings/v1\ntenant_id: kadi\nwindow: {pauses_for_information: true%s}\n"
    with pytest.raises(SanadError) as refusal:
        governance.load_text(f"{text}\n---\n{settings % ''}".encode())
    assert "window.resolution_ref" in refusal.value.en
    governance.load_text(f"{text}\n---\n{settings % ', resolution_ref: B-7'}".encode())
    assert governance.ask(ReadAssociation(), officer("kadi")).settings.pauses_for_information is True


@pytest.mark.parametrize(
    "content, code",
    [
        (b"{", "association_file_unreadable"),
        (b"\xff\xfe", "association_file_unreadable"),
        (b"a: &x 1\nb: *x\n", "association_file_unreadable"),
        (b"a: 1\na: 2\n", "association_file_unreadable"),
        (b"!!python/object:os.system {}", "association_file_unreadable"),
        (b"[" * 5000, "association_file_unreadable"),
        (b"", "association_file_invalid"),
        (b"- 1", "association_file_invalid"),
        (b"x" * 400_000, "association_file_too_large"),
    ],
)
def test_what_is_no_association_file_is_refused(governance: Governance, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        governance.load_text(content)
    assert refusal.value.code == code


def test_an_association_that_has_joined_is_not_loaded_from_another_file(governance: Governance) -> None:
    governance.load("sidr")
    head = governance.log.head("sidr")
    changed = (POLICIES / "sidr.yaml").read_text("utf-8").replace("count: 14", "count: 30")
    with pytest.raises(Refused) as refusal:
        governance.load_text(changed.encode())
    assert refusal.value.code == "association_already_registered"
    assert governance.log.head("sidr") == head
