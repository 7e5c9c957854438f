"""The protobuf description of a door, made from its dataclasses: the one source of the .proto files and of the wire."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
    ServiceDescriptorProto,
)

from shared.doors.door import Door
from shared.doors.numbers import Numbers, numbered
from shared.shapes import Part, shape_of

Field = FieldDescriptorProto
SCALARS: Mapping[type[Any], FieldDescriptorProto.Type.ValueType] = {
    str: Field.TYPE_STRING,
    int: Field.TYPE_INT64,
    bool: Field.TYPE_BOOL,
    Decimal: Field.TYPE_STRING,
    date: Field.TYPE_STRING,
    datetime: Field.TYPE_STRING,
    UUID: Field.TYPE_STRING,
}


def file_name(door: Door) -> str:
    """The path of the door's .proto file below `proto/`."""
    return f"sanad/{door.service}/v1/{door.service}.proto"


def described(door: Door, known: Numbers) -> FileDescriptorProto:
    """The door as protobuf describes it; fields that are gone stay reserved."""
    numbers = numbered(door, known)
    door.by_name  # noqa: B018  Two commands of one name are an error here, before they are one on the wire.
    return FileDescriptorProto(
        name=file_name(door),
        package=door.package,
        syntax="proto3",
        message_type=[_message(door, cls, numbers[name]) for name, cls in door.messages.items()],
        service=[_service(door)],
    )


def _service(door: Door) -> ServiceDescriptorProto:
    service = ServiceDescriptorProto(name=door.grpc_service.rpartition(".")[2])
    for asked, answer in door.answers.items():
        service.method.add(
            name=asked.__name__, input_type=_type_name(door, asked), output_type=_type_name(door, answer)
        )
    return service


def _type_name(door: Door, cls: type[Any]) -> str:
    return f".{door.package}.{cls.__name__}"


def _message(door: Door, cls: type[Any], numbers: Mapping[str, int]) -> DescriptorProto:
    shape = shape_of(cls)
    made = DescriptorProto(name=shape.name)
    for part in shape.parts:
        made.field.append(_field(door, shape.name, part, numbers[part.name]))
    for part in shape.parts:
        if part.many == "map":
            made.nested_type.append(_map_entry(part))
    _add_presence(made)
    _reserve(made, {name: number for name, number in numbers.items() if name not in shape.names})
    return made


def _field(door: Door, message: str, part: Part, number: int) -> FieldDescriptorProto:
    field = Field(name=part.name, number=number, json_name=_json_name(part.name))
    field.label = Field.LABEL_OPTIONAL if part.many == "one" else Field.LABEL_REPEATED
    if part.many == "map":
        field.type, field.type_name = Field.TYPE_MESSAGE, f".{door.package}.{message}.{_entry_name(part)}"
    elif part.is_message:
        field.type, field.type_name = Field.TYPE_MESSAGE, _type_name(door, part.type)
    else:
        field.type = Field.TYPE_STRING if part.choices is not None else SCALARS[part.type]
        # Presence tells "left out, so the default" from an empty text, a zero or a false that was meant.
        if part.many == "one" and not (part.required and not part.nullable):
            field.proto3_optional = True
    return field


def _json_name(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _entry_name(part: Part) -> str:
    return "".join(word[:1].upper() + word[1:] for word in part.name.split("_")) + "Entry"


def _map_entry(part: Part) -> DescriptorProto:
    entry = DescriptorProto(name=_entry_name(part))
    for number, name in enumerate(("key", "value"), 1):
        entry.field.add(
            name=name, number=number, json_name=name, label=Field.LABEL_OPTIONAL, type=Field.TYPE_STRING
        )  # fmt: skip
    entry.options.map_entry = True
    return entry


def _add_presence(made: DescriptorProto) -> None:
    # proto3 keeps the presence of a scalar as a oneof of its own, named after it.
    for field in made.field:
        if field.proto3_optional:
            field.oneof_index = len(made.oneof_decl)
            made.oneof_decl.add(name=f"_{field.name}")


def _reserve(made: DescriptorProto, gone: Mapping[str, int]) -> None:
    for name, number in sorted(gone.items(), key=lambda pair: pair[1]):
        made.reserved_range.add(start=number, end=number + 1)
        made.reserved_name.append(name)
