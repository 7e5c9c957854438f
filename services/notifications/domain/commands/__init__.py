"""What notifications may be asked to do."""

from services.notifications.domain.commands.delivery import (
    Channel,
    RecordDeliveryReport,
    RecordFailure,
    RecordManualDelivery,
    RecordManualFailure,
    RecordSent,
    SendNotification,
)
from services.notifications.domain.commands.message import (
    PublishTemplate,
    Purpose,
    Rendered,
    RenderNotification,
    RequestNotification,
    SuppressNotification,
    Texts,
    WithholdNotification,
)
from services.notifications.domain.commands.wishes import (
    AdoptConsent,
    AdoptContactChannel,
    AnnounceInformation,
    ConfirmDestruction,
    DestroyRecipient,
    NoteGuardianshipEnded,
    NoteMajority,
    OptIn,
    OptOut,
)

__all__ = [
    "AdoptConsent",
    "AdoptContactChannel",
    "AnnounceInformation",
    "Channel",
    "ConfirmDestruction",
    "DestroyRecipient",
    "NoteGuardianshipEnded",
    "NoteMajority",
    "OptIn",
    "OptOut",
    "PublishTemplate",
    "Purpose",
    "RecordDeliveryReport",
    "RecordFailure",
    "RecordManualDelivery",
    "RecordManualFailure",
    "RecordSent",
    "RenderNotification",
    "Rendered",
    "RequestNotification",
    "SendNotification",
    "SuppressNotification",
    "Texts",
    "WithholdNotification",
]
