"""What a vault is: the values it deals in, and the contract both stores obey."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from shared.domain.sealed import ContentRef
from shared.vault.case_reading import CaseReading

Place = tuple[str, str]
"""Subject and category, of one tenant."""

FINGERPRINT = "$fingerprint"
"""The category of the key under which commands about a subject are fingerprinted; it dies with the whole subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """A key in memory, for the length of one command: a destruction must take effect at once in every process.

    key_id: another one when a category is used again after its destruction. new: id of the key that wraps it and the
    wrapped key, until it is stored.
    """

    tenant: str
    subject: str
    category: str
    key_id: str
    key: bytes = field(repr=False)
    new: tuple[str, bytes] | None = field(default=None, repr=False)


class KeyTaken(Exception):
    """Somebody else was faster to make the first key of a place: what was sealed under ours is sealed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedContent:
    """Content already encrypted, not yet kept."""

    key: DataKey
    service: str
    command_id: UUID
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

    A command is decided between sealing and storing, so storing has two phases: `keys`, `seal`, `index` and
    `fingerprint` store nothing, `keep` stores keys, contents and index entries durably, the contents as pending, and
    once the command is stored `confirm` follows or, if it failed, `discard`, for contents and their index entries
    alike. A process that dies in between leaves pending rows, which `sweep` settles. What is pending can be opened and
    found.
    """

    def keys(self, tenant: str, places: Collection[Place]) -> Mapping[Place, DataKey]:
        """The data keys of these places; a missing one is new. Raises NotFound(subject_destroyed)."""

    def seal(self, key: DataKey, content: bytes, *, service: str, command_id: UUID) -> SealedContent:
        """Encrypt in memory."""

    def index(self, content: SealedContent, kind: str, value: str) -> IndexEntry:
        """Makes the content's subject findable by `value`, which is already in canonical form."""

    def fingerprint(self, key: DataKey, content: bytes) -> str:
        """A digest (hex) under the key: equal for equal contents, and cannot be guessed back."""

    def keep(
        self, contents: Sequence[SealedContent], index: Sequence[IndexEntry] = (), keys: Collection[DataKey] = ()
    ) -> None:
        """Store all of one tenant durably, or none: what is new of the contents' keys and of other `keys` as well.

        Raises NotFound(subject_destroyed) when a destruction came in between, KeyTaken.
        """

    def confirm(self, refs: Sequence[ContentRef]) -> None:
        """Their command was stored. Written along with what is next kept or discarded, since nothing depends on it but
        the sweep, which does the same when it is lost."""

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

    def readings(
        self, tenant: str, *, subject: str | None = None, case_id: str | None = None, latest: int | None = None
    ) -> Sequence[Reading]:
        """The reads of one subject's content, of one case, of either, or of the tenant; the latest, oldest first."""

    def note_case(self, tenant: str, case_id: str, *, service: str, reader: str, until: datetime | None) -> None:
        """Record that a case's history, up to a moment or the present, is about to be told to somebody."""

    def case_readings(
        self, tenant: str, *, case_id: str | None = None, reader: str | None = None, latest: int = 1000
    ) -> Sequence[CaseReading]:
        """The latest such records of one case, of one reader, or of the tenant, oldest first."""

    def find(self, tenant: str, kind: str, value: str) -> tuple[str, ...]:
        """The subjects indexed under this value, sorted."""

    def hashes(self, tenant: str, refs: Sequence[ContentRef]) -> Mapping[str, str | None]:
        """By ref, the SHA-256 (hex) of each ciphertext as it lies here now; None: destroyed; left out: unknown here.

        Nothing is decrypted, so this is no reading.
        """

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
