"""The forms of a committee's session, by its stage."""

from __future__ import annotations

from typing import Any

from gateways.portal.colleagues import as_option, know
from gateways.portal.forms import Field, Form
from gateways.portal.review_forms import form
from gateways.portal.visit import Visit


def on_session(session: Any, visit: Visit) -> dict[str, Form]:
    """What may be asked on a session, by its stage."""
    id_ = session.session_id
    know(visit, session.member_refs)
    members = tuple((ref, as_option(visit, ref)) for ref in session.member_refs)
    day = Field(name="held_on", title=("يوم الانعقاد", "Day"), kind="date", value=visit.today)
    present = Field(name="members_present", title=("الحاضرون", "Present"), kind="many", options=members)
    there = tuple(one for one in members if one[0] in session.members_present)
    by = Field(name="adopted_by", title=("اعتمده", "Adopted by"), kind="many", options=there)
    remarks = Field(name="remarks", title=("ملاحظات", "Remarks"), kind="area", required=False)
    forms = {
        "scheduled": [
            form("HoldSession", ("سجّل الانعقاد", "Record that it was held"), "gavel", day, present, session_id=id_)
        ],
        "held": [form("DraftMinutes", ("اكتب المحضر", "Draft the minutes"), "file-text", remarks, session_id=id_)],
        "drafted": [
            form("AdoptMinutes", ("سجّل اعتماد المحضر", "Record the adoption"), "file-check", by, session_id=id_)
        ],
    }
    return {one.command: one for one in forms.get(session.stage, []) if visit.may("committee", one.command)}
