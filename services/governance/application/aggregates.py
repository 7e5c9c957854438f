"""The kinds of things governance keeps a history of."""

from __future__ import annotations

from services.governance.domain import (
    acknowledgement,
    agreement,
    association,
    breach,
    catalogue_entry,
    destruction,
    liaison_officer,
    policy_version,
    staff_member,
    tool,
    working_calendar,
)
from shared.application.aggregate import Aggregate

ASSOCIATION = Aggregate(
    kind="association",
    noun=("association", "جمعية"),
    evolve=association.evolve,
    initial=association.Association(),
    cached=True,
)
POLICY = Aggregate(
    kind="policy",
    noun=("policy", "سياسة"),
    evolve=policy_version.evolve,
    initial=policy_version.Policy(),
    pinned=lambda policy: policy.ref or policy.newest,
)
ACKNOWLEDGEMENT = Aggregate(
    kind="acknowledgement",
    noun=("acknowledgement", "توقيع بالعلم"),
    evolve=acknowledgement.evolve,
    initial=acknowledgement.Acknowledgement(),
    case=lambda id_, state: state.asked.policy_id if state.asked else id_,
)
STAFF_MEMBER = Aggregate(
    kind="staff-member",
    noun=("staff member", "موظف"),
    evolve=staff_member.evolve,
    initial=staff_member.StaffMember(),
)
LIAISON_OFFICER = Aggregate(
    kind="liaison-officer",
    noun=("liaison officer's appointment", "تكليف لضابط اتصال"),
    evolve=liaison_officer.evolve,
    initial=liaison_officer.Appointment(),
)
WORKING_CALENDAR = Aggregate(
    kind="working-calendar",
    noun=("working calendar", "تقويم عمل"),
    evolve=working_calendar.evolve,
    initial=working_calendar.WorkingCalendar(),
)
TOOL = Aggregate(kind="tool", noun=("tool", "أداة"), evolve=tool.evolve, initial=tool.Tool())
SERVICE_ENTRY = Aggregate(
    kind="service-entry",
    noun=("service", "خدمة"),
    evolve=catalogue_entry.evolve,
    initial=catalogue_entry.ServiceEntry(),
)
AGREEMENT = Aggregate(
    kind="agreement",
    noun=("agreement", "اتفاقية"),
    evolve=agreement.evolve,
    initial=agreement.Agreement(),
)
BREACH = Aggregate(
    kind="breach",
    noun=("personal-data breach", "تسرّب بيانات"),
    evolve=breach.evolve,
    initial=breach.Breach(),
)
DESTRUCTION = Aggregate(
    kind="destruction", noun=("order of destruction", "أمر إتلاف"), evolve=destruction.evolve, initial=False
)

AGGREGATES = (
    ASSOCIATION,
    POLICY,
    ACKNOWLEDGEMENT,
    STAFF_MEMBER,
    LIAISON_OFFICER,
    WORKING_CALENDAR,
    TOOL,
    SERVICE_ENTRY,
    AGREEMENT,
    BREACH,
    DESTRUCTION,
)
