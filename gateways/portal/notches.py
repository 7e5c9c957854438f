"""Which notches of the slider bear a name: where one stands, the ends, and the events a case turns on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gateways.portal.looks import Pair

NAMES: Mapping[str, Pair] = {
    "VisitorReceived": ("الاستقبال", "Reception"),
    "SupportRequestCompleted": ("اكتمل الطلب", "Complete"),
    "RequestApproved": ("القرار", "Decision"),
    "RequestRejected": ("القرار", "Decision"),
    "DecisionCommunicated": ("الرد", "Reply"),
    "ServiceDelivered": ("قُدّمت الخدمة", "Delivered"),
}
ROOM = 8
"""How many names stand beside each other over the whole width without touching."""


def labels(steps: Sequence[tuple[int, str, Pair]], at: int) -> Mapping[int, Pair]:
    """By number of the step; the one shown first, then the ends, then the turning points as far as there is room."""
    apart = -(-len(steps) // ROOM)
    wanted = {no: NAMES.get(type_, title) for no, type_, title in steps if type_ in NAMES or no in (1, len(steps), at)}
    wanted |= {no: title for no, _, title in steps if no == at}
    chosen: list[int] = []
    for no in sorted(wanted, key=lambda no: (no != at, no not in (1, len(steps)), no)):
        if all(abs(no - other) >= apart for other in chosen):
            chosen.append(no)
    return {no: wanted[no] for no in sorted(chosen)}
