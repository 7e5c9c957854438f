"""What one service answers: its commands and its queries, under one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from shared.domain.actor import Actor
from shared.doors.receipt import CommandReceipt
from shared.shapes import shape_of
from shared.store.log import Receipt

Query = tuple[type[Any], type[Any]]


@dataclass(frozen=True, kw_only=True)
class Door:
    """service: lower-case word, e.g. `intake`. queries: pairs of a query class and the class of its answer."""

    service: str
    commands: tuple[type[Any], ...] = ()
    queries: tuple[Query, ...] = ()
    receipt: type[Any] = field(default=CommandReceipt, init=False)

    @property
    def package(self) -> str:
        """The protobuf package."""
        return f"sanad.{self.service}.v1"

    @property
    def grpc_service(self) -> str:
        """The full name of the gRPC service."""
        return f"{self.package}.{self.service.title().replace('_', '')}Service"

    @cached_property
    def answers(self) -> Mapping[type[Any], type[Any]]:
        """Every class that may be asked or told, and the class of what comes back, in the order given."""
        return dict.fromkeys(self.commands, self.receipt) | dict(self.queries)

    @cached_property
    def by_name(self) -> Mapping[str, type[Any]]:
        """Commands and queries by class name; TypeError where two share one."""
        named = {cls.__name__: cls for cls in self.answers}
        if len(named) != len(self.commands) + len(self.queries):
            raise TypeError(f"door {self.service}: two commands or queries share a name")
        return named

    @cached_property
    def messages(self) -> Mapping[str, type[Any]]:
        """Every class that crosses this door, with the ones inside it; TypeError where two share a name."""
        found: dict[str, type[Any]] = {}
        for asked, answer in self.answers.items():
            for cls in (*_with_inner(asked), *_with_inner(answer)):
                if found.setdefault(cls.__name__, cls) is not cls:
                    raise TypeError(f"door {self.service}: two messages are called {cls.__name__}")
        return found


def _with_inner(cls: type[Any], seen: frozenset[type[Any]] = frozenset()) -> Iterator[type[Any]]:
    yield cls
    seen = seen | {cls}
    for part in shape_of(cls).parts:
        if part.is_message and part.type not in seen:
            yield from _with_inner(part.type, seen)


Tell = Callable[[Any, Actor, UUID, UUID], Receipt | CommandReceipt]
"""(command, actor, command id, correlation id) -> receipt"""

Ask = Callable[[Any, Actor], Any]
"""(query, actor) -> answer"""


def takes_no_commands(command: Any, _actor: Actor, _command_id: UUID, _correlation_id: UUID) -> Receipt:
    """What stands behind a door of queries only, where no command can arrive."""
    raise TypeError(f"no commands here: {type(command).__name__}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedDoor:
    """A door with what stands behind it."""

    door: Door
    ask: Ask
    tell: Tell = takes_no_commands
