"""Channels beside the policy's own: permitted where it allows others, retired when no longer used."""

from __future__ import annotations

from services.governance.domain.association import Association
from services.governance.domain.commands.association import PermitChannel, RetireChannel
from services.governance.domain.events import association as events
from services.governance.domain.policy import Situation, codes_are_plain
from services.governance.domain.refusals import settings as refusals
from shared.contracts.governance import Channel


def permit_channel(
    command: PermitChannel, _state: Association, situation: Situation
) -> tuple[events.ChannelPermitted, ...]:
    codes_are_plain(command.code)
    policy = situation.rules.policy()
    refusals.channel_needs_policy_version.unless(policy is not None)
    assert policy is not None
    refusals.channel_permitted_already.unless(command.code not in situation.rules.channels(policy))
    named = next((channel for channel in policy.channels if channel.code == command.code), None)
    if named is not None:
        return (events.ChannelPermitted(channel=named, justification=command.justification),)
    # Kadi art. 3(1)د: other channels that suit the association and break no law, with the reason on record.
    refusals.channel_needs_policy_version.unless(policy.other_channels_allowed)
    refusals.justification_required.unless(bool(command.justification.strip()))
    added = Channel(code=command.code, basis="other_channel_clause", ar=command.name.ar, en=command.name.en)
    return (events.ChannelPermitted(channel=added, justification=command.justification),)


def retire_channel(
    command: RetireChannel, _state: Association, situation: Situation
) -> tuple[events.ChannelRetired, ...]:
    policy = situation.rules.policy()
    permitted = policy is not None and command.code in situation.rules.channels(policy)
    refusals.channel_not_permitted.unless(permitted)
    return (events.ChannelRetired(code=command.code),)
