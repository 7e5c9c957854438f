"""Messages are written in one canonical way, and read without guessing."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given, settings

from shared.codec import decode, encode, from_json, from_words, to_words
from shared.domain.messages import message
from shared.domain.refusals import Refused
from tests.infrastructure.doors.examples import Author, Everything, LendBook, Shelf
from tests.infrastructure.doors.strategies import everything

EXAMPLE = Everything(
    text="سند", count=1, truth=True, amount=Decimal("12.50"), day=date(2026, 3, 1),
    instant=datetime(2026, 3, 1, 9, 30, tzinfo=UTC), id=UUID(int=7), shelf=Shelf.UPPER, language="ar",
    author=Author(name="Jahiz"), secret="s", notes=("n",), days=(date(2026, 3, 2),), authors=(), labels={"k": "v"},
    said=None,
)  # fmt: skip


def refusal(cls: type[Any], words: object) -> Refused:
    with pytest.raises(Refused) as caught:
        from_words(cls, words)
    return caught.value


def with_word(name: str, word: object) -> dict[str, Any]:
    return to_words(EXAMPLE) | {name: word}


@settings(max_examples=150, deadline=None)
@given(everything)
def test_what_is_written_is_canonical_json(given_: Everything) -> None:
    assert encode(given_) == rfc8785.dumps(to_words(given_))


@settings(max_examples=150, deadline=None)
@given(everything)
def test_what_was_written_reads_back_the_same_tolerantly_and_strictly(given_: Everything) -> None:
    assert decode(Everything, encode(given_)) == given_
    assert from_json(Everything, encode(given_)) == given_


def test_keys_are_sorted_by_utf_16_code_unit() -> None:
    labels = {"\U00010000": "astral", "\uffee": "basic"}
    written = encode(dataclasses.replace(EXAMPLE, labels=labels)).decode()
    assert written.index("astral") < written.index("basic")


def test_the_same_instant_is_written_the_same_whatever_its_offset() -> None:
    riyadh = EXAMPLE.instant.astimezone(timezone(timedelta(hours=3)))
    assert encode(dataclasses.replace(EXAMPLE, instant=riyadh)) == encode(EXAMPLE)


@pytest.mark.parametrize("amount", ["1E+2", "100"])
def test_an_amount_is_written_without_exponent(amount: str) -> None:
    assert b'"amount":"100"' in encode(dataclasses.replace(EXAMPLE, amount=Decimal(amount)))


@pytest.mark.parametrize(
    "changed",
    [{"instant": datetime(2026, 1, 1)}, {"amount": Decimal("NaN")}, {"amount": Decimal("-Infinity")}, {"count": 2**53}],  # noqa: DTZ001
)
def test_what_has_no_canonical_form_is_not_written(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        encode(dataclasses.replace(EXAMPLE, **changed))


def test_a_later_version_of_a_fact_is_still_read() -> None:
    assert decode(Author, b'{"born":null,"name":"Jahiz","school":"Basra"}') == Author(name="Jahiz")


def test_what_we_did_not_write_is_refused_when_decoded() -> None:
    with pytest.raises(Refused) as caught:
        decode(Author, b'{"name":7}')
    assert caught.value.code == "wrong_type"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"name":"a","name":"b"}',
        b'{"name":NaN}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' + b"1" * 5000 + b"}",
    ],
)
def test_malformed_json_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        from_json(Author, data)
    assert caught.value.code == "malformed_json"


@pytest.mark.parametrize("words", [None, 1, "text", [], [1]])
def test_a_message_that_is_no_object_is_refused(words: object) -> None:
    assert refusal(Author, words).code == "wrong_type"


@pytest.mark.parametrize(
    "name, word",
    [
        ("text", 1), ("text", None), ("text", "a\x00b"), ("text", "\ud800"), ("count", "1"), ("count", True),
        ("count", 1.0), ("count", 2**53), ("truth", 1), ("truth", "true"), ("amount", 12.5), ("amount", "1e3"),
        ("amount", "NaN"), ("amount", "١٢"), ("day", "2026-02-30"), ("day", "20260101"), ("day", "2026-01-01T00:00Z"),
        ("instant", "2026-01-01T00:00:00"), ("instant", "2026-01-01T25:00:00Z"),
        ("instant", "0001-01-01T00:00:00+03:00"),
        ("id", "{00000000-0000-0000-0000-000000000007}"), ("id", 7), ("shelf", "UPPER"), ("shelf", ["upper"]),
        ("language", "fr"), ("author", "Jahiz"), ("notes", "abc"), ("notes", None), ("notes", [1]), ("days", ["x"]),
        ("labels", {"k": 1}), ("labels", []), ("said", 3), ("authors", [{"name": 1}]), ("maybe_author", []),
    ],
)  # fmt: skip
def test_a_wrong_type_is_refused_and_its_field_named_in_both_languages(name: str, word: object) -> None:
    refused = refusal(Everything, with_word(name, word))
    assert refused.code == "wrong_type"
    assert name in refused.en
    assert name in refused.ar


def test_the_place_of_a_wrong_value_is_named_but_never_the_value() -> None:
    refused = refusal(Everything, with_word("authors", [{"name": "ok"}, {"name": "x", "born": "Layla 1012345678"}]))
    assert "authors[1].born" in refused.en
    assert "Layla" not in refused.en + refused.ar + str(refused)


def test_an_unknown_field_is_refused() -> None:
    refused = refusal(Author, {"name": "a", "school": "x"})
    assert (refused.code, "school" in refused.en) == ("unknown_field", True)


def test_an_unknown_field_is_not_named_when_its_name_could_be_somebodys_number() -> None:
    assert "1012345678" not in str(refusal(Author, {"name": "a", "id_1012345678": "x"}))


@pytest.mark.parametrize("name", ["text", "author", "notes", "labels", "said"])
def test_a_missing_field_is_refused_and_named(name: str) -> None:
    words = to_words(EXAMPLE)
    del words[name]
    refused = refusal(Everything, words)
    assert (refused.code, name in refused.en) == ("missing_field", True)


def test_a_field_with_a_default_may_be_left_out() -> None:
    words = to_words(EXAMPLE)
    del words["copies"], words["lent"], words["maybe_author"], words["shelves"]
    assert from_words(Everything, words) == EXAMPLE


def test_a_text_may_be_20000_characters_long_and_no_longer() -> None:
    assert len(from_words(Author, {"name": "ب" * 20_000}).name) == 20_000
    assert refusal(Author, {"name": "ب" * 20_001}).code == "too_large"


def test_a_field_may_set_its_own_limit() -> None:
    assert refusal(Everything, with_word("notes", ["x" * 31])).code == "too_large"


def test_a_message_over_one_megabyte_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused) as caught:
        from_json(LendBook, json.dumps({"book_id": "x" * 10_000_000}).encode())
    assert caught.value.code == "too_large"


def test_a_class_that_cannot_cross_the_wire_is_a_programming_error() -> None:
    for hint in (float, list[str], tuple[str, int], dict[str, int], str | int, tuple[str, ...] | None):
        made = message(type("Odd", (), {"__annotations__": {"field": hint}}))
        with pytest.raises(TypeError, match=r"Odd\.field"):
            from_words(made, {})
