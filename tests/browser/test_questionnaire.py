import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import go

ANSWERED = "/decide/check/?budget=200&top=uniqueness,craft&type=ring&who=partner"


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def test_back_returns_through_the_questions_with_every_answer(page: Page) -> None:
    go(page, "/decide/top/?top=uniqueness,craft&who=friend&why=care")
    for slug in ("why", "who"):
        follow(page, "Back")
        expect(page).to_have_url(re.compile(rf"/decide/{slug}/\?top=uniqueness,craft&who=friend&why=care$"))
    expect(page.get_by_label("A friend")).to_be_checked()
    follow(page, "Back")
    expect(page).to_have_url(re.compile(r"/decide/\?top="))


def test_browsers_own_back_and_forward_keep_the_answers(page: Page) -> None:
    go(page, "/decide/budget/?who=friend")
    page.get_by_label("What is the most").fill("150")
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_url(re.compile(r"/decide/when/\?budget=150&who=friend$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/decide/budget/\?who=friend$"))
    page.go_forward()
    follow(page, "Back")
    expect(page.get_by_label("What is the most")).to_have_value("150")


def test_skip_leaves_the_question_out_and_keeps_the_others(page: Page) -> None:
    go(page, "/decide/budget/?budget=200&who=friend")
    follow(page, "Skip this question")
    expect(page).to_have_url(re.compile(r"/decide/when/\?who=friend$"))
    follow(page, "Skip this question")
    expect(page).to_have_url(re.compile(r"/decide/verdict/\?who=friend$"))


def test_change_from_check_returns_to_check(page: Page) -> None:
    go(page, ANSWERED)
    follow(page, "Change Budget")
    page.get_by_label("What is the most").fill("90")
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_url(re.compile(r"/decide/check/\?budget=90&top=uniqueness,craft&type=ring&who=partner$"))


@pytest.mark.parametrize("way_out", ["Back", "Skip this question"])
def test_other_ways_out_of_a_change_return_to_check_too(page: Page, way_out: str) -> None:
    go(page, ANSWERED)
    follow(page, "Change Budget")
    follow(page, way_out)
    expect(page.locator("h1")).to_have_text("Check your answers")


def test_change_on_the_verdict_leads_to_check_and_back(page: Page) -> None:
    go(page, ANSWERED.replace("check", "verdict"))
    follow(page, "Change")
    expect(page).to_have_url(re.compile(re.escape(ANSWERED)))
    follow(page, "See the verdict")
    expect(page.locator(".verdict-headline")).to_be_visible()


@pytest.mark.parametrize("slug", ["who", "why", "top", "type", "budget", "when", "skin", "proof"])
def test_continue_without_an_answer_focuses_what_is_wrong(page: Page, slug: str) -> None:
    go(page, f"/decide/{slug}/")
    page.get_by_role("button", name="Continue").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Give an answer, or skip this question.")
    assert page.title().startswith("Error: ")
    summary.get_by_role("link").click()
    expect(page.locator(f"[name={slug}]").first).to_be_focused()


def test_wrong_answer_is_kept_to_be_mended(page: Page) -> None:
    go(page, "/decide/budget/?who=friend")
    page.get_by_label("What is the most").fill("a lot")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("What is the most")).to_have_value("a lot")
    page.get_by_label("What is the most").fill("120")
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_url(re.compile(r"/decide/when/\?budget=120&who=friend$"))


@pytest.mark.parametrize(("kind", "is_shown"), [("Ring", True), ("Brooch", False)])
def test_size_is_asked_beside_a_kind_that_has_one(page: Page, kind: str, is_shown: bool) -> None:
    go(page, "/decide/type/")
    page.get_by_label(kind, exact=True).check()
    expect(page.locator("#id_size")).to_be_visible(visible=is_shown)


def test_size_typed_before_the_kind_changed_does_no_harm(page: Page) -> None:
    go(page, "/decide/type/?size=54&type=ring")
    page.get_by_label("Brooch", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_url(re.compile(r"/decide/budget/\?.*type=brooch"))
