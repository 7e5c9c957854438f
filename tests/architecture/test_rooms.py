"""A stranger who has seen one service has seen all."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import CODE, named, python_files, services

ROOMS = ("__init__", "__main__", "service", "domain", "application", "views", "publishing", "reactions", "entrypoints")
BANNED = ("Manager", "Helper", "Util", "Base", "Abstract", "Impl", "Processor")


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("service", services(), ids=lambda path: path.name)
def test_a_service_has_the_nine_rooms(service: Path, room: str) -> None:
    assert (service / f"{room}.py").is_file() or (service / room / "__init__.py").is_file()


@pytest.mark.parametrize("service", services(), ids=lambda path: path.name)
def test_a_domain_has_its_commands_events_and_policy(service: Path) -> None:
    present = {path.stem for path in (service / "domain").iterdir()}
    assert {"commands", "events", "policy"} <= present


@pytest.mark.parametrize("path", python_files(*CODE), ids=named)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", python_files("services"), ids=named)
def test_no_class_hides_behind_an_empty_word(path: Path) -> None:
    classes = [node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if name.startswith(BANNED) or name.endswith(BANNED)] == []
