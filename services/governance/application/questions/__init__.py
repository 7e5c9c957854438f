"""What governance may be asked about, and who may ask it."""

from __future__ import annotations

from services.governance.application.aggregates import AGGREGATES
from services.governance.application.questions.acknowledgements import (
    AcknowledgementList,
    ListAcknowledgements,
    list_acknowledgements,
)
from services.governance.application.questions.association import (
    AssociationAnswer,
    ChannelList,
    ListChannels,
    ReadAssociation,
    list_channels,
    read_association,
)
from services.governance.application.questions.catalogue import ListServices, ServiceList, list_services
from services.governance.application.questions.content_readings import (
    ContentReadingList,
    ListContentReadings,
    list_content_readings,
)
from services.governance.application.questions.findings import FindingList, ListFindings, list_findings
from services.governance.application.questions.gaps import GapList, ListGaps, list_gaps
from services.governance.application.questions.liaison import (
    LiaisonOfficerList,
    ListLiaisonOfficers,
    list_liaison_officers,
)
from services.governance.application.questions.names import ReadStaffNames, StaffNames, read_staff_names
from services.governance.application.questions.people import (
    ListRoles,
    ListStaff,
    ReadStaffMember,
    RoleList,
    StaffList,
    StaffMemberAnswer,
    list_roles,
    list_staff,
    read_staff_member,
)
from services.governance.application.questions.policy import (
    ClauseList,
    ListPolicyVersions,
    PolicyAnswer,
    PolicyVersionList,
    ReadClauses,
    ReadPolicy,
    ReadTextOfRecord,
    TextOfRecord,
    list_policy_versions,
    read_clauses,
    read_policy,
    read_text_of_record,
)
from services.governance.application.questions.readings import (
    CaseReadingList,
    ListCaseReadings,
    list_case_readings,
)
from services.governance.application.questions.tools import ListTools, ToolList, list_tools
from shared.application.common import EVERYBODY, READERS_OF_CASES, common_questions
from shared.application.routes import Question
from shared.contracts.roles import STAFF_ROLES

EVERYONE = EVERYBODY | {"beneficiary", "guardian"}
OVERSEERS = frozenset({"governance_officer", "senior_management", "board_member", "auditor"})
COLLEAGUES = STAFF_ROLES - {"integrator"}
WATCHERS = frozenset({"data_protection_officer", "auditor"})
ANSWERABLE = WATCHERS | {"senior_management"}

QUESTIONS = (
    Question(query=ReadAssociation, answer=AssociationAnswer, by=EVERYONE, answers=read_association),
    Question(query=ListChannels, answer=ChannelList, by=EVERYONE, answers=list_channels),
    Question(query=ListServices, answer=ServiceList, by=EVERYONE, answers=list_services),
    Question(query=ReadClauses, answer=ClauseList, by=EVERYONE, answers=read_clauses),
    Question(query=ReadPolicy, answer=PolicyAnswer, by=READERS_OF_CASES, answers=read_policy),
    Question(query=ReadTextOfRecord, answer=TextOfRecord, by=READERS_OF_CASES, answers=read_text_of_record),
    Question(query=ListPolicyVersions, answer=PolicyVersionList, by=READERS_OF_CASES, answers=list_policy_versions),
    Question(query=ListFindings, answer=FindingList, by=READERS_OF_CASES, answers=list_findings),
    Question(query=ListGaps, answer=GapList, by=READERS_OF_CASES, answers=list_gaps),
    Question(query=ListTools, answer=ToolList, by=READERS_OF_CASES, answers=list_tools),
    Question(query=ListStaff, answer=StaffList, by=READERS_OF_CASES, answers=list_staff),
    Question(query=ListRoles, answer=RoleList, by=READERS_OF_CASES, answers=list_roles),
    Question(query=ReadStaffMember, answer=StaffMemberAnswer, by=OVERSEERS, answers=read_staff_member),
    Question(query=ReadStaffNames, answer=StaffNames, by=COLLEAGUES, answers=read_staff_names),
    Question(
        query=ListAcknowledgements, answer=AcknowledgementList, by=READERS_OF_CASES, answers=list_acknowledgements
    ),
    Question(query=ListLiaisonOfficers, answer=LiaisonOfficerList, by=READERS_OF_CASES, answers=list_liaison_officers),
    Question(query=ListCaseReadings, answer=CaseReadingList, by=WATCHERS, answers=list_case_readings),
    Question(query=ListContentReadings, answer=ContentReadingList, by=ANSWERABLE, answers=list_content_readings),
    *common_questions("governance", AGGREGATES),
)

__all__ = ["QUESTIONS", "AssociationAnswer", "ReadAssociation"]
