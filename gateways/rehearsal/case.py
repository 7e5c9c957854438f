"""The main line of a case: reception, request, review, reply, service; the same calls under every policy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gateways.rehearsal.story import Story
from shared.application.situation import RIYADH


def whole_case(story: Story) -> None:
    """From the door to the closed case."""
    receive(story)
    open_and_complete(story)
    review(story)
    reply(story)
    deliver(story)


def receive(story: Story) -> None:
    """Somebody comes and is entered into the register."""
    person = story.applicant()
    beneficiary = {"beneficiary_id": story.id("beneficiary")}
    story.tell(
        "officer-1",
        "intake.ReceiveVisitor",
        f"receives a visitor ({person.visits_by})",
        reception_id=story.id("reception"),
        channel=person.visits_by,
        beneficiary_id=beneficiary["beneficiary_id"],
        request_id=story.request_id,
    )
    story.pass_time(minutes=4)
    story.tell(
        "officer-1",
        "intake.RegisterBeneficiary",
        "enters the applicant into the register",
        **beneficiary,
        kind=person.kind,
        profile=dict(person.profile),
        identity=dict(person.identity),
        contact_points=story.contact_points(),
    )
    story.tell(
        "officer-1",
        "intake.VerifyIdentity",
        "sees the original identity document, keeps no copy",
        **beneficiary,
        method="original_sighted",
        document_kind="national_id",
    )
    agree_contact(story)


def agree_contact(story: Story) -> None:
    """By which of the association's channels the applicant will hear."""
    person, beneficiary = story.applicant(), {"beneficiary_id": story.id("beneficiary")}
    story.tell(
        "officer-1",
        "intake.AgreeContactChannel",
        f"agrees how news will reach the applicant ({person.agreed_on})",
        **beneficiary,
        channel=person.agreed_on,
        contact_point_id=story.agreed_point(),
        recipient_id=beneficiary["beneficiary_id"],
        language="ar",
    )


def open_and_complete(story: Story) -> None:
    """The request is opened and proven."""
    service = story.ask("officer-1", "intake.ReadStanding")["service_codes"][0]
    story.on_request(
        "officer-1",
        "OpenSupportRequest",
        f"opens the request ({service})",
        beneficiary_id=story.id("beneficiary"),
        service_code=service,
        channel=story.applicant().visits_by,
    )
    story.on_request("officer-1", "ProvideCriteria", "hands over criteria and conditions", medium="printed")
    story.pass_time(minutes=6)
    for item in request(story)["missing_items"]:
        bring(story, item)
    sign_and_complete(story)


def sign_and_complete(story: Story) -> None:
    """The declaration is signed over exactly what is shown; then nothing is missing and the window opens."""
    story.on_request(
        "officer-1",
        "SignDeclaration",
        "witnesses the signed declaration",
        beneficiary_id=story.id("beneficiary"),
        signed_content="إقرار بصحة البيانات المعروضة",
        data_revision=request(story)["data_revision"],
        signed_by=story.id("beneficiary"),
        method="in_person",
    )
    story.on_request("officer-1", "ExplainProcess", "explains who studies it and when the reply comes")
    story.on_request("officer-1", "SubmitSupportRequest", "submits the request")
    story.on_request("officer-1", "CompleteSupportRequest", "finds it complete: the window is set")
    story.pass_time(minutes=3)
    story.tell(
        "officer-1",
        "intake.EndReception",
        "ends the reception",
        reception_id=story.id("reception"),
        request_id=story.request_id,
        hospitality_offered=True,
    )
    story.on_request("officer-1", "ReferToReview", "refers it to the reviewing body")


def bring(story: Story, item: str) -> None:
    """One required item is brought and agrees with the data."""
    beneficiary = story.id("beneficiary")
    story.on_request("officer-1", "AddEvidence", f"takes in: {item}", beneficiary_id=beneficiary, item_code=item)
    story.on_request("officer-1", "MatchEvidence", f"matches it with the data: {item}", item_code=item)


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


def reply(story: Story) -> None:
    """The reply, inside its window: after the earliest day, or by the latest."""
    story.wait("the decision's arrival", lambda: request(story)["stage"] == "decided")
    channel = {"channel": story.applicant().agreed_on}
    not_before = request(story)["not_before"]
    if not_before:
        story.refused("officer-1", "intake.CommunicateDecision", request_id=story.request_id, **channel)
        story.until(date.fromisoformat(not_before))
        story.told("…", f"time passes until {not_before}")
    story.on_request("officer-1", "CommunicateDecision", "issues the reply", **channel)


def deliver(story: Story) -> None:
    """The service, and the end."""
    story.pass_time(days=3)
    story.on_request("provider-1", "StartService", "begins the service")
    story.pass_time(days=1)
    story.on_request(
        "provider-1",
        "DeliverService",
        "delivers the service",
        beneficiary_id=story.id("beneficiary"),
        delivered_on=today(story).isoformat(),
    )
    story.on_request("officer-1", "CloseRequest", "closes the case")


def request(story: Story) -> dict[str, Any]:
    """The request as intake shows it."""
    return story.ask("officer-1", "intake.ReadRequest", request_id=story.request_id)


def today(story: Story) -> date:
    """The platform's day."""
    return story.client.now().astimezone(RIYADH).date()
