"""What became of each message of a case: over which channel, to whom, and why it did not go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gateways.portal.case_view import Case, masked
from gateways.portal.causes import CAUSES
from gateways.portal.looks import Pair
from gateways.portal.timeline import Told
from gateways.portal.trial import ON_TRIAL, is_trial

OUTCOMES: Mapping[str, Pair] = {
    "NotificationRequested": ("طُلب ولم يُكتب بعد", "asked for, not written yet"),
    "NotificationRendered": ("كُتب ولم يُرسل بعد", "written, not sent yet"),
    "SendAttemptStarted": ("يُرسل الآن", "being sent"),
    "NotificationSent": ("تسلّمه مزوّد الخدمة", "taken by the provider"),
    "NotificationDelivered": ("وصل", "delivered"),
    "ManualDeliveryRecorded": ("سلّمه موظف", "handed over by staff"),
    "NotificationFailed": ("لم يصل", "did not arrive"),
    "NotificationRetryScheduled": ("لم يصل، وتعاد المحاولة", "did not arrive; it is tried again"),
    "NotificationFellBack": ("انتقل إلى قناة أخرى", "goes over another channel"),
    "NotificationAbandoned": ("استُنفدت السبل", "every way was tried"),
    "NotificationSuppressed": ("حُجب", "withheld"),
}
BY_HAND: Pair = ("ينتظر موظفًا يسلّمه", "waits for staff to hand it over")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """to: where it went, masked; role: by code, where it is for those who hold it. why: where it did not go."""

    outcome: Pair = ("", "")
    channel: str = ""
    to: str = ""
    role: str = ""
    staff: str = ""
    guardian: bool = False
    trial: bool = False
    why: Pair | None = None
    status: str = ""


def notices_of(so_far: Sequence[Told], case: Case) -> Mapping[str, Notice]:
    """By the message's id, each as it stood after the last of these steps."""
    found: dict[str, Notice] = {}
    for one in so_far:
        id_ = one.facts.get("notification_id")
        if one.step.service == "notifications" and isinstance(id_, str):
            found[id_] = _after(found.get(id_, Notice()), one.step.type, one.facts, case)
    return found


def _after(before: Notice, type_: str, told: Mapping[str, Any], case: Case) -> Notice:
    now = replace(before, outcome=OUTCOMES.get(type_, before.outcome))
    match type_:
        case "NotificationRequested":
            ways = told.get("ways") or [{}]
            return _to(replace(now, channel=ways[0].get("channel", "")), told, case)
        case "NotificationRendered" if told.get("means") == "manual":
            return _over(replace(now, outcome=BY_HAND), told, case)
        case "NotificationSent":
            trial = is_trial(type_, told)
            return _over(replace(now, trial=trial, outcome=ON_TRIAL if trial else now.outcome), told, case)
        case "NotificationSuppressed":
            return replace(now, why=CAUSES.get(told.get("cause", "")), channel="", to="")
        case "NotificationFailed":
            return replace(now, status=told.get("provider_status", ""))
        case "NotificationFellBack":
            return _over(now, {"channel": told.get("to_channel", "")}, case)
    return _over(now, told, case)


def _to(notice: Notice, told: Mapping[str, Any], case: Case) -> Notice:
    addressee: str = told.get("addressee_id", "")
    if told.get("purpose") == "staff":
        kind, _, name = addressee.rpartition(":")
        return replace(notice, role=name) if kind else replace(notice, staff=name)
    if addressee == case.now.beneficiary_id:
        return replace(notice, to=_point(notice.channel, case))
    return replace(notice, guardian=True)


def _over(notice: Notice, told: Mapping[str, Any], case: Case) -> Notice:
    channel = told.get("channel") or notice.channel
    to = _point(channel, case) if notice.to and channel != notice.channel else notice.to
    return replace(notice, channel=channel, to=to)


def _point(channel: str, case: Case) -> str:
    """Where a channel leads to him: the agreed contact point first."""
    person = case.person
    if person is None:
        return ""
    ways = [*((person.agreed,) if person.agreed else ()), *person.ways]
    point = next((one.contact_point_id for one in ways if one.channel == channel), None)
    return next((masked(one.value) for one in person.contact_points if one.contact_point_id == point), "")
