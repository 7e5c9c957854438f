"""An inquiry: a question that ends answered, is referred, or stays open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from services.intake.domain.commands.reception import AnswerInquiry, ReceiveInquiry, ReferInquiry
from services.intake.domain.events import reception as events
from services.intake.domain.policy import Situation, demand_channel, demand_own
from services.intake.domain.refusals import common
from services.intake.domain.refusals import reception as refusals
from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A question; who asked is known by an id only, and the words lie in the vault."""

    asker_id: str
    topic_code: str
    channel: str
    received_on: date
    question: ContentRef
    routed_to: str | None
    policy_version: str
    outcome: Literal["open", "referred", "answered"] = "open"
    answer: ContentRef | None = None
    answer_source: str | None = None
    answered_by: str | None = None
    answered_on: date | None = None


def evolve(state: Inquiry | None, event: Any) -> Inquiry | None:
    """The inquiry after one more event."""
    match event:
        case events.InquiryReceived():
            return Inquiry(
                asker_id=event.asker_id,
                topic_code=event.topic_code,
                channel=event.channel,
                received_on=event.received_on,
                question=event.question,
                routed_to=event.routed_to,
                policy_version=event.policy_version,
            )
        case events.InquiryReferred(referred_to=whom):
            return state and replace(state, outcome="referred", routed_to=whom)
        case events.InquiryAnswered():
            return state and replace(
                state,
                outcome="answered",
                answer=event.answer,
                answer_source=event.answer_source,
                answered_by=event.answered_by,
                answered_on=event.answered_on,
            )
    return state


def receive(command: ReceiveInquiry, officer: str | None, situation: Situation) -> tuple[events.InquiryReceived]:
    demand_own(command.asker_id, frozenset(), situation)
    demand_channel(command.channel, "ReceiveInquiry", situation)
    return (
        events.InquiryReceived(
            asker_id=command.asker_id,
            topic_code=command.topic_code,
            channel=command.channel,
            received_on=situation.today,
            question=situation.refs["question"],
            policy_version=situation.policy.ref,
            routed_to=command.routed_to or officer,
        ),
    )


def answer(command: AnswerInquiry, state: Inquiry, situation: Situation) -> tuple[events.InquiryAnswered]:
    common.over_already.unless(state.outcome != "answered")
    refusals.another_asker.unless(command.asker_id == state.asker_id)
    return (
        events.InquiryAnswered(
            topic_code=state.topic_code,
            channel=state.channel,
            answer_source=command.answer_source,
            answer=situation.refs["answer"],
            answered_by=situation.actor.ref,
            answered_on=situation.today,
            routed_to=state.routed_to,
        ),
    )


def refer(command: ReferInquiry, state: Inquiry, situation: Situation) -> tuple[events.InquiryReferred]:
    common.over_already.unless(state.outcome != "answered")
    return (
        events.InquiryReferred(
            topic_code=state.topic_code,
            channel=state.channel,
            referred_to=command.referred_to,
            referred_on=situation.today,
        ),
    )
