"""Named examples for the vault's tests."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID, uuid4

from shared.domain.sealed import ContentRef
from shared.vault import FINGERPRINT, KeyTaken, SealedContent, Vault

NAME, ID_NUMBER, PHONE = "منيرة بنت عبدالرحمن العتيبي", "1900000009", "+966512345678"
PROFILE = f"{NAME}|{ID_NUMBER}|{PHONE}".encode()
MUNIRA = "beneficiary-munira"


def sealed(
    vault: Vault,
    content: bytes = PROFILE,
    *,
    tenant: str = "sidr",
    subject: str = MUNIRA,
    category: str = "profile",
    command_id: UUID | None = None,
) -> SealedContent:
    """Munira's profile at Sidr, unless told otherwise; not yet kept."""
    (key,) = vault.keys(tenant, [(subject, category)]).values()
    return vault.seal(key, content, service="intake", command_id=command_id or uuid4())


def kept(
    vault: Vault, content: bytes = PROFILE, *, tenant: str = "sidr", subject: str = MUNIRA, category: str = "profile"
) -> SealedContent:
    """The same, kept and findable by its ID number."""
    while True:
        made = sealed(vault, content, tenant=tenant, subject=subject, category=category)
        with suppress(KeyTaken):
            vault.keep([made], [vault.index(made, "national_id", ID_NUMBER)])
            return made


def printed(vault: Vault, content: bytes = PROFILE, *, tenant: str = "sidr", subject: str = MUNIRA) -> str:
    """The fingerprint of a content, whose key is then stored."""
    (key,) = vault.keys(tenant, [(subject, FINGERPRINT)]).values()
    vault.keep([], keys=[key])
    return vault.fingerprint(key, content)


def read(vault: Vault, ref: ContentRef, tenant: str = "sidr") -> bytes:
    """Open as an officer would."""
    return vault.open(tenant, ref, reader="staff-7", reason="case_review", case_id="request-1")
