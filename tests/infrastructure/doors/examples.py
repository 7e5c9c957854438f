"""Two small services with real behaviour, to be reached through doors: a library's desk and its cellar."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from threading import Event
from typing import Annotated, Any, Literal
from uuid import UUID

from shared.domain.actor import Actor
from shared.domain.limits import Longest
from shared.domain.messages import message
from shared.domain.refusals import Conflict, Forbidden, NotFound, Reason
from shared.domain.sealed import Sealed
from shared.doors.door import Door, ServedDoor
from shared.doors.receipt import CommandReceipt

NOON = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class Shelf(Enum):
    """Where a book stands."""

    UPPER = "upper"
    LOWER = "lower"


@message
class Author:
    """Who wrote it."""

    name: str
    born: date | None = None


@message
class Everything:
    """A field of every type that may cross a door."""

    text: str
    count: int
    truth: bool
    amount: Decimal
    day: date
    instant: datetime
    id: UUID
    shelf: Shelf
    language: Literal["ar", "en"]
    author: Author
    secret: Annotated[str, Sealed(category="profile", subject="id")]
    notes: Annotated[tuple[str, ...], Longest(characters=30)]
    days: tuple[date, ...]
    authors: tuple[Author, ...]
    labels: dict[str, str]
    said: str | None
    maybe_author: Author | None = None
    maybe_instant: datetime | None = None
    maybe_shelf: Shelf | None = None
    lent: bool = True
    copies: int = 3
    shelves: tuple[Shelf, ...] = ()


@message
class LendBook:
    """Lend a book.

    أعِر كتابًا.
    """

    book_id: str
    until: date
    days: int = 14
    note: Annotated[str, Longest(characters=50)] = ""
    author: Author | None = None


@message
class ReadLoan:
    """Until when is this book lent?"""

    book_id: str


@message
class Loan:
    """A book on loan."""

    book_id: str
    until: date


@message
class CountBooks:
    """How many books are there?"""


@message
class BookCount:
    """So many."""

    books: int


TOO_LONG = Reason(code="too_long", en="At most {days} days.", ar="{days} يومًا على الأكثر.")
DESK = Door(service="desk", commands=(LendBook,), queries=((ReadLoan, Loan),))
CELLAR = Door(service="cellar", queries=((CountBooks, BookCount), (Everything, Everything)))


@dataclass(kw_only=True)
class Desk:
    """Lends books, each tenant its own."""

    loans: dict[tuple[str, str], Loan] = field(default_factory=dict)
    seen: list[tuple[UUID, UUID]] = field(default_factory=list)
    started: Event = field(default_factory=Event)

    def tell(self, command: LendBook, actor: Actor, command_id: UUID, correlation_id: UUID) -> CommandReceipt:
        """Lend, unless a rule says no."""
        if "librarian" not in actor.roles:
            raise Forbidden("not_permitted", en="Librarians only.", ar="للأمناء فقط.")
        TOO_LONG.unless(command.days <= 30, days=30)
        if (actor.tenant, command.book_id) in self.loans:
            raise Conflict("lent_already", en="It is lent already.", ar="معار بالفعل.")
        if command.book_id == "accursed":
            raise ZeroDivisionError("Layla 1012345678")
        if command.book_id == "slow":
            self.started.set()
            time.sleep(0.5)
        self.loans[actor.tenant, command.book_id] = Loan(book_id=command.book_id, until=command.until)
        self.seen.append((command_id, correlation_id))
        return receipt(command_id, actor, len(self.seen))

    def ask(self, query: ReadLoan, actor: Actor) -> Loan:
        """The loan of the asker's own tenant."""
        if (actor.tenant, query.book_id) not in self.loans:
            raise NotFound("no_such_loan", en="It is not lent.", ar="غير معار.")
        return self.loans[actor.tenant, query.book_id]


def receipt(command_id: UUID, actor: Actor, position: int) -> CommandReceipt:
    """What the desk answers."""
    return CommandReceipt(
        command_id=command_id, tenant=actor.tenant, service="desk", command="LendBook",
        first_position=position, last_position=position, recorded_at=NOON, repeated=False,
    )  # fmt: skip


def cellar_ask(query: Any, actor: Actor) -> Any:
    """Count, or say the same again."""
    return BookCount(books=12) if isinstance(query, CountBooks) else query


def served(desk: Desk) -> tuple[ServedDoor, ServedDoor]:
    """Both doors."""
    return (
        ServedDoor(door=DESK, tell=desk.tell, ask=desk.ask),
        ServedDoor(door=CELLAR, ask=cellar_ask),
    )
