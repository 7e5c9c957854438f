"""What committee says in public: reviews opened, questions asked, decisions taken."""

from __future__ import annotations

from datetime import date, datetime

from shared.contracts.envelope import contract


@contract("committee.review_opened.v1")
class ReviewOpened:
    """The reviewing body has the request."""

    review_id: str
    request_id: str
    body_code: str
    opened_on: date


@contract("committee.further_information_requested.v1")
class FurtherInformationRequested:
    """The reviewing body asks for items; the reply's clock runs on."""

    review_id: str
    request_id: str
    items: tuple[str, ...]
    beneficiary_id: str | None = None
    number: str | None = None


@contract("committee.review_deferred.v1")
class ReviewDeferred:
    """Put off to a later session."""

    review_id: str
    request_id: str
    session_no: int


@contract("committee.review_decided.v1")
class ReviewDecided:
    """outcome: approved or rejected; said once."""

    review_id: str
    request_id: str
    outcome: str
    decided_on: date
    condition_codes: tuple[str, ...] = ()
    minutes_no: str | None = None


@contract("committee.decision_corrected.v1")
class DecisionCorrected:
    """A decision was found in error and replaced."""

    review_id: str
    request_id: str
    outcome: str
    decided_on: date
    condition_codes: tuple[str, ...] = ()
    minutes_no: str | None = None


@contract("committee.session_scheduled.v1")
class SessionScheduled:
    """A session is called; no case is named."""

    session_id: str
    session_no: int
    starts_at: datetime
    member_refs: tuple[str, ...]


@contract("committee.personal_data_destruction_confirmed.v1")
class PersonalDataDestructionConfirmed:
    """Nothing about the subject can be read in this service any more."""

    order_id: str
    subject_id: str
