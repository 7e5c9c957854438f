"""Nothing grows until nobody reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.shape import file_length, function_lengths, percentile
from tests.architecture.sources import CODE, named, python_files


@pytest.mark.parametrize("path", python_files(*CODE, "scripts", "tests"), ids=named)
def test_a_file_has_at_most_300_lines(path: Path) -> None:
    assert file_length(path).lines <= 300


@pytest.mark.parametrize("path", python_files(*CODE), ids=named)
def test_a_function_has_at_most_40_lines(path: Path) -> None:
    assert [length for length in function_lengths(path) if length.lines > 40] == []


def test_half_of_all_files_have_at_most_60_lines() -> None:
    assert percentile([file_length(path) for path in python_files(*CODE)], 0.5) <= 60


def test_half_of_all_functions_have_at_most_6_lines() -> None:
    functions = [length for path in python_files(*CODE) for length in function_lengths(path)]
    assert percentile(functions, 0.5) <= 6
