"""What governance itself reads in a policy file: tools, seats, approvals, open findings; and the check of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from services.governance.domain.commands.offerings import ToolKind
from services.governance.domain.contract import in_force, once
from services.governance.domain.document import Place
from shared.contracts.governance import Wording

SCHEMA = "beneficiary-relations-policy/v1"
STATUSES = ("approved", "in_force_approval_unrecorded", "approval_heading_empty")
KEYS = frozenset(
    {
        "schema",
        "tenant",
        "source",
        "policy",
        "scope",
        "channels",
        "other_channels",
        "tools",
        "other_tools",
        "dealing_steps",
        "declaration",
        "reviewing_body",
        "response_window",
        "service_delivery",
        "development_plan",
        "case_file",
        "contact_preference",
        "complaints",
        "compensation",
        "relationship_continuity",
        "information",
        "satisfaction",
        "feedback_stages",
        "acknowledgement",
        "data_profile",
        "ambiguities",
        "aims",
        "requirements",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTool:
    """A tool the text names."""

    code: str
    kind: ToolKind
    name: Wording
    clause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSeat:
    """A seat whose holder signs that he knows the policy."""

    seat_id: str
    job_title: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedApproval:
    """An approval with its particulars, exactly as the text gives them."""

    body: str
    meeting_no: int
    date_hijri: str | None
    date_gregorian: str | None
    signatory_title: str | None
    signatory: str | None


def checked(document: Place) -> Place:
    """The document, sure to be readable to its end."""
    document.only(KEYS).at("schema").one_of(SCHEMA)
    document.at("policy", "status").one_of(*STATUSES)
    document.at("tenant", "name").wording()
    in_force(document, version=1, effective_on=date.min, approval_recorded=False)
    tools(document)
    seats(document)
    approvals(document)
    ambiguities(document)
    return document


def tools(document: Place) -> tuple[ListedTool, ...]:
    """The tools the text names, each once."""
    place = document.at("tools")
    found = tuple(
        ListedTool(
            code=item.at("code").code(),
            kind=_kind(item.at("kind")),
            name=item.wording(),
            clause=item.at("clause").text_or_none(),
        )
        for item in place.items()
    )
    once(place, [tool.code for tool in found])
    return found


def _kind(place: Place) -> ToolKind:
    place.one_of(*get_args(ToolKind))
    kind: ToolKind = place.value
    return kind


def seats(document: Place) -> tuple[ListedSeat, ...]:
    """The seats of the acknowledgement form, in its order."""
    form = document.at("acknowledgement", "form")
    place = form.at("job_titles")
    found = tuple(
        ListedSeat(seat_id=f"seat-{item.at('seat').whole(1, 10_000)}", job_title=item.wording())
        for item in place.items()
    )
    once(place, [seat.seat_id for seat in found])
    count = form.at("seats").whole_or_none(0, 10_000)
    if count is not None and count != len(found):
        raise form.at("seats").invalid("the number of job titles is expected", "المتوقع عدد المسميات الوظيفية")
    return found


def approvals(document: Place) -> tuple[StatedApproval, ...]:
    """The approvals that say when and in which meeting; an empty heading is none."""
    found = (_approval(item) for item in document.at("policy", "approvals").items())
    return tuple(approval for approval in found if approval is not None)


def _approval(item: Place) -> StatedApproval | None:
    meeting_no = item.at("meeting_no").whole_or_none(1, 100_000)
    hijri, gregorian = item.at("date_hijri").text_or_none(), item.at("date_gregorian").text_or_none()
    if meeting_no is None or not (hijri or gregorian):
        return None
    return StatedApproval(
        body=item.at("body").code(),
        meeting_no=meeting_no,
        date_hijri=hijri,
        date_gregorian=gregorian,
        signatory_title=item.at("signatory", "title", "ar").text_or_none(),
        signatory=item.at("signatory", "name").text_or_none(),
    )


def ambiguities(document: Place) -> tuple[str, ...]:
    """The open questions about the text, by code."""
    place = document.at("ambiguities")
    found = tuple(item.text() for item in place.items())
    once(place, found)
    return found
