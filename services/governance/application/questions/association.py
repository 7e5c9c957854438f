"""Questions about the association itself, answered from its own streams."""

from __future__ import annotations

from datetime import date

from services.governance.application.aggregates import ASSOCIATION
from services.governance.domain.association import Association
from services.governance.domain.commands.association import TenantSettings
from shared.application.desk import Desk
from shared.contracts.governance import Channel, ReviewingBody, Window, Wording
from shared.domain.messages import message


@message
class ReadAssociation:
    """The association of the asker's tenant."""


@message
class AssociationAnswer:
    """What was not made yet is None or 0.

    onboarded_from: hash of the file, once loaded; policy_version: the one in force, as `<policy id>/<n>`.
    sensitive_register: whether it is sensitive by law to be known as one of its beneficiaries.
    """

    association: str
    name: Wording
    legal_form: str
    case_prefix: str
    sector: str | None
    licence_no: str | None
    regulator: str | None
    registered_on: date
    onboarded_from: str | None
    settings_version: int
    settings: TenantSettings | None
    policy_version: str | None
    approval_recorded: bool
    window: Window | None
    reviewing_body: ReviewingBody | None
    service_codes: tuple[str, ...]
    unit_codes: tuple[str, ...]
    sensitive_register: bool


@message
class ListChannels:
    """The channels permitted now."""


@message
class ChannelList:
    """In the policy's order, then those added since."""

    channels: tuple[Channel, ...]
    other_channels_allowed: bool


def read_association(_query: ReadAssociation, desk: Desk) -> AssociationAnswer:
    state: Association = desk.load(ASSOCIATION, desk.actor.tenant)
    rules = desk.rules()
    policy = rules.policy()
    joined = state.registered
    assert joined is not None
    return AssociationAnswer(
        association=joined.association,
        name=joined.name,
        legal_form=joined.legal_form,
        case_prefix=joined.case_prefix,
        sector=joined.sector,
        licence_no=joined.licence_no,
        regulator=joined.regulator,
        registered_on=joined.registered_on,
        onboarded_from=state.onboarded_from,
        settings_version=state.settings_version,
        settings=state.settings,
        policy_version=rules.current,
        approval_recorded=policy.approval_recorded if policy else False,
        window=policy.window if policy else None,
        reviewing_body=policy.reviewing_body if policy else None,
        service_codes=tuple(sorted(rules.services)),
        unit_codes=tuple(sorted(state.units)),
        sensitive_register=policy.sensitive_register if policy else False,
    )


def list_channels(_query: ListChannels, desk: Desk) -> ChannelList:
    rules = desk.rules()
    policy = rules.policy()
    if policy is None:
        return ChannelList(channels=(), other_channels_allowed=False)
    return ChannelList(
        channels=tuple(rules.channels(policy).values()), other_channels_allowed=policy.other_channels_allowed
    )
