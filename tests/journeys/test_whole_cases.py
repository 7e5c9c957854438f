"""A case from the door to the end, for each association and in both modes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gateways.rehearsal.case import receive, request, whole_case
from gateways.rehearsal.people import staff
from gateways.rehearsal.story import Story
from tests.journeys.conftest import Stage

FOUR = ("sidr", "israr", "kayan", "basmat")


def history(story: Story, at: str | None = None) -> dict[str, Any]:
    return story.client.case(staff(story.tenant, "auditor-1"), story.request_id, at)


def types(told: dict[str, Any]) -> list[str]:
    return [step["type"] for step in told["steps"]]


def told_of(told: dict[str, Any], type_: str) -> dict[str, Any]:
    found: dict[str, Any] = next(json.loads(step["data"]) for step in told["steps"] if step["type"] == type_)
    return found


@pytest.mark.parametrize("tenant", ["kadi", *FOUR])
def test_a_case_is_lived_from_the_door_to_its_end(stage: Stage, tenant: str) -> None:
    story = stage.story(tenant)
    whole_case(story)
    assert request(story)["stage"] == "closed"
    told = types(history(story))
    for fact in (
        "VisitorReceived",
        "DeclarationSigned",
        "ResponseWindowSet",
        "DecisionCommunicated",
        "ServiceDelivered",
    ):
        assert fact in told, f"{fact} is missing from {told}"


@pytest.mark.parametrize("tenant", FOUR)
def test_the_four_may_not_reply_before_two_weeks_and_have_no_deadline(stage: Stage, tenant: str) -> None:
    story = stage.story(tenant)
    whole_case(story)
    told = history(story)
    window = told_of(told, "ResponseWindowSet")
    assert window["due_by"] is None
    assert window["not_before"] is not None
    assert "EarlyReplyRefused" in types(told)
    assert "ResponseDeadlineBreached" not in types(told)
    assert {"VoteRefused", "MinutesAdopted"} <= set(types(told))


def test_kadi_is_decided_by_a_unit_without_votes_and_has_a_last_day(stage: Stage) -> None:
    story = stage.story("kadi")
    whole_case(story)
    told = history(story)
    window = told_of(told, "ResponseWindowSet")
    assert window["not_before"] is None
    assert len(window["counted"]) == 15
    assert not {"VoteCast", "SessionHeld", "EarlyReplyRefused"} & set(types(told))


def test_every_step_names_actor_command_policy_and_where_there_is_one_its_clause(stage: Stage) -> None:
    story = stage.story("kadi")
    whole_case(story)
    told = history(story)["steps"]
    assert all(step["actor_ref"] and step["command"] and step["policy_version"] == "kadi-brp/1" for step in told)
    clauses = {step["type"]: step["clause"] for step in told}
    assert clauses["DeclarationSigned"] == "art. 3(3)ث"
    assert clauses["ResponseWindowSet"] == "art. 3(3)ح"


def test_what_a_reaction_did_is_told_after_what_caused_it(stage: Stage) -> None:
    story = stage.story("sidr")
    whole_case(story)
    told = history(story)["steps"]
    places = {step["event_id"]: number for number, step in enumerate(told)}
    caused = [
        (number, places[step["causation_id"]]) for number, step in enumerate(told) if step["causation_id"] in places
    ]
    assert len(caused) >= 2
    assert all(effect > cause for effect, cause in caused)


def test_a_case_is_shown_as_it_stood_at_any_past_moment(stage: Stage) -> None:
    story = stage.story("basmat")
    whole_case(story)
    now = story.settle()
    for number in (3, len(now["steps"]) // 2):
        moment = now["steps"][number]["occurred_at"]
        then = history(story, moment)
        expected = [step["event_id"] for step in now["steps"] if step["occurred_at"] <= moment]
        assert [step["event_id"] for step in then["steps"]] == expected
    stages = [json.loads(state["state"]) for state in then["states"] if state["kind"] == "support_request"]
    assert stages
    assert stages[0]["stage"] != "closed"


def test_a_story_told_again_from_its_start_changes_nothing(stage: Stage) -> None:
    story = stage.story("kadi")
    whole_case(story)
    before = story.settle()
    again = Story(stage.client, "kadi", lambda _moment: None, seed=story.seed)
    receive(again)
    assert history(story) == before
