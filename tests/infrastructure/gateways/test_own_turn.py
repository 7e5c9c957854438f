"""What waits for whoever reads the list is marked, and nothing that waits for somebody else or for its day."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from gateways.portal.day_lines import lines_of
from gateways.portal.own_turn import own
from gateways.portal.permitted import may
from services.intake.application.asking_of_requests import RequestRow
from shared.domain.actor import Actor

TODAY = date(2026, 11, 26)
OFFICER, PROVIDER = "beneficiary_relations_officer", "service_provider"


def row(stage: str, **more: Any) -> RequestRow:
    told: dict[str, Any] = dict.fromkeys(
        ("submitted_on", "completed_on", "not_before", "due_by", "outcome", "decided_on")
    )
    told |= dict.fromkeys(("replied_on", "delivered_on")) | {"number": "SD-1", "origin": "request", "opened_on": TODAY}
    told |= {"beneficiary_id": "b-1", "service_code": "support", "channel": "interview", "breached": False}
    return RequestRow(**(told | {"request_id": stage, "stage": stage} | more))


def waiting(role: str, *rows: RequestRow) -> frozenset[str]:
    actor = Actor(tenant="sidr", kind="staff", ref="x-1", roles=frozenset({role}))
    visit: Any = SimpleNamespace(may=lambda service, name: may(actor, service, name))
    return own(lines_of(rows, TODAY), visit)


@pytest.mark.parametrize(
    ("role", "stages"),
    [
        (OFFICER, {"submitted", "completed", "decided", "delivered"}),
        ("reviewing_member", set()),
        ("auditor", set()),
    ],
)
def test_each_role_has_its_own(role: str, stages: set[str]) -> None:
    kinds = ("open", "awaiting_information", "submitted", "completed", "under_review", "decided", "delivered")
    assert waiting(role, *(row(stage) for stage in kinds)) == stages


def test_a_reply_whose_day_has_not_come_waits_for_nobody_until_somebody_allows_it() -> None:
    guarded = {"not_before": TODAY + timedelta(days=14)}
    assert waiting(OFFICER, row("decided", **guarded)) == frozenset()
    assert waiting(OFFICER, row("decided", **guarded, early_reply_authorised=True)) == {"decided"}
    assert waiting(OFFICER, row("completed", **guarded)) == {"completed"}


def test_after_the_reply_an_approved_request_waits_for_the_provider() -> None:
    told = {"replied_on": TODAY}
    assert waiting(PROVIDER, row("replied", outcome="approved", **told)) == {"replied"}
    assert waiting(PROVIDER, row("replied", outcome="rejected", **told)) == frozenset()
    assert waiting(OFFICER, row("replied", outcome="rejected", **told)) == {"replied"}
