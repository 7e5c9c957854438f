"""Named examples of those who are told something, of what they are told, and of those who carry it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import uuid4

import msgspec

from services.notifications.adapters.sender import NotSent
from shared.contracts.governance import Channel, PolicyVersionPutInForce, Window
from shared.contracts.intake import ConsentChanged, ContactChannelAgreed, DecisionCommunicated, SupportRequestCompleted
from shared.contracts.surveys import RespondentInvited
from shared.domain.sealed import ContentRef
from tests.contracts.samples import sample
from tests.domain.scenario import TENANT, Scenario

CHILD, MOTHER, REQUEST = "beneficiary-1", "guardian-1", "request-1"
OFFICER = "beneficiary_relations_officer"
ADDRESS, TELEPHONE = "reader@example.org", "+966500000000"
TODAY = date(2026, 3, 15)
KADI = Window(max_count=15, max_unit="working_day")
FOUR = Window(min_count=14, min_unit="calendar_day", interpretation="literal_minimum")
ALL = ("interview", "phone_call", "correspondence", "website", "email")


def policy(*channels: str, window: Window = FOUR) -> PolicyVersionPutInForce:
    """A policy that permits these channels."""
    permitted = tuple(Channel(code=code, basis="policy", ar=code, en=code) for code in channels)
    usual = sample(PolicyVersionPutInForce)
    return replace(usual, policy_id="policy", version=1, channels=permitted, window=window)


def contact_points(scenario: Scenario, *, telephone: bool = True, mail: bool = True) -> ContentRef:
    """Where the mother can be reached, sealed under the child as intake does it."""
    points = [{"contact_point_id": "point-mail", "kind": "email", "value": ADDRESS}] if mail else []
    points += [{"contact_point_id": "point-phone", "kind": "phone", "value": TELEPHONE}] if telephone else []
    vault = scenario.infrastructure.vault
    content = msgspec.json.encode(points)
    (key,) = vault.keys(TENANT, [(CHILD, "contact_points")]).values()
    sealed = vault.seal(key, content, service="intake", command_id=uuid4())
    vault.keep([sealed])
    vault.confirm([sealed.ref])
    return sealed.ref


def agreed(scenario: Scenario, channel: str = "email", **changes: Any) -> ContactChannelAgreed:
    """The mother wants to hear by this channel."""
    usual: dict[str, Any] = {
        "beneficiary_id": CHILD,
        "recipient_id": MOTHER,
        "channel_code": channel,
        "contact_point_id": "point-mail" if channel == "email" else "point-phone",
        "language": "ar",
        "contact_point": contact_points(scenario),
    }
    return ContactChannelAgreed(**(usual | changes))


def reply(channel: str = "website") -> DecisionCommunicated:
    return DecisionCommunicated(
        request_id=REQUEST,
        number="KYN-2026-0001",
        beneficiary_id=CHILD,
        outcome="approved",
        channel=channel,
        replied_on=TODAY,
    )


def completed(not_before: date | None = None, due_by: date | None = None) -> SupportRequestCompleted:
    return SupportRequestCompleted(
        request_id=REQUEST,
        number="KYN-2026-0001",
        beneficiary_id=CHILD,
        completed_on=TODAY,
        not_before=not_before,
        due_by=due_by,
        calendar_version="SA-2026.1",
        policy_version="policy/1",
    )


def invitation() -> RespondentInvited:
    return RespondentInvited(
        invitation_id="invitation-1", campaign_id="campaign-1", beneficiary_id=CHILD, request_id=None, stage_code=None
    )


def consent(*, given: bool = True) -> ConsentChanged:
    return ConsentChanged(beneficiary_id=CHILD, purpose="survey", given=given)


@dataclass(slots=True)
class Carrier:
    """A provider in memory that can be told to fail; it delivers once for each key, as a provider should."""

    name: str = "carrier"
    failures: list[NotSent] = field(default_factory=list)
    carried: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def send(self, address: str, subject: str, body: str, idempotency_key: str) -> str:
        self.calls.append(idempotency_key)
        if self.failures:
            raise self.failures.pop(0)
        self.carried.setdefault(idempotency_key, (address, subject, body))
        return f"carried-{idempotency_key}"

    def forget(self, idempotency_keys: Collection[str]) -> None:
        for key in idempotency_keys:
            self.carried.pop(key, None)


def down(times: int) -> list[NotSent]:
    return [NotSent("unreachable", permanent=False) for _ in range(times)]
