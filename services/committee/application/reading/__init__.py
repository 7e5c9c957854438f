"""How one review, session, agenda or sealed text is read."""

from services.committee.application.reading.reviews import (
    CastVoteRead,
    ReadReview,
    ReviewRead,
    read_review,
    told_of,
)
from services.committee.application.reading.sealed import (
    Decision,
    ReadDecision,
    ReadStudy,
    ReadVotes,
    Study,
    VotesRead,
    read_decision,
    read_study,
    read_votes,
)
from services.committee.application.reading.sessions import (
    AgendaRead,
    Minutes,
    ReadAgenda,
    ReadMinutes,
    ReadSession,
    SessionRead,
    read_agenda,
    read_minutes,
    read_session,
)

__all__ = [
    "AgendaRead",
    "CastVoteRead",
    "Decision",
    "Minutes",
    "ReadAgenda",
    "ReadDecision",
    "ReadMinutes",
    "ReadReview",
    "ReadSession",
    "ReadStudy",
    "ReadVotes",
    "ReviewRead",
    "SessionRead",
    "Study",
    "VotesRead",
    "read_agenda",
    "read_decision",
    "read_minutes",
    "read_review",
    "read_session",
    "read_study",
    "read_votes",
    "told_of",
]
