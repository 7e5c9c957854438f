"""The shape of a message: its fields as the wire sees them, read once from the dataclass."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from shared.domain.limits import Longest

USUAL_LONGEST = 20_000
CODE_NAME = re.compile(r"(.+_)?(code|codes|kind|channel)|basis|medium|purpose")
CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}", re.ASCII)
ID_NAME = re.compile(r".+_ids?")
# A letter is asked for, so that nobody's ID or telephone number can stand as the id of something.
ID = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}", re.ASCII)
SCALARS = (str, bool, int, Decimal, datetime, date, UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One field of a message.

    many: `one`, `list` (tuple[X, ...]) or `map` (dict[str, str]). type: the scalar, enum or message class of X.
    choices: wire text -> value, for Literal and Enum. nullable: X | None. longest: in characters, of each text.
    form: how a text must be written: codes and ids are never words about a person, since they go into events.
    is_message: whether the field holds another message.
    """

    name: str
    many: Literal["one", "list", "map"]
    type: type[Any]
    choices: Mapping[str, Any] | None
    nullable: bool
    required: bool
    longest: int
    form: re.Pattern[str] | None
    is_message: bool
    default: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A message class, its parts in the order they were written, and what its docstring says."""

    cls: type[Any]
    name: str
    doc: str
    parts: tuple[Part, ...]
    names: frozenset[str]


def shape_of(cls: type[Any]) -> Shape:
    """The shape of a message class; TypeError for one that cannot go over the wire."""
    key: Any = cls  # A class is hashable, whatever its metaclass; the type checker cannot know.
    return _shape(key)


@cache
def _shape(cls: Any) -> Shape:
    if not is_dataclass(cls):
        raise TypeError(f"{cls!r} is not a message")
    named = cast(type[Any], cls)
    hints = get_type_hints(named, include_extras=True)
    parts = tuple(_part(named, field, hints[field.name]) for field in fields(named))
    names = frozenset(part.name for part in parts)
    return Shape(cls=named, name=named.__name__, doc=_written_doc(named), parts=parts, names=names)


def _written_doc(cls: type[Any]) -> str:
    doc = inspect.cleandoc(cls.__doc__ or "")
    return "" if doc.startswith(f"{cls.__name__}(") else doc


def _part(cls: type[Any], field: Field[Any], hint: Any) -> Part:
    where = f"{cls.__name__}.{field.name}"
    inner, longest = _without_marks(hint, USUAL_LONGEST)
    inner, nullable = _without_none(inner, where)
    inner, longest = _without_marks(inner, longest)
    many, inner = _counted(inner, where)
    inner, longest = _without_marks(inner, longest)
    if nullable and many != "one":
        raise TypeError(f"{where}: a list or map is empty rather than None")
    kind, choices = _scalar(inner, where)
    required, default = _default(field, many, nullable, where)
    return Part(
        name=field.name, many=many, type=kind, choices=choices, nullable=nullable,
        required=required, longest=longest, default=default, is_message=is_dataclass(kind),
        form=_form(field.name) if kind is str and choices is None else None,
    )  # fmt: skip


def _form(name: str) -> re.Pattern[str] | None:
    if CODE_NAME.fullmatch(name):
        return CODE
    return ID if ID_NAME.fullmatch(name) else None


def _without_marks(hint: Any, longest: int) -> tuple[Any, int]:
    while get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
        longest = next((mark.characters for mark in marks if isinstance(mark, Longest)), longest)
    return getattr(hint, "__supertype__", hint), longest


def _without_none(hint: Any, where: str) -> tuple[Any, bool]:
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    others = [arg for arg in get_args(hint) if arg is not NoneType]
    if len(others) != 1:
        raise TypeError(f"{where}: only X | None may be a union on the wire")
    return others[0], True


def _counted(hint: Any, where: str) -> tuple[Literal["one", "list", "map"], Any]:
    match get_origin(hint), get_args(hint):
        case origin, (inner, last) if origin is tuple and last is Ellipsis:
            return "list", inner
        case origin, (key, value) if origin in (dict, Mapping) and key is str and value is str:
            return "map", str
        case origin, _ if origin in (None, Literal):
            return "one", hint
    raise TypeError(f"{where}: {hint!r} has no form on the wire")


def _scalar(hint: Any, where: str) -> tuple[type[Any], Mapping[str, Any] | None]:
    if get_origin(hint) is Literal and all(isinstance(value, str) for value in get_args(hint)):
        return str, {value: value for value in get_args(hint)}
    if isinstance(hint, type) and issubclass(hint, Enum) and all(isinstance(member.value, str) for member in hint):
        return hint, {member.value: member for member in hint}
    if hint in SCALARS or is_dataclass(hint):
        return hint, None
    raise TypeError(f"{where}: {hint!r} has no form on the wire")


def _default(field: Field[Any], many: str, nullable: bool, where: str) -> tuple[bool, Any]:
    if field.default_factory is not MISSING:
        default = field.default_factory()
    elif field.default is not MISSING:
        default = field.default
    else:
        return True, None
    if (many != "one" and default) or (nullable and default is not None):
        raise TypeError(f"{where}: what may be left out defaults to None or empty, since the wire cannot tell")
    return False, default
