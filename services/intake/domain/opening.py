"""How a support request begins: a number of its own, the policy version in force, a permitted channel."""

from __future__ import annotations

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands.request import OpenSupportRequest
from services.intake.domain.events import request as events
from services.intake.domain.policy import Situation, demand_channel, demand_own
from services.intake.domain.refusals import common
from services.intake.domain.refusals import request as refusals
from shared.locale.dates import to_hijri


def demand_openable(command: OpenSupportRequest, beneficiary: Beneficiary, situation: Situation) -> None:
    """Checked before a number is taken: what is refused uses up none."""
    demand_own(command.beneficiary_id, beneficiary.guardians_on(situation.today), situation)
    demand_channel(command.channel, "OpenSupportRequest", situation)
    refusals.unknown_service.unless(command.service_code in situation.rules.services)
    common.not_in_policy.unless(command.origin == "request" or situation.policy.outreach)


def opened(command: OpenSupportRequest, number: str, situation: Situation) -> events.SupportRequestOpened:
    return events.SupportRequestOpened(
        number=number,
        beneficiary_id=command.beneficiary_id,
        service_code=command.service_code,
        origin=command.origin,
        channel=command.channel,
        opened_on=situation.today,
        policy_version=situation.policy.ref,
    )


def series(situation: Situation, kind: str = "") -> str:
    """Which numbers run on together, e.g. `KD-1447`: prefix and Hijri year, with a letter for what is no request."""
    association = situation.rules.association
    prefix = association.case_prefix if association else situation.actor.tenant.upper()
    return "-".join(part for part in (prefix, kind, str(to_hijri(situation.today).year)) if part)


def numbered(series_: str, running_no: int) -> str:
    """As people read it out, e.g. `KD-1447-0318`."""
    return f"{series_}-{running_no:04d}"
