"""`python -m shared.doors.protofiles --write|--check`: the .proto files and the lock of their numbers, kept true.

Doors are named as `module:NAME`, a door or a mapping of doors; by default all of the platform.
Exit code 1 when --check finds a file that differs from what the dataclasses say.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from shared.doors.descriptors import described, file_name
from shared.doors.door import Door
from shared.doors.numbers import lock_text, numbered, read_lock
from shared.doors.prototext import proto_text

LOCK = "numbers.lock.json"
# By name only: the kernel knows no service.
ALL_DOORS = "gateways.doors:DOORS"


def files(doors: Sequence[Door], folder: Path) -> Mapping[Path, str]:
    """Every file below `folder` and what it must hold, given the numbers already in the lock there."""
    lock = read_lock(folder / LOCK)
    kept = lock | {door.service: numbered(door, lock.get(door.service, {})) for door in doors}
    texts = {folder / file_name(door): proto_text(described(door, kept[door.service]), door.messages) for door in doors}
    return {folder / LOCK: lock_text(kept)} | texts


def write(doors: Sequence[Door], folder: Path) -> None:
    """Write the files."""
    for path, text in files(doors, folder).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def stale(doors: Sequence[Door], folder: Path) -> list[Path]:
    """The files that differ from what they must hold."""
    wanted = files(doors, folder)
    left_over = [path for path in sorted(folder.glob("sanad/*/v1/*.proto")) if path not in wanted]
    return left_over + [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]


def find_doors(name: str = ALL_DOORS) -> list[Door]:
    """The doors under `module:NAME`."""
    module, _, attribute = name.partition(":")
    found = getattr(importlib.import_module(module), attribute)
    return [found] if isinstance(found, Door) else list(found.values())


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m shared.doors.protofiles", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="write the files")
    what.add_argument("--check", action="store_true", help="fail when a file is not up to date")
    parser.add_argument("--folder", type=Path, default=Path("proto"))
    parser.add_argument("doors", nargs="*", default=[ALL_DOORS], metavar="module:NAME")
    given = parser.parse_args()
    doors = [door for name in given.doors for door in find_doors(name)]
    if given.write:
        write(doors, given.folder)
    different = stale(doors, given.folder)
    for path in different:
        sys.stderr.write(f"{path} is not up to date: run `make proto`\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
