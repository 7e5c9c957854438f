"""What an applicant asks for, in words: stated before the request is complete, and part of what is signed for."""

from __future__ import annotations

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands.request import StateNeed
from services.intake.domain.completing import current_revision, demand_stage
from services.intake.domain.events import request as events
from services.intake.domain.evidence import invalidated
from services.intake.domain.policy import Situation
from services.intake.domain.preparing import demand_his, demand_same_beneficiary
from services.intake.domain.refusals import request as refusals
from services.intake.domain.support_request import BEFORE_COMPLETION, SupportRequest


def state_need(
    command: StateNeed, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.NeedStated | events.DeclarationInvalidated, ...]:
    demand_his(request, beneficiary, situation)
    demand_same_beneficiary(command.beneficiary_id, request)
    demand_stage(request, *BEFORE_COMPLETION)
    refusals.need_empty.unless(bool(command.need.strip()))
    stated = events.NeedStated(need=situation.refs["need"])
    return (stated, *invalidated(request, current_revision(request, beneficiary) + 1))
