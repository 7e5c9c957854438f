"""The forms of a committee's session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gateways.portal.colleagues import as_option, know
from gateways.portal.forms import Field, Form
from gateways.portal.looks import Pair
from gateways.portal.review_forms import form
from gateways.portal.visit import Visit

BY_ALL: Pair = (
    "يعتمد المحضرَ كل من حضر الجلسة، ثم لا يتغيّر.",
    "Minutes are adopted by everybody who was present, and do not change after that.",
)


def on_session(session: Any, visit: Visit) -> dict[str, Form]:
    """What his roles may ask on a session; `session.next_commands` says for what it is the time."""
    id_ = session.session_id
    know(visit, session.member_refs)
    members = tuple((ref, as_option(visit, ref)) for ref in session.member_refs)
    day = Field(name="held_on", title=("يوم الانعقاد", "Day"), kind="date", value=visit.today)
    present = Field(name="members_present", title=("الحاضرون", "Present"), kind="many", options=members)
    there = tuple(one for one in members if one[0] in session.members_present)
    by = Field(name="adopted_by", title=("اعتمده", "Adopted by"), kind="many", options=there)
    remarks = Field(name="remarks", title=("ملاحظات", "Remarks"), kind="area", required=False)
    hold, write, adopt = (
        ("سجّل الانعقاد", "Record that it was held"),
        ("اكتب المحضر", "Draft the minutes"),
        ("سجّل اعتماد المحضر", "Record the adoption"),
    )
    adopting = replace(form("AdoptMinutes", adopt, "file-check", by, session_id=id_), warns=BY_ALL)
    forms = (
        form("HoldSession", hold, "gavel", day, present, session_id=id_),
        form("DraftMinutes", write, "file-text", remarks, session_id=id_),
        adopting,
    )
    return {one.command: one for one in forms if visit.may("committee", one.command)}
