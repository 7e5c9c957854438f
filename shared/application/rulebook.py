"""What a service has adopted of its association's rules: the published facts of governance, kept in its own log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from shared import codec
from shared.application.aggregate import Aggregate
from shared.contracts import governance as said
from shared.contracts.envelope import type_of
from shared.domain.messages import fact, message

ADOPTED: Mapping[str, type[Any]] = {
    type_of(cls): cls
    for cls in (
        said.AssociationRegistered,
        said.PolicyVersionPutInForce,
        said.TenantSettingsChanged,
        said.ChannelPermitted,
        said.ChannelRetired,
        said.WorkingCalendarPublished,
        said.ServiceInformationPublished,
    )
}


@message
class AdoptRule:
    """Take over a rule that governance has published (asked for by our own reaction only)."""

    contract: str
    content: str


@fact(en="Rule adopted", ar="اعتُمدت القاعدة المنشورة")
class RuleAdopted:
    """contract: its type; content: its canonical JSON, so that replay needs nobody else's log."""

    contract: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The association's rules as this service knows them; empty until governance has published them."""

    association: said.AssociationRegistered | None = None
    policies: Mapping[str, said.PolicyVersionPutInForce] = field(default_factory=dict)
    current: str | None = None
    settings: said.TenantSettingsChanged | None = None
    calendars: Mapping[str, said.WorkingCalendarPublished] = field(default_factory=dict)
    services: Mapping[str, said.ServiceInformationPublished] = field(default_factory=dict)
    added_channels: Mapping[str, said.Channel] = field(default_factory=dict)
    retired_channels: frozenset[str] = frozenset()

    def policy(self, ref: str | None = None) -> said.PolicyVersionPutInForce | None:
        """The version cited as `ref`, or the one in force."""
        return self.policies.get(ref or self.current or "")

    @property
    def calendar(self) -> said.WorkingCalendarPublished | None:
        """The working calendar the settings name."""
        return self.calendars.get(self.settings.calendar_version) if self.settings else None

    def channels(self, policy: said.PolicyVersionPutInForce) -> Mapping[str, said.Channel]:
        """What is permitted under a version: its own channels and those added since, less those retired."""
        known = {channel.code: channel for channel in policy.channels} | dict(self.added_channels)
        return {code: channel for code, channel in known.items() if code not in self.retired_channels}


def evolve(book: Rulebook, event: Any) -> Rulebook:
    """The book with one more rule adopted."""
    match codec.decode(ADOPTED[event.contract], event.content.encode()):
        case said.AssociationRegistered() as association:
            return replace(book, association=association)
        case said.PolicyVersionPutInForce() as policy:
            return replace(book, policies={**book.policies, policy.ref: policy}, current=policy.ref)
        case said.TenantSettingsChanged() as settings:
            return replace(book, settings=settings)
        case said.WorkingCalendarPublished() as calendar:
            return replace(book, calendars={**book.calendars, calendar.calendar_version: calendar})
        case said.ServiceInformationPublished() as service:
            return replace(book, services={**book.services, service.service_code: service})
        case said.ChannelPermitted(channel=channel):
            retired = book.retired_channels - {channel.code}
            return replace(
                book, added_channels={**book.added_channels, channel.code: channel}, retired_channels=retired
            )
        case said.ChannelRetired(code=code):
            return replace(book, retired_channels=book.retired_channels | {code})
    return book


RULEBOOK_ID = "association"
RULEBOOK = Aggregate(
    kind="rulebook",
    noun=("rulebook", "سجل القواعد"),
    evolve=evolve,
    initial=Rulebook(),
    case=lambda _id, _state: None,
    cached=True,
)


def adopt(payload: Any) -> tuple[AdoptRule, ...]:
    """The reaction every service shares: take over the rules it knows how to read."""
    if type_of(payload) not in ADOPTED:
        return ()
    return (AdoptRule(contract=type_of(payload), content=codec.encode(payload).decode()),)


def adopt_rule(command: AdoptRule, _book: Rulebook, _situation: object) -> tuple[RuleAdopted, ...]:
    """Deciding is agreeing: governance has decided already."""
    return (RuleAdopted(contract=command.contract, content=command.content),)
