"""What notifications says in public, does about others' words, and shows in its lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from services.notifications.application.reading import ListNotifications
from services.notifications.domain.events import NotificationRequested
from services.notifications.domain.policy import PAUSES
from services.notifications.reactions import react
from services.notifications.service import SERVICE
from shared.contracts import committee, complaints, governance, intake, surveys
from shared.contracts import notifications as said
from shared.contracts.index import CONTRACTS
from tests.contracts.samples import check, kept, sample
from tests.domain.notifications.examples import CHILD, OFFICER, REQUEST, agreed, consent, down, policy, reply
from tests.domain.notifications.stage import Stage
from tests.domain.scenario import envelope, with_views_in

DAY = date(2026, 3, 15)
STAFF = [
    (
        intake.ResponseDeadlineBreached(request_id=REQUEST, number="K-1", due_by=DAY),
        ["role:beneficiary_relations_officer", "role:senior_management"],
    ),
    (
        committee.SessionScheduled(
            session_id="s", session_no=3, starts_at=datetime(2026, 3, 15, 22, tzinfo=UTC), member_refs=("noura", "fahd")
        ),
        ["noura", "fahd"],
    ),
    (
        governance.AcknowledgementRequested(
            acknowledgement_id="a", seat_id="seat", staff_ref="staff-1", version=2, due_on=None
        ),
        ["staff-1"],
    ),
    (surveys.StageFeedbackMissing(request_id=REQUEST, stage_code="reception"), ["role:beneficiary_relations_officer"]),
]
PEOPLE = [
    intake.SupportRequestSubmitted,
    intake.SupportRequestCompleted,
    intake.ResponseWindowRecalculated,
    intake.DecisionCommunicated,
    intake.ServiceDelivered,
    committee.FurtherInformationRequested,
    complaints.ComplaintAcknowledged,
    surveys.RespondentInvited,
]


@pytest.mark.parametrize("contract", PEOPLE)
def test_whoever_is_concerned_is_told_once(notifications: Stage, contract: type[Any]) -> None:
    notifications.adopted(policy("website")).told(consent())
    payload, cause = sample(contract), uuid4()
    (requested, *_) = notifications.told(payload, cause)
    assert isinstance(requested, NotificationRequested)
    assert requested.source_event_id == cause
    assert notifications.told(payload, cause) == ()


@pytest.mark.parametrize(("contract", "recipients"), STAFF)
def test_staff_are_told_in_the_portal_whatever_the_channels_are(
    notifications: Stage, contract: Any, recipients: list[str]
) -> None:
    told = notifications.told(contract)
    assert {fact.request_id for fact in told} == {getattr(contract, "request_id", None)}
    assert [fact.recipient_id for fact in told] == recipients
    assert {way.means for fact in told for way in fact.ways} == {"inbox"}
    notifications.settle()
    assert notifications.names()[-1] == "NotificationDelivered"


def test_a_session_is_called_for_its_local_day_and_hour(notifications: Stage) -> None:
    contract, _ = STAFF[1]
    assert notifications.told(contract)[0].params == {"session": "3", "date": "2026-03-16", "time": "01:00"}


@pytest.mark.parametrize(
    "contract",
    [
        complaints.ComplaintAcknowledged(
            complaint_id="c",
            number="C-1",
            type="complaint",
            channel="website",
            request_id=None,
            complainant_id=None,
            acknowledged_on=DAY,
        ),
        governance.AcknowledgementRequested(
            acknowledgement_id="a", seat_id="seat", staff_ref=None, version=2, due_on=None
        ),
        committee.FurtherInformationRequested(review_id="r", request_id=REQUEST, items=("income",)),
    ],
)
def test_where_nobody_is_named_nobody_is_told(contract: Any) -> None:
    assert react(contract, envelope(contract, uuid4())) == ()


def test_every_contract_can_be_heard() -> None:
    for contract in CONTRACTS.values():
        payload = sample(contract)
        assert isinstance(react(payload, envelope(payload, uuid4(), case_id="case")), tuple)


def test_what_became_of_a_message_is_said_in_public_but_not_to_whom(notifications: Stage) -> None:
    notifications.adopted(policy("website"))
    cause = uuid4()
    notifications.told(reply(), cause)
    notifications.settle()
    sent, delivered = notifications.published()
    assert (type(sent), type(delivered)) == (said.NotificationSent, said.NotificationDelivered)
    assert (delivered.source_event_id, delivered.channel) == (cause, "website")


def test_an_abandoned_reply_names_its_request(notifications: Stage) -> None:
    notifications.adopted(policy("fax")).told(reply())
    (abandoned,) = notifications.published()
    assert (abandoned.purpose, abandoned.request_id) == ("decision", REQUEST)


def test_wishes_delivered_twice_change_nothing(notifications: Stage) -> None:
    for contract in (agreed(notifications), consent()):
        cause = uuid4()
        assert notifications.told(contract, cause) != ()
        assert notifications.told(contract, cause) == ()


def test_postgresql_lists_the_same_and_knows_what_is_due(
    notifications: Stage, fresh_database: Callable[[], str]
) -> None:
    notifications.mail.failures = down(1)
    notifications.adopted(policy("email")).told(agreed(notifications))
    notifications.told(reply())
    notifications.settle()
    before = notifications.ask(ListNotifications(case_id=REQUEST), by=OFFICER)
    with_views_in(notifications, fresh_database())
    assert notifications.ask(ListNotifications(case_id=REQUEST), by=OFFICER) == before
    assert notifications.tick() == 0
    notifications.clock.move_to(notifications.clock.now() + PAUSES[0])
    assert notifications.tick() == 1


def test_rebuilt_lists_are_the_same(notifications: Stage) -> None:
    notifications.adopted(policy("website", "phone_call")).told(reply("phone_call"))
    notifications.settle()
    before = notifications.ask(ListNotifications(case_id=REQUEST), by=OFFICER)
    assert [row.recipient_id for row in before.notifications] == [CHILD]
    for view in SERVICE.views:
        notifications.infrastructure.views.rebuild(view.name, notifications.infrastructure.log)
    assert notifications.ask(ListNotifications(case_id=REQUEST), by=OFFICER) == before


@pytest.mark.parametrize(("name", "cls"), list(kept("notifications")))
def test_what_was_once_written_can_be_read(name: str, cls: type[Any]) -> None:
    check("notifications", name, cls)


@pytest.mark.parametrize(("cause", "template"), [("calendar", "window_changed"), ("information", "window_resumed")])
def test_a_moved_window_is_told_with_its_reason(notifications: Stage, cause: str, template: str) -> None:
    moved = intake.ResponseWindowRecalculated(
        request_id=REQUEST, number="K-1", beneficiary_id=CHILD, before=DAY, after=DAY, cause=cause
    )
    assert notifications.adopted(policy("website")).told(moved)[0].template_code == template
