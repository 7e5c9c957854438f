"""What an association has left open is shown as a gap, and goes once it is decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from services.governance.application.questions.gaps import ListGaps
from services.governance.domain.commands.offerings import PublishWorkingCalendar
from services.governance.publishing import contract_of
from shared.contracts.governance import CalendarDay
from tests.domain.governance.scene import Scene
from tests.domain.governance.test_association import settings

Join = Callable[[str], Scene]
NATIONAL_DAY = CalendarDay(date=date(2026, 9, 23), name_code="national_day", make_up=False, estimated=False)


def gaps(scene: Scene) -> set[str]:
    found = scene.ask(ListGaps()).gaps
    assert all(gap.en.isascii() and any("؀" <= letter <= "ۿ" for letter in gap.ar) for gap in found)
    return {gap.code for gap in found}


def test_what_nobody_has_decided_is_a_gap_with_words_in_both_languages(joined: Join) -> None:
    assert gaps(joined("sidr")) == {
        "approval_not_recorded", "quorum_not_set", "complaint_target_not_set", "decision_target_not_set",
        "survey_interval_not_set", "request_retention_not_set", "complaint_retention_not_set",
        "response_retention_not_set",
    }  # fmt: skip


def test_a_gap_goes_once_it_is_decided(joined: Join) -> None:
    sidr = joined("sidr")
    sidr.when(settings(quorum=3, complaint_days=10, decision_days=20, survey_interval="P1Y"))
    still_open = gaps(sidr)
    assert still_open & {"quorum_not_set", "complaint_target_not_set", "survey_interval_not_set"} == set()
    assert "request_retention_not_set" in still_open


@pytest.mark.parametrize(("association", "wanted"), [("kayan", True), ("sidr", False)])
def test_case_files_are_missed_only_where_the_policy_asks_for_them(
    joined: Join, association: str, wanted: bool
) -> None:
    assert ("case_file_retention_not_set" in gaps(joined(association))) is wanted


def test_a_unit_that_decides_alone_needs_no_quorum(joined: Join) -> None:
    assert "quorum_not_set" not in gaps(joined("kadi"))


def test_a_window_that_would_cross_estimated_holidays_is_a_gap_where_working_days_count(joined: Join) -> None:
    assert "calendar_estimated" in gaps(joined("kadi"))
    assert "calendar_estimated" not in gaps(joined("sidr"))


def test_a_calendar_that_ends_too_soon_is_a_gap_before_the_first_window_outruns_it(joined: Join) -> None:
    kadi = joined("kadi")
    calendar = PublishWorkingCalendar(
        calendar_version="own-1", weekend=("fri", "sat"), days=(NATIONAL_DAY,), source="own"
    )
    kadi.when(calendar)
    kadi.when(settings(calendar_version="own-1"))
    assert "calendar_ends" not in gaps(kadi)
    kadi.governance.clock.move_to(datetime(2026, 12, 20, 9, tzinfo=UTC))
    assert "calendar_ends" in gaps(kadi)


def test_the_public_word_on_settings_names_what_changed_and_every_value(joined: Join) -> None:
    sidr = joined("sidr")
    resolved = replace(settings(survey_interval="P1Y", pauses_for_information=True), resolution_ref="B-12")
    (changed,) = sidr.when(resolved)
    said = contract_of(changed)
    assert said.keys == ("pauses_for_information", "survey_interval")
    assert (said.survey_interval, said.pauses_for_information, said.resolution_ref) == ("P1Y", True, "B-12")
    assert sidr.refused(settings(survey_interval="P1Y")) == "resolution_required"
