"""How messages, tasks of staff, wishes and templates are read."""

from services.notifications.application.reading.lists import (
    ListManualTasks,
    ListNotifications,
    NotificationRow,
    NotificationRows,
    list_manual_tasks,
    list_notifications,
)
from services.notifications.application.reading.messages import (
    THEMSELVES,
    Inbox,
    InboxMessage,
    NotificationRead,
    ReadInbox,
    ReadNotification,
    read_inbox,
    read_notification,
)
from services.notifications.application.reading.wishes import (
    Preference,
    ReadPreference,
    ReadTemplate,
    TemplateRead,
    read_preference,
    read_template,
)

__all__ = [
    "THEMSELVES",
    "Inbox",
    "InboxMessage",
    "ListManualTasks",
    "ListNotifications",
    "NotificationRead",
    "NotificationRow",
    "NotificationRows",
    "Preference",
    "ReadInbox",
    "ReadNotification",
    "ReadPreference",
    "ReadTemplate",
    "TemplateRead",
    "list_manual_tasks",
    "list_notifications",
    "read_inbox",
    "read_notification",
    "read_preference",
    "read_template",
]
