"""What may be asked about support requests, and the shapes of the answers."""

from __future__ import annotations

from datetime import date

from services.intake.domain.events.request import CountedDay, SkippedDay
from shared.domain.messages import message


@message
class ListRequests:
    """The requests, newest number first; of one stage, or all, or all but those that have ended, or those named.

    start, at_most: a part of the list.
    """

    stage: str | None = None
    open_only: bool = False
    start: int = 0
    at_most: int | None = None
    request_ids: tuple[str, ...] = ()


@message
class RequestRow:
    """One request in the list; paused_since: the day of the question whose answer the last day waits for.

    unit: what its window counts in, while a reply is owed. days_left: in that unit, until the last day; less than 0
    where that is over.
    early_reply_authorised: somebody has allowed the reply before its first day.
    """

    request_id: str
    number: str
    beneficiary_id: str
    service_code: str
    origin: str
    channel: str
    stage: str
    opened_on: date
    submitted_on: date | None
    completed_on: date | None
    not_before: date | None
    due_by: date | None
    outcome: str | None
    decided_on: date | None
    replied_on: date | None
    delivered_on: date | None
    breached: bool
    paused_since: date | None = None
    unit: str | None = None
    days_left: int | None = None
    early_reply_authorised: bool = False


@message
class RequestRows:
    """The list; total: how many there are of which this may be a part."""

    requests: tuple[RequestRow, ...]
    total: int = 0


@message
class CountOpenWork:
    """How much is open, without a list: asked for every page of whoever works here."""


@message
class OpenWork:
    """Requests that have not ended, and inquiries without an answer; None for what the asker does not see."""

    requests: int | None
    inquiries: int | None


@message
class ReadRequest:
    """One request as it stands, with what it still lacks."""

    request_id: str


@message
class Obstacle:
    """One thing that stands in the way of completion; before_submission: and of submission already."""

    code: str
    en: str
    ar: str
    before_submission: bool = False


@message
class EvidenceState:
    """One item as it was brought; valid_until_hijri: as entered, if in that calendar. verified_by: by reference, who
    compared it with the data."""

    item_code: str
    matched: bool
    rejected: bool
    valid_until: date | None
    valid_until_hijri: str | None
    verified_by: str | None = None


@message
class RequestState:
    """data_revision: what a declaration must be signed at. next_commands: what the stage is ready for.

    reviewing_body: who studies and decides it under its policy version, by code. window_text: what the applicant is to
    be told of the reply's date, e.g. `due_by_15_working_day`.
    """

    request_id: str
    number: str
    beneficiary_id: str
    service_code: str
    origin: str
    channel: str
    stage: str
    policy_version: str
    data_revision: int
    declaration_signed: bool
    declaration_void: bool
    explained: bool
    missing_items: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    evidence: tuple[EvidenceState, ...]
    next_commands: tuple[str, ...]
    asked_items: tuple[str, ...]
    submitted_on: date | None
    completed_on: date | None
    not_before: date | None
    due_by: date | None
    outcome: str | None
    decided_on: date | None
    replied_on: date | None
    early_reply_authorised: bool
    breached: bool
    paused_since: date | None = None
    reviewing_body: str = ""
    window_text: str = "none"


@message
class WhyThisDate:
    """The proof of a request's reply window."""

    request_id: str


@message
class WindowProof:
    """As it was stored when the window was set, or last counted again; nothing is computed anew.

    estimated_days and beyond_calendar make the date uncertain: days off not announced yet, and days counted as worked
    because the calendar does not reach them.
    """

    request_id: str
    not_before: date | None
    due_by: date | None
    rule: str
    interpretation: str
    policy_version: str
    calendar_version: str
    starts_after: date
    clause: str | None
    clause_en: str | None
    clause_ar: str | None
    recalculated: bool
    counted: tuple[CountedDay, ...]
    skipped: tuple[SkippedDay, ...]
    estimated_days: tuple[date, ...]
    beyond_calendar: tuple[date, ...] = ()
    pauses_for_information: bool = False
