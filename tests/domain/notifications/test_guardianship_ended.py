"""A guardian who no longer acts for his ward is told nothing more, whatever was on its way to him."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from services.notifications.application.reading import ListManualTasks, ReadInbox, ReadNotification, ReadPreference
from services.notifications.domain import events as happened
from services.notifications.domain.policy import PAUSES
from shared.contracts.intake import GuardianshipEnded, MajorityReached, SupportRequestSubmitted
from shared.domain.refusals import NotFound
from tests.contracts.samples import sample
from tests.domain.notifications.examples import CHILD, MOTHER, OFFICER, REQUEST, agreed, consent, down, policy, reply
from tests.domain.notifications.stage import Stage

ENDED = GuardianshipEnded(beneficiary_id=CHILD, guardian_id=MOTHER)
OF_AGE = MajorityReached(beneficiary_id=CHILD)


def submitted() -> SupportRequestSubmitted:
    return replace(sample(SupportRequestSubmitted), beneficiary_id=CHILD, request_id=REQUEST)


def test_what_comes_after_goes_to_the_ward_and_not_to_the_former_guardians_address(notifications: Stage) -> None:
    notifications.adopted(policy("email", "website")).told(agreed(notifications))
    notifications.told(ENDED)
    assert notifications.told(reply())[0].addressee_id == CHILD
    notifications.settle()
    assert notifications.mail.calls == []
    assert len(notifications.ask(ReadInbox(), by="beneficiary", ref=CHILD).messages) == 1


def test_the_end_of_a_guardianship_told_twice_ends_it_once(notifications: Stage) -> None:
    notifications.told(agreed(notifications))
    cause = uuid4()
    assert notifications.told(ENDED, cause) == (
        happened.GuardianArrangementsEnded(beneficiary_id=CHILD, guardian_id=MOTHER),
    )
    assert notifications.told(ENDED, cause) == ()
    assert notifications.told(ENDED) == ()


def test_another_guardian_who_hears_for_the_ward_goes_on_hearing(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(agreed(notifications, "website", recipient_id="guardian-2"))
    notifications.told(ENDED)
    assert notifications.told(reply())[0].addressee_id == "guardian-2"


def test_consents_stay_when_a_guardianship_ends_and_go_when_the_ward_comes_of_age(notifications: Stage) -> None:
    notifications.told(agreed(notifications))
    notifications.told(consent())
    notifications.told(ENDED)
    assert notifications.ask(ReadPreference(beneficiary_id=CHILD), by=OFFICER).consents == ("survey",)
    notifications.told(OF_AGE)
    assert notifications.ask(ReadPreference(beneficiary_id=CHILD), by=OFFICER).consents == ()


@pytest.mark.parametrize("ending", [ENDED, OF_AGE], ids=["guardianship ended", "of age"])
def test_a_reply_that_waits_for_staff_is_taken_back_and_owed_again(notifications: Stage, ending: object) -> None:
    notifications.adopted(policy("correspondence")).told(agreed(notifications, "correspondence"))
    notifications.told(reply("correspondence"))
    notifications.settle()
    assert len(notifications.ask(ListManualTasks(), by=OFFICER).notifications) == 1
    notifications.told(ending)
    notifications.settle()
    assert notifications.ask(ListManualTasks(), by=OFFICER).notifications == ()
    abandoned = notifications.published()[-1]
    assert (abandoned.purpose, abandoned.request_id) == ("decision", REQUEST)


def test_news_that_waits_for_another_attempt_is_suppressed(notifications: Stage) -> None:
    notifications.mail.failures = down(1)
    notifications.adopted(policy("email")).told(agreed(notifications))
    notifications.told(submitted())
    notifications.settle()
    notifications.told(ENDED)
    notifications.settle()
    suppressed = notifications.facts()[-1]
    assert (type(suppressed).__name__, suppressed.cause) == ("NotificationSuppressed", "guardianship_ended")
    notifications.clock.move_to(notifications.clock.now() + PAUSES[0])
    assert notifications.tick() == 0
    assert notifications.mail.carried == {}


def test_what_has_arrived_stays_with_the_ward_and_is_closed_to_the_former_guardian(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(agreed(notifications, "website"))
    notifications.told(reply())
    notifications.settle()
    (message,) = notifications.ask(ReadInbox(), by="guardian", ref=MOTHER).messages
    read = ReadNotification(notification_id=message.notification_id)
    assert notifications.ask(read, by="guardian", ref=MOTHER).body == message.body
    notifications.told(ENDED)
    notifications.settle()
    assert notifications.ask(ReadInbox(), by="guardian", ref=MOTHER).messages == ()
    with pytest.raises(NotFound):
        notifications.ask(read, by="guardian", ref=MOTHER)
    assert notifications.ask(read, by="beneficiary", ref=CHILD).body == message.body


def test_a_guardian_linked_again_is_told_again(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(agreed(notifications, "website"))
    notifications.told(ENDED)
    notifications.told(agreed(notifications, "website"))
    assert notifications.told(reply())[0].addressee_id == MOTHER
    notifications.settle()
    assert len(notifications.ask(ReadInbox(), by="guardian", ref=MOTHER).messages) == 1
