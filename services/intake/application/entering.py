"""The use case that enters somebody into the register, beside those he was found to be other than."""

from __future__ import annotations

from services.intake.application.aggregates import BENEFICIARY
from services.intake.domain import registering
from services.intake.domain.commands.beneficiary import RegisterBeneficiary
from services.intake.domain.person import Identity
from shared.application.routes import create
from shared.application.work import Work

new = create(BENEFICIARY, "beneficiary_id", registering.register)


def enter(command: RegisterBeneficiary, work: Work) -> None:
    """Whom he is not must be in the register himself."""
    for each in command.other_than:
        if each.other_id != command.beneficiary_id:
            work.existing(BENEFICIARY, each.other_id)
    registering.demand_number_of_his_own(command, bearers(command.identity, work))
    new(command, work)


def bearers(identity: Identity | None, work: Work) -> tuple[str, ...]:
    """Who has this number already; numbers of other kinds are given by many, and may be alike."""
    if identity is None or identity.kind == "other_id":
        return ()
    return work.known_by("identity.number", identity.number)
