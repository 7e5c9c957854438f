"""The forms of a request's page, one for each command the request may be ready for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gateways.portal.case_view import Case
from gateways.portal.contact_forms import way
from gateways.portal.explaining import DECLARATION, FACE_TO_FACE, words_of_process
from gateways.portal.forms import Field, Form, Option
from gateways.portal.looks import Pair
from gateways.portal.reasons import EARLY, LEAVING, MEDIA, NOT_GIVEN, REOPENING, SIGNING, UNCLEAR

Fields = Callable[[Case], tuple[Field, ...]]
Told = tuple[Pair, str, Fields]


def _nothing(_case: Case) -> tuple[Field, ...]:
    """A step that asks for nothing more than its button."""
    return ()


def choice(name: str, title: Pair, options: tuple[Option, ...], value: str = "") -> Field:
    """One of several."""
    return Field(name=name, title=title, kind="choice", options=options, value=value)


def reason(options: tuple[Option, ...]) -> Fields:
    """Why."""
    return lambda _case: (choice("reason_code", ("السبب", "Reason"), options),)


def items(name: str, codes: Callable[[Case], tuple[str, ...]]) -> Fields:
    """Some of the request's items."""
    title = ("المستندات", "Items")
    return lambda case: (
        Field(name=name, title=title, kind="many", options=tuple((code, case.named(code)) for code in codes(case))),
    )


def signing(case: Case) -> tuple[Field, ...]:
    """What is signed, as it is shown, and at which revision; how is said, unless he stands before the officer."""
    title, here = ("يقرؤه المستفيد ويوقّعه", "To be read and signed"), case.now.channel in FACE_TO_FACE
    return (
        Field(name="shown", title=title, kind="shown", value=DECLARATION, signed=True),
        choice("method", ("طريقة التوقيع", "How it is signed"), SIGNING, "in_person" if here else ""),
        Field(name="data_revision", title=("", ""), kind="hidden", value=case.now.data_revision),
    )


def explaining(case: Case) -> tuple[Field, ...]:
    """What to say to him."""
    title = ("قل له", "To be said")
    return (Field(name="shown", title=title, kind="shown", value=words_of_process(case)),)


def replying(case: Case) -> tuple[Field, ...]:
    """Over which of the association's channels; what was agreed is there to be read, so that it can be kept."""
    channel = choice("channel", ("قناة الرد", "Channel of the reply"), case.channels, case.agreed_channel)
    agreed = case.agreed_way
    if agreed is None:
        return (channel,)
    title = ("المتفق عليه مع المستفيد", "Agreed with the beneficiary")
    return Field(name="shown", title=title, kind="shown", value=agreed), channel


def leave(_case: Case) -> tuple[Field, ...]:
    """Why a reply may go out early; in words where no code says it."""
    words = ("السبب بالكلمات، ويلزم إن اخترت «سبب آخر»", "The reason in words; needed with “Other reason”")
    return (
        choice("reason_code", ("السبب", "Reason"), EARLY),
        Field(name="note", title=words, kind="area", required=False),
    )


def delivering(case: Case) -> tuple[Field, ...]:
    """When, whether all of it, and in words what."""
    return (
        Field(name="delivered_on", title=("يوم التقديم", "Day of delivery"), kind="date", value=case.today),
        Field(name="partial", title=("قُدّم بعضها", "Only a part"), kind="check"),
        Field(name="details", title=("ما قُدّم", "What was given"), kind="area", required=False),
    )


def needing(case: Case) -> tuple[Field, ...]:
    """What he asks for, as it stands."""
    title = ("ما يطلبه، ولماذا، وبكم إن كان مبلغًا", "What is asked for, why, and how much if it is a sum")
    return (Field(name="need", title=title, kind="area", value=case.need or ""),)


def contact(case: Case) -> tuple[Field, ...]:
    """By which channel, at which of his contact points."""
    return (way(case.person, case.named),) if case.person else ()


ACTIONS: Mapping[str, Told] = {
    "StateNeed": (("كتابة ما يطلبه", "Write down what is asked for"), "file-text", needing),
    "ProvideCriteria": (
        ("تسليم المعايير والاشتراطات", "Give criteria and conditions"),
        "book-open",
        lambda _case: (choice("medium", ("كيف", "How"), MEDIA, "printed"),),
    ),
    "RequestInformation": (
        ("طلب استكمال", "Ask for what is missing"),
        "hourglass",
        items("items", lambda case: case.now.missing_items),
    ),
    "SupplyInformation": (
        ("سجّل ما وصل", "Record what has come"),
        "inbox",
        items("items", lambda case: case.now.asked_items),
    ),
    "ReferToSocialResearch": (("إحالة إلى البحث الاجتماعي", "Refer to social research"), "users", reason(UNCLEAR)),
    "ClarifyProcedures": (("وُضّحت الإجراءات", "Procedures made clear"), "circle-check", _nothing),
    "ConfirmOutreach": (("تأكيد رغبة المستفيد", "Confirm that it is wanted"), "user-check", _nothing),
    "SignDeclaration": (("تسجيل توقيع المستفيد", "Record the signature"), "pen-line", signing),
    "ExplainProcess": (("شُرح له الإجراء والموعد", "Process and date were explained"), "message-circle", explaining),
    "AgreeContactChannel": (("اتفق على وسيلة التواصل", "Agree the means of contact"), "message-circle", contact),
    "SubmitSupportRequest": (("قدّم الطلب", "Submit the request"), "inbox", _nothing),
    "CompleteSupportRequest": (("أكمل الطلب وحدّد الموعد", "Complete it and set the date"), "circle-check", _nothing),
    "ReferToReview": (("أحل إلى الدراسة", "Refer to review"), "send", _nothing),
    "AuthorizeEarlyReply": (("ائذن برد مبكر", "Authorise an early reply"), "lock", leave),
    "CommunicateDecision": (("بلّغ الرد", "Give the reply"), "send", replying),
    "StartService": (("ابدأ الخدمة", "Start the service"), "package", _nothing),
    "DeliverService": (("سجّل تقديم الخدمة", "Record the delivery"), "package-check", delivering),
    "RecordNonDelivery": (("لم تُقدَّم الخدمة", "Not delivered"), "circle-x", reason(NOT_GIVEN)),
    "WithdrawRequest": (("اسحب الطلب", "Withdraw"), "undo-2", reason(LEAVING)),
    "CloseRequest": (("أغلق الحالة", "Close the case"), "circle-minus", _nothing),
    "ReopenRequest": (("أعد الفتح", "Reopen"), "folder-open", reason(REOPENING)),
}

SIGN_LAST: Pair = (
    "اجعل التوقيع آخر ما تجمعه: كل تغيير بعده في الطلب أو البيانات يلزم له توقيع جديد.",
    "Let the signature come last: whatever changes after it in the request or the data needs a new one.",
)
FOR_GOOD: Mapping[str, Pair] = {
    "CloseRequest": (
        "يُغلق الطلب، ولا يُعاد فتحه إلا بسبب يُسجَّل.",
        "A closed case is reopened only for a recorded reason.",
    ),
}
"""What is said before a step that is not undone at once."""
VISIT_STAYS: Pair = (
    "يُغلق الطلب، ولا يُعاد فتحه إلا بسبب يُسجَّل. والاستقبال الذي حضر فيه صاحبه يبقى مفتوحًا إلى أن تنهيه.",
    "A closed case is reopened only for a recorded reason. The visit it came from stays open until you end it.",
)


def form_of(command: str, case: Case) -> Form:
    """The form of one command on this case."""
    title, icon, fields = ACTIONS[command]
    return Form(
        service="intake",
        command=command,
        title=_titled(command, case, title),
        icon=icon,
        fields=fields(case),
        given=given(command, case),
        warns=_warning(command, case),
    )


def _warning(command: str, case: Case) -> Pair | None:
    if command == "SignDeclaration" and (case.need is None or case.now.missing_items):
        return SIGN_LAST
    if command == "CloseRequest" and case.reception_id:
        return VISIT_STAYS
    return FOR_GOOD.get(command)


def _titled(command: str, case: Case, usual: Pair) -> Pair:
    if command == "ReferToReview":
        return _to_whom(case)
    if command == "SignDeclaration" and case.guardian:
        return "تسجيل توقيع الولي", "Record the guardian’s signature"
    return usual


def _to_whom(case: Case) -> Pair:
    ar, en = case.named(case.now.reviewing_body)
    return f"أحل إلى {ar}", f"Refer to: {en}"


def given(command: str, case: Case) -> Mapping[str, Any]:
    """What the page knows without asking."""
    person = case.now.beneficiary_id
    acts = (case.person and case.person.acts_through) or person
    also: dict[str, dict[str, Any]] = {
        "SignDeclaration": {"beneficiary_id": person, "signed_by": acts, "signed_content": DECLARATION[0]},
        "DeliverService": {"beneficiary_id": person},
        "StateNeed": {"beneficiary_id": person},
        "AuthorizeEarlyReply": {"beneficiary_id": person},
        "ConfirmOutreach": {"confirmed_by": acts},
    }
    if command == "AgreeContactChannel":
        return {"beneficiary_id": person, "recipient_id": acts, "language": "ar"}
    return {"request_id": case.now.request_id} | also.get(command, {})
