"""How codes look to people: word, tone and icon of each."""

from __future__ import annotations

from collections.abc import Mapping

from gateways.portal.stages import INQUIRY_STAGES, REVIEW_STAGES, SESSION_STAGES, STAGES, Look

Pair = tuple[str, str]

MIRRORED = frozenset(
    [
        "arrow-left",
        "chevron-left",
        "chevron-right",
        "send",
        "log-out",
        "clipboard-list",
        "file-text",
        "circle-question-mark",
        "message-circle-question-mark",
        "corner-up-left",
        "undo-2",
    ]
)

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "ar": ("أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت"),
    "en": ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
}
ROLES: Mapping[str, Pair] = {
    "beneficiary_relations_officer": ("موظف علاقات المستفيدين", "Beneficiary relations officer"),
    "social_research_officer": ("مسؤول البحث الاجتماعي", "Social research officer"),
    "social_worker": ("الأخصائي الاجتماعي", "Social worker"),
    "branch_delegate": ("مندوب الفرع", "Branch delegate"),
    "service_provider": ("مقدّم الخدمة", "Service provider"),
    "reviewing_member": ("عضو جهة الدراسة", "Member of the reviewing body"),
    "reviewing_secretary": ("أمين جهة الدراسة", "Secretary of the reviewing body"),
    "follow_up_officer": ("مسؤول المتابعة", "Follow-up officer"),
    "investigation_member": ("عضو لجنة التحقيق", "Investigation member"),
    "liaison_officer": ("ضابط الاتصال", "Liaison officer"),
    "senior_management": ("الإدارة العليا", "Senior management"),
    "governance_officer": ("مسؤول الحوكمة", "Governance officer"),
    "board_member": ("عضو مجلس الإدارة", "Board member"),
    "data_protection_officer": ("مسؤول حماية البيانات", "Data protection officer"),
    "auditor": ("المدقق", "Auditor"),
}
SERVICES: Mapping[str, Pair] = {
    "governance": ("الحوكمة والسياسات", "Governance"),
    "intake": ("الاستقبال والطلبات", "Intake"),
    "committee": ("الدراسة والقرار", "Study and decision"),
    "complaints": ("الشكاوى", "Complaints"),
    "surveys": ("قياس الرضا", "Surveys"),
    "notifications": ("الإشعارات", "Notifications"),
    "audit": ("التدقيق", "Audit"),
}
NAMES: Mapping[str, Pair] = {
    "support": ("الدعم", "Support"),
    "identity_sighted": ("الاطلاع على أصل الهوية", "Original identity document seen"),
    "need_statement": ("بيان الحاجة", "Statement of need"),
    "approved": ("قبول", "Approved"),
    "rejected": ("رفض", "Rejected"),
    "approve": ("قبول", "Approve"),
    "reject": ("رفض", "Reject"),
    "abstain": ("امتناع عن التصويت", "Abstain"),
    "approve_with_conditions": ("قبول بشروط", "Approve with conditions"),
    "competent_unit": ("الوحدة الإدارية المختصة", "Competent administrative unit"),
    "research_committee": ("لجنة البحث", "Research committee"),
    "national_id": ("الهوية الوطنية", "national identity card"),
    "iqama": ("هوية مقيم", "residence permit"),
    "other_id": ("وثيقة أخرى", "another document"),
    "original_sighted": ("اطُّلع على الأصل", "original seen"),
    "natural": ("ولاية الأب أو الجد", "father or grandfather"),
    "appointed": ("ولاية بصك", "by deed"),
    "foster_family": ("أسرة بديلة", "foster family"),
    "person": ("فرد", "person"),
    "household": ("أسرة", "household"),
    "organisation": ("جهة", "organisation"),
    "in_kind": ("عيني", "in kind"),
    "cash": ("نقدي", "in cash"),
    "staff": ("موظف", "staff"),
    "survey": ("استبانة", "survey"),
    "service": ("إشعار خدمة", "service message"),
    "weekend": ("عطلة", "weekend"),
    "paused": ("توقف", "paused"),
    "make_up": ("عوض", "in lieu"),
    "eid_al_fitr": ("عيد", "Eid"),
    "eid_al_adha": ("عيد", "Eid"),
    "arafah": ("عرفة", "Arafah"),
    "founding_day": ("التأسيس", "Founding"),
    "national_day": ("الوطني", "National"),
    "public_holiday": ("إجازة", "holiday"),
    "identity_number": ("رقم الهوية", "identity number"),
    "phone": ("الهاتف", "telephone"),
    "profile": ("الاسم أو تاريخ الميلاد", "name or birth date"),
    "identity": ("رقم الوثيقة", "document number"),
    "contact_points": ("وسائل التواصل", "contact points"),
    "birth_date": ("تاريخ الميلاد", "birth date"),
    "name": ("الاسم", "name"),
    "request": ("طلب", "request"),
    "outreach": ("مبادرة من الجمعية", "outreach"),
}


def stage(code: str) -> Look:
    """The stage of a request."""
    return STAGES.get(code, (code, code, "mute", "circle-dashed"))


def review_stage(code: str) -> Look:
    """The stage of a review."""
    return REVIEW_STAGES.get(code, (code, code, "mute", "circle-dashed"))


def session_stage(code: str) -> Look:
    """The stage of a session."""
    return SESSION_STAGES.get(code, (code, code, "mute", "circle-dashed"))


def inquiry_stage(code: str) -> Look:
    """Where an inquiry stands."""
    return INQUIRY_STAGES.get(code, (code, code, "mute", "circle-dashed"))


def role(roles: frozenset[str]) -> Pair:
    """The first of somebody's roles, in words."""
    first = min(roles)
    return ROLES.get(first, (first, first))
