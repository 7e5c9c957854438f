"""What complaints answers: its commands with who may give them, and its questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from services.complaints.application.holding import LegalHoldList, ListLegalHolds, list_legal_holds
from services.complaints.domain import complaint, legal_hold
from services.complaints.domain.commands import (
    AcknowledgeComplaint,
    AssessComplaint,
    FileComplaint,
    PlaceLegalHold,
    ReleaseLegalHold,
)
from services.complaints.domain.policy import complains_in_own_name
from services.complaints.views.complaints import listed
from shared.application import destruction
from shared.application.aggregate import Aggregate
from shared.application.common import common_questions, common_routes
from shared.application.desk import Desk
from shared.application.routes import Decide, Question, Route, UseCase, already_exists, change, create, decide_on
from shared.application.serials import take
from shared.application.streams import no_such
from shared.application.work import Work
from shared.domain.messages import message
from shared.domain.refusals import Refused
from shared.locale.dates import to_hijri

COMPLAINT = Aggregate(
    kind="complaint",
    noun=("complaint", "شكوى"),
    evolve=complaint.evolve,
    pinned=lambda state: state.policy_version if state else None,
)
LEGAL_HOLD = Aggregate(
    kind="legal_hold",
    noun=("legal hold", "أمر حفظ"),
    evolve=legal_hold.evolve,
    case=lambda id_, state: (state and state.complaint_id) or id_,
)
AGGREGATES = (COMPLAINT, LEGAL_HOLD, destruction.DESTRUCTION)

FRONT = frozenset({"beneficiary_relations_officer", "follow_up_officer", "beneficiary", "guardian"})
FOLLOW_UP = frozenset({"follow_up_officer"})
PRIVACY = frozenset({"data_protection_officer"})
OVERSIGHT = frozenset({"follow_up_officer", "senior_management", "auditor"})


@message
class ListComplaints:
    """All complaints, oldest first; or those in one stage."""

    stage: str | None = None


@message
class TrackComplaint:
    """How far a complaint is, for whoever filed it or holds its id."""

    complaint_id: str


@message
class ComplaintStanding:
    """What a complainant may know: its number and stage, and that somebody answers for it."""

    number: str
    stage: str
    received_on: date
    has_owner: bool


@message
class ComplaintRow:
    """One complaint: codes and dates only."""

    complaint_id: str
    number: str
    type: str
    channel: str
    stage: str
    received_on: str
    owner: str | None


@message
class ComplaintList:
    """Oldest first."""

    complaints: tuple[ComplaintRow, ...]


def file(command: FileComplaint, work: Work) -> None:
    """Number it and receive it in one append."""
    already_exists.unless(work.load(COMPLAINT, command.complaint_id) is None)
    situation = work.situation(COMPLAINT, command.complaint_id)
    try:
        complaint.demand_fileable(command, situation)
    except Refused as refused:
        work.record(COMPLAINT, command.complaint_id, *refused.on_record)
        raise
    year = to_hijri(situation.today).year
    association = work.rules.association
    prefix = association.case_prefix if association else situation.actor.tenant.upper()
    number = f"{prefix}-C-{year}-{take(work, f'complaints-{year}'):04d}"
    work.record(COMPLAINT, command.complaint_id, *complaint.file(command, number, situation))


def demand_received(complaint_id: str, work: Work) -> None:
    """What was only ever attempted, over a channel that does not serve, is no complaint."""
    if work.existing(COMPLAINT, complaint_id) is None:
        raise no_such(COMPLAINT)


def on_complaint(decide: Decide) -> UseCase:
    """A use case on a complaint that was received."""

    def use_case(command: Any, work: Work) -> None:
        demand_received(command.complaint_id, work)
        decide_on(COMPLAINT, command.complaint_id, decide, command, work)

    return use_case


def place_hold(command: PlaceLegalHold, work: Work) -> None:
    """A hold that stands for a complaint stands for one there is."""
    if command.complaint_id is not None:
        demand_received(command.complaint_id, work)
    create(LEGAL_HOLD, "hold_id", legal_hold.place)(command, work)


def complaints(query: ListComplaints, desk: Desk) -> ComplaintList:
    """From the view."""
    rows: Sequence[Any] = listed(desk.infrastructure.views.engine, desk.actor.tenant, query.stage)
    return ComplaintList(complaints=tuple(ComplaintRow(**row) for row in rows))


def track(query: TrackComplaint, desk: Desk) -> ComplaintStanding:
    """From the stream itself; another's complaint does not exist for whoever has signed in."""
    state = desk.load(COMPLAINT, query.complaint_id)
    if state is None or not complains_in_own_name(desk.actor, state.complainant_id):
        raise no_such(COMPLAINT)
    return ComplaintStanding(
        number=state.number, stage=state.stage, received_on=state.received_on, has_owner=state.owner is not None
    )


ROUTES = (
    Route(command=FileComplaint, by=FRONT, does=file),
    Route(command=AcknowledgeComplaint, by=FOLLOW_UP, does=on_complaint(complaint.acknowledge)),
    Route(command=AssessComplaint, by=FOLLOW_UP, does=on_complaint(complaint.assess)),
    Route(command=PlaceLegalHold, by=PRIVACY, does=place_hold),
    Route(command=ReleaseLegalHold, by=PRIVACY, does=change(LEGAL_HOLD, "hold_id", legal_hold.release)),
    destruction.ROUTE,
    *common_routes(),
)
QUESTIONS = (
    Question(query=ListComplaints, answer=ComplaintList, by=OVERSIGHT, answers=complaints),
    Question(query=TrackComplaint, answer=ComplaintStanding, by=FRONT | OVERSIGHT, answers=track),
    Question(query=ListLegalHolds, answer=LegalHoldList, by=PRIVACY | {"auditor"}, answers=list_legal_holds),
    *common_questions("complaints", AGGREGATES),
)
