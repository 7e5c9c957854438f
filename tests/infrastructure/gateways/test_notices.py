"""What a message's step tells when it is opened: over what, to whom, what came of it, and why it did not go."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from gateways.audit.replay import CaseHistory
from gateways.portal.notices import ON_TRIAL, Notice, notices_of
from gateways.portal.timeline import thread
from services.intake.application.asking_of_people import ContactPoint, ContactWay
from tests.infrastructure.gateways.test_verifying import link, step

PHONE = ContactPoint(contact_point_id="phone-1", kind="phone", value="+966500000001")
MAIL = ContactPoint(contact_point_id="mail-1", kind="email", value="example@example.test")
BY_PHONE = ContactWay(channel="phone_call", contact_point_id="phone-1")
BY_MAIL = ContactWay(channel="email", contact_point_id="mail-1")
CASE: Any = SimpleNamespace(
    now=SimpleNamespace(beneficiary_id="b-1"),
    person=SimpleNamespace(contact_points=(PHONE, MAIL), ways=(BY_PHONE, BY_MAIL), agreed=BY_PHONE),
)
ASKED = {"addressee_id": "b-1", "purpose": "service", "ways": [{"channel": "phone_call", "means": "text_message"}]}


def happened(*facts: tuple[str, dict[str, Any]]) -> CaseHistory:
    steps = tuple(
        replace(
            step("notifications", link("notifications", no, no)),
            service="notifications",
            type=type_,
            data=json.dumps({"notification_id": "n-1"} | data),
            event_id=UUID(int=no),
        )
        for no, (type_, data) in enumerate(facts, 1)
    )
    return CaseHistory(case_id="q-1", until=None, steps=steps, states=())


def became(*facts: tuple[str, dict[str, Any]]) -> Notice:
    return notices_of(thread(happened(*facts), None).so_far, CASE)["n-1"]


def test_a_message_goes_over_its_channel_to_the_masked_number_that_was_agreed() -> None:
    told = became(("NotificationRequested", ASKED))
    assert told.channel == "phone_call"
    assert "0001" not in told.to
    assert told.to.endswith("01")


def test_a_trial_channel_is_called_one_and_a_provider_is_not() -> None:
    sent = {"channel": "phone_call", "provider": "outbox"}
    assert became(("NotificationRequested", ASKED), ("NotificationSent", sent)).outcome == ON_TRIAL
    assert not became(("NotificationRequested", ASKED), ("NotificationSent", sent | {"provider": "smtp"})).trial


@pytest.mark.parametrize("provider, kept", [("outbox", True), ("smtp", False), ("portal", False)])
def test_the_steps_of_a_message_kept_in_the_trial_channel_never_say_it_was_sent(provider: str, kept: bool) -> None:
    sent = {"channel": "phone_call", "provider": provider}
    history = happened(("NotificationRequested", ASKED), ("SendAttemptStarted", {}), ("NotificationSent", sent))
    titles = [one.title[0] for one in thread(history, None).steps]
    assert ["التجريبية" in title for title in titles] == [False, kept, kept]


def test_what_was_withheld_says_why_and_names_no_channel() -> None:
    told = became(
        ("NotificationRequested", ASKED | {"ways": []}), ("NotificationSuppressed", {"cause": "channel_not_permitted"})
    )
    assert told.channel == told.to == ""
    assert told.why is not None
    assert "channels" in told.why[1]


def test_a_message_that_falls_back_goes_to_the_address_of_the_other_channel() -> None:
    told = became(
        ("NotificationRequested", ASKED),
        ("NotificationFailed", {"channel": "phone_call", "provider_status": "http_400"}),
        ("NotificationFellBack", {"from_channel": "phone_call", "to_channel": "email"}),
    )
    assert (told.channel, told.to) == ("email", "e•••@example.test")


def test_staff_are_named_by_role_or_by_reference_and_a_guardian_as_such() -> None:
    to_role = ASKED | {"purpose": "staff", "addressee_id": "role:senior_management"}
    assert became(("NotificationRequested", to_role)).role == "senior_management"
    to_one = ASKED | {"purpose": "staff", "addressee_id": "officer-1"}
    assert became(("NotificationRequested", to_one)).staff == "officer-1"
    assert became(("NotificationRequested", ASKED | {"addressee_id": "b-2"})).guardian
