"""The table of contents of committee: each command with who may ask it, and the questions it answers."""

from __future__ import annotations

from services.committee.application.aggregates import AGGREGATES, BODY, BODY_ID, REVIEW, SESSION
from services.committee.application.questions import QUESTIONS
from services.committee.application.use_cases import (
    adopt_minutes,
    confirm_destruction,
    correct_decision,
    draft_minutes,
    in_its_session,
    knowing_the_body,
    of_the_request,
    open_review,
    place_on_agenda,
    schedule_session,
)
from services.committee.domain import commands as asked
from services.committee.domain.body import admit_member, release_member
from services.committee.domain.deciding import cast_vote, record_decision
from services.committee.domain.meeting import hold_session
from services.committee.domain.studying import (
    assign_reviewer,
    cancel_review,
    declare_conflict,
    defer_review,
    move_due_date,
    receive_further_information,
    record_study,
    request_further_information,
)
from shared.application.common import common_routes
from shared.application.routes import SYSTEM, Route, change, keep_up

__all__ = ["AGGREGATES", "QUESTIONS", "ROUTES"]

_SYSTEM = frozenset({SYSTEM})
_SECRETARY = frozenset({"reviewing_secretary"})
_MEMBER = frozenset({"reviewing_member"})
_BODY = _SECRETARY | _MEMBER
_STUDYING = _BODY | {"social_research_officer"}

ROUTES = (
    Route(command=asked.OpenReview, by=_SYSTEM, does=open_review),
    Route(command=asked.AssignReviewer, by=_SECRETARY, does=knowing_the_body(assign_reviewer)),
    Route(command=asked.DeclareConflict, by=_BODY, does=knowing_the_body(declare_conflict)),
    Route(command=asked.RecordStudy, by=_STUDYING, does=change(REVIEW, "review_id", record_study)),
    Route(
        command=asked.RequestFurtherInformation,
        by=_STUDYING,
        does=change(REVIEW, "review_id", request_further_information),
    ),
    Route(command=asked.ReceiveFurtherInformation, by=_SYSTEM, does=of_the_request(receive_further_information)),
    Route(command=asked.MoveDueDate, by=_SYSTEM, does=of_the_request(move_due_date)),
    Route(command=asked.PlaceOnAgenda, by=_SECRETARY, does=place_on_agenda),
    Route(command=asked.DeferReview, by=_SECRETARY, does=change(REVIEW, "review_id", defer_review)),
    Route(command=asked.CastVote, by=_MEMBER, does=in_its_session(cast_vote)),
    Route(command=asked.RecordDecision, by=_BODY, does=in_its_session(record_decision)),
    Route(command=asked.CorrectDecision, by=_BODY, does=correct_decision),
    Route(command=asked.CancelReview, by=_SECRETARY | _SYSTEM, does=of_the_request(cancel_review)),
    Route(command=asked.ScheduleSession, by=_SECRETARY, does=schedule_session),
    Route(command=asked.HoldSession, by=_SECRETARY, does=change(SESSION, "session_id", hold_session)),
    Route(command=asked.DraftMinutes, by=_SECRETARY, does=draft_minutes),
    Route(command=asked.AdoptMinutes, by=_SECRETARY, does=adopt_minutes),
    Route(command=asked.ConfirmDestruction, by=_SYSTEM, does=confirm_destruction),
    Route(command=asked.AdmitMember, by=_SYSTEM, does=keep_up(BODY, lambda _command: BODY_ID, admit_member)),
    Route(command=asked.ReleaseMember, by=_SYSTEM, does=keep_up(BODY, lambda _command: BODY_ID, release_member)),
    *common_routes(),
)
