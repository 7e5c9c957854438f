"""What README shows of the demonstration is what the platform says."""

from __future__ import annotations

from pathlib import Path

from services.catalogue import SERVICES

README = Path(__file__).parents[2] / "README.md"


def test_the_steps_of_the_demonstration_bear_the_titles_of_their_events() -> None:
    titles = [service.catalogue.title(name) for service in SERVICES for name in service.catalogue.types]
    rows = [line.split("│") for line in README.read_text("utf-8").splitlines() if line.startswith("│ 20")]
    shown = {(cells[3].strip(), cells[4].strip()) for cells in rows}
    assert shown - {(title.en, title.ar) for title in titles} == set()
    assert ("Early reply prevented", "مُنع تبليغ الرد قبل موعده") in shown
