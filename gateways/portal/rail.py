"""The rail: where one may go from every page, which of it one is at, and how much waits there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gateways.portal.looks import Pair
from gateways.portal.open_work import Waiting, open_work
from gateways.portal.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """within: more addresses that belong to it. key: the shortcut that leads there. counting: the noun of its count."""

    href: str
    icon: str
    words: Pair
    within: tuple[str, ...] = ()
    key: str = ""
    count: int | None = None
    counting: str = ""

    def holds(self, path: str) -> bool:
        """Whether a page belongs here."""
        return path == self.href or any(path.startswith(f"{one}/") for one in (self.href, *self.within) if one != "/")


TODAY = Entry(href="/", icon="sun", words=("اليوم", "Today"))
RECEPTION = Entry(href="/reception", icon="hand", words=("الاستقبال", "Reception"), key="F2")
REQUESTS = Entry(
    href="/requests", icon="clipboard-list", words=("الطلبات", "Requests"), within=("/cases",), counting="open_request"
)
PEOPLE = Entry(href="/people", icon="users", words=("المستفيدون", "Beneficiaries"))
INQUIRIES = Entry(
    href="/inquiries",
    icon="message-circle-question-mark",
    words=("الاستفسارات", "Inquiries"),
    key="F4",
    counting="unanswered",
)
REVIEWS = Entry(href="/reviews", icon="folder-open", words=("ملفات الدراسة", "Reviews"), counting="open_review")
SESSIONS = Entry(href="/sessions", icon="gavel", words=("الجلسات", "Sessions"))
WINDOWS = Entry(href="/windows", icon="calendar-clock", words=("الوفاء بالمواعيد", "Reply dates kept"))
TOOLS = Entry(href="/tools", icon="book-open", words=("أدوات الجمعية", "Tools"))
PLATFORM = Entry(href="/platform", icon="landmark", words=("المنصة", "Platform"))

LOOKING_AFTER = frozenset({"auditor", "governance_officer", "platform_operator"})
"""Who asks whether the services answer and which policy each is under; others have no use for it."""


def rail(visit: Visit) -> list[Entry]:
    """What his roles may ask, in the order of a day."""
    return list(_entries(visit, open_work(visit)))


def _entries(visit: Visit, waiting: Waiting) -> Iterator[Entry]:
    body, counter = on_a_body(visit), visit.may("intake", "ListAtTheCounter")
    lists = visit.sees_requests and not body
    if lists:
        yield TODAY
    if counter:
        yield RECEPTION
    if lists:
        yield replace(REQUESTS, count=waiting.requests)
    if visit.may("intake", "ListIncompleteRegistrations"):
        yield PEOPLE
    if counter:
        yield replace(INQUIRIES, count=waiting.inquiries)
    if visit.may("committee", "ListReviews"):
        yield replace(REVIEWS, count=waiting.reviews, within=("/cases",) if body else ())
    if visit.may("committee", "ListSessions"):
        yield SESSIONS
    if visit.may("intake", "ReadWindowsKept"):
        yield WINDOWS
    if visit.may("governance", "ListTools"):
        yield TOOLS
    if not visit.actor.roles.isdisjoint(LOOKING_AFTER):
        yield PLATFORM


def on_a_body(visit: Visit) -> bool:
    """Whether he studies and decides: his day begins with what lies before his body."""
    return visit.may("committee", "CastVote") or visit.may("committee", "ScheduleSession")
