"""What a request needs and what of it is there: as it is now, or as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from gateways.portal.case_view import Case
from gateways.portal.evidence_forms import evidence_forms
from gateways.portal.forms import Form
from gateways.portal.papers import Checked, Papers
from services.intake.domain.evidence import SIGHTED
from services.intake.domain.support_request import BEFORE_COMPLETION


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item; checked: by whom and whether a copy was kept; expired: on the day looked at; forms: for it now."""

    code: str
    state: Literal["missing", "brought", "matched", "rejected"]
    checked: Checked | None = None
    valid_until: Any = None
    valid_until_hijri: str | None = None
    expired: bool = False
    forms: tuple[Form, ...] = ()


def checklist(case: Case, then: Any | None, papers: Papers, on: date, *, evidence: bool) -> list[Line]:
    """The items as they are on a day; `evidence`: with the forms to take them in and to match them."""
    if then is None:
        return []
    forms = evidence_forms(case) if evidence and case.now.stage in BEFORE_COMPLETION else {}
    brought = {item.item_code: item for item in then.evidence}
    # What came later was missing then.
    missing = (*(item.item_code for item in case.now.evidence), *case.now.missing_items)
    lines = [_line(item, papers.items.get(item.item_code), forms, on) for item in brought.values()]
    return lines + [_missing(code, forms) for code in dict.fromkeys(missing) if code not in brought]


def complete(case: Case, then: Any | None, lines: Sequence[Line]) -> bool:
    """Whether nothing of what was asked for is open."""
    if then is None or any(line.state != "matched" for line in lines):
        return False
    return then.stage not in BEFORE_COMPLETION or (then is case.now and not case.now.obstacles)


def _line(item: Any, checked: Checked | None, forms: Mapping[str, Form], on: date) -> Line:
    told = {"code": item.item_code, "checked": checked}
    if item.rejected:
        return Line(state="rejected", forms=_of(forms, "AddEvidence"), **told)
    if item.matched:
        return Line(state="matched", **told, **_valid(item, on))
    match = "VerifyIdentity" if item.item_code == SIGHTED else "MatchEvidence"
    return Line(state="brought", forms=_of(forms, match, "RejectEvidence"), **told, **_valid(item, on))


def _valid(item: Any, on: date) -> dict[str, Any]:
    """The last day as it was entered; an item of long ago may have been told without its calendar."""
    hijri = getattr(item, "valid_until_hijri", None)
    return {"valid_until": item.valid_until, "valid_until_hijri": hijri, "expired": is_over(item.valid_until, on)}


def is_over(last: date | str | None, on: date) -> bool:
    """Whether a last day, if there is one, lies before another day."""
    return last is not None and (date.fromisoformat(last) if isinstance(last, str) else last) < on


def _missing(code: str, forms: Mapping[str, Form]) -> Line:
    # An original is seen, and not taken in.
    return Line(code=code, state="missing", forms=_of(forms, "VerifyIdentity" if code == SIGHTED else "AddEvidence"))


def _of(forms: Mapping[str, Form], *names: str) -> tuple[Form, ...]:
    return tuple(forms[name] for name in names if name in forms)
