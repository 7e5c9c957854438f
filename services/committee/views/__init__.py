"""Read models of committee: reviews by stage, and sessions."""

from services.committee.views.reviews import (
    REVIEW_VIEW,
    REVIEWS,
    ListReviews,
    ReviewRow,
    ReviewRows,
    fill_reviews,
    list_reviews,
    names,
)
from services.committee.views.sessions import (
    SESSION_VIEW,
    SESSIONS,
    ListSessions,
    SessionRow,
    SessionRows,
    fill_sessions,
    list_sessions,
)

VIEWS = (REVIEW_VIEW, SESSION_VIEW)

__all__ = [
    "REVIEWS",
    "REVIEW_VIEW",
    "SESSIONS",
    "SESSION_VIEW",
    "VIEWS",
    "ListReviews",
    "ListSessions",
    "ReviewRow",
    "ReviewRows",
    "SessionRow",
    "SessionRows",
    "fill_reviews",
    "fill_sessions",
    "list_reviews",
    "list_sessions",
    "names",
]
