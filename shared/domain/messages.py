"""Commands, queries and facts: frozen dataclasses with a name, a title in two languages and a clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """How a fact or a command is called on screens, and the policy topic whose clause it falls under.

    clause: a key of the policy contract's `clauses`, e.g. `response_window`; empty where no clause asks for it.
    """

    en: str
    ar: str
    clause: str = ""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def message(cls: type[T]) -> type[T]:
    """A command, a query or a value inside one: frozen, slotted, keyword-only."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def fact(*, en: str, ar: str, clause: str = "") -> Callable[[type[T]], type[T]]:
    """A domain event. Its stored type is the class name, which therefore never changes."""

    def make(cls: type[T]) -> type[T]:
        made: Any = message(cls)
        made.TITLE = Title(en=en, ar=ar, clause=clause)
        named: type[T] = made
        return named

    return make


def title_of(cls: type[Any]) -> Title:
    """The title of a fact class."""
    title: Title = cls.TITLE
    return title
