"""Why something about suggestions, works, data rights or destruction is refused."""

from __future__ import annotations

from shared.domain.refusals import Reason

another_maker = Reason(
    code="another_maker", en="This suggestion was made by somebody else.", ar="هذا المقترح لشخص آخر."
)
outside_permission = Reason(
    code="outside_permission",
    en="The owner has not permitted this use of the work.",
    ar="لم يأذن صاحب العمل بهذا الاستعمال.",
)
scope_missing = Reason(
    code="scope_missing", en="Name at least one permitted use.", ar="اذكر استعمالًا واحدًا على الأقل مأذونًا به."
)
extended_already = Reason(code="extended_already", en="The time was extended once already.", ar="سبق تمديد المهلة مرة.")
destruction_blocked = Reason(
    code="destruction_blocked",
    en="Destruction is blocked by hold {hold_ids}.",
    ar="الإتلاف موقوف بأمر الحفظ {hold_ids}.",
)
orderer_confirms = Reason(
    code="orderer_confirms",
    en="Whoever ordered the destruction does not confirm it.",
    ar="من أمر بالإتلاف لا يؤكده بنفسه.",
)
