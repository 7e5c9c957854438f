"""A campaign is designed, opened under the policy of that day, and closed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.surveys.domain.events import SurveyCampaignClosed, SurveyCampaignDesigned, SurveyCampaignOpened
from tests.domain.scenario import Scenario
from tests.domain.statutes import policy
from tests.domain.surveys.examples import FOLLOW_UP, TODAY, closed, designed, opened


def test_a_campaign_is_designed_and_no_interval_is_invented(kadi: Scenario) -> None:
    assert kadi.when(designed(), by=FOLLOW_UP) == (
        SurveyCampaignDesigned(
            method="questionnaire",
            questionnaire_version="satisfaction/1",
            audience_rule="served_in_the_last_year",
            anonymous=True,
            recurrence=None,
        ),
    )


def test_one_id_is_one_campaign(kadi: Scenario) -> None:
    kadi.given(designed(), by=FOLLOW_UP)
    assert kadi.refused(designed(), by=FOLLOW_UP) == "already_exists"


@pytest.mark.parametrize(
    ("association", "method", "stated"),
    [
        ("kadi", "interview", True),
        ("kadi", "stage_feedback", False),
        ("kayan", "stage_feedback", True),
        ("kayan", "interview", False),
        ("sidr", "questionnaire", False),
    ],
)
def test_a_campaign_says_whether_the_policy_names_its_method(
    kadi: Scenario, association: str, method: Any, stated: bool
) -> None:
    kadi.adopted(policy(association)).given(designed(method=method), by=FOLLOW_UP)
    assert kadi.when(opened(), by=FOLLOW_UP) == (
        SurveyCampaignOpened(method_stated=stated, opens_on=TODAY, policy_version=f"{association}-brp/1"),
    )


def test_it_opens_once(kadi: Scenario) -> None:
    kadi.given(designed(), opened(), by=FOLLOW_UP)
    assert kadi.refused(opened(), by=FOLLOW_UP) == "already_opened"


def test_it_does_not_close_before_it_opens(kadi: Scenario) -> None:
    kadi.given(designed(), by=FOLLOW_UP)
    assert kadi.refused(opened(date(2026, 3, 14)), by=FOLLOW_UP) == "closes_before_it_opens"
    (event,) = kadi.when(opened(TODAY), by=FOLLOW_UP)
    assert event.closes_on == TODAY


def test_only_an_open_campaign_closes_and_only_once(kadi: Scenario) -> None:
    kadi.given(designed(), by=FOLLOW_UP)
    assert kadi.refused(closed(), by=FOLLOW_UP) == "campaign_not_open"
    kadi.given(opened(), by=FOLLOW_UP)
    assert kadi.when(closed(), by=FOLLOW_UP) == (SurveyCampaignClosed(closed_on=TODAY),)
    assert kadi.refused(closed(), by=FOLLOW_UP) == "campaign_not_open"


def test_it_stays_under_the_policy_it_opened_under(kadi: Scenario) -> None:
    kadi.given(designed(), opened(), by=FOLLOW_UP).adopted(policy("sidr")).given(closed(), by=FOLLOW_UP)
    assert kadi.rows()[-1].policy_version == "kadi-brp/1"


def test_what_was_never_designed_is_not_found(kadi: Scenario) -> None:
    assert kadi.refused(opened(), by=FOLLOW_UP) == "no_such_campaign"
