"""What staff hand over by hand, and what is forgotten with a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.notifications.application.reading import ListManualTasks, ListNotifications, ReadNotification
from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.service import SERVICE
from shared.contracts.intake import PersonalDataDestructionOrdered
from tests.domain.notifications.examples import CHILD, MOTHER, OFFICER, REQUEST, TODAY, agreed, policy, reply
from tests.domain.notifications.stage import Stage
from tests.domain.scenario import TENANT, permitted

ORDER = PersonalDataDestructionOrdered(order_id="order-1", subject_id=CHILD, scope=(), on=TODAY)


def to_be_called(notifications: Stage, *channels: str) -> str:
    """A message that staff are to pass on by telephone."""
    notifications.adopted(policy("phone_call", *channels)).told(reply("phone_call"))
    notifications.settle()
    (requested,) = (fact for fact in notifications.facts() if isinstance(fact, happened.NotificationRequested))
    return requested.notification_id


def delivery(id_: str, **changes: Any) -> asked.RecordManualDelivery:
    usual: dict[str, Any] = {
        "notification_id": id_,
        "recipient_id": CHILD,
        "channel": "phone_call",
        "proof": "ردّت الأم على الاتصال",
        "delivered_on": TODAY,
    }
    return asked.RecordManualDelivery(**(usual | changes))


def test_staff_record_a_call_with_its_proof(notifications: Stage) -> None:
    id_ = to_be_called(notifications)
    recorded, delivered = notifications.when(delivery(id_), by=OFFICER, ref="officer-1")
    assert (recorded.delivered_by, recorded.delivered_on) == ("officer-1", TODAY)
    assert isinstance(delivered, happened.NotificationDelivered)
    assert notifications.ask(ListManualTasks(), by=OFFICER).notifications == ()
    assert all("ردّت الأم".encode() not in row.data for row in notifications.rows())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"proof": "  "}, "proof_missing"),
        ({"channel": "interview"}, "other_channel"),
        ({"recipient_id": "beneficiary-2"}, "other_recipient"),
        ({"delivered_on": TODAY + timedelta(days=1)}, "delivered_in_future"),
    ],
)
def test_a_delivery_by_hand_is_recorded_as_it_was(notifications: Stage, changes: dict[str, Any], code: str) -> None:
    id_ = to_be_called(notifications)
    assert notifications.refused(delivery(id_, **changes), by=OFFICER) == code


def test_what_was_delivered_is_not_delivered_again(notifications: Stage) -> None:
    id_ = to_be_called(notifications)
    notifications.given(delivery(id_), by=OFFICER)
    assert notifications.refused(delivery(id_), by=OFFICER) == "not_awaiting_staff"


def test_a_call_that_nobody_answers_leads_to_the_next_way_and_at_last_to_a_reply_owed_again(
    notifications: Stage,
) -> None:
    id_ = to_be_called(notifications, "correspondence")
    _, fell_back = notifications.when(
        asked.RecordManualFailure(notification_id=id_, reason_code="no_answer"), by=OFFICER
    )
    assert fell_back.to_channel == "correspondence"
    notifications.settle()
    _, abandoned = notifications.when(
        asked.RecordManualFailure(notification_id=id_, reason_code="returned"), by=OFFICER
    )
    assert (abandoned.purpose, abandoned.request_id) == ("decision", REQUEST)


def test_what_was_told_in_a_case_is_listed_without_its_words(notifications: Stage) -> None:
    to_be_called(notifications)
    (row,) = notifications.ask(ListNotifications(case_id=REQUEST), by="auditor").notifications
    assert (row.template_code, row.stage, row.recipient_id) == ("decision_issued", "awaiting_staff", CHILD)


def test_after_destruction_nothing_is_sent_shown_or_left_lying_about(notifications: Stage) -> None:
    notifications.adopted(policy("email", "phone_call")).told(agreed(notifications))
    (sent,) = notifications.told(reply())
    notifications.settle()
    (waiting, *_) = notifications.told(reply("phone_call"))
    assert notifications.mail.carried
    notifications.told(ORDER)
    notifications.infrastructure.vault.destroy(TENANT, CHILD, None)
    notifications.settle()
    assert notifications.mail.carried == {}
    assert notifications.ask(ListNotifications(case_id=REQUEST), by=OFFICER).notifications == ()
    read = notifications.ask(ReadNotification(notification_id=sent.notification_id), by=OFFICER)
    assert (read.subject, read.body) == (None, None)
    suppressed = [fact for fact in notifications.facts() if isinstance(fact, happened.NotificationSuppressed)]
    assert waiting.notification_id in {fact.notification_id for fact in suppressed}
    assert notifications.facts()[-1] == happened.DestructionConfirmed(order_id="order-1", subject_id=CHILD)
    assert notifications.told(reply())[-1].cause == "subject_destroyed"


def test_an_order_that_leaves_contact_points_alone_leaves_somebody_who_is_still_told(notifications: Stage) -> None:
    notifications.adopted(policy("email")).told(agreed(notifications))
    (confirmed,) = notifications.told(replace(ORDER, scope=("study",)))
    assert confirmed == happened.DestructionConfirmed(order_id="order-1", subject_id=CHILD)
    notifications.told(replace(ORDER, order_id="order-2", scope=("message",)))
    notifications.settle()
    assert [fact.order_id for fact in notifications.facts() if isinstance(fact, happened.DestructionConfirmed)] == [
        "order-1",
        "order-2",
    ]
    assert [type(fact) for fact in notifications.told(reply())] == [happened.NotificationRequested]


def test_each_order_is_answered_once(notifications: Stage) -> None:
    notifications.told(ORDER)
    notifications.settle()
    notifications.told(ORDER)
    notifications.settle()
    notifications.told(replace(ORDER, order_id="order-2"))
    notifications.settle()
    confirmed = [fact.order_id for fact in notifications.facts() if isinstance(fact, happened.DestructionConfirmed)]
    assert confirmed == ["order-1", "order-2"]


def test_a_message_to_somebody_destroyed_before_it_was_written_is_suppressed(notifications: Stage) -> None:
    notifications.adopted(policy("email")).told(agreed(notifications))
    notifications.told(reply())
    notifications.infrastructure.vault.destroy(TENANT, CHILD, None)
    notifications.settle()
    assert notifications.names() == ["NotificationRequested", "NotificationSuppressed"]


SYSTEM_ONLY = {
    "RequestNotification",
    "RenderNotification",
    "SendNotification",
    "RecordSent",
    "RecordFailure",
    "SuppressNotification",
    "AdoptContactChannel",
    "AdoptConsent",
    "AnnounceInformation",
    "NoteGuardianshipEnded",
    "NoteMajority",
    "WithholdNotification",
    "DestroyRecipient",
    "ConfirmDestruction",
    "AdoptRule",
}
BY_HAND = {"RecordManualDelivery", "RecordManualFailure"}
WISHES = {"OptOut", "OptIn"}
NOBODY: set[str] = set()
MAY = {
    "system": SYSTEM_ONLY | {"RecordDeliveryReport"},
    "integrator": {"RecordDeliveryReport"},
    "beneficiary_relations_officer": BY_HAND | WISHES,
    "social_worker": BY_HAND,
    "branch_delegate": BY_HAND,
    "beneficiary": WISHES,
    "guardian": WISHES,
    "governance_officer": {"PublishTemplate"},
    "auditor": NOBODY,
    "senior_management": NOBODY,
    "platform_operator": NOBODY,
    "reviewing_member": NOBODY,
}


@pytest.mark.parametrize("role", MAY)
def test_each_role_may_ask_exactly_this(role: str) -> None:
    assert permitted(SERVICE, role) == MAY[role]


def test_nobody_else_may_ask_anything() -> None:
    assert {role for route in SERVICE.routes for role in route.by} <= set(MAY)


def test_the_guardian_reads_what_concerns_the_child(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(agreed(notifications, "website"))
    (requested,) = notifications.told(reply())
    notifications.settle()
    read = notifications.ask(ReadNotification(notification_id=requested.notification_id), by="guardian", ref=MOTHER)
    assert read.stage == "delivered"
