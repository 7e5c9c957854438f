"""The forms on how somebody is reached and what is known of him: a means of contact agreed, his data corrected."""

from __future__ import annotations

from collections.abc import Callable

from gateways.portal.case_view import masked, way_in_words
from gateways.portal.forms import Field, Form, Option
from gateways.portal.looks import Pair
from services.intake.application.asking_of_people import BeneficiaryContent


def agree(known: BeneficiaryContent, named: Callable[[str], Pair]) -> Form:
    """By which channel at which contact point, where one leads to the other; again where it is agreed already."""
    again = known.agreed is not None
    person = known.beneficiary_id
    return Form(
        service="intake",
        command="AgreeContactChannel",
        title=("غيّر وسيلة التواصل", "Change the means of contact")
        if again
        else ("اتفق على وسيلة التواصل", "Agree the means of contact"),
        icon="message-circle",
        fields=(way(known, named),),
        given={"beneficiary_id": person, "recipient_id": known.acts_through or person, "language": "ar"},
    )


def way(known: BeneficiaryContent, named: Callable[[str], Pair]) -> Field:
    """The pairs that fit, as the service tells them."""
    agreed = known.agreed
    return Field(
        name="channel contact_point_id",
        title=("الوسيلة، وإلى أين", "By what means, and where"),
        kind="pair",
        options=tuple(_option(one.channel, one.contact_point_id, known, named) for one in known.ways),
        value=f"{agreed.channel} {agreed.contact_point_id}" if agreed else "",
    )


def correct(known: BeneficiaryContent) -> Form:
    """Its fields stand in a template of their own."""
    return Form(
        service="intake",
        command="CorrectBeneficiaryData",
        title=("أضف وسيلة تواصل أو صحّح البيانات", "Add a contact point or correct the data"),
        icon="pen-line",
        given={"beneficiary_id": known.beneficiary_id},
    )


def _option(channel: str, point: str, known: BeneficiaryContent, named: Callable[[str], Pair]) -> Option:
    return f"{channel} {point}", way_in_words(known, channel, point, named, masked)
