"""The product's own text: what of the work tree is read by the tests of this folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("services", "shared", "gateways")
TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".sql", ".html", ".css", ".js", ".json", ".proto", ".sh", ".conf", ""}
ELSEWHERE = {".git", ".venv", "node_modules", "data", "__pycache__", ".cache", ".hypothesis", "build", "dist"}


def python_files(*roots: str) -> list[Path]:
    """The Python files below these folders, generated ones left out."""
    found = (path for root in roots for path in (ROOT / root).rglob("*.py"))
    return sorted(path for path in found if not path.stem.endswith(("_pb2", "_pb2_grpc")))


def text_files() -> Iterator[Path]:
    """Every file somebody may read."""
    for path in sorted(ROOT.rglob("*")):
        if not ELSEWHERE.isdisjoint(path.relative_to(ROOT).parts) or path.suffix not in TEXT:
            continue
        if path.is_file() and not any(part.endswith((".egg-info", "_cache")) for part in path.parts):
            yield path


def named(path: Path) -> str:
    """The path as people say it."""
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """The modules a file imports when it runs, wherever it does; what only type checkers read is left out."""
    return _imported(ast.parse(path.read_text("utf-8")))


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
        yield node.module
    unread = node.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" else []
    for child in ast.iter_child_nodes(node):
        if child not in unread:
            yield from _imported(child)


def services() -> list[Path]:
    """The folders of the services."""
    return sorted(path.parent for path in (ROOT / "services").glob("*/__init__.py"))
