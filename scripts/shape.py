"""The shape of the code: how long its files and functions are, against what was promised."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How many lines something has, and where it is."""

    lines: int
    where: str


def sources(roots: Iterable[str]) -> list[Path]:
    """The Python files below the roots, generated ones left out."""
    found = (path for root in roots for path in Path(root).rglob("*.py"))
    return sorted(path for path in found if not path.stem.endswith(("_pb2", "_pb2_grpc")))


def file_length(path: Path) -> Length:
    return Length(lines=len(path.read_text("utf-8").splitlines()), where=str(path))


def function_lengths(path: Path) -> Iterator[Length]:
    """The functions of a file, counted without decorators, docstring, and blank lines."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            first = body[0].lineno if body else (node.end_lineno or node.lineno)
            written = [line for line in lines[first - 1 : node.end_lineno] if line.strip()]
            yield Length(lines=len(written) + 1, where=f"{path}:{node.lineno} {node.name}")


def percentile(lengths: Sequence[Length], share: float) -> int:
    ordered = sorted(length.lines for length in lengths)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def report(what: str, lengths: Sequence[Length], promised: str) -> None:
    middle, upper = percentile(lengths, 0.5), percentile(lengths, 0.9)
    longest = sorted(lengths, key=lambda length: -length.lines)[:5]
    top = longest[0].lines if longest else 0
    print(
        f"{what:<10} {len(lengths):>5}   median {middle:>3}   90% {upper:>3}   longest {top:>3}   promised: {promised}"
    )
    for length in longest:
        print(f"           {length.lines:>5}   {length.where}")


def main(roots: Sequence[str]) -> None:
    paths = sources(roots)
    report("files", [file_length(path) for path in paths], "median <= 60, 90% <= 150, none over 300")
    functions = [length for path in paths for length in function_lengths(path)]
    report("functions", functions, "median <= 6, none over 40")


if __name__ == "__main__":
    main(sys.argv[1:] or ["services", "shared", "gateways"])
