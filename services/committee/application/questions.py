"""The questions this service answers."""

from __future__ import annotations

from services.committee.application.aggregates import AGGREGATES
from services.committee.application.reading import (
    AgendaRead,
    Award,
    Decision,
    Minutes,
    Place,
    ReadAgenda,
    ReadAward,
    ReadDecision,
    ReadMinutes,
    ReadPlace,
    ReadReview,
    ReadSession,
    ReadStudy,
    ReadVotes,
    ReviewRead,
    SessionRead,
    Study,
    VotesRead,
    read_agenda,
    read_award,
    read_decision,
    read_minutes,
    read_place,
    read_review,
    read_session,
    read_study,
    read_votes,
)
from services.committee.views import (
    CountOpenReviews,
    ListReviews,
    ListSessions,
    OpenReviews,
    ReviewRows,
    SessionRows,
    count_open_reviews,
    list_reviews,
    list_sessions,
)
from shared.application.common import common_questions
from shared.application.routes import Question

_BODY = frozenset({"reviewing_secretary", "reviewing_member", "social_research_officer"})
_OVERSIGHT = frozenset({"senior_management", "board_member", "auditor"})
_STAFF = _BODY | _OVERSIGHT | {"beneficiary_relations_officer"}
_GIVING = frozenset({"service_provider", "beneficiary_relations_officer"})
_INSIDE = frozenset({"reviewing_secretary", "reviewing_member", "auditor"})

QUESTIONS = (
    Question(query=ReadReview, answer=ReviewRead, by=_STAFF, answers=read_review),
    Question(query=ListReviews, answer=ReviewRows, by=_STAFF, answers=list_reviews),
    Question(query=CountOpenReviews, answer=OpenReviews, by=_STAFF, answers=count_open_reviews),
    Question(query=ReadSession, answer=SessionRead, by=_BODY | _OVERSIGHT, answers=read_session),
    Question(query=ListSessions, answer=SessionRows, by=_BODY | _OVERSIGHT, answers=list_sessions),
    Question(query=ReadAgenda, answer=AgendaRead, by=_BODY | _OVERSIGHT, answers=read_agenda),
    Question(query=ReadMinutes, answer=Minutes, by=_INSIDE | {"senior_management"}, answers=read_minutes),
    Question(query=ReadPlace, answer=Place, by=_INSIDE | {"senior_management"}, answers=read_place),
    Question(query=ReadStudy, answer=Study, by=_INSIDE | {"social_research_officer"}, answers=read_study),
    Question(
        query=ReadDecision,
        answer=Decision,
        by=_INSIDE | {"beneficiary_relations_officer", "senior_management"},
        answers=read_decision,
    ),
    Question(query=ReadAward, answer=Award, by=_GIVING, answers=read_award),
    Question(query=ReadVotes, answer=VotesRead, by=_INSIDE, answers=read_votes),
    *common_questions("committee", AGGREGATES),
)
