"""What a vault is: the values it deals in, and the contract both stores obey."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedContent:
    """Content already encrypted, not yet kept. `key_id` names the data key that encrypted it."""

    tenant: str
    service: str
    subject: str
    category: str
    command_id: UUID
    key_id: str
    ref: ContentRef
    ciphertext: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """A value by which the subject of `content` can be found, as a keyed digest, not yet kept; it shares its fate."""

    content: SealedContent
    kind: str
    digest: bytes = field(repr=False)


IsKnown = Callable[[str, str, UUID], bool]
"""Whether (tenant, service, command id) was stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyed:
    """What a destruction removed, for the certificate. A repetition removes nothing and counts zero.

    overwritten: the bytes are gone from the store's files as well (SQLite). PostgreSQL only unlinks them: they leave
    the files with the next VACUUM, and the write-ahead log and key backups with their rotation.
    """

    tenant: str
    subject: str
    categories: tuple[str, ...]
    keys: int
    contents: int
    index_rows: int
    destroyed_at: datetime
    overwritten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A reason in force for which a subject's data may not be destroyed, e.g. a court case."""

    hold_id: str
    reason_code: str
    held_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One read of sealed content: who, why, in which case, when."""

    tenant: str
    subject: str
    category: str
    ref: str
    reader: str
    reason: str
    case_id: str | None
    read_at: datetime


class Vault(Protocol):
    """One vault of all tenants. Every method is safe to call from several threads and processes.

    A command is decided between sealing and storing, so storing has two phases: `seal` and `index` compute, `keep`
    stores durably as pending, and once the command is stored `confirm` follows or, if it failed, `discard`, for
    contents and their index entries alike. A process that dies in between leaves pending rows, which `sweep` settles.
    What is pending can be opened and found.
    """

    def seal(
        self, tenant: str, subject: str, category: str, content: bytes, *, service: str, command_id: UUID
    ) -> SealedContent:
        """Encrypt in memory under the category's data key, created at first use. Raises NotFound(subject_destroyed)."""

    def index(self, content: SealedContent, kind: str, value: str) -> IndexEntry:
        """Makes the content's subject findable by `value`, which is already in canonical form."""

    def keep(self, contents: Sequence[SealedContent], index: Sequence[IndexEntry] = ()) -> None:
        """Store all durably, or none. Raises NotFound(subject_destroyed) when a destruction came in between."""

    def confirm(self, refs: Sequence[ContentRef]) -> None:
        """Their command was stored. May come late or not at all: `sweep` does the same."""

    def discard(self, refs: Sequence[ContentRef]) -> None:
        """Their command was not stored: delete those that are still pending."""

    def sweep(self, older_than: timedelta, is_known: IsKnown, service: str | None = None) -> int:
        """Settle what has been pending for longer than the longest command takes; gives the number of rows deleted.

        service: settle only what this one has kept.
        """

    def open(self, tenant: str, ref: ContentRef, *, reader: str, reason: str, case_id: str | None) -> bytes:
        """The content; the read is recorded first.

        Raises NotFound(content_destroyed), NotFound(content_unknown), also for another tenant's, and
        Conflict(content_altered) when it is not what was sealed.
        """

    def open_all(
        self, tenant: str, refs: Sequence[ContentRef], *, reader: str, reason: str, case_id: str | None
    ) -> tuple[bytes | None, ...]:
        """As `open`, in one transaction; None where the content was destroyed."""

    def readings(self, tenant: str, *, subject: str | None = None, case_id: str | None = None) -> Sequence[Reading]:
        """The reads of one subject's content, of one case, or of the tenant, oldest first."""

    def find(self, tenant: str, kind: str, value: str) -> tuple[str, ...]:
        """The subjects indexed under this value, sorted."""

    def fingerprint(self, tenant: str, subject: str, content: bytes) -> str:
        """A digest (hex) under the subject's own key: equal for equal contents, and cannot be guessed back."""

    def references(self, tenant: str, subject: str) -> Sequence[tuple[str, ContentRef]]:
        """Category and reference of all that is kept about a subject, for an export."""

    def hold(self, tenant: str, subject: str, hold_id: str, reason_code: str) -> None:
        """Block destruction until released; repeating it changes nothing."""

    def release(self, tenant: str, subject: str, hold_id: str) -> None:
        """Lift one hold. Raises NotFound(hold_unknown)."""

    def holds(self, tenant: str, subject: str) -> Sequence[Hold]:
        """The holds in force, oldest first."""

    def destroy(self, tenant: str, subject: str, categories: Collection[str] | None) -> Destroyed:
        """Destroy keys, ciphertexts and index rows of these categories; None: of the whole subject, for ever.

        Raises Refused(destruction_blocked), which names the holds. After None nothing can be sealed for the subject.
        """
