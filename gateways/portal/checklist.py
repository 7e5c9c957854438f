"""What a request needs and what of it is there: as it is now, or as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gateways.portal.case_view import Case
from gateways.portal.evidence_forms import evidence_forms
from gateways.portal.forms import Form

GATHERED_IN = frozenset({"open", "in_clarification", "submitted", "awaiting_information"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item; forms: what may be done with it now. verified_by: who compared it, once somebody has."""

    code: str
    state: Literal["missing", "brought", "matched", "rejected"]
    valid_until: Any = None
    valid_until_hijri: str | None = None
    verified_by: str | None = None
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


def _line(item: Any, forms: Mapping[str, Form]) -> Line:
    if item.rejected:
        by = getattr(item, "verified_by", None)
        return Line(code=item.item_code, state="rejected", verified_by=by, forms=_of(forms, "AddEvidence"))
    if item.matched:
        return Line(code=item.item_code, state="matched", **_valid(item))
    return Line(
        code=item.item_code, state="brought", forms=_of(forms, "MatchEvidence", "RejectEvidence"), **_valid(item)
    )


def _valid(item: Any) -> dict[str, Any]:
    """The last day as it was entered, and who looked at it; an item of long ago may have been told without either."""
    return {name: getattr(item, name, None) for name in ("valid_until", "valid_until_hijri", "verified_by")}


def _missing(code: str, forms: Mapping[str, Form]) -> Line:
    return Line(code=code, state="missing", forms=_of(forms, "AddEvidence"))


def _of(forms: Mapping[str, Form], *names: str) -> tuple[Form, ...]:
    return tuple(forms[name] for name in names if name in forms)
