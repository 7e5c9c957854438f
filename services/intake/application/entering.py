"""The use case that enters somebody into the register, beside those he was found to be other than."""

from __future__ import annotations

from services.intake.application.aggregates import BENEFICIARY
from services.intake.domain import registering
from services.intake.domain.commands.beneficiary import RegisterBeneficiary
from shared.application.routes import create
from shared.application.work import Work

new = create(BENEFICIARY, "beneficiary_id", registering.register)


def enter(command: RegisterBeneficiary, work: Work) -> None:
    """Whom he is not must be in the register himself."""
    for each in command.other_than:
        if each.other_id != command.beneficiary_id:
            work.existing(BENEFICIARY, each.other_id)
    new(command, work)
