"""The facts a service can store: fixed names, how each is encoded, and how old versions are read."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import msgspec

from shared import codec
from shared.domain.messages import Title, title_of

Upcast = Callable[[dict[str, Any]], dict[str, Any]]


class Catalogue:
    """Name <-> class of every fact in some modules, with pure functions that lift old content to today's shape."""

    def __init__(self, *modules: ModuleType, upcasts: Mapping[str, Upcast] | None = None) -> None:
        facts = [fact for module in modules for fact in _facts(module)]
        self.types: dict[str, type[Any]] = {fact.__name__: fact for fact in facts}
        if len(self.types) < len(facts):
            raise ValueError(f"a name stands for two facts, in {', '.join(module.__name__ for module in modules)}")
        self._upcasts = dict(upcasts or {})

    def encode(self, event: Any) -> bytes:
        """Canonical JSON of a fact."""
        return codec.encode(event)

    def decode(self, name: str, data: bytes) -> Any:
        """The fact stored under `name`; raises KeyError for a name this service never had."""
        cls = self.types[name]
        if name not in self._upcasts:
            return codec.decode(cls, data)
        return codec.decode(cls, msgspec.json.encode(self._upcasts[name](msgspec.json.decode(data))))

    def title(self, name: str) -> Title:
        """How the fact is called, and its clause topic."""
        return title_of(self.types[name])


def _facts(module: ModuleType) -> list[type[Any]]:
    """Those written in this module, not those it only imports."""
    classes = (cls for cls in vars(module).values() if inspect.isclass(cls) and hasattr(cls, "TITLE"))
    return [cls for cls in classes if cls.__module__ == module.__name__]
