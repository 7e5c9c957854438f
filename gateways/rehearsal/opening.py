"""The beginning of a case: somebody is received and registered, and a request is opened, proven and completed."""

from __future__ import annotations

from gateways.rehearsal.looking import request
from gateways.rehearsal.story import Story


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
