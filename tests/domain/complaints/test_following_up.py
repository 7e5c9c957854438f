"""A complaint is acknowledged, then assessed and given to an owner."""

from __future__ import annotations

from services.complaints.domain.events import ComplaintAcknowledged, ComplaintAssessed
from tests.domain.complaints.examples import COMPLAINANT, FOLLOW_UP, FRONT_DESK, acknowledged, assessed, filed
from tests.domain.scenario import SUNDAY, Scenario
from tests.domain.statutes import policy


def test_the_complainant_is_told_that_it_has_arrived_and_its_number(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    assert kadi.when(acknowledged(), by=FOLLOW_UP) == (
        ComplaintAcknowledged(
            number="KAD-C-1447-0001",
            type="complaint",
            channel="phone_call",
            acknowledged_on=SUNDAY.date(),
            complainant_id=COMPLAINANT,
            request_id="request-1",
        ),
    )


def test_it_is_acknowledged_once(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK).given(acknowledged(), by=FOLLOW_UP)
    assert kadi.refused(acknowledged(), by=FOLLOW_UP) == "already_acknowledged"


def test_the_acknowledgement_goes_over_a_permitted_channel(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    assert kadi.refused(acknowledged("pigeon"), by=FOLLOW_UP) == "channel_not_permitted"


def test_it_is_assessed_after_the_acknowledgement(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    assert kadi.refused(assessed(), by=FOLLOW_UP) == "acknowledge_first"
    kadi.given(acknowledged(), by=FOLLOW_UP)
    assert kadi.when(assessed(), by=FOLLOW_UP) == (
        ComplaintAssessed(
            severity="high", urgency="urgent", needs_investigation=True, unit_code="follow_up", owner="staff-2"
        ),
    )


def test_a_later_assessment_gives_it_to_somebody_else(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK).given(acknowledged(), assessed(), by=FOLLOW_UP)
    (event,) = kadi.when(assessed(owner="staff-3"), by=FOLLOW_UP)
    assert event.owner == "staff-3"


def test_what_was_never_filed_is_not_found(kadi: Scenario) -> None:
    assert kadi.refused(acknowledged(), by=FOLLOW_UP) == "no_such_complaint"


def test_a_complaint_stays_under_the_policy_it_was_filed_under(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK).adopted(policy("sidr"))
    kadi.given(acknowledged("fax"), by=FOLLOW_UP)  # Sidr has no fax.
    assert kadi.rows()[-1].policy_version == "kadi-brp/1"
