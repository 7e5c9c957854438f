"""The middle of a case: the reviewing body studies and decides, an officer alone or a committee in session."""

from __future__ import annotations

from datetime import timedelta

from gateways.rehearsal.looking import today
from gateways.rehearsal.story import Story


def review(story: Story) -> None:
    """The reviewing body studies and decides, each in its own way."""
    found = story.wait(
        "the review", lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    )
    story.pass_time(days=1)
    review_id = {"review_id": found["review_id"]}
    story.tell(
        "secretary-1",
        "committee.AssignReviewer",
        "assigns a reviewer",
        **review_id,
        member_ref="member-1",
        role="rapporteur",
    )
    story.tell(
        "member-1",
        "committee.RecordStudy",
        "puts the study on record",
        **review_id,
        beneficiary_id=story.id("beneficiary"),
        study="دراسة مثال",
        recommendation_code="approve",
    )
    if found["body_kind"] == "committee":
        in_session(story, review_id)
    else:
        decide(story, "member-1", review_id)


def in_session(story: Story, review_id: dict[str, str]) -> None:
    """A committee: session, conflict and recusal, votes, decision, minutes."""
    session = {"session_id": story.id("session")}
    members = ["member-1", "member-2", "member-3"]
    story.pass_time(days=2)
    starts = story.client.now() + timedelta(hours=1)
    story.tell(
        "secretary-1",
        "committee.ScheduleSession",
        "calls a session",
        **session,
        starts_at=starts.isoformat(),
        member_refs=members,
    )
    story.tell("secretary-1", "committee.PlaceOnAgenda", "puts the request on the agenda", **review_id, **session)
    story.tell(
        "member-3", "committee.DeclareConflict", "declares a conflict of interest", **review_id, member_ref="member-3"
    )
    story.pass_time(hours=1.5)
    story.tell(
        "secretary-1",
        "committee.HoldSession",
        "opens the session",
        **session,
        held_on=today(story).isoformat(),
        members_present=members,
    )
    story.refused("member-3", "committee.CastVote", **review_id, member_ref="member-3", vote="approve")
    for member in ("member-1", "member-2"):
        story.tell(member, "committee.CastVote", "votes", **review_id, member_ref=member, vote="approve")
    decide(story, "secretary-1", review_id)
    story.tell("secretary-1", "committee.DraftMinutes", "has the minutes drawn up", **session)
    story.tell("secretary-1", "committee.AdoptMinutes", "records their adoption", **session, adopted_by=members)


def decide(story: Story, who: str, review_id: dict[str, str]) -> None:
    """The decision, with reasons."""
    story.tell(
        who,
        "committee.RecordDecision",
        "records the decision with its reasons",
        **review_id,
        beneficiary_id=story.id("beneficiary"),
        outcome="approved",
        reason_codes=["need_established"],
        reasons="ثبتت الحاجة",
        award_kind="in_kind",
    )
