"""Who is told, by which way, and what happens when a way fails."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from services.notifications.adapters.sender import NotSent
from services.notifications.application.reading import ListManualTasks, ReadInbox, ReadNotification
from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain.policy import PAUSES
from shared.contracts.complaints import ComplaintAcknowledged
from shared.contracts.intake import MajorityReached
from shared.domain.refusals import NotFound
from tests.domain.notifications.examples import (
    ADDRESS,
    ALL,
    CHILD,
    MOTHER,
    OFFICER,
    TELEPHONE,
    TODAY,
    agreed,
    consent,
    contact_points,
    down,
    invitation,
    policy,
    reply,
)
from tests.domain.notifications.stage import Stage

SENT = ["NotificationRequested", "NotificationRendered", "SendAttemptStarted", "NotificationSent"]


def test_a_reply_goes_to_the_agreed_address_and_says_so_step_by_step(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    assert notifications.names() == SENT
    ((address, subject, _),) = notifications.mail.carried.values()
    assert (address, subject) == (ADDRESS, "صدر الرد على الطلب رقم KYN-2026-0001")


def test_one_cause_tells_a_recipient_once_however_often_it_is_said(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(agreed(notifications))
    cause = uuid4()
    notifications.told(reply(), cause)
    assert notifications.told(reply(), cause) == ()
    notifications.settle()
    assert len(notifications.mail.calls) == 1


def test_no_word_and_no_address_enters_the_log(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    log = b"".join(row.data for row in notifications.rows() if not row.stream.startswith("template-"))
    assert ADDRESS.encode() not in log
    assert "صدر الرد".encode() not in log


def test_a_telephone_gets_a_text_message_first_and_then_a_call_by_staff(notifications: Stage) -> None:
    notifications.text.failures = [NotSent("http_400", permanent=True)]
    notifications.adopted(policy(*ALL)).told(agreed(notifications, "phone_call"))
    notifications.told(reply())
    notifications.settle()
    (task,) = notifications.ask(ListManualTasks(), by=OFFICER).notifications
    assert (task.channel, task.stage, task.number) == ("phone_call", "awaiting_staff", "KYN-2026-0001")
    (requested, *_) = (fact for fact in notifications.facts() if isinstance(fact, happened.NotificationRequested))
    means = [(way.channel, way.means) for way in requested.ways]
    assert means == [
        ("phone_call", "text_message"),
        ("phone_call", "manual"),
        ("website", "inbox"),
        ("correspondence", "manual"),
    ]


def test_without_an_agreement_the_reply_takes_the_channel_it_was_issued_by(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(reply("interview"))
    notifications.settle()
    (task,) = notifications.ask(ListManualTasks(channel="interview"), by=OFFICER).notifications
    assert task.recipient_id == CHILD


def test_only_permitted_channels_are_ever_used(notifications: Stage) -> None:
    notifications.adopted(policy("website", "phone_call")).told(agreed(notifications, "email"))
    (requested,) = notifications.told(reply("fax"))
    assert {way.channel for way in requested.ways} == {"phone_call", "website"}


def test_a_reply_no_permitted_channel_can_carry_is_owed_again(notifications: Stage) -> None:
    notifications.adopted(policy("volunteering_service")).told(reply())
    notifications.settle()
    assert notifications.names() == ["NotificationRequested", "NotificationAbandoned"]


def test_a_survey_needs_consent(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL))
    assert notifications.told(invitation())[-1].cause == "no_consent"
    notifications.told(consent())
    assert len(notifications.told(invitation())) == 1
    notifications.told(consent(given=False))
    assert notifications.told(invitation())[-1].cause == "no_consent"


def test_a_stopped_purpose_is_not_told_but_decisions_and_complaints_are(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(consent())
    notifications.given(asked.OptOut(beneficiary_id=CHILD, purpose="survey"), by=OFFICER)
    assert notifications.told(invitation())[-1].cause == "opted_out"
    complaint = ComplaintAcknowledged(
        complaint_id="complaint-1",
        number="C-1",
        type="complaint",
        channel="website",
        request_id=None,
        complainant_id=CHILD,
        acknowledged_on=TODAY,
    )
    assert [type(fact) for fact in notifications.told(complaint)] == [happened.NotificationRequested]
    assert [type(fact) for fact in notifications.told(reply())] == [happened.NotificationRequested]
    notifications.given(asked.OptIn(beneficiary_id=CHILD, purpose="survey"), by="beneficiary", ref=CHILD)
    assert [type(fact) for fact in notifications.told(invitation())] == [happened.NotificationRequested]


def test_nobody_stops_somebody_elses_messages(notifications: Stage) -> None:
    stop = asked.OptOut(beneficiary_id=CHILD, purpose="survey")
    assert notifications.refused(stop, by="beneficiary", ref="beneficiary-2") == "not_your_wish"
    assert notifications.refused(stop, by="guardian", ref=MOTHER) == "not_your_wish"
    notifications.told(agreed(notifications))
    notifications.given(stop, by="guardian", ref=MOTHER)


def test_a_guardian_is_told_until_the_child_comes_of_age(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(agreed(notifications, "website"))
    assert notifications.told(reply())[0].addressee_id == MOTHER
    notifications.told(consent())
    notifications.told(MajorityReached(beneficiary_id=CHILD))
    assert notifications.told(reply())[0].addressee_id == CHILD
    assert notifications.told(invitation())[-1].cause == "no_consent"


def test_the_inbox_of_the_portal_holds_what_was_told_there(notifications: Stage) -> None:
    notifications.adopted(policy("website")).told(reply())
    notifications.settle()
    assert notifications.names()[-2:] == ["NotificationSent", "NotificationDelivered"]
    (message,) = notifications.ask(ReadInbox(), by="beneficiary", ref=CHILD).messages
    assert "KYN-2026-0001" in message.body
    assert notifications.ask(ReadInbox(), by="beneficiary", ref="beneficiary-2").messages == ()
    with pytest.raises(NotFound):
        query = ReadNotification(notification_id=message.notification_id)
        notifications.ask(query, by="beneficiary", ref="beneficiary-2")


def test_a_failed_attempt_is_made_again_with_growing_pauses_and_the_same_key(notifications: Stage) -> None:
    notifications.mail.failures = down(2)
    notifications.adopted(policy(*ALL)).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    assert notifications.names()[-2:] == ["NotificationFailed", "NotificationRetryScheduled"]
    assert notifications.tick() == 0
    for pause in PAUSES[:2]:
        notifications.clock.move_to(notifications.clock.now() + pause + timedelta(seconds=1))
        assert notifications.tick() == 1
    assert notifications.names()[-1] == "NotificationSent"
    assert len(notifications.mail.calls) == 3
    assert len(set(notifications.mail.calls)) == 1


def test_after_the_last_pause_the_next_way_is_taken(notifications: Stage) -> None:
    notifications.mail.failures = down(len(PAUSES) + 1)
    notifications.adopted(policy("email", "website")).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    for pause in PAUSES:
        notifications.clock.move_to(notifications.clock.now() + pause + timedelta(seconds=1))
        notifications.tick()
    assert "NotificationFellBack" in notifications.names()
    assert notifications.names()[-1] == "NotificationDelivered"


def test_when_the_last_way_fails_the_reply_is_owed_again(notifications: Stage) -> None:
    notifications.mail.failures = [NotSent("smtp_550", permanent=True)]
    notifications.adopted(policy("email")).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    assert notifications.names()[-2:] == ["NotificationFailed", "NotificationAbandoned"]


def test_an_address_of_the_wrong_kind_is_no_address(notifications: Stage) -> None:
    notifications.adopted(policy("phone_call", "website"))
    points = contact_points(notifications, telephone=False)
    notifications.told(agreed(notifications, "phone_call", contact_point=points))
    notifications.told(reply())
    notifications.settle()
    (failed,) = (fact for fact in notifications.facts() if isinstance(fact, happened.NotificationFailed))
    assert failed.provider_status == "no_contact_point"
    assert notifications.text.carried == {}


def test_a_text_message_goes_to_the_telephone(notifications: Stage) -> None:
    notifications.adopted(policy("phone_call")).told(agreed(notifications, "phone_call"))
    notifications.told(reply())
    notifications.settle()
    ((address, _, _),) = notifications.text.carried.values()
    assert address == TELEPHONE


def test_a_process_that_dies_between_sending_and_recording_sends_again_under_the_same_key(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(agreed(notifications))
    notifications.told(reply())
    notifications.mail.failures = [RuntimeError("the process dies here")]  # type: ignore[list-item]
    with pytest.raises(RuntimeError):
        notifications.settle()
    assert notifications.names()[-1] == "SendAttemptStarted"
    notifications.settle()
    assert notifications.names()[-1] == "NotificationSent"
    assert len(notifications.mail.calls) == 2
    assert len(notifications.mail.carried) == 1


def test_a_follower_that_reads_its_pages_again_sends_nothing_again(notifications: Stage) -> None:
    notifications.adopted(policy(*ALL)).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    before = notifications.names()
    notifications.infrastructure.log.forget("kayan", "dispatch")
    notifications.settle()
    assert notifications.names() == before
    assert len(notifications.mail.calls) == 1


def test_a_provider_may_report_later_that_it_arrived_or_not(notifications: Stage) -> None:
    notifications.adopted(policy("email", "website")).told(agreed(notifications))
    (requested,) = notifications.told(reply())
    id_ = requested.notification_id
    early = asked.RecordDeliveryReport(notification_id=id_, delivered=True, provider_status="ok")
    assert notifications.when(early) == ()
    notifications.settle()
    report = asked.RecordDeliveryReport(notification_id=id_, delivered=False, provider_status="bounced")
    failed, fell_back = notifications.when(report, by="integrator")
    assert (failed.provider_status, fell_back.to_channel) == ("bounced", "website")
