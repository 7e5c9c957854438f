"""Voting, deciding and correcting: who may, how many must, and what the votes say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from services.committee.domain import policy, refusals
from services.committee.domain.counting import MEMBERS, VOTES, both
from services.committee.domain.grounds import contrary
from services.committee.domain.review import Review
from services.committee.domain.session import Session
from services.committee.domain.timing import demand_studied
from shared.domain.refusals import Reason

if TYPE_CHECKING:
    from shared.application.situation import Situation

Facts = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a decision rests on; all zero for an administrative unit."""

    decided_on: date
    session_no: int | None = None
    voters: tuple[str, ...] = ()
    votes_for: int = 0
    votes_against: int = 0
    abstentions: int = 0
    quorum: int | None = None
    no_quorum_rule: bool = False

    def named(self) -> dict[str, Any]:
        """Its fields, for the event that keeps them."""
        return {name: getattr(self, name) for name in self.__slots__}


def cast_vote(command: asked.CastVote, review: Review, session: Session, situation: Situation) -> Facts:
    refusals.decides_without_session.unless(policy.is_committee(review))
    refusals.not_on_agenda.unless(review.stage == "on_agenda")
    refusals.session_not_held.unless(session.is_held)
    if command.reason is not None:
        whose = command.beneficiary_id
        refusals.other_subject.unless(whose is not None and policy.concerns_the_applicant(whose, review))
    if cause := vote_is_barred(command.member_ref, review, session, situation):
        refused = happened.VoteRefused(
            review_id=command.review_id,
            member_ref=command.member_ref,
            asked_by=situation.actor.ref,
            cause=cause.code,
        )
        raise cause.refused().recording(refused)
    return (
        happened.VoteCast(
            review_id=command.review_id,
            session_no=session.session_no,
            member_ref=command.member_ref,
            vote=command.vote,
            waivers=policy.waivers_needed((command.member_ref,), review),
            reason=situation.refs.get("reason"),
        ),
    )


def record_decision(command: asked.RecordDecision, review: Review, session: Session, situation: Situation) -> Facts:
    refusals.already_decided.unless(review.is_open)
    refusals.other_subject.unless(policy.concerns_the_applicant(command.beneficiary_id, review))
    refusals.reasons_missing.unless(policy.reasons_are_given(command.reason_codes, command.reasons))
    _grounds_fit(command.outcome, command.reason_codes)
    refusals.no_award_on_rejection.unless(command.outcome == "approved" or not (command.award_kind or command.award))
    demand_free_to_decide(review, session, situation)
    tally = demand_ready(review, session, situation)
    if policy.is_committee(review):
        carried = "approved" if tally.votes_for > tally.votes_against else "rejected"
        refusals.against_the_votes.unless(command.outcome == carried)
    named = tally.named() | {
        "review_id": command.review_id,
        "request_id": review.request_id,
        "reason_codes": command.reason_codes,
        "reasons": situation.refs["reasons"],
        "condition_codes": command.condition_codes,
        "decided_by": situation.actor.ref,
        "waivers": policy.waivers_needed((situation.actor.ref, *tally.voters), review),
    }
    if command.outcome == "rejected":
        return (happened.RequestRejected(**named),)
    return (happened.RequestApproved(**named, award_kind=command.award_kind, award=situation.refs.get("award")),)


def correct_decision(command: asked.CorrectDecision, review: Review, session: Session, situation: Situation) -> Facts:
    decision = review.decision
    if decision is None:
        raise refusals.not_decided.refused()
    refusals.other_subject.unless(policy.concerns_the_applicant(command.beneficiary_id, review))
    refusals.reasons_missing.unless(policy.reasons_are_given((command.reason_code,), command.reasons))
    _grounds_fit(command.outcome, (command.reason_code,))
    demand_free_to_decide(review, session, situation)
    if policy.is_committee(review):
        _session_can_decide(review, session, situation)
    return (
        happened.DecisionCorrected(
            review_id=command.review_id,
            request_id=review.request_id,
            corrects=decision.outcome,
            corrects_decision_of=decision.decided_on,
            outcome=command.outcome,
            reason_code=command.reason_code,
            reasons=situation.refs["reasons"],
            decided_on=session.held_on or situation.today,
            decided_by=situation.actor.ref,
            session_no=session.session_no or None,
            condition_codes=command.condition_codes,
        ),
    )


def vote_is_barred(member: str, review: Review, session: Session, situation: Situation) -> Reason | None:
    """Why he may not vote on an item of a session that is held."""
    barred = {
        refusals.not_own_vote: situation.actor.ref != member,
        refusals.recused: not policy.is_not_recused(member, review),
        refusals.handled_the_request: not policy.may_judge(member, review, _waivers(situation)),
        refusals.not_present: member not in session.members_present,
        refusals.already_voted: any(vote.member_ref == member for vote in review.votes),
    }
    return next((reason for reason, holds in barred.items() if holds), None)


def demand_free_to_decide(review: Review, session: Session, situation: Situation) -> None:
    """Whoever handled the request, declared a conflict or was not at the session does not decide it."""
    decider = situation.actor.ref
    refusals.recused.unless(policy.is_not_recused(decider, review))
    refusals.handled_the_request.unless(policy.may_judge(decider, review, _waivers(situation)))
    refusals.not_at_session.unless(not session.is_held or policy.may_record(situation.actor, session))


def demand_ready(review: Review, session: Session, situation: Situation) -> Tally:
    """Nothing is missing for a decision but the decision itself, whoever takes it."""
    refusals.already_decided.unless(review.is_open)
    tally = _tally(review, session, situation)
    if policy.is_committee(review):
        refusals.votes_missing.unless(tally.votes_for + tally.votes_against > 0)
        _demand_settled(tally)
    return tally


def still_to_vote(review: Review, session: Session, situation: Situation) -> int | None:
    """How many who may vote on an item have not; None while it is before no session that is held."""
    if review.stage != "on_agenda" or not session.is_held:
        return None
    voted = {vote.member_ref for vote in review.votes}
    return sum(member not in voted for member in policy.voters(review, session, _waivers(situation)))


def _tally(review: Review, session: Session, situation: Situation) -> Tally:
    if not policy.is_committee(review):
        demand_studied(review)
        return Tally(decided_on=situation.today)
    refusals.not_on_agenda.unless(review.stage == "on_agenda")
    voters = _session_can_decide(review, session, situation)
    quorum = _quorum(situation)
    return Tally(
        decided_on=session.held_on or situation.today,
        session_no=session.session_no,
        voters=voters,
        votes_for=review.count("approve", voters),
        votes_against=review.count("reject", voters),
        abstentions=review.count("abstain", voters),
        quorum=quorum,
        no_quorum_rule=quorum is None,
    )


def _session_can_decide(review: Review, session: Session, situation: Situation) -> tuple[str, ...]:
    """Who may vote on this item; refused unless the session is held and there are enough of them."""
    refusals.session_not_held.unless(session.is_held)
    voters, quorum = policy.voters(review, session, _waivers(situation)), _quorum(situation)
    told = both("present", len(voters), MEMBERS) | both("needed", quorum or 0, MEMBERS)
    refusals.quorum_not_met.unless(policy.quorum_is_met(len(voters), quorum), **told)
    return voters


def _demand_settled(tally: Tally) -> None:
    """No vote that is still out could change the outcome, and there is a majority."""
    lead = abs(tally.votes_for - tally.votes_against)
    outstanding = len(tally.voters) - (tally.votes_for + tally.votes_against + tally.abstentions)
    refusals.votes_outstanding.unless(outstanding == 0 or lead > outstanding, **both("members", outstanding, MEMBERS))
    refusals.votes_tied.unless(lead > 0, **both("votes", tally.votes_for, VOTES))


def _grounds_fit(outcome: str, codes: tuple[str, ...]) -> None:
    against = next(contrary(outcome, codes), None)
    refusals.ground_contradicts.unless(against is None, ground=against)


def _quorum(situation: Situation) -> int | None:
    settings = situation.rules.settings
    return settings.quorum if settings else None


def _waivers(situation: Situation) -> tuple[str, ...]:
    settings = situation.rules.settings
    return settings.four_eyes_waivers if settings else ()
