"""The translator between a door's dataclasses and protobuf bytes; no generated code, one for all doors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import DecodeError, Message
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.unknown_fields import UnknownFieldSet

from shared.codec import decoder, from_words, to_words
from shared.doors.descriptors import described
from shared.doors.door import Door
from shared.doors.numbers import Numbers, committed_lock
from shared.malformed import MALFORMED_MESSAGE, UNKNOWN_FIELD
from shared.shapes import Part, shape_of

T = TypeVar("T")


class Wire:
    """A door's messages as protobuf, by the numbers of the lock file."""

    def __init__(self, door: Door, known: Numbers | None = None) -> None:
        numbers = committed_lock().get(door.service, {}) if known is None else known
        pool = DescriptorPool()
        pool.AddSerializedFile(described(door, numbers).SerializeToString())
        self._classes = {
            cls: GetMessageClass(pool.FindMessageTypeByName(f"{door.package}.{name}"))
            for name, cls in door.messages.items()
        }

    def write(self, message: Any) -> bytes:
        """A dataclass as protobuf bytes."""
        made = self._classes[type(message)]()
        _fill(made, type(message), to_words(message))
        return made.SerializeToString(deterministic=True)

    def read(self, cls: type[T], data: bytes) -> T:
        """A stranger's bytes as a dataclass. Refused: `malformed_message`, or as `from_words`.

        A field this version does not know is refused, rather than half of what was meant acted upon.
        """
        made = self._parsed(cls, data)
        UNKNOWN_FIELD.unless(not _has_unknown(made), field="(unnumbered)")
        return from_words(cls, _words(made, cls))

    def read_answer(self, cls: type[T], data: bytes) -> T:
        """A service's answer as a dataclass: of any length, and a newer service may say more than we know."""
        decoder(cls)
        try:
            return msgspec.convert(_words(self._parsed(cls, data), cls), cls)
        except msgspec.ValidationError:
            raise MALFORMED_MESSAGE.refused(name=cls.__name__) from None

    def _parsed(self, cls: type[Any], data: bytes) -> Message:
        made = self._classes[cls]()
        try:
            made.ParseFromString(data)
        except DecodeError:
            raise MALFORMED_MESSAGE.refused(name=cls.__name__) from None
        return made


def _has_unknown(made: Message) -> bool:
    known = (value if isinstance(value, Iterable) else (value,) for field, value in made.ListFields() if _nests(field))
    return len(UnknownFieldSet(made)) > 0 or any(_has_unknown(inner) for values in known for inner in values)


def _nests(field: FieldDescriptor) -> bool:
    return field.message_type is not None and not field.message_type.GetOptions().map_entry


def _fill(made: Message, cls: type[Any], words: Mapping[str, Any]) -> None:
    for part in shape_of(cls).parts:
        word = words[part.name]
        if word is not None:
            _fill_part(made, part, word)


def _fill_part(made: Message, part: Part, word: Any) -> None:
    match part.many, part.is_message:
        case "one", False:
            setattr(made, part.name, word)
        case "one", True:
            inner = getattr(made, part.name)
            inner.SetInParent()
            _fill(inner, part.type, word)
        case "list", True:
            for item in word:
                _fill(getattr(made, part.name).add(), part.type, item)
        case "list", False:
            getattr(made, part.name).extend(word)
        case _:
            getattr(made, part.name).update(word)


def _words(made: Message, cls: type[Any]) -> dict[str, Any]:
    parts = shape_of(cls).parts
    return {part.name: _part_words(made, part) for part in parts if _is_there(made, part)}


def _is_there(made: Message, part: Part) -> bool:
    if part.many != "one":
        return True
    if part.is_message or part.nullable or not part.required:
        return (part.nullable and part.required) or made.HasField(part.name)
    # A required field has no presence in proto3: empty is missing, unless empty is something one may say.
    return (part.type in (str, int, bool) and part.choices is None) or bool(getattr(made, part.name))


def _part_words(made: Message, part: Part) -> Any:
    value = getattr(made, part.name)
    if part.many == "map":
        return dict(value)
    if part.many == "list":
        return [_words(item, part.type) for item in value] if part.is_message else list(value)
    if part.nullable and not made.HasField(part.name):
        return None
    return _words(value, part.type) if part.is_message else value
