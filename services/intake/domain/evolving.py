"""How a support request's events make its state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from services.intake.domain import reply_window
from services.intake.domain.events import reply
from services.intake.domain.events import request as events
from services.intake.domain.support_request import Declaration, EvidenceItem, SupportRequest


def evolve(state: SupportRequest | None, event: Any) -> SupportRequest | None:
    """The request after one more event; what is refused before it is opened leaves nothing."""
    if isinstance(event, events.SupportRequestOpened):
        return SupportRequest(
            number=event.number,
            beneficiary_id=event.beneficiary_id,
            service_code=event.service_code,
            origin=event.origin,
            channel=event.channel,
            opened_on=event.opened_on,
            policy_version=event.policy_version,
        )
    if state is None:
        return None
    window = reply_window.evolve(state.window, event)
    state = state if window is state.window else replace(state, window=window)
    return _ended(_replied(_completed(_prepared(state, event), event), event), event)


def _prepared(state: SupportRequest, event: Any) -> SupportRequest:
    match event:
        case events.OutreachConfirmed():
            return replace(state, outreach_confirmed=True)
        case events.CriteriaProvided():
            return replace(state, criteria_given=True)
        case events.NeedStated(need=need):
            return replace(state, need=need, content_revision=state.content_revision + 1)
        case events.EvidenceAdded() | events.EvidenceMatched() | events.EvidenceRejected():
            return _evidence(state, event)
        case events.InformationRequested(items=items):
            return replace(state, stage="awaiting_information", asked_items=items)
        case events.InformationSupplied(in_review=in_review):
            return replace(state, stage="under_review" if in_review else "open", asked_items=())
        case events.ReferredToSocialResearch():
            return replace(state, stage="in_clarification")
        case events.ProceduresClarified():
            return replace(state, stage="open")
        case events.DeclarationSigned():
            return _signed(state, event)
        case events.DeclarationInvalidated():
            return _voided(state)
        case events.ProcessExplained():
            return replace(state, explained=True)
    return state


def _evidence(
    state: SupportRequest, event: events.EvidenceAdded | events.EvidenceMatched | events.EvidenceRejected
) -> SupportRequest:
    others = tuple(item for item in state.evidence if item.item_code != event.item_code)
    if isinstance(event, events.EvidenceAdded):
        item = EvidenceItem(
            item_code=event.item_code, valid_until=event.valid_until, valid_until_hijri=event.valid_until_hijri
        )
        return replace(state, evidence=(*others, item), content_revision=state.content_revision + 1)
    known = state.item(event.item_code)
    if known is None:
        return state
    rejected = isinstance(event, events.EvidenceRejected)
    item = replace(known, matched=not rejected, rejected=rejected, verified_by=event.verified_by)
    return _handled(replace(state, evidence=(*others, item)), event.verified_by)


def _handled(state: SupportRequest, staff_ref: str | None) -> SupportRequest:
    return replace(state, handled_by=tuple(sorted({*state.handled_by, staff_ref}))) if staff_ref else state


def _signed(state: SupportRequest, event: events.DeclarationSigned) -> SupportRequest:
    declaration = Declaration(
        data_revision=event.data_revision, signed_by=event.signed_by, on_behalf_of=event.on_behalf_of
    )
    return _handled(replace(state, declaration=declaration), event.verified_by)


def _voided(state: SupportRequest) -> SupportRequest:
    declaration = state.declaration and replace(state.declaration, void=True)
    # What was submitted on a signature that is void is back with the applicant.
    return replace(state, declaration=declaration, stage="open" if state.stage == "submitted" else state.stage)


def _completed(state: SupportRequest, event: Any) -> SupportRequest:
    match event:
        case events.SupportRequestSubmitted(submitted_on=day):
            return replace(state, stage="submitted", submitted_on=day)
        case events.SupportRequestCompleted(completed_on=day, completed_by=staff_ref):
            return _handled(replace(state, stage="completed", completed_on=day), staff_ref)
        case events.SupportRequestReferred():
            return replace(state, stage="under_review")
    return state


def _replied(state: SupportRequest, event: Any) -> SupportRequest:
    match event:
        case reply.InformationAskedInReview(items=items):
            return replace(state, stage="queried_in_review", asked_items=items)
        case reply.ReviewDecisionReceived(review_id=review_id, outcome=outcome, decided_on=day):
            return replace(state, stage="decided", review_id=review_id, outcome=outcome, decided_on=day, asked_items=())
        case reply.EarlyReplyAuthorized(authorised_by=staff_ref, note=note):
            return replace(state, early_reply_by=staff_ref, early_reply_note=note)
        case reply.DecisionCommunicated(replied_on=day):
            return replace(state, stage="replied", replied_on=day)
        case reply.ReplyUndelivered(notification_id=id_):
            return replace(state, stage="decided", replied_on=None, undelivered=(*state.undelivered, id_))
    return state


def _ended(state: SupportRequest, event: Any) -> SupportRequest:
    match event:
        case reply.ServiceStarted():
            return replace(state, stage="in_service")
        case reply.ServiceDelivered(delivered_on=day, partial=partial, details=details):
            return replace(state, stage="delivered", delivered_on=day, partial=partial, delivered=details)
        case reply.ServiceNotDelivered():
            return replace(state, stage="not_delivered")
        case reply.SupportRequestWithdrawn():
            return replace(state, stage="withdrawn")
        case reply.SupportRequestClosed():
            return replace(state, stage="closed")
        case reply.SupportRequestReopened():
            return _reopened(state)
    return state


def _reopened(state: SupportRequest) -> SupportRequest:
    return SupportRequest(
        number=state.number,
        beneficiary_id=state.beneficiary_id,
        service_code=state.service_code,
        origin=state.origin,
        channel=state.channel,
        opened_on=state.opened_on,
        policy_version=state.policy_version,
        outreach_confirmed=state.outreach_confirmed,
        content_revision=state.content_revision + 1,
        undelivered=state.undelivered,
    )
