"""Any message of every field type, for properties."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

from hypothesis import strategies as st

from shared.words import LARGEST_WHOLE
from tests.infrastructure.doors.examples import Author, Everything, Shelf

texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=30)
wholes = st.integers(-LARGEST_WHOLE, LARGEST_WHOLE)
offsets = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(timezones=st.one_of(st.just(UTC), offsets)).filter(lambda at: 2 < at.year < 9998)
amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=None).filter(
    lambda amount: amount.as_tuple().exponent > -40 and amount.adjusted() < 30
)
authors = st.builds(Author, name=texts, born=st.none() | st.dates())

everything = st.builds(
    Everything,
    text=texts,
    count=wholes,
    truth=st.booleans(),
    amount=amounts,
    day=st.dates(),
    instant=instants,
    id=st.uuids(),
    shelf=st.sampled_from(Shelf),
    language=st.sampled_from(["ar", "en"]),
    author=authors,
    secret=texts,
    notes=st.lists(texts, max_size=3).map(tuple),
    days=st.lists(st.dates(), max_size=3).map(tuple),
    authors=st.lists(authors, max_size=3).map(tuple),
    labels=st.dictionaries(texts, texts, max_size=4),
    said=st.none() | texts,
    maybe_author=st.none() | authors,
    maybe_instant=st.none() | instants,
    maybe_shelf=st.none() | st.sampled_from(Shelf),
    lent=st.booleans(),
    copies=wholes,
    shelves=st.lists(st.sampled_from(Shelf), max_size=2).map(tuple),
)
