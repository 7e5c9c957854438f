"""How a decision comes back and the reply goes out, inside its window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from services.intake.domain import window
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import reply as commands
from services.intake.domain.completing import demand_stage, locator
from services.intake.domain.events import reply as events
from services.intake.domain.policy import Situation, demand_channel, is_waived
from services.intake.domain.preparing import demand_same_beneficiary
from services.intake.domain.recounting import answered, is_open
from services.intake.domain.refusals import reply as refusals
from services.intake.domain.reply_window import stands_still
from services.intake.domain.support_request import REPLY_OWED, SupportRequest


def ask_in_review(
    command: commands.AskInReview, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.InformationAskedInReview, ...]:
    asked_already = request.stage == "queried_in_review" and request.asked_items == command.items
    if request.stage not in ("under_review", "queried_in_review") or asked_already:
        return ()
    return (events.InformationAskedInReview(items=command.items, asked_on=situation.today),)


def receive_decision(
    command: commands.ReceiveDecision, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[Any, ...]:
    expected = ("under_review", "queried_in_review")
    corrects = command.corrected and request.stage in ("decided", "replied") and command.outcome != request.outcome
    if request.stage not in expected and not corrects:
        return ()
    received = events.ReviewDecisionReceived(
        review_id=command.review_id,
        outcome=command.outcome,
        decided_on=command.decided_on,
        corrected=command.corrected,
    )
    return (received, *answered(request, command.decided_on, situation))


def authorize_early_reply(
    command: commands.AuthorizeEarlyReply, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.EarlyReplyAuthorized]:
    demand_stage(request, *REPLY_OWED)
    refusals.no_minimum.unless(request.window is not None and request.window.not_before is not None)
    refusals.already_authorised.unless(request.early_reply_by is None)
    refusals.leave_without_words.unless(command.reason_code != "other" or bool((command.note or "").strip()))
    if command.note is not None:
        demand_same_beneficiary(command.beneficiary_id or "", request)
    by, note = situation.actor.ref, situation.refs.get("note")
    return (events.EarlyReplyAuthorized(reason_code=command.reason_code, authorised_by=by, note=note),)


def communicate_decision(
    command: commands.CommunicateDecision, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ResponseDeadlineBreached | events.DecisionCommunicated, ...]:
    demand_stage(request, "decided")
    demand_channel(command.channel, "CommunicateDecision", situation)
    early = is_early(request, situation)
    if early:
        demand_authorisation(command, request, situation)
    late = window.days_late(request.window, situation.today, situation)
    reply = events.DecisionCommunicated(
        number=request.number,
        beneficiary_id=request.beneficiary_id,
        outcome=request.outcome or "",
        channel=command.channel,
        replied_on=situation.today,
        replied_by=situation.actor.ref,
        early=early,
        late_by_days=late,
    )
    return (*breach(request, situation), reply)


def is_early(request: SupportRequest, situation: Situation) -> bool:
    """Whether the first permitted day has not come yet."""
    not_before = request.window.not_before if request.window else None
    return not_before is not None and situation.today < not_before


def demand_authorisation(command: commands.CommunicateDecision, request: SupportRequest, situation: Situation) -> None:
    """An early reply needs somebody else's leave; asking for one without it goes on record."""
    assert request.window is not None
    not_before = request.window.not_before
    assert not_before is not None
    refused = events.EarlyReplyRefused(not_before=not_before, channel=command.channel, refused_on=situation.today)
    if request.early_reply_by is None:
        clause = locator("response_window", situation)
        raise refusals.reply_before_window.refused(date=not_before, clause=clause).recording(refused)
    if request.early_reply_by == situation.actor.ref and not is_waived("early_reply", situation):
        raise refusals.replies_to_own_authorisation.refused().recording(refused)


def breach(request: SupportRequest, situation: Situation) -> tuple[events.ResponseDeadlineBreached, ...]:
    """Said once per window, on the first occasion after its last day."""
    due_by = request.window.due_by if request.window and is_open(request) else None
    if due_by is None or situation.today <= due_by:
        return ()
    return (events.ResponseDeadlineBreached(number=request.number, due_by=due_by),)


def breach_deadline(
    _command: commands.BreachDeadline, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ResponseDeadlineBreached, ...]:
    # Refused, not passed over in silence: what is asked for again after the answer must not count as done already.
    refusals.clock_stands_still.unless(request.window is None or not stands_still(request.window))
    return breach(request, situation)


def mark_undelivered(
    command: commands.MarkReplyUndelivered, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ReplyUndelivered | events.ResponseDeadlineBreached, ...]:
    # A rejected request may have been closed in the meantime; what was decided is owed to him all the same.
    owed_again = request.stage == "replied" or (request.stage == "closed" and request.outcome == "rejected")
    if not owed_again or command.notification_id in request.undelivered:
        return ()
    undelivered = events.ReplyUndelivered(notification_id=command.notification_id)
    # The timer may have passed this window over while the reply seemed to be given.
    return (undelivered, *breach(replace(request, stage="decided"), situation))
