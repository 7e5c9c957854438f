"""What is destroyed cannot be read, found or recovered, unless a hold blocks its destruction."""

from __future__ import annotations

import os
from base64 import b64encode

import pytest

from shared.domain.refusals import NotFound, Refused
from shared.domain.sealed import ContentRef
from shared.vault import Vault
from shared.vault.relational import RelationalVault
from tests.infrastructure.vault.conftest import NOW, Backend
from tests.infrastructure.vault.examples import ID_NUMBER, MUNIRA, NAME, PHONE, PROFILE, kept, printed, read, sealed


def test_destroyed_content_says_so_in_both_languages(vault: Vault) -> None:
    ref = kept(vault).ref
    vault.destroy("sidr", MUNIRA, None)
    with pytest.raises(NotFound) as refusal:
        read(vault, ref)
    assert refusal.value.code == "content_destroyed"
    assert "destroyed" in refusal.value.en
    assert "أُتلف" in refusal.value.ar


def test_a_destruction_certifies_what_it_removed_and_its_repetition_removes_nothing(vault: Vault) -> None:
    kept(vault)
    kept(vault, category="evidence")
    printed(vault)
    done = vault.destroy("sidr", MUNIRA, None)
    assert (done.tenant, done.subject, done.destroyed_at) == ("sidr", MUNIRA, NOW)
    assert done.categories == ("evidence", "profile")
    assert (done.keys, done.contents, done.index_rows) == (3, 2, 2)
    again = vault.destroy("sidr", MUNIRA, None)
    assert (again.keys, again.contents, again.index_rows) == (0, 0, 0)


def test_other_subjects_tenants_and_categories_are_left_alone(vault: Vault) -> None:
    others = [kept(vault, subject="beneficiary-hind"), kept(vault, tenant="kadi"), kept(vault, category="evidence")]
    gone = kept(vault)
    vault.destroy("sidr", MUNIRA, ["profile"])
    assert [read(vault, other.ref, other.key.tenant) for other in others] == [PROFILE] * 3
    with pytest.raises(NotFound, match="content_destroyed"):
        read(vault, gone.ref)


def test_a_destroyed_category_may_be_used_again_under_a_new_key(vault: Vault) -> None:
    old = kept(vault)
    vault.destroy("sidr", MUNIRA, ["profile"])
    new = kept(vault, b"a new beginning")
    assert new.key.key_id != old.key.key_id
    assert read(vault, new.ref) == b"a new beginning"
    with pytest.raises(NotFound, match="content_destroyed"):
        read(vault, old.ref)


def test_nothing_more_can_be_sealed_or_fingerprinted_for_a_destroyed_subject(vault: Vault) -> None:
    kept(vault)
    vault.destroy("sidr", MUNIRA, None)
    with pytest.raises(NotFound, match="subject_destroyed"):
        sealed(vault)
    with pytest.raises(NotFound, match="subject_destroyed"):
        printed(vault)


@pytest.mark.parametrize("categories", [None, ["profile"]])
def test_content_sealed_before_a_destruction_cannot_be_kept_after_it(
    vault: Vault, categories: list[str] | None
) -> None:
    kept(vault)
    late = sealed(vault)
    vault.destroy("sidr", MUNIRA, categories)
    with pytest.raises(NotFound, match="subject_destroyed"):
        vault.keep([late], [vault.index(late, "national_id", ID_NUMBER)])
    assert vault.find("sidr", "national_id", ID_NUMBER) == ()


def test_the_first_content_sealed_before_a_destruction_cannot_be_kept_after_it_either(vault: RelationalVault) -> None:
    late = sealed(vault)
    vault.destroy("sidr", MUNIRA, None)
    with pytest.raises(NotFound, match="subject_destroyed"):
        vault.keep([late])
    assert _wrapped_keys(vault) == []


def test_destruction_removes_index_rows(vault: Vault) -> None:
    kept(vault)
    vault.destroy("sidr", MUNIRA, ["profile"])
    assert vault.find("sidr", "national_id", ID_NUMBER) == ()


def test_readings_outlive_what_was_read(vault: Vault) -> None:
    read(vault, kept(vault).ref)
    vault.destroy("sidr", MUNIRA, None)
    assert [reading.reader for reading in vault.readings("sidr", subject=MUNIRA)] == ["staff-7"]


def test_lists_show_destroyed_content_as_nothing(vault: Vault) -> None:
    gone, stays = kept(vault), kept(vault, subject="beneficiary-hind")
    vault.destroy("sidr", MUNIRA, None)
    refs = [gone.ref, stays.ref]
    assert vault.open_all("sidr", refs, reader="staff-7", reason="list", case_id=None) == (None, PROFILE)


def test_hashes_tell_what_lies_here_what_was_destroyed_and_what_never_was(vault: Vault) -> None:
    gone, stays = kept(vault), kept(vault, subject="beneficiary-hind")
    foreign = ContentRef(ref="0" * 32, sha256="0" * 64)
    refs = [gone.ref, stays.ref, foreign]
    assert vault.hashes("sidr", refs) == {one.ref: one.sha256 for one in (gone.ref, stays.ref)}
    vault.destroy("sidr", MUNIRA, None)
    assert vault.hashes("sidr", refs) == {gone.ref.ref: None, stays.ref.ref: stays.ref.sha256}
    assert vault.hashes("kadi", refs) == {}
    assert vault.hashes("sidr", []) == {}
    assert vault.readings("sidr") == []


def test_references_list_what_is_kept_about_a_subject(vault: Vault) -> None:
    content = kept(vault)
    assert vault.references("sidr", MUNIRA) == [("profile", content.ref)]
    vault.destroy("sidr", MUNIRA, None)
    assert vault.references("sidr", MUNIRA) == []


def test_a_hold_blocks_destruction_by_name_until_every_hold_is_released(vault: Vault) -> None:
    ref = kept(vault).ref
    vault.hold("sidr", MUNIRA, "hold-1", "court_case")
    vault.hold("sidr", MUNIRA, "hold-1", "court_case")
    vault.hold("sidr", MUNIRA, "hold-2", "open_complaint")
    vault.release("sidr", MUNIRA, "hold-2")
    with pytest.raises(Refused, match="hold-1") as refusal:
        vault.destroy("sidr", MUNIRA, None)
    assert refusal.value.code == "destruction_blocked"
    assert "hold-1" in refusal.value.ar
    assert "hold-2" not in refusal.value.en
    assert read(vault, ref) == PROFILE
    assert [(hold.hold_id, hold.reason_code) for hold in vault.holds("sidr", MUNIRA)] == [("hold-1", "court_case")]
    vault.release("sidr", MUNIRA, "hold-1")
    assert vault.destroy("sidr", MUNIRA, None).contents == 1


def test_a_hold_is_one_subjects_and_one_tenants(vault: Vault) -> None:
    kept(vault)
    vault.hold("sidr", "beneficiary-hind", "hold-1", "court_case")
    vault.hold("kadi", MUNIRA, "hold-2", "court_case")
    assert vault.destroy("sidr", MUNIRA, None).contents == 1


def test_a_hold_not_in_force_cannot_be_released(vault: Vault) -> None:
    with pytest.raises(NotFound, match="hold_unknown"):
        vault.release("sidr", MUNIRA, "hold-9")


def test_planted_markers_are_never_in_the_store_in_plain(vault: RelationalVault, backend: Backend) -> None:
    """Names, numbers and phones, also in the spellings a dump or an encoding would give them."""
    content = kept(vault)
    vault.keep([name := sealed(vault)], [vault.index(name, "name", NAME), vault.index(name, "phone", PHONE)])
    printed(vault)
    read(vault, content.ref)
    raw = backend.raw()
    assert MUNIRA.encode() in raw  # the store was really looked at
    for marker in (NAME, ID_NUMBER, PHONE):
        spellings = (
            marker.encode(),
            marker.encode("utf-16-le"),
            marker.encode().hex().encode(),
            b64encode(marker.encode()),
        )
        assert not any(spelling in raw for spelling in spellings)


def test_after_destruction_neither_key_nor_ciphertext_nor_index_row_is_in_the_store(
    vault: RelationalVault, backend: Backend
) -> None:
    """In SQLite's files not even as leftovers; in PostgreSQL in no row."""
    contents = [kept(vault, os.urandom(size)) for size in (10, 500, 3_000, 40_000)]
    printed(vault)
    traces = {content.ciphertext[offset : offset + 24] for content in contents for offset in (0, 40, 70)}
    traces |= {entry[:24] for entry in _wrapped_keys(vault)} | {
        vault.index(contents[0], "national_id", ID_NUMBER).digest
    }
    before = _bytes_in(vault, backend)
    assert all(trace in before for trace in traces)
    done = vault.destroy("sidr", MUNIRA, None)
    after = _bytes_in(vault, backend)
    assert not any(trace in after for trace in traces)
    assert done.overwritten == (backend.name == "sqlite")


# Not PostgreSQL, which unlinks: VACUUM and log rotation overwrite in their own time.
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_sqlite_leaves_no_leftovers_when_one_of_many_subjects_is_destroyed(
    vault: RelationalVault, backend: Backend
) -> None:
    contents = [kept(vault, os.urandom(50 + 37 * n % 5_000), subject=f"s-{n}") for n in range(150)]
    keys = _wrapped_keys(vault)
    for content in contents[::3]:
        vault.destroy("sidr", content.key.subject, None)
    left = set(_wrapped_keys(vault))
    raw = backend.raw()
    assert not [key for key in keys if key not in left and key[:24] in raw]
    assert not [content for content in contents[::3] if content.ciphertext[80:104] in raw]


def _wrapped_keys(vault: RelationalVault) -> list[bytes]:
    with vault._database.transaction() as run:
        return [wrapped[3:] for (wrapped,) in run("SELECT wrapped FROM data_key")]


def _bytes_in(vault: RelationalVault, backend: Backend) -> bytes:
    if backend.name == "sqlite":
        return backend.raw()
    with vault._database.transaction() as run:
        columns = ("ciphertext FROM content", "wrapped FROM data_key", "digest FROM blind_index")
        return b"".join(value or b"" for column in columns for (value,) in run(f"SELECT {column}"))
