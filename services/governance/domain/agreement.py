"""An agreement with somebody the association deals with: a source of rights and duties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.governance.domain.commands.directory import EndAgreement, RecordAgreement
from services.governance.domain.events.registers import AgreementEnded, AgreementRecorded
from services.governance.domain.policy import Situation
from services.governance.domain.refusals import people as refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """recorded: None before."""

    recorded: AgreementRecorded | None = None
    ended: bool = False


def evolve(state: Agreement, event: Any) -> Agreement:
    match event:
        case AgreementRecorded():
            return Agreement(recorded=event)
        case AgreementEnded():
            return replace(state, ended=True)
    return state


def record(command: RecordAgreement, state: Agreement, situation: Situation) -> tuple[AgreementRecorded, ...]:
    refusals.agreement_recorded.unless(state.recorded is None)
    refusals.agreement_number_required.unless(bool(command.number.strip()))
    return (
        AgreementRecorded(
            agreement_id=command.agreement_id,
            party_kind=command.party_kind,
            party_id=command.party_id,
            number=command.number,
            date=command.date,
            summary=situation.refs.get("summary"),
        ),
    )


def end(command: EndAgreement, state: Agreement, situation: Situation) -> tuple[AgreementEnded, ...]:
    refusals.agreement_ended.unless(not state.ended)
    return (AgreementEnded(agreement_id=command.agreement_id, on=situation.today),)
