"""Use cases on a support request: loaded together with the beneficiary whose request it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.intake.application.aggregates import BENEFICIARY, CASE_FILE, REQUEST
from services.intake.application.entering import bearers
from services.intake.domain import case_file, completing, evidence, opening, registering, sighting
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import beneficiary as register
from services.intake.domain.commands import request as commands
from services.intake.domain.events.beneficiary import RequestNoted
from services.intake.domain.policy import Situation
from services.intake.domain.support_request import SupportRequest
from shared.application.routes import UseCase, already_exists
from shared.application.serials import take
from shared.application.streams import no_such
from shared.application.work import Work
from shared.domain.refusals import Refused

Decide = Callable[[Any, SupportRequest, Beneficiary, Situation], tuple[Any, ...]]


def on_request(decide: Decide) -> UseCase:
    """A use case that decides on a request and its beneficiary and records on the request."""

    def use_case(command: Any, work: Work) -> None:
        request = existing_request(command.request_id, work)
        beneficiary = work.load(BENEFICIARY, request.beneficiary_id)
        try:
            decided = decide(command, request, beneficiary, work.situation(REQUEST, command.request_id))
        except Refused as refused:
            work.record(REQUEST, command.request_id, *refused.on_record)
            raise
        work.record(REQUEST, command.request_id, *decided)

    return use_case


def existing_request(request_id: str, work: Work) -> SupportRequest:
    """A request that was opened; a stream may hold no more than a refused attempt."""
    request: SupportRequest | None = work.existing(REQUEST, request_id)
    if request is None:
        raise no_such(REQUEST)
    return request


def open_request(command: commands.OpenSupportRequest, work: Work) -> None:
    """A new request with the next number, noted with its beneficiary, in a case file where the policy wants one."""
    already_exists.unless(work.load(REQUEST, command.request_id) is None)
    beneficiary = work.existing(BENEFICIARY, command.beneficiary_id)
    situation = work.situation(REQUEST, command.request_id)
    try:
        opening.demand_openable(command, beneficiary, situation)
    except Refused as refused:
        work.record(REQUEST, command.request_id, *refused.on_record)
        raise
    series = opening.series(situation)
    opened = opening.opened(command, opening.numbered(series, take(work, series)), situation)
    if situation.policy.case_file_required:
        work.record(CASE_FILE, command.request_id, case_file.opened_with(opened))
    work.record(REQUEST, command.request_id, opened)
    note_original(command.request_id, beneficiary, work)
    work.record(BENEFICIARY, command.beneficiary_id, RequestNoted(request_id=command.request_id))


def verify_identity(command: register.VerifyIdentity, work: Work) -> None:
    """The original was seen; each request that waits for that has it."""
    before: Beneficiary = work.existing(BENEFICIARY, command.beneficiary_id)
    seen = registering.verify_identity(command, before, work.situation(BENEFICIARY, command.beneficiary_id))
    work.record(BENEFICIARY, command.beneficiary_id, *seen)
    for request_id in before.requests:
        note_original(request_id, work.load(BENEFICIARY, command.beneficiary_id), work)


def note_original(request_id: str, beneficiary: Beneficiary, work: Work) -> None:
    """What the register says of the original goes with a request that asks for it."""
    situation = work.situation(REQUEST, request_id)
    work.record(REQUEST, request_id, *sighting.carried_over(work.load(REQUEST, request_id), beneficiary, situation))


def complete_request(command: commands.CompleteSupportRequest, work: Work) -> None:
    """The request is complete and its window set; the first one completes the registration."""
    on_request(completing.complete)(command, work)
    beneficiary_id = work.load(REQUEST, command.request_id).beneficiary_id
    situation = work.situation(REQUEST, command.request_id)
    completed = completing.complete_registration(command, work.load(BENEFICIARY, beneficiary_id), situation)
    work.record(BENEFICIARY, beneficiary_id, *completed)


def correct_data(command: register.CorrectBeneficiaryData, work: Work) -> None:
    """A correction voids, in the same append, every declaration that was signed over the old data."""
    before: Beneficiary = work.existing(BENEFICIARY, command.beneficiary_id)
    registering.demand_number_of_his_own(command, bearers(command.identity, work))
    corrected = registering.correct(command, before, work.situation(BENEFICIARY, command.beneficiary_id))
    work.record(BENEFICIARY, command.beneficiary_id, *corrected)
    after: Beneficiary = work.load(BENEFICIARY, command.beneficiary_id)
    for request_id in before.requests:
        request: SupportRequest = work.load(REQUEST, request_id)
        revision = completing.current_revision(request, after)
        work.record(REQUEST, request_id, *evidence.invalidated(request, revision))
