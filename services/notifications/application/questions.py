"""The questions this service answers."""

from __future__ import annotations

from services.notifications.application import reading as read
from services.notifications.application.aggregates import AGGREGATES
from shared.application.common import EVERYBODY, common_questions
from shared.application.routes import Question

_STAFF = frozenset({"beneficiary_relations_officer", "social_worker", "branch_delegate"})
_OVERSIGHT = frozenset({"senior_management", "auditor"})
_THEMSELVES = read.THEMSELVES

QUESTIONS = (
    Question(
        query=read.ListManualTasks,
        answer=read.NotificationRows,
        by=_STAFF | _OVERSIGHT,
        answers=read.list_manual_tasks,
    ),
    Question(
        query=read.ListNotifications,
        answer=read.NotificationRows,
        by=_STAFF | _OVERSIGHT | {"follow_up_officer"},
        answers=read.list_notifications,
    ),
    Question(
        query=read.ReadNotification,
        answer=read.NotificationRead,
        by=_STAFF | _THEMSELVES | {"auditor"},
        answers=read.read_notification,
    ),
    Question(query=read.ReadInbox, answer=read.Inbox, by=EVERYBODY | _THEMSELVES, answers=read.read_inbox),
    Question(
        query=read.ReadPreference,
        answer=read.Preference,
        by=_STAFF | _THEMSELVES | {"auditor"},
        answers=read.read_preference,
    ),
    Question(
        query=read.ReadTemplate,
        answer=read.TemplateRead,
        by=_STAFF | _OVERSIGHT | {"governance_officer"},
        answers=read.read_template,
    ),
    *common_questions("notifications", AGGREGATES),
)
