"""How questions about the register and the counter are answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from services.intake.application import asking_of_people as asked
from services.intake.application.aggregates import BENEFICIARY, CASE_FILE
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.person import ContactPoint, Identity, Profile
from services.intake.domain.policy import demand_own
from services.intake.domain.reaching import ways
from services.intake.domain.refusals.beneficiary import too_many_names
from services.intake.views.case_entries import CASE_ENTRIES, CASE_FILES
from services.intake.views.counter import CHANNEL_REFUSALS, INQUIRIES, RECEPTIONS
from services.intake.views.listed import rows
from services.intake.views.register import REGISTER
from services.intake.views.rights import DATA_RIGHTS, ENTITLEMENTS
from services.intake.views.visitors import VISITORS
from shared.application.desk import Desk
from shared.application.situation import Situation
from shared.application.streams import no_such
from shared.locale.dates import local_date
from shared.locale.identity_numbers import parse_identity_number
from shared.locale.names import name_pairs, search_key
from shared.locale.telephones import parse_telephone

NAMES_AT_ONCE = 50


def read_beneficiary(query: asked.ReadBeneficiary, desk: Desk) -> asked.BeneficiaryContent:
    """Each content opened is a reading on record."""
    state: Beneficiary = desk.load(BENEFICIARY, query.beneficiary_id)
    situation = Situation(now=desk.infrastructure.clock.now(), actor=desk.actor)
    demand_own(query.beneficiary_id, state.guardians_on(situation.today), situation)
    why: dict[str, Any] = {"reason": query.reason, "case_id": query.case_id}
    return asked.BeneficiaryContent(
        beneficiary_id=query.beneficiary_id,
        kind=state.kind,
        profile=desk.open(state.profile, Profile, **why),
        identity=desk.open(state.identity, Identity, **why) if state.identity else None,
        contact_points=desk.open(state.contact_points, tuple[ContactPoint, ...], **why),
        data_revision=state.data_revision,
        identity_verified=state.identity_verified,
        identity_verified_by=state.identity_verified_by,
        guardian_required=state.guardian_required,
        registration_completed=state.registration_completed,
        guardians=tuple(
            asked.GuardianRow(guardian_id=link.guardian_id, basis=link.basis, valid_to=link.valid_to)
            for link in state.guardians
        ),
        agreed_channel=state.agreed_contact.channel if state.agreed_contact else None,
        consents=state.consents,
        request_ids=state.requests,
        ways=ways_to(state, desk),
        agreed=agreed_way(state),
        acts_through=state.acts_through(situation.today),
    )


def ways_to(state: Beneficiary, desk: Desk) -> tuple[asked.ContactWay, ...]:
    """Under the policy in force; none before there is one."""
    policy = desk.rules().policy()
    channels = desk.rules().channels(policy) if policy else ()
    return tuple(asked.ContactWay(channel=code, contact_point_id=id_) for code, id_ in ways(channels, state))


def agreed_way(state: Beneficiary) -> asked.ContactWay | None:
    """Channel and contact point."""
    agreed = state.agreed_contact
    return asked.ContactWay(channel=agreed.channel, contact_point_id=agreed.contact_point_id) if agreed else None


def read_names(query: asked.ReadNames, desk: Desk) -> asked.Names:
    """Their names and nothing else."""
    too_many_names.unless(len(query.beneficiary_ids) <= NAMES_AT_ONCE, limit=NAMES_AT_ONCE)
    refs = [desk.load(BENEFICIARY, id_).profile for id_ in query.beneficiary_ids]
    profiles = desk.open_all(refs, Profile, reason=query.reason, case_id=None)
    named = zip(query.beneficiary_ids, profiles, strict=True)
    return asked.Names(
        names=tuple(asked.NameRow(beneficiary_id=id_, name=known.name if known else None) for id_, known in named)
    )


def find_beneficiary(query: asked.FindBeneficiary, desk: Desk) -> asked.FoundBeneficiaries:
    """Through the vault's blind index only."""
    find = partial(desk.infrastructure.vault.find, desk.actor.tenant)
    match query.by:
        case "identity_number":
            found = find("identity.number", parse_identity_number(query.value).number)
        case "phone":
            found = find("contact_points.value", parse_telephone(query.value).e164)
        case "name":
            found = tuple(sorted({*find("profile.name_key", search_key(query.value)), *bearing(query.value, find)}))
    return asked.FoundBeneficiaries(beneficiary_ids=found)


def bearing(name: str, find: Callable[[str, str], tuple[str, ...]]) -> set[str]:
    """Who bears these words among his names, in this order; nobody is looked for by one word alone."""
    found = [set(find("profile.name_pairs", pair)) for pair in name_pairs(name)]
    return set.intersection(*found) if found else set()


def list_at_the_counter(_query: asked.ListAtTheCounter, desk: Desk) -> asked.AtTheCounter:
    """From the view."""
    who = {row["reception_id"]: row["beneficiary_id"] for row in rows(VISITORS, "reception_id", desk)}
    receptions = (
        row | {"beneficiary_id": who.get(row["reception_id"])} for row in rows(RECEPTIONS, "started_at", desk)
    )
    return asked.AtTheCounter(
        receptions=tuple(asked.OpenReception(**row) for row in receptions),
        inquiries=tuple(asked.UnansweredInquiry(**row) for row in rows(INQUIRIES, "received_on", desk)),
        channel_refusals=tuple(asked.ChannelRefusal(**row) for row in rows(CHANNEL_REFUSALS, "position", desk)),
    )


def list_incomplete_registrations(_query: asked.ListIncompleteRegistrations, desk: Desk) -> asked.RegistrationRows:
    """From the view; none where the policy does not complete a registration with the first complete request."""
    policy = desk.rules().policy()
    if policy is None or not policy.registration_completed_with_request:
        return asked.RegistrationRows(registrations=())
    known = rows(REGISTER, "registered_on", desk)
    return asked.RegistrationRows(
        registrations=tuple(asked.RegistrationRow(**row) for row in known if not row.pop("is_complete"))
    )


def read_case_file(query: asked.ReadCaseFile, desk: Desk) -> asked.CaseFileContent:
    """From the view."""
    files = rows(CASE_FILES, "request_id", desk, request_id=query.request_id)
    if not files:
        raise no_such(CASE_FILE)
    (file,) = files
    entries = rows(CASE_ENTRIES, "entry_no", desk, request_id=query.request_id)
    names = ("entry_no", "kind", "entered_at", "entered_by")
    return asked.CaseFileContent(
        request_id=query.request_id,
        number=file["number"],
        entries=tuple(asked.CaseEntry(**{name: entry[name] for name in names}) for entry in entries),
        last_paper_item=file["last_paper_item"],
        out_of_step=file["last_paper_item"] != file["last_entry"],
    )


def list_due(_query: asked.ListDue, desk: Desk) -> asked.DueRows:
    """From the view; a day that is over without performance shows."""
    today = local_date(desk.infrastructure.clock.now())
    rights = [
        ("data_right", row["data_right_id"], row["right"], row["due_on"]) for row in rows(DATA_RIGHTS, "due_on", desk)
    ]
    owed = [
        ("entitlement", row["entitlement_id"], row["kind"], row["due_on"]) for row in rows(ENTITLEMENTS, "due_on", desk)
    ]
    return asked.DueRows(
        due=tuple(
            asked.DueRow(kind=kind, id=id_, code=code, due_on=day, overdue=day < today)
            for kind, id_, code, day in sorted([*rights, *owed], key=lambda row: row[3])
        )
    )
