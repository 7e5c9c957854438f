"""Use cases beside a request: its case file and plan, what is owed on it, suggestions, and orders of destruction."""

from __future__ import annotations

from services.intake.application.aggregates import (
    BENEFICIARY,
    CASE_FILE,
    DESTRUCTION,
    ENTITLEMENT,
    HOLDS,
    REQUEST,
    SUGGESTION,
)
from services.intake.application.on_requests import existing_request
from services.intake.domain import case_file, destruction, entitlement, opening, suggestion
from services.intake.domain.commands import case_file as commands
from services.intake.domain.commands.rights import ConfirmDestruction, MakeSuggestion
from shared.application.routes import already_exists
from shared.application.serials import take
from shared.application.work import Work
from shared.domain.refusals import Refused


def open_case_file(command: commands.OpenCaseFile, work: Work) -> None:
    """A file for a request that has none yet."""
    request = existing_request(command.request_id, work)
    state = work.load(CASE_FILE, command.request_id)
    situation = work.situation(REQUEST, command.request_id)
    work.record(CASE_FILE, command.request_id, *case_file.open_file(command, state, request, situation))


def agree_plan(command: commands.AgreeDevelopmentPlan, work: Work) -> None:
    """The plan lies in the case file; whose it is must have taken part."""
    state = work.existing(CASE_FILE, command.request_id)
    beneficiary = work.load(BENEFICIARY, state.beneficiary_id)
    situation = work.situation(CASE_FILE, command.request_id)
    work.record(CASE_FILE, command.request_id, *case_file.agree_plan(command, state, beneficiary, situation))


def grant_entitlement(command: commands.GrantEntitlement, work: Work) -> None:
    """Something is owed because a request was approved."""
    already_exists.unless(work.load(ENTITLEMENT, command.entitlement_id) is None)
    request = existing_request(command.request_id, work)
    beneficiary = work.load(BENEFICIARY, request.beneficiary_id)
    granted = entitlement.grant(command, request, beneficiary, work.situation(REQUEST, command.request_id))
    work.record(ENTITLEMENT, command.entitlement_id, *granted)


def confirm_destruction(command: ConfirmDestruction, work: Work) -> None:
    """A hold on the subject's data blocks it, on record."""
    order = work.existing(DESTRUCTION, command.order_id)
    standing = work.load(HOLDS, order.subject_id)
    try:
        decided = destruction.confirm(command, order, standing, work.situation(DESTRUCTION, command.order_id))
    except Refused as refused:
        work.record(DESTRUCTION, command.order_id, *refused.on_record)
        raise
    work.record(DESTRUCTION, command.order_id, *decided)


def make_suggestion(command: MakeSuggestion, work: Work) -> None:
    """A suggestion takes the next number of its series."""
    already_exists.unless(work.load(SUGGESTION, command.suggestion_id) is None)
    situation = work.situation(SUGGESTION, command.suggestion_id)
    try:
        suggestion.demand_makeable(command, situation)
    except Refused as refused:
        work.record(SUGGESTION, command.suggestion_id, *refused.on_record)
        raise
    series = opening.series(situation, "S")
    number = opening.numbered(series, take(work, series))
    work.record(SUGGESTION, command.suggestion_id, suggestion.made(command, number, situation))
