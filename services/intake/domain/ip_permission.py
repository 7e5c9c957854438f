"""A permission to use a beneficiary's work: a photo, a story, a product."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from services.intake.domain.commands.rights import GrantIpPermission, RevokeIpPermission, UseWork
from services.intake.domain.events.rights import IpPermissionGranted, IpPermissionRevoked, WorkUsed, WorkUseRefused
from services.intake.domain.policy import Situation, demand_own
from services.intake.domain.refusals import common
from services.intake.domain.refusals import rights as refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class IpPermission:
    """What the owner permitted."""

    beneficiary_id: str
    scope: tuple[str, ...]
    until: date | None
    revoked: bool = False


def evolve(state: IpPermission | None, event: Any) -> IpPermission | None:
    """The permission after one more event."""
    match event:
        case IpPermissionGranted(beneficiary_id=whose, scope=scope, until=until):
            return IpPermission(beneficiary_id=whose, scope=scope, until=until)
        case IpPermissionRevoked():
            return state and replace(state, revoked=True)
    return state


def grant(command: GrantIpPermission, _state: None, situation: Situation) -> tuple[IpPermissionGranted]:
    demand_own(command.beneficiary_id, frozenset(), situation)
    refusals.scope_missing.unless(bool(command.scope))
    return (
        IpPermissionGranted(
            beneficiary_id=command.beneficiary_id,
            work=situation.refs["work"],
            scope=command.scope,
            until=command.until,
        ),
    )


def use(command: UseWork, state: IpPermission, situation: Situation) -> tuple[WorkUsed]:
    if not covers(state, command.purpose, situation.today):
        refused = WorkUseRefused(purpose=command.purpose if command.purpose in state.scope else "other")
        raise refusals.outside_permission.refused().recording(refused)
    return (WorkUsed(purpose=command.purpose, used_by=situation.actor.ref),)


def covers(state: IpPermission, purpose: str, day: date) -> bool:
    """Whether a use falls under the permission; the last day counts."""
    return not state.revoked and purpose in state.scope and (state.until is None or day <= state.until)


def revoke(command: RevokeIpPermission, state: IpPermission, situation: Situation) -> tuple[IpPermissionRevoked]:
    demand_own(state.beneficiary_id, frozenset(), situation)
    common.over_already.unless(not state.revoked)
    return (IpPermissionRevoked(reason_code=command.reason_code),)
