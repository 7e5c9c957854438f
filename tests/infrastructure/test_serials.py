"""Running numbers: no number twice, none left out, whoever takes them at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shared.application import rulebook, serials
from shared.application.catalogue import Catalogue
from shared.application.routes import Route
from shared.application.serials import SERIAL, SerialTaken, take
from shared.application.service import Service
from shared.application.work import Work
from shared.bus import facts
from shared.domain.messages import message
from shared.domain.refusals import Reason
from tests.domain.scenario import Scenario

TAKERS = 40
unwanted = Reason(code="unwanted", en="Not this one.", ar="ليس هذا.")


@message
class Number:
    """Number something in a series; a refused one takes no number."""

    series: str
    times: int = 1
    refuse: bool = False


def number(command: Number, work: Work) -> None:
    for _ in range(command.times):
        take(work, command.series)
    unwanted.unless(not command.refuse)


NUMBERING = Service(
    name="numbering",
    catalogue=Catalogue(rulebook, serials, facts),
    routes=(Route(command=Number, by=frozenset({"system"}), does=number),),
    questions=(),
    views=(),
    publish=lambda _event, _row: None,
    react=lambda _payload, _envelope: (),
    listens_to=(),
)


@pytest.fixture
def numbering(tmp_path: Path) -> Iterator[Scenario]:
    scenario = Scenario(NUMBERING, tmp_path)
    yield scenario
    scenario.close()


def test_numbers_begin_at_one_and_follow_each_other(numbering: Scenario) -> None:
    numbering.given(Number(series="requests-1447"), Number(series="requests-1447"))
    assert numbering.facts() == (SerialTaken(number=1), SerialTaken(number=2))


def test_each_series_has_its_own(numbering: Scenario) -> None:
    numbering.given(Number(series="requests-1447"), Number(series="requests-1448"))
    assert numbering.facts() == (SerialTaken(number=1), SerialTaken(number=1))


def test_one_command_may_take_several(numbering: Scenario) -> None:
    assert numbering.when(Number(series="minutes-1447", times=3)) == tuple(SerialTaken(number=n) for n in (1, 2, 3))


def test_what_is_refused_takes_none(numbering: Scenario) -> None:
    assert numbering.refused(Number(series="requests-1447", refuse=True)) == "unwanted"
    assert numbering.when(Number(series="requests-1447")) == (SerialTaken(number=1),)


def test_a_series_belongs_to_no_case(numbering: Scenario) -> None:
    numbering.given(Number(series="requests-1447"))
    (row,) = numbering.rows()
    assert (row.stream, row.case_id) == (SERIAL.stream("requests-1447"), None)


def test_takers_at_once_get_different_numbers_and_leave_none_out(numbering: Scenario) -> None:
    with ThreadPoolExecutor(8) as takers:
        list(takers.map(lambda _: numbering.when(Number(series="requests-1447")), range(TAKERS)))
    assert sorted(event.number for event in numbering.facts()) == list(range(1, TAKERS + 1))
