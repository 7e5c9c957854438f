"""Writes docs/reference from the code: what each service says in public, and what it may be asked."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

FOLDER = Path("docs/reference")
MADE = "<!-- Written by `make docs` from the code; change it there. -->"


def contracts_page(contracts: Mapping[str, type[Any]]) -> str:
    """Every published fact with its fields, by service."""
    lines = ["# What the services say in public", "", MADE, ""]
    for service in sorted({name.split(".")[0] for name in contracts}):
        lines += [f"## {service}", ""]
        for name in sorted(name for name in contracts if name.startswith(f"{service}.")):
            lines += [f"### `sa.sanad.{name}`", "", *described(contracts[name])]
    return "\n".join(lines).rstrip() + "\n"


def questions_page(doors: Mapping[str, Any]) -> str:
    """Every command and query of every door."""
    lines = ["# What the services may be asked", "", MADE, ""]
    for service, door in sorted(doors.items()):
        lines += [f"## {service}", ""]
        for command in sorted(door.commands, key=lambda cls: cls.__name__):
            lines += [f"### `{service}.{command.__name__}` (command)", "", *described(command)]
        for query, answer in sorted(door.queries, key=lambda pair: pair[0].__name__):
            heading = f"### `{service}.{query.__name__}` (query, answered by `{answer.__name__}`)"
            lines += [heading, "", *described(query)]
    return "\n".join(lines).rstrip() + "\n"


def described(cls: type[Any]) -> Iterator[str]:
    """Docstring and fields of a message."""
    yield " ".join((inspect.getdoc(cls) or "").split())
    yield ""
    rows = [f"| `{field.name}` | `{_plain(field.type)}` |" for field in fields(cls)]
    if rows:
        yield from ("| field | type |", "|---|---|", *rows, "")


def _plain(annotation: Any) -> str:
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return " ".join(text.split()).replace("|", "or")


def pages() -> dict[Path, str]:
    """What each page must hold."""
    from gateways.doors import DOORS
    from shared.contracts.index import CONTRACTS

    return {FOLDER / "contracts.md": contracts_page(CONTRACTS), FOLDER / "commands.md": questions_page(DOORS)}


def main(arguments: Iterable[str]) -> int:
    """Write the pages; with --check only say which are not up to date."""
    wanted = pages()
    if "--check" not in arguments:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path, text in wanted.items():
            path.write_text(text, "utf-8")
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        print(f"{path} is not up to date: run `make docs`", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
