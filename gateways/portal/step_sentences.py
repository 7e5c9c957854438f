"""What a step says in one sentence, by the kind of its event; names in braces are fields of the event."""

from __future__ import annotations

from collections.abc import Mapping

from gateways.portal.looks import Pair

SENTENCES: Mapping[str, tuple[Pair, ...]] = {
    "VisitorReceived": (("عبر {channel}.", "By: {channel}."),),
    "ReceptionEnded": (
        (
            "بقي ليكتمل الطلب: {missing_items}. السبب: {incomplete_reason}.",
            "Still missing: {missing_items}. {incomplete_reason}.",
        ),
        ("بقي ليكتمل الطلب: {missing_items}.", "Still missing: {missing_items}."),
        ("عبر {channel}.", "By: {channel}."),
    ),
    "BeneficiaryRegistered": (("في السجل: {kind}.", "In the register as: {kind}."),),
    "BeneficiaryDataCorrected": (
        ("ما صُحّح: {fields_changed}. الأساس: {basis}.", "Corrected: {fields_changed}. Basis: {basis}."),
    ),
    "DuplicateDismissed": (("كان قد اتفق بينهما: {grounds}.", "What agreed between them: {grounds}."),),
    "IdentityVerified": (
        ("{method}: {document_kind}، ولم تُحفظ نسخة.", "{method}: {document_kind}; no copy was kept."),
    ),
    "ContactChannelAgreed": (("يصل الرد عبر {channel_code}.", "News goes by: {channel_code}."),),
    "SupportRequestOpened": (("{service_code}، عبر {channel}.", "{service_code}, by: {channel}."),),
    "CriteriaProvided": (("{medium}، إصدارها {criteria_version}.", "{medium}, version {criteria_version}."),),
    "EvidenceAdded": (
        ("{item_code}، سارٍ حتى {valid_until}.", "{item_code}, valid until {valid_until}."),
        ("{item_code}.", "{item_code}."),
    ),
    "EvidenceMatched": (("{item_code}: موافق للبيانات.", "{item_code}: agrees with the data."),),
    "EvidenceRejected": (("{item_code}: {reason_code}.", "{item_code}: {reason_code}."),),
    "InformationRequested": (("ينقص: {items}. أُعلم المستفيد.", "Missing: {items}. The beneficiary was told."),),
    "InformationSupplied": (("وصل: {items}.", "Has come: {items}."),),
    "InformationAskedInReview": (("المطلوب: {items}.", "Wanted: {items}."),),
    "FurtherInformationRequested": (("المطلوب: {items}.", "Wanted: {items}."),),
    "DeclarationSigned": (
        ("{method}، على النسخة {data_revision} من البيانات.", "{method}, for revision {data_revision} of the data."),
    ),
    "DeclarationInvalidated": (("تغيّرت البيانات، فيلزم توقيع جديد.", "The data changed: it must be signed anew."),),
    "ProcessExplained": (("الجهة التي تدرسه: {reviewing_body}.", "Who studies it: {reviewing_body}."),),
    "SupportRequestSubmitted": (("عبر {channel}.", "By: {channel}."),),
    "SupportRequestCompleted": (("لم يبق شيء ناقصًا.", "Nothing is missing."),),
    "ResponseWindowSet": (
        ("الرد قبل نهاية {due_by}.", "Reply by the end of {due_by}."),
        ("لا يُبلَّغ الرد قبل {not_before}.", "The reply cannot go out before {not_before}."),
    ),
    "ResponseWindowRecalculated": (
        ("كان آخر يوم {before}، وصار {after}.", "The last day was {before}, it is {after} now."),
    ),
    "ResponseDeadlineBreached": (("كان آخر يوم {due_by}.", "The last day was {due_by}."),),
    "SupportRequestReferred": (("إلى: {body_code}.", "To: {body_code}."),),
    "ReviewOpened": (("تدرسه: {body_code}.", "Studied by: {body_code}."),),
    "SocialStudyRecorded": (("توصي الدراسة: {recommendation_code}.", "It recommends: {recommendation_code}."),),
    "ReviewPlacedOnAgenda": (("البند {item_no} في الجلسة {session_no}.", "Item {item_no} of session {session_no}."),),
    "ReviewDeferred": (("السبب: {reason_code}.", "Reason: {reason_code}."),),
    "RequestApproved": (
        ("السبب: {reason_codes}. نوع الدعم: {award_kind}.", "Grounds: {reason_codes}. Support: {award_kind}."),
        ("السبب: {reason_codes}.", "Grounds: {reason_codes}."),
    ),
    "RequestRejected": (("السبب: {reason_codes}.", "Grounds: {reason_codes}."),),
    "ReviewDecisionReceived": (("القرار: {outcome}.", "The decision: {outcome}."),),
    "EarlyReplyRefused": (("لا يُبلَّغ الرد قبل {not_before}.", "The reply cannot go out before {not_before}."),),
    "DecisionCommunicated": (("{outcome}، عبر {channel}.", "{outcome}, by: {channel}."),),
    "NotificationSuppressed": (("السبب: {cause}.", "Because: {cause}."),),
    "ServiceDelivered": (("قُدّمت يوم {delivered_on}.", "Delivered on {delivered_on}."),),
    "MinutesDrafted": (("المحضر {minutes_no}.", "Minutes {minutes_no}."),),
    "MinutesAdopted": (("المحضر {minutes_no}.", "Minutes {minutes_no}."),),
    "SessionScheduled": (("الجلسة {session_no}.", "Session {session_no}."),),
    "SessionHeld": (("عُقدت يوم {held_on}.", "Held on {held_on}."),),
}
"""The first whose fields the event all has."""
