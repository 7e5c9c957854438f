"""A request's case file, electronic and on paper, with the development plan that lies in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import case_file as commands
from services.intake.domain.events import case_file as events
from services.intake.domain.events.request import SupportRequestOpened
from services.intake.domain.policy import Situation
from services.intake.domain.refusals import case_file as refusals
from services.intake.domain.refusals import common
from services.intake.domain.support_request import SupportRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A file; paper_items: how many papers its printed index lists. stages: of the plan; reached: those behind us."""

    beneficiary_id: str
    number: str
    policy_version: str
    paper_items: int = 0
    stages: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


def evolve(state: CaseFile | None, event: Any) -> CaseFile | None:
    """The file after one more event."""
    match event:
        case events.CaseFileOpened():
            return CaseFile(
                beneficiary_id=event.beneficiary_id, number=event.number, policy_version=event.policy_version
            )
        case events.PaperItemFiled(item_no=item_no):
            return state and replace(state, paper_items=item_no)
        case events.DevelopmentPlanAgreed(stages=stages):
            return state and replace(state, stages=tuple(stage.code for stage in stages), reached=())
        case events.PlanStageReached(stage_code=code):
            return state and replace(state, reached=(*state.reached, code))
    return state


def opened_with(request: SupportRequestOpened) -> events.CaseFileOpened:
    """A file opened together with its request."""
    return events.CaseFileOpened(
        beneficiary_id=request.beneficiary_id, number=request.number, policy_version=request.policy_version
    )


def open_file(
    _command: commands.OpenCaseFile, state: CaseFile | None, request: SupportRequest, situation: Situation
) -> tuple[events.CaseFileOpened]:
    refusals.file_exists.unless(state is None)
    return (
        events.CaseFileOpened(
            beneficiary_id=request.beneficiary_id, number=request.number, policy_version=situation.policy.ref
        ),
    )


def record_entry(
    command: commands.RecordCaseEntry, state: CaseFile, situation: Situation
) -> tuple[events.CaseEntryRecorded]:
    common.another_beneficiary.unless(command.beneficiary_id == state.beneficiary_id)
    return (events.CaseEntryRecorded(kind=command.kind, text=situation.refs["text"], written_by=situation.actor.ref),)


def file_paper_item(
    command: commands.FilePaperItem, state: CaseFile, _situation: Situation
) -> tuple[events.PaperItemFiled]:
    expected = state.paper_items + 1
    refusals.item_out_of_step.unless(command.item_no == expected, expected=expected)
    return (events.PaperItemFiled(item_no=command.item_no, paper_location=command.paper_location),)


def agree_plan(
    command: commands.AgreeDevelopmentPlan, state: CaseFile, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.DevelopmentPlanAgreed]:
    common.another_beneficiary.unless(command.beneficiary_id == state.beneficiary_id)
    his_side = {command.beneficiary_id, *beneficiary.guardians_on(situation.today)}
    refusals.participation_missing.unless(bool(his_side & set(command.participated_by)))
    refusals.stages_missing.unless(bool(command.stages))
    return (
        events.DevelopmentPlanAgreed(
            beneficiary_id=command.beneficiary_id,
            goals=situation.refs["goals"],
            participated_by=command.participated_by,
            stages=command.stages,
            agreed_on=situation.today,
        ),
    )


def reach_stage(
    command: commands.ReachPlanStage, state: CaseFile, situation: Situation
) -> tuple[events.PlanStageReached]:
    refusals.no_plan_yet.unless(bool(state.stages))
    common.future_date.unless(command.reached_on <= situation.today)
    refusals.no_such_stage.unless(command.stage_code in state.stages and command.stage_code not in state.reached)
    return (
        events.PlanStageReached(
            beneficiary_id=state.beneficiary_id, stage_code=command.stage_code, reached_on=command.reached_on
        ),
    )
