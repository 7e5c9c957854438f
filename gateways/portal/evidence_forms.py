"""The forms of one item of evidence, and the one that ends the visit in which it was brought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gateways.portal.case_view import Case
from gateways.portal.forms import Field, Form
from gateways.portal.reasons import DOCUMENTS, LEFT_INCOMPLETE, REJECTING
from services.intake.domain.support_request import BEFORE_COMPLETION

ITEM = Field(name="item_code", title=("", ""), kind="hidden")
VALID = Field(
    name="valid_until",
    title=("سارٍ حتى، إن كُتب عليه", "Valid until, if it says so"),
    kind="dual",
    required=False,
)
EXPIRED = Field(
    name="expired_accepted",
    title=("أتسلّمه وأعلم أن صلاحيته منتهية", "I take it in and know that it has expired"),
    kind="check",
    after="evidence_expired_unsaid",
)


def evidence_forms(case: Case) -> Mapping[str, Form]:
    """The forms each item may have, by command."""
    given = {"request_id": case.now.request_id}
    add = Form(
        service="intake",
        command="AddEvidence",
        title=("تسلُّم المستند", "Take it in"),
        icon="inbox",
        fields=(ITEM, VALID, EXPIRED),
        given=given | {"beneficiary_id": case.now.beneficiary_id},
    )
    match = Form(
        service="intake",
        command="MatchEvidence",
        title=("تمت المطابقة", "Agrees with the data"),
        icon="check",
        fields=(ITEM,),
        given=given,
    )
    reject = Form(
        service="intake",
        command="RejectEvidence",
        title=("ردّ المستند", "Refuse it"),
        icon="circle-x",
        fields=(ITEM, Field(name="reason_code", title=("السبب", "Reason"), kind="choice", options=REJECTING)),
        given=given,
    )
    seen = Form(
        service="intake",
        command="VerifyIdentity",
        title=("اطُّلع على الأصل", "The original was seen"),
        icon="id-card",
        fields=(Field(name="document_kind", title=("الوثيقة", "Document"), kind="choice", options=DOCUMENTS),),
        given={"beneficiary_id": case.now.beneficiary_id, "method": "original_sighted"},
    )
    return {form.command: form for form in (add, match, reject, seen)}


def leaving(case: Case) -> Form | None:
    """The form that ends the visit that still goes on."""
    if case.reception_id is None:
        return None
    fields: Sequence[Field] = (
        Field(name="hospitality_offered", title=("قُدّمت الضيافة", "Hospitality offered"), kind="check"),
    )
    if case.now.stage in BEFORE_COMPLETION:
        why = ("سبب المغادرة قبل الإكمال", "Why he leaves before it is complete")
        owed = bool(case.now.missing_items)
        leaving = Field(name="incomplete_reason", title=why, kind="choice", options=LEFT_INCOMPLETE, required=owed)
        fields = (*fields, leaving)
    return Form(
        service="intake",
        command="EndReception",
        title=("أنهِ الاستقبال", "End the visit"),
        icon="hand",
        fields=tuple(fields),
        given={
            "reception_id": case.reception_id,
            "request_id": case.now.request_id,
            "missing_items": list(case.now.missing_items),
        },
    )
