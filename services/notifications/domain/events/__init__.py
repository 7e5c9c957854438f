"""What can have happened to a message, a recipient's wishes or a template, kept for ever."""

from services.notifications.domain.events.delivery import (
    ManualDeliveryRecorded,
    NotificationAbandoned,
    NotificationDelivered,
    NotificationFailed,
    NotificationFellBack,
    NotificationRetryScheduled,
    NotificationSent,
    SendAttemptStarted,
)
from services.notifications.domain.events.message import (
    MessageTemplatePublished,
    NotificationRendered,
    NotificationRequested,
    NotificationSuppressed,
    Way,
)
from services.notifications.domain.events.wishes import (
    AudienceJoined,
    AudienceLeft,
    ConsentNoted,
    ContactChannelNoted,
    DestructionConfirmed,
    GuardianArrangementsEnded,
    InformationChangeAnnounced,
    RecipientForgotten,
    RecipientOptedIn,
    RecipientOptedOut,
)

__all__ = [
    "AudienceJoined",
    "AudienceLeft",
    "ConsentNoted",
    "ContactChannelNoted",
    "DestructionConfirmed",
    "GuardianArrangementsEnded",
    "InformationChangeAnnounced",
    "ManualDeliveryRecorded",
    "MessageTemplatePublished",
    "NotificationAbandoned",
    "NotificationDelivered",
    "NotificationFailed",
    "NotificationFellBack",
    "NotificationRendered",
    "NotificationRequested",
    "NotificationRetryScheduled",
    "NotificationSent",
    "NotificationSuppressed",
    "RecipientForgotten",
    "RecipientOptedIn",
    "RecipientOptedOut",
    "SendAttemptStarted",
    "Way",
]
