"""What intake may be asked about case files, visits, plans and entitlements."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class OpenCaseFile:
    """Open the file of a request by hand, where it was not opened with the request."""

    request_id: str


@message
class RecordCaseEntry:
    """Write something into the electronic file."""

    request_id: str
    beneficiary_id: str
    kind: str
    text: Annotated[str, Sealed(category="case_entries", subject="beneficiary_id")]


@message
class FilePaperItem:
    """Put a paper into the paper file; item_no is its number in the printed index."""

    request_id: str
    item_no: int
    paper_location: str


@message
class PlanStage:
    """A stage of a plan and the day it is meant to be reached."""

    code: str
    due_on: date


@message
class AgreeDevelopmentPlan:
    """Agree goals and dated stages together with those whose plan it is."""

    request_id: str
    beneficiary_id: str
    goals: Annotated[str, Sealed(category="plans", subject="beneficiary_id")]
    participated_by: tuple[str, ...]
    stages: tuple[PlanStage, ...]


@message
class ReachPlanStage:
    """A stage of the plan was reached."""

    request_id: str
    stage_code: str
    reached_on: date


@message
class RecordFieldVisit:
    """Somebody visited the beneficiary."""

    visit_id: str
    beneficiary_id: str
    visited_on: date
    report: Annotated[str, Sealed(category="visits", subject="beneficiary_id")]
    request_id: str | None = None


@message
class GrantEntitlement:
    """Something is owed to the beneficiary on a day."""

    entitlement_id: str
    request_id: str
    kind: str
    due_on: date


@message
class PerformEntitlement:
    """What was owed was given."""

    entitlement_id: str
    performed_on: date
