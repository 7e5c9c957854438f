"""Use cases that touch more than one stream: a message with its recipient's wishes or its template."""

from __future__ import annotations

from typing import Any

from services.notifications.adapters.templates import built_in_template
from services.notifications.application.aggregates import (
    ANNOUNCEMENT,
    AUDIENCE,
    DESTRUCTION,
    NOTIFICATION,
    RECIPIENT,
    TEMPLATE,
)
from services.notifications.domain import audience, telling, wishes
from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain.notification import Notification
from services.notifications.domain.template import in_force, publish_template, published
from shared.application.routes import decide_on
from shared.application.work import Work


def request_notification(command: asked.RequestNotification, work: Work) -> None:
    """The recipient's wishes decide whether and how."""
    recipient = work.load(RECIPIENT, command.recipient_id)

    def knowing_the_recipient(command: asked.RequestNotification, state: Notification, situation: Any) -> Any:
        return telling.request_notification(command, state, recipient, situation)

    decide_on(NOTIFICATION, command.notification_id, knowing_the_recipient, command, work)


def render_notification(command: asked.RenderNotification, work: Work) -> None:
    """The platform's wording is put on record when it is first used."""
    used = work.load(TEMPLATE, command.template_code)
    current = in_force(used, built_in_template(command.template_code))
    if current != used and current.sha256 == command.template_sha256:
        work.record(TEMPLATE, command.template_code, published(current))
    decide_on(NOTIFICATION, command.notification_id, telling.render_notification, command, work)


def adopt_consent(command: asked.AdoptConsent, work: Work) -> None:
    """The recipient's wishes and the audience change together."""
    decide_on(RECIPIENT, command.beneficiary_id, wishes.adopt_consent, command, work)
    changes = audience.keep_in_step(command, work.load(AUDIENCE, audience.AWARENESS))
    work.record(AUDIENCE, audience.AWARENESS, *changes)


def announce_information(command: asked.AnnounceInformation, work: Work) -> None:
    """Messages follow one by one."""
    id_ = str(command.source_event_id)
    work.record(ANNOUNCEMENT, id_, *audience.announce(command, work.load(ANNOUNCEMENT, id_)))


def publish_own_template(command: asked.PublishTemplate, work: Work) -> None:
    """The association's own wording takes the place of the present one."""
    used = work.load(TEMPLATE, command.template_code)
    current = in_force(used, built_in_template(command.template_code))
    work.record(TEMPLATE, command.template_code, publish_template(command, current))


def confirm_destruction(command: asked.ConfirmDestruction, work: Work) -> None:
    """Said once."""
    if not work.load(DESTRUCTION, command.order_id):
        confirmed = happened.DestructionConfirmed(order_id=command.order_id, subject_id=command.subject_id)
        work.record(DESTRUCTION, command.order_id, confirmed)
