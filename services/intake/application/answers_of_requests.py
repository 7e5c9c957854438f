"""How questions about support requests are answered: from the views, or from the request's own events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from services.intake.application import asking_of_requests as asked
from services.intake.application.aggregates import BENEFICIARY, REQUEST
from services.intake.application.next_steps import next_commands
from services.intake.application.roles import needs_to_know
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.completing import (
    current_revision,
    missing_items,
    obstacles_after_submission,
    obstacles_to_submission,
)
from services.intake.domain.events.reply import ResponseWindowConfirmed, ResponseWindowRecalculated
from services.intake.domain.events.request import ResponseWindowSet
from services.intake.domain.preparing import demand_his, window_text_id
from services.intake.domain.support_request import BEFORE_COMPLETION, REVIEWED, SupportRequest
from shared.application.desk import Desk
from shared.application.situation import Situation
from shared.application.streams import no_such
from shared.contracts.governance import PolicyVersionPutInForce
from shared.domain.refusals import Forbidden


def read_request(query: asked.ReadRequest, desk: Desk) -> asked.RequestState:
    """From the request's own events, so that it is never behind."""
    request, beneficiary, situation = seen(query.request_id, desk)
    preparing = request.stage in BEFORE_COMPLETION
    obstacles = obstacles_of(request, beneficiary, situation) if preparing else iter(())
    declaration, window = request.declaration, request.window
    return asked.RequestState(
        request_id=query.request_id,
        data_revision=current_revision(request, beneficiary),
        declaration_signed=declaration is not None,
        declaration_void=declaration is not None and declaration.void,
        missing_items=missing_items(request, situation) if preparing else (),
        obstacles=tuple(obstacles),
        evidence=tuple(asked.EvidenceState(**asdict(item)) for item in request.evidence),
        next_commands=next_commands(request, situation.policy),
        not_before=window.not_before if window else None,
        due_by=window.due_by if window else None,
        early_reply_authorised=request.early_reply_by is not None,
        breached=window is not None and window.breached,
        paused_since=window.asked_on if window else None,
        reviewing_body=situation.policy.reviewing_body.code,
        window_text=window_text_id(situation),
        **told(request),
    )


def obstacles_of(request: SupportRequest, beneficiary: Beneficiary, situation: Situation) -> Iterator[asked.Obstacle]:
    """What it lacks, first what it lacks for its submission."""
    for first, found in ((True, obstacles_to_submission), (False, obstacles_after_submission)):
        for each in found(request, beneficiary, situation):
            yield asked.Obstacle(code=each.code, en=each.en, ar=each.ar, before_submission=first)


def told(request: SupportRequest) -> dict[str, Any]:
    """What is shown as it is."""
    names = (
        "number beneficiary_id service_code origin channel stage policy_version explained asked_items "
        "submitted_on completed_on outcome decided_on replied_on"
    )
    return {name: getattr(request, name) for name in names.split()}


def seen(request_id: str, desk: Desk) -> tuple[SupportRequest, Beneficiary, Situation]:
    """A request the asker may see, with its beneficiary, under its policy version."""
    request: SupportRequest | None = desk.load(REQUEST, request_id)
    if request is None:
        raise no_such(REQUEST)
    beneficiary: Beneficiary = desk.load(BENEFICIARY, request.beneficiary_id)
    now: datetime = desk.infrastructure.clock.now()
    situation = Situation(now=now, actor=desk.actor, rules=desk.rules(), pinned=request.policy_version)
    demand_need_to_know(situation.policy, desk, reviewed=request.stage in REVIEWED)
    demand_his(request, beneficiary, situation)
    return request, beneficiary, situation


def demand_need_to_know(policy: PolicyVersionPutInForce | None, desk: Desk, *, reviewed: bool = False) -> None:
    """Where being on the register is sensitive, a case is shown to those who work on it and those who oversee it.

    reviewed: it lies, or lay, before the reviewing body, which could not decide on what it does not see.
    """
    sensitive = policy is not None and policy.sensitive_register
    if sensitive and not needs_to_know(desk.actor.roles, reviewed=reviewed):
        raise Forbidden(
            "not_permitted", en="Your role does not see these cases.", ar="لا يتيح دورك الاطلاع على هذه الحالات."
        )


def why_this_date(query: asked.WhyThisDate, desk: Desk) -> asked.WindowProof:
    """The stored proof, last counting last."""
    _, _, situation = seen(query.request_id, desk)
    proof: asked.WindowProof | None = None
    for event in window_events(query.request_id, desk):
        proof = first(query, event) if isinstance(event, ResponseWindowSet) else recounted(proof, event)
    if proof is None:
        raise no_such(WINDOW)
    clause = situation.policy.clause("response_window")
    if clause is None:
        return proof
    return replace(proof, clause=clause.locator, clause_en=clause.en, clause_ar=clause.ar)


WINDOW = replace(REQUEST, kind="response_window", noun=("response window", "مهلة رد"))


Recounted = ResponseWindowRecalculated | ResponseWindowConfirmed


def window_events(request_id: str, desk: Desk) -> Iterator[ResponseWindowSet | Recounted]:
    """What was ever counted for a request."""
    stream = REQUEST.stream(request_id)
    for row in desk.infrastructure.log.read_streams(desk.actor.tenant, {stream: 0}):
        if row.type in ("ResponseWindowSet", "ResponseWindowRecalculated", "ResponseWindowConfirmed"):
            yield desk.catalogue.decode(row.type, row.data)


def first(query: asked.WhyThisDate, event: ResponseWindowSet) -> asked.WindowProof:
    """A window as it was set."""
    return asked.WindowProof(
        request_id=query.request_id,
        not_before=event.not_before,
        due_by=event.due_by,
        rule=event.rule,
        interpretation=event.interpretation,
        policy_version=event.policy_version,
        calendar_version=event.calendar_version,
        starts_after=event.starts_after,
        clause=None,
        clause_en=None,
        clause_ar=None,
        recalculated=False,
        counted=event.counted,
        skipped=event.skipped,
        estimated_days=event.estimated_days,
        beyond_calendar=event.beyond_calendar,
        pauses_for_information=event.pauses_for_information,
    )


def recounted(proof: asked.WindowProof | None, event: Recounted) -> asked.WindowProof | None:
    """The same window, counted with another calendar or less the days an answer took."""
    if proof is None:
        return None
    moved_to = event.after if isinstance(event, ResponseWindowRecalculated) else None
    return replace(
        proof,
        due_by=moved_to or proof.due_by,
        calendar_version=event.calendar_version,
        recalculated=proof.recalculated or moved_to is not None,
        counted=event.counted,
        skipped=event.skipped,
        estimated_days=event.estimated_days,
        beyond_calendar=event.beyond_calendar,
    )
