"""What a request needs and what of it is there: as it is now, or as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gateways.portal.case_view import Case
from gateways.portal.forms import Field, Form
from gateways.portal.reasons import LEFT_INCOMPLETE, REJECTING

GATHERED_IN = frozenset({"open", "in_clarification", "submitted", "awaiting_information"})
ITEM = Field(name="item_code", title=("", ""), kind="hidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item; forms: what may be done with it now."""

    code: str
    state: Literal["missing", "brought", "matched", "rejected"]
    valid_until: Any = None
    forms: tuple[Form, ...] = ()


def checklist(case: Case, then: Any | None, *, evidence: bool) -> list[Line]:
    """The items; `evidence`: with the forms to take them in and to match them."""
    if then is None:
        return []
    forms = evidence_forms(case) if evidence and case.now.stage in GATHERED_IN else {}
    brought = {item.item_code: item for item in then.evidence}
    missing = case.now.missing_items if then is case.now else ()
    lines = [_line(item, forms) for item in brought.values()]
    return lines + [_missing(code, forms) for code in missing if code not in brought]


def evidence_forms(case: Case) -> Mapping[str, Form]:
    """The forms each item may have, by command."""
    given = {"request_id": case.now.request_id}
    add = Form(
        service="intake",
        command="AddEvidence",
        title=("تسلّمه", "Take it in"),
        icon="inbox",
        fields=(ITEM,),
        given=given | {"beneficiary_id": case.now.beneficiary_id},
    )
    match = Form(
        service="intake",
        command="MatchEvidence",
        title=("طابقه", "Match it"),
        icon="check",
        fields=(ITEM,),
        given=given,
    )
    reject = Form(
        service="intake",
        command="RejectEvidence",
        title=("لا يصح", "Not in order"),
        icon="circle-x",
        fields=(ITEM, Field(name="reason_code", title=("السبب", "Reason"), kind="choice", options=REJECTING)),
        given=given,
    )
    return {form.command: form for form in (add, match, reject)}


def leaving(case: Case) -> Form | None:
    """The form that ends the visit that still goes on."""
    if case.reception_id is None:
        return None
    fields: Sequence[Field] = (
        Field(name="hospitality_offered", title=("قُدّمت الضيافة", "Hospitality offered"), kind="check"),
    )
    if case.now.missing_items:
        why = ("سبب المغادرة قبل الإكمال", "Why he leaves before it is complete")
        fields = (*fields, Field(name="incomplete_reason", title=why, kind="choice", options=LEFT_INCOMPLETE))
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


def _line(item: Any, forms: Mapping[str, Form]) -> Line:
    if item.rejected:
        return Line(code=item.item_code, state="rejected", forms=_of(forms, "AddEvidence"))
    if item.matched:
        return Line(code=item.item_code, state="matched", valid_until=item.valid_until)
    return Line(code=item.item_code, state="brought", forms=_of(forms, "MatchEvidence", "RejectEvidence"))


def _missing(code: str, forms: Mapping[str, Form]) -> Line:
    return Line(code=code, state="missing", forms=_of(forms, "AddEvidence"))


def _of(forms: Mapping[str, Form], *names: str) -> tuple[Form, ...]:
    return tuple(forms[name] for name in names if name in forms)
