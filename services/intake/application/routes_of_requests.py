"""The table of contents for support requests: each command, who may ask it, and what it does."""

from __future__ import annotations

from services.intake.application.on_requests import complete_request, on_request, open_request
from services.intake.application.roles import COUNTER, MANAGEMENT, OFFICER, RESEARCH, SELF, SERVICE, SYSTEM
from services.intake.domain import completing, evidence, needing, preparing, recounting, replying, serving
from services.intake.domain.commands import reply, request
from shared.application.routes import Route

CASEWORKER = frozenset({"social_worker"})
VERIFIERS = COUNTER | RESEARCH

PREPARING = (
    Route(command=request.OpenSupportRequest, by=COUNTER | SELF | CASEWORKER, does=open_request),
    Route(command=request.ConfirmOutreach, by=COUNTER | SELF | CASEWORKER, does=on_request(preparing.confirm_outreach)),
    Route(command=request.StateNeed, by=COUNTER | SELF | CASEWORKER, does=on_request(needing.state_need)),
    Route(command=request.ProvideCriteria, by=COUNTER | RESEARCH, does=on_request(preparing.provide_criteria)),
    Route(
        command=request.AddEvidence,
        by=VERIFIERS | SELF,
        does=on_request(evidence.add_evidence),
        reads=evidence.dated,
    ),
    Route(command=request.MatchEvidence, by=VERIFIERS, does=on_request(evidence.match_evidence)),
    Route(command=request.RejectEvidence, by=VERIFIERS, does=on_request(evidence.reject_evidence)),
    Route(command=request.RequestInformation, by=VERIFIERS, does=on_request(evidence.request_information)),
    Route(command=request.SupplyInformation, by=COUNTER | SELF, does=on_request(evidence.supply_information)),
    Route(command=request.ReferToSocialResearch, by=COUNTER, does=on_request(preparing.refer_to_social_research)),
    Route(command=request.ClarifyProcedures, by=RESEARCH, does=on_request(preparing.clarify_procedures)),
    Route(command=request.SignDeclaration, by=COUNTER | SELF, does=on_request(preparing.sign_declaration)),
    Route(command=request.ExplainProcess, by=COUNTER | RESEARCH, does=on_request(preparing.explain_process)),
    Route(command=request.SubmitSupportRequest, by=COUNTER | SELF, does=on_request(preparing.submit)),
    Route(command=request.CompleteSupportRequest, by=OFFICER, does=complete_request),
    Route(command=request.ReferToReview, by=OFFICER, does=on_request(completing.refer_to_review)),
)

ANSWERING = (
    Route(command=reply.AskInReview, by=SYSTEM, does=on_request(replying.ask_in_review)),
    Route(command=reply.ReceiveDecision, by=SYSTEM, does=on_request(replying.receive_decision)),
    Route(command=reply.AuthorizeEarlyReply, by=MANAGEMENT, does=on_request(replying.authorize_early_reply)),
    Route(command=reply.CommunicateDecision, by=OFFICER | MANAGEMENT, does=on_request(replying.communicate_decision)),
    Route(command=reply.MarkReplyUndelivered, by=SYSTEM, does=on_request(replying.mark_undelivered)),
    Route(command=reply.RecalculateWindow, by=SYSTEM, does=on_request(recounting.recalculate_window)),
    Route(command=reply.BreachDeadline, by=SYSTEM, does=on_request(replying.breach_deadline)),
    Route(command=reply.StartService, by=SERVICE, does=on_request(serving.start_service)),
    Route(command=reply.DeliverService, by=SERVICE, does=on_request(serving.deliver_service)),
    Route(command=reply.RecordNonDelivery, by=SERVICE, does=on_request(serving.record_non_delivery)),
    Route(command=reply.WithdrawRequest, by=COUNTER | SELF, does=on_request(serving.withdraw)),
    Route(command=reply.CloseRequest, by=OFFICER, does=on_request(serving.close)),
    Route(command=reply.ReopenRequest, by=OFFICER | MANAGEMENT, does=on_request(serving.reopen)),
)

REQUEST_ROUTES = (*PREPARING, *ANSWERING)
