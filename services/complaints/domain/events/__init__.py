"""What can have happened in complaints, kept for ever."""

from services.complaints.domain.events.complaint import (
    ChannelRefused,
    ComplaintAcknowledged,
    ComplaintAssessed,
    ComplaintReceived,
)
from services.complaints.domain.events.legal_hold import LegalHoldPlaced, LegalHoldReleased

__all__ = [
    "ChannelRefused",
    "ComplaintAcknowledged",
    "ComplaintAssessed",
    "ComplaintReceived",
    "LegalHoldPlaced",
    "LegalHoldReleased",
]
