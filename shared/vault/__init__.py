"""The vault: personal data sealed under a key per tenant, subject and category, and destroyed with that key.

vault.py says what a vault is; sqlite.py and postgres.py open the two there are. An event holds only a `ContentRef`.
"""

from shared.vault.vault import (
    FINGERPRINT,
    DataKey,
    Destroyed,
    Hold,
    IndexEntry,
    IsKnown,
    KeyTaken,
    Reading,
    SealedContent,
    Vault,
)

__all__ = [
    "FINGERPRINT",
    "DataKey",
    "Destroyed",
    "Hold",
    "IndexEntry",
    "IsKnown",
    "KeyTaken",
    "Reading",
    "SealedContent",
    "Vault",
]
