"""Time passing is an event: the last day where the policy names one, and calendars that move it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from typing import Any
from uuid import uuid4

import pytest

from gateways.rehearsal.case import open_and_complete, receive, reply, request, review
from gateways.rehearsal.story import Story
from shared import codec
from shared.application.situation import RIYADH
from shared.contracts.governance import CalendarDay
from shared.domain.actor import Actor
from shared.domain.refusals import Refused
from shared.locale.calendars import WEEKEND, saudi_seed
from tests.journeys.conftest import Stage
from tests.journeys.test_whole_cases import history, told_of, types

FOUR = ("sidr", "israr", "kayan", "basmat")
BREACHED = "ResponseDeadlineBreached"
RECOUNTED = "ResponseWindowRecalculated"


def referred(story: Story) -> Story:
    """A complete case that nobody has answered."""
    receive(story)
    open_and_complete(story)
    return story


def told_often(story: Story, type_: str) -> int:
    return types(history(story)).count(type_)


def last_day(story: Story) -> date:
    return date.fromisoformat(told_of(story.settle(), "ResponseWindowSet")["due_by"])


def publish_calendar(story: Story, days_off: Sequence[date]) -> str:
    """The seeded calendar with more days off, as an officer publishes it once they are announced."""
    version = f"tests-{uuid4()}"
    year = story.client.now().year
    seeded = [
        CalendarDay(date=day.date, name_code=day.name_code, make_up=day.make_up, estimated=day.estimated)
        for day in saudi_seed(year, year + 2)
    ]
    added = [CalendarDay(date=day, name_code="announced", make_up=False, estimated=False) for day in days_off]
    days = sorted({day.date: day for day in (*seeded, *added)}.values(), key=lambda day: day.date)
    officer = Actor(tenant=story.tenant, kind="staff", ref="governor-1", roles=frozenset({"governance_officer"}))
    words = {"calendar_version": version, "weekend": sorted(WEEKEND), "source": "own"}
    story.client.tell(
        officer, "governance.PublishWorkingCalendar", {**words, "days": [codec.to_words(day) for day in days]}
    )
    settings = story.client.ask(officer, "governance.ReadAssociation", {})["settings"]
    story.client.tell(
        officer, "governance.ChangeTenantSettings", {"settings": settings | {"calendar_version": version}}
    )
    return version


def adopted(story: Story, version: str) -> Any:
    return story.wait(
        "the calendar", lambda: story.ask("officer-1", "intake.ReadStanding")["calendar_version"] == version
    )


def test_kadi_breaches_its_last_day_once_and_only_when_that_day_is_over(stage: Stage) -> None:
    story = referred(stage.story("kadi"))
    due_by = last_day(story)
    stage.move_to(datetime.combine(due_by, time_of_day(23, 50), tzinfo=RIYADH))
    story.settle()
    assert told_often(story, BREACHED) == 0
    story.until(due_by + timedelta(days=1))
    story.wait("the breach", lambda: told_often(story, BREACHED))
    for days in (2, 30):
        story.until(due_by + timedelta(days=days))
        story.settle()
    assert told_often(story, BREACHED) == 1
    assert told_of(history(story), BREACHED)["due_by"] == due_by.isoformat()
    review(story)
    reply(story)
    told = story.settle()
    assert types(told).count(BREACHED) == 1
    assert told_of(told, "DecisionCommunicated")["late_by_days"] > 0


@pytest.mark.parametrize("tenant", FOUR)
def test_where_the_policy_names_no_last_day_nothing_is_ever_breached(stage: Stage, tenant: str) -> None:
    story = referred(stage.story(tenant))
    story.settle()
    story.pass_time(days=120)
    kadi = referred(stage.story("kadi"))
    kadi.until(last_day(kadi) + timedelta(days=1))
    kadi.wait("a breach of Kadi's, by which the others' time has been looked at", lambda: told_often(kadi, BREACHED))
    story.settle()
    assert told_often(story, BREACHED) == 0


def test_a_clock_that_stops_for_questions_stops_by_resolution_and_everybody_counts_alike(stage: Stage) -> None:
    officer = Actor(tenant="kadi", kind="staff", ref="governor-1", roles=frozenset({"governance_officer"}))
    now = stage.client.ask(officer, "governance.ReadAssociation", {})
    pausing = now["settings"] | {"pauses_for_information": True}
    change = "governance.ChangeTenantSettings"
    with pytest.raises(Refused, match="resolution_required"):
        stage.client.tell(officer, change, {"settings": pausing, "resolution_ref": None})
    stage.client.tell(officer, change, {"settings": pausing, "resolution_ref": "B-12"})
    story, version = stage.story("kadi"), now["settings_version"] + 1
    story.wait("it", lambda: story.ask("officer-1", "intake.ReadStanding")["settings_version"] == version)
    referred(story)
    stage.client.tell(officer, change, {"settings": now["settings"], "resolution_ref": "B-13"})
    before, completed_on = last_day(story), request(story)["completed_on"]
    found = story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    about = {"review_id": found["review_id"], "beneficiary_id": story.id("beneficiary")}
    story.tell("member-1", "committee.RecordStudy", "", **about, study="دراسة", recommendation_code="approve")
    question = {"review_id": found["review_id"], "items": ["need_statement"]}
    story.tell("member-1", "committee.RequestFurtherInformation", "", **question)
    story.wait("the question", lambda: request(story)["paused_since"])
    story.until(before + timedelta(days=7))
    story.settle()
    assert told_often(story, BREACHED) == 0
    story.on_request("officer-1", "SupplyInformation", "", items=["need_statement"])
    recounted = told_of(story.settle(), RECOUNTED)
    assert (recounted["before"], recounted["cause"]) == (before.isoformat(), "information")
    assert (request(story)["due_by"], request(story)["completed_on"]) == (recounted["after"], completed_on)
    assert recounted["after"] > (before + timedelta(days=7)).isoformat()
    again = story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    assert again["due_by"] == recounted["after"]


def test_a_new_calendar_moves_an_open_last_day_and_the_applicant_is_told(stage: Stage) -> None:
    story, closed = referred(stage.story("kadi")), referred(stage.story("kadi"))
    review(closed)
    reply(closed)
    before = last_day(story)
    closed.settle()
    requested = told_often(story, "NotificationRequested")
    adopted(story, publish_calendar(story, [before, before - timedelta(days=1)]))
    story.wait("the window counted again", lambda: told_often(story, RECOUNTED))
    told = story.settle()
    recounted = told_of(told, RECOUNTED)
    assert recounted["before"] == before.isoformat()
    assert recounted["after"] > recounted["before"]
    assert request(story)["due_by"] == recounted["after"]
    assert types(told).count(RECOUNTED) == 1
    assert types(told).count("NotificationRequested") == requested + 1
    assert told_often(closed, RECOUNTED) == 0
