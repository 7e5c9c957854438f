"""What is sealed and kept can be opened, found and told apart, by its own tenant only."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from shared.domain.refusals import Conflict, NotFound
from shared.domain.sealed import ContentRef
from shared.vault import KeyTaken, Vault
from shared.vault.relational import RelationalVault
from tests.infrastructure.vault.conftest import NOW, Backend
from tests.infrastructure.vault.examples import ID_NUMBER, MUNIRA, PROFILE, kept, printed, read, sealed


def test_kept_content_opens_to_what_was_sealed(vault: Vault) -> None:
    assert read(vault, kept(vault).ref) == PROFILE


def test_the_reference_carries_the_hash_of_the_ciphertext(vault: Vault) -> None:
    content = sealed(vault)
    assert content.ref.sha256 == hashlib.sha256(content.ciphertext).hexdigest()
    assert content.ref.sha256 != hashlib.sha256(PROFILE).hexdigest()


def test_what_is_kept_survives_a_restart(backend: Backend) -> None:
    first = backend.open()
    ref = kept(first).ref
    first.close()
    again = backend.open()
    assert read(again, ref) == PROFILE
    again.close()


def test_empty_and_large_contents_are_kept_whole(vault: Vault) -> None:
    for content in (b"", b"\x00\xff" * 3_000_000):
        assert read(vault, kept(vault, content).ref) == content


def test_sealed_but_not_kept_content_is_unknown(vault: Vault) -> None:
    with pytest.raises(NotFound, match="content_unknown"):
        read(vault, sealed(vault).ref)


def test_another_tenants_content_is_unknown_and_its_reading_not_recorded(vault: Vault) -> None:
    ref = kept(vault).ref
    with pytest.raises(NotFound, match="content_unknown"):
        read(vault, ref, tenant="kadi")
    assert vault.readings("kadi") == []


def test_a_reference_with_another_hash_is_refused(vault: Vault) -> None:
    ref = ContentRef(ref=kept(vault).ref.ref, sha256="0" * 64)
    with pytest.raises(Conflict, match="content_altered"):
        read(vault, ref)


def test_every_reading_is_recorded_with_who_why_which_case_and_when(vault: Vault) -> None:
    ref = kept(vault).ref
    read(vault, ref)
    vault.open("sidr", ref, reader="auditor-1", reason="audit", case_id=None)
    readings = vault.readings("sidr", subject=MUNIRA)
    told = {(reading.reader, reading.reason, reading.case_id, reading.read_at, reading.ref) for reading in readings}
    assert told == {("staff-7", "case_review", "request-1", NOW, ref.ref), ("auditor-1", "audit", None, NOW, ref.ref)}
    assert [reading.reader for reading in vault.readings("sidr", case_id="request-1")] == ["staff-7"]


def test_the_latest_readings_of_a_case_and_of_a_person_wherever_it_was(vault: Vault) -> None:
    ref = kept(vault).ref
    for reader, case_id in (("staff-1", None), ("staff-2", "request-1"), ("staff-3", "request-2")):
        vault.open("sidr", ref, reader=reader, reason="audit", case_id=case_id)
        vault.open("sidr", kept(vault, subject="other").ref, reader=f"{reader}-b", reason="audit", case_id=case_id)
    told = vault.readings("sidr", subject=MUNIRA, case_id="request-1")
    assert {one.reader for one in told} == {"staff-1", "staff-2", "staff-2-b", "staff-3"}
    assert list(vault.readings("sidr", subject=MUNIRA, case_id="request-1", latest=2)) == list(told)[-2:]


def test_several_contents_open_in_the_order_asked_for(vault: Vault) -> None:
    refs = [kept(vault, word).ref for word in (b"one", b"two", b"three")]
    given = vault.open_all("sidr", [*reversed(refs), refs[0]], reader="staff-7", reason="list", case_id=None)
    assert given == (b"three", b"two", b"one", b"one")


def test_a_subject_is_found_by_an_indexed_value_in_its_own_tenant_and_kind_only(vault: Vault) -> None:
    kept(vault)
    assert vault.find("sidr", "national_id", ID_NUMBER) == (MUNIRA,)
    assert vault.find("sidr", "national_id", "1900000017") == ()
    assert vault.find("sidr", "phone", ID_NUMBER) == ()
    assert vault.find("kadi", "national_id", ID_NUMBER) == ()


def test_two_subjects_with_one_value_are_both_found(vault: Vault) -> None:
    kept(vault)
    kept(vault, subject="beneficiary-hind")
    assert vault.find("sidr", "national_id", ID_NUMBER) == ("beneficiary-hind", MUNIRA)


def test_discarded_content_and_its_index_rows_are_gone(vault: Vault) -> None:
    content = kept(vault)
    vault.discard([content.ref])
    with pytest.raises(NotFound, match="content_unknown"):
        read(vault, content.ref)
    assert vault.find("sidr", "national_id", ID_NUMBER) == ()


def test_discarding_one_attempt_leaves_the_other_findable(vault: Vault) -> None:
    first, second = kept(vault), kept(vault)
    vault.discard([second.ref])
    assert read(vault, first.ref) == PROFILE
    assert vault.find("sidr", "national_id", ID_NUMBER) == (MUNIRA,)


def test_confirmed_content_can_no_longer_be_discarded(vault: Vault) -> None:
    content = kept(vault)
    vault.confirm([content.ref])
    vault.discard([content.ref])
    assert read(vault, content.ref) == PROFILE


def test_sealing_stores_nothing_not_even_a_key(vault: RelationalVault) -> None:
    sealed(vault)
    with vault._database.transaction() as run:
        assert run("SELECT 1 FROM data_key") == run("SELECT 1 FROM subject") == []


def test_of_two_first_contents_sealed_at_once_the_second_is_sealed_again(vault: Vault) -> None:
    first, second = sealed(vault), sealed(vault)
    vault.keep([first])
    with pytest.raises(KeyTaken):
        vault.keep([second])
    with pytest.raises(NotFound, match="content_unknown"):
        read(vault, second.ref)
    assert sealed(vault).key.key_id == first.key.key_id


def test_a_key_not_seen_for_long_is_read_anew_by_every_command(vault: Vault) -> None:
    """A destruction takes effect at once, in whichever process it was asked for."""
    old = kept(vault).key
    vault.destroy("sidr", MUNIRA, ["profile"])
    assert sealed(vault).key.key_id != old.key_id


@pytest.mark.parametrize("written_by", ["keeping", "discarding", "sweeping", "closing"])
def test_a_confirmation_is_written_with_whatever_the_vault_does_next(backend: Backend, written_by: str) -> None:
    vault = backend.open()
    vault.confirm([kept(vault).ref])
    assert pending(backend) == 1
    match written_by:
        case "keeping":
            vault.keep([sealed(vault)])
        case "discarding":
            vault.discard([])
        case "sweeping":
            vault.sweep(timedelta(days=1), lambda *_: False)
    vault.close()
    assert pending(backend) == (1 if written_by == "keeping" else 0)


def test_a_confirmation_that_died_with_its_process_is_made_up_for_by_another_ones_sweep(backend: Backend) -> None:
    """The log knows the command; nothing else is asked."""
    dies, other = backend.open(), backend.open()
    content = kept(dies)
    dies.confirm([content.ref])
    assert other.sweep(timedelta(seconds=-1), lambda *command: command[2] == content.command_id) == 0
    assert pending(backend) == 0
    assert read(other, content.ref) == PROFILE


def pending(backend: Backend) -> int:
    vault = backend.open()
    with vault._database.transaction() as run:
        ((count,),) = run("SELECT count(*) FROM content WHERE pending_since IS NOT NULL")
    vault.close()
    return int(count)


def test_a_sweep_deletes_what_no_stored_command_left_and_settles_the_rest(vault: Vault) -> None:
    known, lost = sealed(vault), sealed(vault, category="evidence")
    vault.keep([known, lost], [vault.index(lost, "national_id", ID_NUMBER)])
    asked = []

    def is_known(*command: object) -> bool:
        asked.append(command)
        return command == ("sidr", "intake", known.command_id)

    assert vault.sweep(timedelta(seconds=-1), is_known) == 1
    assert {command[2] for command in asked} == {known.command_id, lost.command_id}
    assert vault.find("sidr", "national_id", ID_NUMBER) == ()
    vault.discard([known.ref])
    assert read(vault, known.ref) == PROFILE


def test_a_sweep_leaves_what_has_not_been_pending_for_long(vault: Vault) -> None:
    content = kept(vault)
    assert vault.sweep(timedelta(seconds=1), lambda *_: False) == 0
    assert read(vault, content.ref) == PROFILE


def test_a_fingerprint_is_the_same_for_the_same_content_of_the_same_subject_only(vault: Vault) -> None:
    print_ = printed(vault)
    assert printed(vault) == print_
    others = {
        printed(vault, b"other"),
        printed(vault, subject="beneficiary-hind"),
        printed(vault, tenant="kadi"),
    }
    assert print_ not in others


def test_many_threads_share_one_key_and_lose_nothing(vault: Vault) -> None:
    with ThreadPoolExecutor(16) as pool:
        contents = list(pool.map(lambda n: kept(vault, str(n).encode()), range(48)))
    assert len({content.key.key_id for content in contents}) == 1
    assert [read(vault, content.ref) for content in contents] == [str(n).encode() for n in range(48)]


def test_two_vaults_on_one_store_see_each_others_content(backend: Backend) -> None:
    one, two = backend.open(), backend.open()
    ref = kept(one).ref
    assert read(two, ref) == PROFILE
    assert printed(two) == printed(one)
    one.close()
    two.close()


def test_keeping_is_all_or_nothing(vault: Vault) -> None:
    taken = kept(vault)
    good = sealed(vault)
    with pytest.raises(Exception, match=r"(?i)unique|constraint"):
        vault.keep([good, taken])
    with pytest.raises(NotFound):
        read(vault, good.ref)
