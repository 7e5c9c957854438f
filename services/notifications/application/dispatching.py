"""The follower that writes messages and hands them to providers, each step with a fact before and after it.

A provider may take a message and the process die before that is recorded. `SendAttemptStarted` then stands alone, and
the attempt is made again under the same key: at least once towards the provider, once for the recipient where the
provider honours the key (the outbox folder does; a mail server may not, though the Message-ID stays the same).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from services.notifications.adapters.providers import Providers
from services.notifications.adapters.sender import NotSent, Sender
from services.notifications.adapters.templates import built_in_template
from services.notifications.application.addresses import address_of
from services.notifications.application.aggregates import AUDIENCE, NOTIFICATION, RECIPIENT, TEMPLATE
from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain.audience import AWARENESS, news
from services.notifications.domain.notification import ENDED, Notification
from services.notifications.domain.template import in_force
from services.notifications.domain.wording import render
from services.notifications.views import Told, told_to
from shared.application.acting import Acting
from shared.application.application import Application, Asked
from shared.application.desk import Desk
from shared.application.routes import SYSTEM
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound
from shared.store.log import Recorded, event_id

GONE = frozenset({"content_destroyed", "subject_destroyed"})


class Dispatcher(Acting):
    """Effects are harmless to repeat: commands have ids derived from their event, sending has the notification's id."""

    name = "dispatch"

    def __init__(self, application: Application, providers: Providers) -> None:
        super().__init__(application)
        self.providers = providers

    def act(self, row: Recorded, event: Any) -> None:
        try:
            match event:
                case happened.NotificationRequested() | happened.NotificationFellBack():
                    self._write(row, event.notification_id)
                case happened.NotificationRendered():
                    self._begin(row, event)
                case happened.SendAttemptStarted():
                    self._send(row, event)
                case happened.InformationChangeAnnounced():
                    self._announce(row, event)
                case happened.RecipientForgotten():
                    self._forget(row, event)
                case happened.GuardianArrangementsEnded():
                    self._turn_away(row, event)
        except NotFound as missing:
            if missing.code not in GONE:
                raise
            self._tell(row, "suppress", asked.SuppressNotification(notification_id=event.notification_id))

    def _write(self, row: Recorded, notification_id: str) -> None:
        desk = self._desk(row.tenant)
        notification: Notification = desk.load(NOTIFICATION, notification_id)
        if notification.stage != "requested":
            return
        used = _loaded(desk, TEMPLATE, notification.template_code)
        template = in_force(used, built_in_template(notification.template_code))
        rules = desk.rules()
        policy = rules.policy(notification.params.get("policy_version"))
        language: Any = notification.locale
        digits: Any = rules.settings.digits if rules.settings else "latn"
        window = policy.window if policy else None
        content = render(template.texts(language), notification.params, language, digits, window)
        command = asked.RenderNotification(
            notification_id=notification_id,
            recipient_id=notification.recipient_id,
            template_code=notification.template_code,
            template_version=template.version,
            template_sha256=template.sha256,
            content=content,
        )
        self._tell(row, "render", command)

    def _begin(self, row: Recorded, event: happened.NotificationRendered) -> None:
        notification: Notification = self._desk(row.tenant).load(NOTIFICATION, event.notification_id)
        if event.means != "manual" and notification.stage == "rendered":
            attempt = notification.attempt + 1
            command = asked.SendNotification(notification_id=event.notification_id, attempt=attempt)
            self._tell(row, "send", command)

    def _send(self, row: Recorded, event: happened.SendAttemptStarted) -> None:
        desk = self._desk(row.tenant)
        notification: Notification = desk.load(NOTIFICATION, event.notification_id)
        if notification.stage != "sending" or notification.attempt != event.attempt:
            return
        sender = self.providers.get(event.means)
        provider = sender.name if sender else "portal"
        named: dict[str, Any] = {
            "notification_id": event.notification_id,
            "attempt": event.attempt,
            "provider": provider,
        }
        try:
            id_ = self._handed_over(desk, notification, sender, event.means)
        except NotSent as failed:
            failure = asked.RecordFailure(**named, provider_status=failed.status, permanent=failed.permanent)
            self._tell(row, "failed", failure)
            return
        self._tell(row, "sent", asked.RecordSent(**named, provider_message_id=id_))

    def _handed_over(self, desk: Desk, notification: Notification, sender: Sender | None, means: str) -> str:
        """The provider's id. What lies in the portal's inbox needs no sending: being recorded is being there."""
        if sender is None:
            return notification.notification_id
        reason, case_id = "sending a notification", notification.case_id
        address = address_of(desk, _loaded(desk, RECIPIENT, notification.recipient_id), means, reason, case_id)
        assert notification.content is not None
        content = desk.open(notification.content, asked.Rendered, reason=reason, case_id=case_id)
        return sender.send(address, content.subject, content.body, notification.notification_id)

    def _announce(self, row: Recorded, event: happened.InformationChangeAnnounced) -> None:
        """One message for each who wants to hear of it; whoever joins later has missed it."""
        for beneficiary_id in sorted(_loaded(self._desk(row.tenant), AUDIENCE, AWARENESS)):
            self._tell(row, f"announce {beneficiary_id}", news(event, beneficiary_id))

    def _forget(self, row: Recorded, event: happened.RecipientForgotten) -> None:
        """Remove rendered files and stop what is under way, then answer the order."""
        told = self._told_to(row, event.subject_id)
        for sender in self.providers.values():
            sender.forget([one.notification_id for one in told])
        for one in told:
            if one.stage not in ENDED:
                suppress = asked.SuppressNotification(notification_id=one.notification_id)
                self._tell(row, f"suppress {one.notification_id}", suppress)
        self._tell(row, "confirm", asked.ConfirmDestruction(order_id=event.order_id, subject_id=event.subject_id))

    def _turn_away(self, row: Recorded, event: happened.GuardianArrangementsEnded) -> None:
        """What is not on its way to the guardian yet stays here; what is addressed to him later, he acts again for."""
        earlier = (one for one in self._told_to(row, event.beneficiary_id) if one.position < row.position)
        for one in earlier:
            his = one.addressee_id != event.beneficiary_id and event.guardian_id in (None, one.addressee_id)
            if his and one.stage not in ENDED:
                withhold = asked.WithholdNotification(notification_id=one.notification_id)
                self._tell(row, f"withhold {one.notification_id}", withhold)

    def _told_to(self, row: Recorded, recipient_id: str) -> tuple[Told, ...]:
        """Everything somebody was, or is still to be, told as of an event."""
        views = self.application.infrastructure.views
        if not views.wait_for(row.tenant, "notifications", row.position):
            raise TimeoutError("the list of notifications is behind")
        return told_to(views, row.tenant, recipient_id)

    def _tell(self, row: Recorded, step: str, command: Any) -> None:
        cause = event_id(row.tenant, self.application.service, row.position)
        self.application.handle(
            Asked(
                command=command,
                actor=_actor(row.tenant),
                command_id=_command_id(cause, step),
                correlation_id=row.correlation_id,
                causation_id=cause,
            )
        )

    def _desk(self, tenant: str) -> Desk:
        infrastructure, catalogue = self.application.infrastructure, self.application.catalogue
        return Desk(actor=_actor(tenant), infrastructure=infrastructure, catalogue=catalogue)


def _command_id(cause: UUID, step: str) -> UUID:
    return uuid5(cause, f"notifications.{step}")


def _actor(tenant: str) -> Actor:
    return Actor(tenant=tenant, kind="service", ref="notifications", roles=frozenset({SYSTEM}))


def _loaded(desk: Desk, aggregate: Any, id_: str) -> Any:
    """The state, the initial one where nothing ever happened."""
    try:
        return desk.load(aggregate, id_)
    except NotFound:
        return aggregate.initial
