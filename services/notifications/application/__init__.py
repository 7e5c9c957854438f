"""The table of contents of notifications: each command with who may ask it, and the questions it answers."""

from __future__ import annotations

from services.notifications.application.aggregates import AGGREGATES, NOTIFICATION, RECIPIENT
from services.notifications.application.questions import QUESTIONS
from services.notifications.application.use_cases import (
    adopt_consent,
    announce_information,
    confirm_destruction,
    publish_own_template,
    render_notification,
    request_notification,
)
from services.notifications.domain import commands as asked
from services.notifications.domain import handing_over, sending, telling, wishes
from shared.application.common import common_routes
from shared.application.routes import SYSTEM, Decide, Route, UseCase, change, keep_up

__all__ = ["AGGREGATES", "QUESTIONS", "ROUTES"]

_SYSTEM = frozenset({SYSTEM})
_STAFF = frozenset({"beneficiary_relations_officer", "social_worker", "branch_delegate"})
_OWN_WISH = frozenset({"beneficiary", "guardian", "beneficiary_relations_officer"})


def _told(decide: Decide) -> UseCase:
    return change(NOTIFICATION, "notification_id", decide)


def _wished(decide: Decide) -> UseCase:
    return keep_up(RECIPIENT, lambda command: command.beneficiary_id, decide)


ROUTES = (
    Route(command=asked.RequestNotification, by=_SYSTEM, does=request_notification),
    Route(command=asked.RenderNotification, by=_SYSTEM, does=render_notification),
    Route(command=asked.SendNotification, by=_SYSTEM, does=_told(sending.send_notification)),
    Route(command=asked.RecordSent, by=_SYSTEM, does=_told(sending.record_sent)),
    Route(command=asked.RecordFailure, by=_SYSTEM, does=_told(sending.record_failure)),
    Route(
        command=asked.RecordDeliveryReport,
        by=_SYSTEM | {"integrator"},
        does=_told(sending.record_delivery_report),
    ),
    Route(command=asked.SuppressNotification, by=_SYSTEM, does=_told(telling.suppress_notification)),
    Route(command=asked.WithholdNotification, by=_SYSTEM, does=_told(telling.withhold_notification)),
    Route(command=asked.RecordManualDelivery, by=_STAFF, does=_told(handing_over.record_manual_delivery)),
    Route(command=asked.RecordManualFailure, by=_STAFF, does=_told(handing_over.record_manual_failure)),
    Route(command=asked.AdoptContactChannel, by=_SYSTEM, does=_wished(wishes.adopt_contact_channel)),
    Route(command=asked.AdoptConsent, by=_SYSTEM, does=adopt_consent),
    Route(command=asked.AnnounceInformation, by=_SYSTEM, does=announce_information),
    Route(command=asked.NoteMajority, by=_SYSTEM, does=_wished(wishes.note_majority)),
    Route(command=asked.NoteGuardianshipEnded, by=_SYSTEM, does=_wished(wishes.note_guardianship_ended)),
    Route(command=asked.OptOut, by=_OWN_WISH, does=_wished(wishes.opt_out)),
    Route(command=asked.OptIn, by=_OWN_WISH, does=_wished(wishes.opt_in)),
    Route(
        command=asked.DestroyRecipient,
        by=_SYSTEM,
        does=keep_up(RECIPIENT, lambda command: command.subject_id, wishes.destroy_recipient),
    ),
    Route(command=asked.ConfirmDestruction, by=_SYSTEM, does=confirm_destruction),
    Route(command=asked.PublishTemplate, by=frozenset({"governance_officer"}), does=publish_own_template),
    *common_routes(),
)
