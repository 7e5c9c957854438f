"""What completeness means: what still stands in the way of a request, and the window its completion opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from services.intake.domain import window
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import request as commands
from services.intake.domain.events import beneficiary as register
from services.intake.domain.events import request as events
from services.intake.domain.policy import Situation, completeness_is_owed_before_departure
from services.intake.domain.refusals import common
from services.intake.domain.refusals import request as refusals
from services.intake.domain.support_request import Stage, SupportRequest
from shared.domain.refusals import Refused


def demand_stage(request: SupportRequest, *stages: Stage) -> None:
    """Each step has its time."""
    common.wrong_stage.unless(request.stage in stages, stage=request.stage)


def locator(topic: str, situation: Situation) -> str:
    """Where the association's text rules a topic."""
    clause = situation.policy.clause(topic)
    return clause.locator if clause else "–"


def current_revision(request: SupportRequest, beneficiary: Beneficiary) -> int:
    """Counts every change of what the applicant is shown: his own data and what the request contains."""
    return beneficiary.data_revision + request.content_revision


def required_items(request: SupportRequest, situation: Situation) -> tuple[str, ...]:
    """What the service asks for."""
    service = situation.rules.services.get(request.service_code)
    return service.required_items if service else ()


def missing_items(request: SupportRequest, situation: Situation) -> tuple[str, ...]:
    """Required items that were not brought, or were rejected."""
    brought = {item.item_code for item in request.evidence if not item.rejected}
    return tuple(code for code in required_items(request, situation) if code not in brought)


def obstacles_to_submission(
    request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> Iterator[Refused]:
    """What stands between an open request and its submission."""
    if request.origin == "outreach" and not request.outreach_confirmed:
        yield refusals.outreach_not_confirmed.refused()
    if beneficiary.guardian_required and not beneficiary.guardians_on(situation.today):
        yield refusals.guardian_missing.refused()
    yield from obstacles_of_declaration(request, beneficiary, situation)
    if not request.explained:
        yield refusals.process_not_explained.refused()


def obstacles_of_declaration(
    request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> Iterator[Refused]:
    """A signature over exactly the data shown, where the policy asks for one."""
    if not situation.policy.declaration_required:
        return
    declaration = request.declaration
    clause = locator("declaration", situation)
    if declaration is None:
        yield refusals.declaration_missing.refused(clause=clause)
    elif declaration.void or declaration.data_revision != current_revision(request, beneficiary):
        yield refusals.declaration_void.refused(clause=clause)


def obstacles_to_completion(
    request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> Iterator[Refused]:
    """What stands between a submitted request and its completion."""
    yield from obstacles_to_submission(request, beneficiary, situation)
    yield from obstacles_after_submission(request, beneficiary, situation)


def obstacles_after_submission(
    request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> Iterator[Refused]:
    """What may still be missing when a request is submitted, and not when it is complete."""
    yield from obstacles_of_evidence(request, situation)
    if completeness_is_owed_before_departure(situation) and not request.criteria_given:
        yield refusals.criteria_not_given.refused()
    if situation.policy.agreed_channel_required and beneficiary.agreed_contact is None:
        yield refusals.contact_not_agreed.refused(clause=locator("contact_channel", situation))


def obstacles_of_evidence(request: SupportRequest, situation: Situation) -> Iterator[Refused]:
    """Nothing is missing; where the policy asks for it, all is in date on submission and matched with the data."""
    if missing := missing_items(request, situation):
        yield refusals.items_missing.refused(items=missing)
    if not situation.policy.data_matching_required:
        return
    day = request.submitted_on or situation.today
    valid = [item for item in request.evidence if not item.rejected]
    if expired := [item.item_code for item in valid if not item.is_in_date(day)]:
        yield refusals.evidence_expired.refused(items=expired, date=day, clause=locator("data_matching", situation))
    if unmatched := [item.item_code for item in valid if not item.matched]:
        yield refusals.evidence_unmatched.refused(items=unmatched)


def raise_all(obstacles: Iterable[Refused], later: Iterable[Refused] = ()) -> None:
    """Refuse with everything in the way, under the code of what comes first; `later` alone stops nothing."""
    found, rest = list(obstacles), list(later)
    if not found:
        return
    if rest:
        found.append(refusals.missing_later.refused(en=_of(rest, "en"), ar=_of(rest, "ar")))
    raise Refused(found[0].code, en=_of(found, "en"), ar=_of(found, "ar"))


def _of(obstacles: Iterable[Refused], language: Literal["en", "ar"]) -> str:
    return " ".join(getattr(each, language) for each in obstacles)


def complete(
    _command: commands.CompleteSupportRequest, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.SupportRequestCompleted | events.ResponseWindowSet | events.WindowBeyondCalendarFound, ...]:
    demand_stage(request, "submitted")
    raise_all(obstacles_to_completion(request, beneficiary, situation))
    completed = events.SupportRequestCompleted(completed_on=situation.today, completed_by=situation.actor.ref)
    return (completed, *window_set(request, situation))


def window_set(
    request: SupportRequest, situation: Situation
) -> tuple[events.ResponseWindowSet | events.WindowBeyondCalendarFound, ...]:
    """The window with its proof; it begins the day after completion, or submission where the association chose so."""
    by_submission = situation.policy.window.starts_on == "request_submitted"
    computed = window.compute(request.submitted_on or situation.today if by_submission else situation.today, situation)
    opened = events.ResponseWindowSet(
        number=request.number,
        beneficiary_id=request.beneficiary_id,
        completed_on=situation.today,
        not_before=computed.not_before,
        due_by=computed.due_by,
        rule=computed.rule,
        unit=window.unit(situation),
        interpretation=computed.interpretation,
        policy_version=situation.policy.ref,
        calendar_version=computed.calendar_version,
        starts_after=computed.start,
        counted=window.counted(computed),
        skipped=window.skipped(computed),
        estimated_days=computed.estimated_days,
        beyond_calendar=computed.beyond_calendar,
        # A window without a last day has nothing to stop.
        pauses_for_information=computed.due_by is not None and window.pauses_for_information(situation),
    )
    return (opened, *window.beyond_calendar(computed))


def complete_registration(
    command: commands.CompleteSupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[register.RegistrationCompleted, ...]:
    """The first complete request completes the registration, where the policy says so."""
    if beneficiary.registration_completed or not situation.policy.registration_completed_with_request:
        return ()
    return (register.RegistrationCompleted(request_id=command.request_id),)


def refer_to_review(
    _command: commands.ReferToReview, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.SupportRequestReferred]:
    demand_stage(request, "completed")
    body = situation.policy.reviewing_body
    return (
        events.SupportRequestReferred(
            number=request.number,
            beneficiary_id=request.beneficiary_id,
            body_kind=body.kind,
            body_code=body.code,
            due_by=request.window.due_by if request.window else None,
            policy_version=request.policy_version,
            handled_by=request.handled_by,
        ),
    )
