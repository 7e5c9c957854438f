"""Read models of committee: reviews by stage, and sessions."""

from services.committee.views.reviews import (
    REVIEW_VIEW,
    REVIEWS,
    CountOpenReviews,
    ListReviews,
    OpenReviews,
    ReviewRow,
    ReviewRows,
    count_open_reviews,
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
    "CountOpenReviews",
    "ListReviews",
    "ListSessions",
    "OpenReviews",
    "ReviewRow",
    "ReviewRows",
    "SessionRow",
    "SessionRows",
    "count_open_reviews",
    "fill_reviews",
    "fill_sessions",
    "list_reviews",
    "list_sessions",
    "names",
]
