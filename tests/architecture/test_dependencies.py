"""What the code imports is what the project declares, and what it declares is locked."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.sources import CODE, ROOT, imports, python_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock", "requirements-bench.lock")


def plain(name: str) -> str:
    """A distribution's name in its one normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", name, maxsplit=1)[0]).lower()


def test_every_imported_package_is_declared() -> None:
    declared = {plain(requirement) for requirement in PROJECT["dependencies"]}
    modules = {module.split(".")[0] for path in python_files(*CODE) for module in imports(path)}
    foreign = modules - sys.stdlib_module_names - set(CODE)
    distributions = packages_distributions()
    undeclared = {
        module for module in foreign if declared.isdisjoint(plain(name) for name in distributions.get(module, [module]))
    }
    assert undeclared == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_an_exact_version_and_a_hash(lock: str) -> None:
    text = re.sub(r"\\\n\s*", "", (ROOT / lock).read_text("utf-8"))
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_every_declared_package_is_locked() -> None:
    locked = {plain(line) for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if "==" in line}
    assert {plain(requirement) for requirement in PROJECT["dependencies"]} <= locked


@pytest.mark.parametrize("lock", [*LOCKS, "package-lock.json"])
def test_a_lock_does_not_say_where_packages_come_from(lock: str) -> None:
    assert re.findall(r"https?://|file:/|--(?:extra-)?index-url|--find-links", (ROOT / lock).read_text("utf-8")) == []
