"""A door's .proto file as text, printed from its description, with the docstrings as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
    ServiceDescriptorProto,
)

from shared.shapes import shape_of

SCALAR_NAMES = {
    FieldDescriptorProto.TYPE_STRING: "string",
    FieldDescriptorProto.TYPE_INT64: "int64",
    FieldDescriptorProto.TYPE_BOOL: "bool",
}
HEADER = """\
Generated from the commands and queries by `make proto`; field numbers are kept in proto/numbers.lock.json.

Metadata of a call: `authorization: Bearer <actor token>`; for a command also `sanad-command-id: <UUID>`, under which
it may be repeated safely; optionally `sanad-correlation-id: <UUID>` and `traceparent` (W3C Trace Context).
Ids, dates (YYYY-MM-DD), times (RFC 3339), decimal amounts and choices are strings. A refusal carries
google.rpc.ErrorInfo: `reason` is its stable code, `metadata` holds one sentence each in `en` and `ar`."""


def proto_text(file: FileDescriptorProto, classes: Mapping[str, type[Any]]) -> str:
    """The file's content; `classes` by message name give the comments."""
    lines = [*_comment(HEADER, ""), "", 'syntax = "proto3";', "", f"package {file.package};", ""]
    for service in file.service:
        lines += [*_service(service, file.package, classes), ""]
    for made in file.message_type:
        lines += [*_message(made, file.package, classes[made.name]), ""]
    return "\n".join(lines).rstrip() + "\n"


def _service(service: ServiceDescriptorProto, package: str, classes: Mapping[str, type[Any]]) -> Iterator[str]:
    yield f"service {service.name} {{"
    for method in service.method:
        yield from _comment(shape_of(classes[method.name]).doc, "  ")
        asked, answer = (name.removeprefix(".") for name in (method.input_type, method.output_type))
        yield f"  rpc {method.name}({asked}) returns ({answer});"
    yield "}"


def _message(made: DescriptorProto, package: str, cls: type[Any]) -> Iterator[str]:
    yield from _comment(shape_of(cls).doc, "")
    if not made.field and not made.reserved_range:
        yield f"message {made.name} {{}}"
        return
    yield f"message {made.name} {{"
    yield from _reserved(made)
    for field, part in zip(made.field, shape_of(cls).parts, strict=True):
        choices = f"  // One of: {', '.join(part.choices)}" if part.choices else ""
        yield f"  {_label(field, made)}{_type(field, made, package)} {field.name} = {field.number};{choices}"
    yield "}"


def _reserved(made: DescriptorProto) -> Iterator[str]:
    if made.reserved_range:
        yield f"  reserved {', '.join(str(gone.start) for gone in made.reserved_range)};"
        quoted = ", ".join(f'"{name}"' for name in made.reserved_name)
        yield f"  reserved {quoted};"


def _label(field: FieldDescriptorProto, made: DescriptorProto) -> str:
    if field.proto3_optional:
        return "optional "
    is_list = field.label == FieldDescriptorProto.LABEL_REPEATED and not _is_map(field, made)
    return "repeated " if is_list else ""


def _is_map(field: FieldDescriptorProto, made: DescriptorProto) -> bool:
    return any(field.type_name.endswith(f".{made.name}.{entry.name}") for entry in made.nested_type)


def _type(field: FieldDescriptorProto, made: DescriptorProto, package: str) -> str:
    if _is_map(field, made):
        return "map<string, string>"
    return SCALAR_NAMES.get(field.type) or field.type_name.removeprefix(f".{package}.")


def _comment(doc: str, indent: str) -> Iterable[str]:
    return (f"{indent}// {line}".rstrip() for line in doc.splitlines())
