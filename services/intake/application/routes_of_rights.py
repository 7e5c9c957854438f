"""The table of contents for case files, visits, entitlements, suggestions, works, volunteers and data rights."""

from __future__ import annotations

from services.intake.application import beside_requests as beside
from services.intake.application.aggregates import (
    CASE_FILE,
    DATA_RIGHT,
    DESTRUCTION,
    ENTITLEMENT,
    FIELD_VISIT,
    HOLDS,
    INTEREST,
    IP_PERMISSION,
    SUGGESTION,
)
from services.intake.application.opened import going_on
from services.intake.application.roles import CASEWORK, COUNTER, MANAGEMENT, OFFICER, PRIVACY, SELF, SERVICE, SYSTEM
from services.intake.domain import (
    case_file,
    data_right,
    destruction,
    entitlement,
    field_visit,
    holds,
    ip_permission,
    suggestion,
    volunteering,
)
from services.intake.domain.commands import case_file as files
from services.intake.domain.commands import rights
from shared.application.routes import Route, change, create, keep_up

CASE_ROUTES = (
    Route(command=files.OpenCaseFile, by=CASEWORK, does=beside.open_case_file),
    Route(command=files.RecordCaseEntry, by=CASEWORK, does=change(CASE_FILE, "request_id", case_file.record_entry)),
    Route(command=files.FilePaperItem, by=CASEWORK, does=change(CASE_FILE, "request_id", case_file.file_paper_item)),
    Route(command=files.AgreeDevelopmentPlan, by=CASEWORK, does=beside.agree_plan),
    Route(command=files.ReachPlanStage, by=CASEWORK, does=change(CASE_FILE, "request_id", case_file.reach_stage)),
    Route(command=files.RecordFieldVisit, by=CASEWORK, does=create(FIELD_VISIT, "visit_id", field_visit.record)),
    Route(command=files.GrantEntitlement, by=OFFICER | MANAGEMENT, does=beside.grant_entitlement),
    Route(
        command=files.PerformEntitlement, by=SERVICE, does=change(ENTITLEMENT, "entitlement_id", entitlement.perform)
    ),
)

SUGGESTION_ROUTES = (
    Route(command=rights.MakeSuggestion, by=COUNTER | SELF, does=beside.make_suggestion),
    Route(
        command=rights.ResolveSuggestion,
        by=OFFICER | MANAGEMENT,
        does=going_on(SUGGESTION, "suggestion_id", suggestion.resolve),
    ),
    Route(
        command=rights.GrantIpPermission,
        by=CASEWORK | SELF,
        does=create(IP_PERMISSION, "permission_id", ip_permission.grant),
    ),
    Route(
        command=rights.UseWork, by=CASEWORK | MANAGEMENT, does=change(IP_PERMISSION, "permission_id", ip_permission.use)
    ),
    Route(
        command=rights.RevokeIpPermission,
        by=CASEWORK | SELF,
        does=change(IP_PERMISSION, "permission_id", ip_permission.revoke),
    ),
    Route(
        command=rights.ReceiveVolunteeringInterest,
        by=COUNTER,
        does=create(INTEREST, "interest_id", volunteering.receive),
    ),
    Route(command=rights.HandOverInterest, by=COUNTER, does=going_on(INTEREST, "interest_id", volunteering.hand_over)),
)

DATA_ROUTES = (
    Route(
        command=rights.RequestDataRight,
        by=COUNTER | PRIVACY | SELF,
        does=create(DATA_RIGHT, "data_right_id", data_right.request),
    ),
    Route(command=rights.ExtendDataRight, by=PRIVACY, does=change(DATA_RIGHT, "data_right_id", data_right.extend)),
    Route(command=rights.FulfilDataRight, by=PRIVACY, does=change(DATA_RIGHT, "data_right_id", data_right.fulfil)),
    Route(command=rights.RefuseDataRight, by=PRIVACY, does=change(DATA_RIGHT, "data_right_id", data_right.refuse)),
    Route(command=rights.OrderDestruction, by=PRIVACY, does=create(DESTRUCTION, "order_id", destruction.order)),
    Route(
        command=rights.ConfirmDestruction,
        by=PRIVACY | MANAGEMENT,
        does=beside.confirm_destruction,
    ),
    Route(command=rights.NoteHold, by=SYSTEM, does=keep_up(HOLDS, lambda command: command.subject_id, holds.note)),
    Route(command=rights.NoteLegalHold, by=SYSTEM, does=change(DESTRUCTION, "order_id", destruction.block)),
    Route(
        command=rights.RaiseDestructionAlarm, by=SYSTEM, does=change(DESTRUCTION, "order_id", destruction.raise_alarm)
    ),
    Route(command=rights.NoteDestruction, by=SYSTEM, does=change(DESTRUCTION, "order_id", destruction.note)),
)

OTHER_ROUTES = (*CASE_ROUTES, *SUGGESTION_ROUTES, *DATA_ROUTES)
