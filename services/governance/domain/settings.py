"""The association's settings: replaced whole, numbered, each change resolved by whom it binds."""

from __future__ import annotations

from dataclasses import fields

from services.governance.domain.association import Association
from services.governance.domain.commands.association import ChangeTenantSettings, TenantSettings
from services.governance.domain.events import association as events
from services.governance.domain.policy import WAIVERS, Situation, period_is_sound
from services.governance.domain.refusals import settings as refusals
from services.governance.domain.refusals.policy import resolution_required

PERIODS = (
    "survey_interval",
    "support_request_retention",
    "complaint_retention",
    "survey_response_retention",
    "case_file_retention",
)


def change_settings(
    command: ChangeTenantSettings, state: Association, _situation: Situation
) -> tuple[events.TenantSettingsChanged, ...]:
    settings_are_sound(command.settings)
    before = state.settings
    keys = tuple(
        each.name
        for each in fields(TenantSettings)
        if before is None or getattr(before, each.name) != getattr(command.settings, each.name)
    )
    # What binds the clock is the association's to resolve, not an officer's to switch.
    paused = before is not None and before.pauses_for_information
    resolved = bool((command.resolution_ref or "").strip())
    resolution_required.unless(paused == command.settings.pauses_for_information or resolved)
    if not keys:
        return ()
    return (
        events.TenantSettingsChanged(
            settings_version=state.settings_version + 1,
            keys=keys,
            settings=command.settings,
            resolution_ref=command.resolution_ref,
        ),
    )


def settings_are_sound(settings: TenantSettings) -> None:
    """Every number within reason, every waiver known."""
    for waiver in settings.four_eyes_waivers:
        refusals.unknown_waiver.unless(waiver in WAIVERS, waiver=waiver if waiver.isidentifier() else "?")
    for name, most in (("quorum", 50), ("investigation_quorum", 50), ("complaint_days", 3650), ("decision_days", 3650)):
        count = getattr(settings, name)
        refusals.setting_out_of_range.unless(count is None or 1 <= count <= most, setting=name)
    for name in PERIODS:
        refusals.period_unreadable.unless(period_is_sound(name, getattr(settings, name)), setting=name)
    refusals.setting_out_of_range.unless(settings.digits in ("latn", "arab"), setting="digits")
