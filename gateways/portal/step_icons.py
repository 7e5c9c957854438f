"""The icon of each kind of event in a case's thread, and the events a case turns on."""

from __future__ import annotations

from collections.abc import Mapping

ICONS: Mapping[str, str] = {
    "VisitorReceived": "hand",
    "VisitorRecognised": "user-check",
    "ReceptionEnded": "hand",
    "BeneficiaryRegistered": "user-plus",
    "DuplicateDismissed": "users",
    "IdentityVerified": "id-card",
    "ContactChannelAgreed": "message-circle",
    "SupportRequestOpened": "folder-open",
    "NeedStated": "file-text",
    "CriteriaProvided": "book-open",
    "EvidenceAdded": "inbox",
    "EvidenceMatched": "circle-check",
    "EvidenceRejected": "circle-x",
    "ProcessExplained": "message-circle",
    "InformationRequested": "hourglass",
    "DeclarationSigned": "pen-line",
    "DeclarationInvalidated": "circle-alert",
    "SupportRequestSubmitted": "inbox",
    "SupportRequestCompleted": "circle-check",
    "ResponseWindowSet": "calendar-clock",
    "ResponseWindowRecalculated": "calendar-clock",
    "SupportRequestReferred": "send",
    "ReviewDecisionReceived": "gavel",
    "RequestApproved": "gavel",
    "RequestRejected": "gavel",
    "ReviewOpened": "scale",
    "SupportRequestClosed": "circle-minus",
    "DecisionCommunicated": "send",
    "ServiceStarted": "package",
    "ServiceDelivered": "package-check",
    "SocialStudyRecorded": "file-check",
    "VoteCast": "vote",
    "ConflictOfInterestDeclared": "user-x",
    "SessionScheduled": "calendar-plus",
    "SessionHeld": "users",
    "MinutesAdopted": "file-check",
}
BY_SERVICE: Mapping[str, str] = {"committee": "scale", "notifications": "mail", "intake": "circle-dot"}
TURNING = {"SupportRequestCompleted", "RequestApproved", "RequestRejected", "DecisionCommunicated"}
QUIET = frozenset(
    {
        *("NotificationRequested", "NotificationRendered", "SendAttemptStarted", "NotificationSent"),
        *("NotificationDelivered", "NotificationRetryScheduled", "ContactChannelNoted", "ConsentNoted"),
        *("AudienceJoined", "ReferralNoted"),
    }
)
"""What the platform does by itself, as it always does, when something else has happened."""
