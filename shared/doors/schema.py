"""What a message looks like as JSON, for people and tools: its JSON Schema (2020-12)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from shared.shapes import Part, Shape, shape_of
from shared.words import AMOUNT, LARGEST_WHOLE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WORDS: dict[type[Any], dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": -LARGEST_WHOLE, "maximum": LARGEST_WHOLE},
    Decimal: {"type": "string", "pattern": f"^{AMOUNT.pattern.replace('?:', '')}$"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    UUID: {"type": "string", "format": "uuid"},
}


def describe(cls: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a message class; messages inside it under `$defs`, docstrings as descriptions."""
    inner = {shape.name: _object(shape) for shape in _inner(shape_of(cls), {}).values()}
    return {"$schema": DIALECT} | _object(shape_of(cls)) | ({"$defs": inner} if inner else {})


def _inner(shape: Shape, found: dict[str, Shape]) -> dict[str, Shape]:
    for part in shape.parts:
        if part.is_message and part.type.__name__ not in found:
            found[part.type.__name__] = shape_of(part.type)
            _inner(shape_of(part.type), found)
    return found


def _object(shape: Shape) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": shape.name,
        "type": "object",
        "properties": {part.name: _part(part) for part in shape.parts},
        "required": [part.name for part in shape.parts if part.required],
        "additionalProperties": False,
    }
    return made | ({"description": shape.doc} if shape.doc else {})


def _part(part: Part) -> dict[str, Any]:
    one = _one(part)
    if part.many == "list":
        return {"type": "array", "items": one}
    if part.many == "map":
        return {"type": "object", "additionalProperties": one}
    return {"anyOf": [one, {"type": "null"}]} if part.nullable else one


def _one(part: Part) -> dict[str, Any]:
    if part.is_message:
        return {"$ref": f"#/$defs/{part.type.__name__}"}
    if part.choices is not None:
        return {"type": "string", "enum": list(part.choices)}
    if part.form is not None:
        return {"type": "string", "pattern": f"^{part.form.pattern}$"}
    return {"type": "string", "maxLength": part.longest} if part.type is str else dict(WORDS[part.type])
