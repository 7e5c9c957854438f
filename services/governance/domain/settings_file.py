"""The second and third documents of an association's file: its settings, and the services it offers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from services.governance.domain.commands.association import TenantSettings
from services.governance.domain.commands.offerings import ItemName, PublishServiceInformation
from services.governance.domain.commands.policy import Interpretation
from services.governance.domain.contract import STARTS, codes, once
from services.governance.domain.document import Place
from services.governance.domain.policy import WAIVERS, period_is_sound
from shared.contracts.governance import Wording
from shared.locale.calendars import WEEKDAY_CODES

SETTINGS_SCHEMA = "tenant-settings/v1"
SERVICES_SCHEMA = "tenant-services/v1"
SETTINGS_KEYS = frozenset(
    {
        "schema",
        "tenant_id",
        "timezone",
        "case_prefix",
        "working_calendar",
        "window",
        "quorum",
        "service_targets",
        "retention",
        "four_eyes_waivers",
        "digits",
    }
)
# Without a catalogue of its own, an association can still open a request on its first day.
USUAL_SERVICE = PublishServiceInformation(
    service_code="support",
    name=Wording(en="Support", ar="الدعم"),
    required_items=("identity_sighted", "need_statement"),
    item_names=(
        ItemName(
            item_code="identity_sighted",
            name=Wording(en="Original identity document seen", ar="الاطلاع على أصل الهوية"),
        ),
        ItemName(item_code="need_statement", name=Wording(en="Statement of need", ar="بيان الحاجة")),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFile:
    """What a settings document says; None and empty where it is silent."""

    calendar_version: str | None = None
    weekend: tuple[str, ...] = ("fri", "sat")
    settings: TenantSettings = field(default_factory=lambda: TenantSettings(calendar_version=""))
    case_prefix: str | None = None
    interpretation: Interpretation | None = None
    starts_on: str | None = None
    resolution_ref: str | None = None


def settings_of(place: Place, tenant: str) -> SettingsFile:
    """The settings document, or the usual settings where there is none."""
    if place.value is None:
        return SettingsFile()
    place.only(SETTINGS_KEYS).at("schema").one_of(SETTINGS_SCHEMA)
    place.at("tenant_id").one_of(tenant)
    if place.at("timezone").value is not None:
        place.at("timezone").one_of("Asia/Riyadh")
    window = place.at("window")
    return SettingsFile(
        calendar_version=place.at("working_calendar", "calendar_version").text_or_none(),
        weekend=weekend_of(place.at("working_calendar", "weekend")),
        settings=tenant_settings(place),
        case_prefix=prefix_of(place.at("case_prefix")),
        interpretation=_reading(window.at("interpretation")),
        starts_on=_choice(window.at("starts_on"), *STARTS),
        resolution_ref=window.at("resolution_ref").text_or_none(),
    )


def tenant_settings(place: Place) -> TenantSettings:
    """The settings themselves; the calendar's version is filled in when there is one."""
    quorum, targets, retention = place.at("quorum"), place.at("service_targets"), place.at("retention")
    return TenantSettings(
        calendar_version="",
        make_up_days_are_off=place.at("working_calendar", "make_up_days_are_off").flag_or(True),
        pauses_for_information=place.at("window", "pauses_for_information").flag_or(False),
        quorum=quorum.at("research_committee").whole_or_none(1, 50),
        investigation_quorum=quorum.at("investigation_and_follow_up_committee").whole_or_none(1, 50),
        complaint_days=targets.at("complaint_days").whole_or_none(1, 3650),
        decision_days=targets.at("decision_days").whole_or_none(1, 3650),
        survey_interval=_period(targets.at("survey_interval"), "survey_interval"),
        support_request_retention=_period(retention.at("support_request"), "support_request_retention"),
        complaint_retention=_period(retention.at("complaint"), "complaint_retention"),
        survey_response_retention=_period(retention.at("survey_response"), "survey_response_retention"),
        case_file_retention=_period(retention.at("case_file"), "case_file_retention"),
        four_eyes_waivers=tuple(item.one_of(*sorted(WAIVERS)) for item in place.at("four_eyes_waivers").items()),
        digits=_choice(place.at("digits"), "latn", "arab") or "latn",
    )


def _reading(place: Place) -> Interpretation | None:
    _choice(place, *get_args(Interpretation))
    reading: Interpretation | None = place.value
    return reading


def weekend_of(place: Place) -> tuple[str, ...]:
    """Weekday codes; at least one day of the week is worked."""
    if place.value is None:
        return ("fri", "sat")
    days = tuple(item.one_of(*WEEKDAY_CODES) for item in place.items())
    once(place, days)
    if len(days) == len(WEEKDAY_CODES):
        raise place.invalid("a week with working days is expected", "المتوقع أسبوع فيه أيام عمل")
    return days


def prefix_of(place: Place) -> str | None:
    """What serial numbers begin with."""
    prefix = place.text_or_none()
    if prefix is not None and not (prefix.isascii() and prefix.isalnum() and prefix.isupper() and len(prefix) <= 5):
        raise place.invalid(
            "up to five capital Latin letters are expected", "المتوقع حروف لاتينية كبيرة لا تزيد على خمسة"
        )
    return prefix


def services_of(place: Place, tenant: str) -> tuple[PublishServiceInformation, ...]:
    """The services document, or the one usual service where there is none."""
    if place.value is None:
        return (USUAL_SERVICE,)
    place.only({"schema", "tenant_id", "services"}).at("schema").one_of(SERVICES_SCHEMA)
    if place.at("tenant_id").value is not None:
        place.at("tenant_id").one_of(tenant)
    listed = place.at("services")
    once(listed, codes(listed))
    found = tuple(_service(item) for item in listed.items())
    if not found:
        raise listed.invalid("at least one service is expected", "المتوقع خدمة واحدة على الأقل")
    return found


def _service(item: Place) -> PublishServiceInformation:
    """An item is a code, or a code with its name in both languages."""
    place = item.at("required_items")
    named = {each.at("code").code(): each.wording() for each in place.items() if isinstance(each.value, dict)}
    required = tuple(each.at("code").code() if isinstance(each.value, dict) else each.code() for each in place.items())
    once(place, required)
    return PublishServiceInformation(
        service_code=item.at("code").code(),
        name=item.at("name").wording(),
        required_items=required,
        item_names=tuple(ItemName(item_code=code, name=name) for code, name in named.items()),
    )


def _period(place: Place, name: str) -> str | None:
    period = place.text_or_none()
    if not period_is_sound(name, period):
        raise place.invalid("a period such as P5Y is expected", "المتوقع مدة مثل P5Y")
    return period


def _choice(place: Place, *choices: str) -> str | None:
    return None if place.value is None else place.one_of(*choices)
