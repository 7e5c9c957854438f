"""What can have happened to a policy and its versions."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from services.governance.domain.commands.policy import Delivery
from shared.contracts import governance as said
from shared.domain.limits import Longest
from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Policy version drafted", ar="أُعدّت مسودة إصدار من السياسة")
class PolicyVersionDrafted:
    """approval_as_imported: what the text shows of its approval; resolution_ref: where a resolution carries it."""

    policy_id: str
    version: int
    document: Annotated[str, Longest(characters=200_000)]
    document_sha256: str
    text_quality: str
    approval_as_imported: str
    amends: int | None
    resolution_ref: str | None
    drafted_by: str


@fact(en="Text of record uploaded", ar="رُفع النص المعتمد")
class TextOfRecordUploaded:
    policy_id: str
    version: int
    file: ContentRef
    byte_count: int
    file_sha256: str


@fact(en="Policy submitted for approval", ar="رُفعت السياسة للاعتماد", clause="approval")
class PolicySubmittedForApproval:
    policy_id: str
    version: int
    submitted_to: str


@fact(en="Policy returned", ar="أُعيدت السياسة للمراجعة", clause="approval")
class PolicyReturned:
    policy_id: str
    version: int
    reason_code: str


@fact(en="Policy approved", ar="اعتُمدت السياسة", clause="approval")
class PolicyApproved:
    """The dates are as the text states them, not as they should be."""

    policy_id: str
    version: int
    body: str
    meeting_no: int
    date_hijri_as_stated: str | None
    date_gregorian_as_stated: str | None
    signatory_title: str | None
    signatory: ContentRef | None
    recorded_by: str


@fact(en="Approval dates do not agree", ar="تاريخا الاعتماد غير متطابقين", clause="approval")
class ApprovalDateMismatchFound:
    policy_id: str
    version: int
    hijri_stated: str
    gregorian_stated: str
    umm_al_qura_of_gregorian: str


@fact(en="Policy version put in force", ar="بدأ سريان إصدار السياسة")
class PolicyVersionPutInForce:
    """rules: the version as the other services need it, kept as it was said when it came into force."""

    policy_id: str
    version: int
    effective_on: date
    supersedes: int | None
    approval_recorded: bool
    rules: said.PolicyVersionPutInForce


@fact(en="Policy version superseded", ar="حلّ إصدار لاحق محل إصدار السياسة")
class PolicyVersionSuperseded:
    policy_id: str
    version: int
    by: int


@fact(en="Policy circulated", ar="عُمّمت السياسة", clause="review")
class PolicyCirculated:
    policy_id: str
    version: int
    deliveries: tuple[Delivery, ...]
    circulated_on: date
    count: int
    acknowledgement_ids: tuple[str, ...]


@fact(en="Policy review opened", ar="بدأت مراجعة السياسة", clause="review")
class PolicyReviewOpened:
    policy_id: str
    version: int
    cause: str


@fact(en="Policy review closed", ar="انتهت مراجعة السياسة", clause="review")
class PolicyReviewClosed:
    policy_id: str
    version: int
    outcome: str


@fact(en="Finding recorded", ar="سُجّلت ملاحظة على النص")
class PolicyFindingRecorded:
    policy_id: str
    code: str
    interpretation: str


@fact(en="Finding resolved", ar="حُسمت ملاحظة على النص")
class PolicyFindingResolved:
    policy_id: str
    code: str
    interpretation: str
    resolution_ref: str


@fact(en="Reading of the reply window set", ar="حُدّد تفسير مدة الرد", clause="response_window")
class WindowInterpretationSet:
    policy_id: str
    version: int
    interpretation: str
    starts_on: str | None
    resolution_ref: str


@fact(en="Policy version withdrawn", ar="سُحب إصدار السياسة")
class PolicyWithdrawn:
    policy_id: str
    version: int
    reason_code: str
