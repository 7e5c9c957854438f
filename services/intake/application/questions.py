"""The questions intake answers, and who may ask them."""

from __future__ import annotations

from services.intake.application import answers_of_people as people
from services.intake.application import answers_of_requests as requests
from services.intake.application import asking_of_inquiries, asking_of_people, asking_of_requests, listing_requests
from services.intake.application.aggregates import AGGREGATES
from services.intake.application.answers_of_inquiries import read_inquiry
from services.intake.application.duplicates import find_duplicates
from services.intake.application.listing_wards import WARDS_OF
from services.intake.application.reading_deliveries import DELIVERIES
from services.intake.application.reading_leaves import LEAVES
from services.intake.application.reading_needs import NEEDS
from services.intake.application.reading_recipients import RECIPIENTS
from services.intake.application.reading_windows_kept import WINDOWS_KEPT
from services.intake.application.roles import ANSWERERS, CASEWORK, COUNTER, MANAGEMENT, OVERSEERS, PRIVACY, SELF, STAFF
from shared.application.common import common_questions
from shared.application.routes import Question

READERS_OF_PERSONS = COUNTER | CASEWORK | PRIVACY

QUESTIONS = (
    NEEDS,
    LEAVES,
    DELIVERIES,
    RECIPIENTS,
    WARDS_OF,
    WINDOWS_KEPT,
    Question(
        query=asking_of_requests.ListRequests,
        answer=asking_of_requests.RequestRows,
        by=STAFF,
        answers=listing_requests.list_requests,
    ),
    Question(
        query=asking_of_requests.CountOpenWork,
        answer=asking_of_requests.OpenWork,
        by=STAFF,
        answers=listing_requests.count_open_work,
    ),
    Question(
        query=asking_of_requests.ReadRequest,
        answer=asking_of_requests.RequestState,
        by=STAFF | SELF,
        answers=requests.read_request,
    ),
    Question(
        query=asking_of_requests.WhyThisDate,
        answer=asking_of_requests.WindowProof,
        by=STAFF | SELF,
        answers=requests.why_this_date,
    ),
    Question(
        query=asking_of_people.ReadBeneficiary,
        answer=asking_of_people.BeneficiaryContent,
        by=READERS_OF_PERSONS | SELF,
        answers=people.read_beneficiary,
    ),
    Question(
        query=asking_of_people.ReadNames,
        answer=asking_of_people.Names,
        by=READERS_OF_PERSONS,
        answers=people.read_names,
    ),
    Question(
        query=asking_of_people.FindBeneficiary,
        answer=asking_of_people.FoundBeneficiaries,
        by=READERS_OF_PERSONS,
        answers=people.find_beneficiary,
    ),
    Question(
        query=asking_of_people.FindDuplicates,
        answer=asking_of_people.PossibleDuplicates,
        by=READERS_OF_PERSONS,
        answers=find_duplicates,
    ),
    Question(
        query=asking_of_people.ListDue,
        answer=asking_of_people.DueRows,
        by=OVERSEERS | PRIVACY,
        answers=people.list_due,
    ),
    Question(
        query=asking_of_people.ListAtTheCounter,
        answer=asking_of_people.AtTheCounter,
        by=OVERSEERS,
        answers=people.list_at_the_counter,
    ),
    Question(
        query=asking_of_inquiries.ReadInquiry,
        answer=asking_of_inquiries.InquiryContent,
        by=ANSWERERS,
        answers=read_inquiry,
    ),
    Question(
        query=asking_of_people.ListIncompleteRegistrations,
        answer=asking_of_people.RegistrationRows,
        by=OVERSEERS,
        answers=people.list_incomplete_registrations,
    ),
    Question(
        query=asking_of_people.ReadCaseFile,
        answer=asking_of_people.CaseFileContent,
        by=CASEWORK | MANAGEMENT | {"auditor"},
        answers=people.read_case_file,
    ),
    *common_questions("intake", AGGREGATES),
)
