"""How evidence is gathered: brought, matched, rejected, asked for and supplied."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import request as commands
from services.intake.domain.completing import current_revision, demand_stage, locator, missing_items, required_items
from services.intake.domain.events import request as events
from services.intake.domain.policy import Situation
from services.intake.domain.preparing import demand_his, demand_same_beneficiary
from services.intake.domain.recounting import answered
from services.intake.domain.refusals import request as refusals
from services.intake.domain.support_request import BEFORE_COMPLETION, SupportRequest
from shared.locale.dates import dual_from_hijri

SIGHTED = "identity_sighted"
"""The item that says that the original of the identity document was seen, where a service asks for it."""


def dated(command: commands.AddEvidence) -> commands.AddEvidence:
    """The command with its last day in our calendar beside the one it was entered in; refused where they disagree."""
    if command.valid_until_hijri is None:
        return command
    entered = dual_from_hijri(command.valid_until_hijri)
    refusals.calendars_disagree.unless(command.valid_until in (None, entered.g))
    return replace(command, valid_until=entered.g, valid_until_hijri=entered.h)


def add_evidence(
    command: commands.AddEvidence, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.EvidenceAdded | events.DeclarationInvalidated, ...]:
    demand_his(request, beneficiary, situation)
    demand_same_beneficiary(command.beneficiary_id, request)
    demand_stage(request, *BEFORE_COMPLETION)
    refusals.item_not_required.unless(command.item_code in required_items(request, situation))
    _original_is_seen(command.item_code, beneficiary)
    demand_in_date(command, request, situation)
    refusals.copy_without_basis.unless(command.document is None or bool(command.copy_basis and command.destroy_on))
    added = events.EvidenceAdded(
        item_code=command.item_code,
        valid_until=command.valid_until,
        document=situation.refs.get("document"),
        copy_basis=command.copy_basis,
        destroy_on=command.destroy_on,
        valid_until_hijri=command.valid_until_hijri,
        expired_accepted=command.expired_accepted,
    )
    return (added, *invalidated(request, current_revision(request, beneficiary) + 1))


def demand_in_date(command: commands.AddEvidence, request: SupportRequest, situation: Situation) -> None:
    """What is out of date already cannot be in date on submission, so it is not taken in where that is asked for.

    Where it is not asked for, it is taken in by somebody who says that he has seen it.
    """
    if command.valid_until is None or (request.submitted_on or situation.today) <= command.valid_until:
        return
    about = {"date": command.valid_until, "items": command.item_code}
    if situation.policy.data_matching_required:
        raise refusals.evidence_out_of_date.refused(**about, clause=locator("data_matching", situation))
    refusals.evidence_expired_unsaid.unless(command.expired_accepted, **about)


def invalidated(request: SupportRequest, data_revision: int) -> tuple[events.DeclarationInvalidated, ...]:
    """A signature does not outlive what was signed for, unless the request was complete by then."""
    if request.declaration is None or request.declaration.void or request.stage not in BEFORE_COMPLETION:
        return ()
    return (events.DeclarationInvalidated(data_revision=data_revision),)


def match_evidence(
    command: commands.MatchEvidence, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.EvidenceMatched]:
    demand_brought(command.item_code, request)
    _original_is_seen(command.item_code, beneficiary)
    return (events.EvidenceMatched(item_code=command.item_code, verified_by=situation.actor.ref),)


def _original_is_seen(item_code: str, beneficiary: Beneficiary) -> None:
    """Whatever else is brought: that the original was seen is not true before it was."""
    refusals.original_not_seen.unless(item_code != SIGHTED or beneficiary.identity_verified)


def reject_evidence(
    command: commands.RejectEvidence, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.EvidenceRejected]:
    demand_brought(command.item_code, request)
    return (
        events.EvidenceRejected(
            item_code=command.item_code, verified_by=situation.actor.ref, reason_code=command.reason_code
        ),
    )


def demand_brought(item_code: str, request: SupportRequest) -> None:
    """Only what was brought is verified, and before completion."""
    demand_stage(request, *BEFORE_COMPLETION)
    refusals.no_such_evidence.unless(request.item(item_code) is not None)


def request_information(
    command: commands.RequestInformation, request: SupportRequest, _beneficiary: Beneficiary, _situation: Situation
) -> tuple[events.InformationRequested]:
    demand_stage(request, "open", "submitted")
    refusals.nothing_asked.unless(bool(command.items))
    return (events.InformationRequested(items=command.items),)


def supply_information(
    command: commands.SupplyInformation, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[Any, ...]:
    demand_his(request, beneficiary, situation)
    demand_stage(request, "awaiting_information", "queried_in_review")
    still = [item for item in request.asked_items if item not in command.items]
    if request.stage == "awaiting_information":
        still = [item for item in still if item in missing_items(request, situation)]
    refusals.not_what_was_asked.unless(not still, items=still)
    in_review, today = request.stage == "queried_in_review", situation.today
    supplied = events.InformationSupplied(items=command.items, in_review=in_review, supplied_on=today)
    return (supplied, *(answered(request, today, situation) if in_review else ()))
