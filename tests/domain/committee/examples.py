"""The reviewing body's named examples: who sits in it, and the request it studies."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from services.committee.domain import commands as asked
from shared.contracts.governance import TenantSettingsChanged
from shared.contracts.intake import SupportRequestReferred
from tests.domain.scenario import Scenario

NOURA, FAHD, SARA, OFFICER = "member-noura", "member-fahd", "member-sara", "officer-1"
SECRETARY = "reviewing_secretary"
MEMBER = "reviewing_member"
REVIEW, REQUEST, CHILD, SESSION = "dossier-1", "request-1", "beneficiary-1", "session-1"
TODAY = date(2026, 3, 15)


def referral(**changes: Any) -> SupportRequestReferred:
    usual: dict[str, Any] = {
        "request_id": REQUEST,
        "number": "KYN-2026-0001",
        "body_kind": "committee",
        "body_code": "research_committee",
        "dossier_id": REVIEW,
        "due_by": None,
        "policy_version": "kayan-brp/1",
        "handled_by": (OFFICER,),
        "beneficiary_id": CHILD,
    }
    return SupportRequestReferred(**(usual | changes))


def settings(quorum: int | None = None, waivers: tuple[str, ...] = ()) -> TenantSettingsChanged:
    return TenantSettingsChanged(
        settings_version=1,
        make_up_days_are_off=True,
        calendar_version="SA-2026.1",
        pauses_for_information=False,
        quorum=quorum,
        complaint_days=None,
        decision_days=None,
        four_eyes_waivers=waivers,
        digits="latn",
    )


def called(*members: str) -> asked.ScheduleSession:
    return asked.ScheduleSession(
        session_id=SESSION, starts_at=datetime(2026, 3, 15, 11, tzinfo=UTC), member_refs=members or (NOURA, FAHD, SARA)
    )


def held(*members: str) -> asked.HoldSession:
    return asked.HoldSession(session_id=SESSION, held_on=TODAY, members_present=members or (NOURA, FAHD, SARA))


def study() -> asked.RecordStudy:
    return asked.RecordStudy(review_id=REVIEW, beneficiary_id=CHILD, study="نص الدراسة", recommendation_code="support")


def on_agenda() -> asked.PlaceOnAgenda:
    return asked.PlaceOnAgenda(review_id=REVIEW, session_id=SESSION)


def vote(member: str, word: Any = "approve") -> asked.CastVote:
    return asked.CastVote(review_id=REVIEW, member_ref=member, vote=word)


def decision(outcome: Any = "approved", **changes: Any) -> asked.RecordDecision:
    usual: dict[str, Any] = {
        "review_id": REVIEW,
        "beneficiary_id": CHILD,
        "outcome": outcome,
        "reason_codes": ("criteria_met",),
        "reasons": "أسباب القرار",
    }
    return asked.RecordDecision(**(usual | changes))


def in_session(scenario: Scenario, *present: str, quorum: int | None = None, waivers: tuple[str, ...] = ()) -> Scenario:
    """The request is before a session that is being held."""
    scenario.adopted(settings(quorum, waivers)).told(referral())
    scenario.given(study(), by=MEMBER, ref=NOURA)
    return scenario.given(called(NOURA, FAHD, SARA, OFFICER), on_agenda(), held(*present), by=SECRETARY)


def voted(scenario: Scenario, **votes: str) -> Scenario:
    """Votes by name: noura="approve"."""
    for name, word in votes.items():
        scenario.given(vote(f"member-{name}", word), by=MEMBER, ref=f"member-{name}")
    return scenario
