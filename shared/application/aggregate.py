"""An aggregate as the kernel sees it: where its stream lies and how its events make its state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """A kind of thing with a life of its own.

    kind: stream prefix, also the word in `no_such_<kind>`. noun: how it is called, (English, Arabic).
    initial: the state before any event. evolve: (state, event) -> state, total and pure.
    case: (id, state) -> what an auditor asks for. pinned: state -> the policy version it was opened under.
    cached: its folded state may be kept in memory between commands, for the few streams that grow long.
    """

    kind: str
    noun: tuple[str, str]
    evolve: Callable[[Any, Any], Any]
    initial: Any = None
    case: Callable[[str, Any], str | None] = lambda id_, _state: id_
    pinned: Callable[[Any], str | None] = lambda _state: None
    cached: bool = False

    def stream(self, id_: str) -> str:
        """The stream of one of them."""
        return f"{self.kind}-{id_}"
