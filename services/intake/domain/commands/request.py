"""What intake may be asked about a support request until it is with the reviewing body."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from shared.domain.limits import Longest
from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class OpenSupportRequest:
    """Open a request that somebody makes, or that the association makes for him (outreach)."""

    request_id: str
    beneficiary_id: str
    service_code: str
    channel: str
    origin: Literal["request", "outreach"] = "request"


@message
class ConfirmOutreach:
    """Beneficiary or guardian wants the request that was opened for him."""

    request_id: str
    confirmed_by: str


@message
class StateNeed:
    """What the applicant asks for, in his words or the officer's; said again, it replaces what was said before."""

    request_id: str
    beneficiary_id: str
    need: Annotated[str, Sealed(category="needs", subject="beneficiary_id"), Longest(characters=20_000)]


@message
class ProvideCriteria:
    """The criteria of the service were shown or handed over."""

    request_id: str
    medium: Literal["shown", "printed", "sent"]


@message
class AddEvidence:
    """A required item was brought; a copy is kept only on a stated legal basis and until a stated day.

    valid_until_hijri: the last day as it stands on the item, e.g. `1447-09-10`, where that is in the Hijri calendar.
    expired_accepted: it is out of date, and is taken in knowingly where the policy does not ask for evidence in date.
    """

    request_id: str
    beneficiary_id: str
    item_code: str
    valid_until: date | None = None
    document: Annotated[
        str | None, Sealed(category="documents", subject="beneficiary_id"), Longest(characters=700_000)
    ] = None
    copy_basis: str | None = None
    destroy_on: date | None = None
    valid_until_hijri: str | None = None
    expired_accepted: bool = False


@message
class MatchEvidence:
    """The item agrees with the data."""

    request_id: str
    item_code: str


@message
class RejectEvidence:
    """The item does not agree with the data, or is not in order."""

    request_id: str
    item_code: str
    reason_code: str


@message
class RequestInformation:
    """Ask the applicant for what is missing."""

    request_id: str
    items: tuple[str, ...]


@message
class SupplyInformation:
    """What was asked for has come."""

    request_id: str
    items: tuple[str, ...]


@message
class ReferToSocialResearch:
    """The procedures are not clear to the applicant; social research explains them."""

    request_id: str
    reason_code: str


@message
class ClarifyProcedures:
    """Social research has made the procedures clear."""

    request_id: str


@message
class SignDeclaration:
    """Sign for exactly the content shown, at the data revision it was shown at."""

    request_id: str
    beneficiary_id: str
    signed_content: Annotated[
        str, Sealed(category="declarations", subject="beneficiary_id"), Longest(characters=200_000)
    ]
    data_revision: int
    signed_by: str
    method: Literal["in_person", "wet_ink", "one_time_code"]
    paper_location: str | None = None


@message
class ExplainProcess:
    """The applicant was told who studies the request and when to expect the reply."""

    request_id: str


@message
class SubmitSupportRequest:
    """The applicant hands the request in."""

    request_id: str


@message
class CompleteSupportRequest:
    """Nothing is missing: the request is complete and its response window is set."""

    request_id: str


@message
class ReferToReview:
    """Hand the complete request to the reviewing body of the policy it is under."""

    request_id: str
