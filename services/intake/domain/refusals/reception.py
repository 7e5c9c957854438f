"""Why something at the counter is refused."""

from __future__ import annotations

from shared.domain.refusals import Reason

missing_items_not_listed = Reason(
    code="missing_items_not_listed",
    en="The request is not complete. List what is missing before the visitor leaves: {items}.",
    ar="الطلب غير مكتمل. اذكر النواقص قبل مغادرة المراجع: {items}.",
)
incomplete_without_reason = Reason(
    code="incomplete_without_reason",
    en="The request is not complete ({clause}); say why the visitor leaves without completing it.",
    ar="الطلب غير مكتمل ({clause})؛ اذكر سبب مغادرة المراجع قبل استيفائه.",
)
another_asker = Reason(
    code="another_asker", en="This inquiry was asked by somebody else.", ar="هذا الاستفسار لشخص آخر."
)
