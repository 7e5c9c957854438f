"""The thread of a case: what people did stands by itself, what followed by itself is folded, each says what it was."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from gateways.audit.replay import CaseHistory
from gateways.portal.notches import labels
from gateways.portal.papers import Checked, papers_of
from gateways.portal.places import place
from gateways.portal.step_words import said_of
from gateways.portal.timeline import Run, Thread, thread
from gateways.portal.wordbook import known
from shared.application.case_steps import Step
from tests.infrastructure.gateways.test_verifying import link, step


def happened(type_: str, no: int, by: str = "staff", **data: Any) -> Step:
    return replace(
        step("intake", link("intake", no, no)), type=type_, actor_kind=by, data=json.dumps(data), event_id=UUID(int=no)
    )


def told(*kinds: tuple[str, str], event: int | None = None) -> Thread:
    steps = tuple(happened(type_, no, by) for no, (type_, by) in enumerate(kinds, 1))
    return thread(CaseHistory(case_id="q-1", until=None, steps=steps, states=()), event)


MAIL = (("NotificationRequested", "service"), ("SendAttemptStarted", "service"), ("NotificationSent", "service"))


def test_what_the_platform_does_by_itself_in_a_row_is_one_row() -> None:
    (closed, run, opened) = told(("A", "staff"), *MAIL, ("B", "staff")).shown
    assert isinstance(run, Run)
    assert [one.no for one in run.steps] == [4, 3, 2]
    assert run.telling.step.type == "NotificationSent"
    assert not isinstance(closed, Run)
    assert not isinstance(opened, Run)


def test_what_went_wrong_or_matters_is_never_folded() -> None:
    kinds = ("NotificationFailed", "NotificationAbandoned", "ResponseDeadlineBreached", "ReviewOpened")
    shown = told(*((kind, "service") for kind in kinds)).shown
    assert [isinstance(one, Run) for one in shown] == [False] * 4


def test_what_staff_did_is_not_folded_whatever_it_was() -> None:
    (only,) = told(("NotificationSent", "staff")).shown
    assert not isinstance(only, Run)


def test_each_step_is_a_notch_folded_or_not_and_a_run_knows_when_one_stands_in_it() -> None:
    looked_at = told(("A", "staff"), *MAIL, ("B", "staff"), event=3)
    assert looked_at.count == 5
    run, _ = looked_at.shown
    assert isinstance(run, Run)
    assert run.is_here
    _, later = looked_at.later
    assert isinstance(later, Run)
    assert [one.no for one in later.steps] == [4]


def words(type_: str, **data: Any) -> str:
    arabic, _ = said_of(type_, data, by_itself=False)
    return "".join(word.text[0] or word.value for word in arabic)


def test_a_step_says_what_was_missing_decided_or_promised() -> None:
    assert words("InformationRequested", items=["lease", "bill"]) == "ينقص: lease، bill. أُعلم المستفيد."
    assert words("ResponseWindowSet", due_by="2026-04-09", not_before=None) == "الرد قبل نهاية 2026-04-09."
    assert words("ResponseWindowSet", due_by=None, not_before="2026-04-12") == "لا يُبلَّغ الرد قبل 2026-04-12."
    assert words("RequestRejected", reason_codes=["outside_scope"], award_kind=None) == "السبب: outside_scope."


def test_a_correction_names_the_fields_and_its_basis_and_no_value() -> None:
    told = {"fields_changed": ["identity", "contact_points"], "basis": "document_shown", "data_revision": 2}
    assert words("BeneficiaryDataCorrected", **told) == "ما صُحّح: identity، contact_points. الأساس: document_shown."
    assert {known(code) for code in ("profile", "identity", "contact_points")}.isdisjoint({None})


def test_a_step_without_a_sentence_names_its_codes_unless_it_happened_by_itself() -> None:
    assert words("Unheard", kind="household", channel="interview") == "interview، household"
    assert said_of("Unheard", {"kind": "household"}, by_itself=True) == ((), ())


def test_names_of_notches_keep_their_distance_and_the_one_looked_at_comes_first() -> None:
    steps = [(no, "SupportRequestCompleted" if no in (10, 11) else "Other", ("س", "s")) for no in range(1, 34)]
    assert list(labels(steps, 33)) == [1, 10, 33]
    assert list(labels(steps, 11)) == [1, 11, 33]
    assert labels(steps, 11)[11] == ("س", "s")


def test_papers_are_as_the_last_step_left_them() -> None:
    steps = (
        happened("EvidenceAdded", 1, item_code="lease", document={"ref": "c", "sha256": "aa"}),
        happened("EvidenceMatched", 2, item_code="lease", verified_by="officer-1"),
        happened("DeclarationSigned", 3, method="in_person", data_revision=2),
        happened("ContactChannelAgreed", 4, channel_code="email", contact_point_id="mail-1"),
        happened("DeclarationInvalidated", 5, data_revision=3),
    )
    history = CaseHistory(case_id="q-1", until=None, steps=steps, states=())
    now, before = papers_of(thread(history, None).so_far), papers_of(thread(history, 3).so_far)
    assert now.items == {"lease": Checked(by="officer-1", kept=True)}
    assert now.agreed == ("email", "mail-1")
    assert now.declaration is not None
    assert now.declaration.state == "rejected"
    assert before.declaration is not None
    assert (before.declaration.state, before.declaration.revision) == ("matched", 2)
    assert before.agreed is None


def test_a_place_in_the_text_is_named_in_the_language_of_the_page() -> None:
    unnamed = lambda code: (code, code)  # noqa: E731
    assert place("art. 3(3)ح", "ar", unnamed) == "المادة 3(3) ح"
    assert place("steps 5", "ar", unnamed) == "الخطوة 5"
    assert place("detailed objectives 6.4", "en", unnamed) == "detailed objective 6.4"
