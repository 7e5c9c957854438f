"""The thread of a case: its steps as people read them, and where one stands when looking at a past moment."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Literal

from gateways.audit.replay import CaseHistory, ReplayCase
from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from shared.application.common import Step

ICONS: Mapping[str, str] = {
    "VisitorReceived": "hand",
    "ReceptionEnded": "hand",
    "BeneficiaryRegistered": "user-plus",
    "IdentityVerified": "id-card",
    "ContactChannelAgreed": "message-circle",
    "SupportRequestOpened": "folder-open",
    "CriteriaProvided": "book-open",
    "EvidenceAdded": "inbox",
    "EvidenceMatched": "circle-check",
    "EvidenceRejected": "circle-x",
    "InformationRequested": "hourglass",
    "DeclarationSigned": "pen-line",
    "DeclarationInvalidated": "circle-alert",
    "SupportRequestSubmitted": "inbox",
    "SupportRequestCompleted": "circle-check",
    "ResponseWindowSet": "calendar-clock",
    "ResponseWindowRecalculated": "calendar-clock",
    "SupportRequestReferred": "send",
    "ReviewDecisionReceived": "gavel",
    "RequestApproved": "gavel",
    "RequestRejected": "gavel",
    "ReviewOpened": "scale",
    "SupportRequestClosed": "circle-minus",
    "DecisionCommunicated": "send",
    "ServiceStarted": "package",
    "ServiceDelivered": "package-check",
    "SocialStudyRecorded": "file-check",
    "VoteCast": "vote",
    "ConflictOfInterestDeclared": "user-x",
    "SessionScheduled": "calendar-plus",
    "SessionHeld": "users",
    "MinutesAdopted": "file-check",
}
BY_SERVICE: Mapping[str, str] = {"committee": "scale", "notifications": "mail", "intake": "circle-dot"}
TURNING = {"SupportRequestCompleted", "RequestApproved", "RequestRejected", "DecisionCommunicated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One step; no: its place from the first. place: before, here, or not yet at the moment looked at."""

    no: int
    title: Pair
    icon: str
    who: str
    clause: str | None
    moment: datetime
    place: Literal["", "here", "later"]
    turning: bool
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """steps: oldest first. chosen: the step looked at, None for the present."""

    steps: tuple[Told, ...]
    chosen: Told | None

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.steps)

    @property
    def at(self) -> int:
        """The number of the step shown as the latest."""
        return self.chosen.no if self.chosen else self.count

    @property
    def shown(self) -> tuple[Told, ...]:
        """What had happened by then, newest first."""
        return self.steps[: self.at][::-1]

    @property
    def later(self) -> tuple[Told, ...]:
        """What had not happened yet, newest first."""
        return self.steps[self.at :][::-1]


def thread(history: CaseHistory, event: int | None) -> Thread:
    """The thread, at one of its events or at present."""
    chosen = event if event is not None and 1 <= event < len(history.steps) else None
    steps = tuple(_told(no, step, chosen) for no, step in enumerate(history.steps, 1))
    return Thread(steps=steps, chosen=steps[chosen - 1] if chosen else None)


def event_at(steps: Sequence[Step], moment: datetime) -> int:
    """The number of the last event at or before a moment; the first one when it lies before all."""
    return max(sum(step.occurred_at <= moment for step in steps), 1)


def request_at(request_id: str, moment: datetime, visit: Visit) -> Any | None:
    """The request as its own events had left it at a moment; None before it was opened."""
    history: CaseHistory = visit.ask("audit", ReplayCase(case_id=request_id, until=moment))
    found = next((one for one in history.states if one.kind == "support_request" and one.id == request_id), None)
    return json.loads(found.state, object_hook=lambda told: SimpleNamespace(**told)) if found else None


def _told(no: int, step: Step, chosen: int | None) -> Told:
    return Told(
        no=no,
        title=(step.title_ar, step.title_en),
        icon=ICONS.get(step.type, BY_SERVICE.get(step.service, "circle-dot")),
        who="" if step.actor_kind == "system" else step.actor_ref,
        clause=step.clause,
        moment=step.occurred_at,
        place="" if chosen is None or no < chosen else "here" if no == chosen else "later",
        turning=step.type in TURNING,
        step=step,
    )
