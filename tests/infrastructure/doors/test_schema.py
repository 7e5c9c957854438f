"""A message's JSON Schema admits what the codec reads, and refuses what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from shared.codec import to_words
from shared.doors.schema import describe
from tests.infrastructure.doors.examples import Everything, LendBook
from tests.infrastructure.doors.strategies import everything
from tests.infrastructure.doors.test_codec import EXAMPLE

SCHEMA = Draft202012Validator(describe(Everything))


def test_the_schema_is_well_formed() -> None:
    Draft202012Validator.check_schema(describe(Everything))


@settings(max_examples=50, deadline=None)
@given(everything)
def test_what_is_written_fits_the_schema(given_: Everything) -> None:
    SCHEMA.validate(to_words(given_))


@pytest.mark.parametrize(
    "changed", [{"count": "1"}, {"extra": 1}, {"shelf": "middle"}, {"amount": 1}, {"text": "x" * 20_001}]
)
def test_what_the_codec_refuses_does_not_fit_the_schema(changed: dict[str, object]) -> None:
    assert not SCHEMA.is_valid(to_words(EXAMPLE) | changed)


def test_the_schema_says_in_both_languages_what_the_message_is_for() -> None:
    assert describe(LendBook)["description"] == "Lend a book.\n\nأعِر كتابًا."


def test_only_what_has_no_default_is_required() -> None:
    assert describe(LendBook)["required"] == ["book_id", "until"]
