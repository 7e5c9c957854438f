"""What can have happened in the reviewing body, kept for ever."""

from services.committee.domain.events.body import MemberAdmitted, MemberReleased
from services.committee.domain.events.decision import (
    DecisionCorrected,
    RequestApproved,
    RequestRejected,
    ReviewDeferred,
    ReviewMinuted,
    ReviewPlacedOnAgenda,
    VoteCast,
    VoteRefused,
)
from services.committee.domain.events.destruction import (
    DestructionConfirmed,
)
from services.committee.domain.events.review import (
    ConflictOfInterestDeclared,
    FurtherInformationReceived,
    FurtherInformationRequested,
    ReferralNoted,
    ReviewCancelled,
    ReviewDueDateMoved,
    ReviewerAssigned,
    ReviewerRecused,
    ReviewOpened,
    SocialStudyRecorded,
)
from services.committee.domain.events.session import (
    AgendaItemAdded,
    MinutesAdopted,
    MinutesDrafted,
    MinutesItem,
    SessionHeld,
    SessionScheduled,
)

__all__ = [
    "AgendaItemAdded",
    "ConflictOfInterestDeclared",
    "DecisionCorrected",
    "DestructionConfirmed",
    "FurtherInformationReceived",
    "FurtherInformationRequested",
    "MemberAdmitted",
    "MemberReleased",
    "MinutesAdopted",
    "MinutesDrafted",
    "MinutesItem",
    "ReferralNoted",
    "RequestApproved",
    "RequestRejected",
    "ReviewCancelled",
    "ReviewDeferred",
    "ReviewDueDateMoved",
    "ReviewMinuted",
    "ReviewOpened",
    "ReviewPlacedOnAgenda",
    "ReviewerAssigned",
    "ReviewerRecused",
    "SessionHeld",
    "SessionScheduled",
    "SocialStudyRecorded",
    "VoteCast",
    "VoteRefused",
]
