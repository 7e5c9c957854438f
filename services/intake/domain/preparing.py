"""How a support request is prepared: confirmed, explained, signed for and submitted."""

from __future__ import annotations

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import request as commands
from services.intake.domain.completing import (
    current_revision,
    demand_stage,
    obstacles_after_submission,
    obstacles_to_submission,
    raise_all,
)
from services.intake.domain.events import request as events
from services.intake.domain.policy import Situation, demand_own, serves_himself, staff_ref
from services.intake.domain.refusals import common
from services.intake.domain.refusals import request as refusals
from services.intake.domain.registering import demand_able
from services.intake.domain.support_request import BEFORE_COMPLETION, SupportRequest
from shared.domain.refusals import Forbidden


def demand_his(request: SupportRequest, beneficiary: Beneficiary, situation: Situation) -> None:
    """People served act on their own requests only."""
    demand_own(request.beneficiary_id, beneficiary.guardians_on(situation.today), situation)


def demand_same_beneficiary(beneficiary_id: str, request: SupportRequest) -> None:
    """Content is sealed under the key of the one whose request it is."""
    common.another_beneficiary.unless(beneficiary_id == request.beneficiary_id)


def confirm_outreach(
    command: commands.ConfirmOutreach, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.OutreachConfirmed]:
    demand_his(request, beneficiary, situation)
    demand_stage(request, *BEFORE_COMPLETION)
    refusals.nothing_to_confirm.unless(request.origin == "outreach" and not request.outreach_confirmed)
    demand_able(command.confirmed_by, request.beneficiary_id, beneficiary, situation)
    return (events.OutreachConfirmed(confirmed_by=command.confirmed_by),)


def provide_criteria(
    command: commands.ProvideCriteria, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.CriteriaProvided]:
    demand_stage(request, *BEFORE_COMPLETION)
    service = situation.rules.services.get(request.service_code)
    return (
        events.CriteriaProvided(criteria_version=service.criteria_version if service else 0, medium=command.medium),
    )


def refer_to_social_research(
    command: commands.ReferToSocialResearch, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ReferredToSocialResearch]:
    common.not_in_policy.unless(situation.policy.social_research_referral)
    demand_stage(request, "open")
    return (events.ReferredToSocialResearch(reason_code=command.reason_code, referred_by=situation.actor.ref),)


def clarify_procedures(
    _command: commands.ClarifyProcedures, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ProceduresClarified]:
    demand_stage(request, "in_clarification")
    return (events.ProceduresClarified(staff_ref=situation.actor.ref),)


def sign_declaration(
    command: commands.SignDeclaration, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.DeclarationSigned]:
    demand_his(request, beneficiary, situation)
    demand_same_beneficiary(command.beneficiary_id, request)
    demand_stage(request, "open")
    demand_signer(command, beneficiary, situation)
    current = current_revision(request, beneficiary)
    refusals.nothing_to_sign.unless(bool(command.signed_content.strip()))
    refusals.data_changed.unless(command.data_revision == current, current=current)
    refusals.paper_location_missing.unless(command.method != "wet_ink" or bool(command.paper_location))
    return (
        events.DeclarationSigned(
            signed_content=situation.refs["signed_content"],
            data_revision=command.data_revision,
            signed_by=command.signed_by,
            on_behalf_of=None if command.signed_by == command.beneficiary_id else command.beneficiary_id,
            method=command.method,
            verified_by=staff_ref(situation),
            paper_location=command.paper_location,
        ),
    )


def demand_signer(command: commands.SignDeclaration, beneficiary: Beneficiary, situation: Situation) -> None:
    """The applicant signs, the guardian for a minor; nobody signs in somebody else's name by his own device."""
    demand_able(command.signed_by, command.beneficiary_id, beneficiary, situation)
    if serves_himself(situation) and command.signed_by != situation.actor.ref:
        raise Forbidden("not_permitted", en="Sign in your own name.", ar="وقّع باسمك أنت.")


def explain_process(
    _command: commands.ExplainProcess, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ProcessExplained]:
    demand_stage(request, *BEFORE_COMPLETION)
    return (
        events.ProcessExplained(
            reviewing_body=situation.policy.reviewing_body.code,
            window_text_id=window_text_id(situation),
            explained_by=situation.actor.ref,
        ),
    )


def window_text_id(situation: Situation) -> str:
    """Which sentence on the window the policy in force gives, e.g. `not_before_14_calendar_day`."""
    stated = situation.policy.window
    if stated.max_count:
        return f"due_by_{stated.max_count}_{stated.max_unit}"
    latest = stated.interpretation == "maximum_by_board_resolution"
    return (
        f"{'due_by' if latest else 'not_before'}_{stated.min_count}_{stated.min_unit}" if stated.min_count else "none"
    )


def submit(
    _command: commands.SubmitSupportRequest, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.SupportRequestSubmitted]:
    demand_his(request, beneficiary, situation)
    demand_stage(request, "open")
    raise_all(
        obstacles_to_submission(request, beneficiary, situation),
        later=obstacles_after_submission(request, beneficiary, situation),
    )
    return (
        events.SupportRequestSubmitted(
            number=request.number,
            beneficiary_id=request.beneficiary_id,
            service_code=request.service_code,
            origin=request.origin,
            channel=request.channel,
            submitted_on=situation.today,
        ),
    )
