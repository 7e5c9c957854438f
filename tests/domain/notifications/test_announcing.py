"""Whoever wants to hear of changed services hears of them, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from services.notifications.domain import commands as asked
from services.notifications.domain.events import NotificationRequested, NotificationSuppressed
from shared.contracts.governance import ServiceInformationPublished, Wording
from shared.contracts.intake import ConsentChanged
from tests.domain.notifications.examples import CHILD, OFFICER, policy
from tests.domain.notifications.stage import Stage

CHANGED = ServiceInformationPublished(
    service_code="school_bag",
    version=2,
    criteria_version=1,
    name=Wording(en="School bag", ar="الحقيبة المدرسية"),
    required_items=(),
    changed_fields=("name",),
)


def wants_news(beneficiary_id: str, *, given: bool = True) -> ConsentChanged:
    return ConsentChanged(beneficiary_id=beneficiary_id, purpose="awareness", given=given)


def told(notifications: Stage) -> set[str]:
    return {fact.recipient_id for fact in notifications.facts() if isinstance(fact, NotificationRequested)}


def test_a_changed_service_is_told_to_those_who_consented_once_each(notifications: Stage) -> None:
    notifications.adopted(policy("website"))
    for beneficiary_id in (CHILD, "beneficiary-2", "beneficiary-3"):
        notifications.told(wants_news(beneficiary_id))
    notifications.told(wants_news("beneficiary-3", given=False))
    cause = uuid4()
    notifications.told(CHANGED, cause)
    assert notifications.told(CHANGED, cause) == ()
    notifications.settle()
    notifications.infrastructure.log.forget("kayan", "dispatch")
    notifications.settle()
    assert told(notifications) == {CHILD, "beneficiary-2"}
    assert notifications.names().count("NotificationDelivered") == 2


def test_a_service_published_for_the_first_time_is_no_change(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(wants_news(CHILD))
    notifications.told(replace(CHANGED, version=1, changed_fields=()))
    notifications.settle()
    assert told(notifications) == set()


def test_whoever_stopped_the_news_is_not_told(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(wants_news(CHILD))
    notifications.given(asked.OptOut(beneficiary_id=CHILD, purpose="awareness"), by=OFFICER)
    notifications.told(CHANGED)
    notifications.settle()
    (suppressed,) = (fact for fact in notifications.facts() if isinstance(fact, NotificationSuppressed))
    assert suppressed.cause == "opted_out"
