"""What the import contracts of pyproject.toml cannot say: whom alone a pure room may know."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, imports, named, python_files, services

WORDS = ("shared.contracts", "shared.domain")


def strangers(path: Path, known: Sequence[str]) -> list[str]:
    """The modules a file imports that are neither Python's own nor below one of the known names."""

    def is_known(module: str) -> bool:
        return module.split(".")[0] in sys.stdlib_module_names or any(
            module == name or module.startswith(f"{name}.") for name in known
        )

    return sorted({module for module in imports(path) if not is_known(module)})


@pytest.mark.parametrize("path", python_files("shared/contracts"), ids=named)
def test_the_published_language_knows_only_the_words_all_messages_share(path: Path) -> None:
    assert strangers(path, WORDS) == []


@pytest.mark.parametrize("path", python_files("shared/domain"), ids=named)
def test_the_shared_domain_knows_nobody(path: Path) -> None:
    assert strangers(path, ("shared.domain",)) == []


@pytest.mark.parametrize("path", python_files(*(f"services/{path.name}/domain" for path in services())), ids=named)
def test_a_domain_knows_only_itself_and_the_words_all_messages_share(path: Path) -> None:
    own = ".".join(path.relative_to(ROOT).parts[:3])
    assert strangers(path, (own, *WORDS, "shared.locale")) == []


def test_every_service_is_under_the_import_contracts() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    names = [f"services.{path.name}" for path in services()]
    listed = [
        contract[key] for contract in settings["contracts"] for key in ("containers", "modules") if key in contract
    ]
    assert listed == [names, names]
