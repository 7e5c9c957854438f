"""Moves a command's personal fields into the vault before anything of it is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, get_args, get_type_hints
from uuid import UUID

import msgspec

from shared.domain.sealed import ContentRef, Sealed
from shared.store.log import NewEvent
from shared.vault import FINGERPRINT, DataKey, IndexEntry, SealedContent, Vault

# Sealed content may be any value, a bare text as well as a message; sorted, so that equal values give equal bytes.
_content = msgspec.json.Encoder(order="sorted")


def sealed_fields(command: type[Any]) -> Mapping[str, Sealed]:
    """Which fields of a command are personal: field name -> where they go."""
    if command not in _KNOWN:
        _KNOWN[command] = _marked(command)
    return _KNOWN[command]


_KNOWN: dict[type[Any], Mapping[str, Sealed]] = {}


def _marked(command: type[Any]) -> Mapping[str, Sealed]:
    hints = get_type_hints(command, include_extras=True)
    return {field.name: mark for field in fields(command) for mark in _marks(hints[field.name])}


def _marks(hint: Any) -> Iterator[Sealed]:
    """Wherever in a field's type the mark stands (`Annotated[str, Sealed(…)] | None`): it seals the whole field."""
    for part in get_args(hint):
        if isinstance(part, Sealed):
            yield part
        yield from _marks(part)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFields:
    """A command's personal content, sealed but not yet kept, and the command's fingerprint with the keys behind it."""

    contents: tuple[SealedContent, ...]
    index: tuple[IndexEntry, ...]
    refs: Mapping[str, ContentRef]
    fingerprint: str
    fingerprint_keys: tuple[DataKey, ...]


def seal(vault: Vault, tenant: str, service: str, command: Any, command_id: UUID) -> SealedFields:
    """Seal every personal field that is given; nothing is stored yet. Raises NotFound(subject_destroyed)."""
    given = {name: mark for name, mark in sealed_fields(type(command)).items() if getattr(command, name) is not None}
    owners = {name: subject_of(command, mark) for name, mark in given.items()}
    places = {(owners[name], category) for name, mark in given.items() for category in (mark.category, FINGERPRINT)}
    keys = vault.keys(tenant, places) if places else {}
    contents: dict[str, SealedContent] = {}
    index: list[IndexEntry] = []
    for name, mark in given.items():
        value, key = getattr(command, name), keys[owners[name], mark.category]
        contents[name] = vault.seal(key, _content.encode(value), service=service, command_id=command_id)
        index += index_entries(vault, contents[name], mark, value)
    printing = {name: keys[owner, FINGERPRINT] for name, owner in owners.items()}
    return SealedFields(
        contents=tuple(contents.values()),
        index=tuple(index),
        refs={name: content.ref for name, content in contents.items()},
        fingerprint=fingerprint(vault, command, printing),
        fingerprint_keys=tuple(printing.values()),
    )


def keep(vault: Vault, sealed: SealedFields) -> None:
    """Before the append: all of it, durably. Raises NotFound(subject_destroyed), KeyTaken."""
    if sealed.contents:
        vault.keep(sealed.contents, sealed.index, sealed.fingerprint_keys)


def settle(vault: Vault, sealed: SealedFields, events: Sequence[NewEvent]) -> None:
    """After the append: content that a stored event names is kept; what nobody could ever find again is not."""
    refs = [content.ref for content in sealed.contents]
    named = [ref for ref in refs if any(ref.ref.encode() in event.data for event in events)]
    if named:
        vault.confirm(named)
    if unnamed := [ref for ref in refs if ref not in named]:
        vault.discard(unnamed)


def index_entries(vault: Vault, content: SealedContent, mark: Sealed, value: Any) -> list[IndexEntry]:
    """By what the content's subject can be found again."""
    return [
        vault.index(content, f"{mark.category}.{name}", str(found))
        for item in _each(value)
        for name in mark.found_by
        for found in _each(getattr(item, name))
        if found
    ]


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def subject_of(command: Any, mark: Sealed) -> str:
    """Whose data a personal field is."""
    named: str = getattr(command, mark.subject) or getattr(command, mark.or_else or mark.subject)
    return named


def fingerprint(vault: Vault, command: Any, keys: Mapping[str, DataKey]) -> str:
    """A digest that tells a retry from another command: plain fields hashed, those with a key of their subject keyed.

    A bare hash of a name or an ID number could be guessed back; the keyed one dies with its subject.
    """
    digest = hashlib.sha256(type(command).__name__.encode())
    for field in fields(command):
        value = _content.encode(getattr(command, field.name))
        if field.name in keys:
            value = vault.fingerprint(keys[field.name], value).encode()
        digest.update(field.name.encode() + b"\0" + hashlib.sha256(value).digest())
    return digest.hexdigest()
