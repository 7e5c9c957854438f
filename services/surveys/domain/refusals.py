"""Why surveys says no."""

from __future__ import annotations

from shared.domain.refusals import Reason

already_opened = Reason(
    code="already_opened",
    en="This campaign has been opened already.",
    ar="سبق افتتاح هذه الحملة.",
)
campaign_not_open = Reason(
    code="campaign_not_open",
    en="This campaign is not open.",
    ar="هذه الحملة غير مفتوحة.",
)
closes_before_it_opens = Reason(
    code="closes_before_it_opens",
    en="A campaign that opens on {opens_on} cannot close on {closes_on}.",
    ar="لا يمكن أن تُغلق حملة تفتتح في {opens_on} يوم {closes_on}.",
)
another_respondent = Reason(
    code="another_respondent",
    en="This invitation is for somebody else.",
    ar="هذه الدعوة موجهة إلى غيرك.",
)
already_answered = Reason(
    code="already_answered",
    en="This invitation has been answered; thank you.",
    ar="سبق الرد على هذه الدعوة، شكرًا لك.",
)
