"""Which commands a request is ready for, by its stage: what a screen offers, while the domain decides."""

from __future__ import annotations

from collections.abc import Mapping

from services.intake.domain.support_request import Stage, SupportRequest
from shared.contracts.governance import PolicyVersionPutInForce

SERVING = frozenset({"StartService", "DeliverService", "RecordNonDelivery"})
GATHERING = (
    "StateNeed",
    "AddEvidence",
    "MatchEvidence",
    "RejectEvidence",
    "ProvideCriteria",
    "ExplainProcess",
    "WithdrawRequest",
)

NEXT: Mapping[Stage, tuple[str, ...]] = {
    "open": (
        *GATHERING,
        "ConfirmOutreach",
        "RequestInformation",
        "ReferToSocialResearch",
        "SignDeclaration",
        "SubmitSupportRequest",
    ),
    "in_clarification": (*GATHERING, "ClarifyProcedures"),
    "awaiting_information": (*GATHERING, "SupplyInformation"),
    "submitted": (*GATHERING, "RequestInformation", "CompleteSupportRequest"),
    "completed": ("ReferToReview", "AuthorizeEarlyReply", "WithdrawRequest"),
    "under_review": ("AuthorizeEarlyReply", "WithdrawRequest"),
    "queried_in_review": ("SupplyInformation", "AuthorizeEarlyReply", "WithdrawRequest"),
    "decided": ("CommunicateDecision", "AuthorizeEarlyReply"),
    "replied": ("StartService", "DeliverService", "RecordNonDelivery", "CloseRequest"),
    "in_service": ("DeliverService", "RecordNonDelivery"),
    "delivered": ("CloseRequest",),
    "not_delivered": ("CloseRequest",),
    "closed": ("ReopenRequest",),
    "withdrawn": (),
}


def next_commands(request: SupportRequest, policy: PolicyVersionPutInForce) -> tuple[str, ...]:
    """What fits the stage, less what the association's policy does not know or the request does not need."""
    pointless: set[str] = set()
    if not policy.social_research_referral:
        pointless.add("ReferToSocialResearch")
    if request.origin != "outreach" or request.outreach_confirmed:
        pointless.add("ConfirmOutreach")
    if request.window is None or request.window.not_before is None or request.early_reply_by is not None:
        pointless.add("AuthorizeEarlyReply")
    if request.stage == "replied":
        pointless |= SERVING if request.outcome != "approved" else {"CloseRequest"}
    return tuple(command for command in NEXT[request.stage] if command not in pointless)
