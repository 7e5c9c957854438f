"""What the reviewing body may be asked to do."""

from services.committee.domain.commands.body import AdmitMember, ReleaseMember
from services.committee.domain.commands.decision import (
    CastVote,
    CorrectDecision,
    DeferReview,
    Outcome,
    PlaceOnAgenda,
    RecordDecision,
)
from services.committee.domain.commands.review import (
    AssignReviewer,
    CancelReview,
    ConfirmDestruction,
    DeclareConflict,
    MoveDueDate,
    OpenReview,
    ReceiveFurtherInformation,
    RecordStudy,
    RequestFurtherInformation,
)
from services.committee.domain.commands.session import (
    AdoptMinutes,
    DraftMinutes,
    HoldSession,
    ScheduleSession,
)

__all__ = [
    "AdmitMember",
    "AdoptMinutes",
    "AssignReviewer",
    "CancelReview",
    "CastVote",
    "ConfirmDestruction",
    "CorrectDecision",
    "DeclareConflict",
    "DeferReview",
    "DraftMinutes",
    "HoldSession",
    "MoveDueDate",
    "OpenReview",
    "Outcome",
    "PlaceOnAgenda",
    "ReceiveFurtherInformation",
    "RecordDecision",
    "RecordStudy",
    "ReleaseMember",
    "RequestFurtherInformation",
    "ScheduleSession",
]
