"""The search finds a request by its number and people by name or number, and nothing personal is ever in an address."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from gateways.portal.sought import person_by, request_number
from gateways.rehearsal import case as cases
from gateways.rehearsal.story import Story
from tests.browser.conftest import Desk
from tests.browser.screens import open_only

NAME = "هيا بنت مساعد مثال"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody with two requests of kadi."""

    person: str
    numbers: tuple[str, ...]
    first: str


@pytest.fixture(scope="module")
def known(desk: Desk) -> Known:
    story, again = desk.story("kadi"), desk.story("kadi")
    person = story.id("beneficiary")
    words = {"kind": "person", "profile": {"name": NAME, "birth": None, "category_code": None}}
    points = [{"contact_point_id": "phone-1", "kind": "phone", "value": "0500000077"}]
    identity = {"kind": "national_id", "number": "1900000025"}
    told = {"beneficiary_id": person, "identity": identity, "contact_points": points}
    story.tell("officer-1", "intake.RegisterBeneficiary", "", **told, **words)
    for each in (story, again):
        opening = {"beneficiary_id": person, "service_code": service(story), "channel": "interview"}
        each.on_request("officer-1", "OpenSupportRequest", "", **opening)
    numbers = tuple(cases.request(each)["number"] for each in (story, again))
    return Known(person=person, numbers=numbers, first=story.request_id)


def service(story: Story) -> str:
    code: str = story.ask("officer-1", "intake.ReadStanding")["service_codes"][0]
    return code


def look_for(page: Page, text: str) -> None:
    page.fill("#q", text)
    page.locator("#q").press("Enter")
    page.wait_for_load_state()


@pytest.fixture
def day(desk: Desk, tab: Page) -> Page:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(desk.url)
    return tab


@pytest.mark.parametrize("spelling", ["{}", "{} ", "lower", "plain", "arabic"])
def test_a_number_in_any_spelling_leads_to_its_request(desk: Desk, day: Page, known: Known, spelling: str) -> None:
    number = known.numbers[0]
    arabic = number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    typed = {"lower": number.lower(), "plain": number.replace("-", ""), "arabic": arabic}
    look_for(day, typed.get(spelling, spelling.format(number)))
    assert day.url == f"{desk.url}/cases/{known.first}"


@pytest.mark.parametrize(
    "typed", ["هيا مثال", "هيا مساعد", "هيـا   مثـال", NAME, "1900000025", "١٩٠٠٠٠٠٠٢٥", "0500000077"]
)
def test_a_name_or_a_number_of_somebody_shows_him_with_all_his_requests(
    desk: Desk, day: Page, known: Known, typed: str
) -> None:
    look_for(day, typed)
    assert day.url == f"{desk.url}/search"
    card = day.locator("main li", has_text=NAME)
    expect(card).to_have_count(1)
    expect(card.get_by_role("link", name=NAME)).to_have_attribute("href", f"/people/{known.person}")
    for number in known.numbers:
        expect(card.get_by_role("link", name=number)).to_be_visible()
    assert day.locator("#q").input_value() == typed


def test_names_found_are_covered_as_everywhere(desk: Desk, day: Page, known: Known) -> None:
    day.click(".btn-cover")
    look_for(day, "هيا مثال")
    expect(day.locator("main li b")).to_have_text("ه. م. م.")
    day.click(".btn-cover")
    assert day.url == f"{desk.url}/search"


def test_a_number_with_a_typing_error_is_refused_in_place(day: Page) -> None:
    look_for(day, "1900000018")
    assert day.locator(".refusal").get_attribute("data-code") == "checksum"
    assert day.locator("#q").input_value() == "1900000018"


@pytest.mark.parametrize("typed", ["هيا", "مثال هيا", "لا أحد هنا", "KD-1447-9999"])
def test_nothing_found_says_so_and_what_to_try(day: Page, known: Known, typed: str) -> None:
    look_for(day, typed)
    expect(day.locator("main h2")).to_contain_text("لا أحد في السجل بهذا")


def test_who_may_not_read_people_finds_numbers_only(desk: Desk, tab: Page, known: Known) -> None:
    desk.sign_in(tab, "director-1@kadi")
    tab.goto(desk.url)
    expect(tab.locator("#q")).to_have_attribute("placeholder", "ابحث برقم الطلب")
    for typed in ("هيا مثال", "1900000025", "0500000077"):
        look_for(tab, typed)
        expect(tab.locator("main h2")).to_have_text("لا طلب بهذا الرقم")
        assert NAME not in tab.content()
    look_for(tab, known.numbers[0])
    assert tab.url == f"{desk.url}/cases/{known.first}"


def test_another_association_finds_nobody_of_this_one(desk: Desk, tab: Page, known: Known) -> None:
    desk.sign_in(tab, "officer-1@israr")
    tab.goto(desk.url)
    for typed in ("هيا مثال", "1900000025", known.numbers[0]):
        look_for(tab, typed)
        expect(tab.locator("main h2")).to_contain_text("لا أحد")


def test_the_end_of_a_number_shows_all_it_may_be(desk: Desk, day: Page) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    open_only(story)
    serial = cases.request(story)["number"].rpartition("-")[2]
    look_for(day, serial.lstrip("0"))
    expect(day).to_have_url(re.compile(f"/cases/{story.request_id}$"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("kd 1447 318", ("KD", "1447", 318)),
        ("KD-1447-0318", ("KD", "1447", 318)),
        ("1447/318", ("", "1447", 318)),
        ("٣١٨", ("", "", 318)),
        ("1900000009", None),
        ("نورة", None),
        ("", None),
    ],
)
def test_a_request_number_is_read_with_or_without_its_parts(text: str, number: tuple[str, str, int] | None) -> None:
    read = request_number(text)
    assert (read and (read.prefix, read.year, read.serial)) == number


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("1 900 000 009", ("identity_number", "1900000009")),
        ("٠٥٠ ٠٠٠ ٠٠٠١", ("phone", "0500000001")),
        ("+966 50 000 0001", ("phone", "+966500000001")),
        ("  نورة   الشهري ", ("name", "نورة الشهري")),
    ],
)
def test_what_is_no_number_of_a_request_is_a_person(text: str, by: tuple[str, str]) -> None:
    assert person_by(text) == by
