"""Keys and ciphers: what only the right key and the right context can open."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.vault.ciphers import HEADER, NotAuthentic, context, decrypt, encrypt
from shared.vault.keyring import FileKeyring, add_key
from tests.infrastructure.vault.conftest import Backend
from tests.infrastructure.vault.examples import ID_NUMBER, MUNIRA, PROFILE, kept, printed, read

KEY, OTHER = b"k" * 32, b"o" * 32


@given(content=st.binary(), bound_to=st.binary())
def test_what_was_encrypted_opens_under_its_key_and_context(content: bytes, bound_to: bytes) -> None:
    assert decrypt(KEY, encrypt(KEY, content, bound_to), bound_to) == content


@given(content=st.binary(max_size=64), place=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_one_changed_byte_anywhere_is_noticed(content: bytes, place: int, flip: int) -> None:
    blob = bytearray(encrypt(KEY, content, b"here"))
    blob[place % len(blob)] ^= flip
    with pytest.raises(NotAuthentic):
        decrypt(KEY, bytes(blob), b"here")


@given(length=st.integers(0, HEADER + 16))
def test_a_truncated_blob_is_refused(length: int) -> None:
    with pytest.raises(NotAuthentic):
        decrypt(KEY, encrypt(KEY, b"content", b"here")[:length], b"here")


def test_another_key_or_context_opens_nothing() -> None:
    blob = encrypt(KEY, b"content", b"here")
    for key, bound_to in ((OTHER, b"here"), (KEY, b"there")):
        with pytest.raises(NotAuthentic):
            decrypt(key, blob, bound_to)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_two_lists_of_parts_never_give_one_context(one: list[str], other: list[str]) -> None:
    assert (context(*one) == context(*other)) == (one == other)


def test_a_key_file_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "kek.json"
    first, again = FileKeyring(path, create=True), FileKeyring(path, create=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first.current == again.current
    assert [entry.name for entry in path.parent.iterdir()] == ["kek.json"]


def test_a_key_file_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kek.json"
    FileKeyring(path, create=True)
    path.chmod(0o640)
    with pytest.raises(PermissionError):
        FileKeyring(path)


def test_a_missing_key_file_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileKeyring(tmp_path / "kek.json")


def test_after_a_rotation_old_content_opens_old_index_rows_are_found_and_new_keys_wrap(backend: Backend) -> None:
    before = backend.open()
    old, print_ = kept(before), printed(before)
    before.close()
    new_key = add_key(backend.keys)
    after = backend.open()
    assert read(after, old.ref) == PROFILE
    assert printed(after) == print_
    assert after.find("sidr", "national_id", ID_NUMBER) == (MUNIRA,)
    kept(after, subject="beneficiary-hind")
    assert after.find("sidr", "national_id", ID_NUMBER) == ("beneficiary-hind", MUNIRA)
    with after._database.transaction() as run:
        assert (new_key,) in run("SELECT DISTINCT kek_id FROM data_key")
    after.close()


def test_moving_a_ciphertext_to_another_reference_is_noticed(backend: Backend) -> None:
    """The context binds each ciphertext to its tenant, subject, category and reference."""
    vault = backend.open()
    one, two = kept(vault, b"one"), kept(vault, b"two")
    with vault._database.transaction() as run:
        run("UPDATE content SET ciphertext = %s WHERE ref = %s", one.ciphertext, two.ref.ref)
    moved = type(two.ref)(ref=two.ref.ref, sha256=one.ref.sha256)
    with pytest.raises(Exception, match="content_altered"):
        read(vault, moved)
    vault.close()
