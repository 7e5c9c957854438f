"""Whether somebody agrees to be asked what he thinks of a service: the notice read to him, and the forms around it."""

from __future__ import annotations

from gateways.portal.forms import Field, Form
from gateways.portal.looks import Pair
from services.intake.application.asking_of_people import BeneficiaryContent
from services.intake.domain.commands.beneficiary import GiveConsent

PURPOSE, NOTICE_VERSION = "survey", "survey-1"
NOTICE: Pair = (
    "نود أن نسألك عن رأيك في خدمتنا، أثناءها وبعد تقديمها. رأيك حق لك، ولا يؤثر في خدمتك، ولك أن تسحب موافقتك متى شئت.",
    "We should like to ask what you think of our service, while it goes on and after it is given. Your opinion is your "
    "right and does not affect your service; you may take this consent back at any time.",
)
"""Other words are another version: what was agreed to is recorded by it."""


def consent(known: BeneficiaryContent) -> Form | None:
    """The form that gives it, or takes it back; None while nobody can give it for him."""
    if PURPOSE in known.consents:
        return _withdrawing(known)
    by = gives(known)
    if by is None:
        return None
    return Form(
        service="intake",
        command="GiveConsent",
        title=("سجّل الموافقة", "Record the consent"),
        icon="check",
        fields=(Field(name="shown", title=("اقرأه له", "To be read out"), kind="shown", value=NOTICE),),
        given={
            "beneficiary_id": known.beneficiary_id,
            "purpose": PURPOSE,
            "notice_version": NOTICE_VERSION,
            "given_by": by,
        },
    )


def gives(known: BeneficiaryContent) -> str | None:
    """Whose word it is: the guardian's who acts in his place, else his own; None where he needs one and has none."""
    return known.acts_through if known.guardian_required else known.beneficiary_id


def on_entry(known: BeneficiaryContent) -> GiveConsent | None:
    """His own consent, said while he was entered; what somebody else is to say for him is asked on his page."""
    if known.guardian_required:
        return None
    me = known.beneficiary_id
    return GiveConsent(beneficiary_id=me, purpose="survey", notice_version=NOTICE_VERSION, given_by=me)


def _withdrawing(known: BeneficiaryContent) -> Form:
    return Form(
        service="intake",
        command="WithdrawConsent",
        title=("اسحب الموافقة", "Withdraw the consent"),
        icon="undo-2",
        given={"beneficiary_id": known.beneficiary_id, "purpose": PURPOSE},
        warns=("من الآن لا تُرسل إليه دعوة إلى إبداء رأيه.", "From now on no invitation to give feedback is sent."),
    )
